/**
 * The HTTP listener. It finds the route that handles a path. It also does what every request needs: a request id, a request
 * log for the observers, a 404 for unknown paths, and a masked error for bugs.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { cachePolicies } from './cache-policy.ts';
import { selectEncoding } from './content-negotiation.ts';
import type { GraphqlOptions } from './create-yoga.ts';
import { toClientError } from './errors.ts';
import { maxAge } from './etag.ts';
import { graphiqlRoute, type ExampleTab } from './graphiql.ts';
import { endpointPath, type CompiledExecutor } from './graphql-http.ts';
import { noScriptDocuments, noScriptRoute } from './no-script-pages.ts';
import { operationNames } from './persisted-documents.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';
import { defaultLimits, type Limits } from './query-limits/limits.ts';
import { writeRefusal, type HttpContext, type RequestLog, type Route } from './request-context.ts';
import { requestIdOf } from './request-id.ts';
import type { Observer } from './request-observer.ts';
import { createResponseCache } from './response-cache.ts';
import { createSnapshots, type LoadedData, type Snapshot } from './snapshot.ts';
import { staticFilesRoute, type StaticFile } from './static-files.ts';
import { createYogaLayer } from './yoga-layer.ts';

export interface HttpOptions
  extends
    Pick<GraphqlOptions, 'schema' | 'log'>,
    Partial<Pick<GraphqlOptions, 'clock' | 'trustedDocuments' | 'trustedDocumentsOnly' | 'findVersion'>> {
  /** Returns the loaded data: the same object until other data is loaded. */
  readonly current: () => LoadedData;
  /** Returns the ISO day in America/New_York. */
  readonly today: () => string;
  /**
   * Returns how many seconds are left of an ISO day in America/New_York; negative once the day is over. If omitted,
   * `cacheSeconds` applies at every time of the day.
   */
  readonly secondsLeft?: (day: string) => number;
  /** For how many seconds a cache may use an answer to a GET without revalidating it; 0 or omitted means never. */
  readonly cacheSeconds?: number;
  /** A digest of the built program, which differs after an upgrade. */
  readonly program?: string;
  /** Creates the executor that answers known operations instead of Yoga. If omitted, Yoga answers every operation. */
  readonly compiledExecutor?: ((options: GraphqlOptions) => CompiledExecutor) | undefined;
  /** GraphiQL's tabs. The first one is open at the start. */
  readonly examples?: readonly ExampleTab[];
  /** The files of the page at `/`. If omitted, `/` redirects to GraphiQL. */
  readonly site?: readonly StaticFile[];
  readonly limits?: Partial<Limits>;
  /** The size of the response cache in bytes; 0 or omitted turns it off. */
  readonly responseCacheBytes?: number;
  /** Origins whose pages may read answers, never with credentials. `*` allows every origin; empty allows none. */
  readonly origins?: readonly string[];
  /** Further routes, such as health and metrics, matched in order after `/graphql` and before the page. */
  readonly routes?: readonly Route[];
  readonly observers?: readonly Observer[];
  /** Returns true during shutdown. Answers then ask the client to close the connection. */
  readonly isLeaving?: () => boolean;
  /** Returns what new requests have to wait for, or null. */
  readonly held?: () => Promise<void> | null;
}

export interface Http {
  (request: IncomingMessage, response: ServerResponse): void;
  /** The GraphQL endpoint without a socket. The limit of the body's size is not checked. */
  readonly fetch: (address: string, init?: RequestInit) => Promise<Response>;
}

type Failed = (exchange: HttpContext, error: unknown) => void;
type Execute = Pipeline['execute'];

/**
 * Creates the listener. `/graphql` is the endpoint for clients and GraphiQL for browsers. The other routes, the page and its
 * files follow. Any other path gets a 404.
 */
export function createHttp(options: HttpOptions): Http {
  const { current, observers = [], isLeaving = () => false, held = () => null, clock = () => 0 } = options;
  const snapshots = createSnapshots(current, options.today);
  const failed = failureHandler(options);
  const pipeline = createGraphqlPipeline(options, snapshots, failed);
  const graphql: Route = { matches: (path) => path === endpointPath, handle: pipeline.handle };
  const routes = routesOf(options, graphql, pipeline.execute, snapshots);

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const path = pathOf(request.url ?? '');
    const exchange: HttpContext = {
      request,
      response,
      path,
      requestId: requestIdOf(request.headers),
      requestLog: { route: 'none', caches: [] },
      bytes: null,
    };
    const route = routes.find((each) => each.matches(path, request));
    // Headers set in advance make writeHead slow, so the busiest route adds the request id to its own headers.
    if (route !== graphql) response.setHeader('x-request-id', exchange.requestId);
    if (isLeaving()) response.setHeader('connection', 'close');
    observe(exchange, clock, observers);
    try {
      const gate = held();
      const pending = gate === null ? route?.handle(exchange) : gate.then(() => route?.handle(exchange));
      pending?.catch((error: unknown) => {
        failed(exchange, error);
      });
    } catch (error) {
      failed(exchange, error);
    }
  };
  return Object.assign(listener, { fetch: createFetch(pipeline.execute, snapshots) });
}

/** Creates the layers of /graphql from the options. */
function createGraphqlPipeline(options: HttpOptions, snapshots: () => Snapshot, failed: Failed): Pipeline {
  const { cacheSeconds = 0, secondsLeft = () => Infinity, trustedDocumentsOnly = false, program = '' } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const trustedDocuments = new Map([...noScriptDocuments, ...(options.trustedDocuments ?? [])]);
  const graphqlOptions: GraphqlOptions = {
    schema: options.schema,
    log: options.log,
    limits,
    operations: operationNames(trustedDocuments),
    clock: options.clock ?? (() => 0),
    trustedDocuments,
    trustedDocumentsOnly,
    findVersion: options.findVersion,
  };
  const maxAgeOn = (day: string): number => (cacheSeconds === 0 ? 0 : maxAge(cacheSeconds, secondsLeft(day)));
  const withCachePolicy = cachePolicies(() => ({ program, limits, trustedDocuments, trustedDocumentsOnly }), maxAgeOn);
  const compiledExecutor = options.compiledExecutor?.(graphqlOptions) ?? null;
  return createPipeline({
    origins: options.origins ?? [],
    bodyBytes: limits.bodyBytes,
    responseCache: createResponseCache(options.responseCacheBytes ?? 0),
    compiledExecutor,
    yoga: createYogaLayer(graphqlOptions, compiledExecutor, withCachePolicy),
    snapshots,
    maxAge: maxAgeOn,
    failed,
  });
}

/** Returns a function that logs an error and answers with a masked one if nothing was sent yet. */
function failureHandler({ current, log }: HttpOptions): Failed {
  return ({ request, response, requestId, requestLog }, error) => {
    const isAborted = request.destroyed && !request.complete;
    if (isAborted) return;
    const clientError = toClientError(error, () => requestId, log);
    requestLog.errorCodes = ['INTERNAL'];
    if (response.headersSent) {
      response.destroy();
      return;
    }
    writeRefusal(response, 500, clientError, current().graph.version, { 'x-request-id': requestId });
    response.end();
  };
}

/** All routes, in the order in which they are matched. */
function routesOf(
  { current, site = [], examples = [], routes = [], trustedDocumentsOnly }: HttpOptions,
  graphql: Route,
  execute: Execute,
  snapshots: () => Snapshot,
): readonly Route[] {
  const executeJson = async (
    body: Uint8Array<ArrayBuffer>,
    { requestId, requestLog }: HttpContext,
  ): Promise<Buffer | string> => {
    const response = await execute({
      method: 'POST',
      address: endpointPath,
      headers: { 'content-type': 'application/json' },
      body,
      coding: 'identity',
      requestId,
      requestLog,
      snapshot: snapshots(),
    });
    return response.body;
  };
  const assets = {
    style: site.find(({ path }) => path.endsWith('.css'))?.path,
    icon: site.find(({ path }) => path.endsWith('.svg'))?.path,
  };
  return [
    graphiqlRoute(examples, trustedDocumentsOnly === true),
    graphql,
    ...routes,
    staticFilesRoute(site),
    noScriptRoute(executeJson, assets),
    rootRoute,
    notFoundRoute(() => current().graph.version),
  ];
}

function createFetch(execute: Execute, snapshots: () => Snapshot): Http['fetch'] {
  return async (address, init) => {
    const request = new Request(address, init);
    const { pathname, search } = new URL(address);
    const requestHeaders = Object.fromEntries(request.headers);
    const requestLog: RequestLog = { route: endpointPath, caches: [] };
    const { status, headers, body } = await execute({
      method: request.method,
      address: pathname + search,
      headers: requestHeaders,
      body: request.method === 'POST' ? new Uint8Array(await request.arrayBuffer()) : undefined,
      coding: selectEncoding(undefined),
      requestId: requestIdOf(requestHeaders),
      requestLog,
      snapshot: snapshots(),
    });
    if (status === 304) return new Response(null, { status, headers });
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers });
  };
}

const rootRoute: Route = {
  matches: (path, { method }) => path === '/' && (method === 'GET' || method === 'HEAD'),
  handle: ({ response, requestLog }) => {
    requestLog.route = '/';
    response.writeHead(302, { location: endpointPath }).end();
  },
};

const notFoundRoute = (version: () => string): Route => ({
  matches: () => true,
  handle: ({ response, path }) => {
    writeRefusal(
      response,
      404,
      new GraphQLError(`There is nothing at ${path.slice(0, 100)}. The GraphQL endpoint is ${endpointPath}.`, {
        extensions: { code: 'BAD_REQUEST' },
      }),
      version(),
    );
    response.end();
  },
});

/** Calls the observers once the answer was sent or the client has disconnected. */
function observe(exchange: HttpContext, clock: () => number, observers: readonly Observer[]): void {
  if (observers.length === 0) return;
  const { request, response, requestId } = exchange;
  const { socket } = request;
  const from = clock();
  let isSent = false;
  // Node emits `finish` also for an answer that was cut off, but the socket is destroyed by then.
  response.once('finish', () => {
    isSent = !socket.destroyed;
  });
  response.on('close', () => {
    const { requestLog } = exchange;
    const bytes = exchange.bytes ?? Number(response.getHeader('content-length') ?? 0);
    const observed = {
      requestId,
      method: request.method ?? '',
      status: isSent ? response.statusCode : null,
      from,
      to: clock(),
      bytes,
      requestLog,
      headers: request.headers,
    };
    for (const observer of observers) observer.answered(observed);
  });
}

function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}

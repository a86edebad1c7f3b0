/**
 * The HTTP listener. It finds the route that handles a path. It also does what every request needs: a request id, a request
 * log for the observers, a 404 for unknown paths, and a masked error for bugs.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { maxAge } from './etag.ts';
import { createGraphqlHandler, type GraphqlHandlerOptions } from './graphql-handler.ts';
import { toClientError } from './errors.ts';
import { writeRefusal, type HttpContext, type RequestLog, type Route } from './request-context.ts';
import { createGraphiql, acceptsHtml, type ExampleTab } from './graphiql.ts';
import { endpointPath, graphqlRoute } from './graphql-route.ts';
import { createResponseCache } from './response-cache.ts';
import { defaultLimits, type Limits } from './query-limits/limits.ts';
import { selectEncoding } from './content-negotiation.ts';
import type { Observer } from './request-observer.ts';
import { noScriptDocuments, noScriptRoute } from './no-script-pages.ts';
import { requestIdOf } from './request-id.ts';
import { createSnapshots, type Snapshot } from './snapshot.ts';
import { pageHeaders, staticFilesRoute, type StaticFile } from './static-files.ts';
import { operationNames } from './persisted-documents.ts';

export interface HttpOptions
  extends
    Pick<GraphqlHandlerOptions, 'schema' | 'current' | 'today' | 'log'>,
    Partial<
      Pick<
        GraphqlHandlerOptions,
        | 'clock'
        | 'cacheSeconds'
        | 'program'
        | 'trustedDocuments'
        | 'trustedDocumentsOnly'
        | 'compiledExecutor'
        | 'findVersion'
      >
    > {
  /** Returns how many seconds are left of an ISO day. If omitted, `cacheSeconds` applies at every time of the day. */
  readonly secondsLeft?: GraphqlHandlerOptions['secondsLeft'];
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
type Execute = ReturnType<typeof createGraphqlHandler>;

/**
 * Creates the listener. `/graphql` is the endpoint for clients and GraphiQL for browsers. The other routes, the page and its
 * files follow. Any other path gets a 404.
 */
export function createHttp(options: HttpOptions): Http {
  const { current, observers = [], isLeaving = () => false, held = () => null, clock = () => 0 } = options;
  const { cacheSeconds = 0, secondsLeft = () => Infinity } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const trustedDocuments = new Map([...noScriptDocuments, ...(options.trustedDocuments ?? [])]);
  const snapshots = createSnapshots(current, options.today);
  const execute = createGraphqlHandler({
    ...options,
    limits,
    trustedDocuments,
    clock,
    cacheSeconds,
    secondsLeft,
    program: options.program ?? '',
    operations: operationNames(trustedDocuments),
  });
  const failed = failureHandler(options);
  const graphql = graphqlRoute({
    execute,
    responseCache: createResponseCache(options.responseCacheBytes ?? 0),
    snapshots,
    bodyBytes: limits.bodyBytes,
    origins: options.origins ?? [],
    maxAge: (day) => (cacheSeconds === 0 ? 0 : maxAge(cacheSeconds, secondsLeft(day))),
    failed,
  });
  const routes = routesOf(options, graphql, execute, snapshots);

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
  return Object.assign(listener, { fetch: createFetch(execute, snapshots) });
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
    trustedDocumentsOnly === true ? closedGraphiqlRoute : graphiqlRoute(examples),
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

function graphiqlRoute(examples: readonly ExampleTab[]): Route {
  const graphiql = createGraphiql(examples);
  return {
    matches: (path, request) => path === endpointPath && acceptsHtml(request),
    handle: ({ request, response, requestLog }) => {
      requestLog.route = 'explorer';
      return graphiql(request, response);
    },
  };
}

/** GraphiQL sends the text of operations, which a server for trusted documents only refuses. */
const closedGraphiqlRoute: Route = {
  matches: (path, request) => path === endpointPath && acceptsHtml(request),
  handle: ({ request, response, requestLog }) => {
    requestLog.route = 'explorer';
    const text =
      'This server executes only trusted documents, which are requested by id, so GraphiQL is not available. Use the page at / instead.\n';
    response.writeHead(403, {
      ...pageHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      'cache-control': 'no-store',
      vary: 'Accept',
    });
    response.end(request.method === 'HEAD' ? undefined : text);
  },
};

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

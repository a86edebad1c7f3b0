/**
 * The HTTP listener. It finds the route that handles a path. It also does what every request needs: a request id, a request
 * log for the observers, a 404 for unknown paths, and a masked error for bugs.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cachePolicies } from './cache-policy.ts';
import { selectJsonType } from './content-negotiation.ts';
import { originHeaders, refusalHeaders } from './cors.ts';
import type { GraphqlOptions } from './create-yoga.ts';
import { toClientError } from './errors.ts';
import { maxAge } from './etag.ts';
import { graphiqlRoute, type ExampleTab } from './graphiql.ts';
import { endpointPath, type CompiledExecutor } from './graphql-http.ts';
import { noScriptDocuments, noScriptRoute } from './no-script-pages.ts';
import { operationNames } from './persisted-documents.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';
import { defaultLimits, type Limits } from './query-limits/limits.ts';
import { mediaTypeNotAcceptable, Refusal, refusalResponse } from './refusal.ts';
import { writeRefusal, type HttpContext, type RequestLog, type Route } from './request-context.ts';
import { requestIdOf } from './request-id.ts';
import type { AbortReason, Observer } from './request-observer.ts';
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
  /** Returns why the connection of an answer that was not sent has ended. If omitted, it is always that the client disconnected. */
  readonly abortReason?: (socket: IncomingMessage['socket']) => AbortReason;
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
  const snapshots = createSnapshots(options.current, options.today);
  const failed = failureHandler(options);
  const pipeline = createGraphqlPipeline(options, snapshots, failed);
  const graphql: Route = { matches: (path) => path === endpointPath, handle: pipeline.handle };
  const routes = routesOf(options, graphql, pipeline.execute, snapshots);
  const listener = createListener(options, { routes, graphql, failed });
  return Object.assign(listener, { fetch: createFetch(pipeline.execute, snapshots) });
}

type ListenerOptions = Pick<
  HttpOptions,
  'current' | 'log' | 'observers' | 'abortReason' | 'isLeaving' | 'held' | 'clock'
>;
type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Creates the listener of the operator's port, which has the routes given and no others. Any other path gets a 404. */
export function createAdminHttp(options: ListenerOptions & { readonly routes: readonly Route[] }): Listener {
  const { current, routes } = options;
  const other = otherRoute(
    routes,
    () => current().graph.version,
    'This port has /health/live and /health/ready and, if there is a token, /metrics and /admin/reload.',
  );
  return createListener(options, { routes: [...routes, other], graphql: null, failed: failureHandler(options) });
}

function createListener(
  options: ListenerOptions,
  { routes, graphql, failed }: { routes: readonly Route[]; graphql: Route | null; failed: Failed },
): Listener {
  const { current, observers = [], isLeaving = () => false, held = () => null, clock = () => 0 } = options;
  const { abortReason = () => 'disconnected' } = options;
  const wrongHost = refusalRoute(hostRefusal, () => current().graph.version);
  return (request, response) => {
    useOriginForm(request);
    const path = pathOf(request.url ?? '');
    const exchange: HttpContext = {
      request,
      response,
      path,
      requestId: requestIdOf(request.headers),
      requestLog: { route: 'none', caches: [] },
      bytes: null,
    };
    const route = hasOneHost(request) ? routes.find((each) => each.matches(path, request)) : wrongHost;
    // Headers set in advance make writeHead slow, so the busiest route adds the request id to its own headers.
    if (route !== graphql) response.setHeader('x-request-id', exchange.requestId);
    if (isLeaving()) response.setHeader('connection', 'close');
    observe(exchange, clock, observers, abortReason);
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
function failureHandler({ current, log, origins = [] }: Pick<HttpOptions, 'current' | 'log' | 'origins'>): Failed {
  return ({ request, response, requestId, requestLog }, error) => {
    const isAborted = request.destroyed && !request.complete;
    if (isAborted) return;
    const clientError = toClientError(error, () => requestId, log);
    requestLog.errorCodes = ['INTERNAL'];
    if (response.headersSent) {
      response.destroy();
      return;
    }
    writeRefusal(response, 500, clientError, current().graph.version, {
      ...refusalHeaders(originHeaders(request.headers, origins)),
      'x-request-id': requestId,
    });
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
      mediaType: 'application/json',
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
  const found = [
    graphiqlRoute(examples, trustedDocumentsOnly === true),
    graphql,
    ...routes,
    staticFilesRoute(site),
    noScriptRoute(executeJson, assets),
    rootRoute,
  ];
  return [...found, otherRoute(found, () => current().graph.version, `The GraphQL endpoint is ${endpointPath}.`)];
}

function createFetch(execute: Execute, snapshots: () => Snapshot): Http['fetch'] {
  return async (address, init) => {
    const request = new Request(address, init);
    const { pathname, search } = new URL(address);
    const requestHeaders = Object.fromEntries(request.headers);
    const requestLog: RequestLog = { route: endpointPath, caches: [] };
    const snapshot = snapshots();
    const mediaType = selectJsonType(requestHeaders['accept']);
    const { status, headers, body } = await (mediaType === null
      ? refusalResponse(mediaTypeNotAcceptable, {
          mediaType: 'application/json',
          dataVersion: snapshot.graph.version,
          requestLog,
        })
      : execute({
          method: request.method === 'HEAD' ? 'GET' : request.method,
          address: pathname + search,
          headers: requestHeaders,
          body: request.method === 'POST' ? new Uint8Array(await request.arrayBuffer()) : undefined,
          mediaType,
          requestId: requestIdOf(requestHeaders),
          requestLog,
          snapshot,
        }));
    if (status === 304 || request.method === 'HEAD') return new Response(null, { status, headers });
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers });
  };
}

const rootRoute: Route = {
  matches: (path, { method }) => path === '/' && isRead(method),
  handle: ({ response, requestLog }) => {
    requestLog.route = '/';
    response.writeHead(302, { location: endpointPath.slice(1) }).end();
  },
};

const isRead = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD';

/** The methods of the paths that match only GET and HEAD, for the Allow header. */
const readMethods = 'GET, HEAD, OPTIONS';
/** The methods of the server as a whole, in answer to `OPTIONS *` (RFC 9110, section 9.3.7). */
const allMethods = 'GET, HEAD, POST, OPTIONS';

/**
 * The last route, for requests that no other route matches. It answers OPTIONS with the methods of the path, any other wrong method
 * with 405, and a path where nothing is with 404, whose message ends with `remedy`.
 */
function otherRoute(routes: readonly Route[], version: () => string, remedy: string): Route {
  const isKnown = (path: string, { headers }: IncomingMessage): boolean =>
    routes.some((route) => route.matches(path, { method: 'GET', headers }));
  const notFound = (path: string): Refusal => new Refusal(404, `There is nothing at ${path.slice(0, 100)}. ${remedy}`);
  const wrongMethod = new Refusal(405, 'This path is only read: use GET or HEAD.', { allow: readMethods });
  return {
    matches: () => true,
    handle: (exchange) => {
      const { path, request, response } = exchange;
      if (request.method === 'OPTIONS' && (path === '*' || isKnown(path, request))) {
        response.writeHead(204, { allow: path === '*' ? allMethods : readMethods }).end();
        return;
      }
      const refusal = isKnown(path, request) ? wrongMethod : notFound(path);
      return refusalRoute(refusal, version).handle(exchange);
    },
  };
}

/** A route that refuses every request. */
const refusalRoute = ({ status, error, headers }: Refusal, version: () => string): Route => ({
  matches: () => true,
  handle: ({ response }) => {
    writeRefusal(response, status, error, version(), headers);
    response.end();
  },
});

/** Calls the observers once the answer was sent or the connection has ended. */
function observe(
  exchange: HttpContext,
  clock: () => number,
  observers: readonly Observer[],
  abortReason: (socket: IncomingMessage['socket']) => AbortReason,
): void {
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
      abortReason: isSent ? null : abortReason(socket),
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

/**
 * Replaces a request target with scheme and host, as clients send it to a proxy, by its path and query: servers have to accept it
 * (RFC 9112, section 3.2.2). The host does not matter, since this server has only one.
 */
function useOriginForm(request: IncomingMessage): void {
  const { url = '' } = request;
  if (url.startsWith('/')) return;
  const rest = url.replace(/^https?:\/\/[^/?]+/i, '');
  if (rest !== url) request.url = rest.startsWith('/') ? rest : `/${rest}`;
}

const hostRefusal = new Refusal(
  400,
  'The request has more than one Host header, or one that is not a host name with an optional port. Send exactly one.',
  { connection: 'close' },
);

/** Whether a request has one valid Host header at most (RFC 9112, section 3.2). Node refuses requests of HTTP/1.1 without one. */
function hasOneHost({ headers: { host = '' }, rawHeaders }: IncomingMessage): boolean {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count <= 1 && /^[\w.~!$&'()*+,;=:[\]%-]*$/.test(host);
}

/**
 * The listener: which address answers what, by a table of routes that each answer their own paths. What holds for every
 * request is here: its id, what is noted of it, an answer for whatever nobody takes, and bugs masked.
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
  /** How many seconds are left of an ISO day; where it is left out, `cacheSeconds` holds on every day alike. */
  readonly secondsLeft?: GraphqlHandlerOptions['secondsLeft'];
  /** GraphiQL's tabs; the first asks the main question and runs as it stands. */
  readonly examples?: readonly ExampleTab[];
  /** The page at `/` and what it is made of; without it `/` leads to GraphiQL. */
  readonly site?: readonly StaticFile[];
  readonly limits?: Partial<Limits>;
  /** How much memory answers are kept in; nothing is kept where it is left out. */
  readonly responseCacheBytes?: number;
  /** Origins whose pages may ask, never with credentials; `*`: all; none: other origins' pages may not. */
  readonly origins?: readonly string[];
  /** What answers beside the endpoint and before the page: health, metrics, the operator. Asked in order. */
  readonly routes?: readonly Route[];
  readonly observers?: readonly Observer[];
  /** True once the process is on its way out: clients are told not to come back on the same line. */
  readonly isLeaving?: () => boolean;
  /** What a request that comes now has to wait for before it is looked at; null: nothing. */
  readonly held?: () => Promise<void> | null;
}

export interface Http {
  (request: IncomingMessage, response: ServerResponse): void;
  /** The endpoint without a socket, for a Request whose body was already found small enough. */
  readonly fetch: (address: string, init?: RequestInit) => Promise<Response>;
}

/** `/graphql` for clients and, as GraphiQL, for browsers; then the other routes; the page at `/` with its files, or without one the way to GraphiQL; anything else is a 404 that says so. */
export function createHttp(options: HttpOptions): Http {
  const {
    current,
    log,
    observers = [],
    origins = [],
    site = [],
    isLeaving = () => false,
    held = () => null,
    clock = () => 0,
    cacheSeconds = 0,
    secondsLeft = () => Infinity,
  } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const trustedDocuments = new Map([...noScriptDocuments, ...(options.trustedDocuments ?? [])]);
  const ask = createGraphqlHandler({
    ...options,
    limits,
    trustedDocuments,
    clock,
    cacheSeconds,
    secondsLeft,
    program: options.program ?? '',
    operations: operationNames(trustedDocuments),
  });

  const failed = ({ request, response, requestId, requestLog }: HttpContext, error: unknown): void => {
    if (request.destroyed && !request.complete) return; // the asker left; there is nobody to tell
    const shown = toClientError(error, () => requestId, log);
    requestLog.errorCodes = ['INTERNAL'];
    if (response.headersSent) response.destroy();
    else {
      writeRefusal(response, 500, shown, current().graph.version, { 'x-request-id': requestId });
      response.end();
    }
  };
  const graphql = graphqlRoute({
    ask,
    kept: createResponseCache({ current, today: options.today, bytes: options.responseCacheBytes ?? 0 }),
    current,
    bodyBytes: limits.bodyBytes,
    origins,
    maxAge: (day) => (cacheSeconds === 0 ? 0 : maxAge(cacheSeconds, secondsLeft(day))),
    failed,
  });
  const routes: readonly Route[] = [
    options.trustedDocumentsOnly === true ? shutExplorer : explorerRoute(options.examples ?? []),
    graphql,
    ...(options.routes ?? []),
    staticFilesRoute(site),
    noScriptRoute(
      async (body, { requestId, requestLog }) => {
        const answered = await ask({
          method: 'POST',
          address: endpointPath,
          headers: { 'content-type': 'application/json' },
          body,
          coding: 'identity',
          requestId,
          requestLog,
        });
        return answered.body;
      },
      {
        style: site.find(({ path }) => path.endsWith('.css'))?.path,
        icon: site.find(({ path }) => path.endsWith('.svg'))?.path,
      },
    ),
    rootRoute,
    nowhere(() => current().graph.version),
  ];

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
    // Headers set beforehand make the writing of all others slow, so the route that is asked most adds the id to its own.
    if (route !== graphql) response.setHeader('x-request-id', exchange.requestId);
    if (isLeaving()) response.setHeader('connection', 'close');
    observe(exchange, clock, observers);
    try {
      const gate = held();
      const answering = gate === null ? route?.handle(exchange) : gate.then(() => route?.handle(exchange));
      answering?.catch((error: unknown) => {
        failed(exchange, error);
      });
    } catch (error) {
      failed(exchange, error);
    }
  };

  const fetched = async (address: string, init?: RequestInit): Promise<Response> => {
    const asked = new Request(address, init);
    const { pathname, search } = new URL(address);
    const headers = Object.fromEntries(asked.headers);
    const requestLog: RequestLog = { route: endpointPath, caches: [] };
    const body = asked.method === 'POST' ? new Uint8Array(await asked.arrayBuffer()) : undefined;
    const {
      status,
      headers: given,
      body: bytes,
    } = await ask({
      method: asked.method,
      address: pathname + search,
      headers,
      body,
      coding: selectEncoding(undefined),
      requestId: requestIdOf(headers),
      requestLog,
    });
    return new Response(status === 304 ? null : typeof bytes === 'string' ? bytes : new Uint8Array(bytes), {
      status,
      headers: given,
    });
  };
  return Object.assign(listener, { fetch: fetched });
}

function explorerRoute(examples: readonly ExampleTab[]): Route {
  const explorer = createGraphiql(examples);
  return {
    matches: (path, request) => path === endpointPath && acceptsHtml(request),
    handle: ({ request, response, requestLog }) => {
      requestLog.route = 'explorer';
      return explorer(request, response);
    },
  };
}

/** GraphiQL sends texts, and would look broken where none is taken. */
const shutExplorer: Route = {
  matches: (path, request) => path === endpointPath && acceptsHtml(request),
  handle: ({ request, response, requestLog }) => {
    requestLog.route = 'explorer';
    const text =
      'This server answers documents that it knows, by their ids, and nothing else, so GraphiQL is shut here. The page at / is open.\n';
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

const nowhere = (version: () => string): Route => ({
  matches: () => true,
  handle: ({ response, path }) => {
    writeRefusal(
      response,
      404,
      new GraphQLError(`There is nothing at ${path.slice(0, 100)}. The graph is at ${endpointPath}.`, {
        extensions: { code: 'BAD_REQUEST' },
      }),
      version(),
    );
    response.end();
  },
});

function observe(exchange: HttpContext, clock: () => number, observers: readonly Observer[]): void {
  if (observers.length === 0) return;
  const { request, response, requestId } = exchange;
  const { socket } = request;
  const from = clock();
  let isSent = false;
  // Node says so of an answer too that was cut off, but its connection is gone by then.
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

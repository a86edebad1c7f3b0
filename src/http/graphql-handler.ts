/**
 * GraphQL over HTTP without the socket: takes a complete request and returns a status, headers and bytes. Every GraphQL
 * request that the response cache cannot answer comes here. The compiled executor answers the operations that it knows;
 * Yoga answers all others.
 */
import { isPlainAddress, uncacheable } from './cache-scope.ts';
import { cacheControl, maxAge, serverDigest, computeEtag } from './etag.ts';
import { statusCounter, type RequestContext, type RequestLog } from './request-context.ts';
import { createYogaServer, type GraphqlOptions } from './create-yoga.ts';
import { parseAccept } from './content-negotiation.ts';
import {
  uncachedHeaders,
  type CachePolicy,
  type CompiledExecutor,
  type GraphqlHttpRequest,
  type GraphqlHttpResponse,
  type GraphqlParams,
  type YogaResponse,
} from './graphql-http.ts';
import { parseGraphqlParams } from './parse-graphql-request.ts';
import type { LoadedData } from './snapshot.ts';

export interface GraphqlHandlerOptions extends GraphqlOptions {
  readonly current: () => LoadedData;
  /** Returns the ISO day in America/New_York. */
  readonly today: () => string;
  /** For how many seconds a cache may use an answer to a GET without revalidating it; 0 means never. */
  readonly cacheSeconds: number;
  /** Returns how many seconds are left of an ISO day in America/New_York; negative once the day is over. */
  readonly secondsLeft: (day: string) => number;
  /** A digest of the built program, which differs after an upgrade. */
  readonly program: string;
  /** Creates the executor that answers known operations instead of Yoga. If omitted, Yoga answers every operation. */
  readonly compiledExecutor?: ((options: GraphqlOptions) => CompiledExecutor) | undefined;
}

type YogaServer = ReturnType<typeof createYogaServer>;

/** Returns a function that answers requests. It returns a response, not a promise, if there is nothing to wait for. */
export function createGraphqlHandler(
  options: GraphqlHandlerOptions,
): (request: GraphqlHttpRequest) => GraphqlHttpResponse | Promise<GraphqlHttpResponse> {
  const yoga = createYogaServer(options);
  const executor = options.compiledExecutor?.(options);
  const withCachePolicy = cachePolicies(options);

  const answerGet = async (request: GraphqlHttpRequest, context: RequestContext): Promise<GraphqlHttpResponse> => {
    let cacheability = uncacheable;
    const onClassified: RequestContext['onClassified'] = (classified) => {
      cacheability = classified;
    };
    const response = await fetchFromYoga(yoga, request, { ...context, onClassified });
    return withCachePolicy(response, cacheability, request, context);
  };

  const answerPost = async (
    request: GraphqlHttpRequest,
    context: RequestContext,
    params: GraphqlParams | null,
  ): Promise<GraphqlHttpResponse> => {
    const response = await fetchFromYoga(yoga, request, context);
    if (params !== null && isErrorFree(response, request.requestLog)) executor?.learn(params, request, response);
    return withoutCache(response);
  };

  return (received) => {
    const { snapshot } = received;
    received.requestLog.dataVersion = snapshot.graph.version;
    const request = withReadableAccept(received);
    if (request === null) return notAcceptable(snapshot.graph.version);
    const { method, headers, requestId, requestLog } = request;
    const params = executor && method === 'POST' ? parseGraphqlParams(request) : null;
    const response = params && executor?.execute(params, request, snapshot);
    if (response) return response;
    const context: RequestContext = {
      ...snapshot,
      derived: statusCounter(requestLog),
      requestId,
      requestLog,
      isCostWanted: headers['x-graphql-cost'] !== undefined,
    };
    return method === 'GET' ? answerGet(request, context) : answerPost(request, context, params);
  };
}

async function fetchFromYoga(
  yoga: YogaServer,
  request: GraphqlHttpRequest,
  context: RequestContext,
): Promise<YogaResponse> {
  const { method, address, body } = request;
  const fetchRequest = new yoga.fetchAPI.Request(`http://localhost${address}`, {
    method,
    headers: singleHeaders(request),
    ...(body === undefined ? {} : { body }),
  });
  const response = await yoga.fetch(fetchRequest, context);
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'content-length'));
  return {
    status: response.status,
    headers: { ...headers, ...uncachedHeaders },
    body: Buffer.from(await response.arrayBuffer()),
  };
}

const isErrorFree = ({ status }: YogaResponse, { errorCodes }: RequestLog): boolean =>
  status === 200 && errorCodes === undefined;

/** Returns a function that decides what a cache may do with an answer to a GET, and sets its Cache-Control header. */
function cachePolicies(options: GraphqlHandlerOptions) {
  const { cacheSeconds, secondsLeft } = options;
  let digest: string | undefined;
  const serverDigestOnce = (): string => {
    digest ??= serverDigest({
      program: options.program,
      limits: options.limits,
      trustedDocuments: options.trustedDocuments ?? new Map(),
      trustedDocumentsOnly: options.trustedDocumentsOnly ?? false,
    });
    return digest;
  };
  return (
    response: YogaResponse,
    { isRepeatable, scope }: typeof uncacheable,
    { address, headers: requestHeaders, requestLog }: GraphqlHttpRequest,
    { graph, today: day, isCostWanted }: RequestContext,
  ): GraphqlHttpResponse => {
    if (!isErrorFree(response, requestLog) || !isRepeatable) return withoutCache(response);
    const { status, headers, body } = response;
    const search = address.includes('?') ? address.slice(address.indexOf('?') + 1) : '';
    const tag = computeEtag({
      server: serverDigestOnce(),
      dataVersion: requestLog.dataVersion ?? graph.version,
      day,
      search,
      accept: requestHeaders['accept'] ?? '',
      isCostWanted,
      body,
    });
    const cache: CachePolicy = { scope: isPlainAddress(search) ? scope : 'private', tag, day };
    const seconds = cacheSeconds === 0 ? 0 : maxAge(cacheSeconds, secondsLeft(day));
    return { status, headers: { ...headers, 'cache-control': cacheControl(cache.scope, seconds) }, body, cache };
  };
}

const withoutCache = ({ status, headers, body }: YogaResponse): GraphqlHttpResponse => ({
  status,
  headers,
  body,
  cache: null,
});

function singleHeaders({ headers }: GraphqlHttpRequest): Record<string, string> {
  const single: Record<string, string> = {};
  for (const name in headers) if (name !== 'transfer-encoding') single[name] = String(headers[name]);
  return single;
}

/** Removes from Accept the media types that this server does not send. Returns null if none is left. */
function withReadableAccept(request: GraphqlHttpRequest): GraphqlHttpRequest | null {
  const header = request.headers['accept'];
  const accept = header === undefined ? header : parseAcceptOnce(header);
  if (accept === header) return request;
  return accept == null ? null : { ...request, headers: { ...request.headers, accept } };
}

/** Results of `parseAccept` for short headers, since clients send the same few headers again and again. */
const parsedAccepts = new Map<string, string | null>();
const maxParsedAccepts = 100;
const maxAcceptLength = 200;
function parseAcceptOnce(header: string): string | null {
  let accept = parsedAccepts.get(header);
  if (accept === undefined) {
    accept = parseAccept(header);
    if (header.length <= maxAcceptLength && parsedAccepts.size < maxParsedAccepts) parsedAccepts.set(header, accept);
  }
  return accept;
}

function notAcceptable(dataVersion: string): GraphqlHttpResponse {
  const message =
    'This server answers with application/graphql-response+json or application/json. ' +
    'The accept header allows neither: add one of them.';
  return {
    status: 406,
    headers: { 'content-type': 'application/json; charset=utf-8', ...uncachedHeaders },
    body: Buffer.from(
      JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }], extensions: { dataVersion } }),
    ),
    cache: null,
  };
}

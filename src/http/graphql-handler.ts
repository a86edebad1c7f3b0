/**
 * GraphQL over HTTP without the socket: takes a complete request and returns a status, headers and bytes. Every GraphQL
 * request that the response cache cannot answer comes here. The compiled executor answers the operations that it knows;
 * Yoga answers all others.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Context } from '../schema/builder.ts';
import { isPlainAddress, uncacheable, type CacheScope } from './cache-scope.ts';
import { cacheControl, maxAge, serverDigest, computeEtag } from './etag.ts';
import { statusCounter, type RequestLog } from './request-context.ts';
import { createYogaServer, type GraphqlOptions, type LoadedData, type RequestContext } from './create-yoga.ts';
import { parseAccept, type ContentCoding } from './content-negotiation.ts';
import { parseGraphqlParams, type GraphqlParams } from './parse-graphql-request.ts';
import type { Snapshot } from './snapshot.ts';

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

export interface GraphqlHttpRequest {
  readonly method: string;
  /** The path, with the query string if there is one. */
  readonly address: string;
  readonly headers: Readonly<IncomingHttpHeaders>;
  readonly body?: Uint8Array<ArrayBuffer> | undefined;
  /** The content coding that the client accepts. */
  readonly coding: ContentCoding;
  readonly requestId: string;
  readonly requestLog: RequestLog;
  /** The data and the day to answer from. */
  readonly snapshot: Snapshot;
}

export interface GraphqlHttpResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Not compressed. A string has one character for each byte. */
  readonly body: Buffer | string;
  /** What a cache may do with the answer; null if no cache may store it. */
  readonly cache: CachePolicy | null;
}

/** What a cache may do with an answer. */
export interface CachePolicy {
  readonly scope: CacheScope;
  /** The entity tag without quotes and without the suffix of the content coding. */
  readonly tag: string;
  /** The ISO day that the answer was made for. The answer must not be used on a later day. */
  readonly day: string;
}

/** Answers operations instead of Yoga once Yoga has answered them without an error. The bytes are the same. */
export interface CompiledExecutor {
  /** Returns null if the request is new or unusual. Yoga then answers it, and the request log is unchanged. */
  readonly execute: (
    params: GraphqlParams,
    request: GraphqlHttpRequest,
    context: Context,
  ) => GraphqlHttpResponse | null;
  /** Called with each answer of Yoga that holds no error. */
  readonly learn: (params: GraphqlParams, request: GraphqlHttpRequest, response: YogaResponse) => void;
}
export type YogaResponse = Pick<GraphqlHttpResponse, 'status' | 'headers' | 'body'>;

/** The request headers that an answer depends on. If allowed origins are configured, Origin is added. */
const varies = 'Accept, Accept-Encoding, X-GraphQL-Cost';
const uncachedHeaders = { vary: varies, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

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

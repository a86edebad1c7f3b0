/**
 * The route `/graphql` on the network. It reads the body within its limit, looks the request up in the response cache, calls
 * the GraphQL handler if it is not there, compresses the answer and sends it. Cached answers, and answers that need no
 * waiting, are sent in the same turn of the event loop in which the request arrived.
 */
import type { IncomingMessage } from 'node:http';
import { drain, readBody, type RequestBody } from './body.ts';
import { cacheControl, formatEtag } from './etag.ts';
import { compress, shouldSkipCompression } from './content-encoding.ts';
import { isPreflight, originHeaders, preflightHeaders, type OriginHeaders } from './cors.ts';
import type { GraphqlHttpResponse, GraphqlHttpRequest } from './graphql-http.ts';
import { writeRefusal, type HttpContext, type Route } from './request-context.ts';
import { cacheKeyOf, type ResponseCache, type WireResponse } from './response-cache.ts';
import { limitExceeded } from './query-limits/limits.ts';
import { selectEncoding, matchesEtag, type ContentCoding } from './content-negotiation.ts';
import type { Snapshot } from './snapshot.ts';

interface GraphqlRoute {
  readonly execute: (request: GraphqlHttpRequest) => GraphqlHttpResponse | Promise<GraphqlHttpResponse>;
  readonly responseCache: ResponseCache;
  /** Returns the current snapshot. */
  readonly snapshots: () => Snapshot;
  readonly bodyBytes: number;
  readonly origins: readonly string[];
  /** Returns for how many seconds a cache may use an answer made for that day without revalidating it. */
  readonly maxAge: (day: string) => number;
  /** Called with errors that occur after `handle` has returned. */
  readonly failed: (exchange: HttpContext, error: unknown) => void;
}

export const endpointPath = '/graphql';

/** Creates the route. Errors before the body is read are thrown; later ones are passed to `failed`. */
export function graphqlRoute(options: GraphqlRoute): Route {
  const { bodyBytes, origins, failed } = options;
  const handle = (exchange: HttpContext): void | Promise<void> => {
    const { request, response, requestId, requestLog } = exchange;
    requestLog.route = endpointPath;
    const origin = originHeaders(request.headers, origins);
    if (isPreflight(request)) {
      response.writeHead(204, { ...preflightHeaders(origin), 'x-request-id': requestId }).end();
      return;
    }
    if (request.method !== 'POST') return answerRequest(options, exchange, origin, undefined);
    readBody(request, bodyBytes, (body) => {
      try {
        const pending =
          'announcedBytes' in body
            ? refuseBody(options, exchange, body.announcedBytes, origin)
            : answerRequest(options, exchange, origin, body);
        pending?.catch((error: unknown) => {
          failed(exchange, error);
        });
      } catch (error) {
        failed(exchange, error);
      }
    });
  };
  return { matches: (path) => path === endpointPath, handle };
}

async function refuseBody(
  { bodyBytes, snapshots }: GraphqlRoute,
  { request, response, requestId, requestLog }: HttpContext,
  announcedBytes: number | null,
  origin: OriginHeaders,
): Promise<void> {
  requestLog.refusedBy = 'bodyBytes';
  writeRefusal(response, 413, limitExceeded('bodyBytes', announcedBytes, bodyBytes), snapshots().graph.version, {
    ...origin.headers,
    ...(origin.varies ? { vary: 'Origin' } : {}),
    'x-request-id': requestId,
    connection: 'close',
  });
  await drain(request, 10 * bodyBytes);
  response.end();
}

/** Answers a complete request from the response cache or, failing that, from the GraphQL handler. */
function answerRequest(
  options: GraphqlRoute,
  exchange: HttpContext,
  origin: OriginHeaders,
  body: RequestBody | undefined,
): void | Promise<void> {
  const { responseCache, maxAge } = options;
  const { request, requestId, requestLog } = exchange;
  const snapshot = options.snapshots();
  const coding = selectEncoding(request.headers['accept-encoding']);
  const key = responseCache.isEnabled ? cacheKeyOf(request, coding, body) : null;
  const cached = key === null ? undefined : responseCache.find(snapshot, key);
  if (cached !== undefined) {
    const hasAnswer = clientHasAnswer(request, cached);
    exchange.requestLog = hasAnswer === null ? cached.requestLog : cached.conditionalRequestLog(hasAnswer);
    send(exchange, cached, hasAnswer === true, maxAge);
    return;
  }
  if (key !== null) requestLog.caches.push({ cache: 'response', hit: false });
  const finish = (response: WireResponse): void => {
    const hasAnswer = clientHasAnswer(request, response);
    if (hasAnswer !== null) requestLog.caches.push({ cache: 'client', hit: hasAnswer });
    send(exchange, response, hasAnswer === true, maxAge);
    if (key !== null) responseCache.store(snapshot, key, response, requestLog);
  };
  const compressAndFinish = (response: GraphqlHttpResponse): void | Promise<void> =>
    shouldSkipCompression(response.body, coding)
      ? finish(wireResponse(response, response.body, 'identity', origin))
      : compress(response.body, coding).then((compressed) => {
          finish(wireResponse(response, compressed, coding, origin));
        });
  const response = options.execute({
    method: request.method ?? 'GET',
    address: request.url ?? endpointPath,
    headers: request.headers,
    body,
    coding,
    requestId,
    requestLog,
    snapshot,
  });
  return response instanceof Promise ? response.then(compressAndFinish) : compressAndFinish(response);
}

function send(
  exchange: HttpContext,
  response: WireResponse,
  isUnchanged: boolean,
  maxAge: GraphqlRoute['maxAge'],
): void {
  const { cache, headers, unchanged } = response;
  const ownHeaders = cache === null ? [] : ['cache-control', cacheControl(cache.scope, maxAge(cache.day))];
  ownHeaders.push('x-request-id', exchange.requestId);
  if (isUnchanged) writeUnchanged(exchange, unchanged.concat(ownHeaders));
  else writeWhole(exchange, response, headers.concat(ownHeaders));
}

function wireResponse(
  { status, headers, cache }: GraphqlHttpResponse,
  body: Buffer | string,
  coding: ContentCoding,
  origin: OriginHeaders,
): WireResponse {
  const etag = cache === null ? null : formatEtag(cache.tag, coding);
  const list: string[] = [];
  for (const name in headers) {
    const value = headers[name] ?? '';
    // Cache-Control depends on the time of sending, so `send` adds it.
    if (name === 'cache-control' && cache !== null) continue;
    list.push(name, name === 'vary' && origin.varies ? `${value}, Origin` : value);
  }
  for (const name in origin.headers) list.push(name, origin.headers[name] ?? '');
  if (etag !== null) list.push('etag', etag);
  if (coding !== 'identity') list.push('content-encoding', coding);
  const unchanged =
    cache === null ? [] : list.filter((_, index) => repeatedHeaders.has(list[index - (index % 2)] ?? ''));
  return { status, headers: list, cache, etag, unchanged, body: stringOrBuffer(body) };
}

/**
 * Headers of a 200 that its 304 repeats (RFC 9110, section 15.4.5), and the CORS headers without which a page of another
 * origin may not read it.
 */
const repeatedHeaders = new Set(['vary', 'etag', 'access-control-allow-origin', 'access-control-expose-headers']);

/** Bytes. Copying a larger body into one string costs as much as writing it separately. */
const maxStringBytes = 8_192;

function stringOrBuffer(body: Buffer | string): Buffer | string {
  const isShort = body.length <= maxStringBytes;
  if (typeof body === 'string') return isShort ? body : Buffer.from(body, 'latin1');
  return isShort ? body.toString('latin1') : body;
}

/** Whether the client already has this answer; null if it sent no If-None-Match or the answer has no ETag. */
function clientHasAnswer({ headers }: IncomingMessage, { etag }: WireResponse): boolean | null {
  const ifNoneMatch = headers['if-none-match'];
  return ifNoneMatch === undefined || etag === null ? null : matchesEtag(ifNoneMatch, etag);
}

function writeWhole(exchange: HttpContext, { status, body }: WireResponse, headers: string[]): void {
  exchange.bytes = body.length;
  headers.push('content-length', String(body.length));
  exchange.response.writeHead(status, headers).end(body, 'latin1');
}

function writeUnchanged(exchange: HttpContext, headers: string[]): void {
  exchange.bytes = 0;
  exchange.response.writeHead(304, headers).end();
}

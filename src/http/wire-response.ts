/** The form in which an answer of /graphql is sent and cached, and how it is sent. */
import type { IncomingMessage } from 'node:http';
import { matchesEtag, type ContentCoding } from './content-negotiation.ts';
import type { OriginHeaders } from './cors.ts';
import { cacheControl, formatEtag } from './etag.ts';
import type { CachePolicy, GraphqlHttpResponse } from './graphql-http.ts';
import type { HttpContext, RequestLog } from './request-context.ts';

/** An answer as it is sent over the network. */
export interface WireResponse {
  readonly status: number;
  /** Name, value, name, value; without Content-Length, Cache-Control and the headers that belong to one request. */
  readonly headers: readonly string[];
  /** What a cache may do with it; null if no cache may store it, which the headers then say. */
  readonly cache: CachePolicy | null;
  /** The value of the ETag header; null if there is none. */
  readonly etag: string | null;
  /** The headers of the 304 that may be sent instead; empty if there is no ETag. */
  readonly unchanged: readonly string[];
  /** A short body is a string with one character for each byte, which Node writes in one piece with the headers. */
  readonly body: Buffer | string;
}

/** An answer of the cache. */
export interface CachedResponse extends WireResponse {
  /** The request log of every request that this entry answers. */
  readonly requestLog: RequestLog;
  /** The same for requests with If-None-Match, by whether the client has the current answer. */
  readonly conditionalRequestLog: (hasAnswer: boolean) => RequestLog;
}

/** Returns for how many seconds a cache may use an answer made for that ISO day without revalidating it. */
export type MaxAge = (day: string) => number;

/** Sends a cached answer, or a 304 if the client has it already. Its request log replaces that of the request. */
export function sendCached(exchange: HttpContext, response: CachedResponse, maxAge: MaxAge): void {
  const hasAnswer = clientHasAnswer(exchange.request, response);
  exchange.requestLog = hasAnswer === null ? response.requestLog : response.conditionalRequestLog(hasAnswer);
  send(exchange, response, hasAnswer === true, maxAge);
}

/** Sends an answer that was made for this request, or a 304 if the client has the same one already. */
export function sendNew(exchange: HttpContext, response: WireResponse, maxAge: MaxAge): void {
  const hasAnswer = clientHasAnswer(exchange.request, response);
  if (hasAnswer !== null) exchange.requestLog.caches.push({ cache: 'client', hit: hasAnswer });
  send(exchange, response, hasAnswer === true, maxAge);
}

function send(exchange: HttpContext, response: WireResponse, isUnchanged: boolean, maxAge: MaxAge): void {
  const { cache, headers, unchanged } = response;
  const ownHeaders = cache === null ? [] : ['cache-control', cacheControl(cache.scope, maxAge(cache.day))];
  ownHeaders.push('x-request-id', exchange.requestId);
  if (isUnchanged) writeUnchanged(exchange, unchanged.concat(ownHeaders));
  else writeWhole(exchange, response, headers.concat(ownHeaders));
}

/** Makes an answer ready to be sent. `body` is the answer's body in the content coding `coding`. */
export function toWireResponse(
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
  exchange.bytes = exchange.request.method === 'HEAD' ? 0 : body.length;
  headers.push('content-length', String(body.length));
  exchange.response.writeHead(status, headers).end(body, 'latin1');
}

function writeUnchanged(exchange: HttpContext, headers: string[]): void {
  exchange.bytes = 0;
  exchange.response.writeHead(304, headers).end();
}

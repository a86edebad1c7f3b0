/**
 * `/graphql` on the wire: the body read within its limit, the answer found where it was kept or asked for, coded, tagged and
 * sent. What was kept, and what is worked out without waiting, is answered in the very turn in which the request came.
 */
import type { IncomingMessage } from 'node:http';
import { drain, readBody, type RequestBody } from './body.ts';
import { cacheControl, formatEtag } from './etag.ts';
import { compress, shouldSkipCompression } from './content-encoding.ts';
import { isPreflight, originHeaders, preflightHeaders, type OriginHeaders } from './cors.ts';
import type { GraphqlHttpResponse, GraphqlHttpRequest } from './graphql-handler.ts';
import { writeRefusal, type HttpContext, type Route } from './request-context.ts';
import type { LoadedData } from './create-yoga.ts';
import { cacheKeyOf, type ResponseCache, type WireResponse, type CacheKey } from './response-cache.ts';
import { limitExceeded } from './query-limits/limits.ts';
import { selectEncoding, matchesEtag, type ContentCoding } from './content-negotiation.ts';

interface GraphqlRoute {
  readonly ask: (asked: GraphqlHttpRequest) => GraphqlHttpResponse | Promise<GraphqlHttpResponse>;
  readonly kept: ResponseCache;
  readonly current: () => LoadedData;
  readonly bodyBytes: number;
  readonly origins: readonly string[];
  /** For how many seconds a cache may use an answer of that day without asking again. */
  readonly maxAge: (day: string) => number;
  /** Told of what goes wrong once `answer` has returned. */
  readonly failed: (exchange: HttpContext, error: unknown) => void;
}

export const endpointPath = '/graphql';

export function graphqlRoute({ ask, kept, current, bodyBytes, origins, maxAge, failed }: GraphqlRoute): Route {
  const refuseBody = async (
    { request, response, requestId, requestLog }: HttpContext,
    asked: number | null,
    origin: OriginHeaders,
  ): Promise<void> => {
    requestLog.refusedBy = 'bodyBytes';
    writeRefusal(response, 413, limitExceeded('bodyBytes', asked, bodyBytes), current().graph.version, {
      ...origin.headers,
      ...(origin.varies ? { vary: 'Origin' } : {}),
      'x-request-id': requestId,
      connection: 'close',
    });
    await drain(request, 10 * bodyBytes);
    response.end();
  };

  const answerWhole = (
    exchange: HttpContext,
    origin: OriginHeaders,
    body: RequestBody | undefined,
  ): void | Promise<void> => {
    const { request } = exchange;
    const coding = selectEncoding(request.headers['accept-encoding']);
    const wanted = kept.isEnabled ? cacheKeyOf(request, coding, body) : null;
    const known = wanted === null ? undefined : kept.find(wanted);
    if (known === undefined) return answerAnew(exchange, origin, body, coding, wanted);
    const hasIt = isWithClient(request, known);
    exchange.requestLog = hasIt === null ? known.requestLog : known.conditionalRequestLog(hasIt);
    send(exchange, known, hasIt === true);
  };

  const answerAnew = (
    exchange: HttpContext,
    origin: OriginHeaders,
    body: RequestBody | undefined,
    coding: ContentCoding,
    wanted: CacheKey | null,
  ): void | Promise<void> => {
    const { request, requestId, requestLog } = exchange;
    const era = wanted === null ? null : kept.snapshot();
    if (wanted !== null) requestLog.caches.push({ cache: 'response', hit: false });
    const finish = (sent: WireResponse): void => {
      const hasIt = isWithClient(request, sent);
      if (hasIt !== null) requestLog.caches.push({ cache: 'client', hit: hasIt });
      send(exchange, sent, hasIt === true);
      if (wanted !== null && era !== null) kept.store(wanted, era, sent, requestLog);
    };
    const answer = (answered: GraphqlHttpResponse): void | Promise<void> =>
      shouldSkipCompression(answered.body, coding)
        ? finish(onWire(answered, answered.body, 'identity', origin))
        : compress(answered.body, coding).then((made) => {
            finish(onWire(answered, made, coding, origin));
          });
    const answered = ask({
      method: request.method ?? 'GET',
      address: request.url ?? endpointPath,
      headers: request.headers,
      body,
      coding,
      requestId,
      requestLog,
    });
    return answered instanceof Promise ? answered.then(answer) : answer(answered);
  };

  const send = (exchange: HttpContext, sent: WireResponse, isUnchanged: boolean): void => {
    const { cache, headers, unchanged } = sent;
    const own = cache === null ? [] : ['cache-control', cacheControl(cache.scope, maxAge(cache.day))];
    own.push('x-request-id', exchange.requestId);
    if (isUnchanged) writeUnchanged(exchange, unchanged.concat(own));
    else writeWhole(exchange, sent, headers.concat(own));
  };

  const answer = (exchange: HttpContext): void | Promise<void> => {
    const { request, response, requestId, requestLog } = exchange;
    requestLog.route = endpointPath;
    const origin = originHeaders(request.headers, origins);
    if (isPreflight(request)) {
      response.writeHead(204, { ...preflightHeaders(origin), 'x-request-id': requestId }).end();
      return;
    }
    if (request.method !== 'POST') return answerWhole(exchange, origin, undefined);
    readBody(request, bodyBytes, (body) => {
      try {
        const answering =
          'announcedBytes' in body
            ? refuseBody(exchange, body.announcedBytes, origin)
            : answerWhole(exchange, origin, body);
        answering?.catch((error: unknown) => {
          failed(exchange, error);
        });
      } catch (error) {
        failed(exchange, error);
      }
    });
  };
  return { matches: (path) => path === endpointPath, handle: answer };
}

function onWire(
  { status, headers, cache }: GraphqlHttpResponse,
  body: Buffer | string,
  coding: ContentCoding,
  origin: OriginHeaders,
): WireResponse {
  const etag = cache === null ? null : formatEtag(cache.tag, coding);
  const list: string[] = [];
  for (const name in headers) {
    const value = headers[name] ?? '';
    // How long a cache may keep it depends on when it is sent.
    if (name === 'cache-control' && cache !== null) continue;
    list.push(name, name === 'vary' && origin.varies ? `${value}, Origin` : value);
  }
  for (const name in origin.headers) list.push(name, origin.headers[name] ?? '');
  if (etag !== null) list.push('etag', etag);
  if (coding !== 'identity') list.push('content-encoding', coding);
  const unchanged = cache === null ? [] : list.filter((_, index) => repeated.has(list[index - (index % 2)] ?? ''));
  return { status, headers: list, cache, etag, unchanged, body: inPieces(body) };
}

/**
 * Headers of a 200 that its 304 repeats (RFC 9110, section 15.4.5), and those without which a page of another origin may not
 * read it.
 */
const repeated = new Set(['vary', 'etag', 'access-control-allow-origin', 'access-control-expose-headers']);

/** Bytes. Copying more costs what a second piece does. */
const mostInOnePiece = 8_192;

function inPieces(body: Buffer | string): Buffer | string {
  const isShort = body.length <= mostInOnePiece;
  if (typeof body === 'string') return isShort ? body : Buffer.from(body, 'latin1');
  return isShort ? body.toString('latin1') : body;
}

/** Whether the client has the answer already; null where it did not ask, or the answer has no tag. */
function isWithClient({ headers }: IncomingMessage, { etag }: WireResponse): boolean | null {
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

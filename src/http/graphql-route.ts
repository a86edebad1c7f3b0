/**
 * `/graphql` on the wire: the body read within its limit, the answer found where it was kept or asked for, coded, tagged and
 * sent. What was kept, and what is worked out without waiting, is answered in the very turn in which the request came.
 */
import { drain, readBody, type Body } from './body.ts';
import { quoted } from './caching.ts';
import { coded, isLeftPlain } from './compression.ts';
import { isPreflight, originHeaders, preflightHeaders, type OriginHeaders } from './cors.ts';
import type { Answered, Asked } from './endpoint.ts';
import { writeRefusal, type Exchange, type Route } from './exchange.ts';
import type { Loaded } from './graphql.ts';
import { wantedOf, type Keeping, type Sent, type Wanted } from './keeping.ts';
import { overLimit } from './limits.ts';
import { codingFor, type Coding } from './negotiation.ts';

interface GraphqlRoute {
  readonly ask: (asked: Asked) => Answered | Promise<Answered>;
  readonly kept: Keeping;
  readonly current: () => Loaded;
  readonly bodyBytes: number;
  readonly origins: readonly string[];
  /** Told of what goes wrong once `answer` has returned. */
  readonly failed: (exchange: Exchange, error: unknown) => void;
}

export const endpointPath = '/graphql';

export function graphqlRoute({ ask, kept, current, bodyBytes, origins, failed }: GraphqlRoute): Route {
  const refuseBody = async (
    { request, response, requestId, noted }: Exchange,
    asked: number | null,
    origin: OriginHeaders,
  ): Promise<void> => {
    noted.refusedBy = 'bodyBytes';
    writeRefusal(response, 413, overLimit('bodyBytes', asked, bodyBytes), current().graph.version, {
      ...origin.headers,
      ...(origin.varies ? { vary: 'Origin' } : {}),
      'x-request-id': requestId,
      connection: 'close',
    });
    await drain(request, 10 * bodyBytes);
    response.end();
  };

  const answerWhole = (exchange: Exchange, origin: OriginHeaders, body: Body | undefined): void | Promise<void> => {
    const { request } = exchange;
    const coding = codingFor(request.headers['accept-encoding']);
    const wanted = kept.keeps ? wantedOf(request, coding, body) : null;
    const known = wanted === null ? undefined : kept.find(wanted);
    if (known === undefined) return answerAnew(exchange, origin, body, coding, wanted);
    exchange.noted = known.noted;
    send(exchange, known);
  };

  const answerAnew = (
    exchange: Exchange,
    origin: OriginHeaders,
    body: Body | undefined,
    coding: Coding,
    wanted: Wanted | null,
  ): void | Promise<void> => {
    const { request, requestId, noted } = exchange;
    const era = wanted === null ? null : kept.era();
    if (wanted !== null) noted.caches.push({ cache: 'response', hit: false });
    const finish = (sent: Sent): void => {
      send(exchange, sent);
      if (wanted !== null && era !== null) kept.keep(wanted, era, sent, noted);
    };
    const answer = (answered: Answered): void | Promise<void> =>
      isLeftPlain(answered.body, coding)
        ? finish(onWire(answered, answered.body, 'identity', origin))
        : coded(answered.body, coding).then((made) => {
            finish(onWire(answered, made, coding, origin));
          });
    const answered = ask({
      method: request.method ?? 'GET',
      address: request.url ?? endpointPath,
      headers: request.headers,
      body,
      coding,
      requestId,
      noted,
    });
    return answered instanceof Promise ? answered.then(answer) : answer(answered);
  };

  const answer = (exchange: Exchange): void | Promise<void> => {
    const { request, response, requestId, noted } = exchange;
    noted.route = endpointPath;
    const origin = originHeaders(request.headers, origins);
    if (isPreflight(request)) {
      response.writeHead(204, { ...preflightHeaders(origin), 'x-request-id': requestId }).end();
      return;
    }
    if (request.method !== 'POST') return answerWhole(exchange, origin, undefined);
    readBody(request, bodyBytes, (body) => {
      try {
        const answering =
          'asked' in body ? refuseBody(exchange, body.asked, origin) : answerWhole(exchange, origin, body);
        answering?.catch((error: unknown) => {
          failed(exchange, error);
        });
      } catch (error) {
        failed(exchange, error);
      }
    });
  };
  return { takes: (path) => path === endpointPath, answer };
}

function onWire(
  { status, headers, tag }: Answered,
  body: Buffer | string,
  coding: Coding,
  origin: OriginHeaders,
): Sent {
  const list: string[] = [];
  for (const name in headers)
    list.push(name, name === 'vary' && origin.varies ? `${headers[name] ?? ''}, Origin` : (headers[name] ?? ''));
  for (const name in origin.headers) list.push(name, origin.headers[name] ?? '');
  if (tag !== null) list.push('etag', quoted(tag, coding));
  if (coding !== 'identity') list.push('content-encoding', coding);
  const isShort = body.length <= mostInOnePiece;
  return {
    status,
    headers: list,
    body:
      typeof body === 'string'
        ? isShort
          ? body
          : Buffer.from(body, 'latin1')
        : isShort
          ? body.toString('latin1')
          : body,
  };
}

/** Bytes. Copying more costs what a second piece does. */
const mostInOnePiece = 8_192;

function send(exchange: Exchange, { status, headers, body }: Sent): void {
  exchange.bytes = body.length;
  exchange.response
    .writeHead(
      status,
      status === 304
        ? [...headers, 'x-request-id', exchange.requestId]
        : [...headers, 'content-length', String(body.length), 'x-request-id', exchange.requestId],
    )
    .end(body, 'latin1');
}

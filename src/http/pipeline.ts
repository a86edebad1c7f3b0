/**
 * The layers of /graphql, in the order in which a request passes them: CORS, body, response cache, compiled executor, Yoga,
 * content encoding. Each layer answers the request or passes it on. Before Yoga and compression nothing waits: a request that a
 * cache or the compiled executor can answer is answered in the turn of the event loop in which its last byte arrived.
 */
import { readBody, refuseBody, type RequestBody } from './body.ts';
import { compress, shouldSkipCompression } from './content-encoding.ts';
import { selectEncoding } from './content-negotiation.ts';
import { isPreflight, originHeaders, sendPreflight, type OriginHeaders } from './cors.ts';
import {
  endpointPath,
  type CompiledExecutor,
  type GraphqlHttpRequest,
  type GraphqlHttpResponse,
} from './graphql-http.ts';
import { notAcceptable, parseJsonBody, plainParams, withReadableAccept } from './parse-graphql-request.ts';
import type { HttpContext, Route } from './request-context.ts';
import { cacheKeyOf, type ResponseCache } from './response-cache.ts';
import type { Snapshot } from './snapshot.ts';
import { sendCached, sendNew, toWireResponse, type MaxAge, type WireResponse } from './wire-response.ts';
import type { YogaLayer } from './yoga-layer.ts';

/** The layers, and what they share. */
export interface PipelineOptions {
  /** Origins whose pages may read answers. */
  readonly origins: readonly string[];
  /** The size of the largest body that is read. */
  readonly bodyBytes: number;
  readonly responseCache: ResponseCache;
  /** Null if Yoga executes every operation. */
  readonly compiledExecutor: CompiledExecutor | null;
  readonly yoga: YogaLayer;
  /** Returns the current snapshot. It is called once for each request. */
  readonly snapshots: () => Snapshot;
  readonly maxAge: MaxAge;
  /** Called with errors that occur after `handle` has returned. */
  readonly failed: (exchange: HttpContext, error: unknown) => void;
}

type Execute = (request: GraphqlHttpRequest) => GraphqlHttpResponse | Promise<GraphqlHttpResponse>;

export interface Pipeline {
  /** All layers. Throws errors that occur before the body is read; passes later ones to `failed`. */
  readonly handle: Route['handle'];
  /** The compiled executor and Yoga only. Returns a response, not a promise, if there is nothing to wait for. */
  readonly execute: Execute;
}

export function createPipeline(options: PipelineOptions): Pipeline {
  const { origins, bodyBytes, responseCache, compiledExecutor, yoga, snapshots, maxAge, failed } = options;

  const handle = (exchange: HttpContext): void | Promise<void> => {
    const { request, requestLog } = exchange;
    requestLog.route = endpointPath;

    // 1. CORS
    const origin = originHeaders(request.headers, origins);
    if (isPreflight(request)) {
      sendPreflight(exchange, origin);
      return;
    }

    // 2. Body
    if (request.method !== 'POST') return answer(exchange, origin, undefined);
    readBody(request, bodyBytes, (body) => {
      try {
        const pending =
          'announcedBytes' in body
            ? refuseBody(exchange, origin, body, bodyBytes, snapshots().graph.version)
            : answer(exchange, origin, body);
        pending?.catch((error: unknown) => {
          failed(exchange, error);
        });
      } catch (error) {
        failed(exchange, error);
      }
    });
  };

  const answer = (
    exchange: HttpContext,
    origin: OriginHeaders,
    body: RequestBody | undefined,
  ): void | Promise<void> => {
    const { request, requestId, requestLog } = exchange;
    const { headers, method = 'GET', url = endpointPath } = request;
    const snapshot = snapshots();
    const coding = selectEncoding(headers['accept-encoding']);

    // 3. Response cache
    const key = responseCache.isEnabled ? cacheKeyOf(request, coding, body) : null;
    const cached = key === null ? undefined : responseCache.find(snapshot, key);
    if (cached !== undefined) {
      sendCached(exchange, cached, maxAge);
      return;
    }
    if (key !== null) requestLog.caches.push({ cache: 'response', hit: false });

    // 4. and 5. Compiled executor, Yoga
    const response = execute({ method, address: url, headers, body, coding, requestId, requestLog, snapshot });

    // 6. Content encoding
    const finish = (encoded: WireResponse): void => {
      sendNew(exchange, encoded, maxAge);
      if (key !== null) responseCache.store(snapshot, key, encoded, requestLog);
    };
    const encode = (plain: GraphqlHttpResponse): void | Promise<void> =>
      shouldSkipCompression(plain.body, coding)
        ? finish(toWireResponse(plain, plain.body, 'identity', origin))
        : compress(plain.body, coding).then((compressed) => {
            finish(toWireResponse(plain, compressed, coding, origin));
          });
    return response instanceof Promise ? response.then(encode) : encode(response);
  };

  const execute: Execute = (received) => {
    const { requestLog, snapshot } = received;
    requestLog.dataVersion = snapshot.graph.version;
    const request = withReadableAccept(received);
    if (request === null) return notAcceptable(snapshot.graph.version);
    const json = parseJsonBody(request);

    // 4. Compiled executor
    const params = json === null || compiledExecutor === null ? null : plainParams(json, request);
    const response = params && compiledExecutor?.execute(params, request, snapshot);

    // 5. Yoga
    return response ?? yoga(request, json, params);
  };

  return { handle, execute };
}

/**
 * The layers of /graphql, in the order in which a request passes them: CORS, body, response cache, compiled executor, Yoga,
 * content encoding. Each layer answers the request or passes it on. Before Yoga and compression nothing waits: a request that a
 * cache or the compiled executor can answer is answered in the turn of the event loop in which its last byte arrived.
 */
import { readBody, refuseBody, type RequestBody } from './body.ts';
import { codingFor, compress } from './content-encoding.ts';
import { selectEncoding, selectJsonType } from './content-negotiation.ts';
import { isPreflight, originHeaders, sendOptions, sendPreflight, type OriginHeaders } from './cors.ts';
import {
  endpointPath,
  type CompiledExecutor,
  type GraphqlHttpRequest,
  type GraphqlHttpResponse,
} from './graphql-http.ts';
import { plainParams, readContent } from './parse-graphql-request.ts';
import { codingNotAcceptable, mediaTypeNotAcceptable, Refusal, refusalResponse } from './refusal.ts';
import { decodeBody } from './request-body.ts';
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

/** The methods of /graphql, for the Allow header. */
const methods = 'GET, HEAD, POST, OPTIONS';
const methodNotAllowed = new Refusal(405, `Use GET, HEAD or POST at ${endpointPath}.`, { allow: methods });

/** The response that refuses a request in the media type that it accepts. */
const refuse = (refusal: Refusal, { mediaType, requestLog, snapshot }: GraphqlHttpRequest): GraphqlHttpResponse =>
  refusalResponse(refusal, { mediaType, dataVersion: snapshot.graph.version, requestLog });

type Execute = (request: GraphqlHttpRequest) => GraphqlHttpResponse | Promise<GraphqlHttpResponse>;

export interface Pipeline {
  /** All layers. Throws errors that occur before the body is read; passes later ones to `failed`. */
  readonly handle: Route['handle'];
  /** The compiled executor and Yoga only. Returns a response, not a promise, if there is nothing to wait for. */
  readonly execute: Execute;
}

export function createPipeline(options: PipelineOptions): Pipeline {
  const { origins, bodyBytes, responseCache, snapshots, maxAge, failed } = options;
  const execute = createExecute(options);

  const handle = (exchange: HttpContext): void | Promise<void> => {
    const { request, requestLog } = exchange;
    requestLog.route = endpointPath;

    // 1. CORS
    const origin = originHeaders(request.headers, origins);
    if (isPreflight(request)) {
      sendPreflight(exchange, origin);
      return;
    }
    if (request.method === 'OPTIONS') {
      sendOptions(exchange, methods, origin);
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
    const { headers, url = endpointPath } = request;
    // The answer to a HEAD is that to the same GET, and Node leaves out its body.
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
    const snapshot = snapshots();
    const encoding = selectEncoding(headers['accept-encoding']);
    const mediaType = selectJsonType(headers.accept);
    if (mediaType === null || encoding.coding === null) {
      const refusal = mediaType === null ? mediaTypeNotAcceptable : codingNotAcceptable;
      const dataVersion = snapshot.graph.version;
      const response = refusalResponse(refusal, { mediaType: 'application/json', dataVersion, requestLog });
      sendNew(exchange, toWireResponse(response, response.body, 'identity', origin), maxAge);
      return;
    }

    // 3. Response cache
    const key = responseCache.isEnabled ? cacheKeyOf(request, { method, mediaType, encoding, body }) : null;
    const cached = key === null ? undefined : responseCache.find(snapshot, key);
    if (cached !== undefined) {
      sendCached(exchange, cached, maxAge);
      return;
    }
    if (key !== null) requestLog.caches.push({ cache: 'response', hit: false });

    // 4. and 5. Compiled executor, Yoga
    const response = execute({ method, address: url, headers, body, mediaType, requestId, requestLog, snapshot });

    // 6. Content encoding
    const finish = (encoded: WireResponse): void => {
      sendNew(exchange, encoded, maxAge);
      if (key !== null) responseCache.store(snapshot, key, encoded, requestLog);
    };
    const encode = (plain: GraphqlHttpResponse): void | Promise<void> => {
      const coding = codingFor(plain.body, encoding);
      if (coding === 'identity') {
        finish(toWireResponse(plain, plain.body, 'identity', origin));
        return;
      }
      return compress(plain.body, coding).then((compressed) => {
        finish(toWireResponse(plain, compressed, coding, origin));
      });
    };
    return response instanceof Promise ? response.then(encode) : encode(response);
  };

  return { handle, execute };
}

/** Creates the compiled executor and Yoga, and what reads the body for both. */
function createExecute({ bodyBytes, compiledExecutor, yoga }: PipelineOptions): Execute {
  /** Answers a request whose body is not encoded, whatever its headers say. */
  const executeDecoded: Execute = (request) => {
    if (request.method !== 'GET' && request.method !== 'POST') return refuse(methodNotAllowed, request);
    const content = readContent(request);
    if (content instanceof Refusal) return refuse(content, request);

    // 4. Compiled executor
    const json = content?.type === 'application/json' ? content.json : null;
    const params = json === null || compiledExecutor === null ? null : plainParams(json, request);
    const response = params && compiledExecutor?.execute(params, request, request.snapshot);

    // 5. Yoga
    return response ?? yoga(request, content, params);
  };

  return (request) => {
    const { method, headers, body, requestLog, snapshot } = request;
    requestLog.dataVersion = snapshot.graph.version;
    const contentEncoding = headers['content-encoding'];
    if (method !== 'POST' || body === undefined || contentEncoding === undefined) return executeDecoded(request);
    return decodeBody(body, contentEncoding, bodyBytes).then((decoded) =>
      decoded instanceof Refusal ? refuse(decoded, request) : executeDecoded({ ...request, body: decoded }),
    );
  };
}

/**
 * The layer that answers with Yoga. Yoga gets the request without the socket, and with the JSON of the body where it is parsed
 * already. An operation that it answered without an error is passed to the compiled executor, with the document that Yoga parsed.
 */
import type { DocumentNode } from 'graphql';
import { isErrorFree, withoutCache, type WithCachePolicy } from './cache-policy.ts';
import { uncacheable } from './cache-scope.ts';
import { createYogaServer, type GraphqlOptions } from './create-yoga.ts';
import {
  uncachedHeaders,
  type CompiledExecutor,
  type GraphqlHttpRequest,
  type GraphqlHttpResponse,
  type GraphqlParams,
  type YogaResponse,
} from './graphql-http.ts';
import { statusCounter, type RequestContext } from './request-context.ts';

/**
 * Answers a request. `json` is the JSON of its body, or null if Yoga has to read the body. `params` are the parameters that the
 * compiled executor may learn, or null if the request is unusual or there is no compiled executor.
 */
export type YogaLayer = (
  request: GraphqlHttpRequest,
  json: object | null,
  params: GraphqlParams | null,
) => Promise<GraphqlHttpResponse>;

type YogaServer = ReturnType<typeof createYogaServer>;

export function createYogaLayer(
  options: GraphqlOptions,
  compiledExecutor: CompiledExecutor | null,
  withCachePolicy: WithCachePolicy,
): YogaLayer {
  const yoga = createYogaServer(options);

  const answerGet = async (request: GraphqlHttpRequest): Promise<GraphqlHttpResponse> => {
    let cacheability = uncacheable;
    const onClassified: RequestContext['onClassified'] = (classified) => {
      cacheability = classified;
    };
    const response = await fetchFromYoga(yoga, request, { ...contextOf(request, null), onClassified });
    return withCachePolicy(response, cacheability, request);
  };

  return async (request, json, params) => {
    if (request.method === 'GET') return answerGet(request);
    let document = null as DocumentNode | null;
    const onDocument: RequestContext['onDocument'] = (parsed) => {
      document = parsed;
    };
    const response = await fetchFromYoga(yoga, request, { ...contextOf(request, json), onDocument });
    if (params !== null && document !== null && isErrorFree(response, request.requestLog))
      compiledExecutor?.learn(params, document, request, response);
    return withoutCache(response);
  };
}

const contextOf = (
  { headers, requestId, requestLog, snapshot }: GraphqlHttpRequest,
  json: object | null,
): RequestContext => ({
  ...snapshot,
  derived: statusCounter(requestLog),
  requestId,
  requestLog,
  isCostWanted: headers['x-graphql-cost'] !== undefined,
  json,
});

async function fetchFromYoga(
  yoga: YogaServer,
  request: GraphqlHttpRequest,
  context: RequestContext,
): Promise<YogaResponse> {
  const { method, address, body } = request;
  const fetchRequest = new yoga.fetchAPI.Request(`http://localhost${address}`, {
    method,
    headers: singleHeaders(request),
    ...(body === undefined || context.json !== null ? {} : { body }),
  });
  const response = await yoga.fetch(fetchRequest, context);
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'content-length'));
  return {
    status: response.status,
    headers: { ...headers, ...uncachedHeaders },
    body: Buffer.from(await response.arrayBuffer()),
  };
}

function singleHeaders({ headers }: GraphqlHttpRequest): Record<string, string> {
  const single: Record<string, string> = {};
  for (const name in headers) if (name !== 'transfer-encoding') single[name] = String(headers[name]);
  return single;
}

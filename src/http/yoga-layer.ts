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
import type { RequestContent } from './parse-graphql-request.ts';
import { statusCounter, type RequestContext } from './request-context.ts';

/**
 * Answers a request. `content` is what its body holds. `params` are the parameters that the compiled executor may learn, or null
 * if the request is unusual or there is no compiled executor.
 */
export type YogaLayer = (
  request: GraphqlHttpRequest,
  content: RequestContent,
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
    const response = await fetchFromYoga(yoga, request, null, {
      ...contextOf(request, null),
      onClassified,
    });
    return withCachePolicy(response, cacheability, request);
  };

  return async (request, content, params) => {
    if (request.method === 'GET') return answerGet(request);
    let document = null as DocumentNode | null;
    const onDocument: RequestContext['onDocument'] = (parsed) => {
      document = parsed;
    };
    const response = await fetchFromYoga(yoga, request, content, {
      ...contextOf(request, content),
      onDocument,
    });
    if (params !== null && document !== null && isErrorFree(response, request.requestLog))
      compiledExecutor?.learn(params, document, request, response);
    return withoutCache(response);
  };
}

const contextOf = (
  { headers, requestId, requestLog, snapshot }: GraphqlHttpRequest,
  content: RequestContent,
): RequestContext => ({
  ...snapshot,
  derived: statusCounter(requestLog),
  requestId,
  requestLog,
  isCostWanted: headers['x-graphql-cost'] !== undefined,
  json: content?.type === 'application/json' ? content.json : null,
});

async function fetchFromYoga(
  yoga: YogaServer,
  request: GraphqlHttpRequest,
  content: RequestContent,
  context: RequestContext,
): Promise<YogaResponse> {
  const { method, address } = request;
  const text = content === null || content.type === 'application/json' ? undefined : content.text;
  const fetchRequest = new yoga.fetchAPI.Request(`http://localhost${address}`, {
    method,
    headers: headersForYoga(request, content),
    ...(text === undefined ? {} : { body: text }),
  });
  const response = await yoga.fetch(fetchRequest, context);
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'content-length'));
  return {
    status: response.status,
    headers: { ...headers, ...uncachedHeaders },
    body: Buffer.from(await response.arrayBuffer()),
  };
}

/** Headers that describe the body as received, which Yoga does not get. */
const bodyHeaders = new Set(['transfer-encoding', 'content-encoding', 'content-length']);

function headersForYoga({ headers, mediaType }: GraphqlHttpRequest, content: RequestContent): Record<string, string> {
  const forYoga: Record<string, string> = {};
  for (const name in headers) if (!bodyHeaders.has(name)) forYoga[name] = String(headers[name]);
  forYoga['accept'] = mediaType;
  if (content !== null) forYoga['content-type'] = content.type;
  return forYoga;
}

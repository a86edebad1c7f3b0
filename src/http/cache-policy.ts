/** Decides what caches may do with an answer (RFC 9111), and gives it an entity tag. */
import { isPlainAddress, type Cacheability } from './cache-scope.ts';
import { cacheControl, computeEtag, serverDigest, type ServerIdentity } from './etag.ts';
import type { CachePolicy, GraphqlHttpRequest, GraphqlHttpResponse, YogaResponse } from './graphql-http.ts';
import type { RequestLog } from './request-context.ts';
import type { MaxAge } from './wire-response.ts';

/** Returns the answer to a GET with what a cache may do with it, once the operation is classified. */
export type WithCachePolicy = (
  response: YogaResponse,
  cacheability: Cacheability,
  request: GraphqlHttpRequest,
) => GraphqlHttpResponse;

/** Whether a response has data and no error. */
export const isErrorFree = ({ status }: YogaResponse, { errorCodes }: RequestLog): boolean =>
  status === 200 && errorCodes === undefined;

/** The response as one that no cache may store. */
export const withoutCache = ({ status, headers, body }: YogaResponse): GraphqlHttpResponse => ({
  status,
  headers,
  body,
  cache: null,
});

/**
 * Returns a function that decides what a cache may do with an answer to a GET, and sets its Cache-Control header. The entity
 * tag is computed from the answer, so the operation has run by then, also if the client has the answer already.
 */
export function cachePolicies(server: () => ServerIdentity, maxAge: MaxAge): WithCachePolicy {
  let digest: string | undefined;
  return (response, { isRepeatable, scope }, { address, headers: requestHeaders, mediaType, requestLog, snapshot }) => {
    if (!isErrorFree(response, requestLog) || !isRepeatable) return withoutCache(response);
    const { status, headers, body } = response;
    const { graph, today: day } = snapshot;
    const search = address.includes('?') ? address.slice(address.indexOf('?') + 1) : '';
    digest ??= serverDigest(server());
    const tag = computeEtag({
      server: digest,
      dataVersion: requestLog.dataVersion ?? graph.version,
      day,
      search,
      mediaType,
      isCostWanted: requestHeaders['x-graphql-cost'] !== undefined,
      body,
    });
    const cache: CachePolicy = { scope: isPlainAddress(search) ? scope : 'private', tag, day };
    return { status, headers: { ...headers, 'cache-control': cacheControl(cache.scope, maxAge(day)) }, body, cache };
  };
}

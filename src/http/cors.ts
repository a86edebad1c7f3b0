/**
 * Which pages of other origins may read answers. The graph knows no cookie and no login, so nothing is ever allowed with
 * credentials, and an origin is answered only where it is on the list; `*` stands for every origin and is said as `*`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

const allowedHeaders = 'content-type, accept, x-request-id, x-graphql-cost, if-none-match';
const exposedHeaders = 'x-request-id, etag, retry-after';
/** How long a browser may keep the answer to its question; browsers themselves keep it no longer than two hours. */
const keptFor = '7200';

/** Sets the headers of the answer; true where the request was a browser's question beforehand and is now answered. */
export function answerOrigin(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): boolean {
  const { origin, 'access-control-request-method': method } = request.headers;
  const all = origins.includes('*');
  if (origins.length > 0 && !all) response.setHeader('vary', 'Origin');
  const isAllowed = origin !== undefined && (all || origins.includes(origin));
  if (isAllowed) {
    response.setHeader('access-control-allow-origin', all ? '*' : origin);
    response.setHeader('access-control-expose-headers', exposedHeaders);
  }
  if (request.method !== 'OPTIONS' || method === undefined) return false;
  response.writeHead(204, !isAllowed ? {} : {
    'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': allowedHeaders, 'access-control-max-age': keptFor,
  }).end();
  return true;
}

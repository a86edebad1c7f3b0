/**
 * CORS (Fetch standard, section 3.3): which pages of other origins may read answers. There are no cookies and no logins, so
 * credentials are never allowed. An origin is allowed if it is on the list, or if the list has `*`, which means every origin.
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { HttpContext } from './request-context.ts';

/**
 * Allowed if a preflight request does not say which headers it asks for, or asks in a form that is not a list of names of at most
 * `maxHeadersLength` characters.
 */
const usualHeaders = 'content-type, accept, x-request-id, x-graphql-cost, if-none-match';
const maxHeadersLength = 2_000;
const exposedHeaders = 'x-request-id, etag, retry-after';
/** For how many seconds a browser may cache the answer to a preflight request. Browsers allow at most two hours. */
const preflightSeconds = '7200';

/** What the answer to a request says about its origin. */
export interface OriginHeaders {
  /** Whether the page that sent the request may read the answer. */
  readonly isAllowed: boolean;
  /** Whether requests of other origins get other headers. */
  readonly varies: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

const noHeaders: Readonly<Record<string, string>> = {};

const allowing = (origin: string): Readonly<Record<string, string>> => ({
  'access-control-allow-origin': origin,
  'access-control-expose-headers': exposedHeaders,
});

/** The CORS headers of the answer to a request with these headers, if pages of `origins` may read answers. */
export function originHeaders({ origin }: IncomingHttpHeaders, origins: readonly string[]): OriginHeaders {
  const all = origins.includes('*');
  // The headers are the same for requests without an Origin: a cache may give the answer to a page that sends one.
  if (all) return { isAllowed: true, varies: false, headers: allowing('*') };
  const isAllowed = origin !== undefined && origins.includes(origin);
  return { isAllowed, varies: origins.length > 0, headers: isAllowed ? allowing(origin) : noHeaders };
}

/** Whether the request is a CORS preflight request (Fetch standard, section 3.3.4). */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

/** Answers a preflight request, without a body. */
export function sendPreflight({ request, response, requestId }: HttpContext, origin: OriginHeaders): void {
  response.writeHead(204, { ...preflightHeaders(request.headers, origin), 'x-request-id': requestId }).end();
}

/** Answers an OPTIONS request that is not a preflight request with the methods of its path (RFC 9110, section 9.3.7). */
export function sendOptions({ response, requestId }: HttpContext, methods: string, origin: OriginHeaders): void {
  response.writeHead(204, { ...refusalHeaders(origin), allow: methods, 'x-request-id': requestId }).end();
}

/** The headers of answers that no cache stores, such as refusals. */
export const refusalHeaders = ({ varies, headers }: OriginHeaders): Record<string, string> => ({
  ...headers,
  ...(varies ? { vary: 'Origin' } : {}),
});

/**
 * Any header may be sent: clients, gateways and tracers add their own, such as `traceparent` or `apollographql-client-name`, and no
 * header gives access to anything. So the names that the browser asks for are the names that it is allowed.
 */
function preflightHeaders(
  { 'access-control-request-headers': asked }: IncomingHttpHeaders,
  { isAllowed, varies, headers }: OriginHeaders,
): Record<string, string> {
  const vary = ['Access-Control-Request-Method', 'Access-Control-Request-Headers', ...(varies ? ['Origin'] : [])];
  const shared = { ...headers, vary: vary.join(', ') };
  if (!isAllowed) return shared;
  return {
    ...shared,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': asked !== undefined && isListOfNames(asked) ? asked : usualHeaders,
    'access-control-max-age': preflightSeconds,
  };
}

/** Whether a header is a list of field names (RFC 9110, section 5.1) that is short enough to be sent back. */
function isListOfNames(list: string): boolean {
  if (list.length > maxHeadersLength) return false;
  return list.split(',').every((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name.trim()));
}

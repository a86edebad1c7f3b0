/**
 * Which pages of other origins may read answers. The graph knows no cookie and no login, so nothing is ever allowed with
 * credentials, and an origin is answered only where it is on the list; `*` stands for every origin and is said as `*`.
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

const allowedHeaders = 'content-type, accept, x-request-id, x-graphql-cost, if-none-match';
const exposedHeaders = 'x-request-id, etag, retry-after';
/** How long a browser may keep the answer to its question; browsers themselves keep it no longer than two hours. */
const keptFor = '7200';

/** What an answer says of origins. */
export interface OriginHeaders {
  /** Whether the page that asks may read the answer. */
  readonly isAllowed: boolean;
  /** Whether the answer is another for other origins. */
  readonly varies: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

const silent: Readonly<Record<string, string>> = {};

const allowing = (origin: string): Readonly<Record<string, string>> => ({
  'access-control-allow-origin': origin,
  'access-control-expose-headers': exposedHeaders,
});

export function originHeaders({ origin }: IncomingHttpHeaders, origins: readonly string[]): OriginHeaders {
  const all = origins.includes('*');
  // Where all are allowed the answer says so to everyone: a cache may give it to a page that sends its Origin.
  if (all) return { isAllowed: true, varies: false, headers: allowing('*') };
  const isAllowed = origin !== undefined && origins.includes(origin);
  return { isAllowed, varies: origins.length > 0, headers: isAllowed ? allowing(origin) : silent };
}

/** Whether the request is a CORS preflight request (Fetch standard, section 3.3.4). */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

/** The headers of the answer to a preflight request, which has no body. */
export function preflightHeaders({ isAllowed, varies, headers }: OriginHeaders): Record<string, string> {
  return {
    ...headers,
    ...(varies ? { vary: 'Origin' } : {}),
    ...(isAllowed
      ? {
          'access-control-allow-methods': 'GET, POST',
          'access-control-allow-headers': allowedHeaders,
          'access-control-max-age': keptFor,
        }
      : {}),
  };
}

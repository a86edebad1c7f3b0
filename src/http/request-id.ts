/** The id of a request, which its response and its log lines share. */
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Differs between processes. Within a process ids are numbered, which is faster than random bytes for each request. */
const processId = randomBytes(9).toString('base64url');
let requests = 0;

/** Returns the X-Request-Id of the request if it is safe to log (8 to 128 letters, digits and `_.:-`), else a new unique id. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const received = headers['x-request-id'];
  if (typeof received === 'string' && /^[\w.:-]{8,128}$/.test(received)) return received;
  requests += 1;
  return `${processId}-${String(requests)}`;
}

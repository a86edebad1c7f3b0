/** The id of a request, which its response and its log lines share. */
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** No two processes have the same, and numbers within one cost less than chance each time. */
const process = randomBytes(9).toString('base64url');
let requests = 0;

/** The X-Request-Id that came, where it can stand in a log line as it is; else a new one, which no other request has anywhere. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{8,128}$/.test(given) ? given : `${process}-${String((requests += 1))}`;
}

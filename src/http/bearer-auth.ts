/** Checks the operator's bearer token in constant time. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Returns whether the Authorization header holds the token; always false if no token is configured. */
export function hasBearerToken({ authorization = '' }: IncomingHttpHeaders, token: string | null): boolean {
  const received = /^bearer +([^ ]+)$/i.exec(authorization)?.[1] ?? '';
  return token !== null && timingSafeEqual(digest(received), digest(token));
}

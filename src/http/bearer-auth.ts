/** Whether a request shows the operator's token, told in the same time however much of it is right. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** False where no token is set: then nobody is the operator. */
export function hasBearerToken({ authorization = '' }: IncomingHttpHeaders, token: string | null): boolean {
  const shown = /^bearer +([^ ]+)$/i.exec(authorization)?.[1] ?? '';
  return token !== null && timingSafeEqual(digest(shown), digest(token));
}

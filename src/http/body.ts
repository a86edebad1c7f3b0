/** The body of a request, never more of it in memory than allowed, whatever its Content-Length says or leaves out. */
import type { IncomingMessage } from 'node:http';

export type RequestBody = Uint8Array<ArrayBuffer>;
export interface BodyTooLarge {
  /** Bytes announced; null where none were, or where more came than announced. */
  readonly announcedBytes: number | null;
}

/**
 * Calls `then` once, with the whole body or with what was too much of it, in the very turn in which its last byte came: most
 * bodies come with their headers, and waiting for a promise would cost more than reading them. Where the sender goes away
 * before the end, it is never called.
 */
export function readBody(
  request: IncomingMessage,
  allowed: number,
  then: (body: RequestBody | BodyTooLarge) => void,
): void {
  const announced = Number(request.headers['content-length'] ?? Number.NaN);
  if (announced > allowed) {
    then({ announcedBytes: announced });
    return;
  }
  const parts: Buffer<ArrayBuffer>[] = [];
  let bytes = 0;
  const whole = (): void => {
    then(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts));
  };
  const take = (part: Buffer<ArrayBuffer>): void => {
    bytes += part.length;
    if (bytes > allowed) {
      request.off('data', take).off('end', whole).pause();
      then({ announcedBytes: null });
      return;
    }
    parts.push(part);
    if (bytes === announced) whole();
  };
  request.on('data', take);
  if (!(announced > 0)) request.once('end', whole);
}

/**
 * Reads on and throws away what a refused sender still sends, so that it lives to read the refusal (a socket closed over
 * unread bytes is reset, and the answer lost with it), but never more than `most` bytes. The server's request timeout
 * bounds the time.
 */
export function drain(request: IncomingMessage, most: number): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    request.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > most) resolve();
    });
    for (const end of ['end', 'error', 'close'])
      request.once(end, () => {
        resolve();
      });
    request.resume();
  });
}

/** The body of a request, never more of it in memory than allowed, whatever its Content-Length says or leaves out. */
import type { IncomingMessage } from 'node:http';

export interface Overflow {
  /** Bytes announced; null where none were, or where more came than announced. */
  readonly asked: number | null;
}

/** The whole body, or what was too much of it. Rejects where the sender goes away before its end. */
export function readBody(request: IncomingMessage, allowed: number): Promise<Uint8Array<ArrayBuffer> | Overflow> {
  const announced = Number(request.headers['content-length'] ?? Number.NaN);
  if (announced > allowed) return Promise.resolve({ asked: announced });
  return new Promise((resolve, reject) => {
    const parts: Buffer<ArrayBuffer>[] = [];
    let bytes = 0;
    const take = (part: Buffer<ArrayBuffer>): void => {
      bytes += part.length;
      if (bytes <= allowed) {
        parts.push(part);
        return;
      }
      request.off('data', take);
      request.pause();
      resolve({ asked: null });
    };
    request.on('data', take);
    request.once('end', () => { resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)); });
    request.once('error', reject);
    request.once('close', () => { if (!request.complete) reject(new Error('the sender left in the middle of its body')); });
  });
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
    for (const end of ['end', 'error', 'close']) request.once(end, () => { resolve(); });
    request.resume();
  });
}

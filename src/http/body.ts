/** Reads request bodies. Never holds more than the allowed number of bytes in memory, with or without a Content-Length. */
import type { IncomingMessage } from 'node:http';
import { refusalHeaders, type OriginHeaders } from './cors.ts';
import { limitExceeded } from './query-limits/limits.ts';
import { writeRefusal, type HttpContext } from './request-context.ts';

export type RequestBody = Uint8Array<ArrayBuffer>;
export interface BodyTooLarge {
  /** The value of Content-Length; null if it is missing or if more bytes arrived. */
  readonly announcedBytes: number | null;
}

/**
 * Calls `then` once, with the complete body or with `BodyTooLarge`, in the same turn of the event loop in which the last byte
 * arrived. A promise would take longer than reading the body, which mostly arrives with the headers. If the client disconnects
 * before the end, `then` is never called.
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

/** Answers a request whose body is larger than `allowed` bytes with 413, and closes the connection. */
export async function refuseBody(
  { request, response, requestId, requestLog }: HttpContext,
  origin: OriginHeaders,
  { announcedBytes }: BodyTooLarge,
  allowed: number,
  dataVersion: string,
): Promise<void> {
  requestLog.refusedBy = 'bodyBytes';
  writeRefusal(response, 413, limitExceeded('bodyBytes', announcedBytes, allowed), dataVersion, {
    ...refusalHeaders(origin),
    'x-request-id': requestId,
    connection: 'close',
  });
  await drain(request, 10 * allowed);
  response.end();
}

/**
 * Reads and discards the rest of a refused body, at most `most` bytes. If a socket is closed while bytes are unread, it is
 * reset, and the client cannot read the answer. The server's request timeout limits the time.
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

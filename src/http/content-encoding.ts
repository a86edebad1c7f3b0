/**
 * Compresses answers that are larger than one network packet. Answers hold no secrets, so the compressed length reveals
 * nothing (as the BREACH attack would need).
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AcceptedEncoding, ContentCoding } from './content-negotiation.ts';

const smallest = 1_400;
const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);

/** Returns the coding to send this body in: none if the client accepts that and the body is too small to benefit from one. */
export function codingFor(body: Buffer | string, { coding, allowsIdentity }: AcceptedEncoding): ContentCoding {
  return coding === null || (allowsIdentity && body.length < smallest) ? 'identity' : coding;
}

/** Compresses the body outside the main thread. */
export async function compress(body: Buffer | string, coding: Exclude<ContentCoding, 'identity'>): Promise<Buffer> {
  // Brotli at quality 4 makes JSON as small as gzip at its best level in a third of the time.
  return coding === 'br'
    ? await inBrotli(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      })
    : await inGzip(body);
}

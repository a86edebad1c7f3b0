/**
 * Answers made small where it pays: below a packet's worth of bytes the coding costs more than it saves. No answer holds a
 * secret beside what its asker wrote, so that its length gives nothing away.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { ContentCoding } from './content-negotiation.ts';

const smallest = 1_400;
const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);

/** Whether the body goes as it is: the asker takes no coding, or it is too small to gain by one. */
export function shouldSkipCompression(body: Buffer | string, coding: ContentCoding): coding is 'identity' {
  return coding === 'identity' || body.length < smallest;
}

/** The body in the coding. Off the main thread. */
export async function compress(body: Buffer | string, coding: Exclude<ContentCoding, 'identity'>): Promise<Buffer> {
  // Quality 4 makes JSON as small as gzip's best at a third of the time.
  return coding === 'br'
    ? await inBrotli(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      })
    : await inGzip(body);
}

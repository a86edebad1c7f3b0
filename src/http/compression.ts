/**
 * Answers made small where it pays: below a packet's worth of bytes the coding costs more than it saves. No answer holds a
 * secret beside what its asker wrote, so that its length gives nothing away.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Coding } from './negotiation.ts';

const smallest = 1_400;
const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);

export interface Coded {
  readonly body: Buffer;
  readonly coding: Coding;
}

/** The body in the coding that the asker takes, or as it is. Off the main thread. */
export async function coded(body: Buffer, coding: Coding): Promise<Coded> {
  if (body.length < smallest || coding === 'identity') return { body, coding: 'identity' };
  // Quality 4 makes JSON as small as gzip's best at a third of the time.
  return { coding, body: coding === 'br' ? await inBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }) : await inGzip(body) };
}

/** Compresses the entries of a pack with Brotli (RFC 7932): one file for each kind, in place of the parts. */
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress } from 'node:zlib';

const KINDS = ['plans', 'sources'] as const;

/** Compresses the entries in the folder of a pack. Starting it again after an interruption gives the same files. */
export async function compressEntries(pack: string, progress: (line: string) => void): Promise<void> {
  for (const kind of KINDS) {
    const folder = join(pack, kind);
    const parts = (await readdir(folder)).filter((name) => name.endsWith('.ndjson')).sort();
    if (parts.length === 0) continue;
    progress(`compressing ${kind}`);
    const target = join(folder, 'entries.ndjson.br');
    await pipeline(
      linesOf(parts.map((name) => join(folder, name))),
      // The largest window and the best quality, because a pack is written once and read often.
      createBrotliCompress({
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        },
      }),
      createWriteStream(`${target}.new`),
    );
    await rename(`${target}.new`, target);
    for (const name of parts) await rm(join(folder, name));
  }
}

async function* linesOf(files: readonly string[]): AsyncGenerator<Buffer> {
  for (const file of files) for await (const chunk of createReadStream(file)) yield chunk as Buffer;
}

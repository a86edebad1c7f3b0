/** Reads a text file that the user names, of any kind, size and encoding, with a limit of memory. */
import { promises } from 'node:fs';
import { isSystemError, reasonOf, remedyOf } from '../system-errors.ts';

const MEGABYTE = 1024 * 1024;

/**
 * The text of a file, a device or a pipe in UTF-8 or UTF-16; or why it cannot be read, as sentences. Windows PowerShell saves
 * what a program prints in UTF-16 with a byte order mark.
 */
export async function readTextFile(
  path: string,
  limit = 64 * MEGABYTE,
): Promise<{ readonly text: string } | { readonly problem: string }> {
  try {
    const bytes = await readWithin(path, limit);
    if (bytes === null) {
      const size = `${String(limit / MEGABYTE)} MB`;
      return { problem: `${path} has more than ${size}, which are not read. Give a smaller file.` };
    }
    return { text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError)
      return { problem: `${path} is not text in UTF-8 or UTF-16. Save it as UTF-8 text.` };
    if (isSystemError(error)) return { problem: `${path} cannot be read: ${reasonOf(error)}. ${remedyOf(error)}` };
    throw error;
  }
}

/** The bytes of a file; null if it has more than `limit`. */
async function readWithin(path: string, limit: number): Promise<Uint8Array | null> {
  const handle = await promises.open(path, 'r');
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of handle.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limit) return null;
    }
    return Buffer.concat(chunks);
  } finally {
    await handle.close();
  }
}

/** By the byte order mark; without one by the first two bytes, of which one is NUL if the text is ASCII in UTF-16. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0 && second !== undefined && second !== 0) return 'utf-16be';
  return second === 0 && first !== 0 ? 'utf-16le' : 'utf-8';
}

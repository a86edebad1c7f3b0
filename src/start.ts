/**
 * Runs what the build bundled, with the code that V8 made of it then: to compile it anew is a fifth of a start. V8 takes its
 * own for true without looking, so both files are held against their checksums. Where this is another V8 than the build's,
 * or one with other flags (`--max-old-space-size` is one), it compiles as ever.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

const file = fileURLToPath(new URL('./program.js', import.meta.url));
const bytes = readFileSync(file);

/** Two checksums of four bytes, the program's and the code's; V8 wants what follows at a place that eight divides. */
const checksums = 8;

/**
 * Identifies the program and the exact release of Node. V8 checks only its own version, and code that Node 20.20 compiled
 * ends a process of Node 20.19 with a segmentation fault.
 */
const madeFor = crc32(`${process.version} ${process.arch}`, crc32(bytes));

/** What V8 made, to be kept in `program.code`. */
export function sealed(code: Buffer): Buffer {
  const head = Buffer.alloc(checksums);
  head.writeUInt32LE(madeFor);
  head.writeUInt32LE(crc32(code), 4);
  return Buffer.concat([head, code]);
}

function kept(): Buffer | undefined {
  try {
    const found = readFileSync(new URL('./program.code', import.meta.url));
    const code = found.subarray(checksums);
    return found.readUInt32LE() === madeFor && found.readUInt32LE(4) === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

const cachedData = kept();
/** One expression, a function of what Node gives every CommonJS module; in ASCII, so that nothing has to be decoded. */
export const script = new Script(bytes.toString('latin1'), { filename: file, ...(cachedData && { cachedData }) });

const module = { exports: {} };
(script.runInThisContext() as (...given: readonly unknown[]) => void)(
  module.exports,
  createRequire(file),
  module,
  file,
  dirname(file),
);

/** Each way in, by its name; its module once it has begun. */
export const program = module.exports as {
  readonly cli: () => Promise<unknown>;
  readonly server: () => Promise<typeof import('./server.ts')>;
};

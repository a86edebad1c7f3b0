/**
 * Loads the bundled program, `dist/program.js`, with code that V8 compiled before, since compiling the bundle takes about a
 * third of the time to the first answer. Node 22.8 and later keep that code in Node's own compile cache; for earlier releases
 * the build writes `program.code`. The setting CODE_CACHE=no turns both off. See docs/decisions/code-cache.md.
 */
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

const file = fileURLToPath(new URL('./program.js', import.meta.url));

/** What the bundle exports: its two entry points. Each is loaded when it is called. */
interface Program {
  readonly cli: () => Promise<unknown>;
  readonly server: () => Promise<typeof import('./server.ts')>;
}

/** Where the compiled code of the program came from: Node's compile cache is in use, program.code was, or neither. */
export type CodeSource = 'compile cache' | 'program.code' | 'none';

/** The length of the head of `program.code`: two checksums of four bytes. V8 requires that the code is aligned to 8 bytes. */
const HEAD_BYTES = 8;

/** The spellings of no in src/config/values.ts; the server's settings refuse any other text than yes or no. */
const isEnabled = !/^(?:no|false|off|0)$/i.test((process.env['CODE_CACHE'] ?? '').trim());

/** Node's compile cache as of Node 22.8; undefined before. */
const { enableCompileCache } = (
  'constants' in Module && Object.hasOwn(Module.constants as object, 'compileCacheStatus') ? Module : {}
) as { enableCompileCache?: (folder: string) => unknown };

/** The script of the program; null if Node loads it as a module. */
let script: Script | null = null;
let checksum = 0;

/** Compiles the program with the code in `program.code`, if that belongs to it, and runs it as Node runs a CommonJS module. */
function runScript(): Program {
  const bytes = readFileSync(file);
  // V8 checks only its own version, and code that Node 20.20 compiled crashes Node 20.19. So the release is in the checksum.
  checksum = crc32(`${process.version} ${process.arch}`, crc32(bytes));
  const cachedData = isEnabled ? readCodeCache(checksum) : undefined;
  const [head = ''] = Module.wrap('\n').split('\n');
  script = new Script(Module.wrap(bytes.toString('latin1')), {
    filename: file,
    columnOffset: -head.length,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  const run = script.runInThisContext() as (...moduleScope: readonly unknown[]) => void;
  run(module.exports, createRequire(file), module, file, dirname(file));
  return module.exports as Program;
}

/** The code in `program.code`; undefined if it is missing, damaged, or made for another program or release of Node. */
function readCodeCache(expected: number): Buffer | undefined {
  try {
    const stored = readFileSync(new URL('./program.code', import.meta.url));
    const code = stored.subarray(HEAD_BYTES);
    return stored.readUInt32LE() === expected && stored.readUInt32LE(4) === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** The content of `program.code` for what V8 has compiled so far; null where Node's compile cache takes its place. */
export function createCodeCache(): Buffer | null {
  if (script === null) return null;
  const code = script.createCachedData();
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(checksum);
  head.writeUInt32LE(crc32(code), 4);
  return Buffer.concat([head, code]);
}

/** Loads the program as a module, so that Node's compile cache serves it. A folder that cannot be written is no error. */
function requireProgram(enable: (folder: string) => unknown): Program {
  enable(fileURLToPath(new URL('./compile-cache', import.meta.url)));
  return createRequire(file)(file) as Program;
}

export const program: Program =
  isEnabled && enableCompileCache !== undefined ? requireProgram(enableCompileCache) : runScript();

/** See {@link CodeSource}. V8 may still refuse `program.code`, such as under other flags; then this is `none`. */
export function codeSource(): CodeSource {
  if (script === null) return 'compile cache';
  return script.cachedDataRejected === false ? 'program.code' : 'none';
}

/**
 * Runs what the build bundled, with the machine code that the build kept of a start: to compile it anew is a fifth of one.
 * Where this Node is not the build's, V8 refuses what was kept and compiles as ever.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const file = fileURLToPath(new URL('./program.js', import.meta.url));
const kept = fileURLToPath(new URL('./program.code', import.meta.url));

/** One expression, a function of what Node gives every CommonJS module; in ASCII, so that nothing has to be decoded. */
export const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...(existsSync(kept) ? { cachedData: readFileSync(kept) } : {}) });

const module = { exports: {} };
(script.runInThisContext() as (...given: readonly unknown[]) => void)(module.exports, createRequire(file), module, file, dirname(file));

/** Each way in, by its name; its module once it has begun. */
export const program = module.exports as { readonly cli: () => Promise<unknown>; readonly server: () => Promise<typeof import('./server.ts')> };

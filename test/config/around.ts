/** Settings read in this process, with a made-up environment and disk: paths with "missing" in them are not there. */
import { resolve } from 'node:path';
import type { Surroundings } from '../../src/config/reading.ts';
import { readServerSettings } from '../../src/config/server.ts';

export const around = (
  env: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): Surroundings => ({
  env,
  ownData: resolve('own'),
  isFolder: (path) => !path.includes('missing'),
  readText: (path) => files[path] ?? null,
});

/** The settings of the server as `covergraph serve` reads them. */
export const read = (
  flags: Readonly<Record<string, unknown>> = {},
  env: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
) => readServerSettings(flags, around(env, files));

/** The sentences of everything that is wrong; none where nothing is. */
export const problems = async (...given: Parameters<typeof read>): Promise<readonly string[]> =>
  (await read(...given)).problems ?? [];

/**
 * The schema, the store and the engine as modules for the other servers. They cannot use the program in `dist`, because it is one
 * bundle with its own copy of graphql.
 */
import { join } from 'node:path';
import { build } from 'esbuild';

export async function buildShared(): Promise<void> {
  const root = join(import.meta.dirname, '../..');
  await build({
    absWorkingDir: root,
    entryPoints: {
      clock: 'src/clock.ts',
      'federation/index': 'src/federation/index.ts',
      'store/folders': 'src/store/folders.ts',
      engine: 'test/bench/engine.ts',
    },
    outdir: join(import.meta.dirname, 'peers/generated'),
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
}

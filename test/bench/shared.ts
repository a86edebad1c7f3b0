/** The schema and the store as modules beside the peers: what this server runs is one bundle with a graphql of its own, which no other server can share. */
import { join } from 'node:path';
import { build } from 'esbuild';

export async function buildShared(): Promise<void> {
  const root = join(import.meta.dirname, '../..');
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/day.ts', 'src/federation/index.ts', 'src/store/folders.ts'], outbase: 'src', outdir: join(import.meta.dirname, 'peers/generated'),
    bundle: true, splitting: true, packages: 'external', format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning',
  });
}

/**
 * `npm run build`: what runs from `dist/`. Each way in is one file with the packages that it needs, and what only some
 * commands need lies in files of their own; the data lies there as a snapshot. Finding a thousand small modules and
 * reading the YAML were nearly all of a start.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { soundGraph } from './cli/loading.ts';
import { today } from './server.ts';
import { compile, digestOf } from './store/compiled.ts';
import { loadFolders } from './store/folders.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/** Packages that are CommonJS load Node's own modules by `require`, which a module has not. */
const banner = 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);';

rmSync(dist, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  // All files lie side by side, so that what stands beside a file of src is found beside its bundle.
  entryPoints: { cli: 'src/cli.ts', server: 'src/server.ts', 'explorer-worker': 'src/http/explorer-worker.js' },
  outdir: dist,
  bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', mainFields: ['module', 'main'],
  banner: { js: banner },
  metafile: true, logLevel: 'warning',
});
writeFileSync(join(dist, 'licences.txt'), licences(Object.keys(metafile.inputs)));
cpSync(join(root, 'src/examples'), join(dist, 'examples'), { recursive: true, filter: (name) => !name.endsWith('generated') });

/** Data that breaks a law is left to the start to tell of. */
const data = [join(root, 'data')];
const madeFrom = digestOf(data);
const loaded = await loadFolders({ data, sources: [] });
if (madeFrom !== null && loaded.problems.length === 0) await compile(soundGraph(loaded, today()), madeFrom, join(dist, 'data.snapshot'), today());

/** The licence of every package that the bundles hold, as each asks to be passed on. */
function licences(files: readonly string[]): string {
  const packages = new Set(files.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[0] ?? []));
  const texts = [...packages].sort().map((folder) => {
    const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    const { license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { license: string };
    return `${folder.replace(/.*node_modules\//, '')}\n\n${file === undefined ? license : readFileSync(join(root, folder, file), 'utf8').trim()}\n`;
  });
  return texts.join('\n\n');
}

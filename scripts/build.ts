/**
 * `npm run build`: writes `dist`. The program is bundled into one file, with nearly all of its packages; each module of it
 * runs when it is first needed. The build also stores the data as a snapshot, and the code that V8 compiled for a start.
 * Resolving a thousand small modules, compiling them and parsing YAML took most of the time of a start.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { packsIn } from '../src/own-data.ts';
import { compile, digestOf } from '../src/store/snapshot-loader.ts';
import { loadFolders } from '../src/store/folders.ts';
import { validateGraph } from '../src/store/validate-graph.ts';
import { licenseText, ownLicenses, packageLicenses } from './licenses.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/**
 * Modules that a start imports and the first answer does not need, each with the functions and classes it exports. Each is
 * loaded when one of them is called. Among them are two HTTP clients, and Unicode tables that only help texts need.
 */
const LAZY_MODULES: Readonly<Record<string, readonly string[]>> = {
  './log-output.ts': ['openLogOutput'],
  '../language/ask.ts': ['ask'],
  '../language/search.ts': ['search'],
  './fetchCurl.js': ['fetchCurl'],
  './fetchNodeHttp.js': ['fetchNodeHttp'],
  '@fastify/busboy': ['Busboy'],
  'urlpattern-polyfill': ['URLPattern'],
  cliui: ['default'],
  'string-width': ['default'],
};

/** The source of a module that exports functions of the same names and loads `path` at the first call of one. */
function lazyModule(path: string, names: readonly string[]): string {
  const exported = names.map((name) => {
    const declaration = name === 'default' ? 'default function' : `function ${name}`;
    return `export ${declaration} (...args) {
      return new.target ? new (load("${name}"))(...args) : load("${name}")(...args);
    }`;
  });
  return [
    'let loaded;',
    `const load = (name) => (loaded ??= require(${JSON.stringify(path)}))[name];`,
    ...exported,
  ].join('\n');
}

const lazyModules: Plugin = {
  name: 'lazy modules',
  setup(build) {
    build.onResolve(
      { filter: /./, namespace: 'file' },
      async ({ path: name, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === name || !Object.hasOwn(LAZY_MODULES, name)) return undefined;
        const { path } = await build.resolve(name, { importer, resolveDir, kind, namespace: 'file', pluginData: name });
        return { path: relative(root, path), namespace: 'lazy', pluginData: LAZY_MODULES[name] };
      },
    );
    build.onLoad(
      { filter: /./, namespace: 'lazy' },
      ({ path, pluginData: names }: { path: string; pluginData: readonly string[] }) => ({
        contents: lazyModule(join(root, path), names),
        resolveDir: root,
      }),
    );
  },
};

/** Packages that read data files or talk to databases, which a start does not need. Each is bundled into its own file. */
const SEPARATE_PACKAGES = ['csv-parse', 'kysely', 'pg', 'yaml', 'zod'];
const separatePackages: Plugin = {
  name: 'separate packages',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(${SEPARATE_PACKAGES.join('|')})$`) }, ({ path }) => ({
      path: `.//${path}.js`,
      external: true,
    }));
  },
};

/** Resolves internal modules of graphql-js to the ES module form; two copies of graphql-js refuse each other's objects. */
const singleGraphql: Plugin = {
  name: 'single graphql',
  setup(build) {
    build.onResolve({ filter: /^graphql\/.*\.js$/ }, ({ path, resolveDir, kind }) =>
      build.resolve(path.replace(/\.js$/, '.mjs'), { resolveDir, kind }),
    );
    build.onEnd(({ metafile }) => {
      const endings = Object.keys(metafile?.inputs ?? {})
        .filter((file) => file.includes('node_modules/graphql/'))
        .map((file) => file.slice(file.lastIndexOf('.')));
      const forms = [...new Set(endings)];
      if (forms.length <= 1) return undefined;
      return {
        errors: [{ text: `The bundle holds graphql in ${String(forms.length)} forms: ${forms.join(' and ')}.` }],
      };
    });
  },
};

/** All files are in one folder, so that a path relative to a source file also holds for its bundle. CommonJS loads faster. */
const commonOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  metafile: true,
  logLevel: 'warning',
  banner: { js: '"use strict"; const here = require("node:url").pathToFileURL(__filename).href;' },
  // Yoga's fetch layer compares its Request class with Node's, which would load Node's whole HTTP client at the start.
  define: { 'import.meta.url': 'here', 'globalThis.Request': 'undefined' },
} satisfies BuildOptions;

/** Replaced by the program's digest, which has the same length, so that the source map stays correct. */
const DIGEST_PLACEHOLDER = 'digest-of-the-program'.padEnd(43, '-');

/** Writes `dist/program.js` and its source map. */
async function bundleProgram(): Promise<Metafile> {
  const { outputFiles, metafile } = await build({
    ...commonOptions,
    entryPoints: ['src/program.ts'],
    plugins: [lazyModules, separatePackages, singleGraphql],
    write: false,
    outdir: dist,
    minify: true,
    lineLimit: 200,
    legalComments: 'none',
    sourcemap: 'external',
    sourcesContent: false,
    // In the banner, because esbuild breaks a string in the program where a line is too long.
    banner: { js: `${commonOptions.banner.js} const programDigest = "${DIGEST_PLACEHOLDER}";` },
    define: { ...commonOptions.define, PROGRAM_DIGEST: 'programDigest' },
    // Makes import() a require inside the bundle.
    supported: { 'dynamic-import': false },
  });
  for (const { path, text } of outputFiles)
    writeFileSync(path, path.endsWith('.map') ? text : insertDigest(escapeNonAscii(text)));
  return metafile;
}

/** Writes the other files of dist: separate packages, the worker of GraphiQL, and the modules that load the program. */
async function bundleOthers(): Promise<Metafile> {
  const { metafile } = await build({
    ...commonOptions,
    entryPoints: {
      'graphiql-worker': 'src/http/graphiql-worker.js',
      ...Object.fromEntries(SEPARATE_PACKAGES.map((name) => [name, name])),
    },
    outdir: dist,
  });
  await build({
    ...commonOptions,
    entryPoints: { start: 'src/start.ts', signals: 'src/server/signals.ts' },
    outdir: dist,
    bundle: false,
  });
  return metafile;
}

/** The command. Signal handlers are installed before the program is loaded. */
const COMMAND = `#!/usr/bin/env node
const { commandSignals, serverSignals } = require('./signals.js');
if (process.argv[2] === 'serve') serverSignals();
else commandSignals();
void require('./start.js').program.cli();
`;
const SERVER_MODULE = "import { program } from './start.js';\nexport const { serve } = await program.server();\n";
/** The worker thread that loads data folders. It needs a part of the program only, so it does without the compiled code. */
const LOAD_WORKER = "void require('./program.js').loadWorker();\n";

function writeEntryPoints(): void {
  writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(join(dist, 'cli.js'), COMMAND, { mode: 0o755 });
  writeFileSync(join(dist, 'server.mjs'), SERVER_MODULE);
  writeFileSync(join(dist, 'load-worker.js'), LOAD_WORKER);
}

/**
 * Writes a snapshot of the curated data, and one of it with the packs. Resolves to whether the data is valid; if it is not,
 * the first start reports the problems.
 */
async function writeSnapshots(): Promise<boolean> {
  const data = join(root, 'data');
  const packs = packsIn(join(root, 'packs'));
  const isSound = await writeSnapshot([data], 'data.snapshot');
  return isSound && (packs.length === 0 || (await writeSnapshot([data, ...packs], 'packs.snapshot')));
}

async function writeSnapshot(data: readonly string[], name: string): Promise<boolean> {
  const digest = digestOf(data);
  const { graph, warnings } = await validateGraph(await loadFolders({ data, sources: [] }));
  if (graph === null) return false;
  if (digest !== null && warnings.length === 0) await compile(graph, digest, join(dist, name));
  return true;
}

/** Runs a start in a process without the settings of this one. Returns whether it worked. */
function rehearse(): boolean {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/rehearse.js'), dist], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'] },
    timeout: 60_000,
  });
  return status === 0;
}

/** esbuild leaves non-ASCII characters in regular expressions and templates, where an escape means the same. */
function escapeNonAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Writes the SHA-256 of the program into it, so that answers of two builds have different entity tags. */
function insertDigest(code: string): string {
  if (!code.includes(DIGEST_PLACEHOLDER))
    throw new Error('The program has no place for its digest: see src/server.ts.');
  return code.replaceAll(DIGEST_PLACEHOLDER, createHash('sha256').update(code).digest('base64url'));
}

/** Writes Covergraph's license and those of the bundled packages. The build of the page adds its own. */
function writeLicenses(metafiles: readonly Metafile[]): void {
  const files = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  cpSync(join(root, 'LICENSE'), join(dist, 'LICENSE'));
  writeFileSync(join(dist, 'licences.txt'), licenseText(new Map([...ownLicenses(), ...packageLicenses(files)])));
}

/** Deletes `dist` and builds it. Resolves to whether the built server started and answered. */
export async function buildDist(): Promise<boolean> {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  const metafiles = [await bundleProgram(), await bundleOthers()];
  writeEntryPoints();
  writeLicenses(metafiles);
  cpSync(join(root, 'src/examples'), join(dist, 'examples'), {
    recursive: true,
    filter: (name) => !name.endsWith('generated'),
  });
  return (await writeSnapshots()) ? rehearse() : true;
}

const isCommand = process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === import.meta.url;
if (isCommand && !(await buildDist())) process.exitCode = 1;

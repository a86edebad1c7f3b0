/**
 * `npm run build`: what runs from `dist/`. The program is one file with nearly all packages that it needs, in which a module
 * begins when it is first wanted; beside it lies what V8 compiled of it for a start, and the data as a snapshot. Finding a thousand
 * small modules, compiling them and reading the YAML were nearly all of a start.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { compile, digestOf } from './store/snapshot-loader.ts';
import { loadFolders } from './store/folders.ts';
import { validateGraph } from './store/validate-graph.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/**
 * What a start imports and its first answer does not need, by the functions and classes that each exports: it begins when one
 * of them is called. Behind two of them are clients of HTTP, behind the last two the tables of Unicode, for help texts.
 */
const later: Readonly<Record<string, readonly string[]>> = {
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
const begunWhenCalled: Plugin = {
  name: 'begun when called',
  setup(build) {
    build.onResolve(
      { filter: /./, namespace: 'file' },
      async ({ path: name, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === name || !Object.hasOwn(later, name)) return undefined;
        const { path } = await build.resolve(name, { importer, resolveDir, kind, namespace: 'file', pluginData: name });
        return { path: relative(root, path), namespace: 'later', pluginData: later[name] };
      },
    );
    build.onLoad(
      { filter: /./, namespace: 'later' },
      ({ path, pluginData: names }: { path: string; pluginData: readonly string[] }) => ({
        contents: `let begun; const own = (name) => (begun ??= require(${JSON.stringify(join(root, path))}))[name];
        ${names.map((name) => `export ${name === 'default' ? 'default function' : `function ${name}`} (...given) { return new.target ? new (own("${name}"))(...given) : own("${name}")(...given); }`).join('\n')}`,
        resolveDir: root,
      }),
    );
  },
};

/** Packages that read data files and talk to databases; a start reads none of them. Each is a file of its own, found from the program. */
const rare = ['csv-parse', 'kysely', 'pg', 'yaml', 'zod'];
const asFiles: Plugin = {
  name: 'as files',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(${rare.join('|')})$`) }, ({ path }) => ({
      path: `.//${path}.js`,
      external: true,
    }));
  },
};

/** What graphql has beside its public face, in the form in which the bundle has that: what one form makes is nothing that the other knows. */
const oneGraphql: Plugin = {
  name: 'one graphql',
  setup(build) {
    build.onResolve({ filter: /^graphql\/.*\.js$/ }, ({ path, resolveDir, kind }) =>
      build.resolve(path.replace(/\.js$/, '.mjs'), { resolveDir, kind }),
    );
    build.onEnd(({ metafile }) => {
      const forms = new Set(
        Object.keys(metafile?.inputs ?? {})
          .filter((file) => /node_modules\/graphql\//.test(file))
          .map((file) => file.slice(file.lastIndexOf('.'))),
      );
      return forms.size > 1
        ? {
            errors: [{ text: `graphql is in the bundle in ${String(forms.size)} forms: ${[...forms].join(' and ')}.` }],
          }
        : undefined;
    });
  },
};

/** All files lie side by side, so that what stands beside a file of src is found beside its bundle; and as CommonJS, which Node begins sooner. */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  metafile: true,
  logLevel: 'warning',
  banner: { js: '"use strict"; const here = require("node:url").pathToFileURL(__filename).href;' },
  // Yoga's fetch layer compares its own Request with Node's, and Node begins its whole client of HTTP to show it.
  define: { 'import.meta.url': 'here', 'globalThis.Request': 'undefined' },
} satisfies BuildOptions;
/** Stands in the program for its digest until that is known; of the same length, so that the source map stays true. */
const digestPlaceholder = 'digest-of-the-program'.padEnd(43, '-');
rmSync(dist, { recursive: true, force: true });
const program = await build({
  ...common,
  entryPoints: ['src/program.ts'],
  plugins: [begunWhenCalled, asFiles, oneGraphql],
  write: false,
  outdir: dist,
  minify: true,
  lineLimit: 200,
  legalComments: 'none',
  sourcemap: 'external',
  sourcesContent: false,
  define: { ...common.define, PROGRAM_DIGEST: JSON.stringify(digestPlaceholder) },
  // A module that is imported when it is wanted begins then, and lies in the same file.
  supported: { 'dynamic-import': false },
});
mkdirSync(dist);
// One line before the code, for whoever goes by its source map.
for (const { path, text } of program.outputFiles)
  writeFileSync(
    path,
    path.endsWith('.map')
      ? text
      : digested(ascii(`(function (exports, require, module, __filename, __dirname) {\n${text}})`)),
  );
const others = await build({
  ...common,
  entryPoints: {
    'graphiql-worker': 'src/http/graphiql-worker.js',
    ...Object.fromEntries(rare.map((name) => [name, name])),
  },
  outdir: dist,
});
await build({
  ...common,
  entryPoints: { start: 'src/start.ts', signals: 'src/server/signals.ts' },
  outdir: dist,
  bundle: false,
});
writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
/** Signals are heard before the program is loaded. */
const entry = `#!/usr/bin/env node
const { commandSignals, serverSignals } = require('./signals.js');
if (process.argv[2] === 'serve') serverSignals();
else commandSignals();
void require('./start.js').program.cli();
`;
writeFileSync(join(dist, 'cli.js'), entry, { mode: 0o755 });
writeFileSync(
  join(dist, 'server.mjs'),
  "import { program } from './start.js';\nexport const { serve } = await program.server();\n",
);
writeFileSync(
  join(dist, 'licences.txt'),
  licences(Object.keys({ ...program.metafile.inputs, ...others.metafile.inputs })),
);
cpSync(join(root, 'src/examples'), join(dist, 'examples'), {
  recursive: true,
  filter: (name) => !name.endsWith('generated'),
});

/** Data that breaks a law is left to the start to tell of. */
const data = [join(root, 'data')];
const madeFrom = digestOf(data);
const loaded = await loadFolders({ data, sources: [] });
const { graph, warnings } = await validateGraph(loaded);
if (graph !== null) {
  if (madeFrom !== null && warnings.length === 0) await compile(graph, madeFrom, join(dist, 'data.snapshot'));
  // Whatever is set around the build is not for a start that stands for all others.
  const rehearsed = spawnSync(process.execPath, [join(root, 'src/rehearse.js'), dist], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'] },
    timeout: 60_000,
  });
  if (rehearsed.status !== 0) process.exitCode = 1;
}

/** esbuild leaves letters as they are in expressions and templates, where an escape says the same. */
function ascii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The program with its SHA-256 in it, so that answers of two builds can be told apart. */
function digested(code: string): string {
  if (!code.includes(digestPlaceholder)) throw new Error('The program has no place for its digest: see src/server.ts.');
  return code.replaceAll(digestPlaceholder, createHash('sha256').update(code).digest('base64url'));
}

/** The licence of every package that the bundles hold, as each asks to be passed on. */
function licences(files: readonly string[]): string {
  const packages = new Set(
    files.flatMap((file) => /^(?!later:).*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
  const texts = [...packages].sort().map((folder) => {
    const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    const { license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { license: string };
    return `${folder.replace(/.*node_modules\//, '')}\n\n${file === undefined ? license : readFileSync(join(root, folder, file), 'utf8').trim()}\n`;
  });
  return texts.join('\n\n');
}

/**
 * Writes scripts/graphiql-licenses.txt: the licenses of what GraphiQL's bundle contains. Run it when
 * @graphql-yoga/render-graphiql is updated. The bundle does not name its packages, so it is compared with the published package
 * that it is made of, whose imports are then bundled again:
 *
 *     npm install --prefix FOLDER --legacy-peer-deps @graphql-yoga/graphiql@VERSION \
 *       @fontsource/roboto @fontsource/fira-code @vscode/codicons
 *     node scripts/graphiql-licenses.js FOLDER
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as bundled from '@graphql-yoga/render-graphiql/graphiql';
import { build } from 'esbuild';

const folder = resolve(process.argv[2] ?? '.');
const output = fileURLToPath(new URL('./graphiql-licenses.txt', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const read = (...path) => readFileSync(join(...path), 'utf8');
const manifest = (path) => JSON.parse(read(path, 'package.json'));
const modules = join(folder, 'node_modules');

/** Fonts in GraphiQL's styles, by the packages that have their licenses. */
const FONTS = ['@fontsource/fira-code', '@fontsource/roboto', '@vscode/codicons'];
const WORKERS = [
  'monaco-editor/esm/vs/editor/editor.worker.js',
  'monaco-editor/esm/vs/language/json/json.worker.js',
  'monaco-graphql/esm/graphql.worker.js',
];

/** Fails if the bundle was not made of the package in the folder. */
function compare() {
  const made = join(modules, '@graphql-yoga/graphiql/dist');
  const parts = [
    ['css', 'graphiql.css'],
    ['editorWorkerService', 'monacoeditorwork/editor.worker.bundle.js'],
    ['jsonWorker', 'monacoeditorwork/json.worker.bundle.js'],
    ['graphqlWorker', 'monacoeditorwork/graphql.worker..bundle.js'],
  ];
  const others = parts.filter(([name, file]) => bundled[name] !== read(made, file)).map(([name]) => name);
  if (others.length > 0)
    throw new Error(
      `${others.join(', ')} of the bundle are of another version of @graphql-yoga/graphiql: install that.`,
    );
}

/** The files of which something is in the bundle. */
async function filesInside() {
  const { dependencies } = manifest(join(modules, '@graphql-yoga/graphiql'));
  const { metafile } = await build({
    absWorkingDir: folder,
    stdin: { contents: Object.keys(dependencies).map(used).join('\n'), resolveDir: folder },
    inject: WORKERS.map((file) => join(modules, file)),
    bundle: true,
    minify: true,
    format: 'esm',
    outdir: 'out',
    metafile: true,
    write: false,
    logLevel: 'error',
    loader: { '.ttf': 'dataurl', '.woff2': 'dataurl' },
  });
  const inputs = Object.values(metafile.outputs).flatMap((made) => Object.entries(made.inputs));
  return [...new Set(inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path))].sort();
}

/** Comments with a license in the files. A package may contain another one that its license file does not name. */
function commentsIn(files) {
  const texts = files.filter((file) => /\.[cm]?js$/.test(file)).map((file) => read(folder, file));
  const comments = texts.flatMap(
    (text) => text.match(/\/\*[!*](?:(?!\*\/)[^])*?(?:@license|\(c\) )(?:(?!\*\/)[^])*\*\//gi) ?? [],
  );
  return [...new Set(comments.map((comment) => comment.replace(/\s+\*?(?!\/) ?/g, ' ')))].sort().join('\n');
}

/** Uses all of a package, so that nothing of it is left out of the bundle. */
const used = (name, index) => `import * as m${index} from '${name}'; globalThis.m${index} = m${index};`;

/** The license files of a package, or what its manifest says. */
function licenseOf(path) {
  const files = readdirSync(path).filter((name) => /^(licen[cs]e|notice|third.?party)/i.test(name));
  if (files.length > 0)
    return files
      .map((file) =>
        read(path, file)
          .replaceAll('\r\n', '\n')
          .replace(/^\uFEFF/, '')
          .trim(),
      )
      .join('\n\n');
  const { license, author, repository } = manifest(path);
  const by = typeof author === 'object' ? author.name : author;
  return `${license}, as its package.json says; it has no license file.${by ? ` Author: ${by}.` : ''} ${repository?.url ?? repository ?? ''}`.trim();
}

compare();
const files = await filesInside();
const folders = new Set(files.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
const byText = new Map();
for (const path of [...[...folders].map((each) => join(folder, each)), ...FONTS.map((name) => join(modules, name))]) {
  const text = licenseOf(path);
  byText.set(text, [...new Set([...(byText.get(text) ?? []), manifest(path).name])].sort());
}
const { version } = manifest(join(root, 'node_modules/@graphql-yoga/render-graphiql'));
const sections = [...byText]
  .sort(([, [a]], [, [b]]) => (a < b ? -1 : 1))
  .map(([text, names]) => `${names.join(', ')}\n\n${text}\n`);
const title = `The packages in GraphiQL, as @graphql-yoga/render-graphiql ${version} contains it\n`;
const comments = `Comments on licenses in the files of these packages\n\n${commentsIn(files)}\n`;
writeFileSync(output, [title, ...sections, comments].join('\n\n'));

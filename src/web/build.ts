/**
 * Builds the page into dist/web: bundles scripts and styles into files whose names contain a hash of their content, and
 * writes compressed copies of each, so that the server does not compress. It writes index.html, which names them, last.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { licenseText, ownLicenses, packageLicenses, parseLicenseText } from '../../scripts/licenses.ts';

const room = dirname(fileURLToPath(import.meta.url));
const output = join(room, '../../dist/web');
const programLicenses = join(room, '../../dist/licences.txt');

async function bundle(): Promise<Map<string, Uint8Array>> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: room,
    entryPoints: [
      { in: 'main.tsx', out: 'main' },
      { in: 'styles/all.css', out: 'page' },
      { in: 'icon.svg', out: 'icon' },
    ],
    loader: { '.svg': 'copy' },
    outdir: join(output, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfig: 'tsconfig.json',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [`assets/${basename(path)}`, contents]));
  const named = (name: string, type: string): string =>
    [...files.keys()].find((file) => file.startsWith(`assets/${name}-`) && file.endsWith(type)) ?? name;
  const text = await licenses(metafile);
  await writeFile(programLicenses, text);
  files.set('licences.txt', new TextEncoder().encode(text));
  const main = named('main', '.js');
  const page = (await readFile(join(room, 'index.html'), 'utf8'))
    .replace('page.css', named('page', '.css'))
    .replace('main.js', main)
    .replace('icon.svg', named('icon', '.svg'))
    .replace(
      '  </head>',
      `${neededBy(main, metafile)
        .map((file) => `    <link rel="modulepreload" href="./${file}">\n`)
        .join('')}  </head>`,
    );
  files.set('index.html', new TextEncoder().encode(page));
  return files;
}

/** The files that a script imports when it starts, so that the page loads them at the same time as the script. */
function neededBy(script: string, { outputs }: Metafile): string[] {
  const [, output] = Object.entries(outputs).find(([path]) => path.endsWith(script)) ?? [];
  return (output?.imports ?? [])
    .filter(({ kind }) => kind === 'import-statement')
    .map(({ path }) => `assets/${basename(path)}`);
}

/** The licenses of everything in the build: those that the build of the program wrote, and those of the packages of the page. */
async function licenses({ inputs }: Metafile): Promise<string> {
  const written = await readFile(programLicenses, 'utf8').catch(() => null);
  const program = written === null ? ownLicenses() : parseLicenseText(written);
  const packages = Object.keys(inputs).map((path) => path.replace(/^.*(?=node_modules\/)/, ''));
  return licenseText(new Map([...program, ...packageLicenses(packages)]));
}

await rm(output, { recursive: true, force: true });
await mkdir(join(output, 'assets'), { recursive: true });
for (const [name, contents] of await bundle()) {
  await writeFile(join(output, name), contents);
  await writeFile(join(output, `${name}.gz`), gzipSync(contents, { level: 9 }));
  await writeFile(
    join(output, `${name}.br`),
    brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: contents.length } }),
  );
}

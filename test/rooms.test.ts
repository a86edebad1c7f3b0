/**
 * Rules about the structure of `src`: which folder may import which, where input and output happen, and that no file names a
 * path of somebody's machine. A room is a folder of `src`, or a file directly in it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/**
 * The other rooms that each room may import. `config` holds every setting: it imports the parser of database addresses from
 * the store, and names that settings use from `http` and `schema`. `cli` holds the arguments and the text output of the command
 * line: it reads no files, and only `cli.ts` imports it. `server` holds the parts of the server process that `server.ts` assembles.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'clock.ts': [],
  'errors.ts': [],
  'system-errors.ts': [],
  model: [],
  graph: ['model'],
  store: ['model', 'graph', 'engine', 'errors.ts', 'system-errors.ts'],
  engine: ['model', 'graph'],
  verify: ['model', 'graph'],
  language: ['model', 'graph', 'engine'],
  schema: ['model', 'graph', 'engine', 'language'],
  http: ['model', 'graph', 'engine', 'language', 'schema'],
  federation: ['model', 'graph', 'engine', 'language', 'schema'],
  importers: ['model', 'store', 'system-errors.ts'],
  config: ['model', 'graph', 'store', 'schema', 'http', 'errors.ts'],
  cli: [
    'model',
    'graph',
    'store',
    'engine',
    'verify',
    'schema',
    'http',
    'config',
    'clock.ts',
    'errors.ts',
    'system-errors.ts',
  ],
  server: ['model', 'graph', 'store', 'engine', 'config', 'http', 'errors.ts'],
  'own-data.ts': ['store'],
  'server.ts': [
    'model',
    'graph',
    'store',
    'engine',
    'verify',
    'language',
    'schema',
    'federation',
    'http',
    'config',
    'server',
    'clock.ts',
    'errors.ts',
    'own-data.ts',
  ],
  'cli.ts': [
    'model',
    'graph',
    'store',
    'engine',
    'verify',
    'language',
    'schema',
    'federation',
    'http',
    'config',
    'cli',
    'importers',
    'server',
    'server.ts',
    'clock.ts',
    'errors.ts',
    'own-data.ts',
    'system-errors.ts',
  ],
  'program.ts': ['cli.ts', 'server.ts', 'server'],
  'start.ts': ['server.ts'],
};
/** Rooms that may read files, the clock and the environment. `start.ts` loads the program that `scripts/build.ts` wrote. */
const withInputAndOutput = new Set(['store', 'server', 'server.ts', 'cli.ts', 'importers', 'own-data.ts', 'start.ts']);
/** Built-in modules without effects outside the process, which every room may import. */
const pureModules = ['node:path', 'node:url', 'node:crypto', 'node:util', 'node:buffer'];
/** Further built-in modules that single rooms may import; with `type `, only their types. */
const moreModules: Readonly<Record<string, readonly string[]>> = {
  http: ['type node:http', 'node:zlib', 'node:worker_threads'],
  language: ['node:zlib'], // for the list of English words
  config: ['node:net'], // for isIP, which parses text
};

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.(ts|js)$/.test(name) && !name.includes('generated') && !name.startsWith('web'),
);
/** The files of the page, which run in browsers; the build script of the page does not. */
const page = readdirSync(join(root, 'src/web'), { recursive: true, encoding: 'utf8' })
  .map((name) => `web/${name}`)
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('generated') && name !== 'web/build.ts');
const roomOf = (file: string): string => file.split('/')[0] ?? file;
const cache = new Map<string, ts.SourceFile>();
/** Parses a file of `src`, once. */
function parsed(file: string): ts.SourceFile {
  const source =
    cache.get(file) ??
    ts.createSourceFile(file, readFileSync(join(root, 'src', file), 'utf8'), ts.ScriptTarget.Latest, true);
  cache.set(file, source);
  return source;
}

/** Every offense in the files, with the name of its file. */
const offensesIn = (among: readonly string[], judge: (file: string) => readonly string[]): string[] =>
  among.flatMap((file) => judge(file).map((offense) => `${file}: ${offense}`));

/**
 * Every module that a file names: imports, exports from, side-effect imports, import() and import types. Modules of which only
 * types are imported begin with `type `.
 */
function imports(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      found.push(
        (node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'type ' : '') + node.moduleSpecifier.text,
      );
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      found.push((node.isTypeOnly ? 'type ' : '') + node.moduleSpecifier.text);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      found.push(
        argument && ts.isStringLiteralLike(argument) ? argument.text : `an address that is computed: ${node.getText()}`,
      );
    } else if (ts.isImportTypeNode(node)) found.push(`type ${node.argument.getText().slice(1, -1)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Uses of the process, the clock, random numbers, the console or the network, which only some rooms may make. */
function impurities(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = node.getText(source);
    if (
      ts.isPropertyAccessExpression(node) &&
      /^(process\.\w+|Date\.now|Math\.random|performance\.now|console\.\w+|globalThis\.\w+)$/.test(text)
    )
      found.push(text);
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date' && (node.arguments?.length ?? 0) === 0)
      found.push(text);
    if (
      ts.isCallExpression(node) &&
      ['Date', 'fetch', 'require', 'setInterval'].includes(node.expression.getText(source))
    )
      found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The names that a file imports from the store, except types. */
function namesFromStore(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isImportDeclaration(node) &&
      ts.isStringLiteral(node.moduleSpecifier) &&
      node.moduleSpecifier.text.includes('/store/')
    ) {
      const clause = node.importClause;
      const bindings = clause?.namedBindings;
      if (!clause) found.push(node.moduleSpecifier.text);
      else if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
      else if (bindings && ts.isNamedImports(bindings))
        found.push(...bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text));
      else if (bindings) found.push(bindings.name.text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument) && argument.text.includes('/store/')) found.push(argument.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The modules that a file loads when it is loaded itself. */
const staticImports = (source: ts.SourceFile): string[] =>
  source.statements.flatMap((statement) =>
    ts.isImportDeclaration(statement) &&
    ts.isStringLiteral(statement.moduleSpecifier) &&
    statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword
      ? [statement.moduleSpecifier.text]
      : [],
  );

const brokenArrows = (file: string, named: readonly string[]): string[] => {
  const room = roomOf(file);
  return named
    .map((name) => name.replace(/^type /, ''))
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(join(root, 'src'), join(root, 'src', dirname(file), name)))
    .filter((target) => roomOf(target) !== room && !(arrows[room] ?? []).includes(roomOf(target)));
};
const forbiddenModules = (file: string, named: readonly string[]): string[] => {
  const allowed = [...pureModules, ...(moreModules[roomOf(file)] ?? [])];
  return named.filter(
    (name) => /^(type )?node:/.test(name) && !allowed.includes(name) && !allowed.includes(name.replace(/^type /, '')),
  );
};

describe('rooms', () => {
  test('every room has a list of rooms that it may import', () => {
    expect(files.length).toBeGreaterThan(20);
    expect([...new Set(files.map(roomOf))].filter((room) => arrows[room] === undefined && room !== 'examples')).toEqual(
      [],
    );
  });

  test('every file imports only rooms that its room may import', () => {
    expect(offensesIn(files, (file) => brokenArrows(file, imports(parsed(file))))).toEqual([]);
  });

  test('only some rooms use files, the network, the environment, the clock or random numbers', () => {
    const pure = files.filter((file) => !withInputAndOutput.has(roomOf(file)));
    expect(pure.length).toBeGreaterThan(20);
    const offenses = offensesIn(pure, (file) => [
      ...forbiddenModules(file, imports(parsed(file))),
      ...impurities(parsed(file)),
    ]);
    expect(offenses).toEqual([]);
  });

  test('only the command, which passes it to the settings, and the loader of the program read the environment', () => {
    const readers = files.filter((file) => impurities(parsed(file)).includes('process.env'));
    expect(readers.sort()).toEqual(['cli.ts', 'start.ts']);
  });

  test('no file of cli reads files through the store', () => {
    const ofCli = files.filter((file) => roomOf(file) === 'cli');
    expect(ofCli.length).toBeGreaterThan(5);
    const offenses = offensesIn(ofCli, (file) =>
      namesFromStore(parsed(file)).filter((name) => !['printProblem', 'FILE_LAWS'].includes(name)),
    );
    expect(offenses).toEqual([]);
  });

  test('a file that reads through the store is found', () => {
    const bad = ts.createSourceFile(
      'cli/x.ts',
      `
      import { loadFolders, printProblem, type LocatedProblem } from '../store/folders.ts'; import type { Loaded } from '../store/folders.ts';
      import * as files from '../store/files.ts'; import '../store/yaml.ts'; const a = import('../store/originals.ts');
    `,
      ts.ScriptTarget.Latest,
      true,
    );
    expect(namesFromStore(bad)).toEqual([
      'loadFolders',
      'printProblem',
      'files',
      '../store/yaml.ts',
      '../store/originals.ts',
    ]);
  });

  test('the database driver is loaded only if a database is configured', () => {
    const exceptions = new Set(['server/database-source.ts']);
    const loaded = files
      .filter((file) => !file.startsWith('store/postgres/') && !exceptions.has(file))
      .flatMap((file) =>
        [...staticImports(parsed(file))]
          // The parser of addresses imports no driver.
          .filter((name) => /^(pg|kysely)$|store\/postgres\/(?!address\.ts$)|\/database-source\.ts$/.test(name))
          .map((name) => `${file}: ${name}`),
      );
    expect(loaded).toEqual([]);
    expect([
      ...staticImports(
        ts.createSourceFile(
          'x.ts',
          "import { Pool } from 'pg'; import type { A } from './database-source.ts'; void import('kysely');",
          ts.ScriptTarget.Latest,
          true,
        ),
      ),
    ]).toEqual(['pg']);
  });

  test('the page imports only its own files, words of the model, preact and d3-force', () => {
    expect(page.length).toBeGreaterThan(5);
    const offenses = offensesIn(page, (file) => {
      const named = imports(parsed(file)).map((name) => name.replace(/^type /, ''));
      const isOfPage = (path: string): boolean => !path.startsWith('..') || path === '../model/answer-words.ts';
      const isAllowed = (name: string): boolean =>
        name.startsWith('.')
          ? isOfPage(relative(join(root, 'src/web'), join(root, 'src', dirname(file), name)))
          : ['preact', 'preact/hooks', 'd3-force'].includes(name);
      return named.filter((name) => !isAllowed(name));
    });
    expect(offenses).toEqual([]);
  });

  test('side-effect imports, dynamic imports, types and the clock are found', () => {
    const bad = ts.createSourceFile(
      'engine/x.ts',
      `
      import '../store/files.ts'; import type { A } from '../schema/builder.ts'; export { b } from '../graph/build.ts';
      const c = await import('../server.ts'); type D = import('../http/http.ts').Http; import { readFileSync } from 'node:fs';
      const e = new Date(); const f = Date.now() + Math.random(); const g = process.env['HOME']; console.log(new Date('2026-11-23'));
    `,
      ts.ScriptTarget.Latest,
      true,
    );
    expect(brokenArrows('engine/x.ts', imports(bad))).toEqual([
      'store/files.ts',
      'schema/builder.ts',
      'server.ts',
      'http/http.ts',
    ]);
    expect(forbiddenModules('engine/x.ts', imports(bad))).toEqual(['node:fs']);
    expect(impurities(bad)).toEqual(['new Date()', 'Date.now', 'Math.random', 'process.env', 'console.log']);
  });
});

describe('the repository', () => {
  /** The files that git tracks, or would after `git add`; none outside a checkout. */
  const tracked = existsSync(join(root, '.git'))
    ? execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
        cwd: root,
        encoding: 'utf8',
      })
        .split('\0')
        .filter((name) => name !== '' && existsSync(join(root, name)))
    : [];

  test('names no path of a machine', () => {
    const homes = ['home', 'Users', 'root', 'work', 'tmp', 'mnt', 'private'].join('|');
    const place = new RegExp(`(?<![\\w.:/*-])/(?:${homes})/\\w|[A-Z]:\\\\\\\\?(?:Users|Documents)`);
    const bad = tracked
      .filter((name) => !/\.(png|ico|woff2?)$/.test(name))
      .flatMap((name) =>
        readFileSync(join(root, name), 'utf8')
          .split('\n')
          .flatMap((line, index) =>
            place.test(line) ? [`${name}:${String(index + 1)}: ${line.trim().slice(0, 100)}`] : [],
          ),
      );
    expect(bad).toEqual([]);
  });

  test.each(['package-lock.json', 'test/federation/gateway/package-lock.json'])(
    'the lock file has no addresses of packages: %s',
    (lock) => {
      expect(readFileSync(join(root, lock), 'utf8')).not.toMatch(/"resolved": "https?:/);
    },
  );

  test("has a compiled executor that nothing but the server's own entry knows", () => {
    const users = tracked.filter(
      (name) =>
        /^src\/.*\.ts$/.test(name) &&
        !name.startsWith('src/http/compiled-executor/') &&
        readFileSync(join(root, name), 'utf8').includes('/compiled-executor/'),
    );
    expect(users).toEqual(['src/server.ts']);
  });

  test('tracks nothing that is made from something else', () => {
    expect(tracked.filter((name) => /(^|\/)(node_modules|dist|coverage)\//.test(name))).toEqual([]);
  });
});

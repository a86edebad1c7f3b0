/** The house's laws: which room may import which, where input and output happen, and that nothing names a machine. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/**
 * What each room may import of ours besides itself. `config` holds every setting; of the store it knows only the form of
 * a database's address, and of `http` and `schema` the names that settings use. `cli` holds what the terminal says and
 * what is typed there; it reads nothing, and nothing but `cli.ts` imports it. `process` holds what the server does as a
 * process, for `server.ts` to put together.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'clock.ts': [],
  'errors.ts': [],
  model: [],
  graph: ['model'],
  store: ['model', 'graph', 'engine', 'errors.ts'],
  engine: ['model', 'graph'],
  verify: ['model', 'graph'],
  language: ['model', 'graph', 'engine'],
  schema: ['model', 'graph', 'engine', 'language'],
  http: ['model', 'graph', 'engine', 'language', 'schema'],
  federation: ['model', 'graph', 'engine', 'language', 'schema'],
  importers: ['model', 'store'],
  config: ['model', 'graph', 'store', 'schema', 'http', 'errors.ts'],
  cli: ['model', 'graph', 'store', 'engine', 'verify', 'schema', 'http', 'config', 'clock.ts', 'errors.ts'],
  server: ['model', 'graph', 'store', 'engine', 'config', 'http', 'errors.ts'],
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
  ],
  'program.ts': ['cli.ts', 'server.ts'],
  'start.ts': ['server.ts'],
};
/** `start.ts` loads the program that `scripts/build.ts` wrote. */
const withInputAndOutput = new Set(['store', 'server', 'server.ts', 'cli.ts', 'importers', 'start.ts']);
/** Built-in modules that touch nothing outside the process, and the few more that single rooms need. */
const pureModules = ['node:path', 'node:url', 'node:crypto', 'node:util', 'node:buffer'];
const moreModules: Readonly<Record<string, readonly string[]>> = {
  http: ['type node:http', 'node:zlib', 'node:worker_threads'],
  config: ['node:net'], // isIP, which looks at a text
};

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.(ts|js)$/.test(name) && !name.includes('generated') && !name.startsWith('web'),
);
/** The page runs in browsers; what builds it does not. */
const page = readdirSync(join(root, 'src/web'), { recursive: true, encoding: 'utf8' })
  .map((name) => `web/${name}`)
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('generated') && name !== 'web/build.ts');
const roomOf = (file: string): string => file.split('/')[0] ?? file;
const parsed = (file: string) =>
  ts.createSourceFile(file, readFileSync(join(root, 'src', file), 'utf8'), ts.ScriptTarget.Latest, true);

/** Every module that a file names: imports, exports from, side-effect imports, import() and import types; `type ` before those that vanish. */
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
        argument && ts.isStringLiteralLike(argument)
          ? argument.text
          : `an address that is worked out: ${node.getText()}`,
      );
    } else if (ts.isImportTypeNode(node)) found.push(`type ${node.argument.getText().slice(1, -1)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Uses of the process, the clock, chance, the console or the network that no room below the top may make. */
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

/** What a file takes from the store that is there when it runs. */
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

/** Modules that are there as soon as the file is. */
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
  test('there is no room without a law', () => {
    expect(files.length).toBeGreaterThan(20);
    expect([...new Set(files.map(roomOf))].filter((room) => arrows[room] === undefined && room !== 'examples')).toEqual(
      [],
    );
  });

  test.each(files)('%s imports only what its room may', (file) => {
    expect(brokenArrows(file, imports(parsed(file)))).toEqual([]);
  });

  test.each(files.filter((file) => !withInputAndOutput.has(roomOf(file))))(
    '%s touches no disk, network, environment, clock or chance',
    (file) => {
      expect([...forbiddenModules(file, imports(parsed(file))), ...impurities(parsed(file))]).toEqual([]);
    },
  );

  test('the environment is read by the command, which passes it to the settings, and by the loader of the program', () => {
    const readers = files.filter((file) => impurities(parsed(file)).includes('process.env'));
    expect(readers.sort()).toEqual(['cli.ts', 'start.ts']);
  });

  test.each(files.filter((file) => roomOf(file) === 'cli'))('%s reads no file by way of the store', (file) => {
    expect(namesFromStore(parsed(file)).filter((name) => !['printProblem', 'FILE_LAWS'].includes(name))).toEqual([]);
  });

  test('and that law can be broken', () => {
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

  test('the database is loaded by nobody who was not told of one', () => {
    const kept = new Set(['server/database-source.ts']);
    const wanted = files
      .filter((file) => !file.startsWith('store/postgres/') && !kept.has(file))
      .flatMap((file) =>
        [...staticImports(parsed(file))]
          // The form of an address imports no driver.
          .filter((name) => /^(pg|kysely)$|store\/postgres\/(?!address\.ts$)|\/database-source\.ts$/.test(name))
          .map((name) => `${file}: ${name}`),
      );
    expect(wanted).toEqual([]);
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

  test.each(page)('%s knows nothing of the server but documents typed from the public schema', (file) => {
    const named = imports(parsed(file)).map((name) => name.replace(/^type /, ''));
    const ours = named
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(join(root, 'src/web'), join(root, 'src', dirname(file), name)));
    expect(ours.filter((target) => target.startsWith('..'))).toEqual([]);
    expect(
      named.filter((name) => !name.startsWith('.') && !['preact', 'preact/hooks', 'd3-force'].includes(name)),
    ).toEqual([]);
  });

  test('and these laws can be broken: by a side effect, a dynamic import, a type, a clock', () => {
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
  /** What git tracks, or would after `git add`; outside a checkout, nothing to judge. */
  const tracked = existsSync(join(root, '.git'))
    ? execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
        cwd: root,
        encoding: 'utf8',
      })
        .split('\0')
        .filter((name) => name !== '' && existsSync(join(root, name)))
    : [];

  test("names no place on anybody's machine", () => {
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
    'does not say where its packages came from: %s',
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

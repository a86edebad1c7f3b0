/** The output of `npm run build` runs without the packages, the sources and the folder that it was built in. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { parseLicenseText } from '../scripts/licenses.ts';
import { mapStackFrames } from '../src/server/source-map-stack.ts';
import { outputOf } from './helpers/terminal.ts';

const place = mkdtempSync(join(tmpdir(), 'covergraph-'));
for (const part of ['dist', 'data', 'schema', 'package.json']) cpSync(part, join(place, part), { recursive: true });
const program = join(place, 'dist/cli.js');
/** Runs outside the repository, so that no package of the tests can be resolved. */
const surroundings = { cwd: tmpdir(), env: { PATH: process.env['PATH'] } };
const covergraph = (...argv: string[]): string =>
  execFileSync(process.execPath, [program, ...argv], { ...surroundings, encoding: 'utf8' });
const children = new Set<ReturnType<typeof spawn>>();
afterAll(() => {
  for (const child of children) child.kill();
  rmSync(place, { recursive: true, force: true });
});

/** Starts the server. Gives its address and a function that returns the log lines so far. */
async function serving(
  env: Readonly<Record<string, string>> = {},
): Promise<{ address: string; logged: () => Record<string, unknown>[] }> {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', '--log-level', 'info'], {
    cwd: surroundings.cwd,
    env: { ...surroundings.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = /http:\/\/[^/]+/.exec(line) ?? [];
    if (address !== undefined)
      return { address, logged: () => lines.map((each) => JSON.parse(each) as Record<string, unknown>) };
  }
  throw new Error(lines.join('\n'));
}

/** Where a process gets the compiled code of the program from, as `dist/start.js` says. */
const codeSource = (env: Readonly<Record<string, string>> = {}): string =>
  execFileSync(
    process.execPath,
    ['--eval', `process.stdout.write(require(${JSON.stringify(join(place, 'dist/start.js'))}).codeSource())`],
    { cwd: surroundings.cwd, env: { ...surroundings.env, ...env }, encoding: 'utf8' },
  );
/** Node 22.8 and later have a compile cache; before, the build writes program.code. */
const hasCompileCache =
  'constants' in nodeModule && Object.hasOwn(nodeModule.constants as object, 'compileCacheStatus');

describe('the build', () => {
  test('holds its own digest, so that the entity tags of two builds differ', () => {
    const code = readFileSync(join(place, 'dist/program.js'), 'latin1');
    const placeholder = 'digest-of-the-program'.padEnd(43, '-');
    const digests = Array.from(code.matchAll(/"([\w-]{43})"/g), ([, digest = '']) => digest).filter((digest) => {
      const before = code.replaceAll(digest, placeholder);
      return createHash('sha256').update(before).digest('base64url') === digest;
    });
    expect(digests).toHaveLength(1);
  });

  test.each([
    ['coverage', 'tricare-prime', 'acupuncture', '--on', '2026-11-23'],
    ['ask', 'does', 'medicare', 'cover', 'massage'],
    ['check'],
    ['schema'],
    ['serve', '--help'],
  ])('prints what the sources print: %s', async (...argv) => {
    expect(covergraph(...argv)).toBe(await outputOf(...argv));
  });

  test('has the licenses of the program, the page and GraphiQL in one file, which the page links and the server serves', async () => {
    const text = readFileSync(join(place, 'dist/licences.txt'), 'utf8');
    const names = [...parseLicenseText(text).keys()];
    expect(names).toEqual(
      expect.arrayContaining([
        'Covergraph',
        '@pothos/core',
        'graphql',
        'graphql-yoga',
        'kysely',
        'pg',
        'preact',
        'zod',
      ]),
    );
    expect(names.filter((name) => name.startsWith('The packages in GraphiQL'))).toHaveLength(1);
    expect(readFileSync(join(place, 'dist/LICENSE'), 'utf8')).toBe(readFileSync('LICENSE', 'utf8'));
    const assets = join(place, 'dist/web/assets');
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
    expect(scripts.some((name) => readFileSync(join(assets, name), 'utf8').includes('licences.txt'))).toBe(true);
    const { address } = await serving();
    const response = await fetch(`${address}/licences.txt`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(await response.text()).toBe(text);
  });

  test('starts from one file with stored code, and loads what reads data files or talks to a database only when needed', () => {
    const asked = `
      const { codeSource, program } = require(${JSON.stringify(join(place, 'dist/start.js'))});
      program.server().then(async ({ serve }) => {
        const { port, close } = await serve({ port: 0, host: '127.0.0.1', data: [${JSON.stringify(join(place, 'data'))}], sources: [] });
        const answer = await fetch('http://127.0.0.1:' + port + '/graphql?query={plan(slug:"tricare-prime"){name}}');
        process.stdout.write(JSON.stringify([codeSource(), (await answer.json()).data.plan.name, Object.keys(require.cache)]));
        await close();
      });`;
    const files = readdirSync(join(place, 'dist')).filter((name) => name.endsWith('.js'));
    expect(files).toEqual(expect.arrayContaining(['yaml.js', 'zod.js', 'kysely.js', 'pg.js', 'csv-parse.js']));
    expect(
      JSON.parse(execFileSync(process.execPath, ['--eval', asked], { ...surroundings, encoding: 'utf8' })),
    ).toEqual([
      hasCompileCache ? 'compile cache' : 'program.code',
      'TRICARE Prime',
      ['start.js', ...(hasCompileCache ? ['program.js'] : [])].map((name) => realpathSync(join(place, 'dist', name))),
    ]);
    expect(statSync(join(place, 'dist/program.js')).size).toBeLessThan(2_500_000);
  });

  test('gives the first answer without loading flags, the log, threads or an HTTP client', () => {
    const asked = `
      process.stdout.write = (line) => {
        const [, port] = /:(\\d+)\\/graphql/.exec(line);
        const socket = require('node:net').connect(port, '127.0.0.1', () => { socket.write('GET /graphql?query={plan(slug:"tricare-prime"){name}} HTTP/1.1\\r\\nhost: a\\r\\naccept: application/json\\r\\n\\r\\n'); });
        socket.on('data', (answer) => {
          process.stderr.write(JSON.stringify([String(answer).split('\\r\\n').at(-1), process.moduleLoadList.map((name) => name.replace('NativeModule ', ''))]));
          process.exit();
        });
      };
      require(${JSON.stringify(join(place, 'dist/start.js'))}).program.cli();`;
    const { stderr } = spawnSync(process.execPath, ['--eval', asked, 'covergraph', 'serve'], {
      ...surroundings,
      env: { ...surroundings.env, PORT: '0' },
      encoding: 'utf8',
    });
    const [answer, begun] = JSON.parse(stderr) as [string, string[]];
    expect(answer).toContain('"TRICARE Prime"');
    expect(begun).toEqual(expect.arrayContaining(['http', 'net']));
    expect(
      begun.filter((name) => ['assert', 'worker_threads', 'readline', 'internal/deps/undici/undici'].includes(name)),
    ).toEqual([]);
  });

  test.runIf(!hasCompileCache)('uses program.code only if it is whole and was made for this very program', () => {
    const [program, code] = [join(place, 'dist/program.js'), join(place, 'dist/program.code')];
    const [text, stored] = [readFileSync(program), readFileSync(code)];
    const flipped = Buffer.from(stored);
    flipped.writeUInt8(flipped.readUInt8(200_000) ^ 1, 200_000);
    expect(codeSource()).toBe('program.code');
    for (const other of [Buffer.alloc(0), stored.subarray(0, 1_000), flipped, Buffer.alloc(stored.length, 7)]) {
      writeFileSync(code, other);
      expect(codeSource()).toBe('none');
    }
    expect(covergraph('coverage', 'tricare-prime', 'massage-therapy')).toContain('TRICARE Prime');
    writeFileSync(code, stored);
    writeFileSync(program, text.toString().replace('no operation', 'No operation').replace('listens at', 'Listens at'));
    expect(codeSource()).toBe('none');
    rmSync(code);
    writeFileSync(program, text);
    expect(codeSource()).toBe('none');
    writeFileSync(code, stored);
  });

  test.runIf(!hasCompileCache)('uses program.code only on the exact release of Node that wrote it', () => {
    const start = join(place, 'dist/start.js');
    const source = readFileSync(start, 'utf8');
    writeFileSync(start, `Object.defineProperty(process, 'version', { value: 'v20.19.0' });\n${source}`);
    expect(codeSource()).toBe('none');
    writeFileSync(start, source);
    expect(codeSource()).toBe('program.code');
  });

  test.each(['no', 'NO', 'false', 'off', '0'])('uses no stored code with CODE_CACHE=%s', (value) => {
    expect(codeSource({ CODE_CACHE: value })).toBe('none');
  });

  test('uses stored code with CODE_CACHE=yes or empty', () => {
    const expected = hasCompileCache ? 'compile cache' : 'program.code';
    expect([codeSource({ CODE_CACHE: 'yes' }), codeSource({ CODE_CACHE: '' })]).toEqual([expected, expected]);
  });

  test('maps a stack frame to its place in the sources', () => {
    const [words, file] = ['not for the compiled executor', 'src/http/compiled-executor/compile-operation.ts'];
    const placeOf = (text: string): [line: number, column: number] => {
      const lines = text.slice(0, text.indexOf(words)).split('\n');
      return [lines.length, (lines.at(-1) ?? '').length];
    };
    const [[line, column], [inSource]] = [
      placeOf(readFileSync(join(place, 'dist/program.js'), 'latin1')),
      placeOf(readFileSync(file, 'utf8')),
    ];
    const stack = `Error: ${words}\n    at fail (${place}/dist/program.js:${String(line)}:${String(column)})\n    at node:internal/timers:1:2`;
    expect(mapStackFrames(stack)).toEqual(
      stack
        .split('\n')
        .slice(1)
        .map((frame) => frame.trim()),
    );
    const [first = '', second] = mapStackFrames(stack, pathToFileURL(join(place, 'dist/program.js.map')));
    expect([first.replace(/:\d+$/, ''), second]).toEqual([
      `at ${file}:${String(inSource)}`,
      'at node:internal/timers:1:2',
    ]);
    expect(mapStackFrames(stack)[0]).toBe(first);
  });

  test('prints its version, and imports', () => {
    expect(covergraph('--version').trim()).toBe(
      (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version,
    );
    expect(
      covergraph(
        'import',
        'marketplace-puf',
        '--from',
        join(process.cwd(), 'test/importers/fixtures/made-up-puf'),
        '--to',
        join(place, 'pack'),
      ),
    ).toContain('Rows read:');
  });

  test('answers, and serves its pages, GraphiQL and metrics, with traces on', async () => {
    const token = 'a-token-of-more-than-thirty-two-letters';
    const { address, logged } = await serving({
      ADMIN_TOKEN: token,
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    });
    const asked = await fetch(`${address}/graphql?query={plan(slug:"tricare-prime"){name}}`);
    expect(await asked.json()).toMatchObject({ data: { plan: { name: 'TRICARE Prime' } } });
    const text = async (path: string, headers: Record<string, string> = { accept: 'text/html' }): Promise<string> =>
      (await fetch(`${address}${path}`, { headers })).text();
    expect(await text('/graphql')).toContain('GraphiQL');
    expect(await text('/')).toContain('"./assets/main-');
    expect(await text('/answer?question=does+medicare+cover+massage')).toContain('Medicare');
    expect(await text('/metrics', { authorization: `Bearer ${token}` })).toContain(
      'covergraph_request_duration_seconds_count',
    );
    expect(
      logged()
        .map(({ level, msg }) => [level, msg])
        .slice(0, 2),
    ).toEqual([
      ['info', 'data.loaded'],
      ['info', 'server.listening'],
    ]);
  });

  // graphql-js checks the origin of its objects differently in production.
  test.each(['production', 'development'])(
    'answers an operation from the cache exactly as a new one, in %s',
    async (NODE_ENV) => {
      const token = 'a-token-of-more-than-thirty-two-letters';
      const { address } = await serving({ ADMIN_TOKEN: token, NODE_ENV });
      const ask = async (query: string, slug: string, more: object = {}): Promise<string> => {
        const answer = await fetch(`${address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables: { slug }, ...more }),
        });
        return await answer.text();
      };
      const concept =
        'fragment Named on Concept { slug name ... on Node { id } ... on CoverageSubject { __typename } }';
      const operations = [
        'query ($slug: String!) { plan(slug: $slug) { __typename ... on Concept { slug name } ... on Node { id } } }',
        `query ($slug: String!) { plan(slug: $slug) { ...Named rules(first: 3) { nodes { ... on Node { id } slug subject { ...Named } } } } } ${concept}`,
        `query ($slug: String!) { search(text: $slug, first: 5) { nodes { ...Named ... on Plan { level } } } } ${concept}`,
        'query ($slug: String!) { __typename __type(name: "Concept") { possibleTypes { name } } _entities(representations: [{ __typename: "Plan", slug: $slug }]) { __typename ... on Concept { name } ... on Plan { level } } }',
        'query ($slug: String!) { coverage(plan: $slug, of: { service: "massage-therapy" }) { status summary subject { ...Named } requirements { text anyOf { condition { ...Named } } citations { locator source { ... on Concept { name } } } } proof { kind text } } } fragment Named on Concept { name }',
      ];
      for (const query of operations) {
        const [first, cached, fresh] = [
          await ask(query, 'medigap'),
          await ask(query, 'tricare-prime'),
          await ask(query, 'tricare-prime', { extensions: {} }),
        ];
        expect(first).toMatch(/^\{"data"/);
        expect(cached).toBe(fresh);
      }
      const metrics = await (
        await fetch(`${address}/metrics`, { headers: { authorization: `Bearer ${token}` } })
      ).text();
      expect(Number(/covergraph_cache_requests_total\{cache="compiled",hit="true"\} (\d+)/.exec(metrics)?.[1])).toBe(
        operations.length,
      );
    },
  );

  test('logs why it does not use a snapshot, and writes a new one', async () => {
    const snapshot = join(place, 'dist/data.snapshot');
    const rejections = async () => {
      const { address, logged } = await serving();
      expect(await (await fetch(`${address}/graphql?query={plan(slug:"tricare-prime"){name}}`)).json()).toMatchObject({
        data: { plan: { name: 'TRICARE Prime' } },
      });
      return logged()
        .filter(({ msg }) => msg === 'snapshot.rejected')
        .map(({ level, reason, remedy }) => ({ level, reason, remedy }));
    };
    const remedy = 'No action is needed: the snapshot was written again.';
    writeFileSync(join(place, 'data/README.md'), 'Another.');
    expect(await rejections()).toEqual([
      { level: 'info', reason: 'the data is not what the snapshot was made of', remedy },
    ]);
    expect(await rejections()).toEqual([]);
    const bytes = readFileSync(snapshot);
    bytes.writeUInt8(bytes.readUInt8(1_000) ^ 1, 1_000);
    writeFileSync(snapshot, bytes);
    expect(await rejections()).toEqual([
      { level: 'warn', reason: 'the snapshot is damaged: its checksum is not that of its bytes', remedy },
    ]);
  });
});

/** Runs the recipe for typed documents from docs/clients.md, unchanged, in a new project. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { executeCodegen } from '@graphql-codegen/cli';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttp } from '../../src/http/http.ts';
import { schema } from '../../src/schema/index.ts';
import { listening } from '../helpers/fake-server.ts';
import { context } from '../schema/ask.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [, section = ''] = readFileSync(join(root, 'docs/clients.md'), 'utf8').split('## Typed documents\n');
const block = (language: string, from = 0): string =>
  [...(section.split('\n## ')[0]?.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g')) ?? [])][
    from
  ]?.[1] ?? '';
const [command = '', ...words] = block('sh').trim().split(' ');

const project = mkdtempSync(join(tmpdir(), 'covergraph-'));
const inProject = (name: string): string => join(project, name);
/** Runs as in a shell, except that the schema is the committed file, so that no server has to run. */
const env = {
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  COVERGRAPH_SCHEMA: join(root, 'schema/covergraph.graphql'),
};

beforeAll(() => {
  mkdirSync(inProject('src'));
  symlinkSync(join(root, 'node_modules'), inProject('node_modules'));
  writeFileSync(inProject('package.json'), JSON.stringify({ name: 'front-end', private: true, type: 'module' }));
  writeFileSync(
    inProject('tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2023', 'DOM'],
        module: 'ESNext',
        moduleResolution: 'Bundler',
        strict: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
        skipLibCheck: true,
        types: ['node'],
      },
      include: ['src', 'codegen.ts'],
    }),
  );
  writeFileSync(inProject('codegen.ts'), block('ts'));
  writeFileSync(inProject('src/requires.ts'), block('ts', 1));
  execFileSync(command, words, { cwd: project, env, stdio: 'pipe' });
}, 120_000);
afterAll(() => {
  rmSync(project, { recursive: true });
});

/** Returns the compiler's errors for a file that uses the recipe. */
function compiled(usage: string): string {
  writeFileSync(inProject('src/usage.ts'), `import { requires } from './requires';\n${usage}\n`);
  return spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--pretty', 'false'], {
    cwd: project,
    encoding: 'utf8',
  }).stdout;
}

describe('the typed documents of docs/clients.md', () => {
  test('type what is asked and what is answered', () => {
    expect(
      compiled(`
      const { coverage } = await requires({ plan: 'tricare-prime', service: 'massage-therapy', given: { met: ['prescribed'] } });
      const status: 'COVERED' | 'CONDITIONAL' | 'MAY_BE_COVERED' | 'MAY_BE_EXCLUDED' | 'NOT_COVERED' | 'CONFLICTING' | 'NOT_STATED' | undefined = coverage?.status;
      const questions: (string | null)[] = coverage?.missing.map(({ question }) => question ?? null) ?? [];
      export { status, questions };
    `),
    ).toBe('');
  }, 60_000);

  test.each([
    [
      'an answer that may be null',
      'export const status = (await requires({ plan: "p", service: "s" })).coverage.status;',
      "possibly 'null'",
    ],
    [
      'a field not asked for',
      'export const best = (await requires({ plan: "p", service: "s" })).coverage?.best;',
      "Property 'best' does not exist",
    ],
    ['a variable left out', 'await requires({ plan: "p" });', "Property 'service' is missing"],
    [
      'a fact that is no text',
      'await requires({ plan: "p", service: "s", given: { met: [1] } });',
      "Type 'number' is not assignable to type 'string'",
    ],
  ])(
    'do not let %s pass',
    (_, usage, complaint) => {
      expect(compiled(usage)).toContain(complaint);
    },
    60_000,
  );

  test('are not made of a field that the schema does not have', () => {
    writeFileSync(inProject('src/wrong.graphql'), 'query Wrong { plan(slug: "medicare") { premium } }');
    const { status, stderr, stdout } = spawnSync(command, words, { cwd: project, env, encoding: 'utf8' });
    rmSync(inProject('src/wrong.graphql'));
    expect(status).not.toBe(0);
    expect(stderr + stdout).toContain('Cannot query field "premium" on type "Plan"');
  }, 60_000);
});

describe('types made from the address of a server', () => {
  type Options = Record<string, boolean>;
  /** The type of SubjectInput that is generated from a running server, read with these options. */
  async function subjectInput(options: Options): Promise<string> {
    const http = createHttp({
      schema,
      current: () => context,
      today: () => context.today,
      log: () => undefined,
    });
    const address = `${await listening(http)}/graphql`;
    const { result, error } = await executeCodegen({
      schema: [{ [address]: options }],
      documents: join(root, 'src/examples/*.graphql'),
      silent: true,
      generates: { 'generated/': { preset: 'client' } },
    });
    if (error) throw error;
    const text = result.find(({ filename }) => filename.endsWith('graphql.ts'))?.content ?? '';
    return /export type SubjectInput =[^;]*(?:;[^;]*)*?;\n(?=\n|export|\/\*)/.exec(text)?.[0] ?? '';
  }

  test('hold exactly one subject with the options that docs/clients.md gives', async () => {
    const [, options = ''] = /http:\/\/127\.0\.0\.1:4000\/graphql': \{ ([^}]*) \}/.exec(section) ?? [];
    const given = Object.fromEntries(options.split(', ').map((each) => [each.split(': ')[0], true])) as Options;
    expect(Object.keys(given).sort()).toEqual(['inputValueDeprecation', 'oneOf', 'specifiedByUrl']);
    const union = await subjectInput(given);
    expect(union.match(/\bnever\b/g)).toHaveLength(12); // each of four forms excludes three fields
    const loose = await subjectInput({});
    expect(loose).toMatch(/\bservice\?:/);
    expect(loose).not.toContain('never');
  }, 60_000);
});

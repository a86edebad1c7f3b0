/** Failures of what the user gives or of the user's system are said in words, without a stack trace. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphqlSync } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTextFile } from '../../src/store/read-file.ts';
import { schema } from '../../src/schema/index.ts';
import { run as inProcess } from '../helpers/covergraph-process.ts';
import { run } from '../helpers/terminal.ts';
import { at, context } from '../schema/ask.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'failures-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const isStack = /\n {4}at |node:internal/;

const source = readFileSync(at('src/examples/how-do-i-keep-a-receipt-of-an-answer.graphql'), 'utf8');
const receipt = JSON.stringify(graphqlSync({ schema, source, contextValue: context }));
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

test.each([
  ['UTF-8', Buffer.from(receipt)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${receipt}`)],
  ['UTF-16, low byte first', utf16(`\ufeff${receipt}`)],
  ['UTF-16, high byte first', utf16(`\ufeff${receipt}`).swap16()],
  ['UTF-16 without a byte order mark', utf16(receipt)],
  ['UTF-16, high byte first, without a byte order mark', utf16(receipt).swap16()],
])('a receipt in %s is accepted', async (_, bytes) => {
  const file = join(folder, 'receipt.json');
  writeFileSync(file, bytes);
  const read = await readTextFile(file);
  const { code, out } = await run(['verify', file], { read: () => Promise.resolve('text' in read ? read.text : '') });
  expect([code, out]).toEqual([0, expect.stringMatching(/^Accepted: /)]);
});

test('what is no text, too large, a folder or missing is said in words', async () => {
  const file = join(folder, 'binary');
  writeFileSync(file, Buffer.from([0x7b, 0x80, 0xff]));
  mkdirSync(join(folder, 'folder'));
  const megabyte = 1024 * 1024;
  expect(await readTextFile(file)).toEqual({
    problem: `${file} is not text in UTF-8 or UTF-16. Save it as UTF-8 text.`,
  });
  expect(await readTextFile('/dev/zero', megabyte)).toEqual({
    problem: '/dev/zero has more than 1 MB, which are not read. Give a smaller file.',
  });
  expect(await readTextFile(join(folder, 'folder'))).toEqual({
    problem: `${join(folder, 'folder')} cannot be read: it is a folder. Give the path of a file.`,
  });
  expect(await readTextFile(join(folder, 'none'))).toEqual({
    problem: `${join(folder, 'none')} cannot be read: it does not exist. Check the path.`,
  });
});

test.each([
  ['', 'answer.json is not JSON: it is empty. Save the whole response to it.\n'],
  [
    '{"errors":[{"message":"No plan has the slug \\"x\\"."}],"data":{"coverage":null}}',
    'answer.json holds no answer, so it is no receipt. It holds an error: No plan has the slug "x".\n',
  ],
  ['12', 'answer.json holds no answer, so it is no receipt.\n'],
  ['['.repeat(100_000) + ']'.repeat(100_000), 'answer.json holds no answer, so it is no receipt.\n'],
  [`${'{"proof":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 'Rejected.\n  it is no receipt: '],
])('a receipt that begins with %.40s', async (text, message) => {
  const { code, err } = await run(['verify', 'answer.json'], { read: () => Promise.resolve(text) });
  expect(code).toBe(1);
  expect(err.startsWith(message)).toBe(true);
});

test('a question that is refused does not end the prompt', async () => {
  const prompt = (answer: (line: string) => void): Promise<void> => {
    for (const line of ['x '.repeat(501), '\u0000\ufffd\u0001', '', 'does tricare prime cover massage']) answer(line);
    return Promise.resolve();
  };
  const { code, out, err } = await run(['ask'], { prompt });
  expect(code).toBe(0);
  expect(err).toBe('The question has 1,002 characters; at most 1,000 are read. Ask in fewer words.\n');
  expect(out).toContain('Understood as: coverage of TRICARE Prime: Massage therapy');
});

test('an error of the operating system ends a command in words, and a bug does not', async () => {
  const full = Object.assign(new Error('write'), { code: 'ENOSPC', syscall: 'write', path: 'pack' });
  expect(await run(['verify', 'a'], { read: () => Promise.reject(full) })).toEqual({
    code: 1,
    out: '',
    err: 'pack: the disk is full (ENOSPC). Make room on it.\n',
  });
  await expect(run(['verify', 'a'], { read: () => Promise.reject(new TypeError('bug')) })).rejects.toThrow('bug');
});

test('a folder as standard input is refused in words', () => {
  const stdin = openSync(folder, 'r');
  const tsx = import.meta.resolve('tsx');
  for (const words of [['ask'], ['check', '--explain', 'fingerprint']]) {
    const ended = spawnSync(process.execPath, ['--import', tsx, at('src/cli.ts'), ...words], {
      stdio: [stdin, 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    expect([ended.status, ended.stderr]).toEqual([2, 'Standard input is a folder. Give the path of a file after <.\n']);
  }
});

test('verify of a folder, of a device without end and of nothing', async () => {
  for (const file of [folder, join(folder, 'none')]) {
    const { code, out, err } = await inProcess(['verify', file]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`${file} cannot be read: `);
    expect(err).not.toMatch(isStack);
  }
});

test('npm start without a build says how to build, also with the setting ignore-scripts', () => {
  const copy = join(folder, 'unbuilt');
  mkdirSync(join(copy, 'scripts'), { recursive: true });
  for (const name of ['package.json', 'scripts/check-build.cjs']) cpSync(at(name), join(copy, name));
  for (const script of ['start', 'ask', 'check'])
    for (const ignored of ['true', 'false']) {
      const { status, stderr } = spawnSync('npm', ['run', '--silent', script], {
        cwd: copy,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], npm_config_ignore_scripts: ignored },
      });
      expect(status).toBe(1);
      expect(stderr).toMatch(/^Covergraph is not built: dist has no cli\.js, .* To build it, run: npm run build\n/);
      expect(stderr).not.toMatch(isStack);
    }
  mkdirSync(join(copy, 'dist'));
  for (const name of ['signals.js', 'start.js', 'program.js']) writeFileSync(join(copy, 'dist', name), '');
  writeFileSync(join(copy, 'dist/cli.js'), 'console.log(process.argv[2])');
  const env = { PATH: process.env['PATH'] };
  expect(execFileSync('npm', ['run', '--silent', 'start'], { cwd: copy, encoding: 'utf8', env })).toBe('serve\n');
});

/** `npm run diff:answers` lists the answers that a change of the data changes, each with the rule that makes the difference. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { report } from './report.ts';

const own = join(import.meta.dirname, '../..');
const DAY = '2026-11-23';
/** Each of them answers every question of the data, once as it was and once as it is. */
vi.setConfig({ testTimeout: 120_000 });
let root = '';
const git = (...flags: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false', ...flags],
    { cwd: root, stdio: 'pipe' },
  );
const VA = 'data/plans/va-health-care.yaml';
const change = (file: string, from: string | RegExp, to: string) => {
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).not.toBe(text.replace(from, to));
  writeFileSync(join(root, file), text.replace(from, to));
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'answers-'));
  cpSync(join(own, 'data'), join(root, 'data'), { recursive: true });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'data');
});
beforeEach(() => {
  git('checkout', '--quiet', 'HEAD', '--', '.');
  git('clean', '-fdq');
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

test('the same data gives the same answers, also where its comments and words differ', async () => {
  expect((await report(root, 'HEAD', DAY)).lines).toEqual([
    expect.stringMatching(/^No answer changes\. \(\d{3,} questions asked\.\)$/),
  ]);
  change(VA, 'name: VA health care', '# A comment.\nname: VA care');
  expect((await report(root, 'HEAD', DAY)).lines[0]).toMatch(/^No answer changes\./);
});

test('a flipped rule is named at every answer that it flips, and nothing else is', async () => {
  change(VA, 'covered: massage-therapy', 'excluded: massage-therapy');
  const { lines, failed } = await report(root, 'HEAD', DAY);
  expect(failed).toBe(false);
  const at = lines.indexOf(`va-health-care × massage-therapy, given part-of-va-community-care-episode, on ${DAY}`);
  expect(lines.slice(at + 1, at + 4)).toEqual([
    expect.stringMatching(/^ {2}before: COVERED\. VA health care covers massage therapy\./),
    expect.stringMatching(/^ {2}after: {2}NOT_COVERED\. VA health care does not cover massage therapy\./),
    '  by:     va-health-care/massage-in-an-episode (changed)',
  ]);
  expect(new Set(lines.filter((line) => line.startsWith('  by:')))).toEqual(
    new Set(['  by:     va-health-care/massage-in-an-episode (changed)']),
  );
  expect(lines.at(-1)).toMatch(/^\d+ of \d+ answers change\.$/);
});

test('a rule added, a rule removed, a plan added and a link removed are reported as such', async () => {
  change(
    VA,
    'rules:\n',
    'rules:\n  all-else: { excluded: medical-care, cites: [va-northern-arizona-policy-updates#massage] }\n',
  );
  expect((await report(root, 'HEAD', DAY)).lines).toContain('  by:     va-health-care/all-else (added)');
  git('checkout', '--quiet', 'HEAD', '--', '.');
  change(VA, / {2}massage-in-an-episode:[^]*?(?= {2}acupuncture-in)/, '');
  expect((await report(root, 'HEAD', DAY)).lines).toContain('  by:     va-health-care/massage-in-an-episode (removed)');
  git('checkout', '--quiet', 'HEAD', '--', '.');
  mkdirSync(join(root, 'data/plans'), { recursive: true });
  writeFileSync(
    join(root, 'data/plans/another.yaml'),
    'name: Another\nrules:\n  care: { covered: medical-care, cites: [medicare-massage-article#s35] }\n',
  );
  const { lines } = await report(root, 'HEAD', DAY);
  expect(lines).toContain('  before: cannot be asked: there is no plan "another"');
  expect(lines).toContain('  by:     another/care (added)');
  git('clean', '-fdq');
  change('data/services/preventive-care.yaml', /broader:.*\n(?: .*\n)*/, '');
  const cut = (await report(root, 'HEAD', DAY)).lines.filter((line) => line.startsWith('  by:'));
  expect(cut.length).toBeGreaterThan(0);
  for (const line of cut) expect(line).toContain('the link preventive-care BROADER medical-care (removed)');
});

test('data that is not sound, and a revision that is none, end with what is wrong', async () => {
  expect(await report(root, 'no-such-branch', DAY)).toEqual({
    lines: [
      '"no-such-branch" is no revision of this repository. Name a commit, a branch or a tag, such as HEAD or main.',
    ],
    failed: true,
  });
  change(VA, 'name: VA health care', 'nmae: VA health care');
  const { lines, failed } = await report(root, 'HEAD', DAY);
  expect(failed).toBe(true);
  expect(lines[0]).toMatch(/^The data of the working tree is not sound:\n/);
  expect(lines[0]).toMatch(
    /\ndata\/plans\/va-health-care\.yaml:\d+:\d+ shape: "nmae" is not a field here\. Did you mean name\?/,
  );
});

test('as a command: 0 where it could compare, 1 where it could not', () => {
  const run = (...flags: string[]) =>
    spawnSync('npx', ['--no-install', 'tsx', join(own, 'test/diff-answers.ts'), ...flags], {
      cwd: own,
      encoding: 'utf8',
      env: { ...process.env, REPOSITORY: root },
    });
  expect(run('HEAD')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^No answer changes\./) as unknown });
  expect(run('--output=x')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('"--output=x" is no revision') as unknown,
  });
  expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('Name one revision') as unknown });
});

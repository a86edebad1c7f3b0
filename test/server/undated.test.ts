/** Data with a case that is right on some days only: checking refuses it, and what answers goes on with a warning. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run, start } from '../helpers/covergraph-process.ts';

const data = join(import.meta.dirname, '../bad-data/undated-case/data');
const problem = /plans\/basic\.yaml:5:3 undated-case: the case has no day/;

test('check refuses it', { timeout: 60_000 }, async () => {
  const { code, err } = await run(['check', '--data', data]);
  expect([code, err]).toEqual([1, expect.stringMatching(problem)]);
});

test('coverage answers from it, and says what is wrong on standard error', { timeout: 60_000 }, async () => {
  const { code, out, err } = await run(['coverage', 'basic', 'care', '--on', '2026-06-01', '--json', '--data', data]);
  expect(JSON.parse(out)).toMatchObject({ data: { coverage: { status: 'COVERED' } } });
  expect([code, err]).toEqual([0, expect.stringMatching(problem)]);
});

test('serve starts on it, and logs a warning', { timeout: 60_000 }, async () => {
  const server = start(['serve', '--port', '0', '--data', data]);
  onTestFinished(() => {
    server.process.kill('SIGKILL');
  });
  expect(await server.line).toContain('Covergraph listens');
  expect(
    server
      .err()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([expect.objectContaining({ level: 'warn', problem: expect.stringMatching(problem) as unknown })]);
  server.process.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
});

/** The report of what is wrong with a data set: grouped by law, the first fifty in full, the rest counted. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemReport } from '../../src/store/problem-report.ts';
import type { LocatedProblem } from '../../src/store/located-problem.ts';
import { run } from '../helpers/covergraph-process.ts';

const problem = (law: string, line: number): LocatedProblem => ({
  law,
  place: { kind: 'plans', slug: 'basic', path: [] },
  message: 'it is wrong',
  remedy: 'Correct it.',
  file: 'basic.yaml',
  line,
  column: 1,
});
const several = (law: string, number: number): LocatedProblem[] =>
  Array.from({ length: number }, (_, index) => problem(law, index + 1));
/** How many problems are printed in full. */
const printedIn = (lines: readonly string[]): number => lines.filter((line) => line.startsWith('basic.yaml:')).length;

describe('a report of problems', () => {
  test('has one heading for each law, in the order of the tables, with its problems under it', () => {
    expect(
      problemReport([problem('failing-case', 3), problem('unknown-name', 2), problem('failing-case', 1)], 50),
    ).toEqual([
      'unknown-name (1 problem): Every name of an entry, rule or passage belongs to one in the data.',
      'basic.yaml:2:1 unknown-name: it is wrong. Correct it.',
      '',
      'failing-case (2 problems): A case states the status, and the best outcome where it names one, that the rules give.',
      'basic.yaml:3:1 failing-case: it is wrong. Correct it.',
      'basic.yaml:1:1 failing-case: it is wrong. Correct it.',
      '',
      '3 problems in the data.',
    ]);
  });

  test('prints fifty and counts the rest, and prints the first of every law', () => {
    const lines = problemReport([...several('unknown-name', 60), ...several('failing-case', 5)], 50);
    expect(printedIn(lines)).toBe(50);
    expect(lines).toContain('... and 11 more of unknown-name.');
    expect(lines).toContain('... and 4 more of failing-case.');
    expect(lines.at(-1)).toBe('65 problems in the data. covergraph check --all prints every one.');
  });

  test.each([
    [1, 'One problem in the data.'],
    [50, '50 problems in the data.'],
    [51, '51 problems in the data. covergraph check --all prints every one.'],
  ])('of %i problems of one law ends with their number', (number, last) => {
    const lines = problemReport(several('shape', number), 50);
    expect(printedIn(lines)).toBe(Math.min(number, 50));
    expect(lines.at(-1)).toBe(last);
  });

  test('prints every problem if there is no maximum', () => {
    const lines = problemReport([...several('unknown-name', 60), ...several('failing-case', 5)], Infinity);
    expect(printedIn(lines)).toBe(65);
    expect(lines.at(-1)).toBe('65 problems in the data.');
  });
});

describe('the commands', () => {
  let data = '';
  beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), 'report-'));
    mkdirSync(join(data, 'plans'));
    for (let number = 1; number <= 60; number += 1)
      writeFileSync(join(data, 'plans', `p${String(number)}.yaml`), 'nmae: Basic\n');
  });
  afterAll(() => {
    rmSync(data, { recursive: true });
  });
  const printed = (err: string): number => err.split('\n').filter((line) => /\.yaml:\d/.test(line)).length;

  // Each of the sixty files has an unknown field and lacks its name.
  test('check prints fifty of 120 problems, and all of them with --all', async () => {
    const some = await run(['check', '--data', data]);
    expect([some.code, some.out, printed(some.err)]).toEqual([1, '', 50]);
    expect(some.err).toMatch(/^shape \(120 problems\): .*\n/);
    expect(some.err).toMatch(/\n120 problems in the data\. covergraph check --all prints every one\.\n$/);
    const all = await run(['check', '--all', '--data', data]);
    expect([all.code, printed(all.err)]).toEqual([1, 120]);
  });

  test('serve refuses to start with the same report', async () => {
    const { code, err } = await run(['serve', '--port', '0', '--data', data]);
    expect([code, printed(err)]).toEqual([1, 50]);
    expect(err).toContain('covergraph check --all prints every one.');
  });
});

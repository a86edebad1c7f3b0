/** Lists of answers derive each answer once. */
import { expect, test } from 'vitest';
import { answerWithStatus, coverageMatrix } from '../../src/engine/determination-list.ts';
import type { Determination } from '../../src/engine/determination.ts';

const answer = (status: string): Determination => ({ status }) as unknown as Determination;

test('an answer is kept for its status and left out for another one, and derived once', () => {
  const derived: string[] = [];
  const derive = (candidate: string): Determination => {
    derived.push(candidate);
    return answer(candidate);
  };
  const keep = answerWithStatus(derive, new Set(['COVERED', 'CONDITIONAL']));
  const results = ['COVERED', 'NOT_COVERED', 'CONDITIONAL', 'NOT_COVERED', 'COVERED'].map(keep);
  expect(results.map((result) => result?.status ?? null)).toEqual(['COVERED', null, 'CONDITIONAL', null, 'COVERED']);
  expect(derived).toEqual(['COVERED', 'NOT_COVERED', 'CONDITIONAL']);
});

test('a matrix has a row for each plan and a cell for each subject, as often as given, and derives each pair once', () => {
  const derived: string[] = [];
  const rows = coverageMatrix(['a', 'b', 'a'], ['x', 'y', 'x'], (plan, subject) => {
    derived.push(plan + subject);
    return answer(plan + subject);
  });
  expect(rows.map(({ plan, cells }) => [plan, ...cells.map(({ status }) => status)])).toEqual([
    ['a', 'ax', 'ay', 'ax'],
    ['b', 'bx', 'by', 'bx'],
    ['a', 'ax', 'ay', 'ax'],
  ]);
  expect(derived).toEqual(['ax', 'ay', 'bx', 'by']);
});

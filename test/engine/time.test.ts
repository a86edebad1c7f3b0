/** An answer is for a day: what begins or ends later shows beforehand, and what a source said on another day is a position of that day. */
import { expect, test } from 'vitest';
import { ask, graphOf } from './world.ts';

const graph = graphOf({
  out: { excluded: 'massage' },
  trial: { covered: 'massage', exceptTo: ['out'], from: '2026-12-01', until: '2027-03-01' },
});

test('a rule that begins later and ends after that shows as two upcoming changes', () => {
  const answer = ask(graph);
  expect(answer.status).toBe('NOT_COVERED');
  expect(
    answer.upcomingChanges.map(({ on, begins, ends, status }) => [
      on,
      begins.map(({ key }) => key),
      ends.map(({ key }) => key),
      status,
    ]),
  ).toEqual([
    ['2026-12-01', ['trial'], [], 'COVERED'],
    ['2027-03-01', [], ['trial'], 'NOT_COVERED'],
  ]);
});

test.each([
  ['2026-11-30', 'NOT_COVERED', 2],
  ['2026-12-01', 'COVERED', 1],
  ['2027-02-28', 'COVERED', 1],
  ['2027-03-01', 'NOT_COVERED', 0],
])('on %s it is %s, with %i changes ahead', (on, status, ahead) => {
  const answer = ask(graph, { on });
  expect([answer.status, answer.upcomingChanges.length]).toEqual([status, ahead]);
});

test('a rule that has ended is rejected for its day, and what it said stands as a position of that day', () => {
  const old = graphOf({
    old: { covered: 'massage', from: '2010-01-01', until: '2020-01-01' },
    now: { excluded: 'massage', from: '2020-01-01' },
  });
  const answer = ask(old);
  expect(answer.rejectedRules.map(({ rule, reason }) => [rule.key, reason])).toEqual([['old', 'OTHER_TIME']]);
  expect(answer.positions.map(({ status, asOf }) => [status, asOf])).toEqual([
    ['NOT_COVERED', null],
    ['COVERED', '2010-01-01'],
  ]);
  expect(answer.disagreements.map(({ kind }) => kind)).toEqual(['VINTAGE']);
});

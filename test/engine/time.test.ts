/** An answer is for a day: what begins or ends later shows beforehand, and what a source said on another day is a position of that day. */
import { expect, test } from 'vitest';
import { ask, graphOf } from './world.ts';

const graph = graphOf({
  out: { excluded: 'massage' },
  trial: { covered: 'massage', exceptTo: ['out'], from: '2026-12-01', until: '2027-03-01' },
});

test('a rule that begins within a year is an upcoming change with its answer, and its end alone is none', () => {
  const answer = ask(graph, { onAssumed: true });
  expect(answer.status).toBe('NOT_COVERED');
  expect(
    answer.upcomingChanges.map(({ on, begins, ends, status }) => [
      on,
      begins.map(({ key }) => key),
      ends.map(({ key }) => key),
      status,
    ]),
  ).toEqual([['2026-12-01', ['trial'], [], 'COVERED']]);
  expect(answer.upcomingChanges.map(({ determination }) => [determination.on, determination.status])).toEqual([
    ['2026-12-01', 'COVERED'],
  ]);
  expect(answer.summary).toBe('Plan does not cover massage. From 2026-12-01: Plan covers massage.');
  expect(ask(graph).upcomingChanges).toEqual([]);
  expect(ask(graph).summary).toBe('Plan does not cover massage.');
});

test.each([
  ['2025-11-30', 'NOT_COVERED', 0],
  ['2025-12-01', 'NOT_COVERED', 1],
  ['2026-11-30', 'NOT_COVERED', 1],
  ['2026-12-01', 'COVERED', 0],
  ['2027-02-28', 'COVERED', 0],
  ['2027-03-01', 'NOT_COVERED', 0],
])('on %s it is %s, with %i changes ahead', (on, status, ahead) => {
  const answer = ask(graph, { on, onAssumed: true });
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

test('where nothing of the plan holds yet, the later answer comes first, and the day is no reason for silence', () => {
  const next = graphOf({ in: { covered: 'massage', from: '2027-01-01', until: '2028-01-01' } });
  const answer = ask(next, { onAssumed: true });
  expect([answer.status, answer.notStated]).toEqual(['NOT_STATED', 'OTHER_DAYS']);
  expect(answer.summary).toBe(
    'From 2027-01-01: Plan covers massage. On 2026-11-23: Our sources do not say whether Plan covers massage. Our sources on this are about other days: from 2027-01-01 on.',
  );
});

test('what was read and ends within a year is told with its last day', () => {
  const ending = graphOf({ in: { covered: 'massage', until: '2027-01-01' } });
  expect(ask(ending, { onAssumed: true }).summary).toBe('Plan covers massage. What was read of it ends on 2026-12-31.');
});

test('a requirement, a limit or a price that begins is a later answer too', () => {
  const priced = graphOf({
    in: { covered: 'massage' },
    next: { asks: 'massage', costs: [{ share: '$20 copayment per visit' }], from: '2027-01-01' },
  });
  const answer = ask(priced, { onAssumed: true });
  expect(answer.costs).toEqual([]);
  expect(answer.summary).toBe(
    'Plan covers massage. From 2027-01-01: Plan covers massage. You pay: $20 copayment per visit.',
  );
  expect(answer.upcomingChanges.map(({ determination }) => determination.costs.length)).toEqual([1]);
});

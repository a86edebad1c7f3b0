/** The laws of the engine do not depend on the current day: what each finds in rules that begin and end. */
import { expect, test } from 'vitest';
import { engineConstraints } from '../../src/engine/constraints.ts';
import type { PlanDocument } from '../../src/model/shapes.ts';
import { graphOf } from './world.ts';

type Cases = NonNullable<PlanDocument['cases']>;
const home = { territories: ['US'], cites: ['manual#p'] };
const until2027 = { in2026: { covered: 'massage', from: '2026-01-01', until: '2027-01-01', cites: ['manual#p'] } };

function found(cases: Cases, rules: PlanDocument['rules'] = until2027): unknown[] {
  const graph = graphOf({}, {}, { dated: { name: 'Dated', home, rules, cases } });
  return engineConstraints(graph).map(({ law, message, dependsOnDay = false }) => [law, message, dependsOnDay]);
}

test('a case without a day is refused where its answer depends on the day, and only warned of at a start', () => {
  expect(found({ covered: { of: 'massage', status: 'COVERED' } })).toEqual([
    [
      'undated-case',
      'the case has no day, and NOT_STATED is derived before 2026-01-01 and COVERED from that day on',
      true,
    ],
  ]);
  expect(found({ before: { of: 'massage', status: 'NOT_STATED' } })).toEqual([
    ['undated-case', expect.stringContaining('before 2026-01-01'), true],
  ]);
});

test('a case that is wrong on every day stops a start too', () => {
  expect(found({ wrong: { of: 'massage', status: 'NOT_COVERED' } })).toEqual([
    ['failing-case', expect.stringContaining('NOT_COVERED was stated and NOT_STATED is derived'), false],
    ['undated-case', expect.anything(), false],
  ]);
});

test('a case with a day, and one whose answer no day changes, is sound', () => {
  expect(
    found({
      'on its last day': { of: 'massage', on: '2026-12-31', status: 'COVERED' },
      'on the day after': { of: 'massage', on: '2027-01-01', status: 'NOT_STATED' },
      'of another subject': { of: 'care', status: 'NOT_STATED' },
      'by another source': { of: 'massage', accordingTo: ['summary'], status: 'NOT_STATED' },
    }),
  ).toEqual([]);
});

test('the best outcome counts as well as the status', () => {
  const rules = {
    may: { covered: 'massage', when: 'c1', modality: 'MAY' as const, cites: ['manual#p'] },
    is: { covered: 'massage', when: 'c1', from: '2030-01-01', cites: ['manual#p'] },
  };
  const graph = graphOf(
    { used: { covered: 'care', when: 'c1' } },
    {},
    { dated: { name: 'Dated', home, rules, cases: { turns: { of: 'massage', status: 'CONDITIONAL' } } } },
  );
  expect(engineConstraints(graph).map(({ law, message }) => [law, message])).toEqual([
    [
      'undated-case',
      'the case has no day, and CONDITIONAL (best MAY_BE_COVERED) is derived before 2030-01-01 and CONDITIONAL (best COVERED) from that day on',
    ],
  ]);
});

const replaced = (from?: string): PlanDocument['rules'] => ({
  first: { covered: 'massage', cites: ['manual#p'] },
  second: { excluded: 'massage', exceptTo: ['first'], ...(from !== undefined && { from }), cites: ['manual#p'] },
});

test('a rule decides if it did so on any day of its period, however long ago', () => {
  expect(found({}, replaced('2001-01-01'))).toEqual([]);
  expect(found({}, replaced('2099-01-01'))).toEqual([]);
  expect(found({}, replaced())).toEqual([['never-decides', expect.stringContaining('first'), false]]);
});

/** The plans that a grant can reach hold every plan that is covered, and few others. */
import { expect, test } from 'vitest';
import { determine } from '../../src/engine/determine.ts';
import { hasGrantOn, needGrant } from '../../src/engine/plans-with-grants.ts';
import { graph, TODAY } from '../helpers/curated-data.ts';

test('a list is shortened only for statuses that take a grant', () => {
  expect(needGrant(['COVERED', 'MAY_BE_COVERED'])).toBe(true);
  expect(needGrant(['COVERED', 'CONDITIONAL'])).toBe(false);
  expect(needGrant([])).toBe(false);
});

test.each([null, 'CA'] as const)('no plan that is covered is left out (%s)', (code) => {
  const territory = code === null ? null : (graph.territories.get(code) ?? null);
  const left = [...graph.subjects.values()].flatMap((subject) => {
    const isReached = hasGrantOn(subject, territory === null);
    return [...graph.plans.values()]
      .filter((plan) => !isReached(plan))
      .map((plan) =>
        determine({
          graph,
          plan,
          subject,
          territory,
          met: [...graph.conditions.values()].filter(({ slug }) => slug === 'medically-necessary'),
          unmet: [],
          counts: new Map(),
          on: TODAY,
          onAssumed: false,
          accordingTo: null,
          minimumAuthority: null,
        }),
      );
  });
  expect(left.length).toBeGreaterThan(500);
  expect(left.filter(({ status }) => status === 'COVERED' || status === 'MAY_BE_COVERED')).toEqual([]);
});

/** The size of variables: what is counted, and that a large value is read once for a whole cost analysis. */
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { coverageSubgraph } from '../../src/federation/index.ts';
import { defaultLimits } from '../../src/http/query-limits/limits.ts';
import { analyzeCost } from '../../src/http/query-limits/query-cost.ts';
import { sizeOfValue, sizeOfVariables } from '../../src/http/query-limits/value-size.ts';

test.each<[unknown, number, number, number]>([
  ['four', 1, 4, 0],
  [7, 1, 0, 0],
  [null, 1, 0, 0],
  [[], 1, 0, 0],
  [['a', 'bc', null], 4, 3, 3],
  [{ met: ['ab', 'c'], on: '2026-11-23', counts: [{ condition: 'x', count: 3 }] }, 9, 14, 2],
])('the size of %j: %d values, %d characters, the longest list %d', (value, values, characters, longestList) => {
  const size = { values, characters, longestList };
  expect(sizeOfValue(value)).toEqual(size);
  expect(sizeOfVariables({ value })).toEqual(size);
});

test('the size of variables adds up values and characters, and takes the longest list', () => {
  expect(sizeOfVariables({ a: ['x', 'y'], b: ['z'], c: 'word' })).toEqual({ values: 6, characters: 7, longestList: 2 });
});

test('a value nested deeply is read without recursion', () => {
  let value: unknown = 'x';
  for (let depth = 0; depth < 100_000; depth += 1) value = [value];
  expect(sizeOfValue(value)).toEqual({ values: 100_001, characters: 1, longestList: 1 });
});

test('each entry of a long list in a variable is read once for one cost analysis', () => {
  let reads = 0;
  const entry = {
    __typename: 'Plan',
    get slug(): string {
      reads += 1;
      return 'tricare-prime';
    },
  };
  const document = parse(
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Plan { name } } }',
  );
  const representations = Array.from({ length: 100 }, () => entry);
  const world = { plans: 40, subjects: 100 };
  const analysis = analyzeCost(coverageSubgraph().schema, document, null, { representations }, world, defaultLimits);
  expect(analysis.refusal).toBeNull();
  expect(analysis.cost).toBeGreaterThan(0);
  expect(reads).toBe(100);
});

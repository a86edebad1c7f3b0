/** A citation is stale once its source was checked longer ago than is allowed, by the clock that the server is given. */
import { graphqlSync } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { context } from './ask.ts';

const source =
  '{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }, accordingTo: ["medicare-massage-article"]) { citations { isStale } } }';
function stale(today: string, staleAfterDays?: number): unknown {
  const { data, errors } = graphqlSync({
    schema,
    source,
    contextValue: { ...context, today, ...(staleAfterDays === undefined ? {} : { staleAfterDays }) },
  });
  expect(errors).toBeUndefined();
  const { coverage } = data as unknown as { coverage: { citations: { isStale: boolean }[] } };
  expect(coverage.citations.length).toBeGreaterThan(0);
  return [...new Set(coverage.citations.map(({ isStale }) => isStale))];
}

test.each([
  ['2026-11-23', false],
  ['2027-11-23', false],
  ['2027-11-24', true],
])('checked on 2026-11-23, on %s it is stale: %s', (today, expected) => {
  expect(stale(today)).toEqual([expected]);
});
test.each([
  [30, '2026-12-23', false],
  [30, '2026-12-24', true],
])('with %i days allowed, on %s it is stale: %s', (days, today, expected) => {
  expect(stale(today, days)).toEqual([expected]);
});

/** The age of a source's last check. */
import { expect, test } from 'vitest';
import { isStale } from '../../src/graph/stale-sources.ts';

const source = { checkedOn: '2026-01-01' };

test('a check is stale after 365 days, not on day 365', () => {
  expect(isStale(source, '2027-01-01')).toBe(false);
  expect(isStale(source, '2027-01-02')).toBe(true);
});

test('the operator can set another number of days', () => {
  expect(isStale(source, '2026-01-31', 30)).toBe(false);
  expect(isStale(source, '2026-02-01', 30)).toBe(true);
});

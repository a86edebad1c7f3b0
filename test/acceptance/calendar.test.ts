/** Data that is sound today stays sound: `covergraph check` and the expected answers on six days. */
import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { graph } from '../helpers/curated-data.ts';
import { at, check, wrongAnswers } from './calendar.ts';

/** Moments in UTC with the day in New York, worked out by hand. */
const moments = [
  ['the day on which the data was read', '2026-11-23T17:00:00Z', '2026-11-23'],
  ['the last minute of the year in New York', '2027-01-01T04:59:00Z', '2026-12-31'],
  ['the first minute of the next', '2027-01-01T05:00:00Z', '2027-01-01'],
  ['the change to summer time', '2027-03-14T07:00:00Z', '2027-03-14'],
  ['a leap day', '2028-02-29T12:00:00Z', '2028-02-29'],
  ['three years later', '2029-11-23T17:00:00Z', '2029-11-23'],
] as const;

test.each(moments)(
  'the data is sound and the answers are right on %s',
  { timeout: 120_000 },
  async (_, moment, day) => {
    await at(moment, async (today) => {
      expect(today).toBe(day);
      expect(await wrongAnswers(await check(), today)).toEqual([]);
    });
  },
);

/**
 * Humana's plan of 2027 (H1036-068) covers acupuncture without conditions from 2027-01-01 until 2028-01-01; before and after
 * it is Medicare Advantage's rule that decides, which has conditions. Of the marketplace plans only 2026 is known.
 */
const turns = [
  ['2026-12-31', 'CONDITIONAL', 'MAY_BE_COVERED'],
  ['2027-01-01', 'COVERED', 'NOT_STATED'],
  ['2027-12-31', 'COVERED', 'NOT_STATED'],
  ['2028-01-01', 'CONDITIONAL', 'NOT_STATED'],
] as const;

test.each(turns)('rules with a day change the answer on that day: %s', async (day, acupuncture, abroad) => {
  const status = async (operation: string): Promise<unknown> => {
    const { data } = await at(`${day}T17:00:00Z`, async (today) =>
      graphql({ schema, source: operation, contextValue: { graph, today, loadedAt: '' } }),
    );
    return (data as { coverage: { status: string } }).coverage.status;
  };
  expect(
    await status('{ coverage(plan: "humana-gold-plus-h1036-068", of: { service: "acupuncture" }) { status } }'),
  ).toBe(acupuncture);
  expect(
    await status(
      '{ coverage(plan: "marketplace-plans", of: { service: "emergency-care" }, given: { territory: "FR" }) { status } }',
    ),
  ).toBe(abroad);
});

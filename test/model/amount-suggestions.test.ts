/** What is suggested for a limit or a cost share that the grammar does not know. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestCostShares, suggestLimits } from '../../src/model/amount-suggestions.ts';
import { parseCostShare, parseLimit } from '../../src/model/amounts.ts';
import { randomSeed } from '../helpers/random-seed.ts';

const SEED = randomSeed('test/model/amount-suggestions.test.ts');

describe('of a cost share', () => {
  test.each<[string, string[]]>([
    ['$1500 copayment', ['$1,500 copayment']],
    ['$30 copay in network', ['$30 copayment in network']],
    ['copay of $30', ['$30 copayment']],
    ['$ 30 co-pay', ['$30 copayment']],
    ['30 dollars copay', ['$30 copayment']],
    ['$5 - $20 copay per visit', ['$5 to $20 copayment per visit']],
    ['$5 to 20 copay', ['$5 to $20 copayment']],
    ['up to $50 copay', ['at most $50 copayment']],
    ['20 % coinsurance', ['20% coinsurance']],
    ['20 percent co-insurance out-of-network', ['20% coinsurance out of network']],
    ['Coinsurance: 20%', []],
    ['coinsurance 20%', ['20% coinsurance']],
    ['$283 deductible a year', ['$283 deductible per calendar year', '$283 deductible per plan year']],
    ['deductible $10,00', []],
    ['$12345.50 out-of-pocket max in 2026', ['$12,345.50 out-of-pocket maximum in 2026']],
    ['in network $30 copayment per visit', ['$30 copayment per visit in network']],
    ['free of charge', ['no charge']],
    ['$30', []],
    ['$30 copay after lunch', []],
    ['a lot', []],
    ['', []],
  ])('%j', (text, meant) => {
    expect(parseCostShare(text)).toBeNull();
    expect(suggestCostShares(text)).toEqual(meant);
  });
});

describe('of a limit', () => {
  test.each<[string, string[]]>([
    ['20 visits a year', ['20 visits per calendar year', '20 visits per plan year']],
    ['20 visits/calendar year', ['20 visits per calendar year']],
    ['1 visits per day', ['1 visit per day']],
    ['12 visits within 90 days', ['12 visits in 90 days']],
    ['12 visits per 90 days', ['12 visits in 90 days']],
    ['$50000 per lifetime', ['$50,000 per lifetime']],
    ['4 units per visit', ['4 billing units per visit']],
    ['1000 hours each plan year', ['1,000 hours per plan year']],
    ['20 massages per plan year', []],
    ['20 visits', []],
    ['visits per day', []],
    ['', []],
  ])('%j', (text, meant) => {
    expect(parseLimit(text)).toBeNull();
    expect(suggestLimits(text)).toEqual(meant);
  });
});

test('whatever the text, only what the grammar knows is suggested', () => {
  const word = fc.constantFrom(
    ...['$30', '1500', '$1,5', '%', '20%', 'copay', 'deductible', 'per', 'visit', 'visits', 'year', 'a', 'in'],
    ...['network', '2026', 'to', '-', 'free', 'at most', 'days', '90', 'unit', '.', ',', '$'],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      const text = words.join(' ');
      for (const share of suggestCostShares(text)) expect(parseCostShare(share)).not.toBeNull();
      for (const limit of suggestLimits(text)) expect(parseLimit(limit)).not.toBeNull();
    }),
    { seed: SEED, numRuns: 1_000 },
  );
});

/** Amounts are exact, and what the grammar prints it parses again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareDecimals,
  decimal,
  parseCostShare,
  parseLimit,
  parseMoney,
  printCostShare,
  printLimit,
  printMoney,
  type CostShareTerms,
  type LimitTerms,
  type Money,
} from '../../src/model/amounts.ts';
import { COST_SHARE_KINDS, LIMIT_PERIODS, LIMIT_UNITS, NETWORK_SIDES } from '../../src/model/words.ts';
import { randomSeed } from '../helpers/random-seed.ts';

const SEED = randomSeed('test/model/amounts.test.ts');

const amount = fc
  .tuple(fc.nat(9_999_999), fc.constantFrom('', '.5', '.00', '.05', '.125'))
  .map(([whole, rest]) => `${String(whole)}${rest}`);
const money: fc.Arbitrary<Money> = fc.record({ amount, currency: fc.constantFrom('USD', 'CAD', 'EUR') });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const period = maybe(fc.constantFrom(...LIMIT_PERIODS.filter((per) => per !== 'NOT_STATED')));
const range: fc.Arbitrary<readonly [Money | null, Money | null]> = fc.oneof(
  fc.constant([null, null] as const),
  money.map((one) => [one, one] as const),
  money.map((one) => [one, null] as const),
  money.map((one) => [null, one] as const),
  fc.tuple(money, money),
);
const share: fc.Arbitrary<CostShareTerms> = fc
  .record({
    kind: fc.constantFrom(...COST_SHARE_KINDS),
    range,
    percent: maybe(amount),
    network: fc.constantFrom(...NETWORK_SIDES),
    year: maybe(fc.integer({ min: 1965, max: 2100 })),
    per: period,
  })
  .map(({ range: [least, most], kind, percent, ...rest }) => ({
    ...rest,
    kind,
    ...(kind === 'NONE' || kind === 'NOT_STATED'
      ? { least: null, most: null, percent: null }
      : { least, most, percent }),
  }));
const limit: fc.Arbitrary<LimitTerms> = fc
  .record({
    quantity: amount,
    unit: fc.constantFrom(...LIMIT_UNITS),
    currency: fc.constantFrom('USD', 'CAD'),
    per: fc.constantFrom(...LIMIT_PERIODS),
    days: fc.integer({ min: 1, max: 9_999 }),
  })
  // Only an amount of money is stated without a span.
  .filter(({ unit, per }) => unit === 'MONEY' || per !== 'NOT_STATED')
  .map(({ quantity, unit, currency, per, days }) => ({
    quantity,
    unit,
    currency: unit === 'MONEY' ? currency : null,
    per,
    windowDays: per === 'ROLLING_WINDOW' ? days : null,
  }));

describe('what is printed is parsed again, value by value', () => {
  test('money', () => {
    fc.assert(
      fc.property(money, (one) => {
        expect(parseMoney(printMoney(one))).toEqual(one);
      }),
      { seed: SEED },
    );
  });
  test('cost shares', () => {
    fc.assert(
      fc.property(share, (one) => {
        expect(parseCostShare(printCostShare(one))).toEqual(one);
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });
  test('limits', () => {
    fc.assert(
      fc.property(limit, (one) => {
        expect(parseLimit(printLimit(one))).toEqual(one);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});

describe('the grammar says what a person would', () => {
  test.each([
    ['20% coinsurance', { kind: 'COINSURANCE', percent: '20', least: null }],
    [
      '$283 deductible per calendar year in 2026',
      { kind: 'DEDUCTIBLE', least: { amount: '283', currency: 'USD' }, year: 2026, per: 'CALENDAR_YEAR' },
    ],
    [
      '$5 to $20 copayment per visit in network',
      {
        kind: 'COPAYMENT',
        least: { amount: '5', currency: 'USD' },
        most: { amount: '20', currency: 'USD' },
        network: 'IN',
      },
    ],
    ['50% point-of-service charge out of network', { kind: 'POINT_OF_SERVICE', percent: '50', network: 'OUT' }],
    ['no charge', { kind: 'NONE' }],
    ['cost not stated', { kind: 'NOT_STATED' }],
  ])('%s', (text, terms) => {
    expect(parseCostShare(text)).toMatchObject(terms);
  });
  test.each([
    ['12 visits in 90 days', { quantity: '12', unit: 'VISITS', per: 'ROLLING_WINDOW', windowDays: 90 }],
    ['1 visit per day', { quantity: '1', unit: 'VISITS', per: 'DAY' }],
    ['$50,000 per lifetime', { quantity: '50000', unit: 'MONEY', currency: 'USD', per: 'LIFETIME' }],
    ['$250,000', { quantity: '250000', unit: 'MONEY', currency: 'USD', per: 'NOT_STATED' }],
  ])('%s', (text, terms) => {
    expect(parseLimit(text)).toMatchObject(terms);
  });
  test.each([
    '20 percent',
    'about $20 copayment',
    '12 visits',
    'from $20',
    '-5% coinsurance',
    '$1,00 copayment',
    '12 visit in 90 days',
    '',
  ])('"%s" is refused, not guessed', (text) => {
    expect(parseCostShare(text)).toBeNull();
    expect(parseLimit(text)).toBeNull();
  });
});

test('numbers are compared exactly, where floating point would not', () => {
  expect(compareDecimals('0.30', '0.3')).toBe(0);
  expect(compareDecimals('9007199254740993', '9007199254740992')).toBe(1);
  expect(decimal('0012.50')).toBe('12.50');
  expect(decimal('1e5')).toBeNull();
});

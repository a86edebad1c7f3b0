/**
 * Money, limits and cost shares: exact decimals as text, never floating point, with functions that print and parse them.
 * Parsing what was printed gives the same value; text outside the grammar gives null, never a guess.
 */
import Big from 'big.js';
import type { CostShareKind, LimitPeriod, LimitUnit, NetworkSide } from './words.ts';

/** An exact amount of one currency: `amount` in plain decimal notation, `currency` as in ISO 4217. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** A limit on what is covered: 12 visits in 90 days, 20 visits a year, 50,000 dollars in a lifetime. */
export interface CoverageLimit<Subject, Cited> {
  readonly quantity: string;
  readonly unit: LimitUnit;
  /** Set where the unit is MONEY, else null. */
  readonly currency: string | null;
  readonly per: LimitPeriod;
  /** Days of a rolling window, where `per` is ROLLING_WINDOW; else null. */
  readonly windowDays: number | null;
  readonly combinedWith: readonly Subject[];
  readonly cites: readonly Cited[];
}

/** What the person pays. It is a range if `least` and `most` differ, and open at one end if one of them is null. */
export interface CostShare<Cited> {
  readonly kind: CostShareKind;
  readonly least: Money | null;
  readonly most: Money | null;
  readonly percent: string | null;
  readonly network: NetworkSide;
  readonly year: number | null;
  readonly per: LimitPeriod | null;
  readonly cites: readonly Cited[];
}
export type CostShareTerms = Omit<CostShare<never>, 'cites'>;
export type LimitTerms = Omit<CoverageLimit<never, never>, 'cites' | 'combinedWith'>;

const KIND_WORDS: Record<Exclude<CostShareKind, 'NONE' | 'NOT_STATED'>, string> = {
  DEDUCTIBLE: 'deductible',
  COPAYMENT: 'copayment',
  COINSURANCE: 'coinsurance',
  POINT_OF_SERVICE: 'point-of-service charge',
  OUT_OF_POCKET_MAXIMUM: 'out-of-pocket maximum',
};
const PERIOD_WORDS: Record<Exclude<LimitPeriod, 'NOT_STATED'>, string> = {
  VISIT: 'visit',
  DAY: 'day',
  EPISODE: 'episode of care',
  TRIP: 'trip',
  ROLLING_WINDOW: 'rolling window',
  CALENDAR_YEAR: 'calendar year',
  PLAN_YEAR: 'plan year',
  LIFETIME: 'lifetime',
};
const UNIT_WORDS: Record<Exclude<LimitUnit, 'MONEY'>, readonly [one: string, many: string]> = {
  VISITS: ['visit', 'visits'],
  DAYS: ['day', 'days'],
  HOURS: ['hour', 'hours'],
  SESSIONS: ['session', 'sessions'],
  BILLING_UNITS: ['billing unit', 'billing units'],
};
const NETWORK_WORDS: Record<NetworkSide, string> = { IN: 'in network', OUT: 'out of network', ANY: '' };

/** "per visit"; empty for a span that the source does not state. */
const perText = (per: LimitPeriod): string => (per === 'NOT_STATED' ? '' : `per ${PERIOD_WORDS[per]}`);

function keyOf<K extends string>(words: Record<K, string>, word: string): K | undefined {
  return (Object.keys(words) as K[]).find((key) => words[key] === word);
}

/** The number in plain notation, without leading zeros; null if the text is not an unsigned decimal number. */
export function decimal(text: string): string | null {
  const bare = text.replace(/,(?=\d{3}(?:\D|$))/g, '');
  return /^\d{1,15}(\.\d{1,8})?$/.test(bare) ? bare.replace(/^0+(?=\d)/, '') : null;
}

/** -1, 0 or 1 if the first number is less than, equal to or greater than the second. Both are in the form of `decimal`. */
export function compareDecimals(a: string, b: string): number {
  return new Big(a).cmp(b);
}

const grouped = (digits: string): string => digits.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

/** "$2,480.00", or "2,480.00 CAD" for a currency other than the US dollar. */
export function printMoney({ amount, currency }: Money): string {
  return currency === 'USD' ? `$${grouped(amount)}` : `${grouped(amount)} ${currency}`;
}

/** Parses what `printMoney` prints; null for any other text. */
export function parseMoney(text: string): Money | null {
  const match = /^(?:\$([\d.,]+)|([\d.,]+) ([A-Z]{3}))$/.exec(text);
  if (!match) return null;
  const amount = decimal(match[1] ?? match[2] ?? '');
  return amount === null || match[3] === 'USD' ? null : { amount, currency: match[3] ?? 'USD' };
}

function printAmounts({ least, most, percent }: CostShareTerms): string {
  const parts: string[] = [];
  if (percent !== null) parts.push(`${percent}%`);
  if (least && most && (least.amount !== most.amount || least.currency !== most.currency))
    parts.push(`${printMoney(least)} to ${printMoney(most)}`);
  else if (least && most) parts.push(printMoney(least));
  else if (least) parts.push(`at least ${printMoney(least)}`);
  else if (most) parts.push(`at most ${printMoney(most)}`);
  return parts.join(' and ');
}

function printKind(share: CostShareTerms): string {
  if (share.kind === 'NONE') return 'no charge';
  if (share.kind === 'NOT_STATED') return 'cost not stated';
  return [printAmounts(share), KIND_WORDS[share.kind]].filter(Boolean).join(' ');
}

/** Prints a cost share: "20% coinsurance in network in 2026", "$5 to $20 copayment per visit", "no charge". */
export function printCostShare(share: CostShareTerms): string {
  return [
    printKind(share),
    share.per === null ? '' : perText(share.per),
    NETWORK_WORDS[share.network],
    share.year === null ? '' : `in ${String(share.year)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

const oneOf = (words: readonly string[]): string => words.filter(Boolean).join('|');
const MONEY = String.raw`(?:\$[\d.,]+|[\d.,]+ [A-Z]{3})`;
const COST_SHARE = new RegExp(
  '^(?:(?<none>no charge)|(?<unstated>cost not stated)|' +
    String.raw`(?:(?<percent>[\d.]+)%(?: and )?)?(?:(?<low>${MONEY}) to (?<high>${MONEY})|(?<bound>at least |at most )?(?<amount>${MONEY}))? ?` +
    `(?<kind>${oneOf(Object.values(KIND_WORDS))}))` +
    `(?: per (?<per>${oneOf(Object.values(PERIOD_WORDS))}))?(?: (?<network>${oneOf(Object.values(NETWORK_WORDS))}))?(?: in (?<year>\\d{4}))?$`,
);

function parseKind({ none, unstated, kind }: Record<string, string | undefined>): CostShareKind {
  if (none !== undefined) return 'NONE';
  if (unstated !== undefined) return 'NOT_STATED';
  return keyOf(KIND_WORDS, kind ?? '') ?? 'NOT_STATED';
}

/** The least and the most of a range, or of one amount with an optional "at least" or "at most". */
function parseRange({
  low,
  high,
  bound,
  amount,
}: Record<string, string | undefined>): Pick<CostShareTerms, 'least' | 'most'> {
  if (low !== undefined && high !== undefined) return { least: parseMoney(low), most: parseMoney(high) };
  const money = amount === undefined ? null : parseMoney(amount);
  return { least: bound === 'at most ' ? null : money, most: bound === 'at least ' ? null : money };
}

/** Parses what `printCostShare` prints; null for any other text. */
export function parseCostShare(text: string): CostShareTerms | null {
  const found = COST_SHARE.exec(text.trim())?.groups;
  if (!found) return null;
  const { percent } = found;
  const share: CostShareTerms = {
    kind: parseKind(found),
    ...parseRange(found),
    percent: percent === undefined ? null : decimal(percent),
    network: keyOf(NETWORK_WORDS, found['network'] ?? '') ?? 'ANY',
    year: found['year'] === undefined ? null : Number(found['year']),
    per: found['per'] === undefined ? null : (keyOf(PERIOD_WORDS, found['per']) ?? null),
  };
  return printCostShare(share) === text.trim() ? share : null;
}

/** Prints a limit: "12 visits in 90 days", "20 visits per calendar year", "$50,000 per lifetime"; without a span, "$250,000". */
export function printLimit(limit: LimitTerms): string {
  const quantity =
    limit.unit === 'MONEY'
      ? printMoney({ amount: limit.quantity, currency: limit.currency ?? 'USD' })
      : `${grouped(limit.quantity)} ${UNIT_WORDS[limit.unit][compareDecimals(limit.quantity, '1') === 0 ? 0 : 1]}`;
  if (limit.windowDays !== null)
    return `${quantity} in ${String(limit.windowDays)} ${limit.windowDays === 1 ? 'day' : 'days'}`;
  return [quantity, perText(limit.per)].filter(Boolean).join(' ');
}

function limitPeriod({ days, per }: Record<string, string | undefined>): LimitPeriod | undefined {
  if (days !== undefined) return 'ROLLING_WINDOW';
  return per === undefined ? 'NOT_STATED' : keyOf(PERIOD_WORDS, per);
}

/** Parses what `printLimit` prints; null for any other text. */
export function parseLimit(text: string): LimitTerms | null {
  const found = new RegExp(
    String.raw`^(?:(?<money>${MONEY})|(?<quantity>[\d.,]+) (?<unit>${oneOf(Object.values(UNIT_WORDS).flat())}))` +
      `(?: in (?<days>\\d{1,5}) days?| per (?<per>${oneOf(Object.values(PERIOD_WORDS))}))?$`,
  ).exec(text.trim())?.groups;
  if (!found) return null;
  const money = found['money'] === undefined ? null : parseMoney(found['money']);
  const unit = (Object.keys(UNIT_WORDS) as (keyof typeof UNIT_WORDS)[]).find((key) =>
    UNIT_WORDS[key].includes(found['unit'] ?? ''),
  );
  const quantity = money?.amount ?? decimal(found['quantity'] ?? '');
  const per = limitPeriod(found);
  const isUnbounded = per === 'NOT_STATED' && money === null; // a number of visits without a span says nothing
  if (quantity === null || per === undefined || isUnbounded || (money === null && unit === undefined)) return null;
  const limit: LimitTerms = {
    quantity,
    unit: money === null ? (unit ?? 'VISITS') : 'MONEY',
    currency: money?.currency ?? null,
    per,
    windowDays: found['days'] === undefined ? null : Number(found['days']),
  };
  return printLimit(limit) === text.trim() ? limit : null;
}

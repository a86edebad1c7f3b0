/**
 * Suggestions for a limit or a cost share that the grammar does not accept: the same parts, written as the grammar requires.
 * Nothing is suggested if any word of the text is not understood.
 */
import {
  decimal,
  parseCostShare,
  parseLimit,
  printCostShare,
  printLimit,
  type CostShareTerms,
  type LimitTerms,
  type Money,
} from './amounts.ts';
import type { CostShareKind, LimitPeriod, LimitUnit, NetworkSide } from './words.ts';

const KINDS: readonly (readonly [CostShareKind, RegExp])[] = [
  ['COPAYMENT', /\bco-?pay(?:ment)?s?\b/],
  ['COINSURANCE', /\bco-?insurance\b/],
  ['DEDUCTIBLE', /\bdeductibles?\b/],
  ['OUT_OF_POCKET_MAXIMUM', /\bout[- ]of[- ]pocket (?:maximum|max|limit)\b/],
  ['POINT_OF_SERVICE', /\bpoint[- ]of[- ]service (?:charge|fee)s?\b/],
  ['NONE', /\b(?:no charge|free(?: of charge)?)\b/],
  ['NOT_STATED', /\bcosts? (?:is |are )?not stated\b/],
];
const UNITS: readonly (readonly [Exclude<LimitUnit, 'MONEY'>, RegExp])[] = [
  ['BILLING_UNITS', /^(?:billing )?units?/],
  ['VISITS', /^visits?/],
  ['DAYS', /^days?/],
  ['HOURS', /^hours?/],
  ['SESSIONS', /^sessions?/],
];
/** The periods that each text may mean. "Year" may mean a calendar year or a plan year. */
const PERIODS: Readonly<Record<string, readonly LimitPeriod[]>> = {
  visit: ['VISIT'],
  day: ['DAY'],
  episode: ['EPISODE'],
  'episode of care': ['EPISODE'],
  trip: ['TRIP'],
  'calendar year': ['CALENDAR_YEAR'],
  'plan year': ['PLAN_YEAR'],
  year: ['CALENDAR_YEAR', 'PLAN_YEAR'],
  lifetime: ['LIFETIME'],
};
const PERIOD = new RegExp(
  `(?:\\b(?:per|each|every|an?|in a)\\s|/)\\s*(${Object.keys(PERIODS)
    .sort((a, b) => b.length - a.length)
    .join('|')})\\b`,
);
const NOTHING_LEFT = /^(?:of|the|an?|is|,|\s)*$/;

/** A text from which parts are removed as they are understood, so that the rest was not. */
class Parts {
  #rest: string;
  constructor(text: string) {
    this.#rest = text.slice(0, 200).toLowerCase().replace(/\s+/g, ' ').trim();
  }
  take(part: RegExp): RegExpExecArray | null {
    const found = part.exec(this.#rest);
    if (found) this.#rest = `${this.#rest.slice(0, found.index)} ${this.#rest.slice(found.index + found[0].length)}`;
    return found;
  }
  get isEmpty(): boolean {
    return NOTHING_LEFT.test(this.#rest);
  }
}

/** Cost shares that the text may mean, as `printCostShare` writes them: at most two. */
export function suggestCostShares(text: string): string[] {
  const parts = new Parts(text);
  const network = networkIn(parts);
  const kind = KINDS.find(([, word]) => parts.take(word))?.[0];
  const periods = periodsIn(parts);
  const year = parts.take(/\b(?:in|for) ((?:19|20)\d\d)\b/)?.[1];
  const percent = parts.take(/([\d.]+) ?(?:%|percent)(?: and)?/)?.[1];
  const amounts = amountsIn(parts);
  if (kind === undefined || amounts === null || !parts.isEmpty) return [];
  return periods
    .map((per): CostShareTerms => ({
      kind,
      ...amounts,
      percent: percent === undefined ? null : decimal(percent),
      network,
      year: year === undefined ? null : Number(year),
      per,
    }))
    .map(printCostShare)
    .filter((share) => parseCostShare(share) !== null);
}

/** Limits that the text may mean, as `printLimit` writes them: at most two. */
export function suggestLimits(text: string): string[] {
  const parts = new Parts(text);
  const days = parts.take(/\b(?:in|within|every|per) (?:a period of )?(\d{1,5})[ -]days?\b/)?.[1];
  const periods: readonly (LimitPeriod | null)[] = days === undefined ? periodsIn(parts) : ['ROLLING_WINDOW'];
  const counted = parts.take(/(?<![$\d.,])([\d.,]+) (?=(?:billing )?[a-z])((?:billing )?[a-z]+)/);
  const unit = UNITS.find(([, word]) => word.test(counted?.[2] ?? ''))?.[0];
  const money = counted ? null : (amountsIn(parts)?.least ?? null);
  const quantity = counted ? decimal(counted[1] ?? '') : (money?.amount ?? null);
  if (quantity === null || (counted && unit === undefined) || !parts.isEmpty) return [];
  return periods
    .filter((per) => per !== null)
    .map((per): LimitTerms => ({
      quantity,
      unit: unit ?? 'MONEY',
      currency: money?.currency ?? null,
      per,
      windowDays: days === undefined ? null : Number(days),
    }))
    .map(printLimit)
    .filter((limit) => parseLimit(limit) !== null);
}

function networkIn(parts: Parts): NetworkSide {
  if (parts.take(/\bout[- ]of[- ]network\b/)) return 'OUT';
  return parts.take(/\bin[- ]network\b/) ? 'IN' : 'ANY';
}

function periodsIn(parts: Parts): readonly (LimitPeriod | null)[] {
  return PERIODS[parts.take(PERIOD)?.[1] ?? ''] ?? [null];
}

const NUMBER = String.raw`\$? ?(\d[\d.,]*)(?: ?(?:dollars|usd)\b)?`;
const RANGE = new RegExp(String.raw`\$ ?(\d[\d.,]*) ?(?:to|-|\u2013) ?${NUMBER}`);
const ONE = new RegExp(String.raw`(at least|at most|up to)? ?(?:\$ ?(\d[\d.,]*)|(\d[\d.,]*) ?(?:dollars|usd)\b)`);

/** The amounts of the text in dollars, both null if it has none. Null if an amount is not a number. */
function amountsIn(parts: Parts): { least: Money | null; most: Money | null } | null {
  const range = parts.take(RANGE);
  if (range) return bounds(range[1], range[2]);
  const one = parts.take(ONE);
  if (!one) return { least: null, most: null };
  const amount = one[2] ?? one[3];
  if (one[1] === undefined) return bounds(amount, amount);
  return one[1] === 'at least' ? bounds(amount, undefined) : bounds(undefined, amount);
}

function bounds(low: string | undefined, high: string | undefined): { least: Money | null; most: Money | null } | null {
  const [least, most] = [low, high].map((digits) => (digits === undefined ? null : dollars(digits)));
  return least === undefined || most === undefined ? null : { least, most };
}

/** Undefined if the text is not a number. */
function dollars(digits: string): Money | undefined {
  const amount = decimal(digits.replace(/[.,]$/, ''));
  return amount === null ? undefined : { amount, currency: 'USD' };
}

/** Makes the rules of one plan variant from its rows of benefits: one rule for each service, place and year. */
import { printLimit, withoutZeroFractions } from '../../model/amounts.ts';
import type { LimitPeriod, LimitUnit } from '../../model/words.ts';
import type { Row, RuleEntry } from '../importer.ts';
import { HEDGED_CONDITIONS, ownWordsOf, quotationOr } from '../own-words.ts';
import { benefitNamed, COST_COLUMNS, type MarketplaceBenefit } from './columns.ts';
import { costSentence, readCost } from './costs.ts';
import type { Passages } from '../passages.ts';
import type { RowCounts } from '../row-counts.ts';

type BenefitRow = readonly [row: Row, benefit: MarketplaceBenefit];

/** What the rule of one row is made from. */
interface RuleContext {
  /** The id of the plan variant. */
  readonly id: string;
  /** The key of the rule: the service, `-abroad` where it applies there, and the year. */
  readonly key: string;
  readonly row: Row;
  readonly benefit: MarketplaceBenefit;
  readonly passages: Passages;
  readonly tally: RowCounts;
}

/** The rules of a variant by their keys. Rows of one benefit that contradict each other give no rule. */
export function variantRules(
  id: string,
  rows: readonly Row[],
  passages: Passages,
  tally: RowCounts,
): Record<string, RuleEntry> {
  const rules: Record<string, RuleEntry> = {};
  for (const [key, benefitRows] of rowsByKey(rows)) {
    const [first] = benefitRows;
    if (!first) continue;
    const [row, benefit] = first;
    if (!benefitRows.every(([other]) => saysTheSame(other, row))) {
      tally.count('leftOut', 'rows of one plan and benefit that differ');
      continue;
    }
    const rule = ruleOf({ id, key, row, benefit, passages, tally });
    if (rule) rules[key] = rule;
  }
  return rules;
}

/** The rows by the key of the rule that they are for. A row that covers several services is under each of them. */
function rowsByKey(rows: readonly Row[]): Map<string, BenefitRow[]> {
  const byKey = new Map<string, BenefitRow[]>();
  for (const row of rows) {
    const benefit = benefitNamed(row.cells['BenefitName'] ?? '');
    if (!benefit) continue;
    for (const subject of benefit.subjects) {
      const key = `${subject}${benefit.where === undefined ? '' : '-abroad'}-${row.cells['BusinessYear'] ?? ''}`;
      byKey.set(key, [...(byKey.get(key) ?? []), [row, benefit]]);
    }
  }
  return byKey;
}

/** Whether two rows of one benefit, which may be under two spellings of its name, have the same content. */
function saysTheSame(one: Row, other: Row): boolean {
  return ['IsCovered', ...COST_COLUMNS, 'LimitQty', 'LimitUnit'].every(
    (column) => (one.cells[column] ?? '').toLowerCase() === (other.cells[column] ?? '').toLowerCase(),
  );
}

const subjectOf = (key: string): string => key.replace(/(-abroad)?-\d{4}$/, '');

function ruleOf(context: RuleContext): RuleEntry | null {
  const { row, tally } = context;
  const isCovered = (row.cells['IsCovered'] ?? '').toLowerCase();
  if (isCovered === '' && COST_COLUMNS.some((column) => (row.cells[column] ?? '') !== '')) {
    tally.count('leftOut', 'IsCovered is blank beside cost shares: nothing is said of the benefit');
    return null;
  }
  if (isCovered === '' || isCovered === 'not covered') return exclusionOf(context, isCovered === '');
  if (isCovered !== 'covered') {
    tally.count('leftOut', 'IsCovered holds neither of its two words');
    return null;
  }
  return grantOf(context);
}

/** Cites a column of the row under an aspect of the rule. */
type Cite = (aspect: string, column: string, says: string) => string;

function citeFor({ id, key, row, passages }: RuleContext): Cite {
  const rowWords = `${id} of ${row.cells['BusinessYear'] ?? ''}, ${(row.cells['BenefitName'] ?? '').slice(0, 80)}`;
  return (aspect, column, says) => passages.cite(row, id, `${key}.${aspect}`, [column], says, rowWords);
}

/** The fields that every rule of the row has: when, where and in which year it applies. */
function scopeOf({ row, benefit }: RuleContext): Pick<RuleEntry, 'when' | 'where' | 'from' | 'until'> {
  const year = Number(row.cells['BusinessYear'] ?? '');
  return {
    ...(benefit.when === undefined ? {} : { when: benefit.when }),
    ...(benefit.where === undefined ? {} : { where: benefit.where }),
    from: `${String(year)}-01-01`,
    until: `${String(year + 1)}-01-01`,
  };
}

/** The rule of a row that does not cover the benefit, or leaves that blank. */
function exclusionOf(context: RuleContext, isBlank: boolean): RuleEntry {
  context.tally.count('written', isBlank ? 'not covered, as IsCovered is blank' : 'not covered');
  const says = isBlank ? 'Is blank where it would say whether the benefit is covered.' : 'The benefit is not covered.';
  return {
    excluded: subjectOf(context.key),
    ...scopeOf(context),
    ...(isBlank
      ? { reading: "The row leaves IsCovered blank, which the agency's dictionary reads as not covered." }
      : {}),
    cites: [citeFor(context)('covered', 'IsCovered', says)],
  };
}

/** The rule of a row that covers the benefit, with its costs, limits and requirements. */
function grantOf(context: RuleContext): RuleEntry {
  const { key, row, benefit, tally } = context;
  const cell = (column: string): string => row.cells[column] ?? '';
  const cite = citeFor(context);
  const subject = subjectOf(key);
  tally.count('written', 'covered');
  const notes: string[] = [];
  const costs = costsOf(row, Number(cell('BusinessYear')), notes, cite, tally);
  const together = benefit.subjects.filter((other) => other !== subject);
  const limits = limitsOf(row, together, notes, cite);
  const quotations = quotationsOf(row, cite);
  if (cell('Exclusions') !== '')
    notes.push(
      "The row names exclusions in the issuer's words, which are not read, so it is taken to cover only some of it.",
    );
  if (cell('Explanation') !== '') notes.push("The row explains itself in the issuer's words, which are not read.");
  if (quotations.length > 0) notes.push("The source quotes the issuer's words.");
  return {
    covered: subject,
    ...(cell('Exclusions') !== '' || benefit.extent !== undefined ? { extent: 'some' } : {}),
    ...scopeOf(context),
    ...requirementsOf(row, cite),
    ...(limits.length === 0 ? {} : { limits }),
    ...(costs.length === 0 ? {} : { costs }),
    ...(notes.length === 0 ? {} : { reading: notes.join(' ') }),
    cites: [cite('covered', 'IsCovered', 'The benefit is covered.'), ...quotations],
  };
}

/** The columns in the issuer's own words. */
const OWN_WORDS = ['Explanation', 'Exclusions'] as const;

/** Prior authorization, a prescription or a referral may be required where one of the issuer's own texts mentions it. */
function requirementsOf({ cells }: Row, cite: Cite): Pick<RuleEntry, 'requires'> {
  const requires: NonNullable<RuleEntry['requires']> = {};
  for (const [mention, condition, says] of HEDGED_CONDITIONS) {
    const column = OWN_WORDS.find((name) => ownWordsOf(cells[name])?.mentions.includes(mention) === true);
    if (column === undefined) continue;
    requires[condition] = {
      strength: 'may-be-required',
      dependsOn: ["the issuer's own words"],
      cites: [cite(mention === 'authorization' ? 'auth' : mention, column, says)],
    };
  }
  return Object.keys(requires).length === 0 ? {} : { requires };
}

/** Citations of the issuer's own words, where they were kept. */
function quotationsOf({ cells }: Row, cite: Cite): string[] {
  return OWN_WORDS.flatMap((column) => {
    const words = ownWordsOf(cells[column]);
    return words === null || words.words === null ? [] : [cite(column.toLowerCase(), column, quotationOr(words, ''))];
  });
}

/** The columns of a tier by the beginning of their names. */
const COST_KINDS = [
  ['Copay', 'copayment'],
  ['Coins', 'coinsurance'],
] as const;

function costsOf(
  row: Row,
  year: number,
  notes: string[],
  cite: Cite,
  tally: RowCounts,
): NonNullable<RuleEntry['costs']> {
  const costs: NonNullable<RuleEntry['costs']> = [];
  for (const [tier, network, words] of [
    ['InnTier1', 'IN', 'In the first tier of the network'],
    ['InnTier2', 'IN', 'In the second tier of the network'],
    ['OutofNet', 'OUT', 'Out of network'],
  ] as const) {
    const shares = COST_KINDS.map(([prefix, kind]) => {
      const column = `${prefix}${tier}`;
      const text = row.cells[column] ?? '';
      const cost = readCost(text, network, year, kind);
      if (cost === null) {
        tally.count('leftOut', `${column}: words that are none of the known ones`);
        notes.push(`What ${column} says is not understood.`);
      }
      return { column, text, cost };
    });
    const sentence = costSentence(
      words,
      shares.flatMap(({ cost }) => cost?.note ?? []),
    );
    if (sentence !== null) notes.push(sentence);
    // A share of the second tier becomes a note, because a rule has no field for tiers.
    if (tier === 'InnTier2' && shares.some(({ cost }) => cost?.share != null)) {
      const texts = shares.flatMap(({ cost }) => cost?.share ?? []).join(' and ');
      notes.push(`${words}: ${texts}; what else is said of the network is of its first tier.`);
      continue;
    }
    // The member pays the whole price, so a copayment of nothing would wrongly read as free.
    if (shares.some(({ text }) => /^100(?:\.0+)?%/.test(text))) continue;
    for (const { column, cost } of shares)
      if (cost?.share != null)
        costs.push({ share: cost.share, cites: [cite(column, column, `It costs: ${cost.share}.`)] });
    const free = shares.find(({ text }) => /^no charge$/i.test(text));
    if (free && tier !== 'InnTier2' && shares.every(({ cost }) => cost?.isNone === true && cost.note === null)) {
      const share = `no charge ${network === 'IN' ? 'in' : 'out of'} network in ${String(year)}`;
      costs.push({ share, cites: [cite(free.column, free.column, `It costs: ${share}.`)] });
    }
  }
  return costs;
}

const UNITS: Readonly<Record<string, Exclude<LimitUnit, 'BILLING_UNITS'>>> = {
  visit: 'VISITS',
  day: 'DAYS',
  hour: 'HOURS',
  session: 'SESSIONS',
  dollar: 'MONEY',
};
const PERIODS: Readonly<Record<string, LimitPeriod>> = {
  year: 'PLAN_YEAR',
  'benefit year': 'PLAN_YEAR',
  lifetime: 'LIFETIME',
  day: 'DAY',
  visit: 'VISIT',
  episode: 'EPISODE',
};

/** The limit of a row. `together` are the other services of the row, which share the limit. */
function limitsOf(
  { cells }: Row,
  together: readonly string[],
  notes: string[],
  cite: Cite,
): NonNullable<RuleEntry['limits']> {
  const quantity = (cells['LimitQty'] ?? '').replaceAll(',', '');
  const unit = cells['LimitUnit'] ?? '';
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(quantity) || Number(quantity) === 0) {
    if (cells['QuantLimitOnSvc']?.toLowerCase() === 'yes')
      notes.push('It is limited, and LimitQty does not say to how much.');
    return [];
  }
  const [, thing = '', span = ''] = /^(\w+)(?:\(s\)|s)? per (.+)$/i.exec(unit) ?? [];
  const counted = UNITS[thing.toLowerCase().replace(/s$/, '')];
  const per = PERIODS[span.toLowerCase()];
  if (counted === undefined || per === undefined) {
    notes.push(
      `It is limited to ${withoutZeroFractions(quantity)}, counted in ${unit === '' ? 'a unit that is not said' : unit.slice(0, 80).toLowerCase()}.`,
    );
    return [];
  }
  const text = printLimit({
    quantity,
    unit: counted,
    currency: counted === 'MONEY' ? 'USD' : null,
    per,
    windowDays: null,
  });
  return [
    {
      limit: text,
      ...(together.length === 0 ? {} : { combinedWith: [...together] }),
      cites: [cite('limit', 'LimitQty', `It is limited to ${text}.`)],
    },
  ];
}

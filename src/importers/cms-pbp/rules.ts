/** Makes the rules of one plan from its rows of benefits: what is offered, excluded or blank, and on which terms. */
import { type Benefit, FREE_TEXTS } from './benefits.ts';
import { type Cite, holdsCode, type OfferStatus, offerStatusOf, type Terms, termsOf } from './terms.ts';
import type { PlanEntry, Row, RuleEntry } from '../importer.ts';
import { HEDGED_CONDITIONS, ownWordsOf, quotationOr } from '../own-words.ts';
import type { Passages } from '../passages.ts';
import type { RowCounts } from '../row-counts.ts';

const MEDICARE_READING =
  "The row tells what a service that Medicare covers costs here; when it is covered is read from Medicare's own rule.";
const OPTIONAL_READING = 'Only those members have it who have bought the optional package.';

/** One plan while its entry is made. Rules and remarks are added to `rules` and `remarks`. */
export interface PlanContext {
  readonly year: number;
  /** Contract, plan and segment: `H1036-068-0`. */
  readonly rowKey: string;
  readonly passages: Passages;
  /** The plan's row in section A, if that file is there. */
  readonly sectionA: Row | undefined;
  readonly rules: Record<string, RuleEntry>;
  readonly remarks: NonNullable<PlanEntry['remarks']>;
  readonly tally: RowCounts;
}

const days = (year: number): Pick<RuleEntry, 'from' | 'until'> => ({
  from: `${String(year)}-01-01`,
  until: `${String(year + 1)}-01-01`,
});

/** The beginning of the names of a benefit's passages. A category with several benefits needs more than its number. */
const tagOf = ({ category, key }: Benefit): string =>
  category === '4c' || key.startsWith('routine') ? `${category}-${key.slice(0, 9)}` : category;

/** One benefit in one row of a plan. */
interface BenefitContext {
  readonly plan: PlanContext;
  readonly row: Row;
  readonly benefit: Benefit;
  /** The part of keys that names the optional package; empty for a benefit of all members. */
  readonly packageSuffix: string;
  /** The key of the rule. */
  readonly key: string;
  readonly cite: Cite;
}

function packageSuffixOf(row: Row, benefit: Benefit): string {
  if (benefit.isOptional !== true) return '';
  return `-in-package-${(row.cells['pbp_d_opt_identifier'] ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

/** Adds what a row says of a benefit: a rule that covers it, an exclusion, or a remark that the row is blank. */
export function addBenefitRule(plan: PlanContext, row: Row, benefit: Benefit): void {
  const packageSuffix = packageSuffixOf(row, benefit);
  const key = `${benefit.key}${packageSuffix}-${String(plan.year)}`;
  // A key of a passage has at most 60 characters.
  const tag = `${tagOf(benefit)}${packageSuffix.replace('-in-package-', '-opt-')}`;
  const cite: Cite = (aspect, columns, says) => plan.passages.cite(row, plan.rowKey, `${tag}-${aspect}`, columns, says);
  const context: BenefitContext = { plan, row, benefit, packageSuffix, key, cite };
  const offer = benefit.offer ? offerStatusOf(row, benefit) : null;
  if (offer?.is === 'not offered') {
    addExclusion(context, offer);
    return;
  }
  // The terms of a blank row are not read, because reading them would add passages that no rule cites.
  if (offer?.is === 'blank') {
    addBlankRemark(context, offer);
    return;
  }
  const terms = termsOf(row, benefit, plan.year, cite);
  const words = wordsOf(row, benefit.ownWords ?? []);
  const stated = requirementsOf(plan, row, benefit, cite);
  const requires = { ...hedgesFrom(words, cite, Object.keys(stated)), ...stated };
  const { costs, notes } = terms;
  if (offer === null && costs.length === 0 && Object.keys(requires).length === 0 && notes.length === 0)
    addBlankRemark(context, null);
  else addGrant(context, offer, terms, requires, quotationsOf(words, cite));
}

/** A column in the plan's own words and what is kept of it. */
type Worded = readonly [column: string, words: NonNullable<ReturnType<typeof ownWordsOf>>];

function wordsOf({ cells }: Row, columns: readonly string[]): Worded[] {
  return columns.flatMap((column): Worded[] => {
    const words = ownWordsOf(cells[column]);
    return words === null ? [] : [[column, words]];
  });
}

/** What may be required because the plan's own words mention it, apart from the conditions that the row itself states. */
function hedgesFrom(
  words: readonly Worded[],
  cite: Cite,
  stated: readonly string[] = [],
): NonNullable<RuleEntry['requires']> {
  const requires: NonNullable<RuleEntry['requires']> = {};
  for (const [mention, condition, says] of HEDGED_CONDITIONS) {
    const columns = words.filter(([, { mentions }]) => mentions.includes(mention)).map(([column]) => column);
    if (columns.length === 0 || stated.includes(condition)) continue;
    requires[condition] = {
      strength: 'may-be-required',
      dependsOn: ["the plan's own words"],
      cites: [cite(`${mention}-words`, columns, says)],
    };
  }
  return requires;
}

/** Citations of the plan's own words, where they were kept. */
function quotationsOf(words: readonly Worded[], cite: Cite): string[] {
  return words
    .filter(([, each]) => each.words !== null)
    .map(([column, each], index) => cite(`words-${String(index + 1)}`, [column], quotationOr(each, '')));
}

function addExclusion({ plan, benefit, packageSuffix, key, cite }: BenefitContext, offer: OfferStatus): void {
  if (packageSuffix !== '') return;
  plan.tally.count('written', `not offered: ${benefit.label}`);
  plan.rules[`${key}-not-offered`] = {
    excluded: benefit.subject,
    ...scopeOf(plan, benefit),
    reading: `That the row does not offer ${benefit.label} is read as leaving it out, apart from what Medicare itself covers.`,
    cites: [cite('offered', offer.columns, `It does not offer ${benefit.label}.`)],
  };
}

function addBlankRemark({ plan, benefit, packageSuffix, cite }: BenefitContext, offer: OfferStatus | null): void {
  if (packageSuffix !== '') return;
  plan.tally.count('leftOut', `blank in the row: ${benefit.label}`);
  plan.remarks.push({
    topic: 'other',
    text: `Of ${benefit.label} its row says nothing: what it asks there is blank.`,
    cites: [cite('blank', offer?.columns ?? copaymentColumns(benefit), `Is blank where ${benefit.label} would stand.`)],
  });
}

function addGrant(
  { plan, benefit, packageSuffix, key, cite }: BenefitContext,
  offer: OfferStatus | null,
  { costs, limits, notes }: Terms,
  requires: NonNullable<RuleEntry['requires']>,
  quotations: readonly string[],
): void {
  const isOptional = packageSuffix !== '';
  plan.tally.count('written', `covered: ${benefit.label}${isOptional ? ' in an optional package' : ''}`);
  const hedge = offer?.hedge ?? null;
  const readings = [...readingsOf(benefit, isOptional, hedge), ...notes];
  const replaced = isOptional ? takeCitationsOf(plan.rules, `${benefit.key}-${String(plan.year)}-not-offered`) : [];
  const basis = offer
    ? cite('offered', offer.columns, `It offers ${benefit.label}.`)
    : cite('terms', copaymentColumns(benefit), `It states the terms of ${benefit.label}.`);
  plan.rules[key] = {
    covered: benefit.subject,
    ...(isOptional || hedge !== null ? { quantifier: 'some' } : {}),
    ...(benefit.when === undefined ? {} : { when: benefit.when }),
    ...scopeOf(plan, benefit),
    ...(Object.keys(requires).length === 0 ? {} : { requires }),
    ...(limits.length === 0 ? {} : { limits }),
    ...(costs.length === 0 ? {} : { costs }),
    ...(readings.length === 0 ? {} : { reading: readings.join(' ') }),
    cites: [basis, ...quotations, ...replaced],
  };
}

/** How a grant is read: on Medicare's condition, in an optional package, or for some members only. */
function readingsOf(benefit: Benefit, isOptional: boolean, hedge: string | null): string[] {
  return [
    ...(benefit.when === undefined ? [] : [MEDICARE_READING]),
    ...(isOptional ? [OPTIONAL_READING] : []),
    ...(hedge === null ? [] : [hedge]),
  ];
}

/** Where and in which year a rule of the benefit applies. */
const scopeOf = ({ year }: PlanContext, { where }: Benefit): Pick<RuleEntry, 'where' | 'from' | 'until'> => ({
  ...(where === undefined ? {} : { where }),
  ...days(year),
});

const copaymentColumns = ({ copayment }: Benefit): string[] => [copayment?.least ?? '', copayment?.most ?? ''];

/**
 * Removes an exclusion that a rule for some members replaces, and returns its citations for that rule. If some members have
 * the benefit in another way, "not offered to all" is not an exclusion.
 */
function takeCitationsOf(rules: Record<string, RuleEntry>, exclusion: string): string[] {
  const cites = rules[exclusion]?.cites ?? [];
  Reflect.deleteProperty(rules, exclusion);
  return cites;
}

/**
 * The requirements of a benefit. They are certain if the category's own column says yes and section A does not contradict
 * it. If section A lists categories of the kind without this one, or lists this one alone, they may be required.
 */
function requirementsOf(
  { sectionA, rowKey, passages }: PlanContext,
  row: Row,
  benefit: Benefit,
  cite: Cite,
): NonNullable<RuleEntry['requires']> {
  const requires: NonNullable<RuleEntry['requires']> = {};
  const columns = [
    ['prior-authorization', benefit.authorization, 'pbp_a_ffs_bid_b_auth_cats', 'authorization'],
    ['referral', benefit.referral, 'pbp_a_ffs_bid_b_ref_cats', 'a referral'],
  ] as const;
  for (const [condition, column, categories, what] of columns) {
    if (column === undefined) continue;
    const answer = row.cells[column] ?? '';
    const list = sectionA?.cells[categories] ?? '';
    const isListed = holdsCode(list, benefit.category);
    if (answer === '1' && (isListed || !listsKindOf(benefit, list))) {
      requires[condition] = { strength: 'required', cites: [cite(condition, [column], `It asks for ${what}.`)] };
      continue;
    }
    if (answer !== '1' && (!isListed || benefit.isOptional === true)) continue;
    const says = `Lists the categories with ${what}.`;
    const section = sectionA ? [passages.cite(sectionA, rowKey, `${condition}-categories`, [categories], says)] : [];
    requires[condition] = {
      strength: 'may-be-required',
      dependsOn: ['which benefits of the category it is meant for'],
      cites: [...(answer === '' ? [] : [cite(condition, [column], `Says whether it asks for ${what}.`)]), ...section],
    };
  }
  return requires;
}

/** Whether a list of section A names categories of the benefit's kind, so that leaving this one out means something. */
function listsKindOf({ category }: Benefit, list: string): boolean {
  if (list === '') return false;
  return category.startsWith('14c') ? /(^|;)\s*14c/i.test(list) : true;
}

/**
 * Adds a rule if a benefit in the plan's own words mentions massage, and a remark for each such benefit whose words were kept.
 * Without the words only the mention is known. It may depend on what else the words mention.
 */
export function addFreeTexts(plan: PlanContext, row: Row): void {
  const { year, rowKey, passages, rules, remarks, tally } = plan;
  const words = wordsOf(row, FREE_TEXTS);
  const cite: Cite = (aspect, columns, says) => passages.cite(row, rowKey, `own-words-${aspect}`, columns, says);
  const quotations = new Map(
    words
      .filter(([, each]) => each.words !== null)
      .map(([column, each]) => [
        column,
        cite(column.replace('pbp_', '').slice(0, 12), [column], quotationOr(each, '')),
      ]),
  );
  for (const [column, citation] of quotations)
    remarks.push({
      topic: 'other',
      text: `${column} has a benefit in the plan's own words, which the source quotes.`,
      cites: [citation],
    });
  const named = words.filter(([, { mentions }]) => mentions.includes('massage'));
  if (named.length === 0) return;
  tally.count('written', "perhaps covered: massage in a benefit of the plan's own wording");
  const columns = named.map(([column]) => column);
  const requires = hedgesFrom(named, cite);
  rules[`massage-in-own-words-${String(year)}`] = {
    covered: 'massage-therapy',
    modality: 'may',
    ...days(year),
    ...(Object.keys(requires).length === 0 ? {} : { requires }),
    reading: 'A benefit that the plan words itself speaks of massage; on which terms is not read.',
    cites: [
      cite('massage', columns, "Names massage in a benefit of the plan's own wording."),
      ...columns.flatMap((column) => quotations.get(column) ?? []),
      ...takeCitationsOf(rules, `massage-therapy-${String(year)}-not-offered`),
    ],
  };
}

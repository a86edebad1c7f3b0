/** Makes the rule of one row of a Plan Compare page: what it covers or leaves out, at what price and on which terms. */
import type { PlanEntry, Row, RuleEntry } from '../importer.ts';
import type { Passages } from '../passages.ts';
import type { RowCounts } from '../row-counts.ts';
import { type PageRow, rulesColumn } from './benefits.ts';
import { readPrice } from './prices.ts';
import type { UnreadCells } from './unread-cells.ts';

/** One plan while its entry is made. Rules and remarks are added to `rules` and `remarks`. */
export interface PlanContext {
  readonly year: number;
  /** Contract, plan and segment: `H1036-068-0`. */
  readonly rowKey: string;
  readonly passages: Passages;
  /** The plan's row in the table. */
  readonly row: Row;
  readonly rules: Record<string, RuleEntry>;
  readonly remarks: NonNullable<PlanEntry['remarks']>;
  readonly tally: RowCounts;
  readonly unread: UnreadCells;
}

const LIMITED = 'The plan limits it; the page does not say to how much.';

/** Adds what the page says in one of its rows. A blank cell says nothing: the page has no such row. */
export function addPageRow(plan: PlanContext, pageRow: PageRow): void {
  const text = plan.row.cells[pageRow.column] ?? '';
  const letters: readonly string[] = (plan.row.cells[rulesColumn(pageRow)] ?? '').match(/\S/g) ?? [];
  if (text === '') {
    plan.tally.count('leftOut', `no row on the page: ${pageRow.label}`);
    if (letters.length > 0) plan.unread.add(plan.row, rulesColumn(pageRow));
  } else if (/^not covered$/i.test(text)) addExclusion(plan, pageRow, letters);
  else addGrant(plan, pageRow, text, letters);
}

/** Where and when a rule of the row applies. */
const scopeOf = ({ year }: PlanContext, { where }: PageRow): Pick<RuleEntry, 'where' | 'from' | 'until'> => ({
  ...(where === undefined ? {} : { where }),
  from: `${String(year)}-01-01`,
  until: `${String(year + 1)}-01-01`,
});

function cite({ passages, row }: PlanContext, { key, title }: PageRow, says: string): string {
  return passages.citePage(row, key, `The row "${title}"`, says);
}

function addExclusion(plan: PlanContext, pageRow: PageRow, letters: readonly string[]): void {
  if (letters.length > 0) plan.unread.add(plan.row, rulesColumn(pageRow));
  plan.tally.count('written', `not covered: ${pageRow.label}`);
  plan.rules[`${pageRow.key}-${String(plan.year)}-not-covered`] = {
    excluded: pageRow.subject,
    ...scopeOf(plan, pageRow),
    reading: `"Not covered" in this row is read as leaving out ${pageRow.label}, and never what Medicare itself covers.`,
    cites: [cite(plan, pageRow, `Does not cover ${pageRow.label}.`)],
  };
}

function addGrant(plan: PlanContext, pageRow: PageRow, text: string, letters: readonly string[]): void {
  const price = readPrice(text, plan.year);
  if (price === null && !/\bcopay\b|\bcoinsurance\b|\$|%/i.test(text)) {
    addUnread(plan, pageRow);
    return;
  }
  plan.tally.count('written', `covered: ${pageRow.label}`);
  if (price === null) plan.unread.add(plan.row, pageRow.column);
  const terms = termsOf(plan, pageRow, letters);
  const readings = [
    pageRow.reading,
    ...(price?.notes ?? ['Its price on the page was not read.']),
    ...terms.readings,
  ].filter((reading) => reading !== undefined);
  const says = [`Covers ${pageRow.label}`, ...(price?.shares ?? []).map((share) => `at ${share}`), ...terms.says].join(
    ', ',
  );
  plan.rules[`${pageRow.key}-${String(plan.year)}`] = {
    covered: pageRow.subject,
    ...(pageRow.isForSome ? { quantifier: 'some' } : {}),
    ...(pageRow.when === undefined ? {} : { when: pageRow.when }),
    ...scopeOf(plan, pageRow),
    ...(Object.keys(terms.requires).length === 0 ? {} : { requires: terms.requires }),
    ...(price === null || price.shares.length === 0 ? {} : { costs: price.shares.map((share) => ({ share })) }),
    ...(readings.length === 0 ? {} : { reading: readings.join(' ') }),
    cites: [cite(plan, pageRow, `${says}.`)],
  };
}

/** A cell that is neither a price nor "Not covered" gives no rule, so nothing is claimed of the benefit. */
function addUnread(plan: PlanContext, pageRow: PageRow): void {
  plan.unread.add(plan.row, pageRow.column);
  plan.remarks.push({
    topic: 'other',
    text: `What its page says of ${pageRow.label} was not read.`,
    cites: [cite(plan, pageRow, `Says something of ${pageRow.label} that was not read.`)],
  });
}

interface PageTerms {
  readonly requires: NonNullable<RuleEntry['requires']>;
  readonly readings: string[];
  /** What the page says, in the words of a passage. */
  readonly says: string[];
}

/** The terms that the letters stand for: A approval in advance, R a referral, L limits. Other letters are counted as not read. */
function termsOf(plan: PlanContext, pageRow: PageRow, letters: readonly string[]): PageTerms {
  const terms: PageTerms = { requires: {}, readings: [], says: [] };
  const found = new Set(letters.map((letter) => letter.toUpperCase()));
  if (found.delete('A')) {
    terms.requires['prior-authorization'] = { strength: 'required' };
    terms.says.push('with approval by the plan in advance');
  }
  if (found.delete('R')) {
    terms.requires['referral'] = { strength: 'required' };
    terms.says.push("with a physician's referral");
  }
  if (found.delete('L')) {
    terms.readings.push(LIMITED);
    terms.says.push('with limits');
  }
  if (found.size > 0) {
    plan.unread.add(plan.row, rulesColumn(pageRow));
    terms.readings.push('The page marks it with a rule that was not read.');
  }
  return terms;
}

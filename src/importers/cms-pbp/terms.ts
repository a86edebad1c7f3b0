/**
 * Reads one benefit in one row: whether it is offered, its costs and its limits. What the row leaves open becomes a note;
 * nothing is assumed.
 */
import { decimal, printCostShare, printLimit } from '../../model/amounts.ts';
import type { NetworkSide } from '../../model/words.ts';
import type { AmountColumns, Benefit, CeilingColumns, OfferColumns } from './benefits.ts';
import type { Row, RuleEntry } from '../importer.ts';

/** Cites columns of the row under an aspect of the benefit, and returns the citation. */
export type Cite = (aspect: string, columns: readonly string[], says: string) => string;
/** Whether a row offers a benefit, the columns that say so, and a sentence where it is offered only to some members, or null. */
export type OfferStatus = {
  readonly is: 'offered' | 'not offered' | 'blank';
  readonly columns: readonly string[];
  readonly hedge: string | null;
};
/** The terms of a benefit. */
export interface Terms {
  readonly costs: NonNullable<RuleEntry['costs']>;
  readonly limits: NonNullable<RuleEntry['limits']>;
  /** Sentences on what has no field in a rule, and on what the row leaves open. */
  readonly notes: string[];
}

const PERIODS: Readonly<Record<string, string>> = {
  1: 'every three years',
  2: 'every two years',
  4: 'every six months',
  5: 'every three months',
  6: "over a time of the plan's own wording",
  7: 'a month',
};
const A_YEAR = '3';

/** Whether a list of codes, separated by semicolons, has this code. 14c1 does not match 14c18. */
export function holdsCode(list: string, code: string): boolean {
  return list
    .toLowerCase()
    .split(';')
    .some((listed) => listed.trim() === code);
}

/** Whether the row offers the benefit. Throws an Error for a benefit that every plan must cover. */
export function offerStatusOf({ cells }: Row, { offer, copayment }: Benefit): OfferStatus {
  if (!offer) throw new Error('a benefit that Medicare covers has no columns that say whether it is offered');
  const gate = cells[offer.gate] ?? '';
  if (gate !== '1') return { is: gate === '2' ? 'not offered' : 'blank', columns: [offer.gate], hedge: null };
  const columns = decidingColumns(offer);
  const listed = offer.list ? listStatus(cells[offer.list[0]] ?? '', offer.list[1]) : 'offered';
  if (listed !== 'offered') return { is: listed, columns, hedge: null };
  const type = offer.type === undefined ? '' : (cells[offer.type] ?? '');
  // Several benefits share the gate. If nothing is filled in for this one, the row says nothing about it.
  const hasCopayment = [copayment?.least, copayment?.most].some((column) => (cells[column ?? ''] ?? '') !== '');
  if (offer.typeDecides && type === '' && !hasCopayment) return { is: 'blank', columns, hedge: null };
  return { is: 'offered', columns, hedge: hedgeOf(type, offer.type) };
}

/** The columns that say whether a benefit is offered in a row whose gate says yes. */
function decidingColumns({ gate, list, type, typeDecides }: OfferColumns): string[] {
  return [gate, ...(list ? [list[0]] : []), ...(typeDecides && type !== undefined ? [type] : [])];
}

/** What a list of codes says of one of them: an empty list says nothing. */
function listStatus(list: string, code: string): OfferStatus['is'] {
  if (list === '') return 'blank';
  return holdsCode(list, code) ? 'offered' : 'not offered';
}

/** A sentence where the type of a benefit is not that for every member, or null. */
function hedgeOf(type: string, column = ''): string | null {
  return type === '' || type === '2'
    ? null
    : `Its type in ${column} is ${type}, which is not that of a benefit for every member, so it is read as one for some.`;
}

/** The costs and limits of the benefit in a row, with notes. */
export function termsOf(row: Row, benefit: Benefit, year: number, cite: Cite): Terms {
  const network: NetworkSide = benefit.where === 'abroad' ? 'ANY' : 'IN';
  const terms: Terms = { costs: [], limits: [], notes: [] };
  const cell = (name: string): string => row.cells[name] ?? '';
  const nothing = { kind: 'NONE', least: null, most: null, percent: null, network, year, per: null } as const;
  const add = (aspect: string, columns: readonly string[], share: string): void => {
    terms.costs.push({ share, cites: [cite(aspect, columns, `It costs: ${share}.`)] });
  };
  const context: CostContext = { cell, nothing, add, terms };
  addCopaymentAndCoinsurance(context, benefit);
  addDeductible(context, benefit);
  addLimit(row, benefit, cite, terms);
  addCeiling(cell, benefit.planCeiling, 'the plan pays at most', terms, (amount, columns) => {
    const text = printLimit({ quantity: amount, unit: 'MONEY', currency: 'USD', per: 'PLAN_YEAR', windowDays: null });
    terms.limits.push({ limit: text, cites: [cite('plan-maximum', columns, `The plan pays at most ${text}.`)] });
  });
  addCeiling(cell, benefit.memberCeiling, 'a member pays at most', terms, (amount, columns) => {
    add(
      'member-maximum',
      columns,
      printCostShare({
        ...nothing,
        kind: 'OUT_OF_POCKET_MAXIMUM',
        least: money(amount),
        most: money(amount),
        per: 'PLAN_YEAR',
      }),
    );
  });
  return terms;
}

/** What the functions that add cost shares need. */
interface CostContext {
  readonly cell: (name: string) => string;
  /** The fields that all cost shares of the row have in common. */
  readonly nothing: Omit<Parameters<typeof printCostShare>[0], 'kind'> & { readonly kind: 'NONE' };
  readonly add: (aspect: string, columns: readonly string[], share: string) => void;
  readonly terms: Terms;
}

function addCopaymentAndCoinsurance({ cell, nothing, add, terms }: CostContext, benefit: Benefit): void {
  const copayment = readAmounts(cell, benefit.copayment);
  const coinsurance = readAmounts(cell, benefit.coinsurance);
  const isFree = copayment.isZero && coinsurance.isNone;
  if (isFree) add('copay', [...copayment.columns, ...coinsurance.columns].slice(0, 3), printCostShare(nothing));
  else if (copayment.least !== null || copayment.most !== null)
    add(
      'copay',
      copayment.columns,
      printCostShare({ ...nothing, kind: 'COPAYMENT', least: money(copayment.least), most: money(copayment.most) }),
    );
  else if (copayment.isNone)
    add(
      'copay',
      copayment.columns,
      printCostShare({ ...nothing, kind: 'COPAYMENT', least: money('0'), most: money('0') }),
    );
  if (coinsurance.least !== null && coinsurance.least === coinsurance.most)
    add(
      'coinsurance',
      coinsurance.columns,
      printCostShare({ ...nothing, kind: 'COINSURANCE', percent: coinsurance.least }),
    );
  else if (coinsurance.least !== null || coinsurance.most !== null)
    terms.notes.push(rangeNote(coinsurance.least, coinsurance.most));
  for (const { contradiction } of [copayment, coinsurance]) if (contradiction !== null) terms.notes.push(contradiction);
}

function addDeductible({ cell, nothing, add, terms }: CostContext, benefit: Benefit): void {
  if (benefit.deductible && cell(benefit.deductible.gate) === '1') {
    const { gate, amount } = benefit.deductible;
    const least = decimal(cell(amount));
    if (least === null) terms.notes.push(`A deductible applies, whose amount is not in ${amount}.`);
    else
      add(
        'deductible',
        [gate, amount],
        printCostShare({ ...nothing, kind: 'DEDUCTIBLE', least: money(least), most: money(least) }),
      );
  }
}

const money = (amount: string | null) => (amount === null ? null : { amount, currency: 'USD' });

interface ReadAmounts {
  readonly least: string | null;
  readonly most: string | null;
  readonly columns: readonly string[];
  /** The row says that there is none. */
  readonly isNone: boolean;
  readonly isZero: boolean;
  readonly contradiction: string | null;
}
function readAmounts(cell: (name: string) => string, amounts: AmountColumns | undefined): ReadAmounts {
  const nothing: ReadAmounts = {
    least: null,
    most: null,
    columns: [],
    isNone: false,
    isZero: false,
    contradiction: null,
  };
  if (!amounts) return nothing;
  const gate = amounts.gate === undefined ? '' : cell(amounts.gate);
  const written = [cell(amounts.least), cell(amounts.most)].map((text) => text.replace(/^\$|%$/g, ''));
  const [least = null, most = null] = written.map((text) => (text === '' ? null : decimal(text)));
  const unread = written.find((text) => text !== '' && decimal(text) === null);
  if (unread !== undefined)
    return {
      ...nothing,
      contradiction: `${amounts.least} or ${amounts.most} holds what is no number, and is not read.`,
    };
  if (gate === '2' && [least, most].some((amount) => amount !== null && Number(amount) > 0)) {
    return {
      ...nothing,
      contradiction: `${amounts.gate ?? ''} says that there is none and ${amounts.least} or ${amounts.most} that there is; neither is read.`,
    };
  }
  const columns = gate === '2' && amounts.gate !== undefined ? [amounts.gate] : [amounts.least, amounts.most];
  if (gate === '2') return { ...nothing, columns, isNone: true, isZero: true };
  return {
    least,
    most,
    columns,
    isNone: false,
    isZero: least !== null && most !== null && Number(least) === 0 && Number(most) === 0,
    contradiction: null,
  };
}

/** Adds the limit of the benefit, or a note where its quantity or period is not known. */
function addLimit(row: Row, { limit: columns }: Benefit, cite: Cite, { limits, notes }: Terms): void {
  if (!columns || (columns.unlimited !== undefined && row.cells[columns.unlimited] === '1')) return;
  const quantity = decimal(row.cells[columns.quantity] ?? '');
  const period = row.cells[columns.period ?? ''] ?? '';
  if (quantity === null || Number(quantity) === 0) {
    if (columns.unlimited !== undefined && row.cells[columns.unlimited] === '2')
      notes.push(`It is limited, and ${columns.quantity} does not say to how much.`);
    return;
  }
  if (period === A_YEAR && columns.period !== null) {
    const text = printLimit({ quantity, unit: columns.unit, currency: null, per: 'PLAN_YEAR', windowDays: null });
    limits.push({
      limit: text,
      cites: [cite('limit', [columns.quantity, columns.period], `It is limited to ${text}.`)],
    });
  } else {
    const unknown = columns.period === null ? 'is not read' : `${columns.period} does not say`;
    const time = PERIODS[period] ?? `over a time that ${unknown}`;
    notes.push(`It is limited to ${quantity} ${columns.unit.toLowerCase()} ${time}.`);
  }
}

function rangeNote(least: string | null, most: string | null): string {
  const unknown = 'a share not stated';
  return `Its coinsurance runs from ${least ?? unknown} to ${most ?? unknown} percent; which applies when is not in the row.`;
}

/**
 * Passes a maximum for a plan year to `yearly`, and adds a note for one of another period. An amount of zero means that
 * none was entered.
 */
function addCeiling(
  cell: (name: string) => string,
  columns: CeilingColumns | undefined,
  words: string,
  { notes }: Terms,
  yearly: (amount: string, columns: readonly string[]) => void,
): void {
  const amount = columns ? decimal(cell(columns.amount).replace(/^\$/, '')) : null;
  if (!columns || amount === null || Number(amount) === 0) return;
  const period = columns.period === null ? '' : cell(columns.period);
  if (columns.period !== null && period === A_YEAR) yearly(amount, [columns.amount, columns.period]);
  else {
    const dollars = amount.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
    const known = PERIODS[period];
    notes.push(`For it ${words} $${dollars}${known === undefined ? ', over what time is not read' : ` ${known}`}.`);
  }
}

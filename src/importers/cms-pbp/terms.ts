/**
 * Reads one benefit in one row: whether it is offered, its costs and its limits. What the row leaves open becomes a note;
 * nothing is assumed.
 */
import { decimal, printCostShare, printLimit, printMoney } from '../../model/amounts.ts';
import type { NetworkSide } from '../../model/words.ts';
import type { AmountColumns, Benefit, CeilingColumns, LimitColumns, OfferColumns } from './benefits.ts';
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
export function offerStatusOf({ cells }: Row, { offer, copayment, coinsurance }: Benefit): OfferStatus {
  if (!offer) throw new Error('a benefit that Medicare covers has no columns that say whether it is offered');
  const gate = cells[offer.gate] ?? '';
  if (gate !== '1') return { is: gate === '2' ? 'not offered' : 'blank', columns: [offer.gate], hedge: null };
  const columns = decidingColumns(offer);
  const listed = offer.list ? listStatus(cells[offer.list[0]] ?? '', offer.list[1]) : 'offered';
  if (listed !== 'offered') return { is: listed, columns, hedge: null };
  const type = offer.type === undefined ? '' : (cells[offer.type] ?? '');
  // Several benefits share the gate. If nothing is filled in for this one, the row says nothing about it.
  const hasPrice = [copayment, coinsurance].some((amounts) =>
    [amounts?.least, amounts?.most].some((column) => (cells[column ?? ''] ?? '') !== ''),
  );
  if (offer.typeDecides && type === '' && !hasPrice) return { is: 'blank', columns, hedge: null };
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
  const copayment = readAmounts(cell, benefit.copayment, 'copayment');
  const coinsurance = readAmounts(cell, benefit.coinsurance, 'coinsurance');
  const hasDeductible = benefit.deductible !== undefined && cell(benefit.deductible.gate) === '1';
  const isFree = copayment.isZero && coinsurance.isNone && !hasDeductible;
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
  for (const { note } of [copayment, coinsurance]) if (note !== null) terms.notes.push(note);
  addWaiver(cell, benefit.copayment, copayment, 'copayment', terms);
  addWaiver(cell, benefit.coinsurance, coinsurance, 'coinsurance', terms);
}

/** Adds a note where an amount is waived in some cases. The columns do not say in which. */
function addWaiver(
  cell: (name: string) => string,
  amounts: AmountColumns | undefined,
  { least, most }: ReadAmounts,
  what: string,
  { notes }: Terms,
): void {
  const isSome = [least, most].some((amount) => amount !== null && Number(amount) > 0);
  if (amounts?.waiver === undefined || cell(amounts.waiver) !== '1' || !isSome) return;
  notes.push(`Its ${what} is waived in some cases; ${amounts.waiver} does not say in which.`);
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
  /** A sentence where the columns contradict each other, or leave open what there is. */
  readonly note: string | null;
}
const NO_AMOUNTS: ReadAmounts = { least: null, most: null, columns: [], isNone: false, isZero: false, note: null };

function readAmounts(
  cell: (name: string) => string,
  amounts: AmountColumns | undefined,
  what: 'coinsurance' | 'copayment',
): ReadAmounts {
  if (!amounts) return NO_AMOUNTS;
  const gate = amounts.gate === undefined ? '' : cell(amounts.gate);
  const written = [cell(amounts.least), cell(amounts.most)].map((text) => text.replace(/^\$|%$/g, ''));
  const [least = null, most = null] = written.map((text) => (text === '' ? null : decimal(text)));
  const note = amountsNote(amounts, what, gate, written);
  if (note !== null) return { ...NO_AMOUNTS, note };
  if (gate === '2' && amounts.gate !== undefined)
    return { ...NO_AMOUNTS, columns: [amounts.gate], isNone: true, isZero: true };
  const isZero = least !== null && most !== null && Number(least) === 0 && Number(most) === 0;
  return { ...NO_AMOUNTS, least, most, columns: [amounts.least, amounts.most], isZero };
}

/** A sentence where the amounts cannot be read: no number, against the gate, or blank although the gate says that there is one. */
function amountsNote(
  { gate: gateColumn = '', least, most }: AmountColumns,
  what: 'coinsurance' | 'copayment',
  gate: string,
  written: readonly string[],
): string | null {
  const filled = written.filter((text) => text !== '');
  if (filled.some((text) => decimal(text) === null))
    return `${least} or ${most} holds what is no number, and is not read.`;
  if (gate === '2' && filled.some((text) => Number(text) > 0))
    return `${gateColumn} says that there is none and ${least} or ${most} that there is; neither is read.`;
  return (gate === '1' || gate === '3') && filled.length === 0
    ? `${gateColumn} says that there is a ${what}, and ${least} and ${most} are blank; whether it has one is not known.`
    : null;
}

/** Adds the limit of the benefit, or a note where its quantity or period is not known. */
function addLimit(row: Row, { limit: columns }: Benefit, cite: Cite, { limits, notes }: Terms): void {
  if (!columns) return;
  const cell = (name: string): string => row.cells[name] ?? '';
  const read = decimal(cell(columns.quantity));
  const quantity = read === null || Number(read) === 0 ? null : read;
  const note = limitNote(columns, columns.unlimited === undefined ? '' : cell(columns.unlimited), quantity);
  if (note !== null) notes.push(note);
  if (quantity === null || (columns.unlimited !== undefined && cell(columns.unlimited) === '1')) return;
  const period = columns.period === null ? '' : cell(columns.period);
  if (period === A_YEAR && columns.period !== null) {
    const text = printLimit({ quantity, unit: columns.unit, currency: null, per: 'PLAN_YEAR', windowDays: null });
    limits.push({
      limit: text,
      cites: [cite('limit', [columns.quantity, columns.period], `It is limited to ${text}.`)],
    });
    return;
  }
  const unknown = columns.period === null ? 'is not read' : `${columns.period} does not say`;
  const time = PERIODS[period] ?? `over a time that ${unknown}`;
  notes.push(`It is limited to ${quantity} ${columns.unit.toLowerCase()} ${time}.`);
}

/** A sentence where the column that says whether there is a limit does not agree with the quantity. */
function limitNote(
  { unlimited = '', quantity: column }: LimitColumns,
  code: string,
  quantity: string | null,
): string | null {
  if (code === '2' && quantity === null) return `It is limited, and ${column} does not say to how much.`;
  return code === '1' && quantity !== null
    ? `${unlimited} says that it is not limited, and ${column} that it is; neither is read.`
    : null;
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
  if (!columns) return;
  const gate = columns.gate === undefined ? '' : cell(columns.gate);
  const amount = decimal(cell(columns.amount).replace(/^\$/, ''));
  if (amount === null || Number(amount) === 0) {
    if (gate === '1')
      notes.push(
        `There is a maximum that ${words.replace(' at most', '')}, and ${columns.amount} does not say how much.`,
      );
    return;
  }
  if (gate === '2') {
    notes.push(
      `${columns.gate ?? ''} says that there is no maximum, and ${columns.amount} that there is; neither is read.`,
    );
    return;
  }
  const period = columns.period === null ? '' : cell(columns.period);
  if (columns.period !== null && period === A_YEAR) yearly(amount, [columns.amount, columns.period]);
  else {
    const dollars = printMoney({ amount, currency: 'USD' });
    const known = PERIODS[period];
    notes.push(`For it ${words} ${dollars}${known === undefined ? ', over what time is not read' : ` ${known}`}.`);
    if (columns.services !== undefined)
      notes.push(`Whether that is for this service or for several together is not read from ${columns.services}.`);
  }
}

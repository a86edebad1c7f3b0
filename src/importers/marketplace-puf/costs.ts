/**
 * Reads a copayment or a coinsurance of CMS's marketplace files, which write it in words: "$40 Copay after deductible",
 * "20%", "No Charge".
 */
import { decimal, printCostShare } from '../../model/amounts.ts';
import type { LimitPeriod, NetworkSide } from '../../model/words.ts';

/** What the reading of a rule says of a cost share: "the copayment" and "after the deductible". */
export interface CostNote {
  readonly share: string;
  readonly terms: string;
}

/** A cost share as it was read. */
export interface ReadCost {
  /** The cost share in the grammar of data files; null where nothing of this kind is paid, or `note` says everything. */
  readonly share: string | null;
  /** What has no place in a cost share, for the reading of the rule; or null. */
  readonly note: CostNote | null;
  /** Whether nothing of this kind is paid. */
  readonly isNone: boolean;
}

const FREE = /^no charge(?: (after|before|with) deductible)?$/i;
const AMOUNT = /^\$([\d,]+(?:\.\d+)?)(?: copay)?(?: per (day|stay))?(?: (after|before|with) deductible)?$/i;
const RATE = /^(\d+(?:\.\d+)?)%(?: coinsurance)?(?: (after|before|with) deductible)?$/i;
const NOTHING = /^(?:not applicable)?$/i;

/** The kind of cost share that a column holds. */
export type CostColumnKind = 'copayment' | 'coinsurance';

/**
 * Reads a cell. Null where the words are not known. A blank and "Not Applicable" mean that nothing of this kind is paid.
 * `kind` is that of the column, which says what is free where the cell says "No Charge".
 */
export function readCost(text: string, network: NetworkSide, year: number, kind: CostColumnKind): ReadCost | null {
  const terms = { least: null, most: null, percent: null, network, year, per: null } as const;
  if (NOTHING.test(text)) return { share: null, note: null, isNone: true };
  const free = FREE.exec(text);
  if (free) return { share: null, note: noteOf(`no ${kind}`, deductibleTerms(free[1])), isNone: true };
  const amount = AMOUNT.exec(text);
  if (amount) {
    const [, digits = '', unit = '', deductible] = amount;
    const exact = decimal(digits);
    if (exact === null) return null;
    const money = { amount: exact, currency: 'USD' };
    const per: LimitPeriod | null = unit.toLowerCase() === 'day' ? 'DAY' : null;
    const stay = unit.toLowerCase() === 'stay' ? 'for each stay' : '';
    return {
      share: printCostShare({ ...terms, kind: 'COPAYMENT', least: money, most: money, per }),
      note: noteOf('the copayment', [stay, deductibleTerms(deductible)].filter(Boolean).join(' ')),
      isNone: false,
    };
  }
  const rate = RATE.exec(text);
  const percent = rate ? decimal(rate[1] ?? '') : null;
  if (!rate || percent === null) return null;
  // Coinsurance of 100 percent is not a cost share of covered care: the plan pays nothing.
  if (Number(percent) === 100)
    return {
      share: null,
      note: noteOf('the member', 'pays the whole price, so the plan pays nothing there'),
      isNone: false,
    };
  return {
    share: printCostShare({ ...terms, kind: 'COINSURANCE', percent }),
    note: noteOf('the coinsurance', deductibleTerms(rate[2])),
    isNone: false,
  };
}

const deductibleTerms = (when: string | undefined): string =>
  when === undefined ? '' : `${when.toLowerCase()} the deductible`;

const noteOf = (share: string, terms: string): CostNote | null => (terms === '' ? null : { share, terms });

/**
 * The notes on the cost shares of one place as a sentence that names each share once; null without notes: "Out of network:
 * the copayment before the deductible, the coinsurance after the deductible."
 * @param place what the sentence begins with, such as "Out of network"
 */
export function costSentence(place: string, notes: readonly CostNote[]): string | null {
  if (notes.length === 0) return null;
  const sharesByTerms = new Map<string, Set<string>>();
  for (const { share, terms } of notes) {
    const shares = sharesByTerms.get(terms) ?? new Set<string>();
    sharesByTerms.set(terms, shares.add(share));
  }
  const parts = [...sharesByTerms].map(([terms, shares]) => `${[...shares].join(' and ')} ${terms}`);
  return `${place}: ${parts.join(', ')}.`;
}

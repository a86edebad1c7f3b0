/**
 * Reads a copayment or a coinsurance of CMS's marketplace files, which write it in words: "$40 Copay after deductible",
 * "20%", "No Charge".
 */
import { decimal, printCostShare } from '../../model/amounts.ts';
import type { LimitPeriod, NetworkSide } from '../../model/words.ts';

/** A cost share as it was read. */
export interface ReadCost {
  /** The cost share in the grammar of data files; null where nothing of this kind is paid, or `note` says everything. */
  readonly share: string | null;
  /** A sentence for the reading of the rule, on what has no place in a cost share; or null. */
  readonly note: string | null;
  /** Whether nothing of this kind is paid. */
  readonly isNone: boolean;
}

const FREE = /^no charge(?: (after|before|with) deductible)?$/i;
const AMOUNT = /^\$([\d,]+(?:\.\d+)?)(?: copay)?(?: per (day|stay))?(?: (after|before|with) deductible)?$/i;
const RATE = /^(\d+(?:\.\d+)?)%(?: coinsurance)?(?: (after|before|with) deductible)?$/i;
const NOTHING = /^(?:not applicable)?$/i;

/**
 * Reads a cell. Null where the words are not known. A blank and "Not Applicable" mean that nothing of this kind is paid.
 * `what` begins the notes, such as "Out of network".
 */
export function readCost(text: string, network: NetworkSide, year: number, what: string): ReadCost | null {
  const terms = { least: null, most: null, percent: null, network, year, per: null } as const;
  const noted = (when: string | undefined, more = ''): string | null =>
    when === undefined && more === ''
      ? null
      : `${what}: ${[when === undefined ? '' : `${when.toLowerCase()} the deductible`, more].filter(Boolean).join(', ')}.`;
  if (NOTHING.test(text)) return { share: null, note: null, isNone: true };
  const free = FREE.exec(text);
  if (free)
    return {
      share: null,
      note: free[1] === undefined ? null : `${what}: no charge, ${free[1].toLowerCase()} the deductible.`,
      isNone: true,
    };
  const amount = AMOUNT.exec(text);
  if (amount) {
    const [, digits = '', unit = '', deductible] = amount;
    const exact = decimal(digits);
    if (exact === null) return null;
    const money = { amount: exact, currency: 'USD' };
    const per: LimitPeriod | null = unit.toLowerCase() === 'day' ? 'DAY' : null;
    return {
      share: printCostShare({ ...terms, kind: 'COPAYMENT', least: money, most: money, per }),
      note: noted(deductible, unit.toLowerCase() === 'stay' ? 'for each stay' : ''),
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
      note: `${what}: the member pays the whole price, so the plan pays nothing there.`,
      isNone: false,
    };
  return { share: printCostShare({ ...terms, kind: 'COINSURANCE', percent }), note: noted(rate[2]), isNone: false };
}

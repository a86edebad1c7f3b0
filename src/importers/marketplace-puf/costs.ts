/** What a copayment or a coinsurance says in CMS's marketplace files, which write it in words: "$40 Copay after deductible", "20%", "No Charge". */
import { decimal, printCostShare } from '../../model/amounts.ts';
import type { LimitPeriod, NetworkSide } from '../../model/words.ts';

export interface ReadCost {
  /** Null where nothing is to be paid of this kind, or the words say no more than a note does. */
  readonly share: string | null;
  readonly note: string | null;
  readonly isNone: boolean;
}

const FREE = /^no charge(?: (after|before|with) deductible)?$/i;
const AMOUNT = /^\$([\d,]+(?:\.\d+)?)(?: copay)?(?: per (day|stay))?(?: (after|before|with) deductible)?$/i;
const RATE = /^(\d+(?:\.\d+)?)%(?: coinsurance)?(?: (after|before|with) deductible)?$/i;
const NOTHING = /^(?:not applicable)?$/i;

/** Null where the words are none that are known. A blank and "Not Applicable" say that nothing of this kind applies. */
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
    const exact = decimal(amount[1] ?? '');
    if (exact === null) return null;
    const money = { amount: exact, currency: 'USD' };
    const per: LimitPeriod | null = amount[2]?.toLowerCase() === 'day' ? 'DAY' : null;
    return {
      share: printCostShare({ ...terms, kind: 'COPAYMENT', least: money, most: money, per }),
      note: noted(amount[3], amount[2]?.toLowerCase() === 'stay' ? 'for each stay' : ''),
      isNone: false,
    };
  }
  const rate = RATE.exec(text);
  const percent = rate ? decimal(rate[1] ?? '') : null;
  if (!rate || percent === null) return null;
  // The whole price is no share: the plan pays nothing there.
  if (Number(percent) === 100)
    return {
      share: null,
      note: `${what}: the member pays the whole price, so the plan pays nothing there.`,
      isNone: false,
    };
  return { share: printCostShare({ ...terms, kind: 'COINSURANCE', percent }), note: noted(rate[2]), isNone: false };
}

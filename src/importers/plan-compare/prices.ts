/**
 * Reads the price of a row of a Plan Compare page: "In-network: $20 copay | Out-of-network: 30%-50% coinsurance",
 * "$0 or $25-$50 copay", "0% or 20% coinsurance", "$0 copay, 0% coinsurance".
 */
import { compareDecimals, decimal, printCostShare, printMoney } from '../../model/amounts.ts';
import type { NetworkSide } from '../../model/words.ts';

/** A price as it was read. */
export interface ReadPrice {
  /** Cost shares in the grammar of data files. */
  readonly shares: readonly string[];
  /** Sentences on what has no place in a cost share, such as a range of percentages. */
  readonly notes: readonly string[];
}

/** One part of a price on one side of the network: its alternatives, each with a least and a most. */
interface PricePart {
  readonly kind: 'COPAYMENT' | 'COINSURANCE';
  readonly alternatives: readonly (readonly [least: string, most: string])[];
}

const SIDES: Readonly<Record<string, NetworkSide>> = { 'in-network': 'IN', 'out-of-network': 'OUT' };
const PLACES: Readonly<Record<NetworkSide, string>> = { IN: 'In network', OUT: 'Out of network', ANY: 'There' };
const MONEY_RANGE = /^\$([\d,]+(?:\.\d+)?)(?:-\$([\d,]+(?:\.\d+)?))?$/;
const PERCENT_RANGE = /^(\d+(?:\.\d+)?)%(?:-(\d+(?:\.\d+)?)%)?$/;

/** Reads a price; null for a text outside the grammar, of which then nothing is read. */
export function readPrice(text: string, year: number): ReadPrice | null {
  const shares: string[] = [];
  const notes: string[] = [];
  const seen = new Set<NetworkSide>();
  for (const sideText of text.split('|')) {
    const [, prefix, terms = ''] = /^(?:(In-network|Out-of-network): )?(.+)$/i.exec(sideText.trim()) ?? [];
    const network = prefix === undefined ? 'ANY' : (SIDES[prefix.toLowerCase()] ?? 'ANY');
    const parts = terms.split(', ').map(readPart);
    if (seen.has(network) || parts.some((part) => part === null)) return null;
    seen.add(network);
    const side = sideOf(
      parts.filter((part) => part !== null),
      network,
      year,
    );
    if (side === null) return null;
    shares.push(...side.shares);
    notes.push(...side.notes);
  }
  return { shares, notes };
}

function readPart(text: string): PricePart | null {
  const [, amounts = '', word] = /^(.+) (copay|coinsurance)$/i.exec(text.trim()) ?? [];
  if (word === undefined) return null;
  const isMoney = word.toLowerCase() === 'copay';
  const alternatives: [string, string][] = [];
  for (const each of amounts.split(' or ')) {
    const [, first, last = first] = (isMoney ? MONEY_RANGE : PERCENT_RANGE).exec(each.trim()) ?? [];
    const [least, most] = [decimal(first ?? ''), decimal(last ?? '')];
    if (least === null || most === null || compareDecimals(least, most) > 0) return null;
    alternatives.push([least, most]);
  }
  return { kind: isMoney ? 'COPAYMENT' : 'COINSURANCE', alternatives };
}

/** The price on one side; null where one kind of part occurs twice. */
function sideOf(parts: readonly PricePart[], network: NetworkSide, year: number): ReadPrice | null {
  const [copayment, coinsurance] = (['COPAYMENT', 'COINSURANCE'] as const).map((kind) =>
    parts.filter((part) => part.kind === kind),
  );
  if ((copayment?.length ?? 0) > 1 || (coinsurance?.length ?? 0) > 1) return null;
  const terms = { least: null, most: null, percent: null, network, year, per: null } as const;
  if (parts.length === 2 && parts.every(({ alternatives }) => alternatives.every(isZero)))
    return { shares: [printCostShare({ ...terms, kind: 'NONE' })], notes: [] };
  // A share that holds only together with one that has no field would say too little, so all are said in words.
  if (parts.some((part) => part.kind === 'COINSURANCE' && !isSingle(part)))
    return { shares: [], notes: [`${PLACES[network]} it costs ${parts.map(partText).join(' and ')}; ${WHICH}.`] };
  const shares = parts.map((part) => {
    const [least, most] = boundsOf(part);
    return part.kind === 'COINSURANCE'
      ? printCostShare({ ...terms, kind: part.kind, percent: least })
      : printCostShare({ ...terms, kind: part.kind, least: money(least), most: money(most) });
  });
  const isOpen = parts.length > 1 || parts.some(({ alternatives }) => alternatives.length > 1);
  return {
    shares,
    notes: isOpen ? [`${PLACES[network]} it costs ${parts.map(partText).join(' and ')}; ${WHICH}.`] : [],
  };
}

const WHICH = 'which applies when is not on the page';
const isZero = ([least, most]: PricePart['alternatives'][number]): boolean => Number(least) === 0 && Number(most) === 0;
const isSingle = ({ alternatives }: PricePart): boolean =>
  alternatives.length === 1 && alternatives.every(([least, most]) => compareDecimals(least, most) === 0);
const money = (amount: string) => ({ amount, currency: 'USD' });

/** The least and the most of all alternatives. */
function boundsOf({ alternatives }: PricePart): readonly [least: string, most: string] {
  const [first] = alternatives;
  if (!first) throw new Error('a part of a price has at least one alternative');
  return alternatives.reduce(
    ([least, most], [low, high]) => [
      compareDecimals(low, least) < 0 ? low : least,
      compareDecimals(high, most) > 0 ? high : most,
    ],
    first,
  );
}

/** "$0 or $25 to $50 copayment", "0% or 20% coinsurance". */
function partText({ kind, alternatives }: PricePart): string {
  const amount = (text: string): string => (kind === 'COPAYMENT' ? printMoney(money(text)) : `${text}%`);
  const texts = alternatives.map(([least, most]) =>
    compareDecimals(least, most) === 0 ? amount(least) : `${amount(least)} to ${amount(most)}`,
  );
  return `${texts.join(' or ')} ${kind.toLowerCase()}`;
}

/**
 * Units and modifiers next to billing codes: "97124 x2", "97124 GP", "modifier 59", "same day". Rules of coverage do not turn on
 * them; an answer gives what remarks of the sources say of them.
 */
import type { WordRange } from './mention.ts';
import type { NameIndex } from './name-index.ts';
import { stemText } from './mention.ts';
import type { Token } from './tokenizer.ts';

/** A detail of a bill. */
export interface BillingDetail extends WordRange {
  /** As it was typed. */
  readonly text: string;
  /** What a remark on it contains, in lower case: one of these. */
  readonly terms: readonly string[];
}

/** Modifiers of the HCPCS code set that are used for therapy and chiropractic care, and on notices of noncoverage. */
const MODIFIER = /^(?:G[ANOPXYZ]|KX|C[OQ]|AT|59|25|76|77|X[ESPU])$/i;
/** Whether a text is a modifier that is read. */
export const isModifierText = (text: string): boolean => MODIFIER.test(text);
/** Those whose letters are no English word and no state's, so that they need no code or "modifier" directly next to them. */
const CERTAIN_MODIFIER = /^(?:G[NOPXYZ]|KX|CQ|X[ESPU])$/;
const UNITS = /^x\d{1,2}$/i;

/** The billing details of a question that names a billing code or a modifier, in order. Empty for any other. */
export function findBillingDetails(words: readonly Token[], index: NameIndex): BillingDetail[] {
  const namesBilling = words.some((word) => isCode(word, index) || word.stem === 'modifier');
  if (!namesBilling) return [];
  const details: BillingDetail[] = [];
  for (let at = 0; at < words.length; at++) {
    const detail = detailAt(words, at, index);
    if (detail === null) continue;
    details.push(detail);
    at = detail.to - 1;
  }
  return details;
}

const isCode = (word: Token | undefined, { names }: NameIndex): boolean =>
  (names.get(word?.stem ?? '') ?? []).some(({ entry }) => entry.kind === 'BILLING_CODE');

function detailAt(words: readonly Token[], at: number, index: NameIndex): BillingDetail | null {
  const { text = '', stem = '' } = words[at] ?? {};
  const detail = (to: number, terms: readonly string[]): BillingDetail => ({
    from: at,
    to,
    text: words
      .slice(at, to)
      .map((word) => word.text)
      .join(' '),
    terms,
  });
  if (isModifierAt(words, at, index)) return detail(at + 1, [text.toLowerCase()]);
  if (UNITS.test(text)) return detail(words[at + 1]?.stem === 'unit' ? at + 2 : at + 1, ['unit']);
  const phrase = stemText(words, at, at + 3);
  const counted = /^(?:x \d{1,2}(?: unit)?|\d{1,3} (?:unit|minute|min)|unit\b|minute\b|min\b)/.exec(phrase)?.[0];
  if (counted !== undefined) return detail(at + counted.split(' ').length, ['unit']);
  return stem === 'same' && words[at + 1]?.stem === 'day'
    ? detail(at + 2, ['same day', 'several timed codes on a day'])
    : null;
}

/** Whether a word is a modifier: certain by its letters, or next to a code, the word "modifier" or another modifier. */
function isModifierAt(words: readonly Token[], at: number, index: NameIndex): boolean {
  const word = words[at];
  if (word === undefined || !MODIFIER.test(word.text)) return false;
  return (
    CERTAIN_MODIFIER.test(word.text) ||
    isNextToModifier(word, words[at - 1], words[at + 1]) ||
    (isCode(words[at - 1], index) && belongsToCode(word)) ||
    (isUpperCase(word) && isListed(words, at))
  );
}

const isUpperCase = ({ text }: Token): boolean => text === text.toUpperCase();

/** "Modifier 59", "cq modifier". */
const isNextToModifier = (word: Token, before: Token | undefined, after: Token | undefined): boolean =>
  (before?.stem === 'modifier' || after?.stem === 'modifier') && (isUpperCase(word) || !/^(?:at|go)$/.test(word.text));

/** Whether a word after a code is its modifier: "97124-gp", "97124 GP". */
const belongsToCode = (word: Token): boolean =>
  word.isJoined || (!word.afterComma && isUpperCase(word) && !/^(?:AT|25|76|77)$/.test(word.text));

const CONJUNCTION = /^(?:and|or|vs|versus|v)$/;

/** "GA vs GY": a modifier on the other side of a conjunction. */
function isListed(words: readonly Token[], at: number): boolean {
  const isModifier = (side: 1 | -1): boolean =>
    CONJUNCTION.test(words[at + side]?.stem ?? '') && CERTAIN_MODIFIER.test(words[at + 2 * side]?.text ?? '');
  return isModifier(-1) || isModifier(1);
}

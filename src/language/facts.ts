/** What a question says of the case in passing, what it asks about, numbers and days. */
import type { Condition } from '../graph/entries.ts';
import { NEGATIONS } from './lexicon.ts';
import type { Mention } from './reading.ts';
import type { Word } from './words.ts';

export interface Stated {
  readonly condition: Condition;
  /** Null where it is asked about, not stated. */
  readonly holds: boolean | null;
}

/** Words that may stand between a negation, or a need, and what it is of. */
const BETWEEN: ReadonlySet<string> = new Set([
  'a', 'an', 'the', 'my', 'your', 'his', 'her', 'their', 'any', 'have', 'has', 'had', 'ha', 'get', 'got', 'been', 'be', 'being', 'was', 'were', 'is', 'it', 'for', 'from', 'of', 'yet', 'ever', 'actually',
  'or', 'nor', 'and', 'first', 'also', 'to', 'by', 'with', 'go', 'see', 'in', 'use', 'doing', 'receive', 'received', 'really', 'do', 'done', 'follow', 'mind', 'submit', 'send', 'provide', 'give', 'given',
]);
const NEEDS: ReadonlySet<string> = new Set(['need', 'needed', 'require', 'required', 'requirement', 'must', 'necessary', 'mandatory', 'should', 'want', 'who', 'which', 'ought']);
const REACH = 6;

/** The nearest word before `at` that BETWEEN does not pass over. */
function wordBefore(words: readonly Word[], at: number, isMentioned: (at: number) => boolean): Word | null {
  for (let before = at - 1, steps = 0; before >= 0 && steps < REACH; before--, steps++) {
    const word = words[before];
    if (word === undefined || (words[before + 1]?.afterComma === true && before + 1 === at)) return null;
    if (!BETWEEN.has(word.stem) && !isMentioned(before)) return word;
  }
  return null;
}

function wordAfter(words: readonly Word[], at: number): Word | null {
  for (let after = at; after < Math.min(words.length, at + REACH); after++) {
    const word = words[after];
    if (word === undefined || word.afterComma) return null;
    if (!BETWEEN.has(word.stem)) return word;
  }
  return null;
}

/** Whether a condition that a question names holds, does not hold, or is what the question asks about. */
export function statedBy(mention: Mention, condition: Condition, saysHolds: boolean, words: readonly Word[], isMentioned: (at: number) => boolean): Stated {
  const before = wordBefore(words, mention.from, isMentioned);
  const after = wordAfter(words, mention.to);
  const adjacent = words[mention.from - 1]?.stem ?? '';
  const isNeeded = NEEDS.has(before?.stem ?? '') || NEEDS.has(after?.stem ?? '') || (before?.stem === 'have' || /^ha(ve)?$/.test(adjacent)) && words[mention.from - 2]?.stem === 'to'
    || adjacent === 'to' && /^ha(ve|s)?$/.test(words[mention.from - 2]?.stem ?? '') || adjacent === 'be' && words[mention.from - 2]?.stem === 'to';
  if (isNeeded) return { condition, holds: null };
  return { condition, holds: NEGATIONS.has(before?.stem ?? '') || NEGATIONS.has(adjacent) ? !saysHolds : saysHolds };
}

/** The day that a question names by its year: the first of January, or today where that is in it. */
export function dayIn(words: readonly Word[], today: string): { readonly on: string; readonly at: number } | null {
  const at = words.findIndex(({ stem }, index) => /^(19|20)\d\d$/.test(stem) && /^(in|for|during|of|year|since|as)$/.test(words[index - 1]?.stem ?? 'in'));
  const year = words[at]?.stem;
  if (year === undefined) return null;
  return { on: today.startsWith(year) ? today : `${year}-01-01`, at };
}

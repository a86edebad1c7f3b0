/** Numbers in a question: the year that it asks about, and counts of what a condition counts. */
import type { Condition } from '../graph/entries.ts';
import type { WordRange } from './mention.ts';
import type { NameIndex } from './name-index.ts';
import { keyOf, type Token } from './tokenizer.ts';

/** A year that a question names. */
export interface YearMention extends WordRange {
  /** A day in that year, as YYYY-MM-DD: today if it is in the year, else the first day of January. */
  readonly day: string;
}

/**
 * The first year in a question that a preposition such as "in" precedes, or that is the last word. Null if there is
 * none.
 */
export function findYear(words: readonly Token[], today: string): YearMention | null {
  const at = words.findIndex(
    ({ stem }, index) =>
      /^(?:19|20)\d\d$/.test(stem) &&
      (index === words.length - 1 || /^(?:in|for|during|of|year|since|as|by)$/.test(words[index - 1]?.stem ?? '')),
  );
  const year = words[at]?.stem;
  if (year === undefined) return null;
  return { day: today.startsWith(year) ? today : `${year}-01-01`, from: at, to: at + 1 };
}

/** A number with the words that say what it counts: "70 days into my trip", "day 70 of my trip". */
export interface CountMention extends WordRange {
  readonly condition: Condition;
  readonly count: number;
}

const MOST_WORDS_BEFORE_NUMBER = 2;
const MOST_WORDS_FROM_NUMBER = 6;

/** All counts in a question, in order. */
export function findCounts(words: readonly Token[], index: NameIndex): CountMention[] {
  return words.flatMap((_, at) => countAt(words, at, index) ?? []);
}

/**
 * The count at a word that is a number of at most four digits; null if the words around it name no counted condition.
 */
function countAt(words: readonly Token[], numberAt: number, index: NameIndex): CountMention | null {
  const number = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(words[numberAt]?.stem ?? '')?.[1];
  if (number === undefined) return null;
  for (let from = Math.max(0, numberAt - MOST_WORDS_BEFORE_NUMBER); from <= numberAt; from++) {
    for (let to = Math.min(words.length, numberAt + MOST_WORDS_FROM_NUMBER); to > numberAt; to--) {
      const otherWords = words.slice(from, to).filter((word) => word !== words[numberAt]);
      const condition = countedCondition(
        otherWords.map(({ stem }) => stem),
        index,
      );
      if (condition !== null) return { condition, count: Number(number), from, to };
    }
  }
  return null;
}

/** The condition with this name, if it is one that counts something. */
function countedCondition(stems: readonly string[], { names }: NameIndex): Condition | null {
  for (const { entry } of names.get(keyOf(stems)) ?? [])
    if (entry.kind === 'COVERAGE_CONDITION' && entry.counts !== null) return entry;
  return null;
}

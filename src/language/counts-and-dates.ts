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

/** Words that tell of a person's past, so that a year after them is not the time of the care. */
const PAST_EVENT =
  /^(?:retired|born|married|since|diagnosed|moved|joined|enrolled|served|turned|surgery|accident|injured|fell|hurt|discharged|widowed)$/;
/** How many words before a date are searched for a past event. */
const WORDS_BEFORE_EVENT = 6;

/**
 * The first year in a question that is in no name: one that a preposition such as "in" precedes, or that is the last word, or
 * else any other from last year on. Null if there is none, or if it is the year of an event in a person's past.
 */
export function findYear(words: readonly Token[], mentions: readonly WordRange[], today: string): YearMention | null {
  const years = words.flatMap(({ stem }, at) => {
    const isInName = mentions.some(({ from, to }) => at >= from && at < to);
    const isTimeBound = /^(?:before|after|until|till)$/.test(words[at - 1]?.stem ?? '');
    return /^(?:19|20)\d\d$/.test(stem) && !isInName && !isTimeBound && !isOfPastEvent(words, at, today) ? [at] : [];
  });
  const isAfterPreposition = (at: number): boolean =>
    at === words.length - 1 || /^(?:in|for|during|of|year|since|as|by)$/.test(words[at - 1]?.stem ?? '');
  const isNear = (at: number): boolean => Math.abs(Number(words[at]?.stem) - Number(today.slice(0, 4))) <= 2;
  const at = years.find(isAfterPreposition) ?? years.find(isNear);
  const year = at === undefined ? undefined : words[at]?.stem;
  if (at === undefined || year === undefined) return null;
  const from = /^(?:starting|beginning|effective)$/.test(words[at - 1]?.stem ?? '') ? at - 1 : at;
  return { day: today.startsWith(year) ? today : `${year}-01-01`, from, to: at + 1 };
}

const isOfPastEvent = (words: readonly Token[], at: number, today: string): boolean =>
  (words[at]?.stem ?? '') < today.slice(0, 4) && followsPastEvent(words, at);

/** Whether the words before one tell of an event in a person's past: "retired in 2009", "had surgery in January". */
export function followsPastEvent(words: readonly Token[], at: number): boolean {
  const before = words.slice(Math.max(0, at - WORDS_BEFORE_EVENT), at);
  return before.some(({ text }) => PAST_EVENT.test(text.toLowerCase()));
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

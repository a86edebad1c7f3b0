/** Mentions: the places in a question where a name of the graph occurs, and ranges of words in general. */
import type { EntityName } from './entity-names.ts';
import type { Token } from './tokenizer.ts';

/** A range of words: indexes into the words of the question. */
export interface WordRange {
  /** The index of the first word. */
  readonly from: number;
  /** The index after the last word. */
  readonly to: number;
}

/** A range of words that is a name of one or more entries. */
export interface Mention extends WordRange {
  /** Every name with these words; more than one if they are ambiguous. */
  readonly names: readonly EntityName[];
}

/** The words of a range as they were typed, separated by spaces. */
export function rangeText(words: readonly Token[], { from, to }: WordRange): string {
  return words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

/** The stems of a range, separated by spaces, to match regular expressions against. */
export function stemText(words: readonly Token[], from: number, to: number): string {
  return words
    .slice(Math.max(0, from), Math.max(0, to))
    .map(({ stem }) => stem)
    .join(' ');
}

/** The indexes of all words in the ranges. */
export function wordIndexes(ranges: readonly WordRange[]): Set<number> {
  const indexes = new Set<number>();
  for (const { from, to } of ranges) for (let at = from; at < to; at++) indexes.add(at);
  return indexes;
}

/** Whether two ranges have a word in common. */
export const overlaps = (a: WordRange, b: WordRange): boolean => a.from < b.to && b.from < a.to;

/**
 * Misspelt words. Numbers, codes and short words are taken as they stand: Plan F is not Plan G. A longer word may be a
 * letter off, a long one two; where two known words are equally near, neither is meant.
 */
import { distance } from 'fastest-levenshtein';
import { NO_MISSPELLINGS } from './stop-words.ts';
import type { NameIndex } from './name-index.ts';

const SHORTEST = 5;
const LONG = 8;

/** Two letters that changed places: typed wrong once, though two letters differ. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

interface Spelling {
  readonly word: string;
  /** Letters that differ; two letters that changed places are one. */
  readonly apart: number;
}

/** Words of the vocabulary that were probably meant, nearest first. */
export function spellings(stem: string, { words }: Pick<NameIndex, 'words'>): Spelling[] {
  if (stem.length < SHORTEST || /[^\p{L}]/u.test(stem) || NO_MISSPELLINGS.has(stem)) return [];
  const found: Spelling[] = [];
  for (const [word, [, apart]] of words.fuzzyGet(stem, 2)) {
    // An n more is no slip of the finger: a Cuban is not Cuba.
    if (/\d/.test(word) || word.length < SHORTEST - 1 || stem === `${word}n`) continue;
    const swapped = apart === 2 && isSwapped(stem, word);
    if (apart === 2 && !swapped && (stem.length < LONG || stem[0] !== word[0])) continue;
    found.push({ word, apart: swapped ? 1 : apart });
  }
  return found.sort(
    (a, b) => a.apart - b.apart || distance(a.word, stem) - distance(b.word, stem) || (a.word < b.word ? -1 : 1),
  );
}

/** The one word that was probably meant; null where none is near, or two are as near. */
export function spelling(stem: string, vocabulary: Pick<NameIndex, 'words'>): string | null {
  const [first, second] = spellings(stem, vocabulary);
  if (first === undefined || second?.apart === first.apart) return null;
  return isOfPlan(first.word, vocabulary) && nearOtherPlan(stem, first.word, vocabulary) ? null : first.word;
}

const isOfPlan = (word: string, { words }: Pick<NameIndex, 'words'>): boolean =>
  (words.get(word) ?? []).some(({ term }) => term.entry.kind === 'PLAN');

/** A misspelt plan is never taken for another plan: two letters from a second one's word is too near. */
function nearOtherPlan(stem: string, meant: string, vocabulary: Pick<NameIndex, 'words'>): boolean {
  for (const word of vocabulary.words.fuzzyGet(stem, 2).keys())
    if (word !== meant && !/\d/.test(word) && isOfPlan(word, vocabulary)) return true;
  return false;
}

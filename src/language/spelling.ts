/**
 * Misspelt words. Numbers, codes and short words are taken as they stand: Plan F is not Plan G. A longer word may be a
 * letter off, a long one two; where two known words are equally near, neither is meant.
 */
import { distance } from 'fastest-levenshtein';
import type { Vocabulary } from './vocabulary.ts';

const SHORTEST = 5;
const LONG = 8;

/** Two letters that changed places: typed wrong once, though two letters differ. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

export interface Spelling {
  readonly word: string;
  /** Letters that differ; two letters that changed places are one. */
  readonly apart: number;
}

/** Words of the vocabulary that were probably meant, nearest first. */
export function spellings(stem: string, { words }: Pick<Vocabulary, 'words'>): Spelling[] {
  if (stem.length < SHORTEST || /[^\p{L}]/u.test(stem)) return [];
  const found: Spelling[] = [];
  for (const [word, [, apart]] of words.fuzzyGet(stem, 2)) {
    if (/\d/.test(word) || word.length < SHORTEST - 1) continue;
    const swapped = apart === 2 && isSwapped(stem, word);
    if (apart === 2 && !swapped && (stem.length < LONG || stem[0] !== word[0])) continue;
    found.push({ word, apart: swapped ? 1 : apart });
  }
  return found.sort((a, b) => a.apart - b.apart || distance(a.word, stem) - distance(b.word, stem) || (a.word < b.word ? -1 : 1));
}

/** The one word that was probably meant; null where none is near, or two are as near. */
export function spelling(stem: string, vocabulary: Pick<Vocabulary, 'words'>): string | null {
  const [first, second] = spellings(stem, vocabulary);
  return first === undefined || second?.apart === first.apart ? null : first.word;
}

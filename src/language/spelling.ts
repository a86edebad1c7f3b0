/**
 * Correction of misspelled words. Numbers, codes and words of fewer than five letters are never corrected: Plan F is not
 * Plan G. A word of five letters or more may differ from a known word by one letter, a word of eight or more by two. If
 * two known words are equally near, neither is chosen.
 */
import { distance } from 'fastest-levenshtein';
import { NEVER_CORRECTED } from './stop-words.ts';
import type { NameIndex } from './name-index.ts';

const SHORTEST_CORRECTED = 5;
const SHORTEST_WITH_TWO_EDITS = 8;

/** Known words to correct to, with the names that contain each. */
type KnownWords = Pick<NameIndex, 'words'>;

/** Whether two words differ only in two adjacent letters that changed places. */
function isTransposition(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** A known word that a misspelled word may mean. */
interface SpellingCandidate {
  readonly word: string;
  /** The number of edits, 1 or 2: a letter added, left out or replaced, or two adjacent letters that changed places. */
  readonly edits: number;
}

/** Known words that a stem may be a misspelling of, nearest first. Empty if the stem is too short or holds a digit. */
export function spellingCandidates(stem: string, { words }: KnownWords): SpellingCandidate[] {
  if (stem.length < SHORTEST_CORRECTED || /[^\p{L}]/u.test(stem) || NEVER_CORRECTED.has(stem)) return [];
  const candidates: SpellingCandidate[] = [];
  for (const [word, [, edits]] of words.fuzzyGet(stem, 2)) {
    // An added "n" makes another word and is not a typing error: a Cuban is not Cuba.
    if (/\d/.test(word) || word.length < SHORTEST_CORRECTED - 1 || stem === `${word}n`) continue;
    const isSwap = edits === 2 && isTransposition(stem, word);
    const allowsTwoEdits = stem.length >= SHORTEST_WITH_TWO_EDITS && stem[0] === word[0];
    if (edits === 2 && !isSwap && !allowsTwoEdits) continue;
    candidates.push({ word, edits: isSwap ? 1 : edits });
  }
  return candidates.sort(
    (a, b) => a.edits - b.edits || distance(a.word, stem) - distance(b.word, stem) || (a.word < b.word ? -1 : 1),
  );
}

/**
 * The known word that a misspelled stem most likely means. Null if no word is near, if two are equally near, or if the nearest
 * word belongs to a plan's name and a word of another plan's name is near too.
 */
export function correctedWord(stem: string, known: KnownWords): string | null {
  const [first, second] = spellingCandidates(stem, known);
  if (first === undefined || second?.edits === first.edits) return null;
  return isInPlanName(first.word, known) && isNearOtherPlan(stem, first.word, known) ? null : first.word;
}

const isInPlanName = (word: string, { words }: KnownWords): boolean =>
  (words.get(word) ?? []).some(({ name }) => name.entry.kind === 'PLAN');

/** Whether a stem is within two letters of another word that occurs in a plan's name. */
function isNearOtherPlan(stem: string, nearestWord: string, known: KnownWords): boolean {
  for (const word of known.words.fuzzyGet(stem, 2).keys())
    if (word !== nearestWord && !/\d/.test(word) && isInPlanName(word, known)) return true;
  return false;
}

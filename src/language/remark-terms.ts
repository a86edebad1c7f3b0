/** Finds remarks of sources by the words of a question. */
import type { Entry, Remark } from '../graph/entries.ts';
import { isStopWord } from './stop-words.ts';
import { tokenize } from './tokenizer.ts';

const stemsOfRemarks = new WeakMap<Remark, ReadonlySet<string>>();

/** The stems of the words of a remark. Computed once per remark. */
export function stemsOf(remark: Remark): ReadonlySet<string> {
  const cached = stemsOfRemarks.get(remark);
  if (cached) return cached;
  const stems = new Set(tokenize(remark.text).map(({ stem }) => stem));
  stemsOfRemarks.set(remark, stems);
  return stems;
}

/**
 * The stems of the words in some texts, without stop words, if a single remark on one of the entries contains all of
 * them. Null if no remark does, or if the texts hold nothing but stop words.
 */
export function remarkTermsFor(entries: readonly Entry[], texts: readonly string[]): string[] | null {
  const terms = texts.flatMap((text) => tokenize(text).map(({ stem }) => stem)).filter((stem) => !isStopWord(stem));
  if (texts.length > 0 && terms.length === 0) return null;
  const containsTerms = (remark: Remark): boolean => terms.every((term) => stemsOf(remark).has(term));
  return entries.some(({ remarks }) => remarks.some(containsTerms)) ? terms : null;
}

/** What sources say of an entry beside rules and links, found by the words of a question. */
import type { Entry, Remark } from '../graph/entries.ts';
import { isGrammar } from './stop-words.ts';
import { tokenize } from './tokenizer.ts';

const stemsOfRemarks = new WeakMap<Remark, ReadonlySet<string>>();
export function stemsOf(remark: Remark): ReadonlySet<string> {
  let known = stemsOfRemarks.get(remark);
  if (!known) stemsOfRemarks.set(remark, (known = new Set(tokenize(remark.text).map(({ stem }) => stem))));
  return known;
}

/** The words of these names, where one remark on one of the entries has them all; null where none has. */
export function describedBy(entries: readonly Entry[], names: readonly string[]): string[] | null {
  const stems = names.flatMap((name) => tokenize(name).map(({ stem }) => stem)).filter((stem) => !isGrammar(stem));
  if (names.length > 0 && stems.length === 0) return null;
  const isToldBy = (remark: Remark): boolean => stems.every((stem) => stemsOf(remark).has(stem));
  return entries.some(({ remarks }) => remarks.some(isToldBy)) ? stems : null;
}

/** Anything in the graph by name, other name or code, forgiving of misspelling, best match first. */
import type { Entry, Graph } from '../graph/entries.ts';
import type { ConceptKind } from '../model/words.ts';
import { spellings } from './spelling.ts';
import { type Label, type NameIndex, nameIndexOf } from './name-index.ts';
import { type Token, tokenize } from './tokenizer.ts';

/** What a word of the search text is worth where a label has it as typed, begins a word with it, or has it a letter or two off. */
const WORTH = { whole: 1, begun: 0.75, near: 0.6, further: 0.4 };
const MOST_FOUND = 200;
/** Past so many words that begin alike, the first ones stand for all: one letter must not walk through a large graph. */
const MOST_BEGUN = 64;
const LONGEST_TEXT = 200;

/** Best first; where two match as well, by the rank of the label, then kind and slug. At most 200. */
export function search(graph: Graph, text: string, kinds: readonly ConceptKind[] | null = null): Entry[] {
  const vocabulary = nameIndexOf(graph);
  const stems = [...new Set(together(tokenize(text.slice(0, LONGEST_TEXT)), vocabulary))];
  const scores = new Map<Label, number>();
  for (const stem of stems)
    for (const [label, worth] of labelsFor(stem, vocabulary)) scores.set(label, (scores.get(label) ?? 0) + worth);
  const best = new Map<Entry, { score: number; rank: number }>();
  for (const [label, sum] of scores) {
    const { entry, rank } = label.term;
    if (kinds !== null && !kinds.includes(entry.kind)) continue;
    const matched = sum / stems.length;
    // A label is better the fewer words it has that were not asked for.
    const score =
      matched * matched +
      matched * Math.min(1, stems.length / label.stems.length) -
      rank * 0.05 -
      (entry.kind === 'SOURCE' ? 0.2 : 0);
    if (matched >= 0.35 && score > (best.get(entry)?.score ?? 0)) best.set(entry, { score, rank });
  }
  return [...best]
    .sort(
      ([a, one], [b, other]) =>
        other.score - one.score || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.slug < b.slug ? -1 : 1),
    )
    .slice(0, MOST_FOUND)
    .map(([entry]) => entry);
}

/** The words, two as one where a label has them as one: "tri-care". */
function together(typed: readonly Token[], { words }: NameIndex): string[] {
  const stems: string[] = [];
  for (let at = 0; at < typed.length; at++) {
    const [word, next] = [typed[at]?.stem ?? '', typed[at + 1]?.stem ?? ''];
    const isOne = next !== '' && words.has(word + next) && (typed[at + 1]?.isJoined === true || !words.has(word));
    stems.push(isOne ? word + next : word);
    if (isOne) at++;
  }
  return stems;
}

/** Each label that holds the word, or one like it, with what that is worth. */
function labelsFor(stem: string, { words }: NameIndex): Map<Label, number> {
  const found = new Map<Label, number>();
  const add = (labels: readonly Label[], worth: number): void => {
    for (const label of labels) if ((found.get(label) ?? 0) < worth) found.set(label, worth);
  };
  add(words.get(stem) ?? [], WORTH.whole);
  if (stem.length >= 2) {
    let begun = 0;
    for (const [word, labels] of words.atPrefix(stem)) {
      if (word !== stem) add(labels, WORTH.begun);
      if (++begun >= MOST_BEGUN) break;
    }
  }
  if (found.size === 0)
    for (const { word, apart } of spellings(stem, { words }))
      add(words.get(word) ?? [], apart === 1 ? WORTH.near : WORTH.further);
  return found;
}

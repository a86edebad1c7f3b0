/**
 * The index over everything that the graph calls by a name, made once for each graph when it is first asked. Whole labels
 * are found by their words, single words by a radix tree that forgives misspelling (minisearch's SearchableMap).
 */
import SearchableMap from 'minisearch/SearchableMap';
import type { Graph } from '../graph/entries.ts';
import { type Term, termsOf } from './terms.ts';
import { keyOf, wordsOf } from './words.ts';

/** A label as words, for ranking. */
export interface Label {
  readonly term: Term;
  readonly key: string;
  readonly stems: readonly string[];
}

export interface Vocabulary {
  readonly graph: Graph;
  /** The terms of a whole label, by its words. */
  readonly phrases: ReadonlyMap<string, readonly Term[]>;
  /** The words of the longest label. */
  readonly longest: number;
  /** Every word that occurs in a label, with the labels that hold it. */
  readonly words: SearchableMap<Label[]>;
  readonly labelCount: number;
}

export function buildVocabulary(graph: Graph): Vocabulary {
  const phrases = new Map<string, Term[]>();
  const words = new SearchableMap<Label[]>();
  let [longest, labelCount] = [0, 0];
  for (const term of termsOf(graph)) {
    const stems = wordsOf(term.label).map(({ stem }) => stem);
    const key = keyOf(stems);
    if (key === '') continue;
    const known = phrases.get(key);
    if (known?.some(({ entry, holds }) => entry === term.entry && holds === term.holds)) continue;
    if (known) known.push(term);
    else phrases.set(key, [term]);
    longest = Math.max(longest, stems.length);
    labelCount += 1;
    const label = { term, key, stems: key.split(' ') };
    for (const stem of new Set(label.stems)) {
      const holders = words.get(stem);
      if (holders) holders.push(label);
      else words.set(stem, [label]);
    }
  }
  return { graph, phrases, longest, words, labelCount };
}

const vocabularies = new WeakMap<Graph, Vocabulary>();
export function vocabularyOf(graph: Graph): Vocabulary {
  let known = vocabularies.get(graph);
  if (!known) vocabularies.set(graph, known = buildVocabulary(graph));
  return known;
}

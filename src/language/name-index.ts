/**
 * The index over everything that the graph calls by a name, made once for each graph when it is first asked. Whole labels
 * are found by their words, single words by a radix tree that forgives misspelling (minisearch's SearchableMap).
 */
import SearchableMap from 'minisearch/SearchableMap';
import type { Graph, Territory } from '../graph/entries.ts';
import { type EntityName, entityNamesOf } from './entity-names.ts';
import { keyOf, tokenize } from './tokenizer.ts';

/** A label as words, for ranking. */
export interface Label {
  readonly term: EntityName;
  readonly stems: readonly string[];
}

export interface NameIndex {
  readonly graph: Graph;
  /** The terms of a whole label, by its words. */
  readonly phrases: ReadonlyMap<string, readonly EntityName[]>;
  /** Labels of conditions that name places, by their words, with each place as its code: "through §CA to §US-AK". */
  readonly routes: ReadonlyMap<string, readonly EntityName[]>;
  /** The words of the longest label. */
  readonly longest: number;
  /** Every word that occurs in a label, with the labels that hold it. */
  readonly words: SearchableMap<Label[]>;
  readonly labelCount: number;
}

export function buildNameIndex(graph: Graph): NameIndex {
  const phrases = new Map<string, EntityName[]>();
  const routes = new Map<string, EntityName[]>();
  const words = new SearchableMap<Label[]>();
  let [longest, labelCount] = [0, 0];
  for (const term of entityNamesOf(graph)) {
    const stems = tokenize(term.label).map(({ stem }) => stem);
    const key = keyOf(stems);
    // Places come before conditions in the list of terms, so all of theirs are known here.
    const route = term.entry.kind === 'COVERAGE_CONDITION' ? withPlaces(stems, phrases) : key;
    if (key === '' || !(route === key ? note(phrases, key, term) : note(routes, route, term))) continue;
    longest = Math.max(longest, stems.length);
    labelCount += 1;
    const label = { term, stems: key.split(' ') };
    for (const stem of new Set(label.stems)) {
      const holders = words.get(stem);
      if (holders) holders.push(label);
      else words.set(stem, [label]);
    }
  }
  return { graph, phrases, routes, longest, words, labelCount };
}

/** False where the entry goes by these words already. */
function note(terms: Map<string, EntityName[]>, key: string, term: EntityName): boolean {
  const known = terms.get(key);
  if (known?.some(({ entry, holds }) => entry === term.entry && holds === term.holds)) return false;
  if (known) known.push(term);
  else terms.set(key, [term]);
  return true;
}

/** How a place stands in the key of a route. */
export const placeKey = ({ code }: Territory): string => `§${code}`;

const LONGEST_PLACE = 4;
function withPlaces(stems: readonly string[], phrases: ReadonlyMap<string, readonly EntityName[]>): string {
  const said: string[] = [];
  for (let at = 0; at < stems.length;) {
    let length = Math.min(LONGEST_PLACE, stems.length - at);
    let place: Territory | null = null;
    for (; length > 0 && place === null; length--) {
      const [term] = phrases.get(keyOf(stems.slice(at, at + length))) ?? [];
      if (term?.entry.kind === 'TERRITORY') place = term.entry;
    }
    said.push(place === null ? (stems[at] ?? '') : placeKey(place));
    at += place === null ? 1 : length + 1;
  }
  return keyOf(said);
}

const vocabularies = new WeakMap<Graph, NameIndex>();
export function nameIndexOf(graph: Graph): NameIndex {
  let known = vocabularies.get(graph);
  if (!known) vocabularies.set(graph, (known = buildNameIndex(graph)));
  return known;
}

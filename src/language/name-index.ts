/**
 * The index of all names in a graph. Whole names are found by their words in a map; single words are found in a radix
 * tree that tolerates misspelling (`SearchableMap` of minisearch).
 */
import SearchableMap from 'minisearch/SearchableMap';
import type { Graph, Territory } from '../graph/entries.ts';
import { type EntityName, entityNamesOf } from './entity-names.ts';
import { isContractForm, withPlanNumbers } from './plan-numbers.ts';
import { keyOf, type Token, tokenize } from './tokenizer.ts';

/** A name with its words, for ranking search results. */
export interface IndexedName {
  readonly name: EntityName;
  readonly stems: readonly string[];
}

/** The names of a graph, indexed. */
export interface NameIndex {
  readonly graph: Graph;
  /** Names by the key of all their words (see `keyOf`). */
  readonly names: ReadonlyMap<string, readonly EntityName[]>;
  /**
   * Names of conditions that contain places. In the key each place is replaced by its code, as `placeKey` writes it:
   * "through §CA to §US-AK".
   */
  readonly travelRoutes: ReadonlyMap<string, readonly EntityName[]>;
  /** The number of words in the longest name. */
  readonly longestName: number;
  /** Every word that occurs in a name, with the names that contain it. */
  readonly words: SearchableMap<IndexedName[]>;
  readonly nameCount: number;
  /** The contracts of the plans that are named by number: "h1036". */
  readonly contracts: ReadonlySet<string>;
}

/** Builds the index. Takes time in proportion to the number of names; use `nameIndexOf` to build it once per graph. */
export function buildNameIndex(graph: Graph): NameIndex {
  const names = new Map<string, EntityName[]>();
  const travelRoutes = new Map<string, EntityName[]>();
  const words = new SearchableMap<IndexedName[]>();
  const contracts = new Set<string>();
  let longestName = 0;
  let nameCount = 0;
  for (const name of entityNamesOf(graph)) {
    const stems = withPlanNumbers(tokenize(name.label), isContractForm).map(({ stem }) => stem);
    if (name.entry.kind === 'PLAN') for (const stem of stems) if (isContractForm(stem)) contracts.add(stem);
    const key = keyOf(stems);
    // `entityNamesOf` lists territories before conditions, so every place in a condition's name is indexed by now.
    const routeKey = name.entry.kind === 'COVERAGE_CONDITION' ? keyWithPlaceCodes(stems, names) : key;
    const isNew = routeKey === key ? addName(names, key, name) : addName(travelRoutes, routeKey, name);
    if (key === '' || !isNew) continue;
    longestName = Math.max(longestName, stems.length);
    nameCount += 1;
    addWords(words, { name, stems: key.split(' ') });
  }
  return { graph, names, travelRoutes, longestName, words, nameCount, contracts };
}

/** Adds a name under a key. Returns false if the entry already has a name with that key. */
function addName(names: Map<string, EntityName[]>, key: string, name: EntityName): boolean {
  if (key === '') return false;
  const namesWithKey = names.get(key);
  if (namesWithKey?.some(({ entry, holds }) => entry === name.entry && holds === name.holds)) return false;
  if (namesWithKey) namesWithKey.push(name);
  else names.set(key, [name]);
  return true;
}

function addWords(words: SearchableMap<IndexedName[]>, indexedName: IndexedName): void {
  for (const stem of new Set(indexedName.stems)) {
    const namesWithWord = words.get(stem);
    if (namesWithWord) namesWithWord.push(indexedName);
    else words.set(stem, [indexedName]);
  }
}

/** How a place is written in the key of a travel route: its code after a sign that no word contains. */
export const placeKey = ({ code }: Territory): string => `§${code}`;

/** The number of words in the longest name of a place that is looked for in a condition's name. */
const LONGEST_PLACE_NAME = 4;

function keyWithPlaceCodes(stems: readonly string[], names: ReadonlyMap<string, readonly EntityName[]>): string {
  const keyWords: string[] = [];
  let at = 0;
  while (at < stems.length) {
    const place = placeAt(stems, at, names);
    keyWords.push(place === null ? (stems[at] ?? '') : placeKey(place.territory));
    at = place === null ? at + 1 : place.to;
  }
  return keyOf(keyWords);
}

/** The place with the longest name that begins at a word, and the index after its last word. */
function placeAt(
  stems: readonly string[],
  from: number,
  names: ReadonlyMap<string, readonly EntityName[]>,
): { readonly territory: Territory; readonly to: number } | null {
  for (let to = Math.min(stems.length, from + LONGEST_PLACE_NAME); to > from; to--) {
    const entry = names.get(keyOf(stems.slice(from, to)))?.[0]?.entry;
    if (entry?.kind === 'TERRITORY') return { territory: entry, to };
  }
  return null;
}

/** The words of a text, with plan numbers of the graph's contracts written as the names in the index have them. */
export const tokenizeFor = ({ contracts }: NameIndex, text: string): Token[] =>
  withPlanNumbers(tokenize(text), (stem) => contracts.has(stem));

const indexes = new WeakMap<Graph, NameIndex>();

/** The index of a graph. It is built on the first call for that graph and then reused. */
export function nameIndexOf(graph: Graph): NameIndex {
  const cached = indexes.get(graph);
  if (cached) return cached;
  const index = buildNameIndex(graph);
  indexes.set(graph, index);
  return index;
}

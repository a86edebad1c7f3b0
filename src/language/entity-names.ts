/** What every entry of a graph is called: names, other names, ways of saying it, codes. Nothing here is written by hand; all of it comes from the data. */
import type { Entry, Graph } from '../graph/entries.ts';

/** How near a label is to being the entry's own name: of two entries with one label the lower counts. */
export const NAME = 0;
const [OTHER_NAME, PHRASE] = [1, 2];

export interface EntityName {
  readonly entry: Entry;
  readonly label: string;
  readonly rank: number;
  /** Of a condition, whether the words say that it holds; true of everything else. */
  readonly holds: boolean;
}

/** Every entry but sources, whose titles are often questions themselves, and then the sources. */
export function entityNamesOf(graph: Graph): EntityName[] {
  const kinds: readonly ReadonlyMap<string, Entry>[] = [
    graph.plans,
    graph.subjects,
    graph.territories,
    graph.conditions,
    graph.sources,
  ];
  return kinds.flatMap((entries) => [...entries.values()].flatMap((entry) => ownTerms(entry)));
}

function ownTerms(entry: Entry): EntityName[] {
  const term =
    (rank: number, holds = true) =>
    (label: string): EntityName => ({ entry, label, rank, holds });
  return [
    term(NAME)(entry.name),
    ...entry.alternateNames.map(term(OTHER_NAME)),
    ...entry.phrases.map(term(PHRASE)),
    ...codeLabels(entry).map(term(NAME)),
    ...('phrase' in entry && entry.phrase !== entry.name ? [term(PHRASE)(entry.phrase)] : []),
    ...(entry.kind === 'TECHNIQUE' ? entry.synonyms.map(({ name }) => term(PHRASE)(name)) : []),
    ...(entry.kind === 'COVERAGE_CONDITION' ? entry.phrasesAgainst.map(term(PHRASE, false)) : []),
  ];
}

/** A billing code by its number; a place by its code where that has two parts, and by what stands before the comma of its official name. */
function codeLabels(entry: Entry): string[] {
  if (entry.kind === 'BILLING_CODE') return [entry.code];
  if (entry.kind !== 'TERRITORY') return [];
  const [common = '', rest] = entry.name.split(',');
  return [...(entry.code.includes('-') ? [entry.code] : []), ...(rest === undefined ? [] : [common])];
}

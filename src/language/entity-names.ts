/**
 * Every name of every entry in a graph: names, alternate names, phrases and codes. All of them come from the data; none
 * is written in code.
 */
import type { Entry, Graph } from '../graph/entries.ts';

/** Rank of an entry's own name. Where two entries share a name, the one with the lower rank is meant. */
export const NAME_RANK = 0;
const ALTERNATE_NAME_RANK = 1;
const PHRASE_RANK = 2;

/** One name of one entry. */
export interface EntityName {
  readonly entry: Entry;
  readonly label: string;
  /** From 0, the entry's own name, to 2, a phrase. */
  readonly rank: number;
  /** For a condition: whether the words say that it holds. True for every other entry. */
  readonly holds: boolean;
}

/**
 * The names of all entries: plans, subjects, territories, conditions and then sources. Sources come last because their
 * titles are often questions themselves.
 */
export function entityNamesOf(graph: Graph): EntityName[] {
  const entriesByKind: readonly ReadonlyMap<string, Entry>[] = [
    graph.plans,
    graph.subjects,
    graph.territories,
    graph.conditions,
    graph.sources,
  ];
  return entriesByKind.flatMap((entries) => [...entries.values()].flatMap((entry) => namesOfEntry(entry)));
}

/** The names of one entry. */
export function namesOfEntry(entry: Entry): EntityName[] {
  const ranked =
    (rank: number, holds = true) =>
    (label: string): EntityName => ({ entry, label, rank, holds });
  return [
    ranked(NAME_RANK)(entry.name),
    ...entry.alternateNames.map(ranked(ALTERNATE_NAME_RANK)),
    ...entry.phrases.map(ranked(PHRASE_RANK)),
    ...codeLabels(entry).map(ranked(NAME_RANK)),
    ...planNumberLabels(entry).map(ranked(PHRASE_RANK)),
    ...('phrase' in entry && entry.phrase !== entry.name ? [ranked(PHRASE_RANK)(entry.phrase)] : []),
    ...(entry.kind === 'TECHNIQUE' ? entry.synonyms.map(({ name }) => ranked(PHRASE_RANK)(name)) : []),
    ...(entry.kind === 'COVERAGE_CONDITION' ? entry.phrasesAgainst.map(ranked(PHRASE_RANK, false)) : []),
  ];
}

/**
 * Further labels of a billing code and of a territory. A billing code is also called by its number; a territory by its
 * code if that has two parts (US-AK), and by the part of its official name before the comma.
 */
function codeLabels(entry: Entry): string[] {
  if (entry.kind === 'BILLING_CODE') return [entry.code];
  if (entry.kind !== 'TERRITORY') return [];
  const [shortName = '', rest] = entry.name.split(',');
  return [...(entry.code.includes('-') ? [entry.code] : []), ...(rest === undefined ? [] : [shortName])];
}

/** A name that consists of the number of a plan and perhaps a year: "H1036-068-0 2027". */
const PLAN_NUMBER = /^([HRSE]\d{4}-\d{3})(-\d{1,3})?( \d{4})?$/i;

/**
 * Further labels of a plan that is named by its number: the number without its segment, and with segment 0 if none is
 * given, because that is the number of a plan that has no segments.
 */
function planNumberLabels(entry: Entry): string[] {
  if (entry.kind !== 'PLAN') return [];
  return [...entry.alternateNames, ...entry.phrases].flatMap((label) => {
    const [, number, segment, year = ''] = PLAN_NUMBER.exec(label) ?? [];
    if (number === undefined) return [];
    return segment === undefined ? [`${number}-0${year}`] : [`${number}${year}`];
  });
}

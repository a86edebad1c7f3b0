/**
 * Pipeline step 2: finds the U.S. county that a question names: "in Allegheny County", "Duval County, FL", "in San
 * Francisco, California". Only counties in the service areas of the graph are known. A county that no service area
 * names is reported as unknown, and one that is in several states as ambiguous; neither is guessed.
 */
import { type AreaIndex, areaIndexOf, type CountyPlace } from '../graph/area-index.ts';
import type { Graph, Territory } from '../graph/entries.ts';
import { isState, stateCode } from '../model/counties.ts';
import { type Token, typedText } from './tokenizer.ts';

/** What a question says about a county. */
export interface CountySearchResult {
  /** The question without the words that name the county, because those may also be names of entries. */
  readonly words: readonly Token[];
  /** The county; null if none is named, or if it is unknown or ambiguous. */
  readonly county: CountyPlace | null;
  /** The typed name of a county that no service area in the graph names. */
  readonly unknownCounty: string | null;
  /** A typed name that fits counties in each of several states, or several counties in one state. */
  readonly ambiguousCounty: { readonly text: string; readonly states: readonly Territory[] } | null;
}

const COUNTY_NOUN = /^(?:county|parish)$/;
const PREPOSITION = /^(?:in|near|around|within|inside|for|of|from|at|throughout|across)$/;
const NOT_A_NAME = /^(?:the|my|our|which|what|this|that|each|every|any|a)$/;

/** The most words in the name of a county. */
const MOST_NAME_WORDS = 4;
/** The most words in the name of a state. */
const MOST_STATE_WORDS = 3;

/** The name of a county in a question, and the words that it takes up with its state. */
interface CountyName {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly state: Territory | null;
}

/** Finds the county in the words of a question. */
export function findCounty(words: readonly Token[], graph: Graph): CountySearchResult {
  const nounAt = words.findIndex(({ stem }) => COUNTY_NOUN.test(stem));
  const found = nounAt === -1 ? countyBeforeState(words, graph) : countyAtNoun(words, nounAt, graph);
  if (!found) return { words, county: null, unknownCounty: null, ambiguousCounty: null };
  const { name, state, from, to } = found;
  const areas = areaIndexOf(graph);
  const text = nounAt === -1 ? name : `${name} ${words[nounAt]?.text ?? 'County'}`;
  const states = state ? [state] : areas.statesWithCounty(name);
  const counties = states.flatMap((each) => areas.countiesNamed(name, each));
  const start = PREPOSITION.test(words[from - 1]?.stem ?? '') ? from - 1 : from;
  const result = {
    words: [...words.slice(0, start), ...words.slice(to)],
    county: null,
    unknownCounty: null,
    ambiguousCounty: null,
  };
  const [county, ...otherCounties] = counties;
  if (!county) return { ...result, unknownCounty: state ? `${text}, ${state.name}` : text };
  if (otherCounties.length > 0) return { ...result, ambiguousCounty: { text, states } };
  return { ...result, county };
}

/** The county named with the noun "county" at a word. Null if the noun has no name, as in "which county". */
function countyAtNoun(words: readonly Token[], nounAt: number, graph: Graph): CountyName | null {
  const areas = areaIndexOf(graph);
  return (
    knownNameBefore(words, nounAt, graph, areas) ??
    knownNameAfterOf(words, nounAt, graph, areas) ??
    typedNameBefore(words, nounAt, graph)
  );
}

const isKnownCounty = (name: string, areas: AreaIndex): boolean => areas.statesWithCounty(name).length > 0;

/** The longest known name directly before the noun: "Allegheny County, PA". */
function knownNameBefore(words: readonly Token[], nounAt: number, graph: Graph, areas: AreaIndex): CountyName | null {
  for (let from = Math.max(0, nounAt - MOST_NAME_WORDS); from < nounAt; from++) {
    const name = typedText(words.slice(from, nounAt));
    if (isKnownCounty(name, areas)) return { from, name, ...stateAfterNoun(words, nounAt, graph) };
  }
  return null;
}

/** The longest known name after the noun and "of": "the county of Allegheny". */
function knownNameAfterOf(words: readonly Token[], nounAt: number, graph: Graph, areas: AreaIndex): CountyName | null {
  if (words[nounAt + 1]?.stem !== 'of') return null;
  const nameAt = nounAt + 2;
  for (let end = Math.min(words.length, nameAt + MOST_NAME_WORDS); end > nameAt; end--) {
    const name = typedText(words.slice(nameAt, end));
    if (!isKnownCounty(name, areas)) continue;
    const place = stateAt(words, end, graph);
    return { from: nounAt, to: place?.to ?? end, name, state: place?.state ?? null };
  }
  return null;
}

/** What is typed as a name before the noun, known or not: capitalized words, else the one word before it. */
function typedNameBefore(words: readonly Token[], nounAt: number, graph: Graph): CountyName | null {
  let from = nounAt;
  while (from > 1 && nounAt - from < MOST_NAME_WORDS && words[from - 1]?.isCapital === true) from--;
  const before = words[nounAt - 1]?.stem ?? '';
  if (from === nounAt && before !== '' && !PREPOSITION.test(before) && !NOT_A_NAME.test(before)) from = nounAt - 1;
  if (from === nounAt) return null;
  return { from, name: typedText(words.slice(from, nounAt)), ...stateAfterNoun(words, nounAt, graph) };
}

function stateAfterNoun(words: readonly Token[], nounAt: number, graph: Graph): Pick<CountyName, 'state' | 'to'> {
  return stateAt(words, nounAt + 1, graph) ?? { state: null, to: nounAt + 1 };
}

/** A known county without the noun, which must have its state after it: "in San Francisco, CA". */
function countyBeforeState(words: readonly Token[], graph: Graph): CountyName | null {
  for (let from = 1; from < words.length; from++) {
    if (!PREPOSITION.test(words[from - 1]?.stem ?? '')) continue;
    const county = longestCountyFrom(words, from, graph);
    if (county) return county;
  }
  return null;
}

function longestCountyFrom(words: readonly Token[], from: number, graph: Graph): CountyName | null {
  for (let end = Math.min(words.length - 1, from + MOST_NAME_WORDS); end > from; end--) {
    const isStateCode = /^[A-Z]{2}$/.test(words[end]?.text ?? '');
    const place = isStateCode || words[end]?.afterComma === true ? stateAt(words, end, graph) : null;
    if (!place) continue;
    const name = typedText(words.slice(from, end));
    if (areaIndexOf(graph).countiesNamed(name, place.state).length > 0)
      return { from, to: place.to, name, state: place.state };
  }
  return null;
}

/** The state at a word and the index after it: "PA", "Pennsylvania", "in Georgia". Null if no state is there. */
function stateAt(
  words: readonly Token[],
  at: number,
  graph: Graph,
): { readonly state: Territory; readonly to: number } | null {
  const isPreposition = words[at]?.stem === 'in' || words[at]?.stem === 'of';
  const from = isPreposition ? at + 1 : at;
  const word = words[from];
  if (word === undefined) return null;
  const stateOfCode = stateWithCode(word, graph);
  if (stateOfCode) return { state: stateOfCode, to: from + 1 };
  for (let to = Math.min(words.length, from + MOST_STATE_WORDS); to > from; to--) {
    const state = statesByName(graph).get(typedText(words.slice(from, to)).toLowerCase());
    if (state) return { state, to };
  }
  return null;
}

/** The state whose code a word is. In lower case the code must follow a comma, because "in" and "or" are words too. */
function stateWithCode(word: Token, graph: Graph): Territory | undefined {
  const isCode = /^[A-Z]{2}$/.test(word.text) || (word.afterComma && /^[A-Za-z]{2}$/.test(word.text));
  if (!isCode) return undefined;
  const code = stateCode(word.text.toUpperCase());
  return isState(code) ? graph.territories.get(code) : undefined;
}

const statesOfGraphs = new WeakMap<Graph, ReadonlyMap<string, Territory>>();

/** The states by their names in lower case. Collected once per graph. */
function statesByName(graph: Graph): ReadonlyMap<string, Territory> {
  const cached = statesOfGraphs.get(graph);
  if (cached) return cached;
  const states = [...graph.territories.values()].filter(({ code }) => isState(code));
  const byName = new Map(states.map((state) => [state.name.toLowerCase(), state]));
  statesOfGraphs.set(graph, byName);
  return byName;
}

const ENDS_WITH_COUNTY_NOUN = / (?:county|parish|city|borough|census area|municipality)$/i;

/** A county as answers name it: "Allegheny County, Pennsylvania"; by its codes if its name is not known. */
export function countyText({ name, state, fips, ssa }: CountyPlace): string {
  if (name === null) {
    const codes = fips.size > 0 ? `FIPS code ${[...fips].join(' and ')}` : `SSA code ${[...ssa].join(' and ')}`;
    return `the county with ${codes}, ${state.name}`;
  }
  return `${name}${ENDS_WITH_COUNTY_NOUN.test(name) ? '' : ' County'}, ${state.name}`;
}

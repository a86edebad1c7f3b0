/**
 * Pipeline step 2: finds the U.S. county that a question names: "in Allegheny County", "Duval County, FL", "in San
 * Francisco, California", "in the city of St. Louis". Only counties in the service areas of the graph are known. A
 * county that no service area names is reported as unknown. A name that fits several counties is reported as ambiguous:
 * one that is in several states, and one that is also the name of an independent city. Neither is guessed.
 */
import { type AreaIndex, areaIndexOf, type CountyPlace, type StatePlace } from '../graph/area-index.ts';
import type { Graph, Territory } from '../graph/entries.ts';
import { isCountyAndCity, isState, stateCode } from '../model/counties.ts';
import { rangeText, type WordRange } from './mention.ts';
import { type Token, typedText } from './tokenizer.ts';

/** A place in which a question asks for plans that are offered there. */
export type OfferPlace = CountyPlace | StatePlace;

/** What a question says about a county. */
export interface CountySearchResult {
  /** The question without the words that name the county, because those may also be names of entries. */
  readonly words: readonly Token[];
  /** The county; null if none is named, or if it is unknown or ambiguous. */
  readonly county: CountyPlace | null;
  /** The typed name of a county that no service area in the graph names. */
  readonly unknownCounty: string | null;
  /** A typed name that fits several counties; null if none does. */
  readonly ambiguousCounty: AmbiguousCounty | null;
}

/** A typed name that fits counties in each of several states, or several counties in one state. */
interface AmbiguousCounty {
  readonly text: string;
  readonly states: readonly Territory[];
  /** A county and an independent city of the name in the one state: "Richmond County", "Richmond City". Else empty. */
  readonly choices: readonly string[];
}

const PREPOSITION = /^(?:in|near|around|within|inside|for|of|from|at|throughout|across)$/;
const NOT_A_NAME = /^(?:the|my|our|which|what|this|that|each|every|any|a)$/;

/** The most words in the name of a county. */
const MOST_NAME_WORDS = 4;
/** The most words in the name of a state. */
const MOST_STATE_WORDS = 3;

/** The name of a county in a question, and the words that it takes up with its state. */
interface CountyName extends WordRange {
  readonly name: string;
  readonly state: Territory | null;
  /**
   * What is typed to say that it is a county; empty for a name that is a city's in full. Null if nothing says so, and
   * the name may be that of a city.
   */
  readonly noun: string | null;
}

/** Finds the county in the words of a question. */
export function findCounty(words: readonly Token[], graph: Graph): CountySearchResult {
  const noun = countyNoun(words);
  const found =
    (noun === null ? null : countyAtNoun(words, noun, graph)) ??
    independentCity(words, graph) ??
    countyBeforeState(words, graph);
  if (!found) return { words, county: null, unknownCounty: null, ambiguousCounty: null };
  const start = PREPOSITION.test(words[found.from - 1]?.stem ?? '') ? found.from - 1 : found.from;
  return {
    words: [...words.slice(0, start), ...words.slice(found.to)],
    county: null,
    unknownCounty: null,
    ambiguousCounty: null,
    ...resolvedCounty(found, areaIndexOf(graph)),
  };
}

/** The county with a typed name, or why it is not known which one that is. */
function resolvedCounty(
  { name, state, noun }: CountyName,
  areas: AreaIndex,
): Partial<Pick<CountySearchResult, 'county' | 'unknownCounty' | 'ambiguousCounty'>> {
  const text = noun === null || noun === '' ? name : `${name} ${noun}`;
  const states = state ? [state] : areas.statesWithCounty(name);
  const named = states.flatMap((each) => areas.countiesNamed(name, each));
  const cities = noun === null && state !== null ? areas.countiesNamed(cityName(name), state) : [];
  const [county, ...otherCounties] = [...named, ...cities];
  if (!county) return { unknownCounty: state ? `${text}, ${state.name}` : text };
  const couldBeCity = cities.length > 0 && named.length > 0;
  if (noun === null && state !== null && (couldBeCity || isCountyAndCity(name, state.code))) {
    const shortName = (county.name ?? name).replace(/ city$/i, '');
    return { ambiguousCounty: { text, states, choices: [`${shortName} County`, cityName(shortName)] } };
  }
  return otherCounties.length > 0 ? { ambiguousCounty: { text, states, choices: [] } } : { county };
}

/** How areas write an independent city, to tell it from the county of its name. */
const cityName = (name: string): string => `${name} City`;

/** Words as the name of a county, with the possessives that "Prince George's" and "St. Mary's" have. */
const nameText = (words: readonly Token[]): string =>
  typedText(words.map((word) => (word.isPossessive ? { ...word, text: `${word.text}'s` } : word)));

/** What counties and their equivalents are called, by the number of words. */
const COUNTY_NOUNS: readonly RegExp[] = [
  /^(?:county|parish|borough|municipio|municipality)$/,
  /^census area$/,
  /^city and borough$/,
];

/** What every noun of COUNTY_NOUNS holds. Most questions have none of these words. */
const COUNTY_NOUN_PART = /county|parish|borough|municip|census/;

/** The first words of a question that say "county" or the like. */
function countyNoun(words: readonly Token[]): WordRange | null {
  if (!words.some(({ stem }) => COUNTY_NOUN_PART.test(stem))) return null;
  for (const from of words.keys())
    for (let to = from + COUNTY_NOUNS.length; to > from; to--) {
      const stems = words.slice(from, to).map(({ stem }) => stem);
      if (COUNTY_NOUNS[to - from - 1]?.test(stems.join(' ')) === true) return { from, to };
    }
  return null;
}

/** The county named with a noun such as "county". Null if the noun has no name, as in "which county". */
function countyAtNoun(words: readonly Token[], noun: WordRange, graph: Graph): CountyName | null {
  const areas = areaIndexOf(graph);
  return (
    knownNameBefore(words, noun, graph, areas) ??
    knownNameAfterOf(words, noun, graph, areas) ??
    typedNameBefore(words, noun, graph)
  );
}

const isKnownCounty = (name: string, areas: AreaIndex): boolean => areas.statesWithCounty(name).length > 0;

/** The longest known name directly before the noun: "Allegheny County, PA". */
function knownNameBefore(words: readonly Token[], noun: WordRange, graph: Graph, areas: AreaIndex): CountyName | null {
  for (let from = Math.max(0, noun.from - MOST_NAME_WORDS); from < noun.from; from++) {
    if (PREPOSITION.test(words[from]?.stem ?? '')) continue;
    const name = nameText(words.slice(from, noun.from));
    if (isKnownCounty(name, areas)) return { from, name, ...nounAndState(words, noun, graph) };
  }
  return null;
}

/** The longest known name after the noun and "of": "the county of Allegheny". */
function knownNameAfterOf(words: readonly Token[], noun: WordRange, graph: Graph, areas: AreaIndex): CountyName | null {
  const name = nameAfterOf(words, noun, graph, (each) => isKnownCounty(each, areas));
  return name && { ...name, noun: rangeText(words, noun) };
}

/** The longest name after a noun and "of" that passes a test, with its state. */
function nameAfterOf(
  words: readonly Token[],
  noun: WordRange,
  graph: Graph,
  isKnown: (name: string) => boolean,
): Omit<CountyName, 'noun'> | null {
  if (!/^(?:of|de)$/.test(words[noun.to]?.stem ?? '')) return null;
  const nameAt = noun.to + 1;
  for (let end = Math.min(words.length, nameAt + MOST_NAME_WORDS); end > nameAt; end--) {
    const name = nameText(words.slice(nameAt, end));
    if (!isKnown(name)) continue;
    const place = stateAt(words, end, graph);
    const from = words[noun.from - 1]?.stem === 'the' ? noun.from - 1 : noun.from;
    return { from, to: place?.to ?? end, name, state: place?.state ?? null };
  }
  return null;
}

/** What is typed as a name before the noun, known or not: capitalized words, else the one word before it. */
function typedNameBefore(words: readonly Token[], noun: WordRange, graph: Graph): CountyName | null {
  let { from } = noun;
  while (from > 1 && noun.from - from < MOST_NAME_WORDS && words[from - 1]?.isCapital === true) from--;
  const before = words[noun.from - 1]?.stem ?? '';
  if (from === noun.from && before !== '' && !PREPOSITION.test(before) && !NOT_A_NAME.test(before)) from -= 1;
  if (from === noun.from) return null;
  return { from, name: nameText(words.slice(from, noun.from)), ...nounAndState(words, noun, graph) };
}

function nounAndState(
  words: readonly Token[],
  noun: WordRange,
  graph: Graph,
): Pick<CountyName, 'noun' | 'state' | 'to'> {
  return { noun: rangeText(words, noun), ...(stateAt(words, noun.to, graph) ?? { state: null, to: noun.to }) };
}

/** A known independent city that is named as one: "St. Louis City", "the city of St. Louis, MO". */
function independentCity(words: readonly Token[], graph: Graph): CountyName | null {
  const areas = areaIndexOf(graph);
  for (const [at, { stem }] of words.entries()) {
    if (stem !== 'city') continue;
    const noun = { from: at, to: at + 1 };
    const isKnownCity = (name: string): boolean => isKnownCounty(cityName(name), areas);
    const named = nameAfterOf(words, noun, graph, isKnownCity) ?? cityBefore(words, noun, graph, isKnownCity);
    if (named) return { ...named, name: cityName(named.name), noun: '' };
  }
  return null;
}

function cityBefore(
  words: readonly Token[],
  noun: WordRange,
  graph: Graph,
  isKnownCity: (name: string) => boolean,
): Omit<CountyName, 'noun'> | null {
  for (let from = Math.max(0, noun.from - MOST_NAME_WORDS); from < noun.from; from++) {
    const name = nameText(words.slice(from, noun.from));
    if (isKnownCity(name)) return { name, from, ...(stateAt(words, noun.to, graph) ?? { state: null, to: noun.to }) };
  }
  return null;
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
  const areas = areaIndexOf(graph);
  for (let end = Math.min(words.length - 1, from + MOST_NAME_WORDS); end > from; end--) {
    const isStateCode = /^[A-Z]{2}$/.test(words[end]?.text ?? '');
    const place = isStateCode || words[end]?.afterComma === true ? stateAt(words, end, graph) : null;
    const name = nameText(words.slice(from, end));
    if (!place || isListOfStates(words, place.to, name, graph)) continue;
    if ([name, cityName(name)].some((each) => areas.countiesNamed(each, place.state).length > 0))
      return { from, to: place.to, name, state: place.state, noun: null };
  }
  return null;
}

/** Whether a name before a state is a state too, and the words go on as in "Washington, Oregon and Idaho". */
function isListOfStates(words: readonly Token[], stateEnd: number, name: string, graph: Graph): boolean {
  const next = words[stateEnd];
  const goesOn = /^(?:and|or)$/.test(next?.stem ?? '') || next?.afterComma === true;
  return goesOn && statesByName(graph).has(name.toLowerCase());
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

const ENDS_WITH_COUNTY_NOUN = / (?:county|parish|city|borough|census area|municipality|municipio)$/i;
/** What the counties of a state are called if not counties. Alaska has boroughs and census areas, so its have none. */
const NOUNS_OF_STATES: Readonly<Record<string, string>> = { 'US-LA': ' Parish', 'US-AK': '', PR: ' Municipio' };

/** A county as answers name it: "Allegheny County, Pennsylvania"; by its codes if its name is not known. */
export function countyText({ name, state, fips, ssa }: CountyPlace): string {
  if (name === null) {
    const codes = fips.size > 0 ? `FIPS code ${[...fips].join(' and ')}` : `SSA code ${[...ssa].join(' and ')}`;
    return `the county with ${codes}, ${state.name}`;
  }
  const noun = NOUNS_OF_STATES[state.code] ?? ' County';
  return `${name}${ENDS_WITH_COUNTY_NOUN.test(name) ? '' : noun}, ${state.name}`;
}

/** A place in which plans are offered, as answers name it. */
export const offerPlaceText = (place: OfferPlace): string =>
  place.kind === 'COUNTY' ? countyText(place) : place.state.name;

/**
 * The county of the United States that a question names: "in Allegheny County", "Duval County, FL", "in San Francisco,
 * California". Counties are known from the areas in the graph alone; one that is in several states, and one that no
 * area names, is told and never guessed.
 */
import { areasOf, type CountyAsked } from '../graph/areas.ts';
import type { Graph, Territory } from '../graph/entries.ts';
import { isState, stateCode } from '../model/counties.ts';
import type { Token } from './tokenizer.ts';

export interface CountyRead {
  /** The question without the words that name the county, which may be like other names. */
  readonly words: readonly Token[];
  readonly county: CountyAsked | null;
  /** Words that name a county no area in the graph does. */
  readonly unknown: string | null;
  /** Words that could be a county in each of several states, or several in one. */
  readonly several: { readonly text: string; readonly entries: readonly Territory[] } | null;
}

const COUNTY = /^(?:county|parish)$/;
const BEFORE = /^(?:in|near|around|within|inside|for|of|from|at|throughout|across)$/;
const ARTICLES = /^(?:the|my|our)$/;
const MOST_WORDS = 4;

const textOf = (words: readonly Token[]): string =>
  words.map(({ text, isJoined }, index) => (index === 0 ? text : `${isJoined ? '-' : ' '}${text}`)).join('');

/** The state that stands at a place in the question, with how many words it takes: PA, Pennsylvania, the state of Georgia. */
function stateAt(words: readonly Token[], at: number, graph: Graph): { state: Territory; to: number } | null {
  const from = words[at]?.stem === 'in' || words[at]?.stem === 'of' ? at + 1 : at;
  const [word] = words.slice(from);
  if (word === undefined) return null;
  const isCode = /^[A-Z]{2}$/.test(word.text) || (word.afterComma && /^[A-Za-z]{2}$/.test(word.text));
  const coded =
    isCode && isState(stateCode(word.text.toUpperCase()))
      ? graph.territories.get(stateCode(word.text.toUpperCase()))
      : undefined;
  if (coded) return { state: coded, to: from + 1 };
  for (let to = Math.min(words.length, from + 3); to > from; to--) {
    const name = textOf(words.slice(from, to)).toLowerCase();
    const state = statesByName(graph).get(name);
    if (state) return { state, to };
  }
  return null;
}

const namesOf = new WeakMap<Graph, ReadonlyMap<string, Territory>>();
function statesByName(graph: Graph): ReadonlyMap<string, Territory> {
  let names = namesOf.get(graph);
  if (!names)
    namesOf.set(
      graph,
      (names = new Map(
        [...graph.territories.values()]
          .filter(({ code }) => isState(code))
          .map((state) => [state.name.toLowerCase(), state]),
      )),
    );
  return names;
}

/** Where the words that name a county begin and end, and what they name. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly state: Territory | null;
}

/** The longest name before the word "county" that an area knows, else what is typed as a name there. */
function besideTheWord(words: readonly Token[], at: number, graph: Graph): Span | null {
  const index = areasOf(graph);
  const after = stateAt(words, at + 1, graph);
  const [state, to] = [after?.state ?? null, after?.to ?? at + 1];
  const isKnown = (name: string): boolean => index.statesWithCounty(name).length > 0;
  for (let from = Math.max(0, at - MOST_WORDS); from < at; from++) {
    const name = textOf(words.slice(from, at));
    if (isKnown(name)) return { from, to, name, state };
  }
  if (words[at + 1]?.stem === 'of') {
    for (let end = Math.min(words.length, at + 2 + MOST_WORDS); end > at + 2; end--) {
      const name = textOf(words.slice(at + 2, end));
      const place = stateAt(words, end, graph);
      if (isKnown(name)) return { from: at, to: place?.to ?? end, name, state: place?.state ?? null };
    }
  }
  let from = at;
  while (from > 0 && at - from < MOST_WORDS && words[from - 1]?.isCapital === true && from - 1 > 0) from--;
  const before = words[at - 1]?.stem ?? '';
  if (
    from === at &&
    before !== '' &&
    !BEFORE.test(before) &&
    !ARTICLES.test(before) &&
    !/^(?:which|what|this|that|each|every|any|a)$/.test(before)
  )
    from = at - 1;
  return from === at ? null : { from, to, name: textOf(words.slice(from, at)), state };
}

/** "In San Francisco, CA": a name without the word is a county's only with its state behind it. */
function besideItsState(words: readonly Token[], graph: Graph): Span | null {
  const index = areasOf(graph);
  for (let from = 1; from < words.length; from++) {
    if (!BEFORE.test(words[from - 1]?.stem ?? '')) continue;
    for (let end = Math.min(words.length - 1, from + MOST_WORDS); end > from; end--) {
      const place =
        words[end]?.afterComma === true || /^[A-Z]{2}$/.test(words[end]?.text ?? '')
          ? stateAt(words, end, graph)
          : null;
      if (place && index.countiesNamed(textOf(words.slice(from, end)), place.state).length > 0)
        return { from, to: place.to, name: textOf(words.slice(from, end)), state: place.state };
    }
  }
  return null;
}

export function countyIn(words: readonly Token[], graph: Graph): CountyRead {
  const at = words.findIndex(({ stem }) => COUNTY.test(stem));
  const span = at === -1 ? besideItsState(words, graph) : besideTheWord(words, at, graph);
  if (!span) return { words, county: null, unknown: null, several: null };
  const index = areasOf(graph);
  const text = `${span.name}${at === -1 ? '' : ` ${words[at]?.text ?? 'County'}`}`;
  const states = span.state ? [span.state] : index.statesWithCounty(span.name);
  const counties = states.flatMap((state) => index.countiesNamed(span.name, state));
  const start = BEFORE.test(words[span.from - 1]?.stem ?? '') ? span.from - 1 : span.from;
  const read = {
    words: [...words.slice(0, start), ...words.slice(span.to)],
    county: null,
    unknown: null,
    several: null,
  };
  const [county] = counties;
  if (!county) return { ...read, unknown: span.state ? `${text}, ${span.state.name}` : text };
  if (counties.length > 1) return { ...read, several: { text, entries: states } };
  return { ...read, county };
}

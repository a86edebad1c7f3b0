/**
 * "Did you mean": at most three entries whose slug, name or other name is like what was asked. The work is bounded by the
 * names in the graph and by a number of comparisons in one request, and never by the length of the text that was sent.
 */
import { distance } from 'fastest-levenshtein';
import type { Entry } from '../graph/entries.ts';
import { bounds } from './bounds.ts';
import { type Suggestion, cut } from './errors.ts';

const MOST = 3;
/** Further apart than this part of the longer of the two, and a name is no longer a likely misspelling of the other. */
const FURTHEST = 0.45;
/** A name that holds the other's words whole is about as far from it as one letter wrong in ten. */
const WORDS_APART = 0.1;
/** Comparisons letter by letter in one request, all its refused names together. Past that, what was found so far is offered. */
const MOST_COMPARED = 20_000;

interface Label {
  readonly entry: Entry;
  readonly text: string;
}

/** What is left of the work that one request may take for suggestions. */
interface Budget {
  names: number;
  comparisons: number;
}
/** Of the request that is executed now. Resolvers are synchronous, so no other one comes between. Null outside of a request. */
let budget: Budget | null = null;

/**
 * Runs one request with a bound on the work for suggestions: the first few refused names get suggestions, those after them
 * are refused without. `run` has to be synchronous.
 */
export function withFewSuggestions<T>(run: () => T): T {
  const outer = budget;
  budget = { names: bounds.suggestedNames, comparisons: MOST_COMPARED };
  try {
    return run();
  } finally {
    budget = outer;
  }
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const labelsOf = new WeakMap<ReadonlyMap<string, Entry>, readonly Label[]>();
function labels(entries: ReadonlyMap<string, Entry>): readonly Label[] {
  const known = labelsOf.get(entries);
  if (known) return known;
  const made = [...entries.values()].flatMap((entry) => {
    const code = entry.kind === 'BILLING_CODE' || entry.kind === 'TERRITORY' ? [entry.code] : [];
    return [...new Set([entry.slug, entry.name, ...code, ...entry.alternateNames].map(plain))].map((text) => ({
      entry,
      text,
    }));
  });
  labelsOf.set(entries, made);
  return made;
}

/** Takes one of the names that may get suggestions in this request; false where there are none left. */
export function takeSuggestedName(): boolean {
  if (budget === null) return true;
  if (budget.names === 0) return false;
  budget.names -= 1;
  return true;
}

/** How much longer the one is, as a part of the longer. */
const lengthApart = (asked: string, text: string): number =>
  Math.abs(asked.length - text.length) / Math.max(asked.length, text.length);

/** Whether one is made of whole words of the other: "massage" and "massage therapy". */
function holdsWords(asked: string, text: string): boolean {
  if (asked.length <= 2 || text.length <= 2) return false;
  const [longer, shorter] = asked.length > text.length ? [asked, text] : [text, asked];
  return longer.includes(shorter) && ` ${longer} `.includes(` ${shorter} `);
}

/**
 * The entries whose names are most like the value, nearest first, then by slug. Empty where the request has used up what it
 * may spend on suggestions.
 */
export function suggest(value: string, entries: ReadonlyMap<string, Entry>): Suggestion[] {
  const asked = plain(cut(value));
  if (asked === '' || !takeSuggestedName()) return [];
  const nearest = nearestTo(asked, entries, budget ?? { names: 0, comparisons: MOST_COMPARED });
  return [...nearest]
    .sort(([a, apart], [b, further]) => apart - further || (a.slug < b.slug ? -1 : 1))
    .slice(0, MOST)
    .map(([{ kind, slug, name }]) => ({ kind, slug, name }));
}

/** How far each entry's nearest name is from the text, of those that are near: 0 for the same text, 1 for nothing alike. */
function nearestTo(asked: string, entries: ReadonlyMap<string, Entry>, allowed: Budget): Map<Entry, number> {
  const nearest = new Map<Entry, number>();
  for (const { entry, text } of labels(entries)) {
    const apart = unlikeness(asked, text, allowed);
    if (apart <= FURTHEST && apart < (nearest.get(entry) ?? 1)) nearest.set(entry, apart);
  }
  return nearest;
}

function unlikeness(asked: string, text: string, allowed: Budget): number {
  if (holdsWords(asked, text)) return WORDS_APART * (1 + lengthApart(asked, text));
  if (lengthApart(asked, text) > FURTHEST || allowed.comparisons === 0) return 1;
  allowed.comparisons -= 1;
  return distance(asked, text) / Math.max(asked.length, text.length);
}

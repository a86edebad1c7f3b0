/**
 * Suggestions for an unknown name: at most three entries whose slug, name or alternate name is similar. The work is bounded by
 * the number of names in the graph and by a number of comparisons in one request. It does not grow with the length of the text.
 */
import { distance } from 'fastest-levenshtein';
import type { Entry } from '../graph/entries.ts';
import { bounds } from './bounds.ts';
import { type Suggestion, cut } from './errors.ts';

const MOST = 3;
/** The edit distance, as a part of the longer text, above which two texts are not similar. */
const FURTHEST = 0.45;
/** The distance of two texts of which one contains all words of the other: as if one letter in ten differed. */
const WORDS_APART = 0.1;
/** How many texts are compared letter by letter in one request. After that, the suggestions found so far are returned. */
const MOST_COMPARED = 20_000;

interface Label {
  readonly entry: Entry;
  readonly text: string;
}

/** How much work for suggestions is left in one request. */
interface Budget {
  names: number;
  comparisons: number;
}
/** The budget of the current request; null outside of a request. Resolvers are synchronous, so requests do not overlap. */
let budget: Budget | null = null;

/**
 * Runs one request with a bound on the work for suggestions: the first few unknown names get suggestions, and later ones
 * get none. `run` must be synchronous.
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

/** Uses up one of the names that may get suggestions in this request; false where none is left. */
export function takeSuggestedName(): boolean {
  if (budget === null) return true;
  if (budget.names === 0) return false;
  budget.names -= 1;
  return true;
}

/** The difference in length, as a part of the longer text. */
const lengthApart = (asked: string, text: string): number =>
  Math.abs(asked.length - text.length) / Math.max(asked.length, text.length);

/** Whether one text consists of whole words of the other, as "massage" and "massage therapy". */
function holdsWords(asked: string, text: string): boolean {
  if (asked.length <= 2 || text.length <= 2) return false;
  const [longer, shorter] = asked.length > text.length ? [asked, text] : [text, asked];
  return longer.includes(shorter) && ` ${longer} `.includes(` ${shorter} `);
}

/**
 * The entries whose names are most similar to the value, the most similar first, then by slug. Empty where the request has
 * used up its budget for suggestions.
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

/** The distance of each similar entry's most similar name from the text: 0 for the same text, 1 for no similarity. */
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

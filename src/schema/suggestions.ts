/**
 * "Did you mean": at most three entries whose slug, name or other name is like what was asked. The work is bounded by the
 * names in the graph and never by the length of the asker's text.
 */
import { distance } from 'fastest-levenshtein';
import type { Entry } from '../graph/entries.ts';
import { type Suggestion, cut } from './errors.ts';

const MOST = 3;
/** Further apart than this part of the longer of the two, and a name is no longer a likely misspelling of the other. */
const FURTHEST = 0.45;
/** A name that holds the other's words whole is about as far from it as one letter wrong in ten. */
const WORDS_APART = 0.1;
/** Past so many comparisons letter by letter a large graph offers what was found so far: a misspelling may not cost a second. */
const MOST_COMPARED = 20_000;

interface Label {
  readonly entry: Entry;
  readonly text: string;
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

/** How much longer the one is, as a part of the longer. */
const lengthApart = (asked: string, text: string): number =>
  Math.abs(asked.length - text.length) / Math.max(asked.length, text.length);

/** Whether one is made of whole words of the other: "massage" and "massage therapy". */
function holdsWords(asked: string, text: string): boolean {
  return (
    asked.length > 2 && text.length > 2 && (` ${text} `.includes(` ${asked} `) || ` ${asked} `.includes(` ${text} `))
  );
}

/** Nearest first; where two are as near, by slug. */
export function suggest(value: string, entries: ReadonlyMap<string, Entry>): Suggestion[] {
  const asked = plain(cut(value));
  if (asked === '') return [];
  const nearest = new Map<Entry, number>();
  let compared = 0;
  /** 0 for the same text, 1 for nothing alike. */
  const unlikeness = (text: string): number => {
    if (holdsWords(asked, text)) return WORDS_APART * (1 + lengthApart(asked, text));
    if (lengthApart(asked, text) > FURTHEST || compared >= MOST_COMPARED) return 1;
    compared += 1;
    return distance(asked, text) / Math.max(asked.length, text.length);
  };
  for (const { entry, text } of labels(entries)) {
    const apart = unlikeness(text);
    if (apart <= FURTHEST && apart < (nearest.get(entry) ?? 1)) nearest.set(entry, apart);
  }
  return [...nearest]
    .sort(([a, apart], [b, further]) => apart - further || (a.slug < b.slug ? -1 : 1))
    .slice(0, MOST)
    .map(([{ kind, slug, name }]) => ({ kind, slug, name }));
}

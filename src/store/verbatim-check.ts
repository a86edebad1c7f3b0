/**
 * Checks that the data does not copy its sources: no eight successive words of a source occur in it. Case and
 * punctuation do not matter.
 */
import type { DataDocuments } from '../model/shapes.ts';
import { FOLDERS, placeOf, type DocumentKind } from '../graph/data-paths.ts';
import type { Problem } from '../graph/problems.ts';

const RUN = 8;
/** The fields that hold sentences. Titles and headings may be the source's own words, so they are not checked. */
const PROSE = new Set([
  'says',
  'text',
  'description',
  'question',
  'counts',
  'phrase',
  'rationale',
  'reading',
  'unused',
]);

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’]/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
}

/** Compares every sentence of the data with every original. `originals` are texts by the slug of their source. */
export function findVerbatimText(documents: DataDocuments, originals: ReadonlyMap<string, string>): Problem[] {
  if (originals.size === 0) return [];
  const sourceOf = new Map<string, string>();
  for (const [slug, original] of originals) for (const run of runsOf(original)) sourceOf.set(run, slug);
  const problems: Problem[] = [];
  for (const kind of Object.keys(FOLDERS) as DocumentKind[])
    for (const [slug, document] of Object.entries(documents[kind])) {
      for (const { path, text } of sentencesOf(document, [])) {
        const copied = runsOf(text).find((run) => sourceOf.has(run));
        if (copied !== undefined)
          problems.push({
            law: 'own-words',
            place: { ...placeOf(kind, slug), path },
            message: `this repeats ${sourceOf.get(copied) ?? 'a source'} word for word: "${copied}"`,
            remedy: 'Say it in words of your own.',
          });
      }
    }
  return problems;
}

interface Sentence {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

function sentencesOf(value: unknown, path: readonly (string | number)[]): Sentence[] {
  if (typeof value === 'string') return PROSE.has(String(path.at(-1))) ? [{ path, text: value }] : [];
  if (Array.isArray(value)) return value.flatMap((each, index) => sentencesOf(each, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => sentencesOf(each, [...path, key]));
}

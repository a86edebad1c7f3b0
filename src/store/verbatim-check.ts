/** What the data says is in its own words: no run of eight words of a source stands in it, however it is capitalised and punctuated. */
import type { DataDocuments } from '../model/shapes.ts';
import { FOLDERS, placeOf, type DocumentKind } from '../graph/data-paths.ts';
import type { Problem } from '../graph/problems.ts';

const RUN = 8;
/** The fields that hold sentences; a title or the heading of a place is the source's own and is named as such. */
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

/** Holds every sentence of the data against every original at hand. */
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

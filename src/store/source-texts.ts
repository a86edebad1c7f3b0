/**
 * Reads the original texts of sources that the operator has, compares them with the fingerprints in the data, and takes
 * quotes from them.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DataDocuments } from '../model/shapes.ts';
import { placeOf, within } from '../graph/data-paths.ts';
import type { Problem } from '../graph/problems.ts';
import { linesOf } from '../graph/sources.ts';
import { findVerbatimText } from './verbatim-check.ts';
import type { FileProblem } from './file-problem.ts';
import type { FileTree } from './files.ts';

const ORIGINAL_LIMIT = 20 * 1024 * 1024;

/** The text in Unicode form NFC, with each run of white space as one space, trimmed. */
export function normalForm(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** `sha256-` and the SHA-256 of the text's normal form in UTF-8, as a passage's file states it. */
export function fingerprintOf(text: string): string {
  return `sha256-${createHash('sha256').update(normalForm(text)).digest('hex')}`;
}

/** What the originals give: quotes, the problems of the data, and the files that could not be read. */
export interface SourceTexts {
  /** The passage in normal form; null where there is no original, or its text does not match the fingerprint. */
  readonly quote: (source: string, passage: string) => string | null;
  readonly problems: readonly Problem[];
  readonly unreadable: readonly FileProblem[];
}

/** Reads `<source>.txt` from the folders for every source in the data. Other files in the folders are not read. */
export async function readSourceTexts(
  tree: FileTree,
  folders: readonly string[],
  documents: DataDocuments,
): Promise<SourceTexts> {
  const unreadable: FileProblem[] = [];
  const originals = new Map<string, string>();
  for (const folder of folders) {
    const listed = await tree.listFolder(folder);
    if ('problem' in listed) {
      unreadable.push(listed.problem);
      continue;
    }
    const names = new Set(listed.entries.map(({ name }) => name));
    for (const slug of Object.keys(documents.sources)) {
      if (!names.has(`${slug}.txt`)) continue;
      const read = await tree.readText(join(folder, `${slug}.txt`), ORIGINAL_LIMIT);
      if ('problem' in read) unreadable.push(read.problem);
      else originals.set(slug, read.text);
    }
  }
  const quotes = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [slug, original] of originals) problems.push(...comparePassages(slug, original, documents, quotes));
  problems.push(...findVerbatimText(documents, originals));
  return { quote: (source, passage) => quotes.get(`${source}#${passage}`) ?? null, problems, unreadable };
}

function comparePassages(
  slug: string,
  original: string,
  documents: DataDocuments,
  quotes: Map<string, string>,
): Problem[] {
  const lines = original.split(/\r\n|\n|\r/u);
  return Object.entries(documents.sources[slug]?.passages ?? {}).flatMap(([key, { line, fingerprint }]): Problem[] => {
    const place = linesOf(line);
    if (!place || fingerprint === undefined) return [];
    const passage = normalForm(lines.slice(place[0] - 1, place[1]).join('\n'));
    const actual = fingerprintOf(passage);
    if (place[1] <= lines.length && actual === fingerprint) {
      quotes.set(`${slug}#${key}`, passage);
      return [];
    }
    return [
      {
        law: 'fingerprint',
        place: within(placeOf('sources', slug), 'passages', key, 'fingerprint'),
        message:
          place[1] > lines.length
            ? `the original of ${slug} has ${String(lines.length)} lines, and the data gives line ${String(place[1])} for ${key}`
            : `the original of ${slug} has another text at ${key}: its fingerprint is ${actual}`,
        remedy: 'Read the passage again: correct its line, or the rules that cite it, and only then the fingerprint.',
      },
    ];
  });
}

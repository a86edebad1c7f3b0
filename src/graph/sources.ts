/** Sources and their passages. A quote is there only where the operator's own copy of the original gave it. */
import type { SourceDocument } from '../model/shapes.ts';
import type { Passage, Source } from './entries.ts';
import type { ReferenceResolver } from './reference-resolver.ts';
import { placeOf, within } from './data-paths.ts';
import type { Mutable } from './links.ts';

/** The passage itself by source and key, read from the original and equal to its fingerprint; null where there is none. */
export type Quotes = (source: string, passage: string) => string | null;

/** First and last line of a passage's place, "65" or "65-67", from 1. */
export function linesOf(line: string | number | undefined): readonly [first: number, last: number] | null {
  if (line === undefined) return null;
  const [first = 0, last = first] = String(line).split('-').map(Number);
  return [first, last];
}

function passageOf(
  source: Source,
  key: string,
  document: SourceDocument['passages'][string],
  quotes: Quotes,
): Mutable<Passage> {
  const lines = linesOf(document.line);
  return {
    source,
    key,
    via: null,
    at: document.at,
    line: lines?.[0] ?? null,
    lastLine: lines?.[1] ?? null,
    url: document.url ?? null,
    says: document.says,
    fingerprint: document.fingerprint ?? null,
    quote: quotes(source.slug, key),
  };
}

export function joinSources(joining: ReferenceResolver, quotes: Quotes): void {
  const documents = Object.entries(joining.documents.sources);
  for (const [slug, document] of documents) {
    const passages = new Map<string, Passage>();
    const source: Mutable<Source> = {
      kind: 'SOURCE',
      slug,
      name: document.name,
      alternateNames: [],
      phrases: [],
      description: null,
      cites: [],
      remarks: [],
      links: [],
      publisher: document.publisher ?? null,
      authority: document.authority,
      edition: document.edition ?? null,
      publishedOn: document.publishedOn ?? null,
      checkedOn: document.checkedOn,
      url: document.url ?? null,
      licence: document.licence,
      passages,
      rules: [],
    };
    for (const [key, passage] of Object.entries(document.passages))
      passages.set(key, passageOf(source, key, passage, quotes));
    joining.sources.set(slug, source);
  }
  // A source may cite another, and be read in one that comes later in the alphabet.
  for (const [slug, document] of documents) {
    const source = joining.sources.get(slug);
    const place = placeOf('sources', slug);
    if (!source) continue;
    Object.assign(source, joining.named(slug, document, place));
    if (document.via === undefined) continue;
    const via = joining.find(document.via, joining.sources, 'source', within(place, 'via'));
    for (const passage of source.passages.values()) (passage as Mutable<Passage>).via = via;
  }
}

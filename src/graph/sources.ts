/** Sources and their passages. A passage has a quote only if the operator has a copy of the original. */
import type { SourceDocument } from '../model/shapes.ts';
import type { Passage, Source } from './entries.ts';
import type { ReferenceResolver } from './reference-resolver.ts';
import { placeOf, within } from './data-paths.ts';
import type { Mutable } from './links.ts';

/** The text of a passage in the original, which matches its fingerprint; null if there is no copy of the original. */
export type Quotes = (source: string, passage: string) => string | null;

/** The first and last line of a passage, written "65" or "65-67" and counted from 1; null if it has none. */
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
  // A source may cite one that comes later, or be quoted by it, so references are resolved when all sources exist.
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

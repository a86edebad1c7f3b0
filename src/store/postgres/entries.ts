/** Converts documents to rows and back. An entry is identified by a digest of its content, so versions share equal entries. */
import { createHash } from 'node:crypto';
import type { DataDocuments } from '../../model/shapes.ts';

/** Increased whenever a published document would be read with another meaning. */
export const DOCUMENT_FORMAT = 1;

/** An entry as the tables store it. `position` is its place within its kind, from 0. */
export interface EntryRow {
  readonly kind: string;
  readonly slug: string;
  readonly position: number;
  readonly digest: string;
  readonly document: string;
}

/** The kinds of documents, in the order in which a graph is built. */
export const KINDS = [
  'dataSets',
  'sources',
  'territories',
  'conditions',
  'services',
  'techniques',
  'billingCodes',
  'plans',
] as const satisfies readonly (keyof DataDocuments)[];

/** The rows of all entries, one at a time, because the text of a million rules would fill the memory. */
export function* rowsOf(documents: DataDocuments): Generator<EntryRow> {
  for (const kind of KINDS) {
    let position = 0;
    for (const [slug, value] of Object.entries(documents[kind])) {
      const document = JSON.stringify(value);
      yield {
        kind,
        slug,
        position,
        digest: createHash('sha256')
          .update(JSON.stringify([kind, slug]))
          .update(document)
          .digest('hex'),
        document,
      };
      position += 1;
    }
  }
}

/** The documents of rows in any order. Their shapes were checked when they were published. */
export function documentsOf(rows: readonly Omit<EntryRow, 'digest'>[]): DataDocuments {
  const documents: Record<string, unknown> = {};
  for (const kind of KINDS) {
    const own = rows.filter((row) => row.kind === kind).sort((a, b) => a.position - b.position);
    if (kind === 'dataSets') documents[kind] = own.map(({ document }) => JSON.parse(document) as unknown);
    else {
      // Without a prototype, so a slug such as "constructor" finds nothing but an entry.
      const entries = Object.create(null) as Record<string, unknown>;
      for (const { slug, document } of own) entries[slug] = JSON.parse(document);
      documents[kind] = entries;
    }
  }
  return documents as unknown as DataDocuments;
}

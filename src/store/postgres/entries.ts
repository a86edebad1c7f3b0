/** Documents as rows and back: each entry by itself, named by what it holds, so that versions share what they have in common. */
import { createHash } from 'node:crypto';
import type { DataDocuments } from '../../model/shapes.ts';

/** Raised whenever a published document would no longer be read as it was meant. */
export const DOCUMENT_FORMAT = 1;

export interface EntryRow {
  readonly kind: string;
  readonly slug: string;
  readonly position: number;
  readonly digest: string;
  readonly document: string;
}

/** In the order in which documents are joined. */
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

/** Every entry, one at a time: of a million rules the text alone would fill the memory. */
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

/** The documents of rows that come in any order. Their shapes were checked when they were published. */
export function documentsOf(rows: readonly Omit<EntryRow, 'digest'>[]): DataDocuments {
  const documents: Record<string, unknown> = {};
  for (const kind of KINDS) {
    const own = rows.filter((row) => row.kind === kind).sort((a, b) => a.position - b.position);
    if (kind === 'dataSets') documents[kind] = own.map(({ document }) => JSON.parse(document) as unknown);
    else {
      // Without a prototype, so that no slug means anything but itself.
      const entries = Object.create(null) as Record<string, unknown>;
      for (const { slug, document } of own) entries[slug] = JSON.parse(document);
      documents[kind] = entries;
    }
  }
  return documents as unknown as DataDocuments;
}

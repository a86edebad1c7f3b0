/** Writes entries, their positions in a version, and its snapshot. Existing rows are compared, and corrected if they differ. */
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { DataDocuments } from '../../model/shapes.ts';
import { SNAPSHOT_FORMAT } from '../snapshot/snapshot.ts';
import { type EntryRow, rowsOf } from './entries.ts';
import { wholeNumber } from './numbers.ts';
import type { Tables } from './tables.ts';

/** Rows per statement: few enough for the parameter limit of any engine. */
const rowsAtOnce = 500;
const pieceBytes = 1024 * 1024;

/** Counts of entries. */
export interface EntriesWritten {
  readonly entries: number;
  /** How many were not there. */
  readonly newEntries: number;
  /** How many were there and did not hold what their digest says. */
  readonly mended: number;
}

/** Writes only the entries that are missing or damaged, which are few in most publications. */
export async function writeEntries(tables: Transaction<Tables>, documents: DataDocuments): Promise<EntriesWritten> {
  let entries = 0;
  let newEntries = 0;
  let mended = 0;
  for (const rows of inParts(rowsOf(documents))) {
    const there = await storedEntries(tables, rows);
    const missing = rows.filter(({ digest }) => !there.has(digest));
    const damaged = rows.filter((row) => there.has(row.digest) && !isAsStored(row, there.get(row.digest)));
    await insertEntries(tables, missing);
    for (const row of damaged) await updateEntry(tables, row);
    entries += rows.length;
    newEntries += missing.length;
    mended += damaged.length;
  }
  return { entries, newEntries, mended };
}

type Stored = Pick<EntryRow, 'kind' | 'slug' | 'document'>;

async function storedEntries(
  tables: Transaction<Tables>,
  rows: readonly EntryRow[],
): Promise<ReadonlyMap<string, Stored>> {
  const digests = rows.map(({ digest }) => digest);
  const found = await tables
    .selectFrom('entry')
    .select(['digest', 'kind', 'slug', 'document'])
    .where('digest', 'in', digests)
    .execute();
  return new Map(found.map((row) => [row.digest, row]));
}

function isAsStored({ kind, slug, document }: EntryRow, stored: Stored | undefined): boolean {
  return stored?.kind === kind && stored.slug === slug && stored.document === document;
}

async function insertEntries(tables: Transaction<Tables>, rows: readonly EntryRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tables
    .insertInto('entry')
    .values(rows.map(({ digest, kind, slug, document }) => ({ digest, kind, slug, document })))
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
}

async function updateEntry(tables: Transaction<Tables>, { digest, kind, slug, document }: EntryRow): Promise<void> {
  await tables.updateTable('entry').set({ kind, slug, document }).where('digest', '=', digest).execute();
}

type Place = Pick<EntryRow, 'kind' | 'slug' | 'digest' | 'position'>;

/** The places of all entries in a new version. */
export async function writePlaces(
  tables: Transaction<Tables>,
  version: number,
  documents: DataDocuments,
): Promise<void> {
  for (const rows of inParts(rowsOf(documents))) await insertPlaces(tables, version, rows);
}

async function insertPlaces(tables: Transaction<Tables>, version: number, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return;
  await tables
    .insertInto('version_entry')
    .values(places.map(({ kind, slug, digest, position }) => ({ version, kind, slug, digest, position })))
    .execute();
}

const keyOf = ({ kind, slug, digest }: Omit<Place, 'position'>): string => JSON.stringify([kind, slug, digest]);

/** Makes the places of a published version those of the documents; returns how many were missing, wrong or too many. */
export async function mendPlaces(
  tables: Transaction<Tables>,
  version: number,
  documents: DataDocuments,
): Promise<number> {
  const there = await storedPlaces(tables, version);
  let mended = 0;
  for (const rows of inParts(rowsOf(documents))) {
    const missing = rows.filter((row) => !there.has(keyOf(row)));
    const wrong = rows.filter((row) => (there.get(keyOf(row))?.position ?? row.position) !== row.position);
    await insertPlaces(tables, version, missing);
    for (const row of wrong) await updatePlace(tables, version, row);
    for (const row of rows) there.delete(keyOf(row));
    mended += missing.length + wrong.length;
  }
  for (const row of there.values()) await deletePlace(tables, version, row);
  return mended + there.size;
}

async function storedPlaces(tables: Transaction<Tables>, version: number): Promise<Map<string, Place>> {
  const rows = await tables
    .selectFrom('version_entry')
    .select(['kind', 'slug', 'digest', 'position'])
    .where('version', '=', version)
    .execute();
  return new Map(
    rows.map((row) => [
      keyOf(row),
      { ...row, position: wholeNumber(row.position, 'covergraph.version_entry.position') },
    ]),
  );
}

async function updatePlace(tables: Transaction<Tables>, version: number, place: Place): Promise<void> {
  await tables
    .updateTable('version_entry')
    .set({ position: place.position })
    .where('version', '=', version)
    .where('kind', '=', place.kind)
    .where('slug', '=', place.slug)
    .where('digest', '=', place.digest)
    .execute();
}

async function deletePlace(tables: Transaction<Tables>, version: number, place: Place): Promise<void> {
  await tables
    .deleteFrom('version_entry')
    .where('version', '=', version)
    .where('kind', '=', place.kind)
    .where('slug', '=', place.slug)
    .where('digest', '=', place.digest)
    .execute();
}

/** Writes the snapshot over what is there of it; returns how many pieces differed from it, were missing or too many. */
export async function writeSnapshotPieces(
  tables: Transaction<Tables>,
  version: number,
  snapshot: Uint8Array,
): Promise<number> {
  const pieces = piecesOf(snapshot);
  let written = 0;
  for (const [piece, bytes] of pieces.entries())
    if (await writePiece(tables, { version, format: SNAPSHOT_FORMAT, piece, bytes })) written += 1;
  const { numDeletedRows } = await surplusPieces(tables, version, pieces.length);
  return written + Number(numDeletedRows);
}

function piecesOf(snapshot: Uint8Array): Buffer[] {
  const count = Math.ceil(snapshot.length / pieceBytes);
  return Array.from({ length: count }, (_, piece) =>
    Buffer.from(snapshot.subarray(piece * pieceBytes, (piece + 1) * pieceBytes)),
  );
}

/** Whether it had to be written. */
async function writePiece(tables: Transaction<Tables>, row: Tables['compiled']): Promise<boolean> {
  const stored = await tables
    .selectFrom('compiled')
    .select('bytes')
    .where('version', '=', row.version)
    .where('format', '=', row.format)
    .where('piece', '=', row.piece)
    .executeTakeFirst();
  if (stored !== undefined && digestOf(stored.bytes) === digestOf(row.bytes)) return false;
  await tables
    .insertInto('compiled')
    .values(row)
    .onConflict((conflict) => conflict.columns(['version', 'format', 'piece']).doUpdateSet({ bytes: row.bytes }))
    .execute();
  return true;
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Deletes only if there is something to delete, which takes a right that publishing does not take otherwise. */
async function surplusPieces(
  tables: Transaction<Tables>,
  version: number,
  pieces: number,
): Promise<{ readonly numDeletedRows: bigint }> {
  const surplus = await tables
    .selectFrom('compiled')
    .select('piece')
    .where('version', '=', version)
    .where('format', '=', SNAPSHOT_FORMAT)
    .where('piece', '>=', pieces)
    .limit(1)
    .executeTakeFirst();
  if (surplus === undefined) return { numDeletedRows: 0n };
  return await tables
    .deleteFrom('compiled')
    .where('version', '=', version)
    .where('format', '=', SNAPSHOT_FORMAT)
    .where('piece', '>=', pieces)
    .executeTakeFirstOrThrow();
}

function* inParts(rows: Iterable<EntryRow>): Generator<EntryRow[]> {
  let part: EntryRow[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < rowsAtOnce) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

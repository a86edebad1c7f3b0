/**
 * Publishes a data set as a version, in one transaction that makes it current at its end. A reader sees all of it or nothing,
 * and a publisher that fails leaves nothing. Content with a digest that was published before is not written again; it is
 * compared with the rows in the database, and damaged rows are replaced.
 */
import type { Transaction } from 'kysely';
import type { Graph } from '../../graph/entries.ts';
import type { DataDocuments } from '../../model/shapes.ts';
import { writeSnapshot } from '../snapshot/snapshot.ts';
import { notifyVersion } from './notify.ts';
import { query, type Database, transaction } from './connection.ts';
import { lockCurrent, makeCurrent } from './current.ts';
import { DOCUMENT_FORMAT, rowsOf } from './entries.ts';
import { checkTables } from './migrations.ts';
import { wholeNumber, wholeNumberOrNull } from './numbers.ts';
import { readPieces } from './pieces.ts';
import type { Tables } from './tables.ts';
import { type EntriesWritten, mendPlaces, writeEntries, writePlaces, writeSnapshotPieces } from './writing.ts';

/** A data set to publish. */
export interface Publication {
  readonly documents: DataDocuments;
  /** The graph of the documents, which was found valid. */
  readonly graph: Graph;
  readonly note: string | null;
  /** As in RFC 3339, in UTC. */
  readonly at: string;
}

/** The result of publishing. */
export interface Published {
  readonly number: number;
  readonly digest: string;
  /** NEW: written now. REPOINTED: an older version holds the same, and is current again. SAME: it was current already. */
  readonly outcome: 'NEW' | 'REPOINTED' | 'SAME';
  /** Of how many entries, and how many of them no version had before. */
  readonly entries: number;
  readonly newEntries: number;
  /** How many rows of what was published before were damaged in the database and were written again. */
  readonly mended: number;
  /** The version that was current before; null: none. */
  readonly before: number | null;
}

/** Publishes a data set. Rejects with a DatabaseError if the database cannot do it. */
export async function publishVersion(database: Database, publication: Publication): Promise<Published> {
  await query(database, () => checkTables(database.queries, 'to write'));
  const { graph } = publication;
  const isSound = await query(database, async (tables) => {
    const known = await versionOf(tables, graph.version);
    return known !== null && (await readPieces(tables, known)).graph?.version === graph.version;
  });
  const snapshot = isSound ? null : snapshotOf(graph);
  const published = await transaction(database, (tables) => publishWithin(tables, publication, snapshot));
  if (published.outcome !== 'SAME' || published.mended > 0) await notifyVersion(database, published.number);
  return published;
}

/** `snapshot` is null if the one in the database was found whole. */
async function publishWithin(
  tables: Transaction<Tables>,
  publication: Publication,
  snapshot: Uint8Array | null,
): Promise<Published> {
  const { graph, documents, at } = publication;
  const isKnown = (await versionOf(tables, graph.version)) !== null;
  const published = await versionNumbers(tables);
  const early = isKnown ? null : await writeEntries(tables, documents);
  // From here on only one publisher runs, because each has to see what the one before made current.
  const { version: before } = await lockCurrent(tables);
  const known = await versionOf(tables, graph.version);
  if (known !== null) return publishAgain(tables, known, before, publication, isKnown ? snapshot : null);
  // Versions that were pruned before the lock took entries with them that this publication counts on.
  const now = new Set(await versionNumbers(tables));
  const isPruned = published.some((number) => !now.has(number));
  const written = early !== null && !isPruned ? early : await writtenAgain(tables, documents, early);
  const number = (await lastNumber(tables)) + 1;
  await addVersion(tables, number, before, written.entries, publication);
  await writePlaces(tables, number, documents);
  await writeSnapshotPieces(tables, number, snapshot ?? snapshotOf(graph));
  await makeCurrent(tables, before, number, at);
  return { number, digest: graph.version, outcome: 'NEW', before, ...written };
}

/** The same content is a version already: what is damaged of it is written again, and it becomes current. */
async function publishAgain(
  tables: Transaction<Tables>,
  number: number,
  before: number | null,
  { graph, documents, at }: Publication,
  snapshot: Uint8Array | null,
): Promise<Published> {
  const { format } = await tables
    .selectFrom('version')
    .select('format')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  // Entries in the format of another release are left to that one; they are not read by this one.
  const isOurs = wholeNumber(format, 'covergraph.version.format') === DOCUMENT_FORMAT;
  const { entries, newEntries, mended } = isOurs
    ? await writeEntries(tables, documents)
    : { entries: [...rowsOf(documents)].length, newEntries: 0, mended: 0 };
  const places = isOurs ? await mendPlaces(tables, number, documents) : 0;
  const pieces = snapshot === null ? 0 : await writeSnapshotPieces(tables, number, snapshot);
  if (before !== number) await makeCurrent(tables, before, number, at);
  return {
    number,
    digest: graph.version,
    outcome: before === number ? 'SAME' : 'REPOINTED',
    entries,
    newEntries: 0,
    mended: newEntries + mended + places + pieces,
    before,
  };
}

/** Writes the entries that are missing now, and counts them with those that were written earlier. */
async function writtenAgain(
  tables: Transaction<Tables>,
  documents: DataDocuments,
  early: EntriesWritten | null,
): Promise<EntriesWritten> {
  const { entries, newEntries, mended } = await writeEntries(tables, documents);
  return { entries, newEntries: newEntries + (early?.newEntries ?? 0), mended: mended + (early?.mended ?? 0) };
}

async function versionNumbers(tables: Transaction<Tables>): Promise<number[]> {
  const rows = await tables.selectFrom('version').select('number').execute();
  return rows.map(({ number }) => wholeNumber(number, 'covergraph.version.number'));
}

async function addVersion(
  tables: Transaction<Tables>,
  number: number,
  parent: number | null,
  entries: number,
  { graph, note, at }: Publication,
): Promise<void> {
  await tables
    .insertInto('version')
    .values({
      number,
      digest: graph.version,
      format: DOCUMENT_FORMAT,
      parent,
      published_at: at,
      note,
      plans: graph.plans.size,
      rules: graph.rules.size,
      sources: graph.sources.size,
      entries,
    })
    .execute();
}

/** The largest number that any table knows, so that what is left of a version whose row is gone is never reused. */
async function lastNumber(tables: Transaction<Tables>): Promise<number> {
  const numbers = await tables
    .selectNoFrom((of) => [
      of
        .selectFrom('version')
        .select((within) => within.fn.max('number').as('last'))
        .as('version'),
      of
        .selectFrom('version_entry')
        .select((within) => within.fn.max('version').as('last'))
        .as('places'),
      of
        .selectFrom('compiled')
        .select((within) => within.fn.max('version').as('last'))
        .as('pieces'),
      of
        .selectFrom('current_version')
        .select((within) => within.fn.max('version').as('last'))
        .as('current'),
      of
        .selectFrom('activation')
        .select((within) => within.fn.max('version').as('last'))
        .as('activations'),
    ])
    .executeTakeFirstOrThrow();
  return Math.max(
    0,
    ...Object.entries(numbers).map(([table, last]) => wholeNumberOrNull(last, `the last version of ${table}`) ?? 0),
  );
}

/** The number of the version with the digest; null if there is none. */
async function versionOf(tables: Pick<Transaction<Tables>, 'selectFrom'>, digest: string): Promise<number | null> {
  const row = await tables.selectFrom('version').select('number').where('digest', '=', digest).executeTakeFirst();
  return wholeNumberOrNull(row?.number, 'covergraph.version.number');
}

/** Quotes from originals are the operator's own and stay out, as they do of the entries. */
function snapshotOf(graph: Graph): Uint8Array {
  return writeSnapshot(graph, { madeFrom: graph.version });
}

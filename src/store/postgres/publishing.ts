/**
 * Publishing: a checked data set becomes a version, in one transaction, and the version becomes current at its end. Who
 * reads sees all of it or nothing; a publisher that dies leaves nothing behind. What was published before under the same
 * digest is not written again.
 */
import type { Transaction } from 'kysely';
import type { Graph } from '../../graph/entries.ts';
import type { DataDocuments } from '../../model/shapes.ts';
import { SNAPSHOT_FORMAT, writeSnapshot } from '../snapshot/snapshot.ts';
import { asked, type Database, transaction } from './connecting.ts';
import { DOCUMENT_FORMAT, type EntryRow, rowsOf } from './entries.ts';
import { checkTables } from './migrations.ts';
import { announce } from './announcing.ts';
import type { Tables } from './tables.ts';

export interface Publication {
  readonly documents: DataDocuments;
  /** What the documents come to; its laws were found to hold. */
  readonly graph: Graph;
  readonly note: string | null;
  /** As in RFC 3339, in UTC. */
  readonly at: string;
}

export interface Published {
  readonly number: number;
  readonly digest: string;
  /** NEW: written now. REPOINTED: an older version holds the same, and is current again. SAME: it was current already. */
  readonly outcome: 'NEW' | 'REPOINTED' | 'SAME';
  /** Of how many entries, and how many of them no version had before. */
  readonly entries: number;
  readonly newEntries: number;
  /** The version that was current before; null: none. */
  readonly before: number | null;
}

/** So many rows in a statement: below what any engine takes of parameters, and its text small. */
const rowsAtOnce = 500;
const pieceBytes = 1024 * 1024;

export async function publish(database: Database, publication: Publication): Promise<Published> {
  await asked(database, () => checkTables(database.queries, 'to write'));
  const isCompiled = await asked(database, (tables) =>
    tables
      .selectFrom('version')
      .innerJoin('compiled', 'compiled.version', 'version.number')
      .select('piece')
      .where('digest', '=', publication.graph.version)
      .where('compiled.format', '=', SNAPSHOT_FORMAT)
      .limit(1)
      .executeTakeFirst(),
  );
  const snapshot = isCompiled ? new Uint8Array() : snapshotOf(publication.graph);
  const published = await transaction(database, (tables) => publishWithin(tables, publication, snapshot));
  if (published.outcome !== 'SAME') await announce(database, published.number);
  return published;
}

async function publishWithin(
  tables: Transaction<Tables>,
  { documents, graph, note, at }: Publication,
  snapshot: Uint8Array,
): Promise<Published> {
  const { version: digest } = graph;
  const known = await versionOf(tables, digest);
  if (known) return pointAt(tables, known.number, digest, known.entries, snapshot);
  const { entries, newEntries } = await addEntries(tables, documents);
  // From here on one publisher at a time: each has to see what the one before has made current.
  const before = await lockCurrent(tables);
  const meanwhile = await versionOf(tables, digest);
  if (meanwhile) return pointAt(tables, meanwhile.number, digest, meanwhile.entries, snapshot);
  const { last } = (await tables
    .selectFrom('version')
    .select((of) => of.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()) as { last: number | null };
  const number = (last ?? 0) + 1;
  await tables
    .insertInto('version')
    .values({
      number,
      digest,
      format: DOCUMENT_FORMAT,
      parent: before,
      published_at: at,
      note,
      plans: graph.plans.size,
      rules: graph.rules.size,
      sources: graph.sources.size,
      entries,
    })
    .execute();
  for (const rows of inParts(rowsOf(documents))) {
    await tables
      .insertInto('version_entry')
      .values(
        rows.map(({ kind, slug, digest: of, position }) => ({ version: number, kind, slug, digest: of, position })),
      )
      .execute();
  }
  await addCompiled(tables, number, snapshot);
  await tables.updateTable('current_version').set({ version: number }).where('key', '=', 1).execute();
  return { number, digest, outcome: 'NEW', entries, newEntries, before };
}

/** The same content is a version already: it becomes current where it was not, and gains its snapshot where a release of another format published it. */
async function pointAt(
  tables: Transaction<Tables>,
  number: number,
  digest: string,
  entries: number,
  snapshot: Uint8Array,
): Promise<Published> {
  const before = await lockCurrent(tables);
  const compiled = await tables
    .selectFrom('compiled')
    .select('piece')
    .where('version', '=', number)
    .where('format', '=', SNAPSHOT_FORMAT)
    .limit(1)
    .executeTakeFirst();
  if (!compiled) await addCompiled(tables, number, snapshot);
  if (before !== number)
    await tables.updateTable('current_version').set({ version: number }).where('key', '=', 1).execute();
  return { number, digest, outcome: before === number ? 'SAME' : 'REPOINTED', entries, newEntries: 0, before };
}

/** The number that is current, which nobody else changes until the transaction ends. */
export async function lockCurrent(tables: Transaction<Tables>): Promise<number | null> {
  const { version } = await tables
    .selectFrom('current_version')
    .select('version')
    .where('key', '=', 1)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return version;
}

const versionOf = (tables: Transaction<Tables>, digest: string) =>
  tables.selectFrom('version').select(['number', 'entries']).where('digest', '=', digest).executeTakeFirst();

/** Sends those alone that are not there: of most publications that is a few. */
async function addEntries(
  tables: Transaction<Tables>,
  documents: DataDocuments,
): Promise<{ entries: number; newEntries: number }> {
  let [entries, newEntries] = [0, 0];
  for (const rows of inParts(rowsOf(documents))) {
    entries += rows.length;
    const found = await tables
      .selectFrom('entry')
      .select('digest')
      .where(
        'digest',
        'in',
        rows.map(({ digest }) => digest),
      )
      .execute();
    const there = new Set(found.map(({ digest }) => digest));
    const missing = rows.filter(({ digest }) => !there.has(digest));
    newEntries += missing.length;
    if (missing.length === 0) continue;
    await tables
      .insertInto('entry')
      .values(missing.map(({ digest, kind, slug, document }) => ({ digest, kind, slug, document })))
      .onConflict((conflict) => conflict.column('digest').doNothing())
      .execute();
  }
  return { entries, newEntries };
}

async function addCompiled(tables: Transaction<Tables>, version: number, snapshot: Uint8Array): Promise<void> {
  for (let piece = 0; piece * pieceBytes < snapshot.length; piece += 1) {
    const bytes = Buffer.from(snapshot.subarray(piece * pieceBytes, (piece + 1) * pieceBytes));
    await tables.insertInto('compiled').values({ version, format: SNAPSHOT_FORMAT, piece, bytes }).execute();
  }
}

/** Quotes from originals are the operator's own and stay out, as they do of the entries. */
function snapshotOf(graph: Graph): Uint8Array {
  return writeSnapshot(graph, { madeFrom: graph.version });
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

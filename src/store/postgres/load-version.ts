/**
 * Loads a version as a graph from its snapshot, piece by piece, or from its entries if this program cannot read the snapshot.
 * Requests are answered between the pieces. The graph is compared with the digest under which it was published.
 */
import type { Kysely } from 'kysely';
import { buildGraph } from '../../graph/build.ts';
import type { Graph } from '../../graph/entries.ts';
import { query, type Database } from './connection.ts';
import { DOCUMENT_FORMAT, documentsOf, type EntryRow, KINDS } from './entries.ts';
import { DatabaseError } from './database-errors.ts';
import { wholeNumber } from './numbers.ts';
import { readPieces } from './pieces.ts';
import type { Tables } from './tables.ts';

const rowsAtOnce = 1_000;

/** A version and where its graph came from. */
export interface LoadedVersion {
  readonly number: number;
  readonly graph: Graph;
  readonly from: 'SNAPSHOT' | 'ENTRIES';
  /** Why the snapshot was not used, as a clause that begins with its subject; null if it was. */
  readonly why: string | null;
}

/** Loads a version. Rejects with a DatabaseError if it does not exist or cannot be read. */
export function loadVersion(database: Database, number: number): Promise<LoadedVersion> {
  return query(database, async (tables): Promise<LoadedVersion> => {
    const version = await tables
      .selectFrom('version')
      .select(['digest', 'format'])
      .where('number', '=', number)
      .executeTakeFirst();
    if (!version) throw new DatabaseError('UNKNOWN_VERSION', String(number));
    const { graph, why } = await readPieces(tables, number);
    if (graph?.version === version.digest) return { number, graph, from: 'SNAPSHOT', why: null };
    const format = wholeNumber(version.format, 'covergraph.version.format');
    if (format !== DOCUMENT_FORMAT)
      throw new DatabaseError(
        'UNREADABLE',
        `version ${String(number)} has format ${String(format)}, and this program reads format ${String(DOCUMENT_FORMAT)}`,
      );
    return {
      number,
      graph: await graphOfEntries(tables, number, version.digest),
      from: 'ENTRIES',
      why: why ?? 'the snapshot is of other data',
    };
  });
}

async function graphOfEntries(tables: Kysely<Tables>, number: number, digest: string): Promise<Graph> {
  const { graph, problem } = built(await rowsOfVersion(tables, number));
  if (graph?.version === digest) return graph;
  throw new DatabaseError('DAMAGED', `version ${String(number)}${problem === null ? '' : `: ${problem}`}`);
}

/** Builds the graph. Damaged rows may not be JSON, or not have the shape of an entry; then the graph is null. */
function built(rows: readonly Omit<EntryRow, 'digest'>[]): { graph: Graph | null; problem: string | null } {
  try {
    const { graph, problems } = buildGraph(documentsOf(rows));
    return { graph, problem: problems[0]?.message ?? null };
  } catch (error) {
    return { graph: null, problem: error instanceof Error ? error.message : String(error) };
  }
}

async function rowsOfVersion(tables: Kysely<Tables>, number: number): Promise<Omit<EntryRow, 'digest'>[]> {
  const rows: Omit<EntryRow, 'digest'>[] = [];
  for (const kind of KINDS) {
    let after = '';
    for (;;) {
      const part = await tables
        .selectFrom('version_entry')
        .innerJoin('entry', 'entry.digest', 'version_entry.digest')
        .select(['version_entry.kind', 'version_entry.slug', 'version_entry.position', 'entry.document'])
        .where('version_entry.version', '=', number)
        .where('version_entry.kind', '=', kind)
        .where('version_entry.slug', '>', after)
        .orderBy('version_entry.slug')
        .limit(rowsAtOnce)
        .execute();
      for (const row of part)
        rows.push({ ...row, position: wholeNumber(row.position, 'covergraph.version_entry.position') });
      const last = part.at(-1);
      if (!last || part.length < rowsAtOnce) break;
      after = last.slug;
    }
  }
  return rows;
}

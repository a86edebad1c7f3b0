/**
 * A version as a graph: from its snapshot, piece by piece, or where there is none that this program reads, from its
 * entries. Requests are answered between the pieces; what was read is held against the digest under which it was published.
 */
import type { Kysely } from 'kysely';
import { buildGraph } from '../../graph/build.ts';
import type { Graph } from '../../graph/entries.ts';
import { readSnapshot, SNAPSHOT_FORMAT } from '../snapshot/snapshot.ts';
import { asked, type Database } from './connecting.ts';
import { DOCUMENT_FORMAT, documentsOf, type EntryRow, KINDS } from './entries.ts';
import { Fault } from './faults.ts';
import type { Tables } from './tables.ts';

const rowsAtOnce = 1_000;

export interface Opened {
  readonly number: number;
  readonly graph: Graph;
  readonly from: 'SNAPSHOT' | 'ENTRIES';
}

/** Rejects with a Fault where the version is not there or cannot be read. */
export function open(database: Database, number: number): Promise<Opened> {
  return asked(database, async (tables): Promise<Opened> => {
    const version = await tables
      .selectFrom('version')
      .select(['digest', 'format', 'entries'])
      .where('number', '=', number)
      .executeTakeFirst();
    if (!version) throw new Fault('UNKNOWN_VERSION', String(number));
    const compiled = await graphOfSnapshot(tables, number);
    if (compiled?.version === version.digest) return { number, graph: compiled, from: 'SNAPSHOT' };
    if (version.format !== DOCUMENT_FORMAT)
      throw new Fault(
        'UNREADABLE',
        `version ${String(number)} has format ${String(version.format)}, and this program reads format ${String(DOCUMENT_FORMAT)}`,
      );
    const {
      graph,
      problems: [problem],
    } = buildGraph(documentsOf(await rowsOfVersion(tables, number)));
    if (graph?.version !== version.digest)
      throw new Fault(
        'DAMAGED',
        problem ? `version ${String(number)}: ${problem.message}` : `version ${String(number)}`,
      );
    return { number, graph, from: 'ENTRIES' };
  });
}

/** Null where there is none in this program's format, or it is damaged. */
async function graphOfSnapshot(tables: Kysely<Tables>, number: number): Promise<Graph | null> {
  const pieces: Uint8Array[] = [];
  for (;;) {
    const piece = await tables
      .selectFrom('compiled')
      .select('bytes')
      .where('version', '=', number)
      .where('format', '=', SNAPSHOT_FORMAT)
      .where('piece', '=', pieces.length)
      .executeTakeFirst();
    if (!piece) break;
    pieces.push(piece.bytes);
  }
  if (pieces.length === 0) return null;
  const read = readSnapshot(Buffer.concat(pieces));
  return 'unusable' in read ? null : read.graph;
}

async function rowsOfVersion(tables: Kysely<Tables>, number: number): Promise<Omit<EntryRow, 'digest'>[]> {
  const rows: Omit<EntryRow, 'digest'>[] = [];
  for (const kind of KINDS) {
    for (let after = ''; ;) {
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
      rows.push(...part);
      const last = part.at(-1);
      if (!last || part.length < rowsAtOnce) break;
      after = last.slug;
    }
  }
  return rows;
}

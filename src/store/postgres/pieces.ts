/** Reads the snapshot of a version from the table `compiled`, which stores it in pieces of one megabyte, numbered from 0. */
import type { Kysely } from 'kysely';
import type { Graph } from '../../graph/entries.ts';
import { readSnapshot, SNAPSHOT_FORMAT } from '../snapshot/snapshot.ts';
import type { Tables } from './tables.ts';

/** The snapshot of a version, or why it cannot be used. */
export interface SnapshotFound {
  /** Null if the snapshot cannot be used. */
  readonly graph: Graph | null;
  /** Why it cannot, as a clause that begins with its subject; null if it can. */
  readonly why: string | null;
}

/** Reads the snapshot of a version in this program's format, one piece after the other. */
export async function readPieces(tables: Kysely<Tables>, number: number): Promise<SnapshotFound> {
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
  if (pieces.length === 0)
    return { graph: null, why: `the version has no snapshot of format ${String(SNAPSHOT_FORMAT)}` };
  return opened(Buffer.concat(pieces));
}

function opened(bytes: Uint8Array): SnapshotFound {
  try {
    const read = readSnapshot(bytes);
    return 'unusable' in read
      ? { graph: null, why: `the snapshot ${read.unusable}` }
      : { graph: read.graph, why: null };
  } catch (error) {
    return {
      graph: null,
      why: `the snapshot cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/**
 * Data folders compiled ahead of time: the build leaves a snapshot of the data that comes with the program, so that a start
 * reads no YAML and holds no law against what was held against it already. A snapshot stands for the very bytes that it
 * was made from: all of them are read and compared at each start, since a size or a date says nothing after a copy.
 */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, promises, readdirSync, readFileSync, readSync } from 'node:fs';
import type { Graph } from '../graph/entries.ts';
import { DATA_FILE_LIMIT } from './files.ts';
import type { Loaded } from './folders.ts';
import { readSnapshot, type Snapshot, type Unusable, writeSnapshot } from './snapshot/snapshot.ts';

interface Folders {
  readonly data: readonly string[];
  readonly sources: readonly string[];
}
export interface SnapshotPlace {
  /** Where the snapshot is. */
  readonly file: string;
  /** The one data folder that it is kept for. */
  readonly folder: string;
}
export interface SnapshotLoad extends Loaded {
  /** Why the snapshot was not used; null where it was, and where none is kept of these folders. */
  readonly refused: RefusedSnapshot | null;
  /**
   * To be told of a graph that was found sound: where its snapshot is stale or damaged, a new one takes its place. True
   * where it did. A folder that may not be written is no fault.
   */
  readonly keep: (sound: Graph) => Promise<boolean>;
}
/** A snapshot that is there and was not used. Stale it is once the data has changed; damaged it should never be. */
export interface RefusedSnapshot {
  readonly isDamaged: boolean;
  /** A clause that begins with its subject. */
  readonly why: string;
}

/**
 * What `loadFolders` gives, from the snapshot where that was made from the same bytes; then there is nothing left to
 * examine, since no law depends on the current day. Otherwise the folders are read.
 */
export async function loadSnapshotOrFolders(folders: Folders, compiled: SnapshotPlace): Promise<SnapshotLoad> {
  const madeFrom = folders.sources.length > 0 ? null : digestOf(folders.data);
  const found = madeFrom === null && !isKeptOf(folders, compiled) ? null : openSnapshot(compiled.file);
  if (found === null) return loadWithoutSnapshot(folders, compiled);
  const refused = refusalOf(found, madeFrom);
  if (refused !== null || 'unusable' in found)
    return { ...(await loadWithoutSnapshot(folders, compiled)), refused: isKeptOf(folders, compiled) ? refused : null };
  const locate: Loaded['locate'] = (problem) => ({ ...problem, file: folders.data.at(-1) ?? '', line: 1, column: 1 });
  return {
    graph: found.graph,
    examinable: null,
    problems: [],
    curatedPlans: new Set(),
    locate,
    refused: null,
    keep: () => Promise.resolve(false),
  };
}

function refusalOf(found: Snapshot | Unusable, madeFrom: string | null): RefusedSnapshot | null {
  if ('unusable' in found) return { isDamaged: true, why: `the snapshot ${found.unusable}` };
  if (found.note.madeFrom !== madeFrom)
    return { isDamaged: false, why: 'the data is not what the snapshot was made of' };
  return null;
}

/** The folders themselves, read and examined whatever the snapshot says. */
export async function loadWithoutSnapshot(folders: Folders, compiled: SnapshotPlace): Promise<SnapshotLoad> {
  const { file } = compiled;
  const madeFrom = isKeptOf(folders, compiled) ? digestOf(folders.data) : null;
  const { loadFolders } = await import('./folders.ts');
  const keep = async (sound: Graph): Promise<boolean> => {
    const isThere = await promises.access(file).then(
      () => true,
      () => false,
    );
    // What was read in between may be newer than what was digested before.
    if (!isThere || madeFrom === null || digestOf(folders.data) !== madeFrom) return false;
    return await compile(sound, madeFrom, file).then(
      () => true,
      () => false,
    );
  };
  return { ...(await loadFolders(folders)), refused: null, keep };
}

const isKeptOf = ({ data, sources }: Folders, { folder }: SnapshotPlace): boolean =>
  sources.length === 0 && data.length === 1 && data[0] === folder;

/** The snapshot in a file; null where there is none. Without waiting: a start has nothing else to do. */
export function openSnapshot(file: string): Snapshot | Unusable | null {
  try {
    return readSnapshot(readFileSync(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    return { unusable: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Writes the snapshot of a graph that keeps every law, whole or not at all. */
export async function compile(sound: Graph, madeFrom: string, file: string): Promise<void> {
  const aside = `${file}.${String(process.pid)}`;
  try {
    await promises.writeFile(aside, writeSnapshot(sound, { madeFrom }));
    await promises.rename(aside, file);
  } finally {
    await promises.rm(aside, { force: true });
  }
}

/** SHA-256 over the names and the bytes of all files in the folders, in their order; null where anything lies there that is not read as data. */
export function digestOf(folders: readonly string[]): string | null {
  const digest = createHash('sha256');
  try {
    // One after the other and without waiting: files as small as these are read before a thread is woken for them.
    for (const folder of folders) if (!digestFolder(digest, folder, deepest)) return null;
  } catch {
    return null;
  }
  return digest.digest('hex');
}

/** A data folder has files, and folders of files. */
const deepest = 2;

/** Every file is read into the same room, and told from one that is too large by one byte more. */
let room: Buffer | undefined;
/** The bytes of a file until the next is read; null where they are more than a data file may have. */
function readWithin(path: string): Buffer | null {
  room ??= Buffer.allocUnsafeSlow(DATA_FILE_LIMIT + 1);
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < room.length; length += read)
      read = readSync(file, room, length, room.length - length, null);
    return length > DATA_FILE_LIMIT ? null : room.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function digestFolder(digest: Hash, folder: string, depth: number): boolean {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return (
    depth > 0 &&
    entries.every((entry) => {
      const path = `${folder}/${entry.name}`;
      const bytes = entry.isFile() ? readWithin(path) : null;
      digest.update(JSON.stringify([depth, entry.name, bytes?.length ?? null]));
      if (bytes) digest.update(bytes);
      return bytes !== null || (entry.isDirectory() && digestFolder(digest, path, depth - 1));
    })
  );
}

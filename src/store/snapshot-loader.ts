/**
 * Loads a snapshot of the data folders instead of the folders themselves. The build writes a snapshot of the data that comes
 * with the program, so a start need not parse YAML or check laws again. The snapshot is used only for data with the same
 * bytes: every start digests all files, because sizes and dates do not prove anything after a copy.
 */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, promises, readdirSync, readFileSync, readSync } from 'node:fs';
import type { Graph } from '../graph/entries.ts';
import { DATA_FILE_LIMIT } from './files.ts';
import type { Loaded } from './folders.ts';
import { isLeftover } from './leftovers.ts';
import { readSnapshot, type Snapshot, type Unusable, writeSnapshot } from './snapshot/snapshot.ts';

/** Folders with data, and folders with originals of sources. */
interface Folders {
  readonly data: readonly string[];
  readonly sources: readonly string[];
}
/** A snapshot file and the data folders that it belongs to. */
export interface SnapshotPlace {
  /** The path of the snapshot. */
  readonly file: string;
  /** The data folders that it is made from, in the order in which they are loaded. */
  readonly folders: readonly string[];
}
/** A data set that was loaded from a snapshot or from folders. */
export interface SnapshotLoad extends Loaded {
  /** Why the snapshot was not used; null if it was used, or if these folders have no snapshot. */
  readonly refused: RefusedSnapshot | null;
  /**
   * Call this with a graph that was found valid: a stale or damaged snapshot is then replaced. Resolves to true if it was
   * replaced. It is not an error if the file cannot be written.
   */
  readonly keep: (sound: Graph) => Promise<boolean>;
}
/** Why an existing snapshot was not used: it is damaged, or the data has changed since. */
export interface RefusedSnapshot {
  readonly isDamaged: boolean;
  /** A clause that begins with its subject. */
  readonly why: string;
}

/**
 * Loads the snapshot that was made from the same bytes as the data, and otherwise the folders. `places` are the snapshots
 * that there may be. A graph from a snapshot needs no check (`examinable` is null), because it was checked when the
 * snapshot was written.
 */
export async function loadSnapshotOrFolders(folders: Folders, places: readonly SnapshotPlace[]): Promise<SnapshotLoad> {
  const madeFrom = folders.sources.length > 0 ? null : digestOf(folders.data);
  const own = places.find((place) => isKeptOf(folders, place));
  let refused: RefusedSnapshot | null = null;
  // Folders elsewhere may be a copy of those that a snapshot was made from.
  for (const { file } of own ? [own] : places) {
    const snapshot = madeFrom === null && !own ? null : openSnapshot(file);
    if (snapshot === null) continue;
    refused = refusalOf(snapshot, madeFrom);
    if (refused !== null || 'unusable' in snapshot) continue;
    return {
      graph: snapshot.graph,
      examinable: null,
      problems: [],
      curatedPlans: new Set(),
      locate: (problem) => ({ ...problem, file: folders.data.at(-1) ?? '', line: 1, column: 1 }),
      refused: null,
      keep: () => Promise.resolve(false),
    };
  }
  return { ...(await loadWithoutSnapshot(folders, places)), refused: own ? refused : null };
}

function refusalOf(snapshot: Snapshot | Unusable, madeFrom: string | null): RefusedSnapshot | null {
  if ('unusable' in snapshot) return { isDamaged: true, why: `the snapshot ${snapshot.unusable}` };
  if (snapshot.note.madeFrom !== madeFrom)
    return { isDamaged: false, why: 'the data is not what the snapshot was made of' };
  return null;
}

/** Loads the folders without looking at a snapshot. */
export async function loadWithoutSnapshot(folders: Folders, places: readonly SnapshotPlace[]): Promise<SnapshotLoad> {
  const own = places.find((place) => isKeptOf(folders, place));
  const madeFrom = own ? digestOf(folders.data) : null;
  const { loadFolders } = await import('./folders.ts');
  const keep = async (sound: Graph): Promise<boolean> => {
    if (!own || madeFrom === null) return false;
    const isThere = await promises.access(own.file).then(
      () => true,
      () => false,
    );
    // The data may have changed after it was digested, so it is digested again.
    if (!isThere || digestOf(folders.data) !== madeFrom) return false;
    return await compile(sound, madeFrom, own.file).then(
      () => true,
      () => false,
    );
  };
  return { ...(await loadFolders(folders)), refused: null, keep };
}

const isKeptOf = ({ data, sources }: Folders, { folders }: SnapshotPlace): boolean =>
  sources.length === 0 && data.length === folders.length && data.every((folder, index) => folder === folders[index]);

/** Reads the snapshot in a file, synchronously, because a start has nothing else to do; null if there is no file. */
export function openSnapshot(file: string): Snapshot | Unusable | null {
  try {
    return readSnapshot(readFileSync(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    return { unusable: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Writes the snapshot of a valid graph atomically. `madeFrom` is the digest of the data. Rejects if the file cannot be written. */
export async function compile(sound: Graph, madeFrom: string, file: string): Promise<void> {
  const temporary = `${file}.${String(process.pid)}`;
  try {
    await promises.writeFile(temporary, writeSnapshot(sound, { madeFrom }));
    await promises.rename(temporary, file);
  } finally {
    await promises.rm(temporary, { force: true });
  }
}

/** SHA-256, in hexadecimal, of the names and bytes of all files in the folders; null if they contain anything that is not read as data. */
export function digestOf(folders: readonly string[]): string | null {
  const digest = createHash('sha256');
  try {
    // Synchronous, because reading such small files takes less time than handing them to a thread.
    for (const folder of folders) if (!digestFolder(digest, folder, deepest)) return null;
  } catch {
    return null;
  }
  return digest.digest('hex');
}

/** Data files are in a data folder and its direct subfolders. */
const deepest = 2;

/** Every file is read into the same buffer. It has one byte more than the limit, so a file over the limit is detected. */
let readBuffer: Buffer | undefined;
/** The bytes of a file, valid until the next call; null if the file is larger than a data file may be. */
function readWithin(path: string): Buffer | null {
  readBuffer ??= Buffer.allocUnsafeSlow(DATA_FILE_LIMIT + 1);
  const file = openSync(path, 'r');
  try {
    let length = 0;
    while (length < readBuffer.length) {
      const count = readSync(file, readBuffer, length, readBuffer.length - length, null);
      if (count === 0) break;
      length += count;
    }
    return length > DATA_FILE_LIMIT ? null : readBuffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function digestFolder(digest: Hash, folder: string, depth: number): boolean {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !isLeftover(entry.name, entry.isDirectory()))
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

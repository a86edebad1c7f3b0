/** Folders of files in memory. They read as the same bytes on disk would. */
import { brotliDecompressSync } from 'node:zlib';
import type { FileProblem } from './file-problem.ts';
import {
  DAMAGED,
  type FileTree,
  type FolderEntry,
  isCompressed,
  sortedEntries,
  TAKE_AGAIN,
  textOf,
  unlistableFolder,
} from './files.ts';
import { LineReader } from './lines.ts';

/** A tree of files by path, each as text or as bytes. Path parts are separated by "/"; the folders are those in the paths. */
export function inMemory(files: ReadonlyMap<string, string | Uint8Array>): FileTree {
  const folders = new Map<string, Map<string, FolderEntry>>();
  for (const file of files.keys()) {
    let type: FolderEntry['type'] = 'file';
    let path = file;
    while (path.includes('/')) {
      const slash = path.lastIndexOf('/');
      const name = path.slice(slash + 1);
      path = path.slice(0, slash);
      const entries = folders.get(path) ?? new Map<string, FolderEntry>();
      folders.set(path, entries.set(name, { name, type }));
      type = 'folder';
    }
  }
  return {
    listFolder: (folder) => {
      const entries = folders.get(folder);
      return Promise.resolve(
        entries ? { entries: sortedEntries([...entries.values()]) } : unlistableFolder(folder, 'it is not there'),
      );
    },
    readText: (file, limit) => {
      const content = files.get(file);
      return Promise.resolve(
        content === undefined ? { problem: missing(file) } : textOf(file, bytesOf(content), limit),
      );
    },
    readLines: (file, limit, handle) => {
      const content = files.get(file);
      if (content === undefined) return Promise.resolve({ ...missing(file), line: 1 });
      const lines = new LineReader(file, limit, handle);
      const bytes = isCompressed(file) ? decompressed(bytesOf(content)) : bytesOf(content);
      return Promise.resolve(bytes === null ? lines.problem(DAMAGED, TAKE_AGAIN) : (lines.read(bytes) ?? lines.end()));
    },
  };
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;
/** Null for bytes that Brotli did not write. */
function decompressed(bytes: Uint8Array): Uint8Array | null {
  try {
    return brotliDecompressSync(bytes);
  } catch {
    return null;
  }
}
const missing = (file: string): FileProblem => ({
  file,
  message: 'this file cannot be read: it is not there',
  remedy: 'Put a regular file here that may be read.',
});

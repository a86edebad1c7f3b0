/** Folders of files held in memory: what is read from them is what would be read from a disk that held the same bytes. */
import { type FileProblem, type FileTree, type FolderEntry, inOrder, textOf, unlisted } from './files.ts';
import { LineReader } from './lines.ts';

/** Files by their path, as text or as bytes; the folders are those that the paths name. Paths are joined by "/". */
export function inMemory(files: ReadonlyMap<string, string | Uint8Array>): FileTree {
  const folders = new Map<string, Map<string, FolderEntry>>();
  for (const file of files.keys()) {
    let type: FolderEntry['type'] = 'file';
    for (let path = file; path.includes('/'); type = 'folder') {
      const cut = path.lastIndexOf('/');
      const name = path.slice(cut + 1);
      path = path.slice(0, cut);
      folders.set(path, (folders.get(path) ?? new Map<string, FolderEntry>()).set(name, { name, type }));
    }
  }
  return {
    listFolder: (folder) => {
      const entries = folders.get(folder);
      return Promise.resolve(
        entries ? { entries: inOrder([...entries.values()]) } : unlisted(folder, 'it is not there'),
      );
    },
    readText: (file, limit) => {
      const held = files.get(file);
      return Promise.resolve(held === undefined ? { problem: missing(file) } : textOf(file, bytesOf(held), limit));
    },
    readLines: (file, limit, take) => {
      const held = files.get(file);
      if (held === undefined) return Promise.resolve({ ...missing(file), line: 1 });
      const lines = new LineReader(file, limit, take);
      return Promise.resolve(lines.read(bytesOf(held)) ?? lines.end());
    },
  };
}

const bytesOf = (held: string | Uint8Array): Uint8Array =>
  typeof held === 'string' ? new TextEncoder().encode(held) : held;
const missing = (file: string): FileProblem => ({
  file,
  message: 'this file cannot be read: it is not there',
  remedy: 'Put a regular file here that may be read.',
});

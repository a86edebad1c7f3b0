/** Folders of files held in memory: what is read from them is what would be read from a disk that held the same bytes. */
import { type FileTree, type FolderEntry, inOrder, textOf, unlisted } from './files.ts';

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
      return Promise.resolve(entries ? { entries: inOrder([...entries.values()]) } : unlisted(folder, 'it is not there'));
    },
    readText: (file, limit) => {
      const held = files.get(file);
      if (held === undefined) return Promise.resolve({ problem: { file, message: 'this file cannot be read: it is not there', remedy: 'Put a regular file here that may be read.' } });
      return Promise.resolve(textOf(file, typeof held === 'string' ? new TextEncoder().encode(held) : held, limit));
    },
  };
}

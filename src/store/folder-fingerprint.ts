/** Detects that files have changed without reading them. */
import { createHash } from 'node:crypto';
import { promises } from 'node:fs';
import { join } from 'node:path';
import { isLeftover } from './leftovers.ts';

/** Data files are in a data folder and its direct subfolders. */
const deepest = 2;

/**
 * A SHA-256 digest, in hexadecimal, of the paths, sizes, device and inode numbers and modification times of all files in
 * the folders. It changes when a file is written, replaced, added or removed. Links are followed, and what editors and
 * systems leave behind is passed over. A file that cannot be examined counts as missing.
 */
export async function folderFingerprint(folders: readonly string[]): Promise<string> {
  const lines = (await Promise.all(folders.map((folder) => linesOf(folder, deepest)))).flat();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

async function linesOf(folder: string, depth: number): Promise<string[]> {
  const names = (await promises.readdir(folder).catch(() => [])).sort();
  const lines = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const status = await promises.stat(path, { bigint: true }).catch(() => null);
      if (isLeftover(name, status?.isDirectory() === true)) return [];
      if (status === null) return [`${path} nowhere`];
      if (status.isDirectory()) return depth > 1 ? await linesOf(path, depth - 1) : [];
      const { size, mtimeNs, ctimeNs, dev, ino } = status;
      return [`${path} ${String(size)} ${String(mtimeNs)} ${String(ctimeNs)} ${String(dev)}:${String(ino)}`];
    }),
  );
  return lines.flat();
}

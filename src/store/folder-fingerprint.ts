/** Whether files have changed, told without reading them. */
import { createHash } from 'node:crypto';
import { promises } from 'node:fs';
import { join } from 'node:path';

/** Data lies in a folder and its folders. */
const deepest = 2;

/**
 * A digest of the names, sizes, places and moments of change of all files in the folders, links followed: another one
 * whenever a file was written, put in another's place, added or taken away. What cannot be looked at counts as not there.
 */
export async function folderFingerprint(folders: readonly string[]): Promise<string> {
  const lines = (await Promise.all(folders.map((folder) => linesOf(folder, deepest)))).flat();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

async function linesOf(folder: string, depth: number): Promise<string[]> {
  const names = (await promises.readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.')).sort();
  const lines = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const found = await promises.stat(path, { bigint: true }).catch(() => null);
      if (found === null) return [`${path} nowhere`];
      if (found.isDirectory()) return depth > 1 ? await linesOf(path, depth - 1) : [];
      return [
        `${path} ${String(found.size)} ${String(found.mtimeNs)} ${String(found.ctimeNs)} ${String(found.dev)}:${String(found.ino)}`,
      ];
    }),
  );
  return lines.flat();
}

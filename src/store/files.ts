/** Files as they lie in a folder. Whatever is wrong with one, a link, a pipe, a size, an encoding, is told as a problem; nothing here throws. */
import { constants, type Dirent, promises } from 'node:fs';
import { join, sep } from 'node:path';
import { LineReader } from './lines.ts';

/** A problem with a file as such, before anything in it is read. */
export interface FileProblem {
  readonly file: string;
  readonly message: string;
  readonly remedy: string;
}
export type FileText = { readonly text: string } | { readonly problem: FileProblem };
export interface FolderEntry {
  readonly name: string;
  readonly type: 'file' | 'folder' | 'other';
}

/** Where folders and files are read from: the disk, or a map in memory. */
export interface FileTree {
  /** The entries of a folder in order of name, without those whose name begins with a dot, which editors and systems leave behind. */
  readonly listFolder: (folder: string) => Promise<{ entries: FolderEntry[] } | { problem: FileProblem }>;
  /** The text of a regular file in UTF-8, without a byte order mark; no more is read than the limit. */
  readonly readText: (file: string, limit: number) => Promise<FileText>;
  /** The lines of a regular file in UTF-8, one after another, so that a file of any size takes no more memory than its longest line. */
  readonly readLines: (file: string, limit: number, take: TakeLine) => Promise<LineProblem | null>;
}
/** Takes a line without its end; lines count from 1. */
export type TakeLine = (line: string, number: number) => void;
/** Why the lines from this one on are not read. */
export type LineProblem = FileProblem & { readonly line: number };

/** Data files are small: one entry each. */
export const DATA_FILE_LIMIT = 2 * 1024 * 1024;

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Record<string, string> = {
    ENOENT: 'it is not there',
    EACCES: 'it may not be read',
    ENOTDIR: 'it is not a folder',
    ELOOP: 'it is a symbolic link that leads to itself',
    ENXIO: 'it is not a regular file',
  };
  return reasons[code] ?? (code || 'it cannot be read');
}

/** What is shown of a folder's entries, in order of name. */
export function inOrder(entries: readonly FolderEntry[]): FolderEntry[] {
  return entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A folder that cannot be listed. */
export function unlisted(folder: string, reason: string): { problem: FileProblem } {
  return {
    problem: {
      file: folder,
      message: `this folder cannot be listed: ${reason}`,
      remedy: 'Name a folder that is there and may be read.',
    },
  };
}

function wrong(file: string, message: string, remedy: string): FileText {
  return { problem: { file, message, remedy } };
}

/** The text that the bytes of a file stand for. */
export function textOf(file: string, bytes: Uint8Array, limit: number): FileText {
  if (bytes.length > limit)
    return wrong(
      file,
      `this file has ${String(bytes.length)} bytes, more than the ${String(limit)} that are read`,
      'Split it, one entry to a file.',
    );
  if (bytes.includes(0)) return wrong(file, 'this file holds a NUL byte, so it is not text', 'Save it as UTF-8 text.');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return wrong(file, 'this file is not UTF-8', 'Save it as UTF-8 text.');
  }
}

const LEADS_OUT = 'it is a symbolic link that leads out of the data folder';

/**
 * The disk, as far as it lies in these folders. A link is followed where what it leads to lies in the same folder, as the
 * links of a mounted volume do that is swapped as a whole; one that leads out is refused, and a pipe is not waited for.
 */
export function diskIn(folders: readonly string[]): FileTree {
  /** Where a path really is; null where that is outside the folder that it is named in. Rejects where there is nothing. */
  const inside = async (path: string): Promise<string | null> => {
    const folder = folders.find((each) => path === each || path.startsWith(join(each, sep)));
    if (folder === undefined) return null;
    const [place, root] = await Promise.all([promises.realpath(path), promises.realpath(folder)]);
    return place === root || place.startsWith(join(root, sep)) ? place : null;
  };
  const typeOf = async (folder: string, entry: Dirent): Promise<FolderEntry['type']> => {
    if (!entry.isSymbolicLink()) return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
    const place = await inside(join(folder, entry.name)).catch(() => null);
    const found = place === null ? null : await promises.stat(place).catch(() => null);
    return found?.isFile() === true ? 'file' : found?.isDirectory() === true ? 'folder' : 'other';
  };
  return {
    listFolder: async (folder) => {
      try {
        const place = await inside(folder);
        if (place === null) return unlisted(folder, LEADS_OUT);
        const found = await promises.readdir(place, { withFileTypes: true });
        return {
          entries: inOrder(
            await Promise.all(
              found.map(async (entry): Promise<FolderEntry> => ({
                name: entry.name,
                type: await typeOf(folder, entry),
              })),
            ),
          ),
        };
      } catch (error) {
        return unlisted(folder, reasonOf(error));
      }
    },
    readText: async (file, limit) => {
      try {
        const place = await inside(file);
        return place === null
          ? wrong(file, `this file cannot be read: ${LEADS_OUT}`, 'Put the file itself here.')
          : await readAt(place, file, limit);
      } catch (error) {
        return wrong(file, `this file cannot be read: ${reasonOf(error)}`, 'Put a regular file here that may be read.');
      }
    },
    readLines: async (file, limit, take) => {
      const lines = new LineReader(file, limit, take);
      try {
        const place = await inside(file);
        return place === null
          ? lines.problem(`this file cannot be read: ${LEADS_OUT}`, 'Put the file itself here.')
          : await linesAt(place, lines);
      } catch (error) {
        return lines.problem(
          `this file cannot be read: ${reasonOf(error)}`,
          'Put a regular file here that may be read.',
        );
      }
    },
  };
}

/** The place is final: whatever became a link since is not followed. */
async function readAt(place: string, file: string, limit: number): Promise<FileText> {
  let handle: promises.FileHandle | undefined;
  try {
    handle = await promises.open(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const status = await handle.stat();
    if (!status.isFile()) return wrong(file, 'this is not a regular file', 'Put the file itself here.');
    if (status.size > limit)
      return wrong(
        file,
        `this file has ${String(status.size)} bytes, more than the ${String(limit)} that are read`,
        'Split it, one entry to a file.',
      );
    return textOf(file, await handle.readFile(), limit);
  } finally {
    await handle?.close();
  }
}

async function linesAt(place: string, lines: LineReader): Promise<LineProblem | null> {
  let handle: promises.FileHandle | undefined;
  try {
    handle = await promises.open(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    if (!(await handle.stat()).isFile())
      return lines.problem('this is not a regular file', 'Put the file itself here.');
    for await (const chunk of handle.createReadStream({
      autoClose: false,
      highWaterMark: 256 * 1024,
    }) as AsyncIterable<Buffer>) {
      const problem = lines.read(chunk);
      if (problem) return problem;
    }
    return lines.end();
  } finally {
    await handle?.close();
  }
}

/**
 * Reads the files of data folders. A file that cannot be used (a symbolic link out of the folder, a pipe, a file that is
 * too large or not UTF-8) is returned as a problem; no function here throws.
 */
import { constants, type Dirent, promises } from 'node:fs';
import { join, sep } from 'node:path';
import type { FileProblem, LineHandler, LineProblem } from './file-problem.ts';
import { LineReader } from './lines.ts';

/** The text of a file, or why it could not be read. */
export type FileText = { readonly text: string } | { readonly problem: FileProblem };
/** An entry of a folder. A symbolic link has the type of its target; `other` is anything that is not read. */
export interface FolderEntry {
  readonly name: string;
  readonly type: 'file' | 'folder' | 'other';
}

/** Where folders and files are read from: the disk, or a map in memory. */
export interface FileTree {
  /** Lists a folder in order of name. Names that begin with a dot, which editors and systems leave behind, are left out. */
  readonly listFolder: (folder: string) => Promise<{ entries: FolderEntry[] } | { problem: FileProblem }>;
  /** Reads a regular UTF-8 file as text, without a byte order mark. A file of more than `limit` bytes is a problem. */
  readonly readText: (file: string, limit: number) => Promise<FileText>;
  /**
   * Passes the lines of a regular UTF-8 file to `handle`, one after another, so memory does not grow with the file.
   * A line of more than `limit` bytes is a problem. Resolves to null where every line was read.
   */
  readonly readLines: (file: string, limit: number, handle: LineHandler) => Promise<LineProblem | null>;
}

/** The most bytes that a data file, or a line of a pack, may have. Each holds one entry. */
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

/** The entries that are listed, in order of name: those whose name does not begin with a dot. */
export function sortedEntries(entries: readonly FolderEntry[]): FolderEntry[] {
  return entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The problem of a folder that cannot be listed. `reason` is a clause. */
export function unlistableFolder(folder: string, reason: string): { problem: FileProblem } {
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

/** Decodes the bytes of a file; too many bytes, a NUL byte and bytes that are not UTF-8 are problems. */
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
 * The files on disk that are inside the given folders. A symbolic link is followed if its target is in the same folder, as
 * in a mounted Kubernetes volume; a link to a place outside is refused. A pipe is refused without waiting for its writer.
 */
export function diskIn(folders: readonly string[]): FileTree {
  /** The path with its links resolved; null where that is outside the folder. Rejects where nothing exists at the path. */
  const resolveInside = async (path: string): Promise<string | null> => {
    const folder = folders.find((candidate) => path === candidate || path.startsWith(join(candidate, sep)));
    if (folder === undefined) return null;
    const target = await promises.realpath(path);
    const root = await promises.realpath(folder);
    return target === root || target.startsWith(join(root, sep)) ? target : null;
  };
  const typeOf = async (folder: string, entry: Dirent): Promise<FolderEntry['type']> => {
    if (!entry.isSymbolicLink()) return entryType(entry);
    const target = await resolveInside(join(folder, entry.name)).catch(() => null);
    return entryType(target === null ? null : await promises.stat(target).catch(() => null));
  };
  return {
    listFolder: async (folder) => {
      try {
        const path = await resolveInside(folder);
        if (path === null) return unlistableFolder(folder, LEADS_OUT);
        const listed = await promises.readdir(path, { withFileTypes: true });
        const entries = listed.map(async (entry): Promise<FolderEntry> => {
          return { name: entry.name, type: await typeOf(folder, entry) };
        });
        return { entries: sortedEntries(await Promise.all(entries)) };
      } catch (error) {
        return unlistableFolder(folder, reasonOf(error));
      }
    },
    readText: async (file, limit) => {
      try {
        const path = await resolveInside(file);
        return path === null
          ? wrong(file, `this file cannot be read: ${LEADS_OUT}`, 'Put the file itself here.')
          : await readAt(path, file, limit);
      } catch (error) {
        return wrong(file, `this file cannot be read: ${reasonOf(error)}`, 'Put a regular file here that may be read.');
      }
    },
    readLines: async (file, limit, handle) => {
      const lines = new LineReader(file, limit, handle);
      try {
        const path = await resolveInside(file);
        return path === null
          ? lines.problem(`this file cannot be read: ${LEADS_OUT}`, 'Put the file itself here.')
          : await linesAt(path, lines);
      } catch (error) {
        return lines.problem(
          `this file cannot be read: ${reasonOf(error)}`,
          'Put a regular file here that may be read.',
        );
      }
    },
  };
}

function entryType(entry: Pick<Dirent, 'isFile' | 'isDirectory'> | null): FolderEntry['type'] {
  if (entry?.isFile() === true) return 'file';
  return entry?.isDirectory() === true ? 'folder' : 'other';
}

/** `path` has its links resolved. If it became a link since then, opening it fails. */
async function readAt(path: string, file: string, limit: number): Promise<FileText> {
  let handle: promises.FileHandle | undefined;
  try {
    handle = await promises.open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
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

async function linesAt(path: string, lines: LineReader): Promise<LineProblem | null> {
  let handle: promises.FileHandle | undefined;
  try {
    handle = await promises.open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
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

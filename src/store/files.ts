/**
 * Reads the files of data folders. A file that cannot be used (a link to nothing, a pipe, a file that is too large or not
 * UTF-8) is returned as a problem; no function here throws.
 */
import { constants, type Dirent, promises, type Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { createBrotliDecompress } from 'node:zlib';
import type { FileProblem, LineHandler, LineProblem } from './file-problem.ts';
import { isSystemError, reasonOf } from '../system-errors.ts';
import { isLeftover } from './leftovers.ts';
import { LineReader } from './lines.ts';

/** The text of a file, or why it could not be read. */
export type FileText = { readonly text: string } | { readonly problem: FileProblem };
/** An entry of a folder. A symbolic link has the type of its target. */
export interface FolderEntry {
  readonly name: string;
  /** `other` is anything that cannot be read, such as a pipe or a link to nothing; reading it gives the reason. */
  readonly type: 'file' | 'folder' | 'other';
}

/** Where folders and files are read from: the disk, or a map in memory. */
export interface FileTree {
  /** Lists a folder in order of name, without what editors and systems leave behind. */
  readonly listFolder: (folder: string) => Promise<{ entries: FolderEntry[] } | { problem: FileProblem }>;
  /** Reads a regular UTF-8 file as text, without a byte order mark. A file of more than `limit` bytes is a problem. */
  readonly readText: (file: string, limit: number) => Promise<FileText>;
  /**
   * Passes the lines of a regular UTF-8 file to `handle`, one after another, so memory does not grow with the file.
   * A line of more than `limit` bytes is a problem. A file whose name ends in `.br` is decompressed with Brotli (RFC 7932).
   * Resolves to null where every line was read.
   */
  readonly readLines: (file: string, limit: number, handle: LineHandler) => Promise<LineProblem | null>;
}

/** The most bytes that a data file, or a line of a pack, may have. Each holds one entry. */
export const DATA_FILE_LIMIT = 2 * 1024 * 1024;

/** The entries that are listed, in order of name: all but what editors and systems leave behind. */
export function sortedEntries(entries: readonly FolderEntry[]): FolderEntry[] {
  return entries
    .filter(({ name, type }) => !isLeftover(name, type === 'folder'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
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
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return wrong(file, 'this file is in UTF-16', 'Save it as UTF-8 text.');
  if (bytes.includes(0)) return wrong(file, 'this file holds a NUL byte, so it is not text', 'Save it as UTF-8 text.');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return wrong(file, 'this file is not UTF-8', 'Save it as UTF-8 text.');
  }
}

/** Why a file or folder cannot be opened, as a clause: "it is a symbolic link to ../gone.yaml, which does not exist". */
async function whyNot(path: string, error: unknown): Promise<string> {
  const target = await promises.readlink(path).catch(() => null);
  const reason = isSystemError(error) && error.code === 'ENOENT' ? 'it is not there' : reasonOf(error);
  return target === null ? reason : `it is a symbolic link to ${target}, and ${LINK_REASONS[reason] ?? reason}`;
}

const LINK_REASONS: Readonly<Record<string, string>> = { 'it is not there': 'there is nothing at that path' };
const REMEDY = 'Put a regular file here that may be read.';
const OUTSIDE = 'it is outside the folders that are read';

/** What something is that is neither a file nor a folder, as a noun. */
function nounOf(
  status: Pick<Stats, 'isFIFO' | 'isSocket' | 'isBlockDevice' | 'isCharacterDevice' | 'isDirectory'>,
): string {
  if (status.isDirectory()) return 'a folder';
  if (status.isFIFO()) return 'a pipe';
  if (status.isSocket()) return 'a socket';
  return status.isBlockDevice() || status.isCharacterDevice() ? 'a device' : 'not a regular file';
}

/** Why something that was opened is not read, as a clause that continues "this is". */
async function nounAt(path: string, status: Stats): Promise<string> {
  const target = await promises.readlink(path).catch(() => null);
  return target === null ? 'not a regular file' : `a symbolic link to ${target}, which is ${nounOf(status)}`;
}

/**
 * The files on disk in the given folders, and those that symbolic links in them lead to, wherever these are. Only regular
 * files are read; a pipe is refused without waiting for its writer.
 */
export function diskIn(folders: readonly string[]): FileTree {
  /** The path with its links resolved; null for a path in none of the folders. Rejects where nothing exists at the path. */
  const resolved = async (path: string): Promise<string | null> =>
    folders.some((folder) => path === folder || path.startsWith(join(folder, sep)))
      ? await promises.realpath(path)
      : null;
  const typeOf = async (folder: string, entry: Dirent): Promise<FolderEntry['type']> =>
    entryType(entry.isSymbolicLink() ? await promises.stat(join(folder, entry.name)).catch(() => null) : entry);
  return {
    listFolder: async (folder) => {
      try {
        const path = await resolved(folder);
        if (path === null) return unlistableFolder(folder, OUTSIDE);
        const listed = await promises.readdir(path, { withFileTypes: true });
        const entries = listed.map(async (entry): Promise<FolderEntry> => {
          return { name: entry.name, type: await typeOf(path, entry) };
        });
        return { entries: sortedEntries(await Promise.all(entries)) };
      } catch (error) {
        return unlistableFolder(folder, await whyNot(folder, error));
      }
    },
    readText: async (file, limit) => {
      try {
        const path = await resolved(file);
        return path === null
          ? wrong(file, `this file cannot be read: ${OUTSIDE}`, REMEDY)
          : await readAt(path, file, limit);
      } catch (error) {
        return wrong(file, `this file cannot be read: ${await whyNot(file, error)}`, REMEDY);
      }
    },
    readLines: async (file, limit, handle) => {
      const lines = new LineReader(file, limit, handle);
      try {
        const path = await resolved(file);
        return path === null
          ? lines.problem(`this file cannot be read: ${OUTSIDE}`, REMEDY)
          : await linesAt(path, file, lines);
      } catch (error) {
        return lines.problem(`this file cannot be read: ${await whyNot(file, error)}`, REMEDY);
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
    if (!status.isFile()) return wrong(file, `this is ${await nounAt(file, status)}`, REMEDY);
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

/** Whether the content of a file is compressed. */
export const isCompressed = (file: string): boolean => file.endsWith('.br');
/** What is wrong with a compressed file that ends early or was changed, and what to do. */
export const DAMAGED = 'this file is damaged: what it holds cannot be decompressed with Brotli';
export const TAKE_AGAIN = 'Take the file again from where it came, or import it again.';

async function linesAt(path: string, file: string, lines: LineReader): Promise<LineProblem | null> {
  let handle: promises.FileHandle | undefined;
  try {
    handle = await promises.open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const status = await handle.stat();
    if (!status.isFile()) return lines.problem(`this is ${await nounAt(file, status)}`, REMEDY);
    const bytes = handle.createReadStream({ autoClose: false, highWaterMark: 256 * 1024 });
    // Errors reach the iterator, so the callback has nothing to do.
    const chunks = isCompressed(file) ? pipeline(bytes, createBrotliDecompress(), () => undefined) : bytes;
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      const problem = lines.read(chunk);
      if (problem) return problem;
    }
    return lines.end();
  } catch (error) {
    if (!isCompressed(file) || isSystemError(error)) throw error;
    return lines.problem(DAMAGED, TAKE_AGAIN);
  } finally {
    await handle?.close();
  }
}

/** Files as they lie in a folder. Whatever is wrong with one, a link, a pipe, a size, an encoding, is told as a problem; nothing here throws. */
import { constants } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';

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
}

/** Data files are small: one entry each. */
export const DATA_FILE_LIMIT = 2 * 1024 * 1024;

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Record<string, string> = {
    ENOENT: 'it is not there', EACCES: 'it may not be read', ENOTDIR: 'it is not a folder', ELOOP: 'it is a symbolic link', ENXIO: 'it is not a regular file',
  };
  return reasons[code] ?? (code || 'it cannot be read');
}

/** What is shown of a folder's entries, in order of name. */
export function inOrder(entries: readonly FolderEntry[]): FolderEntry[] {
  return entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A folder that cannot be listed. */
export function unlisted(folder: string, reason: string): { problem: FileProblem } {
  return { problem: { file: folder, message: `this folder cannot be listed: ${reason}`, remedy: 'Name a folder that is there and may be read.' } };
}

async function listFolder(folder: string): Promise<{ entries: FolderEntry[] } | { problem: FileProblem }> {
  try {
    const found = await readdir(folder, { withFileTypes: true });
    return { entries: inOrder(found.map((entry): FolderEntry => ({ name: entry.name, type: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' }))) };
  } catch (error) {
    return unlisted(folder, reasonOf(error));
  }
}

function wrong(file: string, message: string, remedy: string): FileText {
  return { problem: { file, message, remedy } };
}

/** The text that the bytes of a file stand for. */
export function textOf(file: string, bytes: Uint8Array, limit: number): FileText {
  if (bytes.length > limit) return wrong(file, `this file has ${String(bytes.length)} bytes, more than the ${String(limit)} that are read`, 'Split it, one entry to a file.');
  if (bytes.includes(0)) return wrong(file, 'this file holds a NUL byte, so it is not text', 'Save it as UTF-8 text.');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return wrong(file, 'this file is not UTF-8', 'Save it as UTF-8 text.');
  }
}

/** A link is not followed, a pipe not waited for. */
async function readText(file: string, limit: number): Promise<FileText> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const status = await handle.stat();
    if (!status.isFile()) return wrong(file, 'this is not a regular file', 'Put the file itself here.');
    if (status.size > limit) return wrong(file, `this file has ${String(status.size)} bytes, more than the ${String(limit)} that are read`, 'Split it, one entry to a file.');
    return textOf(file, await handle.readFile(), limit);
  } catch (error) {
    return wrong(file, `this file cannot be read: ${reasonOf(error)}`, 'Put a regular file here that may be read; symbolic links are not followed.');
  } finally {
    await handle?.close();
  }
}

export const disk: FileTree = { listFolder, readText };

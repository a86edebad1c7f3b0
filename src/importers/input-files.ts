/** Finds the files in a folder that an importer reads, and determines the fingerprint, encoding and line ends of each. */
import { createHash } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { readdir, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError, reasonOf, remedyOf } from '../system-errors.ts';
import { createByteScan, type Encoding, type LineEnd } from './byte-scan.ts';
import { type Importer, type ImportFile, ImportStopped } from './importer.ts';

/** A file to import. */
export interface Input {
  readonly file: ImportFile;
  readonly fileName: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: Encoding;
  readonly lineEnd: LineEnd;
}

/** The files of a folder. */
export interface FoundFiles {
  /** In the importer's order of files; files of the same kind, such as those of several years, in order of name. */
  readonly inputs: readonly Input[];
  /** Sentences for the operator about the files that are not read. */
  readonly unread: readonly string[];
}

/**
 * Finds the files to import; symbolic links are followed. Rejects with ImportStopped if the folder cannot be listed or has
 * no file of the format, or if a file of the format cannot be read or is not text.
 */
export async function findInputs(importer: Importer, folder: string): Promise<FoundFiles> {
  const names = await listedFiles(importer, folder);
  const inputs: Input[] = [];
  for (const file of importer.files)
    for (const fileName of names) {
      if (file.matches.test(fileName.toLowerCase())) inputs.push(await examine(file, fileName, join(folder, fileName)));
    }
  if (inputs.length === 0) {
    throw new ImportStopped([
      `${folder} holds no file of ${importer.name}.`,
      'It knows these, unpacked from their archive:',
      ...importer.files.map(({ name }) => `  ${name}`),
    ]);
  }
  return {
    inputs,
    unread: unreadOf(
      importer,
      names.filter((name) => !inputs.some(({ fileName }) => fileName === name)),
    ),
  };
}

/**
 * The names of the regular files in a folder, in order, links to regular files among them. Rejects with ImportStopped if
 * something else has the name of a file of the format.
 */
async function listedFiles(importer: Importer, folder: string): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    throw new ImportStopped([`${folder} cannot be listed: ${reasonOf(error)}. Name the folder of the files.`]);
  }
  const names: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isOfFormat = importer.files.some(({ matches }) => matches.test(entry.name.toLowerCase()));
    const found = entry.isSymbolicLink() ? await stat(path).catch((error: unknown) => error) : entry;
    const isFile = typeof found === 'object' && found !== null && 'isFile' in found && (found as Dirent).isFile();
    if (isFile) names.push(entry.name);
    else if (isOfFormat) throw await notAFile(path, entry, found);
  }
  return names.sort();
}

async function notAFile(path: string, entry: Dirent, found: unknown): Promise<ImportStopped> {
  const link = entry.isSymbolicLink() ? `a symbolic link to ${await readlink(path)}, and ` : '';
  const what = isSystemError(found) ? reasonOf(found) : 'not a regular file';
  return new ImportStopped([`${path} is ${link}${what}. Put the file itself there, or remove this.`]);
}

function unreadOf({ unread = [] }: Importer, names: readonly string[]): string[] {
  const reasons = names.map((name) => ({
    name,
    why: unread.find(([matches]) => matches.test(name.toLowerCase()))?.[1],
  }));
  const others = reasons.filter(({ why }) => why === undefined).length;
  return [
    ...reasons.flatMap(({ name, why }) => (why === undefined ? [] : [`${name} was not read: ${why}.`])),
    ...(others === 0
      ? []
      : [
          `${others === 1 ? 'One more file of the folder was' : `${String(others)} more files of the folder were`} not read.`,
        ]),
  ];
}

/** Reads a file once. Rejects with ImportStopped if it cannot be read or is not text. */
async function examine(file: ImportFile, fileName: string, path: string): Promise<Input> {
  const hash = createHash('sha256');
  const scan = createByteScan();
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
      scan.read(chunk);
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new ImportStopped([`${path} cannot be read: ${reasonOf(error)}. ${remedyOf(error)}`]);
  }
  const { problem, encoding, lineEnd } = scan.end();
  if (problem !== null) throw new ImportStopped([`${fileName} ${problem}`]);
  return { file, fileName, path, bytes, sha256: hash.digest('hex'), encoding, lineEnd };
}

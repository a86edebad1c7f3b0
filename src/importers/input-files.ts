/** Finds the files in a folder that an importer reads, and determines the fingerprint and encoding of each. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Importer, type ImportFile, ImportStopped } from './importer.ts';

/** A file to import. */
export interface Input {
  readonly file: ImportFile;
  readonly fileName: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** UTF-8 if all bytes are valid UTF-8, otherwise Windows-1252, in which every byte is valid and which includes Latin-1. */
  readonly encoding: 'utf-8' | 'windows-1252';
}

/** The files of a folder. */
export interface FoundFiles {
  /** In the importer's order of files; files of the same kind, such as those of several years, in order of name. */
  readonly inputs: readonly Input[];
  /** Sentences for the operator about the files that are not read. */
  readonly unread: readonly string[];
}

/** Finds the files to import. Rejects with ImportStopped if the folder cannot be listed or has no file of the format. */
export async function findInputs(importer: Importer, folder: string): Promise<FoundFiles> {
  let names: string[];
  try {
    names = (await readdir(folder, { withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    throw new ImportStopped([
      `${folder} cannot be listed: ${error instanceof Error ? error.message : 'unknown error'}.`,
    ]);
  }
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

async function examine(file: ImportFile, fileName: string, path: string): Promise<Input> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    if (!isUtf8) continue;
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      isUtf8 = false;
    }
  }
  try {
    if (isUtf8) decoder.decode();
  } catch {
    isUtf8 = false;
  }
  return { file, fileName, path, bytes, sha256: hash.digest('hex'), encoding: isUtf8 ? 'utf-8' : 'windows-1252' };
}

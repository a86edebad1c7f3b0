/** The files of a folder that a feed knows: each looked through once for its fingerprint and its encoding, before anything is made of it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Importer, type ImportFile, ImportStopped } from './importer.ts';

export interface Input {
  readonly file: ImportFile;
  readonly fileName: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** UTF-8 where the bytes are that, else Windows-1252, in which every byte means something and which holds Latin-1. */
  readonly encoding: 'utf-8' | 'windows-1252';
}

export interface FoundFiles {
  /** In the feed's order of files, and in order of name where one is there several times, as for several years. */
  readonly inputs: readonly Input[];
  /** What is told of the files that are not read. */
  readonly unread: readonly string[];
}

export async function findInputs(feed: Importer, folder: string): Promise<FoundFiles> {
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
  for (const file of feed.files)
    for (const fileName of names) {
      if (file.matches.test(fileName.toLowerCase()))
        inputs.push(await lookThrough(file, fileName, join(folder, fileName)));
    }
  if (inputs.length === 0) {
    throw new ImportStopped([
      `${folder} holds no file of ${feed.name}.`,
      'It knows these, unpacked from their archive:',
      ...feed.files.map(({ name }) => `  ${name}`),
    ]);
  }
  return {
    inputs,
    unread: unreadOf(
      feed,
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
          `${others === 1 ? 'One more file lies there that holds' : `${String(others)} more files lie there that hold`} nothing that is read.`,
        ]),
  ];
}

async function lookThrough(file: ImportFile, fileName: string, path: string): Promise<Input> {
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

/**
 * The progress of an import, in a folder next to the pack: the kept rows in parts that each fit in memory, and notes that are
 * written after every file and every part. An interrupted import continues from the last note.
 */
import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Counts } from './row-counts.ts';

/** The number of parts. All rows of a group are in the same part, and only one part is in memory at a time. */
export const PARTS = 32;
/** The number of characters of a part that are buffered before they are written. */
const BUFFER_SIZE = 64 * 1024;

/** A kept row as it is stored. `input` is the index of its file, and `line` the line on which it begins. */
export interface StoredRow {
  readonly group: string;
  readonly input: number;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}
/** `read` has an entry for each file that was read, `assembled` one for each part; `key` identifies the import. */
interface Notes {
  readonly key: string;
  readonly readOn: string;
  readonly read: Record<string, { counts: Counts; renamed: Readonly<Record<string, string>> }>;
  readonly assembled: Record<string, Counts>;
}

/** The folder with the progress of one import. */
export class ImportCheckpoint {
  readonly folder: string;
  readonly notes: Notes;
  private constructor(folder: string, notes: Notes) {
    this.folder = folder;
    this.notes = notes;
  }

  /** Opens the progress of an import with the same `key`, which keeps its own `readOn` day. Otherwise starts with an empty folder. */
  static async open(folder: string, key: string, readOn: string): Promise<ImportCheckpoint> {
    const notes = await readJson<Notes>(join(folder, 'notes.json'));
    if (notes?.key === key) return new ImportCheckpoint(folder, notes);
    await rm(folder, { recursive: true, force: true });
    await mkdir(join(folder, 'pack'), { recursive: true });
    const work = new ImportCheckpoint(folder, { key, readOn, read: {}, assembled: {} });
    await work.note();
    return work;
  }

  /** Writes the notes. */
  async note(): Promise<void> {
    await writeWhole(join(this.folder, 'notes.json'), JSON.stringify(this.notes));
  }

  /** Begins to store the rows of one input, after deleting those of an interrupted reading. Call `add` for each row, then `end`. */
  async rowsOf(
    input: number,
  ): Promise<{ add: (row: StoredRow) => Promise<void> | undefined; end: () => Promise<void> }> {
    const folder = join(this.folder, 'rows', String(input));
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const buffers = new Map<number, string[]>();
    const sizes = new Map<number, number>();
    const flush = async (part: number): Promise<void> => {
      const lines = buffers.get(part) ?? [];
      buffers.delete(part);
      sizes.delete(part);
      await appendFile(join(folder, `${String(part)}.ndjson`), lines.join(''));
    };
    return {
      add: (row) => {
        const part = partOf(row.group);
        const line = `${JSON.stringify(row)}\n`;
        const lines = buffers.get(part);
        if (lines) lines.push(line);
        else buffers.set(part, [line]);
        const size = (sizes.get(part) ?? 0) + line.length;
        sizes.set(part, size);
        return size >= BUFFER_SIZE ? flush(part) : undefined;
      },
      end: async () => {
        for (const part of buffers.keys()) await flush(part);
      },
    };
  }

  /** The rows of one part by group. Groups are in order of name; the rows of a group are in order of input and line. */
  async groupsIn(part: number, inputs: number): Promise<[group: string, rows: StoredRow[]][]> {
    const groups = new Map<string, StoredRow[]>();
    for (let input = 0; input < inputs; input += 1) {
      const text = await readIfThere(join(this.folder, 'rows', String(input), `${String(part)}.ndjson`));
      for (const line of (text ?? '').split('\n')) {
        if (line === '') continue;
        const row = JSON.parse(line) as StoredRow;
        const rows = groups.get(row.group);
        if (rows) rows.push(row);
        else groups.set(row.group, [row]);
      }
    }
    return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** The number of the part with the rows of a group. */
export function partOf(group: string): number {
  return (createHash('sha256').update(group).digest()[0] ?? 0) % PARTS;
}

/** Writes a file atomically: a reader sees the old content or the new, never a part of it. */
export async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

/** Parses a JSON file that this program wrote; null where it does not exist or is not JSON. */
export async function readJson<T>(file: string): Promise<T | null> {
  const text = await readIfThere(file);
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * What an import has done so far, in a folder beside the pack that it makes: kept rows in parts, each small enough to be held
 * whole, and a note after every file and every part. An import that was stopped goes on from the last note.
 */
import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Counts } from './row-counts.ts';

/** Rows of one group lie in one part. A part is all that is held in memory at a time. */
export const PARTS = 32;
const HELD_BACK = 64 * 1024;

export interface StoredRow {
  readonly group: string;
  readonly input: number;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}
interface Notes {
  readonly key: string;
  readonly readOn: string;
  readonly read: Record<string, { counts: Counts; renamed: Readonly<Record<string, string>> }>;
  readonly assembled: Record<string, Counts>;
}

export class ImportCheckpoint {
  readonly folder: string;
  readonly notes: Notes;
  private constructor(folder: string, notes: Notes) {
    this.folder = folder;
    this.notes = notes;
  }

  /** Goes on with what lies there where it was begun with the same `key`, on the day noted there; else begins anew. */
  static async open(folder: string, key: string, readOn: string): Promise<ImportCheckpoint> {
    const found = await readJson<Notes>(join(folder, 'notes.json'));
    if (found?.key === key) return new ImportCheckpoint(folder, found);
    await rm(folder, { recursive: true, force: true });
    await mkdir(join(folder, 'pack'), { recursive: true });
    const work = new ImportCheckpoint(folder, { key, readOn, read: {}, assembled: {} });
    await work.note();
    return work;
  }

  async note(): Promise<void> {
    await writeWhole(join(this.folder, 'notes.json'), JSON.stringify(this.notes));
  }

  /** Takes the rows of one input, after whatever an interrupted reading of it left is gone. */
  async rowsOf(
    input: number,
  ): Promise<{ add: (row: StoredRow) => Promise<void> | undefined; end: () => Promise<void> }> {
    const folder = join(this.folder, 'rows', String(input));
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const held = new Map<number, string[]>();
    const sizes = new Map<number, number>();
    const flush = async (part: number): Promise<void> => {
      const lines = held.get(part) ?? [];
      held.delete(part);
      sizes.delete(part);
      await appendFile(join(folder, `${String(part)}.ndjson`), lines.join(''));
    };
    return {
      add: (row) => {
        const part = partOf(row.group);
        const line = `${JSON.stringify(row)}\n`;
        const lines = held.get(part);
        if (lines) lines.push(line);
        else held.set(part, [line]);
        const size = (sizes.get(part) ?? 0) + line.length;
        sizes.set(part, size);
        return size >= HELD_BACK ? flush(part) : undefined;
      },
      end: async () => {
        for (const part of held.keys()) await flush(part);
      },
    };
  }

  /** The rows of one part in order of input and line, by group in order of its name. */
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

function partOf(group: string): number {
  return (createHash('sha256').update(group).digest()[0] ?? 0) % PARTS;
}

/** Seen whole or not at all. */
export async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

/** What a file of this program's own making holds; null where there is none that can be read. */
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

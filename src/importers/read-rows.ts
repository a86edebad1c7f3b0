/** Reads the rows of a file one after another. Memory does not grow with the file. */
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { withoutHidden } from '../model/hidden-characters.ts';
import { findColumns } from './columns.ts';
import { type Cells, ImportStopped } from './importer.ts';
import type { Input } from './input-files.ts';

/** A row and the line on which it begins. */
export interface ReadRow {
  readonly line: number;
  readonly cells: Cells;
}
/** The header of a file. */
export interface ReadHeader {
  /** The names of columns in this file that differ from the column's first name, by that first name. */
  readonly renamed: Readonly<Record<string, string>>;
}
/** Callbacks that receive the content of a file. */
export interface RowHandlers {
  readonly header: (header: ReadHeader) => void;
  readonly row: (row: ReadRow) => Promise<void> | undefined;
  /** Called for a row with more or fewer cells than the header has. */
  readonly uneven: () => void;
  /** Called with the number of bytes of each chunk that was read. */
  readonly progress: (bytes: number) => void;
}

/** Reads a file to its end. Rejects with ImportStopped if the header lacks a column or the text is not a valid table. */
export async function readRows({ path, fileName, file, encoding }: Input, reading: RowHandlers): Promise<void> {
  const parser = parse({
    delimiter: file.format === 'tab' ? '\t' : ',',
    ...(file.format === 'tab' ? { quote: false } : {}),
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: 4 * 1024 * 1024,
  });
  // Errors of the source reach the parser's iterator, so the callback has nothing to do.
  pipeline(Readable.from(decoded(path, encoding, reading.progress)), parser, () => undefined);
  let columns: Map<string, number> | null = null;
  let width = 0;
  let lastLine = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = lastLine + 1;
      lastLine = info.lines;
      if (columns === null) {
        const found = findColumns(fileName, file.columns, record);
        columns = found;
        width = record.length;
        reading.header({
          renamed: Object.fromEntries(
            [...found].flatMap(([name, at]) =>
              at >= 0 && record[at]?.trim() !== name ? [[name, record[at]?.trim() ?? name]] : [],
            ),
          ),
        });
      } else if (record.length !== width) reading.uneven();
      else {
        const places = columns;
        await reading.row({ line, cells: (column) => withoutHidden(record[places.get(column) ?? -1] ?? '').trim() });
      }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw new ImportStopped([`${fileName} is not a valid table after line ${String(lastLine)}: ${error.message}.`]);
    throw error;
  }
  if (columns === null) throw new ImportStopped([`${fileName} is empty: it has no header.`]);
}

async function* decoded(
  path: string,
  encoding: Input['encoding'],
  progress: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    progress(chunk.length);
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

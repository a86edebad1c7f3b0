/** Reads the rows of a file one after another. Memory does not grow with the file. */
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { withoutHidden } from '../model/hidden-characters.ts';
import { isSystemError, reasonOf, remedyOf } from '../system-errors.ts';
import { findColumns } from './columns.ts';
import { type Cells, ImportStopped } from './importer.ts';
import type { Input } from './input-files.ts';
import { separatorProblem, tableProblem } from './table-problems.ts';

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
/** A row with more or fewer cells than the header has. */
export interface UnevenRow {
  readonly line: number;
  readonly cells: number;
  /** The number of cells of the header. */
  readonly columns: number;
}
/** Callbacks that receive the content of a file. */
export interface RowHandlers {
  readonly header: (header: ReadHeader) => void;
  readonly row: (row: ReadRow) => Promise<void> | undefined;
  readonly uneven: (row: UnevenRow) => void;
  /** Called with the number of bytes of each chunk that was read. */
  readonly progress: (bytes: number) => void;
}

interface ParsedRecord {
  readonly record: string[];
  /** `lines`: the line on which the record ends. */
  readonly info: { readonly lines: number };
}
interface Header extends ReadHeader {
  readonly columns: ReadonlyMap<string, number>;
  readonly width: number;
}

/**
 * Reads a file to its end. Rejects with ImportStopped if the header lacks a column, if the text is not a valid table, or if
 * the file cannot be read.
 */
export async function readRows(input: Input, reading: RowHandlers): Promise<void> {
  const { fileName, file, encoding } = input;
  try {
    const problem = separatorProblem(fileName, file.format, await firstLineOf(input));
    if (problem !== null) throw new ImportStopped(problem);
    await readTable(input, reading);
  } catch (error) {
    if (error instanceof CsvError) throw new ImportStopped(tableProblem(fileName, error));
    if (isSystemError(error))
      throw new ImportStopped([`${input.path} cannot be read: ${reasonOf(error)}. ${remedyOf(error)}`]);
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new ImportStopped([`${fileName} begins as ${encoding} and is not ${encoding}. Save it as text in UTF-8.`]);
    throw error;
  }
}

async function readTable(input: Input, reading: RowHandlers): Promise<void> {
  const { fileName, file, lineEnd } = input;
  const state: { header: Header | null } = { header: null };
  let lastLine = 0;
  const parser = parse({
    delimiter: file.format === 'tab' ? '\t' : ',',
    ...(file.format === 'tab' ? { quote: false } : {}),
    record_delimiter: lineEnd === 'CR' ? '\r' : ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: 4 * 1024 * 1024,
    // The header is checked here, since errors of later rows in the same chunk would otherwise be reported before it.
    on_record: (parsed) => {
      if (state.header !== null) return parsed;
      // With the option `info` the parser passes more than its types say.
      const { record, info } = parsed as unknown as ParsedRecord;
      state.header = headerOf(input, record);
      lastLine = info.lines;
      return null;
    },
  });
  // Errors of the source reach the parser's iterator, so the callback has nothing to do.
  pipeline(Readable.from(decoded(input, reading.progress)), parser, () => undefined);
  let isAnnounced = false;
  for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
    const found = state.header;
    if (found === null) continue;
    if (!isAnnounced) reading.header({ renamed: found.renamed });
    isAnnounced = true;
    const line = lastLine + 1;
    lastLine = info.lines;
    if (record.length !== found.width) reading.uneven({ line, cells: record.length, columns: found.width });
    else
      await reading.row({
        line,
        cells: (column) => withoutHidden(record[found.columns.get(column) ?? -1] ?? '').trim(),
      });
  }
  if (state.header === null)
    throw new ImportStopped([`${fileName} is empty: it has no header. Take the file as it was published.`]);
}

/** Throws ImportStopped if the header lacks a column. */
function headerOf({ fileName, file }: Input, record: readonly string[]): Header {
  const columns = findColumns(fileName, file.columns, record);
  const renamed = [...columns].flatMap(([name, at]) =>
    at >= 0 && record[at]?.trim() !== name ? [[name, record[at]?.trim() ?? name] as const] : [],
  );
  return { columns, width: record.length, renamed: Object.fromEntries(renamed) };
}

const FIRST_LINE_BYTES = 64 * 1024;

/** The first line that is not empty, as far as it is within the first bytes of the file. */
async function firstLineOf({ path, encoding }: Input): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: FIRST_LINE_BYTES - 1 }) as AsyncIterable<Buffer>)
    chunks.push(chunk);
  const text = new TextDecoder(encoding).decode(Buffer.concat(chunks));
  return text.split(/[\r\n]+/).find((line) => line.trim() !== '') ?? '';
}

/** The text of a file in pieces. Rejects with a TypeError where bytes are not valid in the encoding. */
async function* decoded({ path, encoding }: Input, progress: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    progress(chunk.length);
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

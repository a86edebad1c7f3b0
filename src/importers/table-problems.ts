/** Says in words why a text is not the table that an importer expects. */
import type { CsvError } from 'csv-parse';
import type { ImportFile } from './importer.ts';

const SEPARATORS: Readonly<Record<string, string>> = { ',': 'commas', '\t': 'tabs', ';': 'semicolons', '|': 'bars' };
const EXPECTED: Readonly<Record<ImportFile['format'], string>> = { csv: ',', tab: '\t' };

/**
 * The lines to print if the header has none of the separators of the format and has others, as a spreadsheet program may
 * write; else null.
 */
export function separatorProblem(
  fileName: string,
  format: ImportFile['format'],
  header: string,
): readonly string[] | null {
  const expected = EXPECTED[format];
  if (header.includes(expected)) return null;
  const found = Object.keys(SEPARATORS).find((separator) => header.includes(separator));
  if (found === undefined) return null;
  return [
    `${fileName}, line 1: the columns are separated by ${SEPARATORS[found] ?? found}, not by ${SEPARATORS[expected] ?? expected}; nothing was written.`,
    `Take the file as it was published, or save it with ${SEPARATORS[expected] ?? expected} between the columns.`,
  ];
}

const RESAVE = 'Take the file as it was published, or correct this row.';

/** What each error of the parser means, and what to do. `field` is the number of the cell, counted from 1. */
const MEANINGS: Readonly<Record<string, (field: string) => readonly [what: string, remedy: string]>> = {
  INVALID_OPENING_QUOTE: (field) => [
    `${field} has a quotation mark in its middle, and does not begin with one`,
    'Put the whole cell in quotation marks and write each quotation mark inside it twice.',
  ],
  CSV_INVALID_CLOSING_QUOTE: (field) => [
    `${field} begins with a quotation mark, and has text after the next one`,
    'Write each quotation mark inside the cell twice.',
  ],
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: (field) => [
    `${field} has text after its closing quotation mark`,
    'Write each quotation mark inside the cell twice.',
  ],
  CSV_QUOTE_NOT_CLOSED: (field) => [
    `${field} begins with a quotation mark that is not closed before the end of the file`,
    'Close it, or remove it. If the file was not downloaded in full, download it again.',
  ],
  CSV_MAX_RECORD_SIZE: () => [
    'this row has more than 4 MB, as if its lines did not end or a quotation mark was not closed',
    RESAVE,
  ],
};

/** The lines to print for an error of the parser: file, line, what is wrong and what to do. */
export function tableProblem(fileName: string, error: CsvError): readonly string[] {
  const line = Number(error['lines']);
  const index = Number(error['index']);
  const isPlaced = Number.isInteger(line) && Number.isInteger(index);
  const field = isPlaced ? `cell ${String(index + 1)} of line ${String(line)}` : 'a cell';
  const [what, remedy] = MEANINGS[error.code]?.(field) ?? [error.message, RESAVE];
  const after = isPlaced ? ` after line ${String(line - 1)}` : '';
  return [`${fileName} is not a valid table${after}: ${what}; nothing was written.`, remedy];
}

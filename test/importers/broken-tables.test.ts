/** Files that are not the table that was published: each is read as it is meant, or refused with its name, its row and what to do. */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError } from 'csv-parse';
import { describe, expect, test } from 'vitest';
import { cmsPbp } from '../../src/importers/cms-pbp/importer.ts';
import { marketplacePuf } from '../../src/importers/marketplace-puf/importer.ts';
import { tableProblem } from '../../src/importers/table-problems.ts';
import { isSystemError, systemErrorLine } from '../../src/system-errors.ts';
import { bytesOf, fixture, imported, scratch } from './import.ts';

const FILE = 'benefits-and-cost-sharing-puf.csv';
const whole = readFileSync(join(fixture('made-up-puf'), FILE), 'utf8');
/** The header, and the rows that are one line each and have no quotation mark. */
const lines = whole.split(/\r?\n/).filter((line) => /^(?:BusinessYear|2026),[^"]*$/.test(line));
const published = `${lines.join('\n')}\n`;
const firstRow = lines[1] ?? '';

/** The folder of the fixture with another file of benefits; nothing else is in it. */
function folderWith(content: string | Uint8Array): string {
  const from = scratch();
  writeFileSync(join(from, FILE), content);
  return from;
}
/** The plans and rules of a pack, without the fingerprints of the files in it. */
async function packOf(from: string): Promise<Record<string, string>> {
  const { pack } = await imported(marketplacePuf(), from);
  const files = bytesOf(pack);
  return Object.fromEntries(Object.entries(files).filter(([name]) => /^(?:plans|sources)\//.test(name)));
}
const utf16 = (text: string, isBigEndian: boolean): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
};

describe('read as it is meant', () => {
  test.each<[string, string | Uint8Array]>([
    ['with a byte order mark', `\ufeff${published}`],
    ['in UTF-16, low byte first', utf16(published, false)],
    ['in UTF-16, high byte first', utf16(published, true)],
    ['with CR line ends', `${lines.join('\r')}\r`],
    ['with CR line ends, in UTF-16', utf16(`${lines.join('\r')}\r`, false)],
    ['with LF line ends', `${lines.join('\n')}\n`],
    ['with CRLF line ends', `${lines.join('\r\n')}\r\n`],
    ['without a line end at its end', lines.join('\n')],
  ])('a file %s gives the plans that the published one gives', async (_, content) => {
    const expected = await packOf(folderWith(published));
    const actual = await packOf(folderWith(content));
    expect(Object.keys(expected).some((name) => name.startsWith('plans/'))).toBe(true);
    expect(actual).toEqual(expected);
  });

  test('links to files are followed, also over several links', async () => {
    const from = scratch();
    const elsewhere = folderWith(published);
    symlinkSync(join(elsewhere, FILE), join(elsewhere, 'current'));
    symlinkSync(join(elsewhere, 'current'), join(from, FILE));
    expect(await packOf(from)).toEqual(await packOf(elsewhere));
  });
});

describe('refused, with file, row and what to do', () => {
  const header = lines[0] ?? '';
  const row = (change: (cells: string[]) => string[]): string =>
    `${[header, firstRow, change(firstRow.split(',')).join(',')].join('\n')}\n`;

  test.each<[string, string | Uint8Array, RegExp]>([
    [
      'a quotation mark within a cell',
      row((cells) => cells.with(1, 'F"L')),
      /^benefits\S+ is not a valid table after line 2: cell 2 of line 3 has a quotation mark in its middle.*\nPut the whole cell/,
    ],
    [
      'text after a closing quotation mark',
      row((cells) => cells.with(1, '"F"L')),
      /after line 2: cell 2 of line 3 begins with a quotation mark, and has text after the next one.*\nWrite each/,
    ],
    [
      'a quotation mark that is not closed',
      row((cells) => cells.with(1, '"FL')),
      /after line 2: cell 2 of line 3 begins with a quotation mark that is not closed.*\nClose it/,
    ],
    [
      'semicolons',
      published.replaceAll(',', ';'),
      /^benefits\S+, line 1: the columns are separated by semicolons, not by commas; nothing was written\.\nTake/,
    ],
    ['tabs', published.replaceAll(',', '\t'), /line 1: the columns are separated by tabs, not by commas/],
    [
      'tabs, as the Unicode text of Excel',
      utf16(published.replaceAll(',', '\t'), false),
      /line 1: the columns are separated by tabs, not by commas/,
    ],
    ['bars', published.replaceAll(',', '|'), /separated by bars, not by commas/],
    ['a NUL byte', published.replace(firstRow, `${firstRow}\0`), /^benefits\S+ is not text: line 2 has a NUL byte/],
    ['UTF-16 without a byte order mark', Buffer.from(published, 'utf16le'), /is not text: line 1 has a NUL byte/],
    ['half a character of UTF-16', utf16(published, false).subarray(0, -1), /begins as utf-16le and is not utf-16le/],
    [
      'a ZIP archive',
      Buffer.from('PK\x03\x04\x14\0\0\0'),
      /is a ZIP archive or an Excel workbook, not a table\. Unpack/,
    ],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), /is compressed with gzip, not a table\. Unpack it\./],
    ['a header alone', `${header}\n`, /has a header and no row; nothing was written/],
    ['nothing', '', /is empty: it has no header/],
    ['empty lines alone', '\n\n\r\n', /is empty: it has no header/],
    [
      'one comma too many in every row',
      [header, ...lines.slice(1).map((line) => `${line},`)].join('\n'),
      /line 2: this row has (\d+) cells, and the header has \d+ columns; so have (\d+) of \2 rows/,
    ],
    [
      'a missing column, and a quotation mark after it',
      `${published.replace('IsCovered', 'Covered')}2026,F"L\n`,
      /lacks a column .*\n {2}IsCovered: accepted/,
    ],
  ])('%s', async (_, content, message) => {
    await expect(imported(marketplacePuf(), folderWith(content))).rejects.toThrow(message);
  });

  test('rows of which most are uneven are refused, and fewer are counted with the first line', async () => {
    const few = `${published.trimEnd()}\n${firstRow},\n`;
    const report = (await imported(marketplacePuf(), folderWith(few))).lines.join('\n');
    expect(report).toContain(
      ` 1  ${FILE}: more or fewer cells than columns, at first on line ${String(lines.length + 1)}`,
    );
  });

  test('every error of the parser is said, known or not', () => {
    const known = new CsvError('CSV_MAX_RECORD_SIZE', 'Max', undefined, { lines: 4, index: 0 });
    expect(tableProblem('a.csv', known)[0]).toMatch(
      /^a\.csv is not a valid table after line 3: this row has more than/,
    );
    const unknown = new CsvError('CSV_UNKNOWN_ERROR', 'Something else', undefined, { lines: 4, index: 0 });
    expect(tableProblem('a.csv', unknown)[0]).toBe(
      'a.csv is not a valid table after line 3: Something else; nothing was written.',
    );
  });

  test('a link to nothing, a folder and a loop under the name of a file', async () => {
    const from = scratch();
    symlinkSync('gone.csv', join(from, FILE));
    await expect(imported(marketplacePuf(), from)).rejects.toThrow(
      /puf\.csv is a symbolic link to gone\.csv, and it does not exist\. Put the file itself there/,
    );
    rmSync(join(from, FILE));
    symlinkSync(FILE, join(from, FILE));
    await expect(imported(marketplacePuf(), from)).rejects.toThrow(
      /is a symbolic link to \S+, and its symbolic links lead/,
    );
    rmSync(join(from, FILE));
    mkdirSync(join(from, FILE));
    await expect(imported(marketplacePuf(), from)).rejects.toThrow(/puf\.csv is not a regular file\. Put/);
  });
});

test('a file of which no row is kept is named, and files that give no plan make no pack', async () => {
  const from = scratch();
  cpSync(fixture('made-up-puf'), from, { recursive: true });
  const areas = readFileSync(join(from, 'service-area-puf.csv'), 'utf8').trimEnd().split(/\r?\n/);
  writeFileSync(join(from, 'service-area-puf.csv'), `${areas[0] ?? ''}\n${(areas[1] ?? '').replace(/[^,]+/g, 'x')}\n`);
  const report = (await imported(marketplacePuf(), from)).lines[0];
  expect(report).toBe('Warning: service-area-puf.csv gives nothing: none of its 1 rows was kept.');
  const empty = folderWith(`${lines[0] ?? ''}\n${firstRow.replace(/[^,\n]+/g, 'x')}\n`);
  await expect(imported(marketplacePuf(), empty)).rejects.toThrow(/^The files give no plan, so no pack was written\./);
});

test('a year of the Plan Benefit Package in commas is refused with tabs', async () => {
  const from = scratch();
  cpSync(fixture('made-up-pbp-2027'), from, { recursive: true });
  const file = join(from, 'pbp_Section_A.txt');
  writeFileSync(file, readFileSync(file, 'latin1').replaceAll('\t', ','));
  await expect(imported(cmsPbp(2027), from)).rejects.toThrow(
    'pbp_Section_A.txt, line 1: the columns are separated by commas, not by tabs',
  );
});

test.each([
  ['ENOSPC', 'the disk is full (ENOSPC). Make room on it.'],
  ['EACCES', 'this user may not open it (EACCES). Change its permissions'],
  ['EUCLEAN', 'the system reported EUCLEAN (EUCLEAN). Correct it and run the command again.'],
])('an error %s of the system is said in words', (code, words) => {
  const error = Object.assign(new Error(`${code}: bad`), { code, syscall: 'write', path: 'pack/plans' });
  expect(isSystemError(error)).toBe(true);
  expect(isSystemError(new TypeError('a bug'))).toBe(false);
  expect(systemErrorLine(error as never)).toContain(`pack/plans: ${words}`);
});

/**
 * Collects the passages of one source while its rules are made. A passage is a place in a file (row and columns) and
 * what it says, in the importer's words.
 */
import type { Row, SourceEntry } from './importer.ts';

/** The passages of one source. */
export class Passages {
  /** The slug of the source. */
  readonly source: string;
  readonly all: SourceEntry['passages'] = {};

  constructor(source: string) {
    this.source = source;
  }

  /**
   * Cites columns of a row and returns the citation, `source#passage`. `rowKey` identifies the row; `rowWords` describes it
   * to a reader. Citing the same aspect of the same row again gives the same passage.
   */
  cite(row: Row, rowKey: string, aspect: string, columns: readonly string[], says: string, rowWords = rowKey): string {
    return this.#note(row, `row ${rowWords}`, String(row.line), `${rowKey}.${aspect}`, columns, says);
  }

  /** Cites columns of several rows of one file as one passage. Its lines run from the first row to the last. */
  citeAll(
    rows: readonly Row[],
    rowKey: string,
    aspect: string,
    columns: readonly string[],
    says: string,
    rowWords = rowKey,
  ): string {
    const [first] = rows;
    if (!first) throw new Error(`no rows were given to cite for ${rowKey}`);
    const [from, to] = rows.reduce(
      ([least, most], { line }) => [Math.min(least, line), Math.max(most, line)],
      [first.line, first.line],
    );
    return this.#note(
      first,
      `${rows.length === 1 ? 'row' : 'rows'} ${rowWords}`,
      from === to ? String(from) : `${String(from)}-${String(to)}`,
      `${rowKey}.${aspect}`,
      columns,
      says,
    );
  }

  /** Cites a place on a page of which the row is a copy. `at` names the place. */
  citePage(row: Row, aspect: string, at: string, says: string): string {
    const key = passageKey(aspect);
    this.all[key] ??= { at, line: String(row.line), says };
    return `${this.source}#${key}`;
  }

  #note(row: Row, rows: string, line: string, name: string, columns: readonly string[], says: string): string {
    const key = passageKey(name);
    const named = columns.map(row.columnName);
    this.all[key] ??= {
      at: `${row.fileName}, ${rows}, ${named.length === 1 ? 'column' : 'columns'} ${named.join(', ')}`,
      line,
      says,
    };
    return `${this.source}#${key}`;
  }
}

/** The key of a passage. Throws an Error if it would be too long. */
function passageKey(name: string): string {
  const key = name.replace(/[^A-Za-z0-9._-]+/g, '-');
  if (key.length > 60) throw new Error(`the passage ${key} has too long a key`);
  return key;
}

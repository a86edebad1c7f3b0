/** The passages of one source as rules come to cite them: each a place in a file by row and column, and in our own words what stands there. */
import type { Row, SourceEntry } from './importer.ts';

export class Passages {
  readonly #source: string;
  readonly all: SourceEntry['passages'] = {};

  constructor(source: string) {
    this.#source = source;
  }

  /** A citation of columns of a row; `rowKey` is what tells the row from others, `rowWords` the same as a reader finds it. The same aspect of the same row is one passage. */
  cite(row: Row, rowKey: string, aspect: string, columns: readonly string[], says: string, rowWords = rowKey): string {
    return this.#note(row, `row ${rowWords}`, String(row.line), `${rowKey}.${aspect}`, columns, says);
  }

  /** The same of several rows of one file, which have a key in common; their lines are those from the first of them to the last. */
  citeAll(
    rows: readonly Row[],
    rowKey: string,
    aspect: string,
    columns: readonly string[],
    says: string,
    rowWords = rowKey,
  ): string {
    const [first] = rows;
    if (!first) throw new Error('rows are cited because there are some');
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

  #note(row: Row, rows: string, line: string, name: string, columns: readonly string[], says: string): string {
    const key = name.replace(/[^A-Za-z0-9._-]+/g, '-');
    if (key.length > 60) throw new Error(`the passage ${key} has too long a key`);
    const named = columns.map(row.columnName);
    this.all[key] ??= {
      at: `${row.fileName}, ${rows}, ${named.length === 1 ? 'column' : 'columns'} ${named.join(', ')}`,
      line,
      says,
    };
    return `${this.#source}#${key}`;
  }
}

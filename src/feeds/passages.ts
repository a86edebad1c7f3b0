/** The passages of one source as rules come to cite them: each a place in a file by row and column, and in our own words what stands there. */
import type { Row, SourceEntry } from './feed.ts';

export class Passages {
  readonly #source: string;
  readonly all: SourceEntry['passages'] = {};

  constructor(source: string) { this.#source = source; }

  /** A citation of columns of a row; `rowKey` is what tells the row from others, `rowWords` the same as a reader finds it. The same aspect of the same row is one passage. */
  cite(row: Row, rowKey: string, aspect: string, columns: readonly string[], says: string, rowWords = rowKey): string {
    const key = `${rowKey}.${aspect}`.replace(/[^A-Za-z0-9._-]+/g, '-');
    if (key.length > 60) throw new Error(`the passage ${key} has too long a key`);
    const named = columns.map(row.columnName);
    this.all[key] ??= { at: `${row.fileName}, row ${rowWords}, ${named.length === 1 ? 'column' : 'columns'} ${named.join(', ')}`, line: String(row.line), says };
    return `${this.#source}#${key}`;
  }
}

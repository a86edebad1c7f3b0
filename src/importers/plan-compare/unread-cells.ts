/** Counts the cells of a table that could not be read, and names the line and column of the first ones of each contract. */
import type { Row } from '../importer.ts';
import type { RowCounts } from '../row-counts.ts';

/** How many cells of one contract are named. The others are counted together. */
const NAMED = 5;

/** The cells that could not be read in the rows of one contract. */
export class UnreadCells {
  readonly #tally: RowCounts;
  #count = 0;

  constructor(tally: RowCounts) {
    this.#tally = tally;
  }

  /** Counts a cell. */
  add(row: Row, column: string): void {
    this.#count += 1;
    const where =
      this.#count <= NAMED
        ? `on line ${String(row.line)}, column ${row.columnName(column)}, of plan ${row.cells['plan_id'] ?? ''}`
        : `on later lines of contract ${(row.cells['plan_id'] ?? '').slice(0, 5)}`;
    this.#tally.count('leftOut', `${row.fileName}: a text that was not read, ${where}`);
  }
}

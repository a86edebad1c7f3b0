/** A table of a snapshot. A row object is created when it is first requested, and a field is decoded when it is first read. */
import type { Column } from './columns.ts';
import { holdsOwnCites } from './values.ts';

/** In a column with at most this many distinct values, rows with equal values share one decoded value, unless it has the row's citations. */
const MOST_SHARED = 4_096;

class Row {
  readonly #at: number;
  readonly #cells: unknown[];

  constructor(at: number, width: number) {
    this.#at = at;
    this.#cells = Array.from({ length: width });
  }

  /** A getter that decodes its value once for each row. */
  static field(cell: number, valueAt: (row: number) => unknown): (this: Row) => unknown {
    return function get(this: Row) {
      const cached = this.#cells[cell];
      if (cached !== undefined) return cached;
      const value = valueAt(this.#at);
      this.#cells[cell] = value;
      return value;
    };
  }

  /** A getter of a value that is computed from other fields. */
  static derived(derive: (row: object) => unknown): (this: Row) => unknown {
    return function get(this: Row) {
      return derive(this);
    };
  }
}

/** The rows of one table. */
export class RowTable {
  readonly size: number;
  readonly #kind: new (at: number, width: number) => Row;
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #made = new Map<number, Row>();

  /** `derived` are fields without a column, with the function that computes each. */
  constructor(
    size: number,
    columns: ReadonlyMap<string, Column>,
    derived: Readonly<Record<string, (row: object) => unknown>>,
    decode: (text: string, own: () => unknown) => unknown,
  ) {
    this.size = size;
    this.#columns = columns;
    this.#kind = class extends Row {};
    const define = (field: string, get: () => unknown): void => {
      Object.defineProperty(this.#kind.prototype, field, { get, enumerable: true });
    };
    [...columns].forEach(([field, column], cell) => {
      const shared: unknown[] = [];
      const canShare = column.values <= MOST_SHARED;
      const valueAt = (row: number): unknown => {
        const number = column.numberAt(row);
        if (shared[number] !== undefined) return shared[number];
        const text = column.textOf(number);
        const value = decode(text, () => (this.at(row) as { cites?: unknown }).cites);
        if (canShare && !holdsOwnCites(text)) shared[number] = value;
        return value;
      };
      define(field, Row.field(cell, valueAt));
    });
    for (const [field, derive] of Object.entries(derived)) define(field, Row.derived(derive));
  }

  /** The number of row objects that were created so far. */
  get made(): number {
    return this.#made.size;
  }

  /** The row with a number. The same number always gives the same object. */
  at(row: number): object {
    const existing = this.#made.get(row);
    if (existing) return existing;
    const created = new this.#kind(row, this.#columns.size);
    this.#made.set(row, created);
    return created;
  }

  /** The text of a field, without creating the row. */
  textAt(field: string, row: number): string {
    const column = this.#columns.get(field);
    return column === undefined ? '' : String(JSON.parse(column.textOf(column.numberAt(row))));
  }
}

/** A table of a snapshot as the graph shows it: a row comes into being when it is first asked for, a field when it is first read. */
import type { Column } from './columns.ts';

/** A value that occurs in many rows is made once where there are no more different ones than this. */
const MOST_SHARED = 4_096;

class Row {
  readonly #at: number;
  readonly #cells: unknown[];

  constructor(at: number, width: number) {
    this.#at = at;
    this.#cells = Array.from({ length: width });
  }

  /** A getter that works its value out once in a row. */
  static field(cell: number, valueAt: (row: number) => unknown): (this: Row) => unknown {
    return function get(this: Row) {
      const known = this.#cells[cell];
      return known === undefined ? (this.#cells[cell] = valueAt(this.#at)) : known;
    };
  }

  /** A getter of what follows from other fields. */
  static derived(derive: (row: object) => unknown): (this: Row) => unknown {
    return function get(this: Row) {
      return derive(this);
    };
  }
}

export class RowTable {
  readonly size: number;
  readonly #kind: new (at: number, width: number) => Row;
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #made = new Map<number, Row>();

  /** `derived` are fields that no column holds. */
  constructor(
    size: number,
    columns: ReadonlyMap<string, Column>,
    derived: Readonly<Record<string, (row: object) => unknown>>,
    decode: (text: string) => unknown,
  ) {
    this.size = size;
    this.#columns = columns;
    this.#kind = class extends Row {};
    const define = (field: string, get: () => unknown): void => {
      Object.defineProperty(this.#kind.prototype, field, { get, enumerable: true });
    };
    [...columns].forEach(([field, column], cell) => {
      const shared: unknown[] = [];
      const valueAt =
        column.values > MOST_SHARED
          ? (row: number) => decode(column.textOf(column.numberAt(row)))
          : (row: number) => (shared[column.numberAt(row)] ??= decode(column.textOf(column.numberAt(row))));
      define(field, Row.field(cell, valueAt));
    });
    for (const [field, derive] of Object.entries(derived)) define(field, Row.derived(derive));
  }

  /** How many rows have come into being. */
  get made(): number {
    return this.#made.size;
  }

  /** The row at that place: always the same object. */
  at(row: number): object {
    let made = this.#made.get(row);
    if (!made) this.#made.set(row, (made = new this.#kind(row, this.#columns.size)));
    return made;
  }

  /** A field of text without the row. */
  textAt(field: string, row: number): string {
    const column = this.#columns.get(field);
    return column === undefined ? '' : String(JSON.parse(column.textOf(column.numberAt(row))));
  }
}

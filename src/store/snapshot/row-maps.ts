/** The maps of a graph over the tables of a snapshot. A name is found by binary search, and an object is created when it is first read. */
import type { LazyList, OrderedMap, Plan, Rule } from '../../graph/entries.ts';
import type { RowTable } from './row-table.ts';

abstract class LazyMap<T> implements ReadonlyMap<string, T> {
  abstract readonly size: number;
  abstract get(key: string): T | undefined;
  abstract entries(): MapIterator<[string, T]>;

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }
  forEach(callback: (value: T, key: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }
  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries();
  }
  *keys(): MapIterator<string> {
    for (const [key] of this) yield key;
  }
  *values(): MapIterator<T> {
    for (const [, value] of this) yield value;
  }
}

/** The rows of a table by a field that is different in every row. */
export class RowMap<T extends object> extends LazyMap<T> implements OrderedMap<T> {
  readonly #table: RowTable;
  readonly #key: string;
  readonly #sorted: Uint32Array;
  readonly #found = new Map<string, T>();
  readonly slugs: LazyList<string>;
  readonly bySlug: LazyList<T>;

  /** `sorted` holds the row numbers in the order of their keys, compared by code unit. */
  constructor(table: RowTable, key: string, sorted: Uint32Array) {
    super();
    this.#table = table;
    this.#key = key;
    this.#sorted = sorted;
    // Only territories have a key other than their slug. Their slug is the key in lower case, so it has the same order.
    this.slugs = listOf(sorted, (row) => table.textAt('slug', row));
    this.bySlug = listOf(sorted, (row) => table.at(row) as T);
  }

  get size(): number {
    return this.#table.size;
  }

  get(key: string): T | undefined {
    const known = this.#found.get(key);
    if (known) return known;
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#table.textAt(this.#key, this.#sorted[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    const row = this.#sorted[low];
    if (row === undefined || this.#table.textAt(this.#key, row) !== key) return undefined;
    const found = this.#table.at(row) as T;
    this.#found.set(key, found);
    return found;
  }

  *entries(): MapIterator<[string, T]> {
    for (let row = 0; row < this.#table.size; row += 1)
      yield [this.#table.textAt(this.#key, row), this.#table.at(row) as T];
  }

  override *keys(): MapIterator<string> {
    for (let row = 0; row < this.#table.size; row += 1) yield this.#table.textAt(this.#key, row);
  }
}

function listOf<T>(rows: Uint32Array, at: (row: number) => T): LazyList<T> {
  const itemAt = (place: number): T | undefined => {
    const row = rows[place];
    return row === undefined ? undefined : at(row);
  };
  return { length: rows.length, at: itemAt, slice: (from, to) => Array.from(rows.subarray(from, to), at) };
}

/** Several maps as one. No key is in two of them. */
export class JoinedMap<T> extends LazyMap<T> {
  readonly #maps: readonly ReadonlyMap<string, T>[];

  constructor(maps: readonly ReadonlyMap<string, T>[]) {
    super();
    this.#maps = maps;
  }

  get size(): number {
    return this.#maps.reduce((all, { size }) => all + size, 0);
  }

  get(key: string): T | undefined {
    for (const map of this.#maps) {
      const found = map.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  *entries(): MapIterator<[string, T]> {
    for (const map of this.#maps) yield* map.entries();
  }
}

/** The rules by slug (plan, slash, key). A rule is looked up in its plan. */
export class RuleMap extends LazyMap<Rule> {
  readonly #table: RowTable;
  readonly #plans: ReadonlyMap<string, Plan>;

  constructor(table: RowTable, plans: ReadonlyMap<string, Plan>) {
    super();
    this.#table = table;
    this.#plans = plans;
  }

  get size(): number {
    return this.#table.size;
  }

  get(slug: string): Rule | undefined {
    return this.#plans.get(slug.split('/', 1)[0] ?? '')?.rules.find((rule) => rule.slug === slug);
  }

  *entries(): MapIterator<[string, Rule]> {
    for (let row = 0; row < this.#table.size; row += 1) {
      const rule = this.#table.at(row) as Rule;
      yield [rule.slug, rule];
    }
  }
}

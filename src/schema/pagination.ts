/**
 * Pages of sorted lists. A cursor encodes the sort key of an item, so finding a page is a binary search, and a cursor from
 * another list is detected.
 */
import type { LazyList } from '../graph/entries.ts';
import { bounds } from './bounds.ts';
import { ContractError } from './errors.ts';

/** Items sorted by their keys, and the keys in the same order. Keys are unique and compared by UTF-16 code unit. */
export interface SortedList<T> {
  readonly items: LazyList<T>;
  readonly keys: LazyList<string>;
}

/** The pagination arguments of the Relay cursor connections specification. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** An item and the cursor that points to it. */
export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** A page of a list. */
export interface Page<T> {
  readonly edges: readonly Edge<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** The length of the whole list; null if counting would cost too much. Called only if the client selects totalCount. */
  readonly totalCount: () => number | null;
}

const cursorOf = (key: string): string => Buffer.from(`at ${key}`, 'utf8').toString('base64url');

/** The index of the key, or the index at which it would be inserted. */
function placeOf(keys: LazyList<string>, key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys.at(middle) ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeOfCursor(keys: LazyList<string>, argument: 'after' | 'before', cursor: string): number {
  const key = Buffer.from(cursor, 'base64url').toString('utf8').slice('at '.length);
  const place = placeOf(keys, key);
  if (place < keys.length && keys.at(place) === key && cursorOf(key) === cursor) return place;
  throw new ContractError(
    'BAD_CURSOR',
    `"${argument}" is no cursor of this list. Take a cursor from pageInfo or edges of the same field with the same filters.`,
    argument,
    cursor,
  );
}

/** The range [from, to) of indexes between the cursors, the end from which it is read, and the maximum page size. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly backwards: boolean;
  readonly size: number;
}

/**
 * Turns page arguments into a range. `before` alone reads backwards from its cursor.
 * @throws {ContractError} BAD_PAGE_SIZE for a size out of range or for both `first` and `last`; BAD_CURSOR
 */
export function stretchOf(keys: LazyList<string>, { first, after, last, before }: PageArguments): Stretch {
  for (const [argument, size] of [
    ['first', first],
    ['last', last],
  ] as const) {
    if (size != null && (size < 0 || size > bounds.page)) {
      throw new ContractError(
        'BAD_PAGE_SIZE',
        `"${argument}" is ${String(size)}; a page has 0 to ${String(bounds.page)} entries. Ask for the next page with "${argument === 'first' ? 'after' : 'before'}".`,
        argument,
        size,
      );
    }
  }
  if (first != null && last != null) {
    throw new ContractError(
      'BAD_PAGE_SIZE',
      '"first" and "last" were both given. Give "first" to read forwards or "last" to read backwards.',
      'last',
      last,
    );
  }
  const from = after == null ? 0 : placeOfCursor(keys, 'after', after) + 1;
  const to = before == null ? keys.length : placeOfCursor(keys, 'before', before);
  return {
    from,
    to: Math.max(from, to),
    backwards: last != null || (first == null && before != null && after == null),
    size: first ?? last ?? bounds.defaultPage,
  };
}

/**
 * The requested page of a list.
 * @throws {ContractError} BAD_PAGE_SIZE or BAD_CURSOR
 */
export function pageOf<T>({ items, keys }: SortedList<T>, args: PageArguments): Page<T> {
  const { from, to, backwards, size } = stretchOf(keys, args);
  const start = backwards ? Math.max(from, to - size) : from;
  const end = backwards ? to : Math.min(to, from + size);
  return {
    edges: items.slice(start, end).map((node, index) => ({ cursor: cursorOf(keys.at(start + index) ?? ''), node })),
    hasPreviousPage: start > 0,
    hasNextPage: end < items.length,
    totalCount: () => items.length,
  };
}

/** A page of a list that is not sorted by key, such as search results. The cursor contains the index and the key. */
export function pageInOrder<T>(items: readonly T[], keyOf: (item: T) => string, args: PageArguments): Page<T> {
  return pageOf({ items, keys: items.map((item, place) => `${String(place).padStart(6, '0')} ${keyOf(item)}`) }, args);
}

/** How `sift` filters a list. */
export interface Sifting<T, U> {
  /** Returns the value for an item; null to leave the item out. */
  readonly keep: (item: T) => U | null;
  /** The maximum number of items examined for one page. */
  readonly mostLookedAt: number;
  readonly totalCount: () => number | null;
}

/**
 * A page of the items that `keep` keeps. Stops after the page is full and one more kept item has been found.
 * @throws {ContractError} TOO_MANY if more than `mostLookedAt` items would be examined; BAD_PAGE_SIZE or BAD_CURSOR
 */
export function sift<T, U>(
  { items, keys }: SortedList<T>,
  args: PageArguments,
  { keep, mostLookedAt, totalCount }: Sifting<T, U>,
): Page<U> {
  const { from, to, backwards, size } = stretchOf(keys, args);
  const edges: Edge<U>[] = [];
  let beyond = false;
  const step = backwards ? -1 : 1;
  let at = backwards ? to - 1 : from;
  let looked = 0;
  while (at >= from && at < to && !beyond) {
    if (looked >= mostLookedAt) {
      throw new ContractError(
        'TOO_MANY',
        `More than ${mostLookedAt.toLocaleString('en')} answers would have to be derived to fill this page. Narrow the question by plans, within or level.`,
        'status',
        looked,
      );
    }
    const kept = keep(items.at(at) as T);
    if (kept !== null && edges.length === size) beyond = true;
    else if (kept !== null) edges.push({ cursor: cursorOf(keys.at(at) ?? ''), node: kept });
    at += step;
    looked += 1;
  }
  if (backwards) edges.reverse();
  return {
    edges,
    hasPreviousPage: backwards ? beyond : args.after != null,
    hasNextPage: backwards ? args.before != null : beyond || args.before != null,
    totalCount,
  };
}

/**
 * Pages of sorted lists. A cursor encodes the sort key of an item, so finding a page is a binary search, and a cursor from
 * another list is detected.
 */
import type { LazyList } from '../graph/entries.ts';
import { boundsOf, filterRange, indexOfKey, type ListRange } from '../graph/list-ranges.ts';
import type { SortedList } from '../graph/sorted-lists.ts';
import { bounds } from './bounds.ts';
import { ContractError } from './errors.ts';

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

function indexOfCursor(keys: LazyList<string>, argument: 'after' | 'before', cursor: string): number {
  const key = Buffer.from(cursor, 'base64url').toString('utf8').slice('at '.length);
  const index = indexOfKey(keys, key);
  if (index < keys.length && keys.at(index) === key && cursorOf(key) === cursor) return index;
  throw new ContractError(
    'BAD_CURSOR',
    `"${argument}" is no cursor of this list. Take a cursor from pageInfo or edges of the same field with the same filters.`,
    argument,
    cursor,
  );
}

/**
 * Turns page arguments into a range. `before` alone reads backwards from its cursor.
 * @throws {ContractError} BAD_PAGE_SIZE for a size out of range or for both `first` and `last`; BAD_CURSOR
 */
export function rangeOf(keys: LazyList<string>, { first, after, last, before }: PageArguments): ListRange {
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
  const from = after == null ? 0 : indexOfCursor(keys, 'after', after) + 1;
  const to = before == null ? keys.length : indexOfCursor(keys, 'before', before);
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
  const { start, end } = boundsOf(rangeOf(keys, args));
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

/** How `filteredPageOf` filters a list. */
export interface PageFilter<T, U> {
  /** Returns the value for an item; null to leave the item out. */
  readonly keep: (item: T) => U | null;
  /** The maximum number of items examined for one page. */
  readonly mostExamined: number;
  readonly totalCount: () => number | null;
}

/**
 * A page of the items that `keep` keeps. Stops after the page is full and one more kept item has been found.
 * @throws {ContractError} TOO_MANY if more than `mostExamined` items would be examined; BAD_PAGE_SIZE or BAD_CURSOR
 */
export function filteredPageOf<T, U>(
  list: SortedList<T>,
  args: PageArguments,
  { keep, mostExamined, totalCount }: PageFilter<T, U>,
): Page<U> {
  const range = rangeOf(list.keys, args);
  const found = filterRange(list, range, keep, mostExamined);
  if (found === null)
    throw new ContractError(
      'TOO_MANY',
      `More than ${mostExamined.toLocaleString('en')} answers would have to be derived to fill this page. ` +
        'Narrow the question by plans, within or level.',
      'status',
      mostExamined,
    );
  return {
    edges: found.kept.map(({ index, item }) => ({ cursor: cursorOf(list.keys.at(index) ?? ''), node: item })),
    hasPreviousPage: range.backwards ? found.hasMore : args.after != null,
    hasNextPage: range.backwards ? args.before != null : found.hasMore || args.before != null,
    totalCount,
  };
}

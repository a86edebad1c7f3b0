/**
 * Lists in a fixed order, and pages of them. A cursor is made from the key of the thing it points at, so that a page costs
 * what it returns however far into the list it lies, and a cursor from elsewhere points at nothing.
 */
import type { LazyList } from '../graph/entries.ts';
import { bounds } from './bounds.ts';
import { ContractError } from './errors.ts';

/** Things in the order of their keys; every key occurs once. */
export interface SortedList<T> {
  readonly items: LazyList<T>;
  readonly keys: LazyList<string>;
}

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface Page<T> {
  readonly edges: readonly Edge<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Null where counting would cost too much; asked for only where the client asks. */
  readonly totalCount: () => number | null;
}

const cursorOf = (key: string): string => Buffer.from(`at ${key}`, 'utf8').toString('base64url');

/** Where the key stands or would stand; keys are compared by code unit, as they were sorted. */
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
    `"${argument}" is no cursor of this list. Take a cursor from pageInfo or edges of the same field, asked with the same filters.`,
    argument,
    cursor,
  );
}

/** The stretch of the list between the cursors, from which end it is read, and how much of it at most. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly backwards: boolean;
  readonly size: number;
}

/** `before` alone reads backwards from its cursor; `first` and `last` together are refused, since they contradict one another. */
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

/** The page of the list that the arguments ask for. */
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

/** The page of a list that has an order of its own; a cursor points at a thing in its place. */
export function pageInOrder<T>(items: readonly T[], keyOf: (item: T) => string, args: PageArguments): Page<T> {
  return pageOf({ items, keys: items.map((item, place) => `${String(place).padStart(6, '0')} ${keyOf(item)}`) }, args);
}

export interface Sifting<T, U> {
  /** What an entry of the list becomes; null where it does not belong on the page. */
  readonly keep: (item: T) => U | null;
  /** How many entries of the list one page may look at before the question is refused. */
  readonly mostLookedAt: number;
  readonly totalCount: () => number | null;
}

/** The page of those that are kept, looking at no more of the list than the page needs and one beyond. */
export function sift<T, U>(
  { items, keys }: SortedList<T>,
  args: PageArguments,
  { keep, mostLookedAt, totalCount }: Sifting<T, U>,
): Page<U> {
  const { from, to, backwards, size } = stretchOf(keys, args);
  const edges: Edge<U>[] = [];
  let beyond = false;
  const step = backwards ? -1 : 1;
  for (let at = backwards ? to - 1 : from, looked = 0; at >= from && at < to && !beyond; at += step, looked += 1) {
    if (looked >= mostLookedAt) {
      throw new ContractError(
        'TOO_MANY',
        `More than ${mostLookedAt.toLocaleString('en')} answers would have to be derived to fill this page. Narrow the question by plans, within or level.`,
        'status',
        looked,
      );
    }
    const kept = keep(items.at(at) as T);
    if (kept === null) continue;
    if (edges.length === size) beyond = true;
    else edges.push({ cursor: cursorOf(keys.at(at) ?? ''), node: kept });
  }
  if (backwards) edges.reverse();
  return {
    edges,
    hasPreviousPage: backwards ? beyond : args.after != null,
    hasNextPage: backwards ? args.before != null : beyond || args.before != null,
    totalCount,
  };
}

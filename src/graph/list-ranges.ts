/** Reads a part of a sorted list: a slice of it, or the items in it that pass a filter. */
import type { LazyList } from './entries.ts';
import type { SortedList } from './sorted-lists.ts';

/** The range [from, to) of indexes, the end from which it is read, and the maximum number of items. */
export interface ListRange {
  readonly from: number;
  readonly to: number;
  readonly backwards: boolean;
  readonly size: number;
}

/** An item that passed a filter, and its index in the list. */
export interface IndexedItem<T> {
  readonly index: number;
  readonly item: T;
}

/** The index of the key, or the index at which it would be inserted. A binary search. */
export function indexOfKey(keys: LazyList<string>, key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys.at(middle) ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The indexes [start, end) of a range after its size is applied. */
export function boundsOf({ from, to, backwards, size }: ListRange): { readonly start: number; readonly end: number } {
  return backwards ? { start: Math.max(from, to - size), end: to } : { start: from, end: Math.min(to, from + size) };
}

/**
 * The values that `keep` returns for the items of the range, at most `size` of them, in the order of the list; `hasMore`
 * says whether it would keep another one. Stops as soon as that is known. Null if that takes more than `mostExamined`
 * items.
 */
export function filterRange<T, U>(
  { items }: SortedList<T>,
  { from, to, backwards, size }: ListRange,
  keep: (item: T) => U | null,
  mostExamined: number,
): { readonly kept: readonly IndexedItem<U>[]; readonly hasMore: boolean } | null {
  const kept: IndexedItem<U>[] = [];
  const inOrder = (): IndexedItem<U>[] => (backwards ? kept.reverse() : kept);
  for (let examined = 0; examined < to - from; examined += 1) {
    if (examined >= mostExamined) return null;
    const index = backwards ? to - 1 - examined : from + examined;
    const item = keep(items.at(index) as T);
    if (item === null) continue;
    if (kept.length === size) return { kept: inOrder(), hasMore: true };
    kept.push({ index, item });
  }
  return { kept: inOrder(), hasMore: false };
}

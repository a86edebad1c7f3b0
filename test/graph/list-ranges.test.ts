/** Parts of sorted lists: slices, and the items that pass a filter. */
import { expect, test } from 'vitest';
import { boundsOf, filterRange, indexOfKey, type ListRange } from '../../src/graph/list-ranges.ts';
import { filterSorted, sortByKey } from '../../src/graph/sorted-lists.ts';

const list = sortByKey([5, 3, 1, 4, 2, 0], (number) => `k${String(number)}`);
const range = (part: Partial<ListRange>): ListRange => ({ from: 0, to: 6, backwards: false, size: 2, ...part });
const even = (number: number): number | null => (number % 2 === 0 ? number : null);

test('a key is found where it is, or where it would be inserted', () => {
  expect(list.items).toEqual([0, 1, 2, 3, 4, 5]);
  expect(['a', 'k0', 'k3', 'k33', 'k5', 'z'].map((key) => indexOfKey(list.keys, key))).toEqual([0, 0, 3, 4, 5, 6]);
});

test('a size is taken from the start of a range, or backwards from its end', () => {
  expect(boundsOf(range({ from: 1 }))).toEqual({ start: 1, end: 3 });
  expect(boundsOf(range({ to: 5, backwards: true }))).toEqual({ start: 3, end: 5 });
  expect(boundsOf(range({ size: 9 }))).toEqual({ start: 0, end: 6 });
  expect(boundsOf(range({ from: 2, size: 9, backwards: true }))).toEqual({ start: 2, end: 6 });
});

test('a filter keeps at most the size, in the order of the list, and says whether there is more', () => {
  const kept = (part: Partial<ListRange>) => filterRange(list, range(part), even, 6);
  expect(kept({})).toEqual({ kept: [0, 2].map((item) => ({ index: item, item })), hasMore: true });
  expect(kept({ backwards: true })).toEqual({ kept: [2, 4].map((item) => ({ index: item, item })), hasMore: true });
  expect(kept({ size: 3 })).toEqual({ kept: [0, 2, 4].map((item) => ({ index: item, item })), hasMore: false });
  expect(kept({ from: 1, to: 4 })).toEqual({ kept: [{ index: 2, item: 2 }], hasMore: false });
});

test('a filter gives up when it would examine one item more than the limit', () => {
  // 0 and 2 fill the range; 4, the fifth item, shows that there is more.
  expect(filterRange(list, range({}), even, 5)).not.toBeNull();
  expect(filterRange(list, range({}), even, 4)).toBeNull();
});

test('a filtered list keeps its order and keys', () => {
  expect(filterSorted(list, (number) => number > 3)).toEqual({ items: [4, 5], keys: ['k4', 'k5'] });
});

/** The lists of a graph in a fixed order. Each is made once and cached for the lifetime of the graph. */
import type { ConceptKind, LinkKind } from '../model/words.ts';
import type { Entry, LazyList, Link, OrderedMap, Rule } from './entries.ts';

/** Items sorted by their keys, and the keys in the same order. Keys are unique and compared by UTF-16 code unit. */
export interface SortedList<T> {
  readonly items: LazyList<T>;
  readonly keys: LazyList<string>;
}

/** Compares by UTF-16 code unit. */
function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A sorted list whose items are all in memory. */
export interface CompleteList<T> extends SortedList<T> {
  readonly items: readonly T[];
  readonly keys: readonly string[];
}

/** Sorts items by key. */
export function sortByKey<T>(items: Iterable<T>, keyOf: (item: T) => string): CompleteList<T> {
  const keyed = [...items].map((item) => ({ item, key: keyOf(item) })).sort((a, b) => byCodeUnit(a.key, b.key));
  return { items: keyed.map(({ item }) => item), keys: keyed.map(({ key }) => key) };
}

/** Sorted lists by the object they are made from and by name. */
const cache = new WeakMap<object, Map<string, CompleteList<unknown>>>();

/** Returns the cached list of `owner` with this name, or makes it. */
function cached<T>(owner: object, name: string, make: () => CompleteList<T>): CompleteList<T> {
  const lists = cache.get(owner) ?? new Map<string, CompleteList<unknown>>();
  cache.set(owner, lists);
  const known = lists.get(name) as CompleteList<T> | undefined;
  if (known) return known;
  const list = make();
  lists.set(name, list);
  return list;
}

const slugOf = ({ slug }: { readonly slug: string }): string => slug;

/** A list of entries or rules, sorted by slug. */
export function sortedBySlug<T extends Entry | Rule>(entries: readonly T[]): CompleteList<T> {
  return cached(entries, 'by slug', () => sortByKey(entries, slugOf));
}

/** The values of a map, sorted by slug. A map of a snapshot is sorted already. */
export function sortedListOf<T extends Entry | Rule>(entries: ReadonlyMap<string, T> | OrderedMap<T>): SortedList<T> {
  if ('bySlug' in entries) return { items: entries.bySlug, keys: entries.slugs };
  return cached(entries, 'by slug', () => sortByKey(entries.values(), slugOf));
}

/** A list of things that have a key, sorted by that key. */
export function byKey<T extends { readonly key: string }>(things: readonly T[]): CompleteList<T> {
  return cached(things, 'by key', () => sortByKey(things, ({ key }) => key));
}

/** Things made from a list of the graph, sorted by `keyOf`; cached for the lifetime of the list. */
export function byOwnKey<T>(
  list: readonly unknown[],
  make: () => readonly T[],
  keyOf: (thing: T) => string,
): SortedList<T> {
  return cached(list, 'by a key of their own', () => sortByKey(make(), keyOf));
}

/** The entries of one kind that links of the given kinds lead to, sorted by slug. */
export function linkedEntries<K extends ConceptKind>(
  links: readonly Link[],
  kind: K,
  ...kinds: readonly LinkKind[]
): CompleteList<Extract<Entry, { kind: K }>> {
  return cached(links, `${kind} by ${kinds.join()}`, () => {
    const found = new Set(links.filter((link) => kinds.includes(link.kind)).map(({ to }) => to));
    return sortByKey(
      [...found].filter((to): to is Extract<Entry, { kind: K }> => to.kind === kind),
      slugOf,
    );
  });
}

/** The links of an entry, sorted by the other entry's slug, then by its kind and the kind of link. */
export function linksOf(entry: Entry): CompleteList<Link> {
  return cached(entry, 'links', () => sortByKey(entry.links, ({ to, kind }) => `${to.slug} ${to.kind} ${kind}`));
}

/** The items that pass, in the same order. */
export function filterSorted<T>({ items, keys }: SortedList<T>, passes: (item: T) => boolean): SortedList<T> {
  const passed: T[] = [];
  const passedKeys: string[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items.at(at) as T;
    if (!passes(item)) continue;
    passed.push(item);
    passedKeys.push(keys.at(at) ?? '');
  }
  return { items: passed, keys: passedKeys };
}

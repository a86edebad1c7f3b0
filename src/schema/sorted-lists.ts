/** The lists of a graph in the order that the contract promises, each made once for as long as the graph lives. */
import type { Entry, Link, OrderedMap, Rule } from '../graph/entries.ts';
import type { ConceptKind, LinkKind } from '../model/words.ts';
import type { SortedList } from './pagination.ts';

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A shelf that is there whole. */
export interface CompleteList<T> extends SortedList<T> {
  readonly items: readonly T[];
  readonly keys: readonly string[];
}

function shelve<T>(items: Iterable<T>, keyOf: (item: T) => string): CompleteList<T> {
  const keyed = [...items].map((item) => ({ item, key: keyOf(item) })).sort((a, b) => byCodeUnit(a.key, b.key));
  return { items: keyed.map(({ item }) => item), keys: keyed.map(({ key }) => key) };
}

const shelves = new WeakMap<object, Map<string, CompleteList<unknown>>>();
function kept<T>(owner: object, name: string, make: () => CompleteList<T>): CompleteList<T> {
  let own = shelves.get(owner);
  if (!own) shelves.set(owner, (own = new Map<string, CompleteList<unknown>>()));
  let shelf = own.get(name) as CompleteList<T> | undefined;
  if (!shelf) own.set(name, (shelf = make()));
  return shelf;
}

const slugOf = ({ slug }: { readonly slug: string }): string => slug;

/** A list of the graph, by slug. */
export function sortedBySlug<T extends Entry | Rule>(entries: readonly T[]): CompleteList<T> {
  return kept(entries, 'by slug', () => shelve(entries, slugOf));
}

/** A map of the graph, by slug: sorted once, or as it stands where its store holds that order already. */
export function sortedListOf<T extends Entry | Rule>(entries: ReadonlyMap<string, T> | OrderedMap<T>): SortedList<T> {
  if ('bySlug' in entries) return { items: entries.bySlug, keys: entries.slugs };
  return kept(entries, 'by slug', () => shelve(entries.values(), slugOf));
}

/** A list of things that have a key, by that key. */
export function byKey<T extends { readonly key: string }>(things: readonly T[]): CompleteList<T> {
  return kept(things, 'by key', () => shelve(things, ({ key }) => key));
}

/** Things that are made of a list of the graph, by a key of their own; kept for as long as the list. */
export function byOwnKey<T>(
  list: readonly unknown[],
  make: () => readonly T[],
  keyOf: (thing: T) => string,
): SortedList<T> {
  return kept(list, 'by a key of their own', () => shelve(make(), keyOf));
}

/** The entries of one kind at the other ends of those links that are of the kinds named, by slug. */
export function linkedEntries<K extends ConceptKind>(
  links: readonly Link[],
  kind: K,
  ...kinds: readonly LinkKind[]
): CompleteList<Extract<Entry, { kind: K }>> {
  return kept(links, `${kind} by ${kinds.join()}`, () => {
    const found = new Set(links.filter((link) => kinds.includes(link.kind)).map(({ to }) => to));
    return shelve(
      [...found].filter((to): to is Extract<Entry, { kind: K }> => to.kind === kind),
      slugOf,
    );
  });
}

/** An entry's links by the slug of the neighbour, and between the same two by the kinds of neighbour and link. */
export function linksOf(entry: Entry): CompleteList<Link> {
  return kept(entry, 'links', () => shelve(entry.links, ({ to, kind }) => `${to.slug} ${to.kind} ${kind}`));
}

/** The part of a list that passes, in the same order. */
export function narrow<T>({ items, keys }: SortedList<T>, passes: (item: T) => boolean): SortedList<T> {
  const passed: T[] = [];
  const theirs: string[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items.at(at) as T;
    if (!passes(item)) continue;
    passed.push(item);
    theirs.push(keys.at(at) ?? '');
  }
  return { items: passed, keys: theirs };
}

/**
 * Which entries can be reached from an entry, and by which links. The plan chain, the subject chain and what a
 * condition implies are all found so.
 */
import type { Entry, Link } from '../graph/entries.ts';

/** The links from one entry to another, in order. */
export type Path = readonly Link[];

/**
 * Every entry that `linksOf` leads to, the start first with an empty path. Breadth first, so each path is a shortest
 * one; of several, the one whose links come first.
 */
export function pathsFrom<E extends Entry>(start: E, linksOf: (entry: E) => readonly Link[]): ReadonlyMap<E, Path> {
  const paths = new Map<E, Path>([[start, []]]);
  for (const [entry, path] of paths) {
    for (const link of linksOf(entry)) {
      const next = link.to as E;
      if (!paths.has(next)) paths.set(next, [...path, link]);
    }
  }
  return paths;
}

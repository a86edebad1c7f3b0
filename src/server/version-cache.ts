/** A cache of the older versions that questions with `asOf` name, least recently used first out; each is loaded once. */
import { LRUCache } from 'lru-cache';
import type { Graph } from '../graph/entries.ts';
import type { OlderVersion } from '../http/as-of.ts';
import type { LoadedData } from '../http/snapshot.ts';

export interface VersionCache {
  /** The version of a name, from the cache or loaded; UNKNOWN, UNAVAILABLE or BUSY if there is none to give. */
  readonly version: (name: string) => Promise<LoadedData | Exclude<OlderVersion, Graph>>;
  /** The number of graphs in the cache. */
  readonly held: () => number;
  /** Maps each name whose graph is in the cache to the version of the graph. */
  readonly meanings: () => ReadonlyMap<string, string>;
  /** Makes the next request for the name look it up again. */
  readonly forget: (name: string) => void;
}

/** Loading takes time and memory, so at most this many versions load at once; a request for another gets BUSY. */
const MAX_LOADING = 2;

/** `most` is the number of graphs to hold. A name is looked up once, and again after `forget`. */
export function createVersionCache(
  most: number,
  open: (name: string) => Promise<OlderVersion>,
  now: () => string,
): VersionCache {
  const graphs = new LRUCache<string, LoadedData>({ max: Math.max(1, most) });
  /** Maps each requested name to the version of its graph. */
  const named = new LRUCache<string, string>({ max: 1_000 });
  const loading = new Map<string, Promise<LoadedData | Exclude<OlderVersion, Graph>>>();
  const load = async (name: string): ReturnType<VersionCache['version']> => {
    const found = await open(name);
    if (typeof found === 'string') return found;
    named.set(name, found.version);
    const held = graphs.get(found.version) ?? { graph: found, loadedAt: now() };
    graphs.set(found.version, held);
    return held;
  };
  return {
    held: () => graphs.size,
    meanings: () => new Map([...named.entries()].filter(([, version]) => graphs.has(version))),
    forget: (name) => {
      named.delete(name);
    },
    version: (name) => {
      const held = graphs.get(named.get(name) ?? name);
      if (held) return Promise.resolve(held);
      const pending = loading.get(name);
      if (pending) return pending;
      if (loading.size >= MAX_LOADING) return Promise.resolve('BUSY');
      const started = load(name).finally(() => {
        loading.delete(name);
      });
      loading.set(name, started);
      return started;
    },
  };
}

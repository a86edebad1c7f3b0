/** Older versions held for questions that name them: the ones asked for last, no more than a few, and each loaded once for all who ask. */
import { LRUCache } from 'lru-cache';
import type { Graph } from '../graph/entries.ts';
import type { OlderVersion } from '../http/as-of.ts';
import type { LoadedData } from '../http/create-yoga.ts';

export interface VersionCache {
  readonly version: (name: string) => Promise<LoadedData | Exclude<OlderVersion, Graph>>;
  readonly held: () => number;
  /** What the names are taken to mean for which a graph is held: by each name, the version of the graph. */
  readonly meanings: () => ReadonlyMap<string, string>;
  /** Looks the name up again when it is next asked for. */
  readonly forget: (name: string) => void;
}

/** Loading takes time and memory, so no more than this many at once; who asks for another is told to come again. */
const mostLoading = 2;

/** `most`: how many are held. A name is looked up once, until `forget` says that it may mean something else. */
export function createVersionCache(
  most: number,
  open: (name: string) => Promise<OlderVersion>,
  now: () => string,
): VersionCache {
  const graphs = new LRUCache<string, LoadedData>({ max: Math.max(1, most) });
  /** By every name that they were asked under, the version of the graph. */
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
      const under = loading.get(name);
      if (under) return under;
      if (loading.size >= mostLoading) return Promise.resolve('BUSY');
      const own = load(name).finally(() => {
        loading.delete(name);
      });
      loading.set(name, own);
      return own;
    },
  };
}

/**
 * A cache of JSON fragments. It belongs to one snapshot, on which the JSON of an object of the graph depends only on the
 * object, the selection set and the values of the variables in it. A fragment is written once for each answer. It is shared
 * between answers if it has no variables, or from the second time that the same values occur. The cache is bounded by bytes;
 * the least recently used entries are evicted first. See docs/decisions/fragment-cache.md.
 */
import { LRUCache } from 'lru-cache';
import type { CoverageStatus } from '../../model/words.ts';

/** Types whose objects belong to the graph. Objects of other types are created for each answer and would never be found. */
export const cacheableTypes = new Set([
  'Plan',
  'Service',
  'Technique',
  'BillingCode',
  'Territory',
  'CoverageCondition',
  'SourceDocument',
  'CoverageRule',
  'Citation',
]);

/** The fragments of one selection set with one set of values of its variables. */
export interface FragmentEntry {
  readonly key: string;
  /** By object: its JSON, and the status of each determination that its resolvers derived. */
  readonly texts: Map<unknown, { readonly text: string; readonly statuses: readonly CoverageStatus[] }>;
  bytes: number;
  /** False if the entry is for one answer only, because its values occur for the first time. */
  readonly isShared: boolean;
}

/** Bytes that an entry and a fragment take in addition to their texts, estimated. */
const entryOverhead = 450;
const fragmentOverhead = 100;
/** The largest part of the cache that one fragment may take. */
const largestShare = 1 / 16;

export class FragmentCache {
  /** Each entry is in an array that is created for each `set`, since lru-cache ignores the new size of an equal value. */
  readonly #entries: LRUCache<string, readonly [FragmentEntry]>;

  /** `maxBytes` limits the shared fragments. */
  constructor(maxBytes: number) {
    this.#entries = new LRUCache({ maxSize: Math.max(1, maxBytes) });
  }

  /**
   * Returns the entry of a key, which names a selection set and the values of its variables. `hasNoVariables` makes the
   * entry shared from the first time.
   */
  entryFor(key: string, hasNoVariables: boolean): FragmentEntry {
    const [known] = this.#entries.get(key) ?? [];
    if (known) return known;
    const shared: FragmentEntry = { key, texts: new Map(), bytes: 2 * key.length + entryOverhead, isShared: true };
    this.#entries.set(key, [shared], { size: shared.bytes });
    return hasNoVariables ? shared : { ...shared, texts: new Map(), isShared: false };
  }

  /** Stores the JSON of an object in an entry. Does nothing if it is too large to be shared. */
  store(entry: FragmentEntry, object: unknown, text: string, statuses: readonly CoverageStatus[]): void {
    if (!entry.isShared) {
      entry.texts.set(object, { text, statuses });
      return;
    }
    const bytes = 2 * text.length + 8 * statuses.length + fragmentOverhead;
    if (bytes > this.#entries.maxSize * largestShare) return;
    // A concatenated string refers to all of its parts; the copy does not.
    entry.texts.set(object, { text: Buffer.from(text).toString(), statuses });
    entry.bytes += bytes;
    this.#entries.set(entry.key, [entry], { size: entry.bytes });
  }
}

/**
 * What was written before. The text of what is selected of an entry of the graph follows from the entry, the selection and
 * the variables in it, as long as data and day are the same: it is written once in an answer, and once for all answers from
 * the second time that its variables come, or at once if it has none. Bounded by bytes; what was used longest ago goes first.
 */
import { LRUCache } from 'lru-cache';
import type { CoverageStatus } from '../../model/words.ts';
import type { Context } from '../../schema/builder.ts';

/** Types whose values are the graph's own, and so the same objects each time; those of any other would never be found again. */
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

export interface FragmentEntry {
  readonly key: string;
  readonly texts: Map<unknown, { readonly text: string; readonly told: readonly CoverageStatus[] }>; // told: the determinations in it
  bytes: number;
  readonly isShared: boolean; // else for one answer alone: its variables came for the first time, and may never come again
}

export class FragmentCache {
  readonly #shelves: LRUCache<string, readonly [FragmentEntry]>; // in an array that is new each time, or the size that it had would be the size that is counted
  #world: Pick<Context, 'graph' | 'today'> | null = null;

  constructor(mostBytes: number) {
    this.#shelves = new LRUCache({ maxSize: Math.max(1, mostBytes) });
  }

  /** What was written of the selection and with the variables that the key names. `atOnce`: there are none. */
  entryFor(key: string, atOnce: boolean, { graph, today }: Context): FragmentEntry {
    if (this.#world?.graph !== graph || this.#world.today !== today) {
      this.#shelves.clear();
      this.#world = { graph, today };
    }
    const [before] = this.#shelves.get(key) ?? [];
    if (before) return before;
    const lasting: FragmentEntry = { key, texts: new Map(), bytes: 2 * key.length + 450, isShared: true };
    this.#shelves.set(key, [lasting], { size: lasting.bytes });
    return atOnce ? lasting : { ...lasting, texts: new Map(), isShared: false };
  }

  store(shelf: FragmentEntry, entry: unknown, text: string, told: readonly CoverageStatus[]): void {
    const bytes = 2 * text.length + 8 * told.length + 100;
    if (shelf.isShared && bytes > this.#shelves.maxSize / 16) return;
    shelf.texts.set(entry, { text: shelf.isShared ? Buffer.from(text).toString() : text, told }); // in one piece: as put together it holds on to every part
    if (shelf.isShared) this.#shelves.set(shelf.key, [shelf], { size: (shelf.bytes += bytes) });
  }
}

/**
 * What was written before. The text of what is selected of an entry of the graph follows from the entry, the selection and
 * the variables in it, as long as data and day are the same: it is written once, and found by the entry itself. Bounded by
 * bytes; what was used longest ago goes first, all of one selection together. Kept from the second time that variables come.
 */
import { LRUCache } from 'lru-cache';
import type { CoverageStatus } from '../../model/words.ts';
import type { Context } from '../../schema/builder.ts';

/** Types whose values are the graph's own, and so the same objects each time; those of any other would never be found again. */
export const held = new Set(['Plan', 'Service', 'Technique', 'BillingCode', 'Territory', 'CoverageCondition', 'SourceDocument', 'CoverageRule', 'Citation']);

export interface Shelf {
  readonly key: string;
  readonly texts: Map<unknown, { readonly text: string; readonly told: readonly CoverageStatus[] }>; // told: the determinations in it
  bytes: number;
  again: boolean; // its variables came before, or it has none: others would only drive out what is asked for
}

export class Written {
  readonly #shelves: LRUCache<string, Shelf>;
  #world: Pick<Context, 'graph' | 'today'> | null = null;

  constructor(mostBytes: number) { this.#shelves = new LRUCache({ maxSize: Math.max(1, mostBytes) }); }

  /** What was written of the selection and with the variables that the key names. */
  shelf(key: string, again: boolean, { graph, today }: Context): Shelf {
    if (this.#world?.graph !== graph || this.#world.today !== today) {
      this.#shelves.clear();
      this.#world = { graph, today };
    }
    const before = this.#shelves.get(key);
    const shelf = before ?? { key, texts: new Map(), bytes: 2 * key.length + 200, again };
    if (before) before.again = true; else this.#shelves.set(key, shelf, { size: shelf.bytes });
    return shelf;
  }

  keep(shelf: Shelf, entry: unknown, text: string, told: readonly CoverageStatus[]): void {
    const bytes = 2 * text.length + 8 * told.length + 100;
    if (!shelf.again || bytes > this.#shelves.maxSize / 16) return;
    shelf.texts.set(entry, { text: Buffer.from(text).toString(), told }); // in one piece: as put together it holds on to every part
    this.#shelves.delete(shelf.key); // or the size that it had would be the size that is counted
    this.#shelves.set(shelf.key, shelf, { size: shelf.bytes += bytes });
  }
}

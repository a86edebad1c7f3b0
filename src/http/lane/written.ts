/**
 * What was written before. The text of what is selected of an entry of the graph follows from the entry, the selection and
 * the variables in it, as long as data and day are the same: it is written once, and found by the entry itself. Bounded by
 * bytes; what was used longest ago goes first, all of one selection together.
 */
import type { CoverageStatus } from '../../model/words.ts';
import type { Context } from '../../schema/builder.ts';

/** Types whose values are the graph's own, and so the same objects each time; those of any other would never be found again. */
export const held = new Set(['Plan', 'Service', 'Technique', 'BillingCode', 'Territory', 'CoverageCondition', 'SourceDocument', 'CoverageRule', 'Citation']);

export interface Shelf {
  readonly key: string;
  readonly texts: Map<unknown, { readonly text: string; readonly told: readonly CoverageStatus[] }>;
  bytes: number;
}

export class Written {
  readonly #most: number;
  readonly #shelves = new Map<string, Shelf>();
  #bytes = 0;
  #world: Pick<Context, 'graph' | 'today'> | null = null;

  constructor(mostBytes: number) { this.#most = mostBytes; }

  /** What was written of the selection and with the variables that the key names. */
  shelf(key: string, { graph, today }: Context): Shelf {
    if (this.#world?.graph !== graph || this.#world.today !== today) {
      this.#shelves.clear();
      [this.#world, this.#bytes] = [{ graph, today }, 0];
    }
    const shelf = this.#shelves.get(key) ?? { key, texts: new Map() as Shelf['texts'], bytes: 0 };
    if (this.#bytes > this.#most / 2 || shelf.bytes === 0) {
      this.#shelves.delete(key);
      this.#shelves.set(key, shelf); // behind all that were used before; while there is room enough nobody minds the order
    }
    return shelf;
  }

  /** `told` are the determinations in it. */
  keep(shelf: Shelf, entry: unknown, text: string, told: readonly CoverageStatus[]): void {
    const bytes = 2 * text.length + 8 * told.length + 100;
    if (bytes > this.#most / 16 || this.#shelves.get(shelf.key) !== shelf) return;
    shelf.texts.set(entry, { text: Buffer.from(text).toString(), told }); // in one piece: as put together it holds on to every part
    shelf.bytes += bytes;
    this.#bytes += bytes;
    for (const [key, oldest] of this.#shelves) {
      if (this.#bytes <= this.#most) return;
      this.#shelves.delete(key);
      this.#bytes -= oldest.bytes;
    }
  }
}

/** The corpus: every input that ever failed, and the shortest input for each kind of answer, as one JSON object on each line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const shape = z.object({
  /** The kind of answer that it got, or what was wrong with the answer. */
  reached: z.string(),
  input: z.union([
    z.object({ method: z.string(), path: z.string(), headers: z.record(z.string(), z.string()), body: z.string() }),
    z.object({ raw: z.string() }),
  ]),
});
export type Kept = z.infer<typeof shape>;
export type Shelf = 'failed' | 'kinds';

const fileOf = (shelf: Shelf): URL => new URL(`./corpus/${shelf}.ndjson`, import.meta.url);

export const kept = (shelf: Shelf): Kept[] =>
  readFileSync(fileOf(shelf), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => shape.parse(JSON.parse(line)));

/** Writes the inputs ordered by `reached`, so that a diff shows the new ones. */
export function keep(shelf: Shelf, entries: readonly Kept[]): void {
  const lines = [...entries]
    .sort((a, b) => (a.reached < b.reached ? -1 : 1))
    .map((each) => `${JSON.stringify(each)}\n`);
  writeFileSync(fileOf(shelf), lines.join(''));
}

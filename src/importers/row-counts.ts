/** Counts what an import read, kept, left out and wrote, and prints the counts for the operator. */

/** The headings under which counts are printed. */
export type CountHeading = 'read' | 'kept' | 'leftOut' | 'written';
/** Counts by heading and by what was counted. */
export type Counts = Readonly<Record<CountHeading, Readonly<Record<string, number>>>>;

/** Adds up counts. */
export class RowCounts {
  readonly #counts: Record<CountHeading, Map<string, number>> = {
    read: new Map(),
    kept: new Map(),
    leftOut: new Map(),
    written: new Map(),
  };

  count(heading: CountHeading, what: string, by = 1): void {
    const counts = this.#counts[heading];
    counts.set(what, (counts.get(what) ?? 0) + by);
  }

  add(counts: Counts): void {
    for (const [heading, under] of Object.entries(counts))
      for (const [what, by] of Object.entries(under)) this.count(heading as CountHeading, what, by);
  }

  /** The counts in order of name, so the same rows give the same text in any order of counting. */
  get counts(): Counts {
    const sorted = (heading: CountHeading): Record<string, number> =>
      Object.fromEntries([...this.#counts[heading]].sort(([a], [b]) => (a < b ? -1 : 1)));
    return { read: sorted('read'), kept: sorted('kept'), leftOut: sorted('leftOut'), written: sorted('written') };
  }
}

const TITLES: Readonly<Record<CountHeading, string>> = {
  read: 'Rows read',
  kept: 'Rows kept',
  leftOut: 'Left out, and why',
  written: 'Written',
};
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** The counts as lines of text for the operator. */
export function printCounts(counts: Counts): string[] {
  return (Object.keys(TITLES) as CountHeading[]).flatMap((heading) => {
    const lines = Object.entries(counts[heading]);
    return lines.length === 0
      ? []
      : [`${TITLES[heading]}:`, ...lines.map(([what, count]) => `  ${grouped(count).padStart(11)}  ${what}`)];
  });
}

/** What a format of an outside publisher is to the import: files with columns, rows that are kept, and entries made of them. */
import type { z } from 'zod';
import type { planShape, sourceShape } from '../model/shapes.ts';
import type { RowCounts } from './row-counts.ts';

export type PlanEntry = { slug: string } & z.input<typeof planShape>;
export type RuleEntry = NonNullable<PlanEntry['rules']>[string];
export type SourceEntry = { slug: string } & z.input<typeof sourceShape>;

/** A column by the names under which it is accepted; the first is the one by which the program knows it. */
export interface ImportColumn {
  readonly names: readonly [string, ...string[]];
  /** Left out of a file without anything being said of it. */
  readonly optional?: boolean;
  /** Where the name was learnt, if not in a file of the publisher's. */
  readonly learntFrom?: string;
}

/** The text of a row under a column's first name, trimmed; empty where it is blank or the file has no such optional column. */
export type Cells = (column: string) => string;

export type KeptRow =
  { readonly group: string; readonly cells: Readonly<Record<string, string>> } | { readonly leftOut: string };

export interface ImportFile {
  /** As it is published, and as messages call it. */
  readonly name: string;
  /** Which names it may have in the folder, in small letters. */
  readonly matches: RegExp;
  readonly format: 'tab' | 'csv';
  readonly columns: readonly ImportColumn[];
  /** What the entries then say nothing of, where the file is not in the folder. */
  readonly without: string;
  /** Which rows are kept, and of each what: nothing else of the file reaches the pack. Rows of a group are put together. */
  readonly keep: (cells: Cells) => KeptRow;
}

/** A row as it was kept, with its place. */
export interface Row {
  readonly file: ImportFile;
  /** The file's name in the folder. */
  readonly fileName: string;
  /** The line on which it begins; the header stands on 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** The name that a column has in this file. */
  readonly columnName: (column: string) => string;
}

export interface Importer {
  readonly name: string;
  /** Changes whenever the same files would give other entries, so that what an older program began is not gone on with. */
  readonly edition: string;
  readonly files: readonly ImportFile[];
  /** Files of the same publisher that are known and left out, by their names in small letters, and why. */
  readonly unread?: readonly (readonly [matches: RegExp, why: string])[];
  /** The entries of one group of rows: the source that all of them cite, and plans by slug. */
  readonly assemble: (
    group: string,
    rows: readonly Row[],
    readOn: string,
    tally: RowCounts,
  ) => { readonly source: SourceEntry; readonly plans: readonly PlanEntry[] };
}

/** What stops an import: every reason, and what to do. */
export class ImportStopped extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

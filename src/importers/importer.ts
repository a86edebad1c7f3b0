/** The interface of an importer: the files and columns of a publisher's format, the rows that are kept, and the entries made from them. */
import type { z } from 'zod';
import type { planShape, sourceShape } from '../model/shapes.ts';
import type { RowCounts } from './row-counts.ts';

/** Entries as data files have them, with their slugs. */
export type PlanEntry = { slug: string } & z.input<typeof planShape>;
export type RuleEntry = NonNullable<PlanEntry['rules']>[string];
export type SourceEntry = { slug: string } & z.input<typeof sourceShape>;

/** A column and the names under which it is accepted. The program refers to it by the first name. */
export interface ImportColumn {
  readonly names: readonly [string, ...string[]];
  /** The file may lack the column. */
  readonly optional?: boolean;
  /** The source of the name, if it was not a file of the publisher. Printed when the column is missing. */
  readonly learntFrom?: string;
}

/** The trimmed text of a row in a column, by the column's first name; empty if it is blank or the file lacks the column. */
export type Cells = (column: string) => string;

/** What is kept of a row and the group that it belongs to, or why it is left out, as the words under which it is counted. */
export type KeptRow =
  { readonly group: string; readonly cells: Readonly<Record<string, string>> } | { readonly leftOut: string };

/** A file of the publisher. */
export interface ImportFile {
  /** The name under which it is published; messages use it. */
  readonly name: string;
  /** Matches the names that it may have in the folder, in lower case. */
  readonly matches: RegExp;
  readonly format: 'tab' | 'csv';
  /** The file may have a header and no row, because it is about few plans. */
  readonly mayBeEmpty?: true;
  readonly columns: readonly ImportColumn[];
  /** What the entries do not say if the file is missing, as a sentence. */
  readonly without: string;
  /** Selects the rows and cells that are kept. Nothing else of the file reaches the pack. Rows of one group are assembled together. */
  readonly keep: (cells: Cells) => KeptRow;
}

/** A kept row with its position. */
export interface Row {
  readonly file: ImportFile;
  /** The file's name in the folder. */
  readonly fileName: string;
  /** The line on which it begins. The header is line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** The name of a column in this file, by the column's first name. */
  readonly columnName: (column: string) => string;
}

/** The entries of one group of rows. */
export interface GroupEntries {
  /** The source that the plans cite, or the source of each plan. */
  readonly source: SourceEntry | readonly SourceEntry[];
  readonly plans: readonly PlanEntry[];
}
/** What a pack holds beyond the entries of its groups. */
export interface PackEntries {
  readonly sources: readonly SourceEntry[];
  /** What exists and was not read, as sentences. */
  readonly notRead: readonly string[];
}

/** The group of the rows that the entries of every group need, such as a table of codes. No entries are made of it. */
export const SHARED_GROUP = '*';

/** A format of a publisher. */
export interface Importer {
  readonly name: string;
  /** Changes whenever the same files would give other entries, so an import that an older program began is not continued. */
  readonly edition: string;
  /** Set if the entries quote texts in the words of issuers or plans, so that the pack must stay with the operator. */
  readonly quotesTexts?: true;
  readonly files: readonly ImportFile[];
  /** Files of the publisher that are known but not read: a pattern for their names in lower case, and the reason. */
  readonly unread?: readonly (readonly [matches: RegExp, why: string])[];
  /**
   * Makes the entries of one group of rows. `readOn` is an ISO day; `tally` counts what was made; `shared` are the rows of the
   * shared group, the same list at each call.
   */
  readonly assemble: (
    group: string,
    rows: readonly Row[],
    readOn: string,
    tally: RowCounts,
    shared: readonly Row[],
  ) => GroupEntries;
  /** What the pack holds beyond the entries of its groups. `shared` as in `assemble`; `files` are those that were found. */
  readonly pack?: (readOn: string, shared: readonly Row[], files: readonly ImportFile[]) => PackEntries;
}

/** The error that stops an import. Its lines are the reasons and what to do. */
export class ImportStopped extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

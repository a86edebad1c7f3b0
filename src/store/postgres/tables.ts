/** The types of the tables. The README of the store says what each table is for and how tables are distributed. */

/** The schema that contains all tables, so they do not conflict with others in the database. */
export const SCHEMA = 'covergraph';

/** One published data set. Written once, in the transaction that brings its entries, and never changed. */
interface VersionTable {
  readonly number: number;
  /** The version of the graph: SHA-256 over all of its documents. */
  readonly digest: string;
  /** Of the documents, as in DOCUMENT_FORMAT. */
  readonly format: number;
  /** The version that was current when it was published; a rollback leads to it if nothing else is recorded. */
  readonly parent: number | null;
  /** As in RFC 3339, in UTC, by the clock of the publisher. */
  readonly published_at: string;
  readonly note: string | null;
  readonly plans: number;
  readonly rules: number;
  readonly sources: number;
  readonly entries: number;
}

/** The current version: one row, whose key is 1. */
interface CurrentTable {
  readonly key: number;
  /** Null until something is published. */
  version: number | null;
}

/** One moment at which a version became current, in order. Kept so that a rollback knows what the current version replaced. */
interface ActivationTable {
  /** From 1, given under the lock on the row of `current_version`. */
  readonly number: number;
  readonly version: number;
  /** The number of the activation to which a rollback from this one returns; null: that is not known. */
  readonly previous: number | null;
  /** As in RFC 3339, in UTC, by the clock of the machine that made the version current. */
  readonly at: string;
}

/** A published document. A document that is in several versions is stored once. */
interface EntryTable {
  /** SHA-256 over kind, slug and document. */
  readonly digest: string;
  readonly kind: string;
  readonly slug: string;
  /** JSON as text: the order of a plan's rules decides what is asked first, and a binary form would lose it. */
  readonly document: string;
}

interface VersionEntryTable {
  readonly version: number;
  readonly kind: string;
  readonly slug: string;
  readonly digest: string;
  /** Its position among the entries of its kind, from 0. */
  readonly position: number;
}

/** A piece of the snapshot of a version. */
interface CompiledTable {
  readonly version: number;
  /** The format of the snapshot. Two releases can each store their own. */
  readonly format: number;
  readonly piece: number;
  readonly bytes: Uint8Array;
}

export interface Tables {
  readonly version: VersionTable;
  readonly current_version: CurrentTable;
  readonly activation: ActivationTable;
  readonly entry: EntryTable;
  readonly version_entry: VersionEntryTable;
  readonly compiled: CompiledTable;
  /** Kysely's own: which migrations were applied. */
  readonly migration: { readonly name: string };
  /** The same for steps that only add tables. */
  readonly addition: { readonly name: string };
}

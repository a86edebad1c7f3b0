/** The interface of the database for the rest of the program: publish versions, list them and open them. */
import type { DatabaseAddress } from './address.ts';
import { listenForVersions, type VersionListener } from './notify.ts';
import { query, connect } from './connection.ts';
import type { VersionName } from './current.ts';
import { checkTables, migrate, newerSteps } from './migrations.ts';
import { loadVersion, type LoadedVersion } from './load-version.ts';
import { prune, type Pruned, type Pruning } from './prune.ts';
import { publishVersion, type Publication, type Published } from './publish-version.ts';
import { changes, current, digests, type EntryChange, find, rollback, type Version, versions } from './versions.ts';

/** Published versions in a database. Each method rejects with a DatabaseError if the database cannot do it. */
export interface VersionStore {
  /** Names of the steps that were applied now. */
  readonly migrate: () => Promise<string[]>;
  /** Names of the steps that a newer release has applied. */
  readonly newerSteps: () => Promise<string[]>;
  readonly publish: (publication: Publication) => Promise<Published>;
  /** `before` is null if no version was named as current. */
  readonly rollback: (to: string | null) => Promise<{ before: number | null; now: number }>;
  /** Removes old versions; see `Pruning`. */
  readonly prune: (pruning: Pruning) => Promise<Pruned>;
  readonly versions: () => Promise<{ versions: Version[]; current: number | null }>;
  /** The number of the current version. */
  readonly current: () => Promise<number>;
  /** The current version by number and digest. */
  readonly look: () => Promise<VersionName>;
  /** The digests of versions by their numbers; those that are not published are left out. */
  readonly digests: (numbers: readonly number[]) => Promise<ReadonlyMap<number, string>>;
  readonly find: (name: string) => Promise<number>;
  readonly open: (number: number) => Promise<LoadedVersion>;
  readonly changes: (before: number, after: number) => Promise<EntryChange[]>;
  /** Resolves if this program can read the tables. */
  readonly check: () => Promise<void>;
  readonly listen: (heard: () => void, ended: (isHopeless: boolean) => void) => VersionListener;
  readonly close: () => Promise<void>;
}

/** Connects when first used. `address`: as config read it, or a text such as postgres://USER:PASSWORD@HOST:PORT/NAME. */
export function openDatabase(address: DatabaseAddress | string, use: 'to read' | 'to write'): VersionStore {
  const database = connect(address, use);
  return {
    migrate: () => query(database, () => migrate(database.queries)),
    newerSteps: () => query(database, () => newerSteps(database.queries)),
    publish: (publication) => publishVersion(database, publication),
    rollback: (to) => rollback(database, to, new Date().toISOString()),
    prune: (pruning) => prune(database, pruning),
    versions: () => versions(database),
    current: async () => (await current(database)).number,
    look: () => current(database),
    digests: (numbers) => digests(database, numbers),
    find: (name) => find(database, name),
    open: (number) => loadVersion(database, number),
    changes: (before, after) => changes(database, before, after),
    check: () => query(database, () => checkTables(database.queries, 'to read')),
    listen: (heard, ended) => listenForVersions(address, heard, ended),
    close: database.close,
  };
}

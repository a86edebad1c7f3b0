/**
 * Removes old versions, with the entries that no other version has. It never removes the current version, nor, unless that is
 * asked for, a version that a rollback leads to. Records of activations stay, so no number is given twice.
 */
import type { Kysely, Transaction } from 'kysely';
import { type Database, query, transaction } from './connection.ts';
import { currentVersion, lockCurrent, rollbackTargets } from './current.ts';
import { checkTables } from './migrations.ts';
import { wholeNumber } from './numbers.ts';
import type { Tables } from './tables.ts';

/** What to keep. */
export interface Pruning {
  /** How many of the newest versions stay, by number; 1 or more. Also how far a rollback can still go: `keep` - 1 steps, at least one. */
  readonly keep: number;
  /** Only versions published before this time are removed, as in RFC 3339, in UTC; null: at any time. */
  readonly before: string | null;
  /** Whether versions that a rollback leads to may be removed too. The current version never is. */
  readonly includeRollback: boolean;
  /** Only says what would be removed. */
  readonly isDryRun: boolean;
}

/** A version that is, or would be, removed. */
export interface PrunedVersion {
  readonly number: number;
  readonly digest: string;
  /** As in RFC 3339, in UTC. */
  readonly publishedAt: string;
  readonly note: string | null;
}

/** The result of pruning, or of a dry run. */
export interface Pruned {
  readonly isDryRun: boolean;
  /** The oldest first. */
  readonly removed: readonly PrunedVersion[];
  /** How many entries no other version has. */
  readonly entries: number;
  readonly current: number;
  /** Versions that stay only because a rollback leads to them; the next rollback's first. */
  readonly keptForRollback: readonly number[];
  /** How many versions stay, with the current one. */
  readonly kept: number;
}

/** Removes old versions in one transaction. Rejects with a DatabaseError if the database cannot do it, or names no current version. */
export async function prune(database: Database, pruning: Pruning): Promise<Pruned> {
  await query(database, () => checkTables(database.queries, 'to write'));
  return transaction(database, async (tables) => {
    await currentVersion(tables); // refuses before the lock would insert a missing row
    // While the lock is held, nothing is published or rolled back.
    if (!pruning.isDryRun) await lockCurrent(tables);
    const pruned = await chosen(tables, pruning);
    if (!pruning.isDryRun && pruned.removed.length > 0) await remove(tables, pruned.removed);
    return pruned;
  });
}

async function chosen(
  tables: Transaction<Tables>,
  { keep, before, includeRollback, isDryRun }: Pruning,
): Promise<Pruned> {
  const { number: current } = await currentVersion(tables);
  const versions = await publishedVersions(tables);
  const newest = new Set(versions.slice(0, keep).map(({ number }) => number));
  const targets = includeRollback ? [] : await rollbackTargets(tables, current, Math.max(1, keep - 1));
  const isOld = ({ number, publishedAt }: PrunedVersion): boolean =>
    number !== current && !newest.has(number) && (before === null || Date.parse(publishedAt) < Date.parse(before));
  const old = versions.filter(isOld).reverse();
  const removed = old.filter(({ number }) => !targets.includes(number));
  return {
    isDryRun,
    removed,
    entries: removed.length === 0 ? 0 : await entriesOfOnly(tables, removed),
    current,
    keptForRollback: targets.filter((target) => old.some(({ number }) => number === target)),
    kept: versions.length - removed.length,
  };
}

/** The newest first. */
async function publishedVersions(tables: Kysely<Tables>): Promise<PrunedVersion[]> {
  const rows = await tables
    .selectFrom('version')
    .select(['number', 'digest', 'published_at', 'note'])
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ number, digest, published_at: publishedAt, note }) => ({
    number: wholeNumber(number, 'covergraph.version.number'),
    digest,
    publishedAt,
    note,
  }));
}

/** How many entries are in these versions and in no other one. */
async function entriesOfOnly(tables: Kysely<Tables>, versions: readonly PrunedVersion[]): Promise<number> {
  const numbers = versions.map(({ number }) => number);
  const row = await tables
    .selectFrom('version_entry as old')
    .select((of) => of.fn.count('old.digest').distinct().as('entries'))
    .where('old.version', 'in', numbers)
    .where((within) =>
      within.not(
        within.exists(
          within
            .selectFrom('version_entry as other')
            .select('other.digest')
            .whereRef('other.digest', '=', 'old.digest')
            .where('other.version', 'not in', numbers),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return wholeNumber(row.entries, 'the number of entries');
}

async function remove(tables: Transaction<Tables>, versions: readonly PrunedVersion[]): Promise<void> {
  for (const { number } of versions) {
    await tables.deleteFrom('compiled').where('version', '=', number).execute();
    await tables.deleteFrom('version_entry').where('version', '=', number).execute();
    await tables.deleteFrom('version').where('number', '=', number).execute();
  }
  await tables
    .deleteFrom('entry')
    .where((within) =>
      within.not(
        within.exists(
          within
            .selectFrom('version_entry')
            .select('version_entry.digest')
            .whereRef('version_entry.digest', '=', 'entry.digest'),
        ),
      ),
    )
    .execute();
}

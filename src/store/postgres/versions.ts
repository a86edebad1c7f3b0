/** Lists published versions, finds them by name, compares them, and rolls back to an earlier one. */
import type { Kysely, Selectable } from 'kysely';
import { notifyVersion } from './notify.ts';
import { query, type Database, transaction } from './connection.ts';
import {
  currentVersion,
  isPublished,
  lockCurrent,
  makeCurrent,
  makeReplacedCurrent,
  type VersionName,
} from './current.ts';
import { DatabaseError } from './database-errors.ts';
import { checkTables } from './migrations.ts';
import { wholeNumber, wholeNumberOrNull } from './numbers.ts';
import type { Tables } from './tables.ts';

export type Version = Selectable<Tables['version']>;

/** The newest first. `current` is null if no version, or more than one, is named as current. */
export function versions(database: Database): Promise<{ versions: Version[]; current: number | null }> {
  return query(database, async (tables) => {
    await checkTables(database.queries, 'to read');
    const found = await tables.selectFrom('version').selectAll().orderBy('number', 'desc').execute();
    const rows = await tables.selectFrom('current_version').select('version').where('key', '=', 1).limit(2).execute();
    const named = new Set(rows.map(({ version }) => wholeNumberOrNull(version, 'covergraph.current_version.version')));
    const [current = null] = named;
    return { versions: found.map(inNumbers), current: named.size > 1 ? null : current };
  });
}

function inNumbers(row: Version): Version {
  const whole = (column: 'number' | 'format' | 'plans' | 'rules' | 'sources' | 'entries'): number =>
    wholeNumber(row[column], `covergraph.version.${column}`);
  return {
    ...row,
    number: whole('number'),
    format: whole('format'),
    parent: wholeNumberOrNull(row.parent, 'covergraph.version.parent'),
    plans: whole('plans'),
    rules: whole('rules'),
    sources: whole('sources'),
    entries: whole('entries'),
  };
}

/** The version that servers answer from. Rejects with a DatabaseError if none is published, or the tables do not name one that is. */
export function current(database: Database): Promise<VersionName> {
  return query(database, currentVersion);
}

/** The digests of versions, by their numbers; those that are not published are left out. */
export function digests(database: Database, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
  return query(database, async (tables) => {
    if (numbers.length === 0) return new Map();
    const rows = await tables
      .selectFrom('version')
      .select(['number', 'digest'])
      .where('number', 'in', numbers)
      .execute();
    return new Map(rows.map(({ number, digest }) => [wholeNumber(number, 'covergraph.version.number'), digest]));
  });
}

const NUMBER = /^[1-9]\d{0,6}$/;
const DIGEST = /^[0-9a-f]{8,64}$/;

/**
 * The number of the version with this number or beginning of its digest. Rejects with a DatabaseError if there is none,
 * or more than one.
 */
export async function find(database: Database, name: string): Promise<number> {
  if (!NUMBER.test(name) && !DIGEST.test(name)) throw new DatabaseError('UNKNOWN_VERSION', name.slice(0, 64));
  const found = await query(database, (tables) => {
    const numbers = tables.selectFrom('version').select('number').limit(2);
    return (
      NUMBER.test(name) ? numbers.where('number', '=', Number(name)) : numbers.where('digest', 'like', `${name}%`)
    ).execute();
  });
  const [only, another] = found;
  if (!only || another) throw new DatabaseError('UNKNOWN_VERSION', name);
  return wholeNumber(only.number, 'covergraph.version.number');
}

/**
 * Makes another version current: the one that the current version replaced, or the one named. Called again without a
 * name it goes back one more. Nothing is lost by it. `before` is null if no version was named as current. `at` is a time
 * as in RFC 3339, in UTC.
 */
export async function rollback(
  database: Database,
  to: string | null,
  at: string,
): Promise<{ before: number | null; now: number }> {
  await query(database, () => checkTables(database.queries, 'to write'));
  const named = to === null ? null : await find(database, to);
  const moved = await transaction(database, async (tables) => {
    const { version: before, isAmbiguous } = await lockCurrent(tables);
    if (named === null) {
      if (isAmbiguous) throw new DatabaseError('SEVERAL_CURRENT');
      if (before === null) throw new DatabaseError((await publishedAny(tables)) ? 'NO_CURRENT' : 'NOTHING_PUBLISHED');
      return { before, now: await makeReplacedCurrent(tables, before, at) };
    }
    // It may have been pruned since it was found.
    if (!(await isPublished(tables, named))) throw new DatabaseError('UNKNOWN_VERSION', String(named));
    if (named !== before) await makeCurrent(tables, before, named, at);
    return { before, now: named };
  });
  if (moved.now !== moved.before) await notifyVersion(database, moved.now);
  return moved;
}

async function publishedAny(tables: Pick<Kysely<Tables>, 'selectFrom'>): Promise<boolean> {
  return (await tables.selectFrom('version').select('number').limit(1).executeTakeFirst()) !== undefined;
}

export interface EntryChange {
  readonly kind: string;
  readonly slug: string;
  readonly change: 'ADDED' | 'REMOVED' | 'CHANGED';
}

/** The entries that differ between two versions. The database finds them by their digests. */
export async function changes(database: Database, before: number, after: number): Promise<EntryChange[]> {
  for (const number of [before, after]) await requireEntries(database, number);
  // Two simple queries instead of a full join, which distributed engines do slowly or not at all.
  const only = (of: number, than: number) =>
    query(database, (tables) =>
      tables
        .selectFrom('version_entry as one')
        .select(['one.kind', 'one.slug'])
        .where('one.version', '=', of)
        .where((within) =>
          within.not(
            within.exists(
              within
                .selectFrom('version_entry as other')
                .select('other.slug')
                .whereRef('other.kind', '=', 'one.kind')
                .whereRef('other.slug', '=', 'one.slug')
                .whereRef('other.digest', '=', 'one.digest')
                .where('other.version', '=', than),
            ),
          ),
        )
        .orderBy('one.kind')
        .orderBy('one.slug')
        .execute(),
    );
  const gone = await only(before, after);
  const come = await only(after, before);
  const keyOf = ({ kind, slug }: { kind: string; slug: string }): string => `${kind} ${slug}`;
  const was = new Set(gone.map(keyOf));
  const is = new Set(come.map(keyOf));
  return [
    ...gone.filter((entry) => !is.has(keyOf(entry))).map((entry) => ({ ...entry, change: 'REMOVED' as const })),
    ...come.map((entry) => ({ ...entry, change: was.has(keyOf(entry)) ? ('CHANGED' as const) : ('ADDED' as const) })),
  ].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Rejects if rows of the version are missing, because a comparison would report them as removed. */
async function requireEntries(database: Database, number: number): Promise<void> {
  const row = await query(database, (tables) =>
    tables
      .selectFrom('version')
      .select((of) => [
        'entries',
        of
          .selectFrom('version_entry')
          .select((within) => within.fn.countAll().as('rows'))
          .whereRef('version_entry.version', '=', 'version.number')
          .as('there'),
      ])
      .where('number', '=', number)
      .executeTakeFirst(),
  );
  if (row === undefined) throw new DatabaseError('UNKNOWN_VERSION', String(number));
  const [entries, there] = [row.entries, row.there].map((count) => wholeNumber(count, 'the number of its entries'));
  if (entries !== there)
    throw new DatabaseError(
      'DAMAGED',
      `version ${String(number)} was of ${String(entries)} entries, and ${String(there)} are there`,
    );
}

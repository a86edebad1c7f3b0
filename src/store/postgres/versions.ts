/** What was published: the list, the one that is current, the one that a name means, and the way back. */
import type { Selectable } from 'kysely';
import { announce } from './announcing.ts';
import { asked, type Database, transaction } from './connecting.ts';
import { Fault } from './faults.ts';
import { checkTables } from './migrations.ts';
import { lockCurrent } from './publishing.ts';
import type { Tables } from './tables.ts';

export type Version = Selectable<Tables['version']>;

/** The newest first. */
export function versions(database: Database): Promise<{ versions: Version[]; current: number | null }> {
  return asked(database, async (tables) => {
    await checkTables(database.queries, 'to read');
    const found = await tables.selectFrom('version').selectAll().orderBy('number', 'desc').execute();
    const current = await tables
      .selectFrom('current_version')
      .select('version')
      .where('key', '=', 1)
      .executeTakeFirst();
    return { versions: found, current: current?.version ?? null };
  });
}

/** The number to which servers look. Rejects with a Fault where nothing is published. */
export async function current(database: Database): Promise<number> {
  const row = await asked(database, (tables) =>
    tables.selectFrom('current_version').select('version').where('key', '=', 1).executeTakeFirst(),
  );
  if (row === undefined || row.version === null) throw new Fault('NOTHING_PUBLISHED');
  return row.version;
}

const NUMBER = /^[1-9]\d{0,6}$/;
const DIGEST = /^[0-9a-f]{8,64}$/;

/** The number of the version that a name means, by number or by the beginning of its digest. Rejects with a Fault where none does, or several do. */
export async function find(database: Database, name: string): Promise<number> {
  if (!NUMBER.test(name) && !DIGEST.test(name)) throw new Fault('UNKNOWN_VERSION', name.slice(0, 64));
  const found = await asked(database, (tables) => {
    const numbers = tables.selectFrom('version').select('number').limit(2);
    return (
      NUMBER.test(name) ? numbers.where('number', '=', Number(name)) : numbers.where('digest', 'like', `${name}%`)
    ).execute();
  });
  const [only, another] = found;
  if (!only || another) throw new Fault('UNKNOWN_VERSION', name);
  return only.number;
}

/** Makes an older version current: the one before the current one, or the one named. Nothing is lost by it. */
export async function rollback(database: Database, to: string | null): Promise<{ before: number; now: number }> {
  await asked(database, () => checkTables(database.queries, 'to write'));
  const named = to === null ? null : await find(database, to);
  const moved = await transaction(database, async (tables) => {
    const before = await lockCurrent(tables);
    if (before === null) throw new Fault('NOTHING_PUBLISHED');
    const { parent } = await tables
      .selectFrom('version')
      .select('parent')
      .where('number', '=', before)
      .executeTakeFirstOrThrow();
    const now = named ?? parent;
    if (now === null) throw new Fault('NO_EARLIER_VERSION');
    if (now !== before)
      await tables.updateTable('current_version').set({ version: now }).where('key', '=', 1).execute();
    return { before, now };
  });
  if (moved.now !== moved.before) await announce(database, moved.now);
  return moved;
}

export interface EntryChange {
  readonly kind: string;
  readonly slug: string;
  readonly change: 'ADDED' | 'REMOVED' | 'CHANGED';
}

/** The entries that two versions do not have in common, found by the database, which holds each under its digest. */
export async function changes(database: Database, before: number, after: number): Promise<EntryChange[]> {
  // Two plain questions and not a full join, which engines that spread rows over machines do poorly or not at all.
  const only = (of: number, than: number) =>
    asked(database, (tables) =>
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
  const [gone, come] = [await only(before, after), await only(after, before)];
  const keyOf = ({ kind, slug }: { kind: string; slug: string }): string => `${kind} ${slug}`;
  const [was, is] = [new Set(gone.map(keyOf)), new Set(come.map(keyOf))];
  return [
    ...gone.filter((entry) => !is.has(keyOf(entry))).map((entry) => ({ ...entry, change: 'REMOVED' as const })),
    ...come.map((entry) => ({ ...entry, change: was.has(keyOf(entry)) ? ('CHANGED' as const) : ('ADDED' as const) })),
  ].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

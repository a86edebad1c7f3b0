/** Reads and changes which version is current, and records which version each replaced. */
import type { Kysely, Transaction } from 'kysely';
import { DatabaseError } from './database-errors.ts';
import { wholeNumber, wholeNumberOrNull } from './numbers.ts';
import type { Tables } from './tables.ts';

/** Identifies a published version. After a failover the same number may have other content, so the digest is part of it. */
export interface VersionName {
  readonly number: number;
  /** SHA-256 over the content, in hexadecimal. */
  readonly digest: string;
}

/** The only key of `current_version` that is read. */
const KEY = 1;
const NUMBER = 'covergraph.current_version.version';

/**
 * The version that servers answer from. Throws a DatabaseError if nothing is published, or if the tables do not name one version
 * that is published.
 */
export async function currentVersion(tables: Kysely<Tables>): Promise<VersionName> {
  const rows = await tables
    .selectFrom('current_version')
    .leftJoin('version', 'version.number', 'current_version.version')
    .select(['current_version.version as number', 'version.digest as digest'])
    .where('key', '=', KEY)
    .limit(2)
    .execute();
  const [row, another] = rows;
  if (row === undefined) throw new DatabaseError('NO_CURRENT');
  if (another !== undefined && another.number !== row.number) throw new DatabaseError('SEVERAL_CURRENT');
  const number = wholeNumberOrNull(row.number, NUMBER);
  if (number === null) throw new DatabaseError('NOTHING_PUBLISHED');
  if (row.digest === null) throw new DatabaseError('CURRENT_MISSING', `version ${String(number)}`);
  return { number, digest: row.digest };
}

/** The current version while its row is locked: only this transaction can change it. */
export interface LockedCurrent {
  /** Null if none is named, or several are. */
  readonly version: number | null;
  readonly isAmbiguous: boolean;
}

/** Locks the row of the current version until the transaction ends. A missing row is inserted first. */
export async function lockCurrent(tables: Transaction<Tables>): Promise<LockedCurrent> {
  const found = await lockRows(tables);
  if (found.length === 0) {
    await tables
      .insertInto('current_version')
      .values({ key: KEY, version: null })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
    await lockRows(tables);
    return { version: null, isAmbiguous: false };
  }
  const versions = [...new Set(found)];
  const isAmbiguous = versions.length > 1;
  return { version: isAmbiguous ? null : (versions[0] ?? null), isAmbiguous };
}

async function lockRows(tables: Transaction<Tables>): Promise<(number | null)[]> {
  const rows = await tables
    .selectFrom('current_version')
    .select('version')
    .where('key', '=', KEY)
    .forUpdate()
    .execute();
  return rows.map(({ version }) => wholeNumberOrNull(version, NUMBER));
}

interface Activation {
  readonly number: number;
  readonly version: number;
  readonly previous: number | null;
}

/** Makes the version current and records what it replaced. `before` is what `lockCurrent` found. */
export async function makeCurrent(
  tables: Transaction<Tables>,
  before: number | null,
  version: number,
  at: string,
): Promise<void> {
  const previous = before === null ? null : await activationOf(tables, before, at);
  await setCurrent(tables, version);
  await addActivation(tables, { version, previous }, at);
}

/** The number of the activation that made `version` current; written now if that was not recorded. */
async function activationOf(tables: Transaction<Tables>, version: number, at: string): Promise<number> {
  const last = await lastActivation(tables);
  return last?.version === version ? last.number : await addActivation(tables, { version, previous: null }, at);
}

/**
 * Makes the version current that `before` replaced, and returns its number. Called again, it goes back one more. If it is
 * not recorded what `before` replaced, that is the version that was current when `before` was published. Throws a DatabaseError
 * if there is none, or it is gone.
 */
export async function makeReplacedCurrent(tables: Transaction<Tables>, before: number, at: string): Promise<number> {
  const replaced = await replacedBy(tables, before, (await lastActivation(tables)) ?? null);
  if (replaced === null) throw new DatabaseError('NO_EARLIER_VERSION');
  const { version } = replaced;
  await requirePublished(tables, version);
  await setCurrent(tables, version);
  await addActivation(tables, replaced, at);
  return version;
}

/**
 * The versions to which the next rollbacks lead, the first first: as many as `steps`, or fewer if the records end or lead to a
 * version that is no longer published.
 */
export async function rollbackTargets(tables: Kysely<Tables>, current: number, steps: number): Promise<number[]> {
  const targets: number[] = [];
  let from: Omit<Activation, 'number'> = (await lastActivation(tables)) ?? { version: current, previous: null };
  let version = current;
  while (targets.length < steps) {
    const replaced = await replacedBy(tables, version, from);
    if (replaced === null || !(await isPublished(tables, replaced.version))) break;
    targets.push(replaced.version);
    ({ version } = replaced);
    from = replaced;
  }
  return targets;
}

/** What a rollback from `version` makes current, as it is recorded then; null if that is not known. `last`: the last activation. */
async function replacedBy(
  tables: Kysely<Tables>,
  version: number,
  last: Omit<Activation, 'number'> | null,
): Promise<Omit<Activation, 'number'> | null> {
  const previous = last?.version === version && last.previous !== null ? await activation(tables, last.previous) : null;
  const replaced = previous?.version ?? (await parentOf(tables, version));
  return replaced === null ? null : { version: replaced, previous: previous?.previous ?? null };
}

/** Whether a version with this number is published. */
export async function isPublished(tables: Kysely<Tables>, number: number): Promise<boolean> {
  const row = await tables.selectFrom('version').select('number').where('number', '=', number).executeTakeFirst();
  return row !== undefined;
}

async function requirePublished(tables: Transaction<Tables>, number: number): Promise<void> {
  if (!(await isPublished(tables, number)))
    throw new DatabaseError(
      'NO_EARLIER_VERSION',
      `the current one replaced version ${String(number)}, which is no longer in the database`,
    );
}

async function parentOf(tables: Kysely<Tables>, number: number): Promise<number | null> {
  const row = await tables.selectFrom('version').select('parent').where('number', '=', number).executeTakeFirst();
  return wholeNumberOrNull(row?.parent, 'covergraph.version.parent');
}

async function setCurrent(tables: Transaction<Tables>, version: number): Promise<void> {
  await tables.updateTable('current_version').set({ version }).where('key', '=', KEY).execute();
}

async function lastActivation(tables: Kysely<Tables>): Promise<Activation | null> {
  const row = await tables
    .selectFrom('activation')
    .select(['number', 'version', 'previous'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : read(row);
}

async function activation(tables: Kysely<Tables>, number: number): Promise<Activation | null> {
  const row = await tables
    .selectFrom('activation')
    .select(['number', 'version', 'previous'])
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : read(row);
}

function read({ number, version, previous }: Record<keyof Activation, unknown>): Activation {
  return {
    number: wholeNumber(number, 'covergraph.activation.number'),
    version: wholeNumber(version, 'covergraph.activation.version'),
    previous: wholeNumberOrNull(previous, 'covergraph.activation.previous'),
  };
}

/** Records an activation and returns its number. Call it only under the lock of `lockCurrent`, so numbers are unique. */
async function addActivation(
  tables: Transaction<Tables>,
  row: Omit<Activation, 'number'>,
  at: string,
): Promise<number> {
  const number = ((await lastActivation(tables))?.number ?? 0) + 1;
  await tables
    .insertInto('activation')
    .values({ number, ...row, at })
    .execute();
  return number;
}

/** The way to a database: a small pool of connections under Kysely. Loaded only where DATABASE_URL is set. */
import { Kysely, type MigrationLockOptions, PostgresAdapter, PostgresDialect, sql, type Transaction } from 'kysely';
import type { DatabaseAddress } from './address.ts';
import { toDatabaseError, isContention } from './database-errors.ts';
import { addressIn, HostPool } from './hosts.ts';
import { SCHEMA, type Tables } from './tables.ts';

export interface Database {
  readonly queries: Kysely<Tables>;
  /** For statements that Kysely has no methods for. */
  readonly pool: Pick<HostPool, 'query'>;
  readonly close: () => Promise<void>;
}

/** How long a connection may take, in seconds, where the address does not say. */
export const connectSeconds = 5;
/** In milliseconds. A server reads little, so a longer query means that the database is gone; a publisher may wait for another. */
const readTimeout = 10_000;
const connections = 3;

/** Migrations wait for each other at a row, which every engine knows, and not at an advisory lock, which PostgreSQL alone does. */
class Adapter extends PostgresAdapter {
  override async acquireMigrationLock(
    database: Kysely<unknown>,
    { lockTable, lockRowId }: MigrationLockOptions,
  ): Promise<void> {
    await sql`select * from ${sql.id(SCHEMA, lockTable)} where id = ${lockRowId} for update`.execute(database);
  }
}
class Dialect extends PostgresDialect {
  override createAdapter(): Adapter {
    return new Adapter();
  }
}

/** Connects when first used. An address as a text is parsed without any PG* variable; throws an Error where it is none. */
export function connect(address: DatabaseAddress | string, use: 'to read' | 'to write'): Database {
  const pool = new HostPool(typeof address === 'string' ? addressIn(address) : address, {
    applicationName: 'covergraph',
    connectSeconds,
    queryTimeout: use === 'to read' ? readTimeout : 0,
    most: connections,
  });
  const queries = new Kysely<Tables>({ dialect: new Dialect({ pool }) });
  return { queries, pool, close: () => queries.destroy() };
}

const mostAttempts = 6;
/** Before each further attempt, in milliseconds; each is drawn from half of it up to all. */
const pauses = [20, 60, 180, 500, 1_500];

/** All of it or nothing; where it met another at the same rows, all of it again, a few times. Rejects with a Fault where the database cannot. */
export async function transaction<Result>(
  { queries }: Database,
  work: (within: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await queries.transaction().execute((within) => work(within.withSchema(SCHEMA)));
    } catch (error) {
      if (!isContention(error) || attempt === mostAttempts) throw toDatabaseError(error);
      const pause = pauses[attempt - 1] ?? 0;
      await new Promise((resolve) => setTimeout(resolve, pause / 2 + (Math.random() * pause) / 2));
    }
  }
}

/** Rejects with a Fault where the database cannot. */
export async function query<Result>(
  { queries }: Database,
  work: (tables: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(queries.withSchema(SCHEMA));
  } catch (error) {
    throw toDatabaseError(error);
  }
}

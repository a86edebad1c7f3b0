/** Connects to a database with a small pool of connections and Kysely. Imported only if DATABASE_URL is set. */
import { Kysely, type MigrationLockOptions, PostgresAdapter, PostgresDialect, sql, type Transaction } from 'kysely';
import type { DatabaseAddress } from './address.ts';
import { toDatabaseError, isContention } from './database-errors.ts';
import { addressIn, HostPool } from './hosts.ts';
import { SCHEMA, type Tables } from './tables.ts';

/** A connected database. */
export interface Database {
  readonly queries: Kysely<Tables>;
  /** For statements that Kysely has no methods for. */
  readonly pool: Pick<HostPool, 'query'>;
  readonly close: () => Promise<void>;
}

/** The time limit for connecting, in seconds, if the address does not set one. */
export const connectSeconds = 5;
/** The time limit of a query of a server, in milliseconds. A server reads little, so a longer query means that the database is gone. */
const readTimeout = 10_000;
const connections = 3;

/** Locks a row for migrations, which every engine supports, instead of an advisory lock, which only PostgreSQL has. */
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

/** Opens a database, which connects when first used. A text is parsed without PG* variables; throws an Error if it is not an address. */
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
/** The pause before each further attempt, in milliseconds. The actual pause is random, from half of it to all of it. */
const pauses = [20, 60, 180, 500, 1_500];

/**
 * Runs `work` in a transaction. After a conflict with another transaction it runs again, six times at most. Rejects
 * with a DatabaseError if the database fails.
 */
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

/** Runs queries outside a transaction. Rejects with a DatabaseError if the database fails. */
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

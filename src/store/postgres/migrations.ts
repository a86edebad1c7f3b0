/**
 * Creates the tables, step by step. A released step is never changed, and steps only add, so servers of an older release
 * can read while a newer release is installed. There are no sequences, triggers or types that only one engine has: the
 * writer assigns keys. Each step can run again on its own tables, which restores a lost table.
 */
import { type Kysely, type Migration, Migrator } from 'kysely';
import { SCHEMA, type Tables } from './tables.ts';
import { DatabaseError, toDatabaseError } from './database-errors.ts';
import { missingTables, wrongColumns } from './shape.ts';

const first: Migration = {
  up: async (database: Kysely<unknown>) => {
    const { schema } = database.withSchema(SCHEMA);
    await schema
      .createTable('version')
      .ifNotExists()
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('digest', 'varchar(64)', (column) => column.notNull().unique())
      .addColumn('format', 'integer', (column) => column.notNull())
      .addColumn('parent', 'integer')
      .addColumn('published_at', 'varchar(30)', (column) => column.notNull())
      .addColumn('note', 'text')
      .addColumn('plans', 'integer', (column) => column.notNull())
      .addColumn('rules', 'integer', (column) => column.notNull())
      .addColumn('sources', 'integer', (column) => column.notNull())
      .addColumn('entries', 'integer', (column) => column.notNull())
      .execute();
    await schema
      .createTable('current_version')
      .ifNotExists()
      .addColumn('key', 'integer', (column) => column.primaryKey())
      .addColumn('version', 'integer')
      .execute();
    await schema
      .createTable('entry')
      .ifNotExists()
      .addColumn('digest', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('kind', 'varchar(20)', (column) => column.notNull())
      .addColumn('slug', 'varchar(105)', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('version_entry')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('kind', 'varchar(20)', (column) => column.notNull())
      .addColumn('slug', 'varchar(105)', (column) => column.notNull())
      .addColumn('digest', 'varchar(64)', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      // The digest tells nothing more apart; engines that spread rows by it want it in the key.
      .addPrimaryKeyConstraint('version_entry_key', ['version', 'kind', 'slug', 'digest'])
      .execute();
    await schema
      .createTable('compiled')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('format', 'integer', (column) => column.notNull())
      .addColumn('piece', 'integer', (column) => column.notNull())
      .addColumn('bytes', 'bytea', (column) => column.notNull())
      .addPrimaryKeyConstraint('compiled_key', ['version', 'format', 'piece'])
      .execute();
    await (database as Kysely<Tables>)
      .withSchema(SCHEMA)
      .insertInto('current_version')
      .values({ key: 1, version: null })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  },
};

/** Records when each version became current, so a rollback knows what the current version replaced. */
const second: Migration = {
  up: async (database: Kysely<unknown>) => {
    await database
      .withSchema(SCHEMA)
      .schema.createTable('activation')
      .ifNotExists()
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('previous', 'integer')
      .addColumn('at', 'varchar(30)', (column) => column.notNull())
      .execute();
  },
};

type Steps = Readonly<Record<string, Migration>>;

/** The steps recorded in `covergraph.migration`, which 0.1.0 reads too. Its `migrate` fails on a step that it does not know. */
const baseSteps: Steps = { '0001-versions': first };
/** Steps that only add tables, which programs without them can ignore. They are recorded in `covergraph.addition`. */
const additions: Steps = { '0002-activations': second };
const migrations: Steps = { ...baseSteps, ...additions };

/** The steps that reading needs. A server of this release can also read the tables of the release before it. */
const neededToRead = ['0001-versions'];

type StepTable = 'migration' | 'addition';

/** The SQLSTATE of a query that names a table that does not exist. */
const UNDEFINED_TABLE = '42P01';

/** SQLSTATEs of two migrations that create the same object, or update the same catalog row, at the same time. */
const AT_ONCE = new Set(['23505', '42P06', '42P07', '42710', '40001', '40P01']);
const mostAttempts = 12;
/** Before each further attempt, in milliseconds; each is drawn from half of it up to all. */
const pauseBetween = 200;

/**
 * Applies what is missing and returns the names of what it applied. Several may run at the same moment, also on an empty
 * database: the one that loses a race begins again and finds what the other made. Steps of a newer release are left as
 * they are. A table that was lost is made again. Rejects with a DatabaseError if a column is not what the steps made.
 */
export async function migrate(database: Kysely<Tables>): Promise<string[]> {
  const applied: string[] = [];
  for (let attempt = 1; ; attempt += 1) {
    try {
      applied.push(...(await applySteps(database, 'migration', baseSteps)));
      applied.push(...(await applySteps(database, 'addition', additions)));
      return [...applied, ...(await restoreLost(database))];
    } catch (error) {
      if (!isAtOnce(error) || attempt === mostAttempts) throw toDatabaseError(error);
      await new Promise((resolve) => setTimeout(resolve, pauseBetween * (0.5 + Math.random() / 2)));
    }
  }
}

function isAtOnce(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return AT_ONCE.has(String(error.code)) || (error.code === 'XX000' && /concurrently/.test(error.message));
}

/** Applies the steps that are not recorded in the table, and returns their names. */
async function applySteps(database: Kysely<Tables>, table: StepTable, steps: Steps): Promise<string[]> {
  const migrator = new Migrator({
    db: database,
    provider: {
      getMigrations: async () => ({ ...nothingToDo(await recordedIn(database, table)), ...steps }),
    },
    migrationTableSchema: SCHEMA,
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
    // The record of a step may have been lost; the steps do not depend on the order in which they are recorded.
    allowUnorderedMigrations: true,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('the migrations failed');
  return results.map(({ migrationName }) => migrationName);
}

/** Names of the steps of a newer release that were applied. */
export async function newerSteps(database: Kysely<Tables>): Promise<string[]> {
  return (await appliedSteps(database)).filter((name) => !(name in migrations)).sort();
}

async function appliedSteps(database: Kysely<Tables>): Promise<string[]> {
  return [...(await recordedIn(database, 'migration')), ...(await additionsApplied(database))];
}

async function recordedIn(database: Kysely<Tables>, table: StepTable): Promise<string[]> {
  const rows = await database.withSchema(SCHEMA).selectFrom(table).select('name').execute();
  return rows.map(({ name }) => name);
}

/** The additions that were applied; none before the first of them, when their table does not exist. */
async function additionsApplied(database: Kysely<Tables>): Promise<string[]> {
  try {
    return await recordedIn(database, 'addition');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNDEFINED_TABLE) return [];
    throw error;
  }
}

/** Empty migrations for steps of a newer release. Kysely fails if an applied step is not among those it is given. */
function nothingToDo(names: readonly string[]): Record<string, Migration> {
  return Object.fromEntries(names.map((name) => [name, { up: () => Promise.resolve() }]));
}

/** Creates tables again that are missing although their step was applied. Returns their names. */
async function restoreLost(database: Kysely<Tables>): Promise<string[]> {
  const lost = await missingTables(database);
  if (lost.length > 0)
    await database.transaction().execute(async (within) => {
      for (const step of Object.values(migrations)) await step.up(within);
    });
  await refuseWrongColumns(database, { isOwner: true });
  return lost.map((table) => `${SCHEMA}.${table} (was gone)`);
}

async function refuseWrongColumns(database: Kysely<Tables>, as: { readonly isOwner: boolean }): Promise<void> {
  const wrong = await wrongColumns(database, as);
  if (wrong.length > 0) throw new DatabaseError('WRONG_TABLES', wrong.join('; '));
}

/**
 * Throws a DatabaseError where the tables are not those that this program knows. A newer release's only have more to them: they
 * may be read, and not written to.
 */
export async function checkTables(database: Kysely<Tables>, use: 'to read' | 'to write'): Promise<void> {
  const applied = new Set(use === 'to read' ? await recordedIn(database, 'migration') : await appliedSteps(database));
  const needed = use === 'to read' ? neededToRead : Object.keys(migrations);
  if (needed.some((name) => !applied.has(name))) throw new DatabaseError('NOT_MIGRATED');
  if (use === 'to write' && [...applied].some((name) => !(name in migrations))) throw new DatabaseError('NEWER_TABLES');
  await refuseWrongColumns(database, { isOwner: false });
}

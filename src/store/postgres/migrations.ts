/**
 * How the tables came to be, step by step. A step is never changed once it was released, and only adds: servers of an older
 * release read on while a newer one is put in. Keys are given by who writes; no sequence, no trigger, no type that only one
 * engine has.
 */
import { type Kysely, type Migration, Migrator } from 'kysely';
import { SCHEMA, type Tables } from './tables.ts';
import { Fault } from './faults.ts';

const first: Migration = {
  up: async (database: Kysely<unknown>) => {
    const { schema } = database.withSchema(SCHEMA);
    await schema
      .createTable('version')
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
      .addColumn('key', 'integer', (column) => column.primaryKey())
      .addColumn('version', 'integer')
      .execute();
    await schema
      .createTable('entry')
      .addColumn('digest', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('kind', 'varchar(20)', (column) => column.notNull())
      .addColumn('slug', 'varchar(105)', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('version_entry')
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
      .execute();
  },
};

const migrations: Readonly<Record<string, Migration>> = { '0001-versions': first };

/** Applies what is missing, one process at a time, and tells the names of what it applied. */
export async function migrate(database: Kysely<Tables>): Promise<string[]> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableSchema: SCHEMA,
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('the migrations failed');
  return results.map(({ migrationName }) => migrationName);
}

/**
 * Throws a Fault where the tables are not those that this program knows. A newer release's only have more to them: they
 * may be read, and not written to.
 */
export async function checkTables(database: Kysely<Tables>, use: 'to read' | 'to write'): Promise<void> {
  const applied = new Set(
    (await database.withSchema(SCHEMA).selectFrom('migration').select('name').execute()).map(({ name }) => name),
  );
  if (Object.keys(migrations).some((name) => !applied.has(name))) throw new Fault('NOT_MIGRATED');
  if (use === 'to write' && applied.size > Object.keys(migrations).length) throw new Fault('NEWER_TABLES');
}

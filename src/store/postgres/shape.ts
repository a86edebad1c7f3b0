/** Whether the tables are still as the migrations made them: what a person changed by hand is reported before it does harm. */
import { type Kysely, sql } from 'kysely';
import { SCHEMA, type Tables } from './tables.ts';

type Kind = 'whole' | 'text' | 'bytes';
type Shape = Readonly<Record<string, Readonly<Record<string, Kind>>>>;

const SHAPE: Shape = {
  version: {
    number: 'whole',
    digest: 'text',
    format: 'whole',
    parent: 'whole',
    published_at: 'text',
    note: 'text',
    plans: 'whole',
    rules: 'whole',
    sources: 'whole',
    entries: 'whole',
  },
  current_version: { key: 'whole', version: 'whole' },
  entry: { digest: 'text', kind: 'text', slug: 'text', document: 'text' },
  version_entry: { version: 'whole', kind: 'text', slug: 'text', digest: 'text', position: 'whole' },
  compiled: { version: 'whole', format: 'whole', piece: 'whole', bytes: 'bytes' },
  activation: { number: 'whole', version: 'whole', previous: 'whole', at: 'text' },
};

/** Types by their names in information_schema. An engine may have wider ones than were asked for. */
const TYPES: Readonly<Record<Kind, RegExp>> = {
  whole: /^(?:smallint|integer|bigint|int[248]?)$/i,
  text: /^(?:character varying|text|varchar|character|string)$/i,
  bytes: /^(?:bytea|bytes)$/i,
};

interface ColumnFound {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
}

/** The columns that the user may see; a table without rights for the user is not among them. */
async function columnsOf(database: Kysely<Tables>): Promise<Map<string, Map<string, string>>> {
  const { rows } = await sql<ColumnFound>`select table_name, column_name, data_type
    from information_schema.columns where table_schema = ${SCHEMA}`.execute(database);
  const tables = new Map<string, Map<string, string>>();
  for (const { table_name: table, column_name: column, data_type: type } of rows) {
    const columns = tables.get(table) ?? new Map<string, string>();
    tables.set(table, columns.set(column, type));
  }
  return tables;
}

/** Names of the tables that are not there; for a user who may see all of them. */
export async function missingTables(database: Kysely<Tables>): Promise<string[]> {
  const tables = await columnsOf(database);
  return Object.keys(SHAPE).filter((table) => !tables.has(table));
}

/**
 * What is wrong with the columns of the tables that are there, each as a clause; empty if nothing is. Columns that are
 * missing count only for a user who may see all of them: one with rights to some columns does not see the others.
 */
export async function wrongColumns(
  database: Kysely<Tables>,
  { isOwner }: { readonly isOwner: boolean },
): Promise<string[]> {
  const tables = await columnsOf(database);
  return Object.entries(SHAPE).flatMap(([table, columns]) => {
    const there = tables.get(table);
    if (there === undefined) return [];
    const seen = Object.entries(columns).filter(([column]) => isOwner || there.has(column));
    return seen.flatMap((column) => wrongIn(table, column, there));
  });
}

const NAMED: Readonly<Record<Kind, string>> = { whole: 'an integer', text: 'text', bytes: 'bytea' };

function wrongIn(table: string, [column, kind]: readonly [string, Kind], there: ReadonlyMap<string, string>): string[] {
  const type = there.get(column);
  if (type === undefined) return [`${SCHEMA}.${table} has no column ${column}`];
  return TYPES[kind].test(type) ? [] : [`${SCHEMA}.${table}.${column} is ${type} and has to be ${NAMED[kind]}`];
}

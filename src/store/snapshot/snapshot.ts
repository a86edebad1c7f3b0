/**
 * A snapshot stores a graph in one file that is read in place: tables of columns, with each distinct value stored once.
 * Opening it takes a checksum; objects are created only when they are used. The graph was checked before it was written, so
 * a snapshot gives the same answers, version and order as the data folders that it was made from.
 */
import { crc32 } from 'node:zlib';
import type {
  BillingCode,
  Condition,
  Entry,
  Graph,
  Plan,
  Rule,
  Service,
  Source,
  Subject,
  Technique,
  Territory,
} from '../../graph/entries.ts';
import { ABROAD } from '../../graph/territories.ts';
import { Column, type ColumnPlace, type Piece, Pieces, writeColumn } from './columns.ts';
import { JoinedMap, RowMap, RuleMap } from './row-maps.ts';
import { RowTable } from './row-table.ts';
import { FIELDS, keyOfCounty, rowsOf, TABLES, type TableName } from './tables.ts';
import { decode, encode, placeAt, type RowPlace } from './values.ts';

/** Increased whenever the layout or the meaning of a field changes. */
export const SNAPSHOT_FORMAT = 6;
const MAGIC = Buffer.from('covergrf', 'latin1');
/**
 * The length of what precedes the head: 8 bytes that identify the file type, then as 4-byte numbers the format, the
 * checksum of all later bytes, the length of the head, and one that is unused.
 */
const PREAMBLE = 24;

/** What the writer of a snapshot records for its readers. */
export interface SnapshotNote {
  /** A digest of the data that it was made from. */
  readonly madeFrom: string;
}
/** A snapshot that was opened. */
export interface Snapshot {
  readonly graph: Graph;
  readonly note: SnapshotNote;
  /** The number of objects that were created so far (entries, rules, passages and links). */
  readonly made: () => number;
}
/** A snapshot that cannot be used. `unusable` says why and continues a sentence that begins with "the snapshot". */
export interface Unusable {
  readonly unusable: string;
}

interface TablePlace {
  readonly rows: number;
  readonly columns: Readonly<Record<string, ColumnPlace>>;
  /** The row numbers in the order of the keys; null for a table without a key. */
  readonly sorted: Piece | null;
}
interface Head {
  readonly note: SnapshotNote;
  readonly version: string;
  readonly tables: Readonly<Record<TableName, TablePlace>>;
  /** The fields of the graph that are not maps, encoded. */
  readonly rest: string;
}

const KEYS: Partial<Record<TableName, string>> = {
  sources: 'slug',
  territories: 'code',
  conditions: 'slug',
  services: 'slug',
  techniques: 'slug',
  billingCodes: 'slug',
  plans: 'slug',
};

/** The bytes of a snapshot of the graph, which may itself come from a snapshot. The same graph and note give the same bytes. */
export function writeSnapshot(graph: Graph, note: SnapshotNote = { madeFrom: '' }): Uint8Array {
  const rows = rowsOf(graph);
  const places = new Map<object, RowPlace>();
  TABLES.forEach((table, number) => {
    rows[table].forEach((thing, row) => places.set(thing, placeAt(number, row)));
  });
  const counties = new Map(rows.counties.map((county) => [keyOfCounty(county), places.get(county)]));
  for (const list of rows.countyLists)
    for (const county of list.counties) places.set(county, counties.get(keyOfCounty(county)) ?? 0);
  const coded = (value: unknown, own: readonly unknown[] | null = null): string =>
    JSON.stringify(encode(value, (thing) => places.get(thing), own));
  const pieces = new Pieces();
  const tableOf = (table: TableName): TablePlace => {
    const things: readonly object[] = rows[table];
    const kept = Object.entries(FIELDS[table])
      .filter(([, how]) => how === 'kept')
      .map(([field]) => field);
    const valuesOf = function* (field: string) {
      for (const thing of things as readonly Readonly<Record<string, unknown>>[]) {
        const { cites } = thing;
        yield coded(thing[field], field !== 'cites' && Array.isArray(cites) ? cites : null);
      }
    };
    const key = KEYS[table];
    return {
      rows: things.length,
      columns: Object.fromEntries(kept.map((field) => [field, writeColumn(valuesOf(field), pieces)])),
      sorted: key === undefined ? null : pieces.add(Uint32Array.from(sortedBy(things as readonly Entry[], key))),
    };
  };
  const { version, defaultHome, everywhere, completeness, notices, notRead } = graph;
  const tables = Object.fromEntries(TABLES.map((table) => [table, tableOf(table)])) as Record<TableName, TablePlace>;
  const head: Head = {
    note,
    version,
    tables,
    rest: coded({ defaultHome, everywhere, completeness, notices, notRead }),
  };
  return assemble(Buffer.from(JSON.stringify(head), 'utf8'), pieces.whole());
}

function sortedBy(entries: readonly Entry[], key: string): number[] {
  const keys = entries.map((entry) => String((entry as unknown as Record<string, unknown>)[key]));
  return [...keys.keys()].sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1));
}

function assemble(head: Uint8Array, body: Uint8Array): Uint8Array {
  const padding = new Uint8Array((8 - (head.length % 8)) % 8);
  const whole = Buffer.concat([MAGIC, new Uint8Array(PREAMBLE - MAGIC.length), head, padding, body]);
  whole.writeUInt32LE(SNAPSHOT_FORMAT, 8);
  whole.writeUInt32LE(head.length, 16);
  whole.writeUInt32LE(crc32(whole.subarray(16)), 12);
  return whole;
}

/** Opens a snapshot, or says why it cannot be used. The graph reads from the bytes, so they must not change. */
export function readSnapshot(file: Uint8Array): Snapshot | Unusable {
  const bytes = file.byteOffset % 8 === 0 ? file : file.slice();
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < PREAMBLE || !view.subarray(0, MAGIC.length).equals(MAGIC))
    return { unusable: 'is not a snapshot of a graph' };
  const format = view.readUInt32LE(8);
  if (format !== SNAPSHOT_FORMAT)
    return { unusable: `has format ${String(format)}, and this program reads format ${String(SNAPSHOT_FORMAT)}` };
  if (crc32(view.subarray(16)) !== view.readUInt32LE(12))
    return { unusable: 'is damaged: its checksum is not that of its bytes' };
  const headLength = view.readUInt32LE(16);
  const head = JSON.parse(view.toString('utf8', PREAMBLE, PREAMBLE + headLength)) as Head;
  return { ...opened(head, bytes.subarray(PREAMBLE + headLength + ((8 - (headLength % 8)) % 8))), note: head.note };
}

function opened({ version, tables, rest }: Head, body: Uint8Array): Omit<Snapshot, 'note'> {
  const valueOf = (text: string, own?: () => unknown): unknown => decode(JSON.parse(text), rowAt, own);
  const byName = Object.fromEntries(
    TABLES.map((table) => [
      table,
      new RowTable(
        tables[table].rows,
        new Map(Object.entries(tables[table].columns).map(([field, place]) => [field, new Column(place, body)])),
        table === 'rules' ? { slug: (rule) => `${(rule as Rule).plan.slug}/${(rule as Rule).key}` } : {},
        valueOf,
      ),
    ]),
  ) as Record<TableName, RowTable>;
  const byNumber = TABLES.map((table) => byName[table]);
  function rowAt(table: number, row: number): object {
    const found = byNumber[table];
    if (!found) throw new Error(`a snapshot has no table ${String(table)}`);
    return found.at(row);
  }
  const mapOf = <T extends object>(table: TableName): RowMap<T> => {
    const [at, length] = tables[table].sorted ?? [0, 0];
    return new RowMap<T>(
      byName[table],
      KEYS[table] ?? '',
      new Uint32Array(body.buffer, body.byteOffset + at, length / 4),
    );
  };
  const services = mapOf<Service>('services');
  const techniques = mapOf<Technique>('techniques');
  const billingCodes = mapOf<BillingCode>('billingCodes');
  const plans = mapOf<Plan>('plans');
  const territories = mapOf<Territory>('territories');
  const abroad = territories.get(ABROAD);
  if (!abroad) throw new Error('the snapshot has no territory ZZ, which every graph has');
  const graph = Object.freeze({
    ...(valueOf(rest) as Pick<Graph, 'defaultHome' | 'everywhere' | 'completeness' | 'notices' | 'notRead'>),
    version,
    plans,
    services,
    techniques,
    billingCodes,
    subjects: new JoinedMap<Subject>([services, techniques, billingCodes]),
    territories,
    conditions: mapOf<Condition>('conditions'),
    sources: mapOf<Source>('sources'),
    rules: new RuleMap(byName.rules, plans),
    abroad,
  });
  return { graph, made: () => byNumber.reduce((all, { made }) => all + made, 0) };
}

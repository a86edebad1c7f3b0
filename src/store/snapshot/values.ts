/** Encodes the values of fields as JSON. A reference to a row is its table and number, so the row need not be created to read the value. */

/** A reference to a row as one number: the number of the table in the last four bits, and the number of the row in the others. */
export type RowPlace = number;
const MOST_TABLES = 16;
/** The reference to a row. */
export const placeAt = (table: number, row: number): RowPlace => row * MOST_TABLES + table;
const tableOf = (place: RowPlace): number => place % MOST_TABLES;
const rowOf = (place: RowPlace): number => Math.floor(place / MOST_TABLES);

type Coded = string | number | boolean | null | [tag: string, ...rest: unknown[]];

/** Every value that is not a string, number, boolean or null is a list that begins with one of these tags. A row: its table and number. */
const ROW = '@';
/** A list of rows of one table: the table, the first row, and the difference of each further row from the one before. */
const ROWS = '*';
/** A list of consecutive rows: the table, the first row, and their number. */
const RUN = '-';
const LIST = '[';
const FIELDS = '{';
const MAP = 'M';
const SET = 'S';
/** A map of consecutive rows, each under its own `key`: the table, the first row, and their number. */
const KEYED = 'K';
/** The citations of the row itself, where something inside the row cites the same. */
const OWN = '^';
/** Whether an encoded value, as JSON, has the citations of its row in it. Inside a string the quotation marks have backslashes. */
export const holdsOwnCites = (text: string): boolean => text.includes(`["${OWN}"]`);

/**
 * Encodes a value. `own` are the citations of its row, or null for the citations themselves and for a value outside a row.
 * Throws an Error for what data cannot contain, such as a function or undefined.
 */
export function encode(
  value: unknown,
  placeOf: (thing: object) => RowPlace | undefined,
  own: readonly unknown[] | null = null,
): Coded {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value !== 'object') throw new Error(`a snapshot cannot hold a value of type ${typeof value}`);
  const coded = (each: unknown): Coded => encode(each, placeOf, own);
  const place = placeOf(value);
  if (place !== undefined) return [ROW, tableOf(place), rowOf(place)];
  if (Array.isArray(value)) return encodeRows(value, placeOf) ?? [LIST, ...value.map(coded)];
  if (value instanceof Map)
    return encodeKeyed(value, placeOf) ?? [MAP, ...[...value].flatMap(([key, each]) => [coded(key), coded(each)])];
  if (value instanceof Set) return [SET, encode([...value], placeOf, own)];
  return [
    FIELDS,
    ...Object.entries(value).flatMap(([key, each]) => [
      key,
      key === 'cites' && isSame(each, own) ? [OWN] : coded(each),
    ]),
  ];
}

function isSame(list: unknown, own: readonly unknown[] | null): boolean {
  if (own === null || own.length === 0 || !Array.isArray(list) || list.length !== own.length) return false;
  return list.every((each, index) => each === own[index]);
}

/** Encodes a map of consecutive rows under their own keys; null for any other map. */
function encodeKeyed(
  map: ReadonlyMap<unknown, unknown>,
  placeOf: (thing: object) => RowPlace | undefined,
): Coded | null {
  const rows = encodeRows([...map.values()], placeOf);
  if (!Array.isArray(rows) || rows[0] !== RUN) return null;
  return [...map].every(([key, each]) => (each as { key?: unknown }).key === key) ? [KEYED, ...rows.slice(1)] : null;
}

/** Encodes a list of rows of one table; null for any other list. */
function encodeRows(list: readonly unknown[], placeOf: (thing: object) => RowPlace | undefined): Coded | null {
  const rows: number[] = [];
  let table: number | undefined;
  for (const each of list) {
    const place = typeof each === 'object' && each !== null ? placeOf(each) : undefined;
    if (place === undefined) return null;
    table ??= tableOf(place);
    if (tableOf(place) !== table) return null;
    rows.push(rowOf(place));
  }
  const [start] = rows;
  if (start === undefined || table === undefined) return null;
  if (rows.every((row, index) => row === start + index)) return [RUN, table, start, rows.length];
  return [ROWS, table, ...rows.map((row, index) => row - (rows[index - 1] ?? 0))];
}

/** Decodes a value. `rowAt` returns the object of a row, and `own` the citations of the row that the value is in. */
export function decode(
  coded: unknown,
  rowAt: (table: number, row: number) => object,
  own: () => unknown = () => [],
): unknown {
  if (!Array.isArray(coded)) return coded;
  const [tag, ...rest] = coded as [string, ...unknown[]];
  const value = (each: unknown): unknown => decode(each, rowAt, own);
  const run = (): object[] =>
    Array.from({ length: rest[2] as number }, (_, index) => rowAt(rest[0] as number, (rest[1] as number) + index));
  if (tag === ROW) return rowAt(rest[0] as number, rest[1] as number);
  if (tag === OWN) return own();
  if (tag === RUN) return Object.freeze(run());
  if (tag === KEYED) return new Map(run().map((row) => [(row as { key: string }).key, row]));
  if (tag === ROWS) {
    const [table, ...steps] = rest as number[];
    let row = 0;
    return Object.freeze(
      steps.map((step) => {
        row += step;
        return rowAt(table ?? 0, row);
      }),
    );
  }
  if (tag === SET) return new Set(value(rest[0]) as unknown[]);
  if (tag === LIST) return Object.freeze(rest.map(value));
  const pairs = rest.flatMap((key, index) => (index % 2 === 0 ? [[value(key), value(rest[index + 1])] as const] : []));
  return tag === MAP ? new Map(pairs) : Object.freeze(Object.fromEntries(pairs as [string, unknown][]));
}

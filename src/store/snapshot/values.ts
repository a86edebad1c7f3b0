/** Values of fields as JSON, with rows named by table and number, so that what is not looked at need not be there. */

/** Where a row lies, as one number: its place in its table, and the number of the table in the last four bits. */
export type RowPlace = number;
const MOST_TABLES = 16;
export const placeAt = (table: number, row: number): RowPlace => row * MOST_TABLES + table;
const tableOf = (place: RowPlace): number => place % MOST_TABLES;
const rowOf = (place: RowPlace): number => Math.floor(place / MOST_TABLES);

type Coded = string | number | boolean | null | [tag: string, ...rest: unknown[]];

/** Everything that is no text, number or word is a list that begins with one of these. */
const ROW = '@';
/** A table, a row, and of each further row by how much it lies behind the one before. */
const ROWS = '*';
/** A table, a first row, and how many follow one another. */
const RUN = '-';
const LIST = '[';
const FIELDS = '{';
const MAP = 'M';
const SET = 'S';

/** Throws where a value holds what no data has: a function, say, or nothing at all. */
export function encode(value: unknown, placeOf: (thing: object) => RowPlace | undefined): Coded {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value !== 'object') throw new Error(`a ${typeof value} cannot be kept`);
  const coded = (each: unknown): Coded => encode(each, placeOf);
  const place = placeOf(value);
  if (place !== undefined) return [ROW, tableOf(place), rowOf(place)];
  if (Array.isArray(value)) return encodeRows(value, placeOf) ?? [LIST, ...value.map(coded)];
  if (value instanceof Map) return [MAP, ...[...value].flatMap(([key, each]) => [coded(key), coded(each)])];
  if (value instanceof Set) return [SET, encode([...value], placeOf)];
  return [FIELDS, ...Object.entries(value).flatMap(([key, each]) => [key, coded(each)])];
}

/** A list of rows of one table, or null where it is another list. */
function encodeRows(list: readonly unknown[], placeOf: (thing: object) => RowPlace | undefined): Coded | null {
  const rows: number[] = [];
  let table: number | undefined;
  for (const each of list) {
    const place = typeof each === 'object' && each !== null ? placeOf(each) : undefined;
    if (place === undefined || tableOf(place) !== (table ??= tableOf(place))) return null;
    rows.push(rowOf(place));
  }
  const [start] = rows;
  if (start === undefined || table === undefined) return null;
  if (rows.every((row, index) => row === start + index)) return [RUN, table, start, rows.length];
  return [ROWS, table, ...rows.map((row, index) => row - (rows[index - 1] ?? 0))];
}

export function decode(coded: unknown, rowAt: (table: number, row: number) => object): unknown {
  if (!Array.isArray(coded)) return coded;
  const [tag, ...rest] = coded as [string, ...unknown[]];
  const value = (each: unknown): unknown => decode(each, rowAt);
  if (tag === ROW) return rowAt(rest[0] as number, rest[1] as number);
  if (tag === RUN)
    return Object.freeze(
      Array.from({ length: rest[2] as number }, (_, index) => rowAt(rest[0] as number, (rest[1] as number) + index)),
    );
  if (tag === ROWS) {
    const [table, ...steps] = rest as number[];
    let row = 0;
    return Object.freeze(steps.map((step) => rowAt(table ?? 0, (row += step))));
  }
  if (tag === SET) return new Set(value(rest[0]) as unknown[]);
  if (tag === LIST) return Object.freeze(rest.map(value));
  const pairs = rest.flatMap((key, index) => (index % 2 === 0 ? [[value(key), value(rest[index + 1])] as const] : []));
  return tag === MAP ? new Map(pairs) : Object.freeze(Object.fromEntries(pairs as [string, unknown][]));
}

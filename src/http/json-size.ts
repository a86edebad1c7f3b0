/** The size of a JSON text, without writing the text. */
import { GraphQLError } from 'graphql';

/** Strings that JSON does not escape: printable ASCII without the quotation mark and the backslash. */
const isPlain = /^[ !#-[\]-~]*$/;

/**
 * Returns how many bytes of UTF-8 JSON.stringify would write for a value. Stops counting above `most` and then returns some number
 * above it. The value may consist of plain objects, arrays, strings, numbers, booleans, null and GraphQL errors.
 */
export function jsonBytes(value: unknown, most: number): number {
  if (typeof value === 'string') return textBytes(value);
  if (Array.isArray(value)) return listBytes(value, most);
  if (value instanceof GraphQLError) return objectBytes(value.toJSON(), most);
  if (typeof value === 'object' && value !== null) return objectBytes(value, most);
  return JSON.stringify(value).length;
}

function textBytes(text: string): number {
  return isPlain.test(text) ? text.length + 2 : Buffer.byteLength(JSON.stringify(text));
}

function listBytes(list: readonly unknown[], most: number): number {
  let bytes = 1 + Math.max(1, list.length);
  for (const each of list) {
    if (bytes > most) return bytes;
    bytes += each === undefined ? 4 : jsonBytes(each, most - bytes);
  }
  return bytes;
}

function objectBytes(object: object, most: number): number {
  let bytes = 1;
  for (const [name, value] of Object.entries(object) as [string, unknown][]) {
    if (bytes > most) return bytes;
    if (value === undefined) continue;
    bytes += textBytes(name) + 2;
    bytes += jsonBytes(value, most - bytes);
  }
  return Math.max(2, bytes);
}

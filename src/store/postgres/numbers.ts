/** Reads whole numbers from a database. An engine with 64-bit integers sends them as text. */
import { DatabaseError } from './database-errors.ts';

/**
 * The value as a number. `where` names the column for the message. Throws a DatabaseError if the value is not a whole number, or
 * one that a JavaScript number cannot hold exactly.
 */
export function wholeNumber(value: unknown, where: string): number {
  const isNumeric =
    typeof value === 'number' || typeof value === 'bigint' || (typeof value === 'string' && /^-?\d+$/.test(value));
  const number = isNumeric ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(number))
    throw new DatabaseError('WRONG_TABLES', `${where} holds ${said(value)}, no whole number`);
  return number;
}

/** The same for a column that may be empty. */
export function wholeNumberOrNull(value: unknown, where: string): number | null {
  return value === null || value === undefined ? null : wholeNumber(value, where);
}

function said(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? `"${value}"`.slice(0, 40) : typeof value;
}

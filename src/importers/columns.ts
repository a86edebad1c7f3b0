/** Finds the columns of a file by its header. A required column that is missing stops the import. */
import { closest } from 'fastest-levenshtein';
import type { ImportColumn } from './importer.ts';
import { ImportStopped } from './importer.ts';

/**
 * The index of each column, by the column's first name; -1 for an optional column that the file lacks. If two columns have
 * the same name, the first is used. Throws ImportStopped if a required column is missing.
 */
export function findColumns(
  fileName: string,
  columns: readonly ImportColumn[],
  header: readonly string[],
): Map<string, number> {
  const indexes = new Map<string, number>();
  header.forEach((name, index) => {
    const key = name.trim().toLowerCase();
    if (!indexes.has(key)) indexes.set(key, index);
  });
  const found = new Map<string, number>();
  const missing: string[] = [];
  for (const { names, optional = false, learntFrom } of columns) {
    const at = names.map((name) => indexes.get(name.toLowerCase())).find((index) => index !== undefined);
    if (at === undefined && !optional) {
      const near = closest(names[0].toLowerCase(), [...indexes.keys()]);
      const origin = learntFrom === undefined ? '' : ` (${learntFrom})`;
      missing.push(`  ${names[0]}: accepted are ${names.join(', ')}${origin}; the nearest in the file is "${near}"`);
    }
    found.set(names[0], at ?? -1);
  }
  if (missing.length > 0) {
    const what = missing.length === 1 ? 'a column' : `${String(missing.length)} columns`;
    throw new ImportStopped([
      `${fileName} lacks ${what} without which it would be misread; nothing was written:`,
      ...missing,
      'Take a file of the published layout, or name the column as it was before.',
    ]);
  }
  return found;
}

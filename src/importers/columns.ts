/** A file's header against the columns that are read of it: what is missing or renamed stops the import by its name. */
import { closest } from 'fastest-levenshtein';
import type { ImportColumn } from './importer.ts';
import { ImportStopped } from './importer.ts';

/** Where each column stands, by its first name; -1 for an optional one that is not there. Of two columns of one name the first is read. */
export function findColumns(
  fileName: string,
  columns: readonly ImportColumn[],
  header: readonly string[],
): Map<string, number> {
  const places = new Map<string, number>();
  header.forEach((name, index) => {
    const key = name.trim().toLowerCase();
    if (!places.has(key)) places.set(key, index);
  });
  const found = new Map<string, number>();
  const missing: string[] = [];
  for (const { names, optional = false, learntFrom } of columns) {
    const at = names.map((name) => places.get(name.toLowerCase())).find((place) => place !== undefined);
    if (at === undefined && !optional) {
      const near = closest(names[0].toLowerCase(), [...places.keys()]);
      missing.push(
        `  ${names[0]}: accepted are ${names.join(', ')}${learntFrom === undefined ? '' : ` (${learntFrom})`}; the nearest in the file is "${near}"`,
      );
    }
    found.set(names[0], at ?? -1);
  }
  if (missing.length > 0) {
    throw new ImportStopped([
      `${fileName} lacks ${missing.length === 1 ? 'a column' : `${String(missing.length)} columns`} without which it would be misread; nothing was written:`,
      ...missing,
      'Take a file of the published layout, or name the column as it was before.',
    ]);
  }
  return found;
}

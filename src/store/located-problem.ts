/** A problem of the data with its position in a file, and its text. */
import type { Problem } from '../graph/problems.ts';
import { escapeHidden } from '../model/hidden-characters.ts';

/** A problem with its file, and its line and column, both counted from 1. */
export type LocatedProblem = Problem & { readonly file: string; readonly line: number; readonly column: number };

/**
 * A problem as one line: its position, the law, what is wrong and what to do. Control characters are escaped, so a
 * terminal does not act on them.
 */
export function printProblem({ file, line, column, law, message, remedy }: LocatedProblem): string {
  return escapeHidden(`${file}:${String(line)}:${String(column)} ${law}: ${message}. ${remedy}`).replaceAll(
    '\n',
    '\\n',
  );
}

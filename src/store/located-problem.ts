/** A problem of the data with the place in a file where it stands, and how it is said in a line. */
import type { Problem } from '../graph/problems.ts';
import { escapeHidden } from '../model/hidden-characters.ts';

export type LocatedProblem = Problem & { readonly file: string; readonly line: number; readonly column: number };

/** One problem as a line of text, with characters that a terminal would obey escaped: where it is, the law it breaks, what is wrong and what to do. */
export function printProblem({ file, line, column, law, message, remedy }: LocatedProblem): string {
  return escapeHidden(`${file}:${String(line)}:${String(column)} ${law}: ${message}. ${remedy}`).replaceAll(
    '\n',
    '\\n',
  );
}

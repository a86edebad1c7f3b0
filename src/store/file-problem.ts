/** The problem types of files that cannot be read. `files.ts` and `lines.ts` both use them. */

/** A problem with a file that was found before any of its content was parsed. */
export interface FileProblem {
  /** The path of the file or folder. */
  readonly file: string;
  /** What is wrong, as a clause without a full stop. */
  readonly message: string;
  /** What to do about it, as a sentence. */
  readonly remedy: string;
}

/** A problem that stopped the reading of a file; the line with this number, counted from 1, and all later ones were not read. */
export type LineProblem = FileProblem & { readonly line: number };

/** Receives one line of text without its line ending, and its number, counted from 1. */
export type LineHandler = (line: string, number: number) => void;

/** Longer texts that the terminal prints. */
import { CliError } from '../errors.ts';

/** The error for wrong values of the flags of `covergraph new`: one line for each, with its path in the file. Exit code 2. */
export function wrongDraft(
  problems: readonly { place: { path: readonly (string | number)[] }; message: string }[],
): CliError {
  const lines = problems.map(({ place, message }) => `  ${place.path.join('.')}: ${message}`);
  return new CliError(['Nothing was written, because these values are wrong:', ...lines], 2);
}

/** What `covergraph check --explain fingerprint` prints; src/model defines the fingerprint. */
export const fingerprintExplained = `A fingerprint shows whether a passage has changed since it was read, without a copy of its text.
It is "sha256-" and the SHA-256, in 64 hexadecimal digits, of the passage after these steps:
  1. Convert it to Unicode normal form C.
  2. Replace each run of white space, including line ends, by one space.
  3. Remove white space at both ends.
  4. Encode it as UTF-8.
To print the fingerprint of a passage, write the passage to standard input.`;

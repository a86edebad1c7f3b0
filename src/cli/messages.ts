/** Longer texts that the terminal prints. */
import { CliError } from '../errors.ts';

/** What is wrong with the values that flags give for a draft. */
export function wrongDraft(
  problems: readonly { place: { path: readonly (string | number)[] }; message: string }[],
): CliError {
  const lines = problems.map(({ place, message }) => `  ${place.path.join('.')}: ${message}`);
  return new CliError(['Nothing is written, for what was given is wrong:', ...lines], 2);
}

export const fingerprintExplained = `A fingerprint shows that a passage is still the one that was read, without repeating it.
It is "sha256-" and the SHA-256, in 64 hexadecimal digits, of the passage in normal form:
  1. Unicode normal form C;
  2. every run of white space, line ends too, made one space;
  3. trimmed at both ends;
  4. as UTF-8.
Give the passage on standard input to have its fingerprint printed.`;

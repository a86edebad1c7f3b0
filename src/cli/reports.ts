/** Longer texts that the terminal prints. */

export const fingerprintExplained = `A fingerprint shows that a passage is still the one that was read, without repeating it.
It is "sha256-" and the SHA-256, in 64 hexadecimal digits, of the passage in normal form:
  1. Unicode normal form C;
  2. every run of white space, line ends too, made one space;
  3. trimmed at both ends;
  4. as UTF-8.
Give the passage on standard input to have its fingerprint printed.`;

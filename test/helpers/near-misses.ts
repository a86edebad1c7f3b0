/** Near-misses: names with one typing error, for tests of what is suggested instead. */
import fc from 'fast-check';

/** One edit of a name: a character left out, doubled, replaced, or changed places with the next. */
export const edit = fc.record({
  at: fc.nat(200),
  kind: fc.constantFrom('leave out', 'double', 'replace', 'swap'),
  by: fc.constantFrom('a', 'e', 'i', 'n', 'r', 's', 't', 'x', 'y', 'z', '0', '1', '9', '-'),
});
/** A name with one edit. */
export function edited(name: string, { at, kind, by }: { at: number; kind: string; by: string }): string {
  const index = at % name.length;
  const [before, letter, after] = [name.slice(0, index), name.charAt(index), name.slice(index + 1)];
  if (kind === 'leave out') return before + after;
  if (kind === 'double') return before + letter + letter + after;
  if (kind === 'replace') return before + by + after;
  return before + after.charAt(0) + letter + after.slice(1);
}

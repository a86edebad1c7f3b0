/** Names near a name that means nothing: what "did you mean" offers, nearest first and at most three. */
import { distance } from 'fastest-levenshtein';

const LONGEST_COMPARED = 120;

/** The candidates within a third of the name's length in edits, or that it begins; case is not counted. */
export function closest(name: string, candidates: Iterable<string>): string[] {
  const wanted = name.slice(0, LONGEST_COMPARED).toLowerCase();
  const reach = Math.max(2, Math.floor(wanted.length / 3));
  const near: { candidate: string; edits: number }[] = [];
  for (const candidate of candidates) {
    const known = candidate.slice(0, LONGEST_COMPARED).toLowerCase();
    const begun = wanted.length >= 3 && known.startsWith(wanted);
    const edits = begun ? 1 : Math.abs(known.length - wanted.length) > reach ? Infinity : distance(wanted, known);
    if (edits <= reach) near.push({ candidate, edits });
  }
  near.sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1));
  return near.slice(0, 3).map(({ candidate }) => candidate);
}

/** "Did you mean a, b or c?"; the other words given where nothing is near. */
export function didYouMean(name: string, candidates: Iterable<string>, otherwise: string): string {
  const near = closest(name, candidates);
  const last = near.pop();
  if (last === undefined) return otherwise;
  return `Did you mean ${near.length === 0 ? last : `${near.join(', ')} or ${last}`}?`;
}

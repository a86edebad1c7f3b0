/** Suggestions for an unknown name, by edit distance: at most three, closest first. */
import { distance } from 'fastest-levenshtein';

const LONGEST_COMPARED = 120;

/** The at most three candidates that are within a third of the name's length in edits or begin with it, ignoring case. */
export function closest(name: string, candidates: Iterable<string>): string[] {
  const wanted = name.slice(0, LONGEST_COMPARED).toLowerCase();
  const reach = Math.max(2, Math.floor(wanted.length / 3));
  const near: { candidate: string; edits: number }[] = [];
  for (const candidate of candidates) {
    const known = candidate.slice(0, LONGEST_COMPARED).toLowerCase();
    if (wanted.length >= 3 && known.startsWith(wanted)) {
      near.push({ candidate, edits: 1 });
      continue;
    }
    // The edit distance is at least the difference in length.
    if (Math.abs(known.length - wanted.length) > reach) continue;
    const edits = distance(wanted, known);
    if (edits <= reach) near.push({ candidate, edits });
  }
  near.sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1));
  return near.slice(0, 3).map(({ candidate }) => candidate);
}

/** "Did you mean a, b or c?", or `otherwise` if no candidate is close. */
export function didYouMean(name: string, candidates: Iterable<string>, otherwise: string): string {
  const near = closest(name, candidates);
  const last = near.pop();
  if (last === undefined) return otherwise;
  return `Did you mean ${near.length === 0 ? last : `${near.join(', ')} or ${last}`}?`;
}

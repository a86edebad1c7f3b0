/** Answers over a list of plans or subjects: derived for the page asked and no further, unless a status filter needs more. */
import type { Determination } from '../engine/determination.ts';
import type { CoverageStatus } from '../model/words.ts';
import { listed } from './names.ts';
import { type Page, type PageArguments, type Shelf, pageOf, sift } from './pages.ts';
import { narrow } from './shelves.ts';

/** Above this many candidates answers are no longer counted, nor looked through for one page. */
export const MOST_CANDIDATES = 2_500;

interface AnswersArguments extends PageArguments {
  readonly status?: readonly CoverageStatus[] | null | undefined;
}

export function answersOver<T>(
  candidates: Shelf<T>,
  args: AnswersArguments,
  derive: (candidate: T) => Determination,
): Page<Determination> {
  const statuses = listed(args.status, 'status', (status) => status);
  const isCountable = candidates.items.length <= MOST_CANDIDATES;
  if (statuses === null) {
    const page = pageOf(candidates, args);
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: derive(node) })),
      totalCount: () => (isCountable ? candidates.items.length : null),
    };
  }
  const derived = new Map<T, Determination | null>();
  const keep = (candidate: T): Determination | null => {
    let kept = derived.get(candidate);
    if (kept === undefined) {
      const answer = derive(candidate);
      derived.set(candidate, (kept = statuses.includes(answer.status) ? answer : null));
    }
    return kept;
  };
  return sift(candidates, args, {
    keep,
    mostLookedAt: MOST_CANDIDATES,
    totalCount: () => (isCountable ? narrow(candidates, (candidate) => keep(candidate) !== null).items.length : null),
  });
}

/** Pages of determinations. Only the requested page is derived, unless a status filter requires more. */
import type { Determination } from '../engine/determination.ts';
import type { CoverageStatus } from '../model/words.ts';
import type { Graph } from '../graph/entries.ts';
import { bounds } from './bounds.ts';
import { listedOnce } from './resolve-arguments.ts';
import { type Page, type PageArguments, type SortedList, pageOf, sift } from './pagination.ts';
import { narrow } from './sorted-lists.ts';

interface AnswersArguments extends PageArguments {
  readonly status?: readonly CoverageStatus[] | null | undefined;
}

/**
 * A page of the determinations for `candidates`, in their order. `args.status` keeps only answers with these statuses.
 * @throws {ContractError} TOO_MANY if filling the page would derive more than `bounds.candidates` answers
 */
export function determinationList<T>(
  graph: Graph,
  candidates: SortedList<T>,
  args: AnswersArguments,
  derive: (candidate: T) => Determination,
): Page<Determination> {
  const statuses = listedOnce(graph, args.status, 'status', (status) => status);
  const isCountable = candidates.items.length <= bounds.candidates;
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
    const known = derived.get(candidate);
    if (known !== undefined) return known;
    const answer = derive(candidate);
    const result = statuses.has(answer.status) ? answer : null;
    derived.set(candidate, result);
    return result;
  };
  return sift(candidates, args, {
    keep,
    mostLookedAt: bounds.candidates,
    totalCount: () => (isCountable ? narrow(candidates, (candidate) => keep(candidate) !== null).items.length : null),
  });
}

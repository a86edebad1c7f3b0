/** Pages of determinations. Only the requested page is derived, unless a status filter requires more. */
import type { Determination } from '../engine/determination.ts';
import { answerWithStatus } from '../engine/determination-list.ts';
import type { CoverageStatus } from '../model/words.ts';
import type { Graph } from '../graph/entries.ts';
import { bounds } from './bounds.ts';
import { listedOnce } from './resolve-arguments.ts';
import { type Page, type PageArguments, filteredPageOf, pageOf } from './pagination.ts';
import { filterSorted, type SortedList } from '../graph/sorted-lists.ts';

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
  const keep = answerWithStatus(derive, statuses);
  return filteredPageOf(candidates, args, {
    keep,
    mostExamined: bounds.candidates,
    totalCount: () =>
      isCountable ? filterSorted(candidates, (candidate) => keep(candidate) !== null).items.length : null,
  });
}

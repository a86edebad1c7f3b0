/** The arguments `plans`, `within` and `level` of lists of plans. */
import type { Graph, Plan } from '../graph/entries.ts';
import { selectPlans } from '../graph/plan-hierarchy.ts';
import type { SortedList } from '../graph/sorted-lists.ts';
import type { PlanLevel } from '../model/words.ts';
import { listedOnce, resolvePlan } from './resolve-arguments.ts';

interface PlanListArguments {
  readonly plans?: readonly string[] | null | undefined;
  readonly within?: string | null | undefined;
  readonly level?: PlanLevel | null | undefined;
}

/**
 * The plans that match all given arguments, sorted by slug.
 * @throws {ContractError} UNKNOWN_PLAN or EMPTY_LIST
 */
export function resolvePlanList(graph: Graph, { plans, within, level }: PlanListArguments): SortedList<Plan> {
  return selectPlans(graph, {
    among: listedOnce(graph, plans, 'plans', (slug, at) => resolvePlan(graph, slug, at)),
    within: within == null ? null : resolvePlan(graph, within, 'within'),
    level: level ?? null,
  });
}

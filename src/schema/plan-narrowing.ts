/** The arguments `plans`, `within` and `level`, which narrow a list of plans. */
import type { Graph, Plan } from '../graph/entries.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';
import type { PlanLevel } from '../model/words.ts';
import type { SortedList } from './pagination.ts';
import { listedOnce, resolvePlan } from './resolve-arguments.ts';
import { narrow, sortedListOf } from './sorted-lists.ts';

interface PlanNarrowing {
  readonly plans?: readonly string[] | null | undefined;
  readonly within?: string | null | undefined;
  readonly level?: PlanLevel | null | undefined;
}

/** The plans that match all given arguments, sorted by slug. */
export function plansNarrowed(graph: Graph, { plans, within, level }: PlanNarrowing): SortedList<Plan> {
  const listed = listedOnce(graph, plans, 'plans', (slug, at) => resolvePlan(graph, slug, at));
  const larger = within == null ? null : resolvePlan(graph, within, 'within');
  const all = sortedListOf(graph.plans);
  if (listed === null && larger === null && level == null) return all;
  return narrow(
    all,
    (plan) =>
      (listed === null || listed.has(plan)) &&
      (larger === null || isPlanWithin(plan, larger)) &&
      (level == null || plan.level === level),
  );
}

/** Which plans are within which, and lists of plans by that and by level. */
import type { PlanLevel } from '../model/words.ts';
import type { Graph, Plan } from './entries.ts';
import { filterSorted, type SortedList, sortedListOf } from './sorted-lists.ts';

/** Whether a plan is within another one, at any depth. No plan is within itself. */
export const isPlanWithin = (plan: Plan, outer: Plan): boolean =>
  plan.within !== null && (plan.within === outer || isPlanWithin(plan.within, outer));

/** Which plans to list; null for no restriction. */
export interface PlanSelection {
  readonly among: ReadonlySet<Plan> | null;
  /** The plan, class or program that they are within, at any depth. */
  readonly within: Plan | null;
  readonly level: PlanLevel | null;
}

/** The plans that match the whole selection, sorted by slug. */
export function selectPlans(graph: Graph, { among, within, level }: PlanSelection): SortedList<Plan> {
  const all = sortedListOf(graph.plans);
  if (among === null && within === null && level === null) return all;
  return filterSorted(
    all,
    (plan) =>
      (among === null || among.has(plan)) &&
      (within === null || isPlanWithin(plan, within)) &&
      (level === null || plan.level === level),
  );
}

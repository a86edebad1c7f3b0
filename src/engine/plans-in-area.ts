/** Finds the plans offered in a place with what each says about a service, and counts those for which something is unknown. */
import { areaIndexOf, type PlanOffer, type ServicePlace } from '../graph/area-index.ts';
import type { Graph, Plan } from '../graph/entries.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';
import type { Determination } from './determination.ts';
import type { PlanAnswer } from './filter-plans.ts';

/** A plan offered in the place, and its answer. */
export type OfferedPlan = PlanOffer & PlanAnswer;

/** The question for plans offered in a place. */
export interface AreaQuestion {
  readonly place: ServicePlace;
  /** An ISO date. */
  readonly day: string;
  /** Only plans within this one, at any depth; null for all. */
  readonly within: Plan | null;
  /** Whether to list plans that a source says may be offered there. */
  readonly includesUncertain: boolean;
  /** The answer of a plan; null if no service is asked about. Called at most once for each plan, and only if needed. */
  readonly answer: (plan: Plan) => Determination | null;
}

/** The plans offered in a place. The counts are of plans that are not listed. */
export interface PlansInArea {
  /** Sorted by slug. */
  readonly plans: readonly OfferedPlan[];
  /** The next day on which a plan begins or ceases to be offered there; null if none is stated. */
  readonly changesOn: string | null;
  /** How many more plans may be offered there. */
  readonly possiblyOffered: number;
  /** How many plans have no stated service area on the day. */
  readonly withoutStatedArea: () => number;
  /** How many plans state their area in codes or names that cannot be compared with the place. */
  readonly notComparable: () => number;
}

/** Finds the plans. Derives no answer. */
export function plansInArea(
  graph: Graph,
  { place, day, within, includesUncertain, answer }: AreaQuestion,
): PlansInArea {
  const passes = (plan: Plan): boolean => within === null || isPlanWithin(plan, within);
  const index = areaIndexOf(graph);
  const { offers, changesOn } = index.offeredIn(place, day);
  const offersWithin = offers.filter(({ plan }) => passes(plan));
  const listed = offersWithin.filter(({ isCertain }) => isCertain || includesUncertain);
  return {
    plans: listed.map((offer) => ({ ...offer, answer: once(() => answer(offer.plan)) })),
    changesOn,
    possiblyOffered: offersWithin.length - listed.length,
    withoutStatedArea: () => index.withoutArea(day, passes),
    notComparable: () => index.notComparable(place, day, offers, passes),
  };
}

/** Calls `make` at the first call and returns the same value from then on. */
function once<T>(make: () => T): () => T {
  let result: { readonly value: T } | null = null;
  return () => {
    result ??= { value: make() };
    return result.value;
  };
}

/**
 * Filters and sorts plans by what their answers state about a service: status, requirements, costs and limits. A plan whose
 * sources do not state a cost or limit that is asked for does not pass, and is counted.
 */
import type { Condition, Plan } from '../graph/entries.ts';
import { compareDecimals, type CostShareTerms } from '../model/amounts.ts';
import type { LimitPeriod, LimitUnit } from '../model/words.ts';
import { sortByKey, type CompleteList } from '../graph/sorted-lists.ts';
import type { Determination } from './determination.ts';

/** A plan and a function that returns its answer; null if no service is asked about. */
export interface PlanAnswer {
  readonly plan: Plan;
  readonly answer: () => Determination | null;
}

/** The order of the plans offered in a place. */
export type PlanOrder = 'NAME' | 'COST';

type CostKind = 'COPAYMENT' | 'COINSURANCE';

/** What the answer of a plan must state for the plan to pass. */
export interface PlanFilters {
  /** The allowed statuses; null for any. */
  readonly statuses: ReadonlySet<Determination['status']> | null;
  /** Conditions that must be among the requirements. */
  readonly required: readonly Condition[];
  /** Conditions that must not be among the requirements. */
  readonly notRequired: readonly Condition[];
  /** The highest cost of each kind in network: dollars of a copayment, percent of coinsurance. Decimals as text. */
  readonly costLimits: readonly { readonly kind: CostKind; readonly most: string }[];
  /** The lowest limit of one unit and period; null for any. */
  readonly limitAtLeast: { readonly quantity: string; readonly unit: LimitUnit; readonly per: LimitPeriod } | null;
}

/** The plans that pass, and the numbers of plans that fail only because no cost, or no limit, is stated. */
export interface FilteredPlans<T> {
  readonly kept: T[];
  readonly withoutCost: number;
  readonly withoutLimit: number;
}

type FilterResult = 'PASSES' | 'FAILS' | 'LACKS_COST' | 'LACKS_LIMIT';

/** Filters the candidates and keeps their order. Derives no answer if there is no filter. */
export function filterPlans<T extends PlanAnswer>(candidates: readonly T[], filters: PlanFilters): FilteredPlans<T> {
  if (isEmpty(filters)) return { kept: [...candidates], withoutCost: 0, withoutLimit: 0 };
  const results = candidates.map(({ answer }) => resultOf(answer(), filters));
  const countOf = (result: FilterResult): number => results.filter((other) => other === result).length;
  return {
    kept: candidates.filter((_, index) => results[index] === 'PASSES'),
    withoutCost: countOf('LACKS_COST'),
    withoutLimit: countOf('LACKS_LIMIT'),
  };
}

function isEmpty({ statuses, required, notRequired, costLimits, limitAtLeast }: PlanFilters): boolean {
  const isAnyRequirement = required.length === 0 && notRequired.length === 0;
  return statuses === null && isAnyRequirement && costLimits.length === 0 && limitAtLeast === null;
}

function resultOf(determination: Determination | null, filters: PlanFilters): FilterResult {
  if (determination === null || !hasStatusAndRequirements(determination, filters)) return 'FAILS';
  const costs = resultOfCosts(determination, filters.costLimits);
  const limits = resultOfLimits(determination, filters.limitAtLeast);
  if (costs === 'FAILS' || limits === 'FAILS') return 'FAILS';
  if (costs === 'PASSES') return limits;
  return limits === 'PASSES' ? costs : 'FAILS';
}

function hasStatusAndRequirements(
  determination: Determination,
  { statuses, required, notRequired }: PlanFilters,
): boolean {
  if (statuses !== null && !statuses.has(determination.status)) return false;
  return (
    required.every((condition) => requires(determination, condition)) &&
    !notRequired.some((condition) => requires(determination, condition))
  );
}

/** Whether the condition is among the requirements of the answer, however strictly. */
const requires = ({ requirements }: Determination, condition: Condition): boolean =>
  requirements.some(({ anyOf }) => anyOf.some((fact) => fact.condition === condition));

function resultOfCosts({ costs }: Determination, costLimits: PlanFilters['costLimits']): FilterResult {
  const stated = costLimits.map(({ kind, most }) => ({ amount: highestCost(costs, kind), most }));
  if (stated.some(({ amount, most }) => amount !== null && compareDecimals(amount, most) > 0)) return 'FAILS';
  return stated.some(({ amount }) => amount === null) ? 'LACKS_COST' : 'PASSES';
}

function resultOfLimits({ limits }: Determination, atLeast: PlanFilters['limitAtLeast']): FilterResult {
  if (atLeast === null) return 'PASSES';
  const comparable = limits.filter(({ unit, per }) => unit === atLeast.unit && per === atLeast.per);
  if (comparable.some(({ quantity }) => compareDecimals(quantity, atLeast.quantity) < 0)) return 'FAILS';
  return comparable.length === 0 ? 'LACKS_LIMIT' : 'PASSES';
}

/**
 * The highest cost of one kind that the sources state for care in network; "0" if they state that there is no charge; null if
 * they state no cost of this kind.
 */
function highestCost(costs: readonly CostShareTerms[], kind: CostKind): string | null {
  const [first, ...others] = costs
    .filter(({ network }) => network !== 'OUT')
    .flatMap((share) => amountOf(share, kind) ?? []);
  if (first === undefined) return null;
  return others.reduce((highest, amount) => (compareDecimals(amount, highest) > 0 ? amount : highest), first);
}

function amountOf(share: CostShareTerms, kind: CostKind): string | null | undefined {
  if (share.kind === 'NONE') return '0';
  if (share.kind !== kind) return null;
  return kind === 'COINSURANCE' ? share.percent : share.most?.amount;
}

/** Pads a decimal so that comparing as text compares by value: up to 15 digits before the point and 8 after it. */
function sortableDecimal(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  return `${whole.padStart(15, '0')}.${fraction.padEnd(8, '0')}`;
}

/**
 * The sort key of a plan, unique and compared as text. By cost: plans with a copayment first, then those with coinsurance,
 * then those that state neither.
 */
function planSortKey({ plan, answer }: PlanAnswer, order: PlanOrder): string {
  const name = `${plan.name.toLowerCase()} ${plan.slug}`;
  const determination = order === 'COST' ? answer() : null;
  if (determination === null) return name;
  const copayment = highestCost(determination.costs, 'COPAYMENT');
  if (copayment !== null) return `0 ${sortableDecimal(copayment)} ${name}`;
  const coinsurance = highestCost(determination.costs, 'COINSURANCE');
  if (coinsurance !== null) return `1 ${sortableDecimal(coinsurance)} ${name}`;
  return `2 ${name}`;
}

/** Sorts plans by name or by cost, then by name. By cost, it derives every answer. */
export function sortPlans<T extends PlanAnswer>(plans: readonly T[], order: PlanOrder): CompleteList<T> {
  return sortByKey(plans, (plan) => planSortKey(plan, order));
}

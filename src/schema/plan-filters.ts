/** The arguments of `plansInArea` that filter plans, and their conversion to filters of the engine. */
import type { Determination } from '../engine/determination.ts';
import type { PlanFilters } from '../engine/filter-plans.ts';
import type { Condition, Graph } from '../graph/entries.ts';
import type { LimitPeriod, LimitUnit } from '../model/words.ts';
import { builder } from './builder.ts';
import { LimitPeriodRef, LimitUnitRef } from './enums.ts';
import { listedOnce, resolveCondition } from './resolve-arguments.ts';

/** The input type of `limitAtLeast`. */
export const LimitInput = builder.inputType('LimitInput', {
  description: 'A quantity of a unit in a period.',
  fields: (t) => ({
    quantity: t.field({
      type: 'Decimal',
      required: true,
      description: 'The number of units, or of dollars if the unit is MONEY.',
    }),
    unit: t.field({ type: LimitUnitRef, required: true, description: 'What the number counts.' }),
    per: t.field({ type: LimitPeriodRef, required: true, description: 'The period to which the number applies.' }),
  }),
});

interface FilterArguments {
  readonly status?: readonly Determination['status'][] | null | undefined;
  readonly requires?: readonly string[] | null | undefined;
  readonly withoutRequirement?: readonly string[] | null | undefined;
  readonly copayAtMost?: string | null | undefined;
  readonly coinsuranceAtMost?: string | null | undefined;
  readonly limitAtLeast?:
    { readonly quantity: string; readonly unit: LimitUnit; readonly per: LimitPeriod } | null | undefined;
}

/** The names of the arguments that need the answers of plans about a service. */
export const FILTERS = [
  'status',
  'requires',
  'withoutRequirement',
  'copayAtMost',
  'coinsuranceAtMost',
  'limitAtLeast',
] as const satisfies readonly (keyof FilterArguments)[];

/**
 * Resolves the arguments to filters.
 * @throws {ContractError} UNKNOWN_CONDITION or EMPTY_LIST
 */
export function resolvePlanFilters(args: FilterArguments, graph: Graph): PlanFilters {
  const statuses = listedOnce(graph, args.status, 'status', (status) => status);
  const conditions = (slugs: FilterArguments['requires'], argument: string): readonly Condition[] => [
    ...(listedOnce(graph, slugs, argument, (slug, at) => resolveCondition(graph, slug, at)) ?? []),
  ];
  return {
    statuses,
    required: conditions(args.requires, 'requires'),
    notRequired: conditions(args.withoutRequirement, 'withoutRequirement'),
    costLimits: [
      ...(args.copayAtMost == null ? [] : [{ kind: 'COPAYMENT' as const, most: args.copayAtMost }]),
      ...(args.coinsuranceAtMost == null ? [] : [{ kind: 'COINSURANCE' as const, most: args.coinsuranceAtMost }]),
    ],
    limitAtLeast: args.limitAtLeast ?? null,
  };
}

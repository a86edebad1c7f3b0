/** What plans may be narrowed by and put in order by: what each says of a service. What a source does not state passes no filter, and is counted. */
import type { Determination } from '../engine/determination.ts';
import type { Condition, Graph, Plan } from '../graph/entries.ts';
import { compareDecimals, type CostShareTerms } from '../model/amounts.ts';
import type { LimitPeriod, LimitUnit } from '../model/words.ts';
import { builder } from './builder.ts';
import { LimitPeriodRef, LimitUnitRef, type PlanOrder } from './enums.ts';
import { resolveCondition, listedOnce } from './resolve-arguments.ts';

/** A plan with its answer, which is derived when it is first looked at; null where no service is asked about. */
export interface PlanAnswer {
  readonly plan: Plan;
  readonly answer: () => Determination | null;
}

export const LimitInput = builder.inputType('LimitInput', {
  description: 'How much of a thing, over which span.',
  fields: (t) => ({
    quantity: t.field({
      type: 'Decimal',
      required: true,
      description: 'The number of units, or of dollars where the unit is MONEY.',
    }),
    unit: t.field({ type: LimitUnitRef, required: true, description: 'What the number counts.' }),
    per: t.field({ type: LimitPeriodRef, required: true, description: 'The span to which the number applies.' }),
  }),
});

interface Filters {
  readonly status?: readonly Determination['status'][] | null | undefined;
  readonly requires?: readonly string[] | null | undefined;
  readonly withoutRequirement?: readonly string[] | null | undefined;
  readonly copayAtMost?: string | null | undefined;
  readonly coinsuranceAtMost?: string | null | undefined;
  readonly limitAtLeast?:
    { readonly quantity: string; readonly unit: LimitUnit; readonly per: LimitPeriod } | null | undefined;
}
/** The arguments that ask what a plan says of a service. */
export const FILTERS = [
  'status',
  'requires',
  'withoutRequirement',
  'copayAtMost',
  'coinsuranceAtMost',
  'limitAtLeast',
] as const satisfies readonly (keyof Filters)[];

/** The dearest that the sources state in network of one kind; no charge is nothing of either. Null where they state none. */
function dearest(costs: readonly CostShareTerms[], kind: 'COPAYMENT' | 'COINSURANCE'): string | null {
  const amounts = costs
    .filter(({ network }) => network !== 'OUT')
    .flatMap((share) =>
      share.kind === 'NONE'
        ? ['0']
        : share.kind !== kind
          ? []
          : kind === 'COINSURANCE'
            ? (share.percent ?? [])
            : (share.most?.amount ?? []),
    );
  return amounts.length === 0
    ? null
    : amounts.reduce((most, amount) => (compareDecimals(amount, most) > 0 ? amount : most));
}

const turnsOn = ({ requirements }: Determination, condition: Condition): boolean =>
  requirements.some(({ anyOf }) => anyOf.some((fact) => fact.condition === condition));

/** Numbers of up to fifteen digits before the point and eight behind it compare as text. */
function sortable(amount: string): string {
  const [whole = '', part = ''] = amount.split('.');
  return `${whole.padStart(15, '0')}.${part.padEnd(8, '0')}`;
}

/** Unlike for any two plans, and in order as text. */
export function orderKey({ plan, answer }: PlanAnswer, order: PlanOrder): string {
  const name = `${plan.name.toLowerCase()} ${plan.slug}`;
  const { costs } = (order === 'COST' ? answer() : null) ?? {};
  if (!costs) return name;
  const [copay, coinsurance] = [dearest(costs, 'COPAYMENT'), dearest(costs, 'COINSURANCE')];
  return copay !== null
    ? `0 ${sortable(copay)} ${name}`
    : coinsurance !== null
      ? `1 ${sortable(coinsurance)} ${name}`
      : `2 ${name}`;
}

/** What the filters leave, and how many plans only lack a stated cost or limit. */
export function filtersOf(
  { status, requires, withoutRequirement, copayAtMost, coinsuranceAtMost, limitAtLeast }: Filters,
  graph: Graph,
) {
  const statuses = listedOnce(graph, status, 'status', (each) => each);
  const conditions = (slugs: typeof requires, argument: string): readonly Condition[] => [
    ...(listedOnce(graph, slugs, argument, (slug, at) => resolveCondition(graph, slug, at)) ?? []),
  ];
  const [asking, notAsking] = [conditions(requires, 'requires'), conditions(withoutRequirement, 'withoutRequirement')];
  const bounds = (
    [
      ['COPAYMENT', copayAtMost],
      ['COINSURANCE', coinsuranceAtMost],
    ] as const
  ).flatMap(([kind, most]) => (most == null ? [] : [{ kind, most }]));
  return <T extends PlanAnswer>(candidates: readonly T[]): { kept: T[]; withoutCost: number; withoutLimit: number } => {
    let [withoutCost, withoutLimit] = [0, 0];
    if (
      statuses === null &&
      asking.length === 0 &&
      notAsking.length === 0 &&
      bounds.length === 0 &&
      limitAtLeast == null
    )
      return { kept: [...candidates], withoutCost, withoutLimit };
    const kept = candidates.filter(({ answer }) => {
      const said = answer();
      if (said === null || (statuses !== null && !statuses.has(said.status))) return false;
      if (
        !asking.every((condition) => turnsOn(said, condition)) ||
        notAsking.some((condition) => turnsOn(said, condition))
      )
        return false;
      const costs = bounds.map(({ kind, most }) => ({ stated: dearest(said.costs, kind), most }));
      if (costs.some(({ stated, most }) => stated !== null && compareDecimals(stated, most) > 0)) return false;
      const limits =
        limitAtLeast == null
          ? []
          : said.limits.filter(({ unit, per }) => unit === limitAtLeast.unit && per === limitAtLeast.per);
      if (limitAtLeast != null && limits.some(({ quantity }) => compareDecimals(quantity, limitAtLeast.quantity) < 0))
        return false;
      const [lacksCost, lacksLimit] = [
        costs.some(({ stated }) => stated === null),
        limitAtLeast != null && limits.length === 0,
      ];
      if (lacksCost && !lacksLimit) withoutCost += 1;
      if (lacksLimit && !lacksCost) withoutLimit += 1;
      return !lacksCost && !lacksLimit;
    });
    return { kept, withoutCost, withoutLimit };
  };
}

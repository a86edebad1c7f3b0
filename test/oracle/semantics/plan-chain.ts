/** Semantics, section 3, plan chain: docs/semantics.md#section-3-plan-chain. */
import type { DataDocuments } from '../../../src/model/shapes.ts';
import type { RuleInheritance } from '../../../src/model/words.ts';
import { reachable, remember } from './reachable.ts';

export interface PlanChains {
  /** The plan and every plan that it takes any rules from, however far. */
  readonly chain: (plan: string) => ReadonlySet<string>;
  /** The plan and every plan whose rules it takes over whole. */
  readonly takenWhole: (plan: string) => ReadonlySet<string>;
  /** The plan and every program or class that it is within, however far. */
  readonly larger: (plan: string) => ReadonlySet<string>;
  /** What one of these must cover because another plan does. */
  readonly grantsTaken: (plan: string) => readonly { readonly taker: string; readonly giver: string }[];
}

export function makePlanChains(plans: DataDocuments['plans']): PlanChains {
  /**
   * The plans that a plan takes rules from in one of these ways. A plan that does not say takes all from the one it is
   * within.
   */
  function takesFrom(slug: string, ways: readonly RuleInheritance[]): string[] {
    const { takesRulesFrom, within } = plans[slug] ?? {};
    if (takesRulesFrom === undefined) return within !== undefined && ways.includes('EVERYTHING') ? [within] : [];
    return Object.keys(takesRulesFrom).filter((giver) => ways.includes(takesRulesFrom[giver]?.takes ?? 'EVERYTHING'));
  }
  const takenWhole = remember((plan) => reachable(plan, (each) => takesFrom(each, ['EVERYTHING'])));
  return {
    takenWhole,
    larger: remember((plan) => reachable(plan, (each) => [plans[each]?.within ?? []].flat())),
    chain: remember((plan) => reachable(plan, (each) => takesFrom(each, ['EVERYTHING', 'GRANTS_ONLY']))),
    grantsTaken: remember((plan) => {
      const whole = takenWhole(plan);
      return [...whole].flatMap((taker) =>
        takesFrom(taker, ['GRANTS_ONLY'])
          .filter((giver) => !whole.has(giver))
          .map((giver) => ({ taker, giver })),
      );
    }),
  };
}

/**
 * The plans whose rules can bear on a plan: docs/semantics.md#section-3-plan-chain.
 *
 * A link says what a plan takes from another one: EVERYTHING, so that the rules of the other plan are read as its own;
 * or GRANTS_ONLY, so that it must cover what the other plan covers.
 */
import type { Link, Plan } from '../graph/entries.ts';
import { memoize } from './memoize.ts';
import { pathsFrom } from './paths.ts';

/** The plan and every plan that it takes any rules from, however far. */
export const planChain = memoize((plan: Plan) =>
  pathsFrom(plan, ({ takesRulesFrom }) => takesRulesFrom.map(({ link }) => link)),
);

/** The plan and every plan whose rules it takes over whole, nearest first. */
export const plansTakenWhole = memoize((plan: Plan) =>
  pathsFrom(plan, ({ takesRulesFrom }) =>
    takesRulesFrom.filter(({ takes }) => takes === 'EVERYTHING').map(({ link }) => link),
  ),
);

/** A plan that must cover what another plan covers. */
export interface GrantsTaken {
  readonly taker: Plan;
  readonly giver: Plan;
  readonly link: Link;
}

/** What the plan, and each plan whose rules it takes over whole, takes under GRANTS_ONLY from plans outside these. */
export const grantsTakenBy = memoize((plan: Plan): readonly GrantsTaken[] => {
  const whole = plansTakenWhole(plan);
  return [...whole.keys()].flatMap((taker) =>
    taker.takesRulesFrom
      .filter(({ takes, plan: giver }) => takes === 'GRANTS_ONLY' && !whole.has(giver))
      .map(({ plan: giver, link }) => ({ taker, giver, link })),
  );
});

/** Which rules speak to a question: docs/semantics.md#section-3. */
import type { Question } from './question.ts';
import { remember } from './reachable.ts';
import { chainsHere, makeRuleReader, testsIn, type ConditionTest, type Rule } from './rules.ts';

/** A rule as it speaks for a plan. */
export interface Speaker {
  readonly rule: Rule;
  /** The plan that it counts as written for: one taken under GRANTS_ONLY, for the plan that takes it. */
  readonly plan: string;
  /** The plan that it is taken from under GRANTS_ONLY; else null. */
  readonly takenFrom: string | null;
}

/** The rules that speak, whatever the facts. */
export interface ApplicableRules {
  /**
   * Those written on a plan, or on one whose rules it takes over whole, that no fuller wording in view makes needless.
   */
  readonly ownOf: (plan: string) => readonly Rule[];
  /** Every rule in view on any plan of the chain that grants, excludes or lifts. */
  readonly inView: readonly Rule[];
  /** The rules that ask something of the care asked about: docs/semantics.md#section-2-asks. */
  readonly asking: readonly Rule[];
  /** Every test in a condition of all of these, read with their targets. */
  readonly tests: readonly ConditionTest[];
}

export function makeApplicableRules(question: Question): ApplicableRules {
  const { data, ask, plans } = question;
  const read = makeRuleReader(question);
  const subjects = question.subjectChain(ask.subject);

  /** The subject, the place, the day and the sources fit. */
  function isInView(rule: Rule): boolean {
    return (
      subjects.has(rule.subject) && chainsHere(question, rule).length > 0 && rule.isInForce && rule.voices.length > 0
    );
  }
  function inViewOf(plan: string): Rule[] {
    return Object.keys(data.plans[plan]?.rules ?? {})
      .map((key) => read(`${plan}/${key}`))
      .filter(isInView);
  }
  /**
   * Whether a rule reaches a question on a plan: its plan is taken over whole; or it is a grant of one that grants are
   * taken from; or it asks, and the plan is within its own.
   */
  function reaches(plan: string, rule: Rule): boolean {
    if (rule.effect === 'asks' && plans.larger(plan).has(rule.plan)) return true;
    const isGrantTaken = rule.effect === 'covered' && plans.grantsTaken(plan).some(({ giver }) => giver === rule.plan);
    return plans.takenWhole(plan).has(rule.plan) || isGrantTaken;
  }
  function isRestated(plan: string, rule: Rule): boolean {
    return rule.fuller.some((fuller) => isInView(fuller) && reaches(plan, fuller));
  }
  const inView = [...plans.chain(ask.plan)].flatMap(inViewOf).filter(({ effect }) => effect !== 'asks');
  const asking = [...new Set([...plans.takenWhole(ask.plan), ...plans.larger(ask.plan)])]
    .flatMap(inViewOf)
    .filter((rule) => rule.effect === 'asks' && !isRestated(ask.plan, rule));
  return {
    inView,
    asking,
    tests: [...inView, ...asking].flatMap(({ chains }) => chains.flatMap(({ when }) => when.flatMap(testsIn))),
    ownOf: remember((plan) =>
      [...plans.takenWhole(plan)].flatMap(inViewOf).filter((rule) => rule.effect !== 'asks' && !isRestated(plan, rule)),
    ),
  };
}

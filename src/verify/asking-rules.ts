/**
 * The rules that ask: docs/semantics.md#section-2-asks. They neither grant nor exclude; what they ask is added to every
 * way to coverage that leaves their condition possible.
 */
import type { Plan } from '../graph/entries.ts';
import { applied, isRestatedAmong, reasonOutOfView, type ApplicableRule } from './applicable-rules.ts';
import { plansTakenWhole } from './plan-chain.ts';
import type { Question } from './question.ts';
import { subjectChain } from './subject-chain.ts';

/** A plan and every plan that it is within. */
function plansAround(plan: Plan | null): readonly Plan[] {
  return plan === null ? [] : [plan, ...plansAround(plan.within)];
}

/** The plans whose rules that ask speak for a plan: those taken over whole, and those that the plan is within. */
function plansThatAsk(plan: Plan): readonly Plan[] {
  return [...new Set([...plansTakenWhole(plan).keys(), ...plansAround(plan)])];
}

/** The rules that ask something of what was asked about. */
export function askingRules(question: Question): readonly ApplicableRule[] {
  const subjects = subjectChain(question.subject);
  return plansThatAsk(question.plan)
    .flatMap(({ rules }) => rules)
    .filter(({ effect, subject }) => effect === 'ASKS' && subjects.has(subject))
    .filter((rule) => reasonOutOfView(question, rule) === null)
    .filter((rule) => !isRestatedAmong(question, plansThatAsk(question.plan), rule))
    .map((rule) => applied(question, rule));
}

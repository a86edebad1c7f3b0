/** What a plan's rules on some conditions are about: "do I need a referral" names no service, and the rules do. */
import type { Condition, Plan, Subject } from '../graph/entries.ts';

/** The plans whose rules a plan has, itself first. */
function chain(plan: Plan): Set<Plan> {
  const plans = new Set([plan]);
  for (const each of plans) for (const { plan: giver } of each.takesRulesFrom) plans.add(giver);
  return plans;
}

export function inferSubjects(plans: readonly Plan[], conditions: readonly Condition[]): Subject[] {
  const found = new Set<Subject>();
  for (const plan of plans) {
    const own = chain(plan);
    for (const condition of conditions)
      for (const rule of condition.rules) if (own.has(rule.plan) && rule.effect === 'COVERED') found.add(rule.subject);
  }
  return found.size === 1 ? [...found] : [];
}

/**
 * Requirements that the answers of several plans share. A stricter requirement includes a looser one: a plan that requires
 * a doctor's prescription also requires a prescription. A plan that accepts either of two programs does not require one
 * particular program.
 */
import { union } from '../graph/links.ts';
import type { RequirementRole, RequirementStrength } from '../model/words.ts';
import type { CaseFact, Determination, Requirement } from './determination.ts';

/** A key of the facts of a requirement, independent of its role, its strength and its plan. */
function factsKey({ anyOf }: Requirement): string {
  const facts = anyOf.map(({ condition, holds, atLeast, atMost }) =>
    [condition.slug, holds, atLeast, atMost].map(String).join(' '),
  );
  return facts.sort().join('\n');
}

function factHolds(one: CaseFact, other: CaseFact): boolean {
  if (one.holds !== null || other.holds !== null) {
    if (one.holds !== other.holds) return false;
    return one.holds
      ? one.condition.impliedClosure.has(other.condition)
      : other.condition.impliedClosure.has(one.condition);
  }
  return (
    one.condition === other.condition &&
    (other.atLeast === null || (one.atLeast ?? 0) >= other.atLeast) &&
    (other.atMost === null || (one.atMost ?? Infinity) <= other.atMost)
  );
}

/** Whether every way to meet the first requirement also meets the other. */
function holdsWithin(one: Requirement, other: Requirement): boolean {
  return one.anyOf.every((fact) => other.anyOf.some((wanted) => factHolds(fact, wanted)));
}

/**
 * The requirement of the answer with the same facts, in the same role if there is one, else a stricter one; undefined if it
 * has none.
 */
export function demandOf({ requirements }: Determination, wanted: Requirement): Requirement | undefined {
  const same = requirements.filter((each) => factsKey(each) === factsKey(wanted));
  return (
    same.find(({ role }) => role === wanted.role) ?? same[0] ?? requirements.find((each) => holdsWithin(each, wanted))
  );
}

/** A requirement of the answer that is looser than the one wanted; undefined if it has none. */
export function looserDemand({ requirements }: Determination, wanted: Requirement): Requirement | undefined {
  return requirements.find((each) => holdsWithin(wanted, each));
}

/** Every requirement of any of the answers, once for the same facts. */
export function demands(answers: readonly Determination[]): Requirement[] {
  const byFacts = new Map<string, Requirement>();
  for (const { requirements } of answers)
    for (const each of requirements) if (!byFacts.has(factsKey(each))) byFacts.set(factsKey(each), each);
  return [...byFacts.values()];
}

const FROM_LOOSEST: readonly RequirementStrength[] = ['MAY_BE_REQUIRED', 'PLAN_RULES_APPLY', 'REQUIRED'];
const ROLES: readonly RequirementRole[] = ['FOR_COVERAGE', 'ONCE_COVERED', 'ALSO_STATED'];

/**
 * The requirements that all of the answers share, in whatever role: one plan may cover only what is prescribed, and another
 * source may require a prescription once the care is covered. Each has the last role and the strength of the least strict
 * answer, and the citations of all. Sorted by role.
 */
export function sharedDemands(answers: readonly Determination[]): Requirement[] {
  const shared = demands(answers).flatMap((wanted) => {
    const all = answers.flatMap((answer) => demandOf(answer, wanted) ?? []);
    if (all.length < answers.length) return [];
    return [
      {
        ...wanted,
        role: ROLES.findLast((each) => all.some(({ role }) => role === each)) ?? wanted.role,
        strength: FROM_LOOSEST.find((each) => all.some(({ strength }) => strength === each)) ?? wanted.strength,
        dependsOn: [...new Set(all.flatMap(({ dependsOn }) => dependsOn))],
        cites: union(all.map(({ cites }) => cites)),
      },
    ];
  });
  return ROLES.flatMap((role) => shared.filter((each) => each.role === role));
}

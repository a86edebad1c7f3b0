/**
 * Requirements that the answers of several plans share. A stricter requirement includes a looser one: a plan that requires
 * a doctor's prescription also requires a prescription. A plan that accepts either of two programs does not require one
 * particular program.
 */
import { union } from '../graph/links.ts';
import type { RequirementStrength } from '../model/words.ts';
import type { CaseFact, Determination, Requirement } from './determination.ts';

/** A key of the role and the facts of a requirement, independent of its strength and its plan. */
export function requirementKey({ role, anyOf }: Requirement): string {
  const facts = anyOf.map(({ condition, holds, atLeast, atMost }) =>
    [condition.slug, holds, atLeast, atMost].map(String).join(' '),
  );
  return [role, ...facts.sort()].join('\n');
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
  return one.role === other.role && one.anyOf.every((fact) => other.anyOf.some((wanted) => factHolds(fact, wanted)));
}

/** The requirement of the answer with the same role and facts, else a stricter one; undefined if it has none. */
export function demandOf({ requirements }: Determination, wanted: Requirement): Requirement | undefined {
  const key = requirementKey(wanted);
  return (
    requirements.find((each) => requirementKey(each) === key) ?? requirements.find((each) => holdsWithin(each, wanted))
  );
}

/** A requirement of the answer that is looser than the one wanted; undefined if it has none. */
export function looserDemand({ requirements }: Determination, wanted: Requirement): Requirement | undefined {
  return requirements.find((each) => holdsWithin(wanted, each));
}

/** Every requirement of any of the answers, once per role and facts. */
export function demands(answers: readonly Determination[]): Requirement[] {
  const byKey = new Map<string, Requirement>();
  for (const { requirements } of answers)
    for (const each of requirements) if (!byKey.has(requirementKey(each))) byKey.set(requirementKey(each), each);
  return [...byKey.values()];
}

const FROM_LOOSEST: readonly RequirementStrength[] = ['MAY_BE_REQUIRED', 'PLAN_RULES_APPLY', 'REQUIRED'];

/**
 * The requirements that all of the answers share, FOR_COVERAGE first. Each has the strength of the least strict answer and
 * the citations of all of them.
 */
export function sharedDemands(answers: readonly Determination[]): Requirement[] {
  const shared = demands(answers).flatMap((wanted) => {
    const all = answers.flatMap((answer) => demandOf(answer, wanted) ?? []);
    if (all.length < answers.length) return [];
    const strength = FROM_LOOSEST.find((each) => all.some((demand) => demand.strength === each)) ?? wanted.strength;
    return [
      {
        ...wanted,
        strength,
        dependsOn: [...new Set(all.flatMap(({ dependsOn }) => dependsOn))],
        cites: union(all.map(({ cites }) => cites)),
      },
    ];
  });
  return [
    ...shared.filter(({ role }) => role === 'FOR_COVERAGE'),
    ...shared.filter(({ role }) => role === 'ONCE_COVERED'),
  ];
}

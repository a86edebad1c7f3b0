/**
 * What the answers of several plans ask for alike. A stricter demand holds a looser one: who asks for a doctor's
 * prescription asks for a prescription, and a plan that takes either of two programmes does not ask for one of them.
 */
import { union } from '../graph/links.ts';
import type { RequirementStrength } from '../model/words.ts';
import type { CaseFact, Determination, Requirement } from './determination.ts';

/** What is asked for and in which role, whoever asks and however strictly. */
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

/** Whether meeting the one, in whichever way, meets the other. */
function holdsWithin(one: Requirement, other: Requirement): boolean {
  return one.role === other.role && one.anyOf.every((fact) => other.anyOf.some((wanted) => factHolds(fact, wanted)));
}

/** The answer's own demand of that kind: the very same, else a stricter one. */
export function demandOf({ requirements }: Determination, wanted: Requirement): Requirement | undefined {
  const key = requirementKey(wanted);
  return (
    requirements.find((each) => requirementKey(each) === key) ?? requirements.find((each) => holdsWithin(each, wanted))
  );
}

/** A demand looser than the one wanted, which the answer makes in its place. */
export function looserDemand({ requirements }: Determination, wanted: Requirement): Requirement | undefined {
  return requirements.find((each) => holdsWithin(wanted, each));
}

/** Everything that any of the answers asks for, once. */
export function demands(answers: readonly Determination[]): Requirement[] {
  const byKey = new Map<string, Requirement>();
  for (const { requirements } of answers)
    for (const each of requirements) if (!byKey.has(requirementKey(each))) byKey.set(requirementKey(each), each);
  return [...byKey.values()];
}

const FROM_LOOSEST: readonly RequirementStrength[] = ['MAY_BE_REQUIRED', 'PLAN_RULES_APPLY', 'REQUIRED'];

/** What all of the answers ask for, first what coverage itself turns on, as strictly as the least strict of them does, with everyone's citations. */
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

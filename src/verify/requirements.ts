/** What an answer requires: docs/semantics.md#section-2-requirements. */
import type { Condition, ConditionTest, Passage } from '../graph/entries.ts';
import { OUTCOMES, type Outcome, type RequirementRole, type RequirementState, type RequirementStrength } from '../model/words.ts';
import type { Facts } from './completions.ts';
import { deriveQuestion, type WholeDerivation } from './derivation.ts';
import { isSo, spaceOf, strongestClauses, testOf, type FactSet } from './fact-sets.ts';
import type { Question } from './question.ts';
import { orTooLarge, spaceFor, standingIn, TooLarge, type Route, type RouteClaim } from './routes.ts';

export interface Requirement {
  readonly role: RequirementRole;
  /** One of these is enough. */
  readonly anyOf: FactSet;
  readonly strength: RequirementStrength;
  readonly state: RequirementState;
  readonly dependsOn: readonly string[];
  readonly cites: readonly Passage[];
  /** The claims that it was made of; none for what coverage depends on. */
  readonly claims: readonly RouteClaim[];
  /** Whether it is asked on every way to the best outcome. */
  readonly isOfAllRoutes: boolean;
}

/** What was not given is open again. */
function openDerivation(question: Question): { readonly question: Question; readonly derivation: WholeDerivation } {
  const open: Question = { ...question, given: new Map() };
  const derivation = deriveQuestion(open);
  if (!('root' in derivation)) throw new TooLarge('there are too many cases where nothing is given');
  return { question: open, derivation };
}

/** The clauses that coverage depends on; each with what the facts given make of it. */
export function requirementsForCoverage(question: Question, best: Outcome): readonly Requirement[] {
  const open = openDerivation(question);
  const space = spaceFor(open.question, open.derivation);
  const rank = OUTCOMES.indexOf(best);
  const clauses = orTooLarge(
    strongestClauses(space, (completion) => OUTCOMES.indexOf(standingIn(open.derivation, completion).outcome) <= rank),
  );
  return clauses.map((anyOf) => ({
    role: 'FOR_COVERAGE',
    anyOf,
    strength: 'REQUIRED',
    state: stateOf(question.given, anyOf),
    dependsOn: [],
    cites: [],
    claims: [],
    isOfAllRoutes: true,
  }));
}

export function wanted(condition: Condition): FactSet[number] {
  return { condition, holds: true, count: null, atLeast: null, atMost: null };
}

/** What must be done once covered, on the ways to the best outcome. */
export function requirementsOnceCovered(
  question: Question,
  routes: readonly Route[],
): readonly Requirement[] {
  const groups = new Map<string, RouteClaim[]>();
  for (const claim of routes.flatMap(({ claims }) => claims)) {
    if (claim.strength === 'NOT_REQUIRED') continue;
    const key = `${claim.condition.slug} ${claim.strength}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()].flatMap((claims): Requirement[] => {
    const [first] = claims;
    if (first === undefined) return [];
    const { condition, strength } = first;
    const isOn = (route: Route): boolean =>
      route.claims.some((claim) => claim.condition === condition && claim.strength === strength);
    return [
      {
        role: 'ONCE_COVERED',
        anyOf: [wanted(condition)],
        strength,
        state: stateOf(question.given, [wanted(condition)]),
        dependsOn: [...new Set(claims.flatMap(({ dependsOn }) => dependsOn))],
        cites: [...new Set(claims.flatMap(({ cites }) => cites))],
        claims,
        isOfAllRoutes: routes.every(isOn),
      },
    ];
  });
}

/** Whether the facts given meet a clause, or leave none of its facts possible. */
export function stateOf(given: ReadonlyMap<Condition, number>, anyOf: FactSet): RequirementState {
  const tests: ConditionTest[] = anyOf.map(testOf);
  const completions = spaceOf(given, tests)?.completions ?? [];
  const isMetIn = (facts: Facts): boolean => anyOf.some((fact) => isSo(fact, facts));
  const isMet = anyOf.some((fact) => completions.every((facts) => isSo(fact, facts)));
  if (isMet) return 'MET';
  return completions.some(isMetIn) ? 'UNKNOWN' : 'UNMET';
}

/** What an answer requires: docs/semantics.md#section-2-requirements. */
import type { Condition, ConditionTest, Passage } from '../graph/entries.ts';
import {
  OUTCOMES,
  type Outcome,
  type RequirementRole,
  type RequirementState,
  type RequirementStrength,
} from '../model/words.ts';
import type { Facts } from './completions.ts';
import { deriveQuestion, type WholeDerivation } from './derivation.ts';
import { isSo, spaceOf, strongestClauses, testOf, type FactSet } from './fact-sets.ts';
import { conclude } from './outcomes.ts';
import type { Question } from './question.ts';
import {
  isCoverage,
  orTooLarge,
  spaceFor,
  standingIn,
  termsAmong,
  TooLarge,
  type Route,
  type RouteClaim,
} from './routes.ts';
import { dependence } from './wording.ts';
import type { Known } from './terms.ts';

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

/** A derivation that is known to be possible here. */
function derivationOf(question: Question): WholeDerivation {
  const derivation = deriveQuestion(question);
  if (!('root' in derivation)) throw new TooLarge('there are too many cases where less is given');
  return derivation;
}

/**
 * The clauses that coverage depends on; each with what the facts given make of it. What is given is kept, so they are
 * those of the best outcome with nothing given; where the facts leave another coverage than that, those of what is left.
 */
export function requirementsForCoverage(question: Question, best: Outcome): readonly Requirement[] {
  const open: Question = { ...question, given: new Map() };
  const derivation = derivationOf(open);
  const openBest = conclude(derivation.root.standings.map(({ outcome }) => outcome)).best;
  if (!isCoverage(openBest)) return [];
  const isLeft = isCoverage(best) && best !== openBest;
  const clauses = isLeft ? clausesOf(question, derivationOf(question), best) : clausesOf(open, derivation, openBest);
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

function clausesOf(question: Question, derivation: WholeDerivation, best: Outcome): readonly FactSet[] {
  const rank = OUTCOMES.indexOf(best);
  const outcomeIn = (completion: number): Outcome => standingIn(derivation, completion).outcome;
  const space = spaceFor(question, derivation);
  return orTooLarge(strongestClauses(space, (completion) => OUTCOMES.indexOf(outcomeIn(completion)) <= rank));
}

export function wanted(condition: Condition): FactSet[number] {
  return { condition, holds: true, count: null, atLeast: null, atMost: null };
}

/** What must be done once covered, on the ways to the best outcome. */
export function requirementsOnceCovered(
  question: Question,
  routes: readonly Route[],
  known: Known,
): readonly Requirement[] {
  const groups = new Map<string, RouteClaim[]>();
  for (const claim of routes.flatMap(({ claims }) => claims)) {
    if (claim.strength === 'NOT_REQUIRED') continue;
    const key = `${claim.condition.slug} ${claim.strength} ${claim.dependsOn.join('; ')}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const order = routes[0]?.view.rules ?? [];
  const firstRule = (claims: readonly RouteClaim[]): number =>
    Math.min(...claims.map(({ applicable }) => order.indexOf(applicable)));
  return [...groups.values()]
    .sort((a, b) => firstRule(a) - firstRule(b))
    .flatMap((claims) => requirementOf(question, claims, routes, known));
}

function requirementOf(
  question: Question,
  claims: readonly RouteClaim[],
  routes: readonly Route[],
  known: Known,
): readonly Requirement[] {
  const [first] = claims;
  if (first === undefined) return [];
  const { condition, strength } = first;
  const isOn = (route: Route): boolean =>
    route.claims.some((claim) => claim.condition === condition && claim.strength === strength);
  const rules = [...new Set(claims.map(({ applicable }) => applicable))];
  const on = routes.filter((route) => route.claims.some((claim) => claims.includes(claim)));
  const terms = termsAmong(question, rules, on, routes, known) ?? [];
  return [
    {
      role: 'ONCE_COVERED',
      anyOf: [wanted(condition)],
      strength,
      state: stateOf(question.given, [wanted(condition)]),
      dependsOn: dependsOn(claims, terms),
      cites: [...new Set(claims.flatMap(({ cites }) => cites))],
      claims,
      isOfAllRoutes: routes.every(isOn),
    },
  ];
}

/** What claims of one thing depend on: what each states, and the terms on which one of them is made. */
export function dependsOn(claims: readonly RouteClaim[], terms: readonly FactSet[]): readonly string[] {
  return [...new Set([...claims.flatMap((claim) => claim.dependsOn), ...terms.map(dependence)])];
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

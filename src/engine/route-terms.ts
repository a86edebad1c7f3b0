/**
 * What is asked on the routes of an answer (docs/semantics.md#section-2-asks and docs/semantics.md#section-2-terms): the
 * requirements, limits and costs of the grants, of the links by which they are taken over, and of the rules that ask, each
 * with the terms that the facts leave open.
 */
import type { Graph, Inheritance, Rule, RuleRequirement } from '../graph/entries.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';
import type { ApplicableRule, ApplicableRules } from './applicable-rules.ts';
import { asksInReach, inheritancesOf, linkRequirements } from './asking-rules.ts';
import { FALSE, makeBdd, TRUE, type Bdd } from './bdd.ts';
import { background, makeBooleanVariables, type BooleanVariables } from './boolean-variables.ts';
import { isExceptionTo, strongerClaim, type CareComparison } from './conflict-resolution.ts';
import { isOfAnyPlace } from './rule-territory.ts';
import { effectiveCondition, rulesInView } from './derive.ts';
import {
  BUDGET,
  coverageRequirements,
  perConclusion,
  withinBudget,
  type Conclusion,
  type FactSet,
} from './outcomes.ts';
import { requirementsOf } from './prime-implicants.ts';
import type { Route } from './routes.ts';

/** A requirement as a rule or a link states it, on one route. */
export interface Claim {
  /** The rule; for a requirement of a link, the grant that it goes with, as a rule of the plan that takes it over. */
  readonly by: ApplicableRule;
  readonly requirement: RuleRequirement;
  /** The link that asks; null for a rule. */
  readonly link: Inheritance | null;
}
/** Everything that rules ask on one route, without what loses to another claim. */
export interface RouteClaims {
  readonly route: Route;
  readonly claims: readonly Claim[];
  /** The grants of the route, and the rules that ask on it. */
  readonly rules: readonly ApplicableRule[];
}

/** The terms under which something is asked: all of these; within one, any of its facts. */
export type Terms = readonly FactSet[];
/** The facts that are known where something is asked, as functions of the diagram of `TermsSpace`. */
export interface Known {
  /** The completions that the facts allow. */
  readonly allowed: number;
  /** The same, without those that FOR_COVERAGE rules out. */
  readonly covered: number;
  readonly route: FactSet;
}
/** A diagram over the conditions of every rule in view and of every rule that asks. */
export interface TermsSpace {
  readonly vocabulary: BooleanVariables;
  readonly diagram: Bdd;
  readonly allowed: number;
}

/** The space in which terms are worked out. Cached per conclusion. Throws OverBudget. */
export const termsSpace = perConclusion((conclusion): TermsSpace => {
  const { question, whole } = conclusion;
  const asking = asksInReach(conclusion).map(({ rule }) => rule);
  const vocabulary =
    asking.length === 0
      ? conclusion.vocabulary
      : makeBooleanVariables(question, new Set([...rulesInView(whole), ...asking]));
  const diagram = makeBdd(BUDGET.nodes);
  return { vocabulary, diagram, allowed: settledIn(background(vocabulary, diagram), vocabulary, diagram) };
});

function settledIn(f: number, { given }: BooleanVariables, { settle }: Bdd): number {
  let left = f;
  for (const [index, value] of given) left = settle(left, index, value);
  return left;
}

/** The facts of the main vocabulary as facts of the space. */
function translated(facts: FactSet, { vocabulary }: Conclusion, space: TermsSpace): FactSet {
  if (vocabulary === space.vocabulary) return facts;
  return facts.flatMap(({ index, holds }) => {
    const variable = vocabulary.variables[index];
    const found =
      variable && space.vocabulary.of.get(variable.condition)?.find(({ atLeast }) => atLeast === variable.atLeast);
    return found ? [{ index: found.index, holds }] : [];
  });
}

/** What is known on a route: what is given, and the facts of the route. */
export function knownOnRoute(conclusion: Conclusion, facts: FactSet): Known {
  const space = termsSpace(conclusion);
  const route = translated(facts, conclusion, space);
  const { settle } = space.diagram;
  const allowed = route.reduce((left, { index, holds }) => settle(left, index, holds), space.allowed);
  return { allowed, covered: allowed, route };
}

/** What is known of the answer: what is given, and FOR_COVERAGE. */
export function knownOfAnswer(conclusion: Conclusion): Known {
  const space = termsSpace(conclusion);
  const { and, or, not, variable } = space.diagram;
  const covered = coverageRequirements(conclusion).alternatives.reduce((all, alternative) => {
    const any = translated(alternative, conclusion, space).reduce(
      (some, { index, holds }) => or(some, holds ? variable(index) : not(variable(index))),
      FALSE,
    );
    return and(all, settledIn(any, space.vocabulary, space.diagram));
  }, space.allowed);
  return { allowed: space.allowed, covered, route: [] };
}

/** The condition of a rule, read with those of its targets, on the facts known. */
function conditionOf({ chains }: ApplicableRule, { route }: Known, { vocabulary, diagram }: TermsSpace): number {
  const condition = settledIn(effectiveCondition(chains, vocabulary, diagram), vocabulary, diagram);
  return route.reduce((left, { index, holds }) => diagram.settle(left, index, holds), condition);
}

const isUnconditional = ({ chains }: ApplicableRule): boolean =>
  chains.some(({ rules }) => rules.every(({ when }) => when === null));

/** Whether the facts known leave it possible that the rule applies. True past the budget. */
export function isOpenOn(rule: ApplicableRule, known: Known, conclusion: Conclusion): boolean {
  if (isUnconditional(rule)) return true;
  const space = termsSpace(conclusion);
  return withinBudget(
    () => space.diagram.and(conditionOf(rule, known, space), known.allowed) !== FALSE,
    () => true,
  );
}

/** The terms under which one of the rules applies, as far as what is known does not imply them. */
export function termsOf(rules: readonly ApplicableRule[], known: Known, conclusion: Conclusion): Terms {
  if (rules.some(isUnconditional)) return [];
  const space = termsSpace(conclusion);
  const { diagram, vocabulary } = space;
  return withinBudget<Terms>(
    () => {
      const either = rules.reduce((some, rule) => diagram.or(some, conditionOf(rule, known, space)), FALSE);
      if (either === TRUE || diagram.and(known.covered, diagram.not(either)) === FALSE) return [];
      return requirementsOf(either, known.allowed, vocabulary, diagram, BUDGET.sets).filter(
        (clause) => clauseMissing(clause, known.covered, diagram) !== FALSE,
      );
    },
    () => [],
  );
}

/** The terms that tell some routes from the others, where the conditions of their rules do not. */
export function termsOfRoutes(routes: readonly Route[], known: Known, conclusion: Conclusion): Terms {
  const space = termsSpace(conclusion);
  const { and, or, not, variable } = space.diagram;
  return withinBudget<Terms>(
    () => {
      const either = routes.reduce((some, { facts }) => {
        const cube = translated(facts, conclusion, space).reduce(
          (all, { index, holds }) => and(all, holds ? variable(index) : not(variable(index))),
          TRUE,
        );
        return or(some, cube);
      }, FALSE);
      return requirementsOf(either, known.allowed, space.vocabulary, space.diagram, BUDGET.sets).filter(
        (clause) => clauseMissing(clause, known.covered, space.diagram) !== FALSE,
      );
    },
    () => [],
  );
}

/** The completions in which none of the facts of a clause holds. */
const clauseMissing = (clause: FactSet, among: number, { and, not, variable }: Bdd): number =>
  clause.reduce((all, { index, holds }) => and(all, holds ? not(variable(index)) : variable(index)), among);

/** What is asked on a route. */
export function claimsOn(route: Route, conclusion: Conclusion): RouteClaims {
  const { applicable } = conclusion.derivation;
  const grants = route.grants.flatMap((index) => applicable[index] ?? []);
  const asks = asksInReach(conclusion);
  const open = asks.length === 0 ? [] : asksOn(asks, route, conclusion);
  const rules = [...grants, ...open];
  const claims = [
    ...grants.flatMap((by) => [
      ...by.rule.requires.map((requirement): Claim => ({
        by,
        requirement: asClaimed(requirement, by.rule, conclusion),
        link: null,
      })),
      ...linkRequirements(by, conclusion).map(({ claim, link, requirement }): Claim => ({
        by: claim,
        requirement,
        link,
      })),
    ]),
    ...open.flatMap((by) =>
      by.rule.requires.map((requirement): Claim => ({
        by,
        requirement: asClaimed(requirement, by.rule, conclusion),
        link: null,
      })),
    ),
  ];
  return { route, claims: withoutLosers(claims, route, conclusion), rules };
}

function asksOn(asks: readonly ApplicableRule[], { facts }: Route, conclusion: Conclusion): ApplicableRule[] {
  return withinBudget(
    () => {
      const known = knownOnRoute(conclusion, facts);
      return asks.filter((ask) => isOpenOn(ask, known, conclusion));
    },
    () => [...asks],
  );
}

/** REQUIRED by a rule of some or most plans of a class may be required by one plan within the class. */
function asClaimed(requirement: RuleRequirement, rule: Rule, { question }: Conclusion): RuleRequirement {
  const isWeaker =
    requirement.strength === 'REQUIRED' && rule.quantifier !== 'ALL' && isPlanWithin(question.plan, rule.plan);
  return isWeaker ? { ...requirement, strength: 'MAY_BE_REQUIRED' } : requirement;
}

/**
 * Which of two claims holds, by its rule. A link asks of all care that it takes over: against a grant that it takes it
 * speaks of the same care, and against anything else of all care.
 */
export function strongerOf(graph: Graph, a: Claim, b: Claim, reach: ApplicableRules): ApplicableRule | null {
  if (a.link === null && b.link === null) {
    const isJoined = isExceptionTo(a.by.rule, b.by.rule) || isExceptionTo(b.by.rule, a.by.rule);
    return isJoined ? null : strongerClaim(graph, a.by, b.by);
  }
  if (a.link !== null && b.link !== null) return strongerClaim(graph, a.by, b.by, SAME_CARE);
  const [link, other] = a.link === null ? [b, a] : [a, b];
  const takes =
    link.link !== null && other.by.rule.effect === 'COVERED' && inheritancesOf(other.by, reach).includes(link.link);
  if (takes) return strongerClaim(graph, a.by, b.by, SAME_CARE);
  const broader = link === a ? 1 : -1;
  const places = isOfAnyPlace(graph, other.by.rule) ? 0 : broader;
  return strongerClaim(graph, a.by, b.by, { subjects: broader, places });
}
const SAME_CARE: CareComparison = { subjects: 0, places: 0 };

/**
 * The claims without those that lose, wherever the facts of the route let them apply, to another one that says something
 * else of the same condition.
 */
function withoutLosers(claims: readonly Claim[], { facts }: Route, conclusion: Conclusion): readonly Claim[] {
  if (claims.length < 2) return claims;
  return claims.filter((claim) => {
    const winners = winnersOver(claim, claims, conclusion);
    return winners.length === 0 || !alwaysLoses(claim, winners, facts, conclusion);
  });
}

function winnersOver(claim: Claim, claims: readonly Claim[], { question, whole }: Conclusion): ApplicableRule[] {
  const { condition, strength } = claim.requirement;
  return claims
    .filter(({ requirement }) => requirement.condition === condition && requirement.strength !== strength)
    .filter((other) => strongerOf(question.graph, claim, other, whole.reach) === other.by)
    .map(({ by }) => by);
}

/** Whether one of the winners applies wherever the claim does. False past the budget: then the claim is told. */
function alwaysLoses(
  { by }: Claim,
  winners: readonly ApplicableRule[],
  facts: FactSet,
  conclusion: Conclusion,
): boolean {
  if (winners.some(isUnconditional)) return true;
  return withinBudget(
    () => {
      const known = knownOnRoute(conclusion, facts);
      const space = termsSpace(conclusion);
      const { and, or, not } = space.diagram;
      const won = winners.reduce((some, winner) => or(some, conditionOf(winner, known, space)), FALSE);
      return and(and(known.allowed, conditionOf(by, known, space)), not(won)) === FALSE;
    },
    () => false,
  );
}

/**
 * The costs of a rule. A plan that must cover what another plan covers sets its own prices, so those of a grant taken over
 * under GRANTS_ONLY are not told.
 */
export const costsOf = ({ rule, takenFrom }: ApplicableRule): Rule['costs'] => (takenFrom === null ? rule.costs : []);

/** Each rule of the routes once, in the order of applicable rules and then of rules that ask. */
export function rulesOfRoutes(routes: readonly RouteClaims[]): readonly ApplicableRule[] {
  return [...new Set(routes.flatMap(({ rules }) => rules))];
}

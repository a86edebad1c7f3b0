/** Every way to coverage, with what is asked, limited and paid in each: docs/semantics.md#section-5-routes. */
import type { CostShare, CoverageLimit } from '../model/amounts.ts';
import type { Outcome } from '../model/words.ts';
import type { Condition, Passage, Subject } from '../graph/entries.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { askingRules } from './asking-rules.ts';
import { claimsOfLinks, claimsOfRule, claimsThatStand, type Claim } from './claims.ts';
import type { Standing, WholeDerivation } from './derivation.ts';
import { isSo, setKey, spaceWith, weakestSets, type FactSet, type Space } from './fact-sets.ts';
import type { Question } from './question.ts';
import { asKnown, termsOf, type Known } from './terms.ts';

/** A limit or a cost, with the rule that states it. */
export interface Amount<A> {
  readonly amount: A;
  readonly rule: ApplicableRule;
  readonly terms: readonly FactSet[];
}
export type Limit = Amount<CoverageLimit<Subject, Passage>>;
export type Cost = Amount<CostShare<Passage>>;

/** What a rule asks on this way, and on which facts. */
export interface RouteClaim extends Claim {
  readonly terms: readonly FactSet[];
}

export interface Route {
  readonly outcome: Outcome;
  readonly facts: FactSet;
  readonly grants: readonly ApplicableRule[];
  /** The conditions in the order in which the rules in view name them. */
  readonly order: readonly Condition[];
  /** Those that stand; also those that say that something is not required. */
  readonly claims: readonly RouteClaim[];
  readonly limits: readonly Limit[];
  readonly costs: readonly Cost[];
}

/** An answer lists no more ways than this. */
const MOST_ROUTES = 32;

/** Thrown where the ways cannot be worked out here. */
export class TooLarge extends Error {}

export function orTooLarge<T>(value: T | null | 'tooLarge'): T {
  if (value === null || value === 'tooLarge') throw new TooLarge('there are too many ways to go through');
  return value;
}

/** Whether an outcome is coverage. */
export const isCoverage = (outcome: Outcome): boolean => outcome === 'COVERED' || outcome === 'MAY_BE_COVERED';

/** What each completion comes to. */
export function standingIn({ root, scenarioOf }: WholeDerivation, completion: number): Standing {
  const standing = root.standings[scenarioOf[completion] ?? -1];
  if (standing === undefined) throw new Error('There is no such completion.');
  return standing;
}

export function spaceFor(question: Question, { tests, completions }: WholeDerivation): Space {
  return spaceWith(question.given, tests, completions);
}

/** Every way to COVERED, then every other way to at least MAY_BE_COVERED. */
export function routesOf(question: Question, derivation: WholeDerivation): readonly Route[] {
  const space = spaceFor(question, derivation);
  const outcomeIn = (completion: number): Outcome => standingIn(derivation, completion).outcome;
  const toCovered = orTooLarge(weakestSets(space, (completion) => outcomeIn(completion) === 'COVERED'));
  const toAny = orTooLarge(weakestSets(space, (completion) => isCoverage(outcomeIn(completion))));
  const known = new Set(toCovered.map(setKey));
  const asks = askingRules(question);
  const others = toAny.filter((facts) => !known.has(setKey(facts)));
  if (toCovered.length + others.length > MOST_ROUTES) throw new TooLarge('an answer does not list as many ways');
  return [
    ...toCovered.map((facts) => routeOf(question, derivation, 'COVERED', facts, asks)),
    ...others.map((facts) => routeOf(question, derivation, 'MAY_BE_COVERED', facts, asks)),
  ];
}

function routeOf(
  question: Question,
  derivation: WholeDerivation,
  outcome: Outcome,
  facts: FactSet,
  asks: readonly ApplicableRule[],
): Route {
  const grants = grantsOn(derivation, facts);
  const known = asKnown(facts);
  const asking = asks.filter((rule) => termsOf(question, [rule], known) !== null);
  const stated = [
    ...grants.flatMap((grant) => [...claimsOfRule(question, grant), ...claimsOfLinks(question, grant)]),
    ...asking.flatMap((rule) => claimsOfRule(question, rule)),
  ];
  const standing = claimsThatStand(question, stated);
  return {
    outcome,
    facts,
    grants,
    order: [...new Set(derivation.tests.map(({ condition }) => condition))],
    claims: standing.map((claim) => ({ ...claim, terms: termsOfClaims(question, [claim], known) })),
    ...amountsOn(question, [...grants, ...asking], known),
  };
}

/** What of the conditions of their rules is not known, for a link of the rule taken; one of the claims is enough. */
export function termsOfClaims(question: Question, claims: readonly Claim[], known: Known): readonly FactSet[] {
  const rules = [...new Set(claims.map(({ applicable }) => applicable))];
  const terms = termsOf(question, rules, known);
  if (terms === 'tooLarge') throw new TooLarge('a condition has too many cases');
  return terms ?? [];
}

/** The limits and costs of rules, with their terms; without those that what is known rules out. */
export function amountsOn(
  question: Question,
  rules: readonly ApplicableRule[],
  known: Known,
): { readonly limits: readonly Limit[]; readonly costs: readonly Cost[] } {
  const limits: Limit[] = [];
  const costs: Cost[] = [];
  for (const rule of new Set(rules)) {
    const terms = termsOf(question, [rule], known);
    if (terms === 'tooLarge') throw new TooLarge('a condition has too many cases');
    if (terms === null) continue;
    limits.push(...rule.rule.limits.map((amount) => ({ amount, rule, terms })));
    // A plan sets its own prices for what it must cover.
    if (rule.takenFrom === null) costs.push(...rule.rule.costs.map((amount) => ({ amount, rule, terms })));
  }
  return { limits, costs };
}

/** The grants that count in all completions of a way; where none does, those that count in some. */
function grantsOn(derivation: WholeDerivation, facts: FactSet): readonly ApplicableRule[] {
  const { completions, scenarioOf, root } = derivation;
  const scenarios = new Set<number>();
  for (const [place, completion] of completions.entries()) {
    if (facts.every((fact) => isSo(fact, completion))) scenarios.add(scenarioOf[place] ?? -1);
  }
  const standings = [...scenarios].flatMap((place) => root.standings[place] ?? []);
  const grants = root.applicable.filter(({ rule }) => rule.effect === 'COVERED');
  const always = grants.filter((grant) => standings.every(({ counting }) => counting.has(grant)));
  return always.length > 0 ? always : grants.filter((grant) => standings.some(({ counting }) => counting.has(grant)));
}

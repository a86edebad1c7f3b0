/** Every way to coverage, with what is asked, limited and paid in each: docs/semantics.md#section-5-routes. */
import type { CostShare, CoverageLimit } from '../model/amounts.ts';
import type { Outcome } from '../model/words.ts';
import type { Condition, Passage, Subject } from '../graph/entries.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { askingRules } from './asking-rules.ts';
import { claimsOfLinks, claimsOfRule, claimsThatStand, isContested, type Claim } from './claims.ts';
import type { Standing, WholeDerivation } from './derivation.ts';
import type { Facts } from './completions.ts';
import {
  isSo,
  setKey,
  spaceOf,
  spaceWith,
  strongestClauses,
  testOf,
  weakestSets,
  type FactSet,
  type Space,
} from './fact-sets.ts';
import type { Question } from './question.ts';
import { acts, asKnown, clausesNotImplied, isKnownIn, termsOf, testsIn, type Known } from './terms.ts';

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

/** What all routes of an answer have in common. */
export interface View {
  readonly derivation: WholeDerivation;
  /** The conditions in the order in which the rules in view name them, then those that ask. */
  readonly conditions: readonly Condition[];
  /** The rules in view, then those that ask. */
  readonly rules: readonly ApplicableRule[];
}

export interface Route {
  readonly outcome: Outcome;
  readonly facts: FactSet;
  readonly grants: readonly ApplicableRule[];
  /** The grants, and the rules that ask. */
  readonly rules: readonly ApplicableRule[];
  readonly view: View;
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
  const view = viewOf(question, derivation);
  const others = toAny.filter((facts) => !known.has(setKey(facts)));
  if (toCovered.length + others.length > MOST_ROUTES) throw new TooLarge('an answer does not list as many ways');
  return [
    ...setsInOrder(toCovered, view).map((facts) => routeOf(question, view, 'COVERED', facts)),
    ...setsInOrder(others, view).map((facts) => routeOf(question, view, 'MAY_BE_COVERED', facts)),
  ];
}

function viewOf(question: Question, derivation: WholeDerivation): View {
  const asks = askingRules(question);
  const tests = [...derivation.tests, ...asks.flatMap(testsIn)];
  return {
    derivation,
    conditions: [...new Set(tests.map(({ condition }) => condition))],
    rules: [...derivation.root.applicable, ...asks],
  };
}

function routeOf(question: Question, view: View, outcome: Outcome, facts: FactSet): Route {
  const grants = grantsOn(view.derivation, facts);
  const known = asKnown(facts);
  const asks = view.rules.filter(({ rule }) => rule.effect === 'ASKS');
  const asking = asks.filter((rule) => termsOf(question, [rule], known) !== null);
  const stated = [
    ...grants.flatMap((grant) => [...claimsOfRule(question, grant), ...claimsOfLinks(question, grant)]),
    ...asking.flatMap((rule) => claimsOfRule(question, rule)),
  ];
  const rules = [...grants, ...asking];
  const told = claimsTold(question, stated, known);
  return {
    outcome,
    facts,
    grants,
    rules,
    view,
    claims: told.map((claim) => ({ ...claim, terms: termsOfClaims(question, [claim], known, view) })),
    ...amountsOn(rules, view, (rule) => termsOfRules(question, [rule], known, view)),
  };
}

/**
 * The claims that stand on some of the facts that a route leaves open. A rule speaks only where its condition holds, so
 * its claims silence nothing on other facts.
 */
function claimsTold(question: Question, claims: readonly Claim[], known: Known): readonly Claim[] {
  const contested = claims.filter((claim) => claims.some((other) => isContested(claim, other)));
  if (contested.length === 0) return claims;
  const rules = [...new Set(contested.map(({ applicable }) => applicable))];
  const tests = [...rules.flatMap(testsIn), ...known.clauses.flat().map(testOf)];
  const space = spaceOf(question.given, tests);
  if (space === null) throw new TooLarge('the rules that ask have too many cases');
  const told = new Set<Claim>(claims.filter((claim) => !contested.includes(claim)));
  const tried = new Set<string>();
  for (const facts of space.completions.filter((each) => isKnownIn(known, each))) {
    const made = contested.filter(({ applicable }) => acts(applicable, facts));
    const key = made.map((claim) => contested.indexOf(claim)).join(' ');
    if (tried.has(key)) continue;
    tried.add(key);
    for (const claim of claimsThatStand(question, made)) told.add(claim);
  }
  return claims.filter((claim) => told.has(claim));
}

/** What of the conditions of the claims' rules is not known; one of the claims is enough. */
export function termsOfClaims(
  question: Question,
  claims: readonly Claim[],
  known: Known,
  view: View,
): readonly FactSet[] {
  const rules = [...new Set(claims.map(({ applicable }) => applicable))];
  return termsOfRules(question, rules, known, view) ?? [];
}

/** The same of rules; null where what is known rules them out. */
function termsOfRules(
  question: Question,
  rules: readonly ApplicableRule[],
  known: Known,
  view: View,
): readonly FactSet[] | null {
  const terms = termsOf(question, rules, known);
  if (terms === 'tooLarge') throw new TooLarge('a condition has too many cases');
  return terms && inOrder(terms, view);
}

/** Where a fact is in order: by the place of its condition, then by its bounds; what holds comes before what does not. */
function keysOf({ condition, holds, atLeast, atMost }: FactSet[number], { conditions }: View): readonly number[] {
  const place = conditions.indexOf(condition);
  if (holds !== null) return [place, 0, holds ? 0 : 1];
  const least = atLeast === null ? [] : [place, atLeast, 0];
  return atMost === null ? least : [...least, place, atMost + 1, 1];
}

function compareNumbers(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((each, index) => each !== other[index]);
  return at === -1 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1);
}

/** The facts of each clause or set in the order in which the rules name their conditions. */
function inOrder(sets: readonly FactSet[], view: View): readonly FactSet[] {
  return sets.map((set) => [...set].sort((a, b) => compareNumbers(keysOf(a, view), keysOf(b, view))));
}

/** The sets in the order of their facts. */
function setsInOrder(sets: readonly FactSet[], view: View): readonly FactSet[] {
  const keysOfSet = (set: FactSet): readonly number[] => set.flatMap((fact) => keysOf(fact, view));
  return [...inOrder(sets, view)].sort((a, b) => compareNumbers(keysOfSet(a), keysOfSet(b)));
}

/**
 * The terms of what some rules state on some of the routes of an answer. Where their conditions leave nothing open and
 * not all routes share it, the terms say of which routes it is.
 */
export function termsAmong(
  question: Question,
  rules: readonly ApplicableRule[],
  on: readonly Route[],
  all: readonly Route[],
  known: Known,
): readonly FactSet[] | null {
  const [first] = all;
  if (first === undefined) return [];
  const terms = termsOfRules(question, rules, known, first.view);
  if (terms === null || terms.length > 0 || on.length === all.length) return terms;
  const { derivation } = first.view;
  const space = spaceFor(question, derivation);
  const isOnOne = (facts: Facts): boolean => on.some((route) => route.facts.every((fact) => isSo(fact, facts)));
  const clauses = orTooLarge(
    strongestClauses(space, (place) => {
      const facts = space.completions[place];
      return facts !== undefined && isOnOne(facts);
    }),
  );
  const left = space.completions.filter((facts) => isKnownIn(known, facts));
  return inOrder(clausesNotImplied(clauses, left), first.view);
}

/** The limits and costs of all these routes together. */
export function amountsOfRoutes(
  question: Question,
  routes: readonly Route[],
  known: Known,
): { readonly limits: readonly Limit[]; readonly costs: readonly Cost[] } {
  const [first] = routes;
  if (first === undefined) return { limits: [], costs: [] };
  const rules = routes.flatMap((route) => route.rules);
  return amountsOn(rules, first.view, (rule) => {
    const on = routes.filter((route) => route.rules.includes(rule));
    return termsAmong(question, [rule], on, routes, known);
  });
}

/** The limits and costs of rules, in the order of these; without those whose terms are null. */
function amountsOn(
  rules: readonly ApplicableRule[],
  view: View,
  termsFor: (rule: ApplicableRule) => readonly FactSet[] | null,
): { readonly limits: readonly Limit[]; readonly costs: readonly Cost[] } {
  const limits: Limit[] = [];
  const costs: Cost[] = [];
  for (const rule of view.rules.filter((each) => rules.includes(each))) {
    if (rule.rule.limits.length + rule.rule.costs.length === 0) continue;
    const terms = termsFor(rule);
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

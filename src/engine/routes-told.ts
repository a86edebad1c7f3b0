/**
 * What an answer tells of its routes (docs/semantics.md#section-5-routes): ONCE_COVERED, limits and costs, of the answer
 * and of each route, each with its terms.
 */
import type { Passage, Rule, RuleRequirement } from '../graph/entries.ts';
import { union } from '../graph/links.ts';
import { alternativesText, dutyText, list, sentence } from '../graph/sentences.ts';
import type { RequirementState } from '../model/words.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { asksInReach, requirementsOfLinks } from './asking-rules.ts';
import type { CostTold, CoverageRoute, LimitTold, Requirement, TermsTold } from './determination.ts';
import { perConclusion, withinBudget, type Conclusion } from './outcomes.ts';
import { caseFact, factsTogether, wantedFact } from './facts.ts';
import {
  claimsOn,
  costsOf,
  knownOfAnswer,
  knownOnRoute,
  rulesOfRoutes,
  termsOf,
  termsOfRoutes,
  termsSpace,
  type Claim,
  type Known,
  type RouteClaims,
  type Terms,
} from './route-terms.ts';
import { isCoverage, routesOf, routesToBest, type Route } from './routes.ts';

/** How many routes an answer lists. */
export const MOST_ROUTES = 32;
/** The number of routes from which on rules that ask are taken to apply on each. */
const MOST_ROUTES_READ = 256;

/** The state of a requirement by whether its condition holds; null means that this is not known. */
function stateOf(holds: boolean | null): RequirementState {
  if (holds === null) return 'UNKNOWN';
  return holds ? 'MET' : 'UNMET';
}

/** What is asked on each route to the best outcome. Cached per conclusion. */
export const claimsToBest = perConclusion((conclusion): readonly RouteClaims[] => {
  const { routes } = routesToBest(conclusion);
  return routes.slice(0, MOST_ROUTES_READ).map((route) => claimsOn(route, conclusion));
});

/** The terms of something that these rules ask on these routes, of all routes on which something is asked. */
function termsAmong(
  rules: readonly ApplicableRule[],
  on: readonly Route[],
  all: readonly RouteClaims[],
  known: () => Known,
  conclusion: Conclusion,
): Terms {
  const isShared = on.length === all.length;
  const isImplied = isShared && on.every(({ isCertain }) => isCertain);
  if (isImplied && rules.every(({ rule }) => rule.effect === 'COVERED')) return [];
  return withinBudget(
    () => {
      const terms = termsOf(rules, known(), conclusion);
      return terms.length > 0 || isShared ? terms : termsOfRoutes(on, known(), conclusion);
    },
    () => [],
  );
}

function termsTold(terms: Terms, conclusion: Conclusion): TermsTold {
  if (terms.length === 0) return [];
  const { vocabulary } = termsSpace(conclusion);
  return terms.map((clause) => clause.flatMap((literal) => wantedFact(literal, vocabulary) ?? []));
}
/** Terms as what something depends on: "whether it is prescribed". */
export const dependences = (terms: TermsTold): string[] =>
  terms.map((facts) => `whether it is ${alternativesText(facts.map(({ text }) => text))}`);

/** A requirement that several claims make alike, and the routes on which they make it. */
interface Entry {
  readonly claims: Claim[];
  readonly on: Route[];
}

/** The claims of some routes, alike ones together, in the order of applicable rules and then of rules that ask. */
function entriesOf(routes: readonly RouteClaims[], conclusion: Conclusion): Entry[] {
  const found = new Map<string, Entry>();
  for (const { route, claims } of routes) {
    for (const claim of claims) {
      const { condition, strength, dependsOn } = claim.requirement;
      if (strength === 'NOT_REQUIRED') continue;
      const key = JSON.stringify([condition.slug, strength, dependsOn]);
      const entry = found.get(key) ?? { claims: [], on: [] };
      found.set(key, entry);
      entry.claims.push(claim);
      if (entry.on.at(-1) !== route) entry.on.push(route);
    }
  }
  const order = new Map<Rule, number>();
  for (const { rule } of [...conclusion.derivation.applicable, ...asksInReach(conclusion)])
    if (!order.has(rule)) order.set(rule, order.size);
  const first = ({ claims }: Entry): number => Math.min(...claims.map(({ by }) => order.get(by.rule) ?? 0));
  return [...found.values()].sort((a, b) => first(a) - first(b));
}

function requirementOf(
  { claims, on }: Entry,
  all: readonly RouteClaims[],
  known: () => Known,
  conclusion: Conclusion,
): Requirement[] {
  const [first] = claims;
  if (!first) return [];
  const { condition, strength, dependsOn } = first.requirement;
  const rules = [...new Map(claims.map(({ by }) => [by.rule, by])).values()];
  const terms = termsTold(termsAmong(rules, on, all, known, conclusion), conclusion);
  return [
    {
      role: 'ONCE_COVERED',
      strength,
      dependsOn: [...dependsOn, ...dependences(terms)],
      text: dutyText(condition),
      anyOf: [caseFact(condition, { holds: true })],
      state: stateOf(conclusion.vocabulary.settled(condition)),
      cites: union(claims.map(({ requirement }) => requirement.cites)),
    },
  ];
}

/** The function with its result kept. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Whether a rule that may be on a route to the best outcome, a grant or one that asks, passes the test. */
function someOnRoutes(conclusion: Conclusion, test: (rule: ApplicableRule) => boolean): boolean {
  if (!isCoverage(conclusion.best)) return false;
  for (const each of conclusion.derivation.applicable) if (each.rule.effect === 'COVERED' && test(each)) return true;
  return asksInReach(conclusion).some(test);
}

/** Whether a grant belongs to a route to the best outcome: where nothing is granted, nothing is asked. */
const isGranted = (conclusion: Conclusion): boolean =>
  routesToBest(conclusion).routes.some(({ grants }) => grants.length > 0);

/** What must be done or paid once the care is covered, on the routes to the best outcome. */
export function onceCovered(conclusion: Conclusion): Requirement[] {
  const isAsked =
    someOnRoutes(conclusion, ({ rule }) => rule.requires.length > 0) ||
    requirementsOfLinks(conclusion.whole.reach).length > 0;
  if (!isAsked || !isGranted(conclusion)) return [];
  const all = claimsToBest(conclusion);
  const known = once(() => knownOfAnswer(conclusion));
  return entriesOf(all, conclusion).flatMap((entry) => requirementOf(entry, all, known, conclusion));
}

/** What is asked on each route, also on those to a lesser outcome. Cached per conclusion. */
export const claimsOnAll = perConclusion((conclusion): readonly RouteClaims[] => {
  const best = new Map(claimsToBest(conclusion).map((claims) => [claims.route, claims]));
  return routesOf(conclusion)
    .routes.slice(0, MOST_ROUTES_READ)
    .map((route) => best.get(route) ?? claimsOn(route, conclusion));
});

/** A claim that something is not asked for; `isOpen` if that depends on facts that the route leaves open. */
export interface Denial extends Claim {
  readonly isOpen: boolean;
}
function withOpenTerms(claim: Claim, route: Route, conclusion: Conclusion): Denial {
  const terms = withinBudget<Terms>(
    () => termsOf([claim.by], knownOnRoute(conclusion, route.facts), conclusion),
    () => [],
  );
  const { requirement } = claim;
  const dependsOn = [...requirement.dependsOn, ...dependences(termsTold(terms, conclusion))];
  return { ...claim, requirement: { ...requirement, dependsOn }, isOpen: terms.length > 0 };
}

/** What is stated not to be asked for on a route of the answer. */
export function notRequired(conclusion: Conclusion): Denial[] {
  const isStated = (requires: readonly RuleRequirement[]): boolean =>
    requires.some(({ strength }) => strength === 'NOT_REQUIRED');
  const { derivation, whole } = conclusion;
  const states = ({ rule }: ApplicableRule): boolean => isStated(rule.requires);
  const isPossible =
    derivation.applicable.some(states) ||
    asksInReach(conclusion).some(states) ||
    isStated(requirementsOfLinks(whole.reach));
  if (!isPossible) return [];
  return claimsOnAll(conclusion).flatMap(({ route, claims }) =>
    claims
      .filter(({ requirement }) => requirement.strength === 'NOT_REQUIRED')
      .map((claim) => withOpenTerms(claim, route, conclusion)),
  );
}

/** The limits or costs of the rules that ask or grant on some routes, with their terms. */
function told<T>(
  all: readonly RouteClaims[],
  of: (rule: ApplicableRule) => readonly T[],
  known: () => Known,
  conclusion: Conclusion,
): (T & { readonly terms: TermsTold })[] {
  return inOrder(rulesOfRoutes(all), conclusion).flatMap((rule) => {
    const stated = of(rule);
    if (stated.length === 0) return [];
    const on = all.filter(({ rules }) => rules.includes(rule)).map(({ route }) => route);
    const terms = termsTold(termsAmong([rule], on, all, known, conclusion), conclusion);
    return stated.map((each) => ({ ...each, terms }));
  });
}
function inOrder(rules: readonly ApplicableRule[], conclusion: Conclusion): ApplicableRule[] {
  const among = new Set(rules);
  return [...conclusion.derivation.applicable, ...asksInReach(conclusion)].filter((rule) => among.has(rule));
}

const limitsOf = ({ rule }: ApplicableRule): Rule['limits'] => rule.limits;

function toldOfAnswer<T>(
  conclusion: Conclusion,
  of: (rule: ApplicableRule) => readonly T[],
): (T & { readonly terms: TermsTold })[] {
  if (!someOnRoutes(conclusion, (rule) => of(rule).length > 0) || !isGranted(conclusion)) return [];
  return told(
    claimsToBest(conclusion),
    of,
    once(() => knownOfAnswer(conclusion)),
    conclusion,
  );
}
/** The limits of the routes to the best outcome. */
export const limitsTold = (conclusion: Conclusion): LimitTold[] => toldOfAnswer(conclusion, limitsOf);
/** The costs of the routes to the best outcome. */
export const costsTold = (conclusion: Conclusion): CostTold[] => toldOfAnswer(conclusion, costsOf);

/** The routes of the answer, at most 32, and whether these are all. */
export function routesTold(conclusion: Conclusion): { routes: readonly CoverageRoute[]; complete: boolean } {
  const { routes, complete } = routesOf(conclusion);
  return {
    routes: routes.slice(0, MOST_ROUTES).map((route) => routeTold(claimsOn(route, conclusion), conclusion)),
    complete: complete && routes.length <= MOST_ROUTES,
  };
}

function routeTold(claims: RouteClaims, conclusion: Conclusion): CoverageRoute {
  const { route, rules } = claims;
  const known = once(() => knownOnRoute(conclusion, route.facts));
  const facts = factsTogether(route.facts, conclusion.vocabulary);
  // Alone, a route has no other to be told from: what its facts leave open of a rule are the terms.
  const all = [claims];
  return {
    outcome: route.outcome,
    facts,
    requirements: entriesOf(all, conclusion)
      .flatMap((entry) => requirementOf(entry, all, known, conclusion))
      .filter(({ state }) => state !== 'MET'),
    limits: told(all, limitsOf, known, conclusion),
    costs: told(all, costsOf, known, conclusion),
    text: routeText(route, facts),
    cites: citesOf(rules, claims),
  };
}

function routeText({ outcome }: Route, facts: CoverageRoute['facts']): string {
  const verb = outcome === 'COVERED' ? 'it is covered' : 'it may be covered';
  const texts = facts.map(({ text }) => text);
  return sentence(texts.length === 0 ? verb : `${verb} if ${list(texts, 'and')}`);
}

function citesOf(rules: readonly ApplicableRule[], { claims }: RouteClaims): readonly Passage[] {
  return union([...rules.map(({ rule }) => rule.cites), ...claims.map(({ requirement }) => requirement.cites)]);
}

/**
 * What an answer says besides its status and proof: why nothing is stated, what is required, the ways to coverage, the
 * formalities, limits and costs, each as the public schema writes it.
 */
import type { Passage, Subject } from '../graph/entries.ts';
import type { CostShare, CoverageLimit } from '../model/amounts.ts';
import { alsoStated } from './also-stated.ts';
import type { WholeDerivation } from './derivation.ts';
import type { FactSet } from './fact-sets.ts';
import { formalitiesOf } from './formalities.ts';
import { reasonNotStated } from './not-stated.ts';
import type { Conclusion } from './outcomes.ts';
import type { Question } from './question.ts';
import { requirementsForCoverage, requirementsOnceCovered, stateOf, wanted, type Requirement } from './requirements.ts';
import { amountsOn, isCoverage, routesOf, TooLarge, type Amount, type Route, type RouteClaim } from './routes.ts';
import { dependence } from './wording.ts';
import { termsOf, type Known } from './terms.ts';

/** The fields of these parts, as a receipt holds them. */
export const PARTS = ['notStated', 'requirements', 'formalities', 'routes', 'limits', 'costs'] as const;

export type ExpectedParts = ReturnType<typeof partsOf>;

/** What the data gives; or why that cannot be worked out here. */
export function expectedParts(
  question: Question,
  derivation: WholeDerivation,
  conclusion: Conclusion,
): { readonly parts: ExpectedParts } | { readonly tooLarge: string } {
  try {
    return { parts: partsOf(question, derivation, conclusion) };
  } catch (error) {
    if (error instanceof TooLarge) return { tooLarge: error.message };
    throw error;
  }
}

function partsOf(question: Question, derivation: WholeDerivation, { status, best }: Conclusion) {
  const notStated = status === 'NOT_STATED' ? reasonNotStated(question, derivation) : null;
  if (!isCoverage(best)) return { notStated, requirements: [], formalities: [], routes: [], limits: [], costs: [] };
  const routes = routesOf(question, derivation);
  const toBest = routes.filter(({ outcome }) => outcome === best);
  const forCoverage = requirementsForCoverage(question, best);
  const known: Known = forCoverage.map(({ anyOf }) => anyOf);
  const once = requirementsOnceCovered(question, toBest).map((entry) => withDependence(question, entry, known));
  const lists = [...forCoverage, ...once];
  const requirements = [...lists, ...alsoStated(question, lists, routes)];
  const rules = toBest.flatMap(({ limits, costs }) => [...limits, ...costs].map(({ rule }) => rule));
  const amounts = amountsOn(question, rules, known);
  return {
    notStated,
    requirements: requirements.map(requirementFields),
    formalities: formalitiesOf(question, requirements, routes).map(({ condition, ...rest }) => ({
      ...rest,
      condition: condition && { slug: condition.slug },
    })),
    routes: routes.map((route) => routeFields(question, route)),
    limits: amounts.limits.map(limitFields),
    costs: amounts.costs.map(costFields),
  };
}

/** What not all ways to the best outcome ask says on which facts it is asked. */
function withDependence(question: Question, entry: Requirement, known: Known): Requirement {
  const { claims, dependsOn, isOfAllRoutes } = entry;
  const terms = claims.flatMap(({ applicable }) => {
    if (isOfAllRoutes && applicable.rule.effect !== 'ASKS') return [];
    const found = termsOf(question, applicable, known);
    return found === null || found === 'tooLarge' ? [] : found;
  });
  return { ...entry, dependsOn: [...new Set([...dependsOn, ...terms.map(dependence)])] };
}

function factsFields(facts: FactSet) {
  return facts.map(({ condition, ...terms }) => ({ ...terms, condition: { slug: condition.slug } }));
}

function requirementFields({ role, anyOf, strength, state, dependsOn }: Requirement) {
  return { role, anyOf: factsFields(anyOf), strength, state, dependsOn };
}

function routeFields(question: Question, { outcome, facts, claims, limits, costs }: Route) {
  return {
    outcome,
    facts: factsFields(facts),
    requirements: claims.filter(({ strength }) => strength !== 'NOT_REQUIRED').map((claim) => claimFields(question, claim)),
    limits: limits.map(limitFields),
    costs: costs.map(costFields),
  };
}

function claimFields({ given }: Question, { condition, strength, dependsOn, terms }: RouteClaim) {
  const anyOf = [wanted(condition)];
  const on = [...new Set([...dependsOn, ...terms.map(dependence)])];
  return requirementFields({
    role: 'ONCE_COVERED',
    anyOf,
    strength,
    state: stateOf(given, anyOf),
    dependsOn: on,
    cites: [],
    claims: [],
    isOfAllRoutes: true,
  });
}

function limitFields({ amount, terms }: Amount<CoverageLimit<Subject, Passage>>) {
  const { quantity, unit, currency, per, windowDays, combinedWith } = amount;
  return {
    quantity,
    unit,
    currency,
    per,
    window: windowDays === null ? null : `P${String(windowDays)}D`,
    combinedWith: combinedWith.map(({ kind, slug }) => ({ kind, slug })),
    terms: terms.map(factsFields),
  };
}

function costFields({ amount, terms }: Amount<CostShare<Passage>>) {
  const { kind, least, most, percent, network, year, per } = amount;
  return { kind, least, most, percent, network, year, per, terms: terms.map(factsFields) };
}


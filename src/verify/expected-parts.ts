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
import { requirementsForCoverage, requirementsOnceCovered, type Requirement } from './requirements.ts';
import { amountsOfRoutes, isCoverage, routesOf, TooLarge, type Amount, type Route } from './routes.ts';
import { asKnown, type Known } from './terms.ts';

/** The fields of these parts, as a receipt holds them. */
export const PARTS = ['notStated', 'requirements', 'formalities', 'routes', 'limits', 'costs'] as const;

export type ExpectedParts = ReturnType<typeof partsOf>;

/** What the data gives; or why that cannot be worked out here. */
export function expectedParts(
  question: Question,
  derivation: WholeDerivation,
  conclusion: Conclusion,
): { readonly derived: ExpectedParts } | { readonly tooLarge: string } {
  try {
    return { derived: partsOf(question, derivation, conclusion) };
  } catch (error) {
    if (error instanceof TooLarge) return { tooLarge: error.message };
    throw error;
  }
}

function partsOf(question: Question, derivation: WholeDerivation, { status, best }: Conclusion) {
  const notStated = status === 'NOT_STATED' ? reasonNotStated(question, derivation) : null;
  const forCoverage = requirementsForCoverage(question, best);
  if (!isCoverage(best)) {
    const requirements = forCoverage.map(requirementFields);
    return { notStated, requirements, formalities: [], routes: [], limits: [], costs: [] };
  }
  const routes = routesOf(question, derivation);
  const toBest = routes.filter(({ outcome }) => outcome === best);
  const known: Known = { clauses: forCoverage.map(({ anyOf }) => anyOf), isOfRoute: false };
  const once = requirementsOnceCovered(question, toBest, known);
  const lists = [...forCoverage, ...once];
  const requirements = [...lists, ...alsoStated(question, lists, routes)];
  const amounts = amountsOfRoutes(question, toBest, known);
  return {
    notStated,
    requirements: requirements.map(requirementFields),
    formalities: formalitiesOf(question, { requirements, routes, toBest, costs: amounts.costs }).map(
      ({ condition, ...rest }) => ({
        ...rest,
        condition: condition && { slug: condition.slug },
      }),
    ),
    routes: routes.map((route) => routeFields(question, route)),
    limits: amounts.limits.map(limitFields),
    costs: amounts.costs.map(costFields),
  };
}

function factsFields(facts: FactSet) {
  return facts.map(({ condition, ...terms }) => ({ ...terms, condition: { slug: condition.slug } }));
}

function requirementFields({ role, anyOf, strength, state, dependsOn }: Requirement) {
  return { role, anyOf: factsFields(anyOf), strength, state, dependsOn };
}

function routeFields(question: Question, route: Route) {
  const { outcome, facts, limits, costs } = route;
  const requirements = requirementsOnceCovered(question, [route], asKnown(facts));
  return {
    outcome,
    facts: factsFields(facts),
    requirements: requirements.filter(({ state }) => state !== 'MET').map(requirementFields),
    limits: limits.map(limitFields),
    costs: costs.map(costFields),
  };
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

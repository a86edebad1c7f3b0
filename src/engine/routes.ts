/**
 * The routes of an answer (docs/semantics.md#section-5-routes): each weakest set of facts that leads to COVERED, then each
 * that leads to MAY_BE_COVERED at least and is not among those, with the grants that count on it.
 */
import { FALSE, TRUE, type Bdd } from './bdd.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import {
  BUDGET,
  isPossible,
  pathways,
  perConclusion,
  settledByGiven,
  withinBudget,
  type Conclusion,
  type FactSet,
  type FactSets,
} from './outcomes.ts';
import { pathwaysTo, somePathway } from './prime-implicants.ts';

/** One way to be covered. Numbers are functions of the algebra of the conclusion. */
export interface Route {
  readonly outcome: 'COVERED' | 'MAY_BE_COVERED';
  /** The open facts that bring it about. */
  readonly facts: FactSet;
  /** The indexes, in the list of applicable rules, of the grants that belong to it. */
  readonly grants: readonly number[];
  /** Whether each of these grants counts in all completions of the route. */
  readonly isCertain: boolean;
}
export interface Routes {
  /** Best outcome first. */
  readonly routes: readonly Route[];
  /** False if there were too many to list. */
  readonly complete: boolean;
}
const NO_ROUTES: Routes = { routes: [], complete: true };

export const isCoverage = (outcome: Conclusion['best']): outcome is Route['outcome'] =>
  outcome === 'COVERED' || outcome === 'MAY_BE_COVERED';

/** Every route; none if the best outcome is not coverage. Cached per conclusion. */
export const routesOf = perConclusion((conclusion): Routes =>
  isCoverage(conclusion.best) ? findRoutes(conclusion, conclusion.best) : NO_ROUTES,
);

/** The routes to the best outcome alone, which cost less than all of them. Cached per conclusion. */
export const routesToBest = perConclusion((conclusion): Routes => {
  const { best } = conclusion;
  return isCoverage(best)
    ? routesLeadingTo(conclusion, best, goalOf(conclusion, best), () => pathways(conclusion))
    : NO_ROUTES;
});

function goalOf(conclusion: Conclusion, outcome: Route['outcome']): number {
  return settledByGiven(conclusion.derivation.outcomes.get(outcome) ?? FALSE, conclusion);
}

function findRoutes(conclusion: Conclusion, best: Route['outcome']): Routes {
  const first = routesToBest(conclusion);
  if (best === 'MAY_BE_COVERED' || !conclusion.possibleOutcomes.includes('MAY_BE_COVERED') || !first.complete)
    return first;
  const { or } = conclusion.algebra;
  const either = withinBudget(
    () => or(goalOf(conclusion, 'COVERED'), goalOf(conclusion, 'MAY_BE_COVERED')),
    () => null,
  );
  if (either === null) return { routes: first.routes, complete: false };
  const { routes, complete } = routesLeadingTo(conclusion, 'MAY_BE_COVERED', either, () => waysTo(conclusion, either));
  const keys = new Set(first.routes.map(({ facts }) => keyOf(facts)));
  return { routes: [...first.routes, ...routes.filter(({ facts }) => !keys.has(keyOf(facts)))], complete };
}
const keyOf = (facts: FactSet): string => facts.map(({ index, holds }) => (holds ? index : ~index)).join();

function waysTo({ diagram, vocabulary, allowed }: Conclusion, goal: number): FactSets {
  const none = (): FactSets => ({ sets: [], complete: false });
  if (!diagram) return none();
  return withinBudget(
    () => ({ sets: pathwaysTo(goal, allowed, vocabulary, diagram, BUDGET.sets), complete: true }),
    none,
  );
}

function routesLeadingTo(
  conclusion: Conclusion,
  outcome: Route['outcome'],
  goal: number,
  ways: () => FactSets,
): Routes {
  const { diagram, allowed } = conclusion;
  const whole = (): Routes => ({ routes: [routeOfAll(conclusion, outcome, goal)], complete: false });
  const { sets, complete } = ways();
  if (!diagram || !complete) return whole();
  return withinBudget(
    () => ({
      routes: sets.map((facts) => ({
        outcome,
        facts,
        ...grantsOn(completionsOf(facts, allowed, diagram), conclusion, diagram),
      })),
      complete: true,
    }),
    whole,
  );
}

/** Past the budget: one route, to which every grant belongs that may count where the outcome results. */
function routeOfAll(conclusion: Conclusion, outcome: Route['outcome'], goal: number): Route {
  const { diagram, allowed, algebra } = conclusion;
  const facts = diagram
    ? withinBudget(
        () => somePathway(goal, allowed, diagram) ?? [],
        () => [],
      )
    : [];
  const mayCount = (index: number): boolean =>
    withinBudget(
      () => isPossible(algebra.and(countsOf(conclusion, index), goal), conclusion),
      () => true,
    );
  return { outcome, facts, grants: grantIndexes(conclusion).filter(mayCount), isCertain: false };
}

const countsOf = ({ derivation: { standing } }: Conclusion, index: number): number => standing.counts[index] ?? FALSE;
const grantIndexes = ({ derivation: { applicable } }: Conclusion): number[] =>
  [...applicable.keys()].filter((index) => applicable[index]?.rule.effect === 'COVERED');

function completionsOf(facts: FactSet, allowed: number, { and, not, variable }: Bdd): number {
  return facts.reduce((all, { index, holds }) => and(all, holds ? variable(index) : not(variable(index))), allowed);
}

/** The grants that count in all of the completions; if none does, each that counts in some. */
function grantsOn(completions: number, conclusion: Conclusion, { and, not }: Bdd): Pick<Route, 'grants' | 'isCertain'> {
  const counts = grantIndexes(conclusion)
    .map((index) => ({ index, on: settledByGiven(countsOf(conclusion, index), conclusion) }))
    .filter(({ on }) => on !== FALSE);
  const always = counts.filter(({ on }) => on === TRUE || and(completions, not(on)) === FALSE);
  const belonging = always.length > 0 ? always : counts.filter(({ on }) => and(completions, on) !== FALSE);
  return { grants: belonging.map(({ index }) => index), isCertain: always.length > 0 };
}

/** The grants of some routes, each once, in the order of applicable rules. */
export function grantsOfRoutes(conclusion: Conclusion, routes: readonly Route[]): readonly ApplicableRule[] {
  const indexes = new Set(routes.flatMap(({ grants }) => grants));
  return conclusion.derivation.applicable.filter((_, index) => indexes.has(index));
}

/** What must be done or paid once covered: docs/semantics.md#section-2-requirements. */
import type { RequirementStrength } from '../../../src/model/words.ts';
import type { Derivation } from './derivation.ts';
import { clauseHolds } from './literals.ts';
import { amountsOf, type Amount, type Asked, type Route } from './routes.ts';
import type { Facts } from './rules.ts';

/** What all statements of one strength on one condition come to. */
export interface Duty {
  readonly condition: string;
  readonly strength: RequirementStrength;
  /** All that the statements say it depends on. */
  readonly dependsOn: readonly string[];
  /** Whether, on every route, one of the statements says so without more. */
  readonly isPlain: boolean;
  readonly isOnEveryRoute: boolean;
  readonly asked: readonly Asked[];
}

/** Whether in each completion of the route a statement applies that says so without more. */
function isPlainOn({ completions }: Route, asked: readonly Asked[]): boolean {
  const plain = asked.filter(({ dependsOn }) => dependsOn.length === 0);
  const applies = ({ when }: Asked, facts: Facts): boolean => when.every((clause) => clauseHolds(clause, facts));
  return completions.every((facts) => plain.some((each) => applies(each, facts)));
}

/** The duties of some routes together, NOT_REQUIRED among them. */
export function dutiesOf(routes: readonly Route[]): Duty[] {
  const keyOf = ({ condition, strength }: Asked): string => `${condition} ${strength}`;
  const keys = [...new Set(routes.flatMap(({ asked }) => asked.map(keyOf)))];
  return keys.map((key) => {
    const onEach = routes.map(({ asked }) => asked.filter((each) => keyOf(each) === key));
    const [condition = '', strength = ''] = key.split(' ');
    return {
      condition,
      strength: strength as RequirementStrength,
      dependsOn: [...new Set(onEach.flat().flatMap(({ dependsOn }) => dependsOn))].sort(),
      isPlain: routes.every((route, index) => isPlainOn(route, onEach[index] ?? [])),
      isOnEveryRoute: onEach.every((asked) => asked.length > 0),
      asked: onEach.flat(),
    };
  });
}

/** The routes to the best outcome. */
export function routesToBest(derivation: Derivation): readonly Route[] {
  return derivation.routes().filter(({ outcome }) => outcome === derivation.best);
}

export function onceCovered(derivation: Derivation): Duty[] {
  return dutiesOf(routesToBest(derivation)).filter(({ strength }) => strength !== 'NOT_REQUIRED');
}

/** Stands for terms that say on which route an amount applies, whatever their facts. */
export const SOME_ROUTE = 'on some routes';

/**
 * The limits or costs of all routes to the best outcome, with what FOR_COVERAGE leaves open of their conditions. What
 * not all routes share, and has no such terms, says on which route it applies.
 */
export function amounts(derivation: Derivation, kind: 'limits' | 'costs'): Amount[] {
  const routes = routesToBest(derivation);
  const grants = [...new Set(routes.flatMap((route) => route.grants))];
  const asking = [...new Set(routes.flatMap((route) => route.asking))];
  const covering = [...derivation.scenes().keys()].filter((facts) =>
    derivation.forCoverage.every((clause) => clauseHolds(clause, facts)),
  );
  const isShared = ({ text }: Amount): boolean =>
    routes.every((route) => route[kind].some((each) => each.text === text && each.terms.length === 0));
  return amountsOf(derivation, kind, { grants, asking }, covering).map((amount) =>
    amount.terms.length > 0 || isShared(amount) ? amount : { ...amount, terms: [SOME_ROUTE] },
  );
}

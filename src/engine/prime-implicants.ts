/**
 * The minimal sets of facts that lead to an outcome (prime implicants, docs/semantics.md#section-5-pathways) and the
 * requirements that hold wherever it results (prime implicates), both under the links between conditions. They are
 * computed from the diagram by the recursion of Coudert and Madre (Implicit and incremental computation of primes, 1992).
 * The length of every list is limited.
 */
import { FALSE, OverBudget, TRUE, type Bdd } from './bdd.ts';
import type { BooleanVariables } from './boolean-variables.ts';

/** A variable, by index, or its negation. */
export interface Literal {
  readonly index: number;
  readonly holds: boolean;
}
type Cube = readonly Literal[];

const keyOf = (cube: Cube): string => cube.map(({ index, holds }) => (holds ? index : ~index)).join();

/** Every prime implicant of a function, each in the order of variables. Throws OverBudget if more than `most` are made. */
function primes(f: number, diagram: Bdd, most: number): Cube[] {
  const known = new Map<number, Cube[]>();
  let made = 0;
  const of = (g: number): Cube[] => {
    if (g === FALSE) return [];
    if (g === TRUE) return [[]];
    const before = known.get(g);
    if (before) return before;
    const [index, low, high] = [diagram.top(g), diagram.low(g), diagram.high(g)];
    const either = of(diagram.and(low, high));
    const keys = new Set(either.map(keyOf));
    const only = (side: number, holds: boolean): Cube[] =>
      of(side)
        .filter((cube) => !keys.has(keyOf(cube)))
        .map((cube) => [{ index, holds }, ...cube]);
    const found = [...either, ...only(high, true), ...only(low, false)];
    made += found.length;
    if (made > most) throw new OverBudget(`more than ${String(most)} sets of facts`);
    known.set(g, found);
    return found;
  };
  return of(f);
}

/** Whether the first literal makes the second true, by implication, exclusion or the order of thresholds. */
function forces(a: Literal, b: Literal, { forces: forced, bars }: BooleanVariables): boolean {
  if (a.holds) return (b.holds ? forced[a.index] : bars[a.index])?.has(b.index) ?? false;
  return !b.holds && (forced[b.index]?.has(a.index) ?? false);
}
const inOrder = (a: Cube, b: Cube): number => {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at]?.index ?? 0) - (b[at]?.index ?? 0) || Number(b[at]?.holds) - Number(a[at]?.holds);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};
/** The cubes without those that yield to another one, in the order of variables. */
function keep(all: Cube[], yieldsTo: (one: Cube, other: Cube) => boolean): Cube[] {
  return all.filter((one) => !all.some((other) => other !== one && yieldsTo(one, other))).sort(inOrder);
}
const conjunction = (cube: Cube, { and, not, variable }: Bdd): number =>
  cube.reduce((all, { index, holds }) => and(all, holds ? variable(index) : not(variable(index))), TRUE);

/**
 * All minimal sets of facts that make `goal` true wherever `allowed` holds. If one set implies another, only the weaker
 * is kept. Throws OverBudget if more than `most` sets are made.
 */
export function pathwaysTo(
  goal: number,
  allowed: number,
  vocabulary: BooleanVariables,
  diagram: Bdd,
  most: number,
): Cube[] {
  const possible = primes(diagram.or(goal, diagram.not(allowed)), diagram, most).filter(
    (cube) => diagram.and(conjunction(cube, diagram), allowed) !== FALSE,
  );
  return keep(possible, (one, other) => other.every((wanted) => one.some((fact) => forces(fact, wanted, vocabulary))));
}

/**
 * All minimal lists of alternatives of which at least one holds wherever `allowed` and `goal` do, without those that always
 * hold. Throws OverBudget if more than `most` lists are made.
 */
export function requirementsOf(
  goal: number,
  allowed: number,
  vocabulary: BooleanVariables,
  diagram: Bdd,
  most: number,
): Cube[] {
  const { and, not } = diagram;
  const clauses = primes(not(and(goal, allowed)), diagram, most)
    .filter((cube) => and(conjunction(cube, diagram), allowed) !== FALSE)
    .map((cube) => cube.map(({ index, holds }) => ({ index, holds: !holds })));
  return keep(clauses, (one, other) =>
    other.every((fact) => one.some((alternative) => forces(fact, alternative, vocabulary))),
  );
}

/** The single facts without which `goal` is impossible. Used if there are too many alternatives to list. */
export function necessities(goal: number, allowed: number, vocabulary: BooleanVariables, diagram: Bdd): Cube[] {
  const reached = diagram.and(goal, allowed);
  const found: Cube[] = [];
  for (const { index } of vocabulary.variables) {
    for (const holds of [true, false]) {
      if (diagram.settle(reached, index, !holds) === FALSE && diagram.settle(allowed, index, !holds) !== FALSE)
        found.push([{ index, holds }]);
    }
  }
  return keep(found, (one, other) =>
    other.every((fact) => one.some((alternative) => forces(fact, alternative, vocabulary))),
  );
}

/** One minimal set of facts that makes `goal` true, found by leaving out one fact after another; null if there is none. */
export function somePathway(goal: number, allowed: number, diagram: Bdd): Cube | null {
  const { and, not, variable } = diagram;
  const chosen: Literal[] = [];
  let rest = and(goal, allowed);
  if (rest === FALSE) return null;
  while (rest !== TRUE) {
    const index = diagram.top(rest);
    const holds = diagram.low(rest) === FALSE;
    chosen.push({ index, holds });
    rest = holds ? diagram.high(rest) : diagram.low(rest);
  }
  const misses = and(allowed, not(goal));
  let kept: Cube = chosen;
  for (const fact of chosen) {
    const without = kept.filter((each) => each !== fact);
    if (
      without.reduce((left, { index, holds }) => and(left, holds ? variable(index) : not(variable(index))), misses) ===
      FALSE
    )
      kept = without;
  }
  return kept;
}

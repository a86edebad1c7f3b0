/**
 * The completions of the facts given: docs/semantics.md#section-5.
 *
 * A completion says of each condition that bears on the question whether it holds, or how many there are, and keeps
 * what conditions imply and exclude.
 */
import type { Condition, ConditionExpression, ConditionTest } from '../graph/entries.ts';
import { memoize } from './memoize.ts';
import { pathsFrom, type Path } from './paths.ts';

/** 1 of a condition that holds, 0 of one that does not; of one that counts, the number. */
export type Facts = (condition: Condition) => number;

/** How many completions are gone through at most. */
export const MOST_COMPLETIONS = 65_536;

/** The condition and all that it implies, however far, each with the links that lead there. */
export const implications = memoize((condition: Condition): ReadonlyMap<Condition, Path> =>
  pathsFrom(condition, ({ links }) => links.filter(({ kind }) => kind === 'IMPLIES')),
);

/** The conditions that are excluded by the condition, or by one that it implies. */
const excludedBy = memoize((condition: Condition): ReadonlySet<Condition> => {
  const links = [...implications(condition).keys()].flatMap((implied) => implied.links);
  return new Set(links.filter(({ kind }) => kind === 'EXCLUDES').map(({ to }) => to as Condition));
});

/** Whether two conditions cannot hold together. */
function areExclusive(one: Condition, other: Condition): boolean {
  return [...implications(other).keys()].some((implied) => excludedBy(one).has(implied));
}

/** The tests in a condition, each as often as it occurs. */
export function testsOf(expression: ConditionExpression | null): readonly ConditionTest[] {
  if (expression === null) return [];
  return expression.type === 'TEST' ? [expression] : expression.of.flatMap(testsOf);
}

/** Whether a rule's condition holds on the facts; a rule without one always acts. */
export function holds(expression: ConditionExpression | null, facts: Facts): boolean {
  if (expression === null) return true;
  if (expression.type === 'TEST') return testHolds(expression, facts(expression.condition));
  switch (expression.operator) {
    case 'ALL':
      return expression.of.every((part) => holds(part, facts));
    case 'ANY':
      return expression.of.some((part) => holds(part, facts));
    case 'NONE':
      return !expression.of.some((part) => holds(part, facts));
  }
}

function testHolds({ condition, atLeast, atMost }: ConditionTest, value: number): boolean {
  if (condition.counts === null) return value === 1;
  return value >= (atLeast ?? 0) && value <= (atMost ?? Infinity);
}

/**
 * Every completion; none where the facts given contradict one another; null where there are more than MOST_COMPLETIONS.
 */
export function completionsOf(
  given: ReadonlyMap<Condition, number>,
  tests: readonly ConditionTest[],
): readonly Facts[] | null {
  const conditions = [...new Set([...given.keys(), ...tests.map(({ condition }) => condition)])];
  let rows: readonly (readonly number[])[] = [[]];
  for (const [position, condition] of conditions.entries()) {
    const values = valuesOf(condition, given, tests);
    const pairs = conditions.slice(0, position).map((earlier) => pairOf(earlier, condition));
    rows = rows.flatMap((row) =>
      values.filter((value) => isAllowed(pairs, row, value)).map((value) => [...row, value]),
    );
    if (rows.length > MOST_COMPLETIONS) return null;
  }
  const positions = new Map(conditions.map((condition, position) => [condition, position]));
  return rows.map((row) => (condition) => row[positions.get(condition) ?? -1] ?? 0);
}

/** The values that rules can tell apart: of a count, the first number of each run in which no test changes. */
export function valuesOf(
  condition: Condition,
  given: ReadonlyMap<Condition, number>,
  tests: readonly ConditionTest[],
): readonly number[] {
  const known = given.get(condition);
  if (known !== undefined) return [known];
  if (condition.counts === null) return [1, 0];
  const own = tests.filter((test) => test.condition === condition);
  const firstNumbers = own.flatMap(({ atLeast, atMost }) => [atLeast ?? 0, atMost === null ? 0 : atMost + 1]);
  return [...new Set([0, ...firstNumbers])];
}

/** What an earlier condition and a later one force of one another. */
interface Pair {
  readonly earlierImplies: boolean;
  readonly laterImplies: boolean;
  readonly isExclusive: boolean;
}
const INDEPENDENT: Pair = { earlierImplies: false, laterImplies: false, isExclusive: false };

function pairOf(earlier: Condition, later: Condition): Pair {
  if (earlier.counts !== null || later.counts !== null) return INDEPENDENT;
  return {
    earlierImplies: implications(earlier).has(later),
    laterImplies: implications(later).has(earlier),
    isExclusive: areExclusive(earlier, later),
  };
}

/** Whether a value for the next condition agrees with every value before it. */
function isAllowed(pairs: readonly Pair[], row: readonly number[], value: number): boolean {
  return pairs.every(({ earlierImplies, laterImplies, isExclusive }, position) => {
    const earlier = row[position];
    if (earlier === 1 && value === 0) return !earlierImplies;
    if (earlier === 0 && value === 1) return !laterImplies;
    if (earlier === 1 && value === 1) return !isExclusive;
    return true;
  });
}

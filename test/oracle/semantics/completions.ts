/** Every completion of the facts and its outcome: docs/semantics.md#section-5. */
import { OUTCOMES, type Outcome } from '../../../src/model/words.ts';
import { Grid } from './grid.ts';
import type { Question } from './question.ts';
import type { ConditionTest, Facts } from './rules.ts';

/** A condition, and the values of it that rules can tell apart, ascending. */
export interface Axis {
  readonly condition: string;
  readonly counts: boolean;
  /** 0 and 1 of a condition that is met or unmet; of a count the first number of each run in which no test changes. */
  readonly values: readonly number[];
}

/** Given facts: 1 for met, 0 for unmet, or a number. */
export type GivenFacts = ReadonlyMap<string, number>;

/** Two values on two axes that no completion has together. */
interface Forbidden {
  readonly axis: number;
  readonly value: number;
  readonly otherAxis: number;
  readonly otherValue: number;
}

const NONE = -1;

export class Completions {
  readonly axes: readonly Axis[];
  readonly grid: Grid;
  /** For each combination of values the place of its outcome in OUTCOMES; -1 where it is no completion. */
  readonly outcomes: Int8Array;

  constructor(
    question: Question,
    tests: readonly ConditionTest[],
    given: GivenFacts,
    outcomeOn: (facts: Facts) => Outcome,
  ) {
    const conditions = [...new Set([...tests.map(({ condition }) => condition), ...given.keys()])];
    this.axes = conditions.map((condition) => axisOf(question, condition, tests));
    this.grid = new Grid(this.axes.map(({ values }) => values.length));
    this.outcomes = new Int8Array(this.grid.size).fill(NONE);
    const forbidden = forbiddenPairs(question, this.axes);
    const axisNumber = new Map(conditions.map((condition, axis) => [condition, axis]));
    for (let combination = 0; combination < this.grid.size; combination++) {
      const valueOn = (axis: number): number => this.grid.valueOn(axis, combination);
      if (!this.#agreesWith(given, valueOn) || forbidden.some((pair) => violates(pair, valueOn))) continue;
      const facts: Facts = (condition) => {
        const axis = axisNumber.get(condition) ?? NONE;
        return this.axes[axis]?.values[valueOn(axis)] ?? 0;
      };
      this.outcomes[combination] = OUTCOMES.indexOf(outcomeOn(facts));
    }
  }

  /**
   * Whether a combination has the facts given; a number given is in the run that begins at the last value not above it.
   */
  #agreesWith(given: GivenFacts, valueOn: (axis: number) => number): boolean {
    return this.axes.every(({ condition, values }, axis) => {
      const fact = given.get(condition);
      return fact === undefined || valueOn(axis) === values.findLastIndex((first) => first <= fact);
    });
  }

  /** The facts of each completion. */
  all(): readonly Facts[] {
    const axisNumber = new Map(this.axes.map(({ condition }, axis) => [condition, axis]));
    const found: Facts[] = [];
    this.outcomes.forEach((outcome, combination) => {
      if (outcome === NONE) return;
      found.push((condition) => {
        const axis = axisNumber.get(condition) ?? NONE;
        return this.axes[axis]?.values[this.grid.valueOn(axis, combination)] ?? 0;
      });
    });
    return found;
  }

  /** The outcomes of all completions, best first; none where the facts given contradict one another. */
  possibleOutcomes(): Outcome[] {
    return OUTCOMES.filter((_, place) => this.outcomes.includes(place));
  }

  /** The axes for which two completions that differ in that axis alone have different outcomes. */
  missing(): number[] {
    return [...this.axes.keys()].filter((axis) => this.#mattersAlone(axis));
  }

  #mattersAlone(axis: number): boolean {
    const values = this.axes[axis]?.values ?? [];
    return this.outcomes.some((outcome, combination) => {
      if (outcome === NONE) return false;
      return values.some((_, value) => {
        const other = this.outcomes[this.grid.moved(combination, axis, value)] ?? NONE;
        return other !== NONE && other !== outcome;
      });
    });
  }
}

function axisOf({ data }: Question, condition: string, tests: readonly ConditionTest[]): Axis {
  if (data.conditions[condition]?.counts === undefined) return { condition, counts: false, values: [0, 1] };
  const own = tests.filter((test) => test.condition === condition);
  const firstNumbers = own.flatMap(({ atLeast, atMost }) => [atLeast ?? 0, atMost === undefined ? 0 : atMost + 1]);
  return { condition, counts: true, values: [...new Set([0, ...firstNumbers])].sort((a, b) => a - b) };
}

/** What `implies` and `excludes` rule out, also through conditions that no rule names. */
function forbiddenPairs(question: Question, axes: readonly Axis[]): readonly Forbidden[] {
  const plain = [...axes.entries()].filter(([, { counts }]) => !counts);
  return plain.flatMap(([axis, one]) =>
    plain.flatMap(([otherAxis, other]): Forbidden[] => {
      const isImplied = axis !== otherAxis && question.impliedBy(one.condition).has(other.condition);
      const isExcluded = areExclusive(question, one.condition, other.condition);
      return [
        ...(isImplied ? [{ axis, value: 1, otherAxis, otherValue: 0 }] : []),
        ...(isExcluded ? [{ axis, value: 1, otherAxis, otherValue: 1 }] : []),
      ];
    }),
  );
}

/** Whether a condition that one implies excludes a condition that the other implies; an exclusion holds both ways. */
function areExclusive({ data, impliedBy }: Question, one: string, other: string): boolean {
  const excludes = (a: string, b: string): boolean => b in (data.conditions[a]?.excludes ?? {});
  return [...impliedBy(one)].some((a) => [...impliedBy(other)].some((b) => excludes(a, b) || excludes(b, a)));
}

function violates({ axis, value, otherAxis, otherValue }: Forbidden, valueOn: (axis: number) => number): boolean {
  return valueOn(axis) === value && valueOn(otherAxis) === otherValue;
}

/** Weakest sets of facts over completions, and the clauses that they leave: docs/semantics.md#section-5-pathways. */
import type { Condition, ConditionTest } from '../graph/entries.ts';
import { completionsOf, valuesOf, type Facts } from './completions.ts';
import { largestBoxes, type Box } from './fact-diagram.ts';
import type { Fact } from './wording.ts';

/** All of these facts together; or, in a clause, any one of them. */
export type FactSet = readonly Fact[];

/** The completions of some conditions, with what their values are. */
export interface Space {
  readonly conditions: readonly Condition[];
  readonly values: readonly (readonly number[])[];
  readonly completions: readonly Facts[];
}

/** Null where there are too many completions; a space without completions where the given facts contradict. */
export function spaceOf(given: ReadonlyMap<Condition, number>, tests: readonly ConditionTest[]): Space | null {
  const completions = completionsOf(given, tests);
  return completions && spaceWith(given, tests, completions);
}

/** The space of completions that were worked out before, from the same facts and tests. */
export function spaceWith(
  given: ReadonlyMap<Condition, number>,
  tests: readonly ConditionTest[],
  completions: readonly Facts[],
): Space {
  const conditions = [...new Set(tests.map(({ condition }) => condition))];
  const values = conditions.map((condition) => [...valuesOf(condition, given, tests)].sort((a, b) => a - b));
  return { conditions, values, completions };
}

/** The weakest sets of facts that settle what `isTrue` says of a completion; null where there are too many. */
export function weakestSets(space: Space, isTrue: (completion: number) => boolean): readonly FactSet[] | null {
  const { conditions, values, completions } = space;
  const rows = completions.map((facts) =>
    conditions.map((condition, index) => values[index]?.indexOf(facts(condition)) ?? 0),
  );
  const boxes = largestBoxes(
    values.map(({ length }) => length),
    rows,
    isTrue,
  );
  if (boxes === null) return null;
  const extents = boxes.map((box) => ({ box, rows: rowsIn(box, rows) })).filter((each) => each.rows.size > 0);
  return extents
    .filter((each) => !extents.some((other) => isWeaker(other, each)))
    .map(({ box }) => box.map((span) => factOf(space, span)));
}

interface Extent {
  readonly box: Box;
  readonly rows: ReadonlySet<number>;
}

function rowsIn(box: Box, rows: readonly (readonly number[])[]): ReadonlySet<number> {
  const isIn = (row: readonly number[]): boolean =>
    box.every(({ variable, from, to }) => {
      const value = row[variable] ?? 0;
      return value >= from && value <= to;
    });
  return new Set([...rows.keys()].filter((place) => isIn(rows[place] ?? [])));
}

/** Whether the first set holds wherever the second does and the other way round is not so, or it is the shorter. */
function isWeaker(one: Extent, other: Extent): boolean {
  if (one === other || one.rows.size < other.rows.size) return false;
  if (one.rows.size === other.rows.size && one.box.length >= other.box.length) return false;
  return [...other.rows].every((row) => one.rows.has(row));
}

function factOf({ conditions, values }: Space, { variable, from, to }: Box[number]): Fact {
  const condition = conditions[variable];
  const own = values[variable] ?? [];
  if (condition === undefined) throw new Error('There is no such condition.');
  if (condition.counts === null) return { condition, holds: own[from] === 1, count: null, atLeast: null, atMost: null };
  const next = own[to + 1];
  const atLeast = from === 0 ? null : (own[from] ?? 0);
  return { condition, holds: null, count: null, atLeast, atMost: next === undefined ? null : next - 1 };
}

/** The weakest clauses that settle it: in each, one fact is enough. Null where there are too many. */
export function strongestClauses(space: Space, isTrue: (completion: number) => boolean): readonly FactSet[] | null {
  const against = weakestSets(space, (completion) => !isTrue(completion));
  return against && against.map((set) => set.flatMap(negated));
}

/** What holds where a fact does not. */
function negated(fact: Fact): readonly Fact[] {
  const { holds, atLeast, atMost } = fact;
  if (holds !== null) return [{ ...fact, holds: !holds }];
  return [
    ...(atLeast === null ? [] : [{ ...fact, atLeast: null, atMost: atLeast - 1 }]),
    ...(atMost === null ? [] : [{ ...fact, atLeast: atMost + 1, atMost: null }]),
  ];
}

/** Whether a fact is so in a completion. */
export function isSo({ condition, holds, atLeast, atMost }: Fact, facts: Facts): boolean {
  const value = facts(condition);
  if (holds !== null) return (value === 1) === holds;
  return value >= (atLeast ?? 0) && value <= (atMost ?? Infinity);
}

/** The text that is the same for the same fact. */
export function factKey({ condition, holds, atLeast, atMost }: Fact): string {
  return `${condition.slug} ${String(holds)} ${String(atLeast)} ${String(atMost)}`;
}
export function setKey(set: FactSet): string {
  return set.map(factKey).sort().join('; ');
}

/** A fact as a test, so that a space knows the condition and its bounds. */
export function testOf({ condition, atLeast, atMost }: Fact): ConditionTest {
  return { type: 'TEST', condition, atLeast, atMost };
}

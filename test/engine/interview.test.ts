/**
 * Following `nextQuestion` to a settled answer asks at most one question more, at worst, than the best way of asking could,
 * and never asks what no longer matters.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExpressionDocument, RuleDocument } from '../../src/model/shapes.ts';
import type { Determination } from '../../src/engine/determination.ts';
import { ask, graphOf } from './world.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { randomSeed } from '../helpers/random-seed.ts';

const SEED = randomSeed('test/engine/interview.test.ts', 20_261_123);

interface Facts {
  readonly met: readonly string[];
  readonly unmet: readonly string[];
}

/** The most questions asked, over all answers a person may give, where `choose` picks the next. */
function longest(
  graph: Graph,
  facts: Facts,
  choose: (answer: Determination) => string,
  known: Map<string, number>,
): number {
  const key = [[...facts.met].sort().join(), [...facts.unmet].sort().join()].join('|');
  let most = known.get(key);
  if (most === undefined) {
    const answer = ask(graph, { met: [...facts.met], unmet: [...facts.unmet] });
    most = 0;
    if (answer.status === 'CONDITIONAL') {
      const slug = choose(answer);
      expect(answer.missing.map((condition) => condition.slug)).toContain(slug);
      most =
        1 +
        Math.max(
          longest(graph, { ...facts, met: [...facts.met, slug] }, choose, known),
          longest(graph, { ...facts, unmet: [...facts.unmet, slug] }, choose, known),
        );
    }
    known.set(key, most);
  }
  return most;
}

/** The fewest questions that any way of asking needs at worst. */
function fewest(graph: Graph, facts: Facts, known: Map<string, number>): number {
  const key = [[...facts.met].sort().join(), [...facts.unmet].sort().join()].join('|');
  let least = known.get(key);
  if (least === undefined) {
    const answer = ask(graph, { met: [...facts.met], unmet: [...facts.unmet] });
    least =
      answer.status === 'CONDITIONAL'
        ? 1 +
          Math.min(
            ...answer.missing.map(({ slug }) =>
              Math.max(
                fewest(graph, { ...facts, met: [...facts.met, slug] }, known),
                fewest(graph, { ...facts, unmet: [...facts.unmet, slug] }, known),
              ),
            ),
          )
        : 0;
    known.set(key, least);
  }
  return least;
}

const nothing: Facts = { met: [], unmet: [] };
const asked = ({ nextQuestion }: Determination): string => nextQuestion?.slug ?? 'nothing';
const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `c${String(index)}`);

/**
 * The fewest questions that any way of asking needs at worst, from the outcome of every one of the 2^n cases: for each of the
 * 3^n sets of answers, none if its cases have one outcome, else one more than the better of the ways to go on.
 */
function optimum(outcomes: readonly string[], count: number): number {
  const powers = Array.from({ length: count + 1 }, (_, index) => 3 ** index);
  const [depth, outcome] = [new Int8Array(powers[count] ?? 1), new Int32Array(powers[count] ?? 1)];
  const names = [...new Set(outcomes)];
  for (let state = 0; state < depth.length; state++) {
    const digits = powers.slice(0, count).map((power) => Math.floor(state / power) % 3);
    const open = digits.flatMap((digit, index) => (digit === 2 ? [index] : []));
    const [first] = open;
    if (first === undefined) {
      outcome[state] = names.indexOf(outcomes[digits.reduce((bits, digit, index) => bits | (digit << index), 0)] ?? '');
      continue;
    }
    const answered = (index: number, value: number): number => state - (2 - value) * (powers[index] ?? 1);
    const [no, yes] = [answered(first, 0), answered(first, 1)];
    outcome[state] = outcome[no] === outcome[yes] ? (outcome[no] ?? -1) : -1;
    depth[state] =
      outcome[state] !== -1
        ? 0
        : 1 +
          Math.min(...open.map((index) => Math.max(depth[answered(index, 0)] ?? 0, depth[answered(index, 1)] ?? 0)));
  }
  return depth.at(-1) ?? 0;
}

describe('on twelve conditions', () => {
  const conditions = many(12);
  const expressions: Record<string, ExpressionDocument> = {
    'a choice opened by one': {
      any: [
        { all: ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'] },
        { all: [{ any: ['c6', 'c7'] }, 'c8', { none: ['c0', 'c9'] }] },
        { all: ['c10', 'c11', 'c1'] },
      ],
    },
    'two ways that share their first steps': {
      any: [
        { all: ['c0', 'c1', 'c2', 'c3', 'c4'] },
        { all: ['c0', 'c1', 'c5', 'c6', 'c7'] },
        { all: ['c0', { none: ['c8', 'c9'] }, 'c10', 'c11'] },
      ],
    },
    'a switch between two lists': {
      any: [
        { all: ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'] },
        { all: [{ none: ['c0'] }, 'c6', 'c7', 'c8', 'c9', 'c10', 'c11'] },
      ],
    },
    'a majority of three pairs': {
      any: [
        { all: ['c0', 'c1', 'c2', 'c3'] },
        { all: ['c2', 'c3', 'c4', 'c5'] },
        { all: ['c4', 'c5', 'c0', 'c1', { any: ['c6', 'c7', 'c8', 'c9', 'c10', 'c11'] }] },
      ],
    },
  };
  test.each(Object.entries(expressions))('%s', (_, when) => {
    const graph = graphOf({ out: { excluded: 'massage' }, grant: { covered: 'massage', exceptTo: ['out'], when } });
    const cases = Array.from(
      { length: 2 ** conditions.length },
      (__, bits) =>
        ask(graph, {
          met: conditions.filter((___, index) => (bits >> index) & 1),
          unmet: conditions.filter((___, index) => !((bits >> index) & 1)),
        }).status,
    );
    const best = optimum(cases, conditions.length);
    expect(best).toBeGreaterThan(3);
    expect(longest(graph, nothing, asked, new Map())).toBeLessThanOrEqual(best + 1);
  });
});

test('on generated rules it is at most one question longer than the best possible', () => {
  const leaf = fc.constantFrom(...many(6));
  const expression = fc.letrec<{ node: ExpressionDocument }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      leaf,
      ...(['all', 'any', 'none'] as const).map((operator) =>
        fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of) => ({ [operator]: of }) as ExpressionDocument),
      ),
    ),
  })).node;
  const rules = fc.array(
    fc.record({
      effect: fc.constantFrom('covered' as const, 'excluded' as const),
      when: expression,
      hedged: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const excess = new Map<number, number>();
  fc.assert(
    fc.property(rules, (drawn) => {
      const graph = graphOf(
        Object.fromEntries(
          drawn.map(({ effect, when, hedged }, index): [string, Omit<RuleDocument, 'cites'>] => [
            `r${String(index)}`,
            { [effect]: 'massage', when, ...(hedged ? { modality: 'MAY' as const } : {}) },
          ]),
        ),
      );
      const over = longest(graph, nothing, asked, new Map()) - fewest(graph, nothing, new Map());
      excess.set(over, (excess.get(over) ?? 0) + 1);
      expect(over).toBeLessThanOrEqual(1);
    }),
    { seed: SEED, numRuns: 150 },
  );
  expect(excess.get(0) ?? 0).toBeGreaterThan(100);
});

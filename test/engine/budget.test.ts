/** A determination is bounded in what it counts, so that it never hangs; past the bound it says too much, never too little. */
import { describe, expect, test } from 'vitest';
import { BUDGET, conclude } from '../../src/engine/outcomes.ts';
import { engineConstraints } from '../../src/engine/constraints.ts';
import type { ExpressionDocument, RuleDocument } from '../../src/model/shapes.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { ask, graphOf } from './world.ts';

const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `c${String(index)}`);

function nodes(graph: Graph): number | null {
  const [plan, subject] = [graph.plans.get('plan'), graph.subjects.get('massage')];
  if (!plan || !subject) throw new Error('the world has both');
  const { diagram } = conclude({
    graph,
    plan,
    subject,
    met: [],
    unmet: [],
    counts: new Map(),
    territory: null,
    on: '2026-11-23',
    onAssumed: false,
    accordingTo: null,
    minimumAuthority: null,
  });
  return diagram && diagram.size();
}

describe('a negated group of 63 conditions', () => {
  test('if none of the 63 may hold, there is one pathway of 63 conditions', () => {
    const graph = graphOf({ grant: { covered: 'massage', when: { none: many(63) } } });
    const answer = ask(graph);
    expect(answer.status).toBe('CONDITIONAL');
    expect(answer.pathways.map(({ facts }) => facts.length)).toEqual([63]);
    expect(answer.requirements.length).toBe(63);
    expect(answer.pathwaysComplete).toBe(true);
    expect(nodes(graph)).toBeLessThan(500);
  });
  test('if not all of the 63 may hold, there are 63 pathways of one condition', () => {
    const graph = graphOf({ grant: { covered: 'massage', when: { none: [{ all: many(63) }] } } });
    const answer = ask(graph);
    expect(answer.pathways.length).toBe(63);
    expect(answer.missing.length).toBe(63);
    expect(answer.requirements[0]?.anyOf.length).toBe(63);
    expect(nodes(graph)).toBeLessThan(500);
  });
  test('an exclusion unless none of 63 pairs holds', () => {
    const pairs: ExpressionDocument[] = many(63).map((slug) => ({ all: [slug, `${slug}x`] }));
    const graph = graphOf({
      out: { excluded: 'massage' },
      grant: { covered: 'massage', exceptTo: ['out'], when: { none: pairs } },
    });
    const answer = ask(graph);
    expect(answer).toMatchObject({
      status: 'CONDITIONAL',
      best: 'COVERED',
      possibleOutcomes: ['COVERED', 'NOT_COVERED'],
      pathwaysComplete: false,
    });
    expect(answer.missing.length).toBe(126);
    expect(answer.requirements.length).toBe(63);
    // 2^63 sets of facts would be needed to list every pathway: one is given, and it does what it says.
    const [way] = answer.pathways;
    expect(way?.facts.length).toBe(63);
    expect(ask(graph, { unmet: way?.facts.map(({ condition }) => condition.slug) ?? [] }).status).toBe('COVERED');
  });
});

test('more facts than a diagram takes: what they settle is settled, and the rest said too much of', () => {
  const graph = graphOf({ grant: { covered: 'massage', when: { all: many(4_200) } } });
  expect(nodes(graph)).toBeNull();
  expect(ask(graph).status).toBe('CONDITIONAL');
  expect(ask(graph, { met: many(4_199) }).status).toBe('CONDITIONAL');
  expect(ask(graph, { met: many(4_200) }).status).toBe('COVERED');
  expect(ask(graph, { unmet: ['c4199'] }).status).toBe('NOT_STATED');
  const facts = many(4_200);
  const opposite = graphOf({
    grant: { covered: 'massage', when: { all: facts.slice(0, 2_100) } },
    out: { excluded: 'massage', when: { all: facts.slice(2_100) } },
  });
  expect(engineConstraints(opposite).map(({ law }) => law)).toEqual(['opposite-rules']);
});

describe('a plan with 200 rules in reach', () => {
  const rules = (holds: (index: number) => ExpressionDocument): Record<string, Omit<RuleDocument, 'cites'>> =>
    Object.fromEntries<Omit<RuleDocument, 'cites'>>(
      many(100).flatMap((key, index): [string, Omit<RuleDocument, 'cites'>][] => [
        [`out-${key}`, { excluded: 'massage', when: holds(index) }],
        [`in-${key}`, { covered: 'massage', exceptTo: [`out-${key}`], when: holds(index + 7) }],
      ]),
    );
  test('answers within a bounded number of nodes', () => {
    const graph = graphOf(
      rules((index) => ({
        all: [`c${String(index % 20)}`, { any: [`c${String((index * 7) % 20)}`, `c${String((index * 3) % 20)}`] }],
      })),
    );
    expect(nodes(graph) ?? Infinity).toBeLessThan(BUDGET.nodes);
    expect(ask(graph).status).toBe('CONDITIONAL');
  });
  test('past the budget the outcomes hold too much rather than too little, and no pathway is made up', () => {
    // The middle bits of such pairings are the known worst case of a decision diagram: each half must be remembered.
    const pairing: ExpressionDocument = { any: many(40).map((slug, index) => ({ all: [slug, `c${String(index)}y`] })) };
    const graph = graphOf({
      first: { excluded: 'massage', when: { any: [...many(40)] } },
      second: { excluded: 'massage', when: { none: many(40).map((slug) => `${slug}y`) } },
      grant: { covered: 'massage', exceptTo: ['first', 'second'], when: pairing },
    });
    expect(nodes(graph)).toBeNull();
    const answer = ask(graph);
    expect(answer).toMatchObject({ status: 'CONDITIONAL', pathways: [], pathwaysComplete: false });
    expect(answer.possibleOutcomes).toEqual(expect.arrayContaining(['COVERED', 'NOT_STATED', 'NOT_COVERED']));
    expect(answer.missing.length).toBe(80);
    // What the facts settle is settled all the same.
    expect(ask(graph, { met: ['c0', 'c0y'] }).possibleOutcomes).toContain('COVERED');
    expect(ask(graph, { met: ['c0'], unmet: many(40).map((slug) => `${slug}y`) }).status).toBe('NOT_COVERED');
  });
});

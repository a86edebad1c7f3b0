/** How many times an answer derives the outcomes of a question: itself, each source that is heard alone, each later day. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { determine } from '../../src/engine/determine.ts';
import type { Determination } from '../../src/engine/determination.ts';
import { conclude } from '../../src/engine/outcomes.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { DocumentReader } from '../../src/store/documents.ts';
import { diskIn } from '../../src/store/files.ts';
import { fileURLToPath } from 'node:url';
import { ask, graphOf } from './world.ts';

vi.mock(import('../../src/engine/outcomes.ts'), async (importOriginal) => {
  const original = await importOriginal();
  return { ...original, conclude: vi.fn(original.conclude) };
});
const derivations = vi.mocked(conclude);
beforeEach(() => {
  derivations.mockClear();
});

/** Reads the fields of release 0.1.0 that the formalities of single sources and later days may be part of. */
function read({ status, requirements, limits, costs, summary }: Determination): number {
  return status.length + requirements.length + limits.length + costs.length + summary.length;
}
/** The number of derivations of an answer of which these fields are read. */
function derivationsOf(...question: Parameters<typeof ask>): number {
  derivations.mockClear();
  read(ask(...question));
  return derivations.mock.calls.length;
}

const topics = { c1: { topic: 'PROGRAM' }, c2: { topic: 'PROVIDER' }, c3: { topic: 'AUTHORIZATION' } } as const;
/** The graph of the rules with the topics of the conditions that they name; c4 is an order. */
function graphFor(rules: Parameters<typeof graphOf>[0]): ReturnType<typeof graphOf> {
  const named = JSON.stringify(rules);
  return graphOf(rules, Object.fromEntries(Object.entries(topics).filter(([slug]) => named.includes(`"${slug}"`))));
}
const article = ['summary#p'];
const today = { onAssumed: true };

describe('an answer derives its outcomes once', () => {
  test('where no rule names a formality', () => {
    const rules = {
      official: { covered: 'massage', when: 'c1' },
      article: { covered: 'care', when: 'c2', cites: article },
    };
    expect(derivationsOf(graphFor(rules), today)).toBe(1);
  });
  test('where the requirements hold each formality', () => {
    const rules = {
      official: { covered: 'massage', when: { all: ['c1', 'c4'] } },
      article: { covered: 'care', when: 'c4', cites: article },
    };
    expect(derivationsOf(graphFor(rules), today)).toBe(1);
  });
  test('where all that is heard rests on one source, whatever it names', () => {
    const rules = {
      out: { excluded: 'massage', when: 'c2' },
      in: { covered: 'massage', when: { any: ['c3', 'c4'] } },
    };
    expect(derivationsOf(graphFor(rules), today)).toBe(1);
  });
  test('where the requirements hold the alternatives that a source names', () => {
    const either = { any: ['c3', 'c4'] };
    const rules = {
      official: { covered: 'massage', when: { all: ['c1', either] } },
      article: { covered: 'care', when: either, cites: article },
    };
    expect(derivationsOf(graphFor(rules), today)).toBe(1);
  });
  test('where rules begin or end on other days, if the day was given', () => {
    const rules = {
      now: { covered: 'massage', until: '2027-01-01' },
      later: { covered: 'massage', when: 'c1', from: '2027-01-01' },
    };
    expect(derivationsOf(graphFor(rules))).toBe(1);
    expect(derivationsOf(graphFor(rules), today)).toBe(2);
  });
});

test('a source is heard alone only where it may state a formality that the requirements lack', () => {
  const rules = {
    out: { excluded: 'massage' },
    in: { covered: 'massage', exceptTo: ['out'], when: 'c1' },
    article: { covered: 'massage', when: { all: ['c3', 'c4'] }, cites: article },
  };
  const graph = graphFor(rules);
  expect(derivationsOf(graph, today)).toBe(2);
  expect(ask(graph).requirements.filter(({ role }) => role === 'ALSO_STATED')).toHaveLength(2);
  derivations.mockClear();
  expect(ask(graph).requirementsFor(new Set(['FOR_COVERAGE', 'ONCE_COVERED']))).toHaveLength(1);
  expect(derivations).toHaveBeenCalledTimes(1);
});

test('in the curated data, hardly a source is heard alone that adds nothing', async () => {
  const data = fileURLToPath(new URL('../../data', import.meta.url));
  const reader = new DocumentReader(diskIn([data]));
  await reader.readFolder(data);
  const { graph } = buildGraph(reader.documents);
  if (!graph) throw new Error('the curated data does not pass its checks: run "npm run check"');
  let answers = 0;
  let more = 0;
  for (const plan of graph.plans.values())
    for (const subject of graph.subjects.values()) {
      derivations.mockClear();
      const question = { graph, plan, subject, met: [], unmet: [], counts: new Map<never, never>(), territory: null };
      const answer = determine({
        ...question,
        on: '2026-11-23',
        onAssumed: false,
        accordingTo: null,
        minimumAuthority: null,
      });
      // The summary also names parts of a program and narrower services, which are answers of their own.
      expect(answer.limits.length + answer.costs.length).toBeGreaterThanOrEqual(0);
      if (answer.requirements.some(({ role }) => role === 'ALSO_STATED')) continue;
      answers += 1;
      if (derivations.mock.calls.length > 1) more += 1;
    }
  expect(answers).toBeGreaterThan(1_000);
  expect(more).toBeLessThan(answers / 40);
});

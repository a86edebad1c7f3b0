/** The work of an answer and of opening a snapshot does not grow with the graph. Counts work, never time. */
import { describe, expect, test } from 'vitest';
import { engineConstraints } from '../../src/engine/constraints.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { readSnapshot, type Snapshot, writeSnapshot } from '../../src/store/snapshot/snapshot.ts';
import { execution } from '../schema/ask.ts';
import { madeData } from './made-data.ts';
import { answer } from './questions.ts';

function built(rules: number): Graph {
  const { graph, problems } = buildGraph(madeData(rules));
  if (!graph) throw new Error(problems.map(({ message }) => message).join('\n'));
  return graph;
}
const graphs = { small: built(1_000), large: built(20_000) };
const bytes = { small: writeSnapshot(graphs.small), large: writeSnapshot(graphs.large) };

function opened(size: keyof typeof bytes): Snapshot {
  const snapshot = readSnapshot(bytes[size]);
  if ('unusable' in snapshot) throw new Error(snapshot.unusable);
  return snapshot;
}

describe('made-up data', () => {
  test('has the number of rules that was asked for, and breaks no law', () => {
    expect([graphs.small.rules.size, graphs.large.rules.size]).toEqual([1_000, 20_000]);
    expect(engineConstraints(graphs.small)).toEqual([]);
  });

  test('is the same for the same seed, and other for another', () => {
    expect(built(1_000).version).toBe(graphs.small.version);
    expect(buildGraph(madeData(1_000, 2)).graph?.version).not.toBe(graphs.small.version);
  });
});

describe('a snapshot', () => {
  test('opens without making any of it but the one place that every graph has', () => {
    expect([opened('small').made(), opened('large').made()]).toEqual([1, 1]);
  });

  test('gives the answers of the graph that it was made from', () => {
    const { graph } = opened('large');
    for (let number = 0; number < 200; number += 1) expect(answer(graph, number)).toBe(answer(graphs.large, number));
  });

  test('is touched by an answer as little where it is twenty times as large', () => {
    const touched = (size: keyof typeof bytes): number => {
      const counts = Array.from({ length: 20 }, (_, number) => {
        const { graph, made } = opened(size);
        answer(graph, number);
        return made();
      });
      return counts.reduce((all, each) => all + each) / counts.length;
    };
    const [small, large] = [touched('small'), touched('large')];
    expect(large).toBeLessThan(small * 1.3);
    expect(large).toBeLessThan(0.02 * (graphs.large.rules.size + graphs.large.plans.size));
  });

  test.each([
    ['the first page of plans', '{ plans(first: 20) { nodes { slug name } totalCount pageInfo { hasNextPage } } }', 20],
    ['a page of sources from the end', '{ sources(last: 20) { nodes { slug } } }', 20],
    ['a page of services', '{ services(first: 5) { nodes { slug name } } }', 5],
    [
      'a rule by its id',
      `{ node(id: "${Buffer.from('CoverageRule:program/covers-all-therapy').toString('base64')}") { ... on CoverageRule { slug effect } } }`,
      12,
    ],
  ])('makes of %s no more than is shown, however large it is', (_, query, most) => {
    const { graph, made } = opened('large');
    const { data, errors } = execution(query, undefined, { graph, today: '2026-11-23', loadedAt: '' });
    expect([errors, JSON.stringify(data).length > 50]).toEqual([undefined, true]);
    expect(made()).toBeLessThanOrEqual(most + 2);
  });

  test('pages through as the graph does that it was made from', () => {
    const all = (graph: Graph): unknown[] => {
      const pages: unknown[] = [];
      for (let after: string | null = null; ;) {
        const { data } = execution(
          'query ($after: String) { plans(first: 97, after: $after) { nodes { slug } pageInfo { hasNextPage endCursor } } }',
          { after },
          { graph, today: '2026-11-23', loadedAt: '' },
        );
        const { plans } = data as {
          plans: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        };
        pages.push(...plans.nodes);
        if (!plans.pageInfo.hasNextPage) return pages;
        after = plans.pageInfo.endCursor;
      }
    };
    expect(all(opened('large').graph)).toEqual(all(graphs.large));
    expect(all(graphs.large)).toHaveLength(graphs.large.plans.size);
  });

  test('is no larger a rule however many there are', () => {
    expect(bytes.large.length / 20_000).toBeLessThan(bytes.small.length / 1_000);
  });
});

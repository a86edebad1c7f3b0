/** What does not grow with the graph: how much of it an answer touches, and what it takes to open it. Counts, never times. */
import { describe, expect, test } from 'vitest';
import { engineLaws } from '../../src/engine/laws.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { readSnapshot, type Snapshot, writeSnapshot } from '../../src/store/snapshot/snapshot.ts';
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
    expect(engineLaws(graphs.small, '2026-11-23')).toEqual([]);
  });

  test('is the same for the same seed, and other for another', () => {
    expect(built(1_000).version).toBe(graphs.small.version);
    expect(buildGraph(madeData(1_000, 2)).graph?.version).not.toBe(graphs.small.version);
  });
});

describe('a snapshot', () => {
  test('opens without making any of it but the one place that every graph has', () => { expect([opened('small').made(), opened('large').made()]).toEqual([1, 1]); });

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

  test('is no larger a rule however many there are', () => {
    expect(bytes.large.length / 20_000).toBeLessThan(bytes.small.length / 1_000);
  });
});

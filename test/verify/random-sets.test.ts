/** The checker accepts the answer to every set of rules that the generator of the oracle draws. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { verifyReceipt } from '../../src/verify/verify-receipt.ts';
import { randomSeed } from '../helpers/random-seed.ts';
import { drawn } from '../oracle/generate.ts';
import { receiptOf } from './receipts.ts';

const SETS = 200;
const seed = randomSeed('test/verify/random-sets.test.ts');

test('every answer to a random set of rules is what the checker derives', { timeout: 120_000 }, () => {
  let checked = 0;
  const wrong = fc.sample(drawn, { seed, numRuns: SETS }).flatMap(({ data, ask }, index) => {
    const { graph } = buildGraph(data);
    const receipt = graph && receiptOf(ask, graph);
    if (!graph || !receipt) return [];
    const { findings, unchecked } = verifyReceipt(graph, receipt);
    if (unchecked.length === 0) checked++;
    return findings.map(({ problem }) => `set ${String(index)}: ${problem}`);
  });
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(SETS * 0.9);
});

/**
 * Checks the answers to many random sets of rules: `npx tsx test/verify/many.ts [count]`. Prints every set that the checker
 * rejects. TEST_SEED sets the seed; without it the seed is random.
 */
import fc from 'fast-check';
import { buildGraph } from '../../src/graph/build.ts';
import { verifyReceipt } from '../../src/verify/verify-receipt.ts';
import { randomSeed } from '../helpers/random-seed.ts';
import { drawn } from '../oracle/generate.ts';
import { receiptOf } from './receipts.ts';

const count = Number(process.argv[2] ?? 2000);
const seed = randomSeed('test/verify/many.ts');
let rejected = 0;
let unchecked = 0;
for (const [index, { data, ask }] of fc.sample(drawn, { seed, numRuns: count }).entries()) {
  const { graph } = buildGraph(data);
  const receipt = graph && receiptOf(ask, graph);
  if (!graph || !receipt) continue;
  const verdict = verifyReceipt(graph, receipt);
  if (verdict.unchecked.length > 0) unchecked++;
  if (verdict.findings.length === 0) continue;
  rejected++;
  console.log(`Set ${String(index)}:\n${verdict.findings.map(({ problem }) => problem).join('\n')}`);
}
console.log(`${String(count)} sets: ${String(rejected)} rejected, ${String(unchecked)} not checked whole.`);
process.exitCode = rejected === 0 ? 0 : 1;

/**
 * Checks many mutants of the data: `npm run test:data-mutations -- [count]`. Stops at the first that breaks a rule of
 * test/mutations/judge.ts. TEST_SEED sets the seed; without it the seed is random.
 */
import { randomSeed } from '../helpers/random-seed.ts';
import { formatTally, newTally, tryMutants, unchanged } from './judge.ts';

const BATCH = 500;
const count = Number(process.argv[2] ?? 10_000);
const seed = randomSeed('test/mutations/many.ts');
const before = await unchanged();
const tally = newTally();
console.log(`${String(before.questions.length)} questions to each mutant that loads, seed ${String(seed)}`);
for (let done = 0; done < count; done += BATCH) {
  await tryMutants(Math.min(BATCH, count - done), seed + done / BATCH, before, tally);
  console.log(
    `${String(tally.tried)} tried, ${String(tally.loaded)} loaded, ${String(tally.same)} the same, ${String(tally.different)} different; seed ${String(seed + done / BATCH)}`,
  );
}
console.log(formatTally(tally));

/**
 * Compares engine and oracle on many sets: `npx tsx test/oracle/many.ts [count]`. Stops at the first set on which they
 * differ. TEST_SEED sets the seed; without it the seed is random.
 */
import { difference } from './compare.ts';
import { randomSeed } from '../helpers/random-seed.ts';
import { prove } from './prove.ts';

const BATCH = 500;
const count = Number(process.argv[2] ?? 100_000);
const from = randomSeed('test/oracle/many.ts');
const started = Date.now();
for (let done = 0, seed = from; done < count; done += BATCH, seed++) {
  try {
    prove(Math.min(BATCH, count - done), difference, seed);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  if ((done / BATCH) % 10 === 9)
    console.log(
      `${String(done + BATCH)} sets agree, ${String(Math.round((Date.now() - started) / 1000))} s, seed ${String(seed)}`,
    );
}
console.log(`${String(count)} sets agree, from seed ${String(from)}`);

/**
 * Engine against oracle on many sets: `npx tsx test/oracle/many.ts [count] [seed]`; ends at the first set on which they
 * differ.
 */
import { difference } from './compare.ts';
import { prove, SEED } from './prove.ts';

const count = Number(process.argv[2] ?? 100_000),
  from = Number(process.argv[3] ?? SEED),
  BATCH = 500;
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

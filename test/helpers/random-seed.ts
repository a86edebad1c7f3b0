/**
 * The seed of random tests. `TEST_SEED=N npx vitest run FILE` repeats a run with the seed that it printed; fast-check also
 * prints the seed with each failure.
 */

/** The environment variable that sets the seed of every random test and of every long random run. */
const VARIABLE = 'TEST_SEED';

/** One for each process, so that all tests of a run that name no seed of their own have the same. */
const drawn = Math.floor(Math.random() * 2 ** 31);

/**
 * Returns the seed of this run, and prints it with what it is the seed of. It is the number in TEST_SEED; if that is not set,
 * `usual`, or a random number if there is no `usual` one. Throws an Error if TEST_SEED is not a whole number.
 *
 * @param user - What draws from the seed, such as `test/web/address.test.ts`.
 * @param usual - The seed of a test that has to be the same in every run, because it also counts what was drawn.
 */
export function randomSeed(user: string, usual: number = drawn): number {
  const given = process.env[VARIABLE]?.trim() ?? '';
  const seed = given === '' ? usual : Number(given);
  if (!Number.isSafeInteger(seed)) throw new Error(`${VARIABLE} is "${given}". Give a whole number, such as 42.`);
  console.log(`Seed of ${user}: ${String(seed)} (repeat with ${VARIABLE}=${String(seed)})`);
  return seed;
}

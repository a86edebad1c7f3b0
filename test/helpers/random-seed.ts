/** Returns the given seed, or a random one, and prints it, so that a long random run can be repeated. Throws if it is no number. */
export function randomSeed(given: string | undefined): number {
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  if (!Number.isSafeInteger(seed)) throw new Error(`The seed is "${given ?? ''}". Give a whole number.`);
  console.log(`Seed: ${String(seed)}`);
  return seed;
}

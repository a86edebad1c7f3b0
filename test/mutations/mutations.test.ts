/** The data is mutated at random: what is unsound is caught, and what is sound answers as before or says which rule differs. */
import { expect, test } from 'vitest';
import { judge, newTally, OPERATIONS, tryMutants, unchanged } from './judge.ts';
import { ownData } from '../helpers/own-data.ts';
import { randomSeed } from '../helpers/random-seed.ts';

const SEED = randomSeed('test/mutations/mutations.test.ts', 20_261_123);

const before = await unchanged();

test('at least 150 questions are put to every mutant that loads', () => {
  expect(before.questions.length).toBeGreaterThanOrEqual(150);
});

test('three mutants by each operation: none breaks the checker, loads unsound or changes an answer that no rule accounts for', async () => {
  expect(OPERATIONS.length).toBeGreaterThan(20);
  const tally = newTally();
  for (const [at, operation] of OPERATIONS.entries()) await tryMutants(3, SEED + at, before, tally, operation);
  expect(tally.tried).toBe(3 * OPERATIONS.length);
  expect(tally.tried - tally.loaded).toBeGreaterThan(20);
  expect(tally.loaded).toBeGreaterThan(10);
  expect(tally.caught.get('failing-case')).toBeGreaterThan(5);
}, 240_000);

test('a flipped rule is caught by the cases, and without cases it is named', async () => {
  const flipped = (ownData.get('data/plans/va-health-care.yaml') ?? '').replace(
    'covered: massage-therapy',
    'excluded: massage-therapy',
  );
  const judged = (text: string) =>
    judge({ files: new Map([...ownData, ['data/plans/va-health-care.yaml', text]]), file: '', operation: '' }, before);
  expect((await judged(flipped)).laws).toEqual(['failing-case']);
  const { differing, loaded } = await judged(flipped.replace(/cases:[^]*/, ''));
  expect(loaded).toBe(true);
  expect(differing.length).toBeGreaterThan(3);
  expect(
    new Set(differing.flatMap(({ responsible }) => responsible.map(({ rule, change }) => `${change} ${rule}`))),
  ).toEqual(new Set(['REWRITTEN va-health-care/massage-in-an-episode']));
});

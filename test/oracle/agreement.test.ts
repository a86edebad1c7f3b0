/** docs/semantics.md#i6: the engine and the oracle give the same answer, whatever the rules. */
import { expect, test } from 'vitest';
import { difference } from './compare.ts';
import { randomSeed } from '../helpers/random-seed.ts';
import { prove, USUAL_SEED } from './prove.ts';

const SEED = randomSeed('test/oracle/agreement.test.ts', USUAL_SEED);

test('engine and oracle give the same answer on 300 generated sets', () => {
  expect(() => {
    prove(300, difference, SEED);
  }).not.toThrow();
}, 120_000);

/** docs/semantics.md#i6: the engine and the oracle give the same answer, whatever the rules. */
import { expect, test } from 'vitest';
import { difference } from './compare.ts';
import { prove } from './prove.ts';

test('engine and oracle agree on status, outcomes, missing, pathways, requirements and what to ask next, on 300 generated sets', () => {
  expect(() => {
    prove(300, difference);
  }).not.toThrow();
}, 60_000);

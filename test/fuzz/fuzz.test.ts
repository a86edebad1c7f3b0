/** Every input gets an answer with a documented code, without internal names, and never an internal error. */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type RunningServer } from '../../src/server.ts';
import { put } from './asked.ts';
import { kept } from './corpus.ts';
import { inputOf } from './inputs.ts';
import { randomSeed } from '../helpers/random-seed.ts';

const SEED = randomSeed('test/fuzz/fuzz.test.ts', 20_261_124);

let server: RunningServer;
beforeAll(async () => {
  server = await serve({
    port: 0,
    host: '127.0.0.1',
    data: [fileURLToPath(new URL('../../data', import.meta.url))],
    sources: [],
    adminToken: 'the-token-of-the-fuzzer',
  });
});
afterAll(async () => {
  await server.close();
});

const [failed, kinds] = [kept('failed'), kept('kinds')];

test('no input that ever failed fails again', async () => {
  expect(failed.length).toBeGreaterThan(2);
  for (const { reached, input } of failed) expect((await put(server.port, input)).fault, reached).toBeNull();
});

test('each kind of answer in the corpus is still given, and the corpus has every error code that a client can cause', async () => {
  for (const { reached, input } of kinds) expect((await put(server.port, input)).fault, reached).toBeNull();
  const reached = kinds.map(({ reached: words }) => words).join('\n');
  for (const code of [
    'UNKNOWN_PLAN',
    'UNKNOWN_SUBJECT',
    'UNKNOWN_TERRITORY',
    'UNKNOWN_CONDITION',
    'UNKNOWN_SOURCE',
    'CONTRADICTING_FACTS',
    'NOT_A_COUNT',
    'BAD_DATE',
    'BAD_ID',
    'BAD_CURSOR',
    'BAD_PAGE_SIZE',
    'BAD_PREVIOUS',
    'EMPTY_LIST',
    'TOO_MANY',
    'QUESTION_TOO_LONG',
    'COST_EXCEEDED',
    'BAD_REQUEST',
  ])
    expect(reached).toContain(code);
});

test(
  '2,000 inputs made from the schema, names of the graph and texts that often break programs are answered',
  { timeout: 120_000 },
  async () => {
    let inputs = 0;
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400, size: 'max' }), async (bytes) => {
        inputs += 1;
        expect((await put(server.port, inputOf(bytes))).fault).toBeNull();
      }),
      { seed: SEED, numRuns: 2_000 },
    );
    expect(inputs).toBe(2_000);
  },
);

/**
 * `npm run fuzz -- --minutes 60`: sends inputs of every kind to a server until the time is over. TEST_SEED sets the seed;
 * without it the seed is random. Inputs that fail are shrunk and added to the corpus, as is the shortest input of each new kind
 * of answer; test/fuzz/fuzz.test.ts sends the corpus again. Exits with 1 if any input failed.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { serve } from '../../src/server.ts';
import { randomSeed } from '../helpers/random-seed.ts';
import { put } from './asked.ts';
import { keep, kept } from './corpus.ts';
import { inputOf } from './inputs.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' } },
});
const minutes = Number(values.minutes);
const seed = randomSeed('test/fuzz/fuzz.ts');
const clientsAtOnce = 4;
const batch = 250;
/** The greatest length of an input that is added to the corpus for its kind of answer. */
const longestKept = 2_000;

const failed = new Map(kept('failed').map((each) => [each.reached, each]));
const kinds = new Map(kept('kinds').map((each) => [each.reached, each]));
const broken: string[] = [];
for (const name of ['unhandledRejection', 'uncaughtException'] as const)
  process.on(name, (error) => {
    broken.push(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });

const server = await serve({
  port: 0,
  host: '127.0.0.1',
  data: [fileURLToPath(new URL('../../data', import.meta.url))],
  sources: [],
  logLevel: 'error',
  adminToken: 'the-token-of-the-fuzzer',
});
const begun = Date.now();
let [inputs, findings, round, reportedAt] = [0, 0, 0, 0];

const property = fc.asyncProperty(fc.uint8Array({ maxLength: 400, size: 'max' }), async (bytes) => {
  const input = inputOf(bytes);
  const { kinds: reached, fault } = await put(server.port, input);
  inputs += 1;
  const length = JSON.stringify(input).length;
  for (const kind of fault === null && length <= longestKept ? reached : []) {
    const before = kinds.get(kind);
    if (before === undefined || length < JSON.stringify(before.input).length) kinds.set(kind, { reached: kind, input });
  }
  if (fault !== null && !failed.has(fault)) throw new Error(fault);
  if (broken.length > 0) throw new Error(broken.splice(0).join('\n'));
});

async function asking(): Promise<void> {
  while (Date.now() - begun < minutes * 60_000) {
    round += 1;
    const {
      failed: hasFailed,
      counterexample,
      errorInstance,
    } = await fc.check(property, { seed: seed * 1_000_003 + round, numRuns: batch });
    if (hasFailed && counterexample !== null) {
      const fault = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
      findings += 1;
      failed.set(fault, { reached: fault, input: inputOf(counterexample[0]) });
      process.stdout.write(
        `FAILED, seed ${String(seed)}: ${fault}\n  ${JSON.stringify(inputOf(counterexample[0])).slice(0, 2_000)}\n`,
      );
      keep('failed', [...failed.values()]);
    }
    if (Date.now() - reportedAt < 60_000) continue;
    reportedAt = Date.now();
    process.stdout.write(
      `${new Date().toISOString()} ${String(inputs)} inputs, ${String(kinds.size)} kinds of answers, ${String(findings)} findings, ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB\n`,
    );
    keep('kinds', [...kinds.values()]);
  }
}

await Promise.all(Array.from({ length: clientsAtOnce }, asking));
keep('kinds', [...kinds.values()]);
process.stdout.write(
  `${String(inputs)} inputs in ${((Date.now() - begun) / 60_000).toFixed(1)} minutes from seed ${String(seed)}: ${String(findings)} findings, ${String(kinds.size)} kinds of answers\n`,
);
await server.close();
process.exit(findings > 0 ? 1 : 0);

/**
 * `npm run bench:soak -- --minutes 30`: what `npm run build` made of the server under mixed load for a long time, with a loading of the
 * data every few seconds, every other one unsound. Prints times, errors and memory, and ends with 1 where a request failed or was
 * answered from a version that was never loaded. Memory counts from where warming up has ended.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { graph } from '../helpers/curated-data.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, rate: { type: 'string', default: '40' } },
});
const [minutes, rate] = [Number(values.minutes), Number(values.rate)];
const warmUp = Math.min(3, minutes / 5);
const betweenLoadings = 10_000;
const token = 'the-token-of-the-soak';
const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'covergraph-soak-'));
const data = join(folder, 'data');
cpSync(at('data'), data, { recursive: true });
const file = join(data, 'plans/tricare-prime.yaml');
const sound = readFileSync(file, 'utf8');

const server = spawn(
  process.execPath,
  [at('dist/cli.js'), 'serve', '--port', '0', '--data', data, '--log-level', 'error'],
  { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ADMIN_TOKEN: token } },
);
const [line] = (await once(server.stdout, 'data')) as [Buffer];
const address = /http:\S+(?=\/graphql)/.exec(line.toString())?.[0] ?? '';
const operator = { authorization: `Bearer ${token}` };

let seed = 20_261_124;
/** The same numbers in each run: a multiplicative congruential generator (Lehmer's). */
const random = (bound: number): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % bound;
};
const one = <Value>(among: readonly Value[]): Value => {
  const chosen = among[random(among.length)];
  if (chosen === undefined) throw new Error('There is none to choose from.');
  return chosen;
};
const [plans, services, conditions] = [
  [...graph.plans.keys()],
  [...graph.services.keys()],
  [...graph.conditions.values()].filter(({ counts }) => counts === null).map(({ slug }) => slug),
];
const documents = Object.entries(
  JSON.parse(readFileSync(at('schema/trusted-documents.json'), 'utf8')) as Record<string, string>,
).filter(([, text]) => !text.includes('$'));
const examples = readdirSync(at('src/examples'))
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => readFileSync(at(`src/examples/${name}`), 'utf8'));

interface Request {
  readonly path: string;
  readonly init?: RequestInit;
  readonly expects: number;
}
const post = (body: object, expects = 200): Request => ({
  path: '/graphql',
  init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  expects,
});
const mix: readonly (readonly [share: number, make: () => Request])[] = [
  [20, () => post({ documentId: one(documents)[0] })],
  [15, () => ({ path: `/graphql?query=${encodeURIComponent(one(examples))}`, expects: 200 })],
  [
    25,
    () =>
      post({
        query:
          'query ($p: String!, $s: SubjectInput!, $g: SituationInput) { coverage(plan: $p, of: $s, given: $g) { status summary proof { text citations { says } } disagreements { title } } }',
        variables: {
          p: one(plans),
          s: { service: one(services) },
          g: { met: [one(conditions)], on: new Date(Date.UTC(2026, 0, 1 + random(700))).toISOString().slice(0, 10) },
        },
      }),
  ],
  [
    12,
    () =>
      post({
        query: 'query ($q: String!) { ask(question: $q) { understood text determinations { status } } }',
        variables: {
          q: `does ${one(plans).replaceAll('-', ' ')} cover ${one(services).replaceAll('-', ' ')} after ${String(random(90))} visits`,
        },
      }),
  ],
  [
    8,
    () =>
      post({
        query: 'query ($t: String!) { search(text: $t) { nodes { __typename } } }',
        variables: { t: `${one(services).slice(0, 6)} ${one(plans).slice(0, 5)}${String(random(1_000))}` },
      }),
  ],
  [
    6,
    () =>
      post({
        query:
          'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Plan { name coverageBySubject(first: 3) { nodes { status } } } } }',
        variables: {
          r: [
            { __typename: 'Plan', slug: one(plans) },
            { __typename: 'Plan', slug: one(plans) },
          ],
        },
      }),
  ],
  [
    4,
    () =>
      post({
        query:
          'query ($p: [String!]!, $s: [SubjectInput!]!) { coverageMatrix(plans: $p, of: $s) { rows { cells { status } } } }',
        variables: {
          p: Array.from({ length: 10 }, () => one(plans)),
          s: services.slice(0, 5).map((service) => ({ service })),
        },
      }),
  ],
  [
    4,
    () =>
      post(
        {
          query: `{ ${Array.from({ length: 101 }, (_, index) => `a${String(index)}: __typename`).join(' ')} ${one(plans).replaceAll('-', '_')} }`,
        },
        200,
      ),
  ],
  [
    3,
    () => ({
      path: '/answer',
      init: {
        method: 'POST',
        body: new URLSearchParams({ question: `what does ${one(plans).replaceAll('-', ' ')} require for massage` }),
      },
      expects: 200,
    }),
  ],
  [2, () => ({ path: '/', expects: 200 })],
  [1, () => ({ path: '/metrics', init: { headers: operator }, expects: 200 })],
];
const shares = mix.reduce((sum, [share]) => sum + share, 0);
function next(): Request {
  let left = random(shares);
  for (const [share, make] of mix) if ((left -= share) < 0) return make();
  throw new Error('The shares do not add up.');
}

const times: number[] = [];
const errors = new Map<string, number>();
const versions = new Set<string>();
const loadings = { LOADED: 0, UNSOUND: 0, other: 0 };
const note = (error: string): void => {
  errors.set(error, (errors.get(error) ?? 0) + 1);
};
const answeredFrom = new Map<string, number>();

async function asked({ path, init, expects }: Request): Promise<void> {
  const from = performance.now();
  try {
    const response = await fetch(`${address}${path}`, init);
    const text = await response.text();
    times.push(performance.now() - from);
    if (response.status !== expects) note(`status ${String(response.status)} at ${path.slice(0, 20)}`);
    if (text.includes('"INTERNAL"')) note('INTERNAL');
    const version = /"dataVersion":"(\w+)"\}?\}?$/.exec(text)?.[1];
    if (version !== undefined) answeredFrom.set(version, (answeredFrom.get(version) ?? 0) + 1);
  } catch (error) {
    note(error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : 'unknown');
  }
}

async function loading(count: number): Promise<void> {
  writeFileSync(file, sound.replace(/^name: .*$/m, `name: TRICARE Prime ${String(count % 20)}`));
  if (count % 2 === 1) appendFileSync(file, '\nhalf: a fi');
  const { outcome, dataVersion } = (await (
    await fetch(`${address}/admin/reload`, { method: 'POST', headers: operator })
  ).json()) as { outcome: string; dataVersion: string };
  versions.add(dataVersion);
  if (outcome === 'LOADED' || outcome === 'UNSOUND') loadings[outcome] += 1;
  else loadings.other += 1;
}

interface Memory {
  readonly minute: number;
  readonly resident: number;
  readonly heap: number;
}
async function memory(minute: number): Promise<Memory> {
  const text = await (await fetch(`${address}/metrics`, { headers: operator })).text();
  const read = (name: string): number =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN) / 2 ** 20;
  return { minute, resident: read('process_resident_memory_bytes'), heap: read('nodejs_heap_size_used_bytes') };
}

versions.add(((await (await fetch(`${address}/health/ready`)).json()) as { dataVersion: string }).dataVersion);
const begun = Date.now();
const minute = (): number => (Date.now() - begun) / 60_000;
const samples: Memory[] = [];
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const repeat = async (every: number, what: (count: number) => Promise<void>): Promise<void> => {
  for (let count = 0; minute() < minutes; count += 1) {
    await what(count);
    await pause(every);
  }
};
const clients = Math.max(1, Math.round(rate / 10));
await Promise.all([
  ...Array.from({ length: clients }, () => repeat((1_000 * clients) / rate, () => asked(next()))),
  repeat(betweenLoadings, loading),
  repeat(5_000, async () => {
    samples.push(await memory(minute()));
  }),
]);

/** Of the samples of some minutes: what the collector leaves, which is the least, and what the process holds at its middle. */
const between = (from: number, to: number): { resident: number; heap: number } => {
  const chosen = samples.filter((sample) => sample.minute >= from && sample.minute <= to);
  const residents = chosen.map(({ resident }) => resident).sort((a, b) => a - b);
  return {
    resident: residents[Math.floor(residents.length / 2)] ?? Number.NaN,
    heap: Math.min(...chosen.map(({ heap }) => heap)),
  };
};
const span = Math.min(3, minutes / 5);
const [start, end] = [between(warmUp, warmUp + span), between(minutes - span, minutes)];
for (const version of answeredFrom.keys())
  if (!versions.has(version)) note(`answered from ${version}, which was never loaded`);
times.sort((a, b) => a - b);
const part = (share: number): string => `${(times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(1)} ms`;
const shown = ({ resident, heap }: { resident: number; heap: number }): string =>
  `${resident.toFixed(0)} MB resident, ${heap.toFixed(0)} MB of heap after collection`;
process.stdout.write(
  [
    `${String(minutes)} minutes, ${String(times.length)} requests, p50 ${part(0.5)}, p99 ${part(0.99)}, longest ${part(1 - 1 / times.length)}`,
    `loadings: ${String(loadings.LOADED)} sound, ${String(loadings.UNSOUND)} unsound, ${String(loadings.other)} other; ${String(versions.size)} versions, ${String(answeredFrom.size)} seen in answers`,
    `memory after ${warmUp.toFixed(1)} minutes: ${shown(start)}`,
    `memory at the end: ${shown(end)}`,
    `errors: ${errors.size === 0 ? 'none' : [...errors].map(([error, count]) => `${error} x ${String(count)}`).join('; ')}`,
    '',
  ].join('\n'),
);
server.kill('SIGTERM');
const [code] = (await once(server, 'close')) as [number | null];
rmSync(folder, { recursive: true });
process.exitCode = errors.size === 0 && code === 0 ? 0 : 1;

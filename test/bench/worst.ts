/**
 * `npm run bench:worst-case`: for how long the dearest requests that the limits let through hold the process. What `npm run build`
 * made of the server is asked over a socket, one request at a time; each shape is filled up to the cost allowed, and the time is
 * until the last byte of the answer, the memory what the process held at its most beyond what it held before. `.github/SECURITY.md` states what it printed. Words of the command line choose shapes.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { graph } from '../helpers/curated-data.ts';
import { peakOf } from './peak.ts';
import { shapes, type Shape } from './worst-requests.ts';

const runs = 5;
const server = spawn(
  process.execPath,
  [fileURLToPath(new URL('../../dist/cli.js', import.meta.url)), 'serve', '--port', '0', '--log-level', 'warn'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const [line] = (await once(server.stdout, 'data')) as [Buffer];
const address = /http:\S+\/graphql/.exec(line.toString())?.[0] ?? '';

interface Asked {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly cost: number;
  /** What the server came to hold beyond what it held before. */
  readonly megabytes: number;
  /** What is wrong with the answer; null where nothing is. */
  readonly error: string | null;
}

let day = 0;
async function asked(shape: Shape, many: number): Promise<Asked> {
  day += 1;
  const body = JSON.stringify({
    ...shape.request(many, new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)),
    extensions: { cost: true },
  });
  const {
    value: { text, milliseconds },
    megabytes,
  } = await peakOf(server.pid ?? 0, async () => {
    const from = performance.now();
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
      body,
    });
    return { text: await response.text(), milliseconds: performance.now() - from };
  });
  const { errors, extensions } = JSON.parse(text) as {
    errors?: { message: string }[];
    extensions: { cost?: { requested: number } };
  };
  return {
    milliseconds,
    megabytes,
    bytes: text.length,
    cost: extensions.cost?.requested ?? 0,
    error: errors?.[0]?.message ?? null,
  };
}

/** The most that is accepted, by halving. */
async function filled(shape: Shape): Promise<number> {
  let [low, high] = [0, shape.most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((await asked(shape, middle)).error?.startsWith('Too much') === true) high = middle - 1;
    else low = middle;
  }
  return low;
}

const chosen = process.argv.slice(2);
const rows: {
  name: string;
  many: number;
  cost: number;
  median: number;
  worst: number;
  megabytes: number;
  bytes: number;
  error: string | null;
}[] = [];
for (const shape of shapes(graph).filter(
  ({ name }) => chosen.length === 0 || chosen.some((word) => name.includes(word)),
)) {
  const many = await filled(shape);
  const times: number[] = [];
  let last = await asked(shape, many);
  let megabytes = last.megabytes;
  for (let run = 0; run < runs; run += 1) {
    last = await asked(shape, many);
    times.push(last.milliseconds);
    megabytes = Math.max(megabytes, last.megabytes);
  }
  times.sort((a, b) => a - b);
  rows.push({
    name: shape.name,
    many,
    cost: last.cost,
    median: times[Math.floor(runs / 2)] ?? 0,
    worst: times.at(-1) ?? 0,
    megabytes,
    bytes: last.bytes,
    error: last.error,
  });
}
server.kill('SIGTERM');
await once(server, 'close');

rows.sort((a, b) => b.median - a.median);
process.stdout.write(
  `${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.versions.node}; ${String(runs)} runs each\nmedian ms  worst ms      cost  µs a unit   how many      bytes   peak MB\n`,
);
for (const { name, many, cost, median, worst, megabytes, bytes, error } of rows) {
  const columns = [
    median.toFixed(0),
    worst.toFixed(0),
    String(cost),
    ((1_000 * median) / Math.max(cost, 1)).toFixed(1),
    String(many),
    String(bytes),
    megabytes.toFixed(0),
  ];
  process.stdout.write(
    `${columns.map((text, index) => text.padStart([9, 9, 9, 10, 10, 10, 9][index] ?? 0)).join(' ')}  ${name}${error === null ? '' : ` (${error.slice(0, 120)})`}\n`,
  );
}

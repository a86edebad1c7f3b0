/**
 * `npm run bench [-- --json FILE] [--rounds N] [--seconds N] [--data FOLDER] [--only OPERATION]`: the same schema and data through this server
 * and its peers, in turn and in many short rounds, so that whatever else the machine does falls on all of them. What a
 * request costs is the processor's time of the server, the median of the rounds; times of requests are of all rounds together.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EngineFigures } from './engine.ts';
import { benchData } from './data.ts';
import { load, written, type Loaded } from './load.ts';
import { operations, type Operation } from './operations.ts';
import { start, takeLoadCore, type Server } from './process.ts';
import { buildShared } from './shared.ts';
import { starts } from './starts.ts';
import { printed, type Row } from './table.ts';

const root = join(import.meta.dirname, '../..');
const { values: flags } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '25' },
    seconds: { type: 'string', default: '0.25' },
    data: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const rounds = Number(flags.rounds);
const milliseconds = Number(flags.seconds) * 1_000;
/** Before the first round that counts: compilers of the runtime are then done with what is asked over and over. */
const warmUpMilliseconds = 3_000;
if (!existsSync(join(root, 'dist/server.mjs'))) throw new Error('There is no build to measure: npm run build');
if (!existsSync(join(import.meta.dirname, 'peers/node_modules')))
  throw new Error('The peers are not there: npm ci --prefix test/bench/peers');

await buildShared();
/** Before this process is put on a core of its own, which those that it starts would share. */
const started = await starts(
  JSON.stringify({
    query:
      '{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }) { status best summary requirements { text } } }',
  }),
  15,
);

const data = flags.data === undefined ? await benchData(root) : [flags.data];
const environment = { BENCH_DATA: JSON.stringify(data) };
const ours = 'covergraph';
const servers: Server[] = [];
for (const [name, file, cached, more] of [
  [ours, 'covergraph.js', false, { BENCH_KEEP: 'parts' }],
  [`${ours}, no parts`, 'covergraph.js', false, { BENCH_KEEP: 'nothing' }],
  ['mercurius', 'mercurius.js', false, {}],
  ['apollo', 'apollo.js', false, {}],
  ['yoga', 'yoga.js', false, {}],
  [ours, 'covergraph.js', true, {}],
  ['node:http', 'bare.js', true, {}],
] as const)
  servers.push(await start(name, file, cached, { ...environment, ...more }));

async function answered({ port, name }: Server, body: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${name} answered ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

/** The answer's data as bytes, and nothing but it in the answer save what a server says of itself. */
function dataOf(text: string, who: string): string {
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (errors !== undefined || data == null) throw new Error(`${who} answered with errors: ${text.slice(0, 500)}`);
  return JSON.stringify(data);
}

/** Every server gives every answer of the operation with the same data, byte by byte. */
async function agree(bodies: readonly string[]): Promise<void> {
  for (const body of bodies) {
    const answers = await Promise.all(servers.map(async (server) => dataOf(await answered(server, body), server.name)));
    const other = answers.findIndex((answer) => answer !== answers[0]);
    if (other > 0) throw new Error(`${servers[other]?.name ?? ''} answers ${body} in another way than ${ours}`);
  }
}

/** The headers that this server sends, for the bare one to send as well. */
async function headersOf({ port }: Server): Promise<string[]> {
  const { headers } = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: '{"query":"{__typename}"}',
  });
  return [...headers].filter(([name]) => !['date', 'connection', 'keep-alive', 'content-length'].includes(name)).flat();
}

/** A determination by GET from a client that has the answer already (If-None-Match). */
async function askedAgain(server: Server, { query, variables }: Operation): Promise<Row> {
  const requests: Buffer[] = [];
  for (const each of variables) {
    const path = `/graphql?${new URLSearchParams({ query, variables: JSON.stringify(each) }).toString()}`;
    const { headers } = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      headers: { accept: 'application/json', 'accept-encoding': 'identity' },
    });
    requests.push(
      Buffer.from(
        `GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept: application/json\r\nif-none-match: ${headers.get('etag') ?? ''}\r\n\r\n`,
      ),
    );
  }
  await load(server.port, requests, warmUpMilliseconds, 304);
  const measured: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await measuredOnce(server, requests, 304));
  return rowOf('a determination asked again (304)', server, measured);
}

interface Measured extends Loaded {
  readonly cpuMicros: number;
}

async function measuredOnce(server: Server, requests: readonly Buffer[], status = 200): Promise<Measured> {
  const before = await server.usage();
  const loaded = await load(server.port, requests, milliseconds, status);
  const after = await server.usage();
  return { ...loaded, cpuMicros: (after.cpuMicros - before.cpuMicros) / loaded.requests };
}

function rowOf(operation: string, { name, cached }: Server, measured: readonly Measured[]): Row {
  const times = Float64Array.from(measured.flatMap((each) => [...each.times])).sort();
  const costs = Float64Array.from(measured, ({ cpuMicros }) => cpuMicros).sort();
  const quantile = (of: Float64Array, part: number): number =>
    of[Math.min(of.length - 1, Math.floor(of.length * part))] ?? 0;
  const seconds = measured.reduce((sum, each) => sum + each.seconds, 0);
  return {
    operation,
    server: name,
    cached,
    cpuMicros: quantile(costs, 0.5),
    requestsPerSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

async function measure(operation: Operation): Promise<Row[]> {
  const bodies = operation.variables.map((variables) => JSON.stringify({ query: operation.query, variables }));
  const [reference, bare] = [servers[0], servers.find(({ name }) => name === 'node:http')];
  if (!reference || !bare) throw new Error('a server is missing');
  const headers = await headersOf(reference);
  const answers: [string, string, string[]][] = [];
  for (const body of bodies) answers.push([body, await answered(reference, body), headers]);
  await bare.tell({ answers });
  await agree(bodies);
  const requests = written(bodies);
  for (const { port } of servers) await load(port, requests, warmUpMilliseconds);
  const found = servers.map((server) => ({ server, measured: [] as Measured[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { server, measured } of found) measured.push(await measuredOnce(server, requests));
  }
  return found.map(({ server, measured }) => rowOf(operation.name, server, measured));
}

/** The engine's own figures, in a process of its own. */
function alone(text: string): EngineFigures {
  const program = `import { engineFigures } from ${JSON.stringify(new URL('./peers/generated/engine.js', import.meta.url).href)};
    process.stdout.write(JSON.stringify(await engineFigures(${JSON.stringify(data)}, ${JSON.stringify(text)}, ${Math.max(rounds, 10)})));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    }),
  ) as EngineFigures;
}

const apart = takeLoadCore();
try {
  const [first] = servers;
  if (!first) throw new Error('no server');
  const asked = await operations(
    async (query, variables) =>
      (JSON.parse(await answered(first, JSON.stringify({ query, variables }))) as { data: Record<string, unknown> })
        .data,
  );
  const rows: Row[] = [];
  for (const operation of asked.filter(({ name }) => name.includes(flags.only)))
    rows.push(...(await measure(operation)));
  const keeping = servers.find(({ name, cached }) => name === ours && cached);
  if (keeping && asked[1]) rows.push(await askedAgain(keeping, asked[1]));
  const engine = alone(asked[1]?.query ?? '');
  const peers = JSON.parse(readFileSync(join(import.meta.dirname, 'peers/package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  process.stdout.write(
    printed(
      rows,
      { engine, starts: started },
      {
        node: process.version,
        ...peers.dependencies,
        'graphql-yoga': own.dependencies['graphql-yoga'] ?? '',
        graphql: own.dependencies['graphql'] ?? '',
      },
      apart,
    ),
  );
  if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify(rows, null, 2)}\n`);
} finally {
  for (const server of servers) server.stop();
}

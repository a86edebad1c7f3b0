/**
 * `npm run bench:compare -- NAME=FOLDER[,OPTIONS] ...`: compares builds of this project with each other, and with parts of
 * them switched off. FOLDER holds `dist`; OPTIONS is a JSON object of options of `serve`. The first build is the one that
 * ratios compare with. Example:
 *
 *     npm run bench:compare -- v0.1.0="$(scripts/baseline.sh)" now=. 'uncompiled=.,{"compiledExecutor":false}'
 *
 * Flags: `--rounds N` (9), `--seconds N` of each round (0.3), `--starts N` (0: starts are not measured), `--cached` (whole
 * answers come from the response cache; otherwise it is off), `--only TEXT` of an operation's name, `--data FOLDER`.
 * All builds serve the same data. A figure is the processor time of the server for each request, the median of the rounds,
 * which alternate between the builds; a ratio is the median of the ratios of the rounds. On a busy machine these vary less than times.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchData } from './data.ts';
import { load, written } from './load.ts';
import { operations, ownOperations, type Operation } from './operations.ts';
import { start, takeLoadCore, type Server } from './process.ts';
import { firstAnswer, median, type Start } from './starts.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '0.3' },
    starts: { type: 'string', default: '0' },
    cached: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    data: { type: 'string' },
  },
});
const WARM_UP_MILLISECONDS = 2_000;
/** The second name is the one that 0.1.0 has for the same option. */
const UNCACHED = { responseCacheMb: 0, keptBytes: 0 };

interface Build {
  readonly name: string;
  readonly folder: string;
  readonly options: Readonly<Record<string, unknown>>;
}

function buildOf(argument: string): Build {
  const [, name, folder, options = '{}'] = /^([^=]+)=([^,]+)(?:,(.*))?$/.exec(argument) ?? [];
  if (name === undefined || folder === undefined)
    throw new Error(`"${argument}" names no build: write NAME=FOLDER or NAME=FOLDER,OPTIONS`);
  return { name, folder: resolve(folder), options: JSON.parse(options) as Build['options'] };
}

async function answer({ port, name }: Server, body: string): Promise<{ readonly data: Record<string, unknown> }> {
  const response = await fetch(`http://127.0.0.1:${String(port)}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
  });
  const text = await response.text();
  if (!text.startsWith('{"data"') || text.includes('"errors":'))
    throw new Error(`${name} answered ${String(response.status)} with ${text.slice(0, 500)}`);
  return JSON.parse(text) as { readonly data: Record<string, unknown> };
}

/** Processor time of the server in microseconds for each request of one round. */
async function microseconds(server: Server, requests: readonly Buffer[]): Promise<number> {
  const before = await server.usage();
  const { requests: count } = await load(server.port, requests, Number(flags.seconds) * 1_000);
  return ((await server.usage()).cpuMicros - before.cpuMicros) / count;
}

const printRow = (cells: readonly (string | number)[]): void => {
  const [first = '', ...rest] = cells.map((cell) =>
    typeof cell === 'number' ? cell.toFixed(cell < 10 ? 2 : 0) : cell,
  );
  process.stdout.write(`${first.padEnd(40)}${rest.map((cell) => cell.padStart(22)).join('')}\n`);
};

/** Prints the medians, and their ratios to the first, of one list of figures for each build. */
function printMedians(title: string, figures: readonly (readonly number[])[]): void {
  const [reference = []] = figures;
  printRow([
    title,
    ...figures.map((each, index) => {
      const ratio = median(each.map((figure, round) => figure / (reference[round] ?? Number.NaN)));
      return `${median(each).toFixed(1)}${index === 0 ? '' : ` (${ratio.toFixed(3)})`}`;
    }),
  ]);
}

async function compareOperation({ name, query, variables }: Operation, servers: readonly Server[]): Promise<void> {
  const bodies = variables.map((each) => JSON.stringify({ query, variables: each }));
  for (const server of servers) for (const body of bodies) await answer(server, body);
  const requests = written(bodies);
  for (const { port } of servers) await load(port, requests, WARM_UP_MILLISECONDS);
  const figures = servers.map((): number[] => []);
  for (let round = 0; round < Number(flags.rounds); round += 1)
    for (const [index, server] of servers.entries()) figures[index]?.push(await microseconds(server, requests));
  printMedians(name, figures);
}

const startQuery =
  '{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }) { status best summary requirements { text } } }';

/** A build whose options hold `codeCache: false` is started without stored code. */
async function compareStarts(builds: readonly Build[]): Promise<void> {
  const body = JSON.stringify({ query: startQuery });
  const found = builds.map((): Start[] => []);
  const settings = ({ options }: Build): Record<string, string> =>
    options['codeCache'] === false ? { CODE_CACHE: 'no' } : {};
  for (const build of builds) await firstAnswer(build.folder, body, settings(build));
  for (let round = 0; round < Number(flags.starts); round += 1)
    for (const [index, build] of builds.entries())
      found[index]?.push(await firstAnswer(build.folder, body, settings(build)));
  const of = (figure: (start: Start) => number): number[][] => found.map((each) => each.map(figure));
  printMedians(
    'start to first answer, ms',
    of(({ milliseconds }) => milliseconds),
  );
  printMedians(
    'start, processor time, ms',
    of(({ cpuMilliseconds }) => cpuMilliseconds ?? Number.NaN),
  );
}

const builds = positionals.map(buildOf);
printRow(['processor time, µs', ...builds.map(({ name }) => name)]);
if (Number(flags.starts) > 0) await compareStarts(builds);
if (Number(flags.rounds) > 0) {
  const data = JSON.stringify(
    flags.data === undefined ? await benchData(join(import.meta.dirname, '../..')) : [resolve(flags.data)],
  );
  const servers: Server[] = [];
  try {
    for (const { name, folder, options } of builds)
      servers.push(
        await start(name, '../build.js', flags.cached, {
          BENCH_BUILD: folder,
          BENCH_DATA: data,
          BENCH_OPTIONS: JSON.stringify({ ...(flags.cached ? {} : UNCACHED), ...options }),
        }),
      );
    takeLoadCore();
    const [reference] = servers;
    if (reference === undefined) throw new Error('No build is named: write NAME=FOLDER');
    const ask = async (query: string, variables?: Readonly<Record<string, unknown>>) =>
      (await answer(reference, JSON.stringify({ query, variables }))).data;
    const all = [...(await operations(ask)), ...(await ownOperations(ask))];
    for (const operation of all.filter(({ name }) => name.includes(flags.only)))
      await compareOperation(operation, servers);
  } finally {
    for (const server of servers) server.stop();
  }
}

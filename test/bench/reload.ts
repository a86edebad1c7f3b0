/**
 * `npm run bench:reload [RULES]`: how long a reload of data folders holds the built server. It writes a pack of 30,000 rules, or
 * of as many as are asked for, to the system's temporary folder, starts `dist/server.mjs` in this process, and reloads three
 * times while another process sends requests. It prints the longest delay of the event loop and the longest wait of a request.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { stringify } from 'yaml';
import { madeData } from '../scale/made-data.ts';

type Serve = typeof import('../../src/server.ts').serve;
const { serve } = (await import(new URL('../../dist/server.mjs', import.meta.url).href)) as { serve: Serve };

const folders = { sources: 'sources', plans: 'plans', conditions: 'conditions', services: 'services' } as const;

/** Writes made-up data as packs. `notice` makes the data differ, so that a reload has something to load. */
function writePack(folder: string, rules: number, notice: string): void {
  const documents = madeData(rules);
  for (const [kind, name] of Object.entries(folders)) {
    const lines = Object.entries(documents[kind as keyof typeof folders]).map(([slug, entry]) =>
      JSON.stringify({ slug, ...(entry as object) }),
    );
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'made.ndjson'), `${lines.join('\n')}\n`);
  }
  writeFileSync(join(folder, 'territories.yaml'), stringify(documents.territories));
  writeFileSync(join(folder, 'dataset.yaml'), stringify({ notices: [notice] }));
}

/** A client in a process of its own: asks one request after the other, and prints the longest wait when it is stopped. */
const CLIENT = `
  let [longest, count] = [0, 0];
  process.on('SIGTERM', () => { console.log(JSON.stringify({ longest, count })); process.exit(0); });
  for (;;) {
    const from = performance.now();
    const response = await fetch(process.argv[1]);
    if (response.status !== 200) throw new Error(await response.text());
    await response.arrayBuffer();
    longest = Math.max(longest, performance.now() - from);
    count += 1;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }`;

async function longestWait(
  address: string,
  during: () => Promise<unknown>,
): Promise<{ longest: number; count: number }> {
  const client = spawn(process.execPath, ['--input-type=module', '--eval', CLIENT, address], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = client.stdout.setEncoding('utf8');
  let text = '';
  output.on('data', (part: string) => {
    text += part;
  });
  await new Promise((resolve) => setTimeout(resolve, 1_000)); // the client has started by then
  await during();
  client.kill('SIGTERM');
  await once(client, 'close');
  return JSON.parse(text) as { longest: number; count: number };
}

const rules = Number(process.argv[2] ?? 30_000);
const folder = mkdtempSync(join(tmpdir(), 'covergraph-reload-'));
const megabytes = (): string => (process.memoryUsage().rss / 1e6).toFixed(0);
try {
  writePack(folder, rules, 'Made up.');
  const server = await serve({ port: 0, host: '127.0.0.1', data: [folder], sources: [], logLevel: 'warn' });
  const address = `http://127.0.0.1:${String(server.port)}/graphql?query={plans(first:20){nodes{slug,name}}}`;
  process.stdout.write('rules  outcome  reload ms  longest block ms  longest request ms  requests  memory MB\n');
  for (let reload = 1; reload <= 3; reload += 1) {
    writePack(folder, rules, `Made up, reload ${String(reload)}.`);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    let outcome = '';
    let took = 0;
    const { longest, count } = await longestWait(address, async () => {
      delay.enable();
      const from = performance.now();
      ({ outcome } = await server.reload());
      took = performance.now() - from;
      await new Promise((resolve) => setTimeout(resolve, 500)); // requests to the new data
      delay.disable();
    });
    const columns = [
      rules,
      outcome,
      took.toFixed(0),
      (delay.max / 1e6).toFixed(0),
      longest.toFixed(0),
      count,
      megabytes(),
    ];
    process.stdout.write(`${columns.join('  ')}\n`);
  }
  await server.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

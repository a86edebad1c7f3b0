/**
 * `npm run bench:versions [RULES...]`: what it takes to publish made-up data of each size to a PostgreSQL of its own, to
 * publish it again with one plan changed, and to open a version; and how long anything else in the process had to wait
 * meanwhile. Each size in a process of its own; a million rules take some minutes and 8 GB.
 */
import { execFileSync } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/entries.ts';
import type { DataDocuments } from '../../src/model/shapes.ts';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { warmUp } from '../../src/server/warm-up.ts';
import { madeData } from '../scale/made-data.ts';
import { query, startPostgres } from './postgres.ts';

function sound(documents: DataDocuments): Graph {
  const { graph, problems } = buildGraph(documents);
  if (!graph) throw new Error(`${String(problems.length)} problems in what was made`);
  return graph;
}

async function measure(rules: number): Promise<void> {
  const postgres = await startPostgres();
  try {
    const address = await postgres.database('bench');
    const store = openDatabase(address, 'to write');
    await store.migrate();
    const at = new Date().toISOString();
    const timed = async <T>(work: () => Promise<T>): Promise<[seconds: string, result: T]> => {
      const from = performance.now();
      const result = await work();
      return [((performance.now() - from) / 1_000).toFixed(2), result];
    };
    const documents = madeData(rules);
    const graph = sound(documents);
    const [published, { entries }] = await timed(() => store.publish({ documents, graph, note: null, at }));
    const [slug, plan] = Object.entries(documents.plans).at(-1) ?? [];
    if (slug === undefined || plan === undefined) throw new Error('made-up data has plans');
    documents.plans[slug] = { ...plan, name: `${plan.name} changed` };
    const changed = sound(documents);
    const [again] = await timed(() => store.publish({ documents, graph: changed, note: null, at }));
    const [{ bytes } = { bytes: 0 }] = await query(
      address,
      'select sum(length(bytes))::int as bytes from covergraph.compiled where version = 1',
    );
    const [opened, blocked, from, memory] = inItsOwn('open', address).split('\t');
    await query(address, 'delete from covergraph.compiled');
    const [fromEntries] = rules > 200_000 ? ['-'] : inItsOwn('open', address).split('\t');
    const [{ size } = { size: '' }] = await query(
      address,
      'select pg_size_pretty(pg_database_size(current_database())) as size',
    );
    await store.close();
    process.stdout.write(
      `${[rules, entries, published, again, (Number(bytes) / 1e6).toFixed(1), opened, blocked, memory, fromEntries, size, from].map(String).join('\t')}\n`,
    );
  } finally {
    await postgres.end();
  }
}

/** Opens the second version as a server does that has another before: what it takes, and how long anything else waits meanwhile. */
async function measureOpening(address: string): Promise<void> {
  const store = openDatabase(address, 'to read');
  const before = process.memoryUsage.rss();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const { graph, from } = await store.open(2);
  await warmUp(graph, () => new Date().toISOString().slice(0, 10));
  const seconds = (performance.now() - start) / 1_000;
  delay.disable();
  const memory = (process.memoryUsage.rss() - before) / 1e6;
  await store.close();
  process.stdout.write([seconds.toFixed(2), (delay.max / 1e6).toFixed(0), from, memory.toFixed(0)].join('\t'));
}

/** In a process of its own, as a server is one: what made the data has filled this one's memory, and collecting it would be measured. */
function inItsOwn(mode: string, of: string): string {
  return execFileSync(
    process.execPath,
    ['--import', 'tsx', '--max-old-space-size=12000', fileURLToPath(import.meta.url), mode, of],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

const [mode = '', ...sizes] = process.argv.slice(2);
if (mode === 'measure') await measure(Number(sizes[0]));
else if (mode === 'open') await measureOpening(sizes[0] ?? '');
else {
  process.stdout.write('rules\tentries\ts publish\ts again\tMB\ts open\tms wait\tMB more\ts entries\tdatabase\tfrom\n');
  for (const rules of mode === '' ? [1_000, 10_000, 100_000] : [mode, ...sizes].map(Number))
    process.stdout.write(inItsOwn('measure', String(rules)));
}

/**
 * `npm run bench:cost-memory`: what the process holds after 10,000, 60,000 and 110,000 small requests that all differ, each
 * with 290 ids in its variables and a document that only a comment tells apart. Run with `--expose-gc`, so that what is
 * printed is in use. The number of requests can be given as an argument.
 */
import { coverageSubgraph } from '../../src/federation/index.ts';
import { createCompiledExecutor } from '../../src/http/compiled-executor/compiled-executor.ts';
import { real } from '../helpers/real-server.ts';

const most = Number(process.argv[2] ?? 110_000);
const shown = [1_000, 10_000, 60_000, 110_000];
const { schema } = coverageSubgraph();
const { http } = real({ schema, compiledExecutor: (own) => createCompiledExecutor(own) });
const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0).padStart(6);

process.stdout.write('requests   heap    RSS (MB)\n');
for (let count = 1; count <= most; count += 1) {
  const ids = Array.from({ length: 290 }, (_, index) => ((count >> (index % 17)) % 2 === 0 ? 'a' : 'aa'));
  const response = await http.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `query($g:[ID!]!){nodes(ids:$g){id}}#${String(count % 3_500)}`,
      variables: { g: ids },
    }),
  });
  await response.arrayBuffer();
  if (!shown.includes(count)) continue;
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.stdout.write(`${String(count).padStart(8)} ${megabytes(heapUsed)} ${megabytes(rss)}\n`);
}

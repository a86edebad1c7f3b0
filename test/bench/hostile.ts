/**
 * `npm run bench:adversarial`: the requests of test/helpers/hostile-requests.ts put to what `npm run build` made of the server, one after the other:
 * how long each takes, and how much more memory the process holds at its most. `.github/SECURITY.md` states the worst.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { hostile } from '../helpers/hostile-requests.ts';
import { peakOf } from './peak.ts';

const runs = 3;
const server = spawn(
  process.execPath,
  [fileURLToPath(new URL('../../dist/cli.js', import.meta.url)), 'serve', '--port', '0', '--log-level', 'error'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const [line] = (await once(server.stdout, 'data')) as [Buffer];
const address = /http:\S+\/graphql/.exec(line.toString())?.[0] ?? '';

const put = (query: string, variables: object | undefined) =>
  peakOf(server.pid ?? 0, async () => {
    const from = performance.now();
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
      body: JSON.stringify({ query, variables }),
    });
    return {
      bytes: (await response.arrayBuffer()).byteLength,
      status: response.status,
      milliseconds: performance.now() - from,
    };
  });

await put('{ __typename }', {});
const rows: { name: string; milliseconds: number; megabytes: number; bytes: number; status: number }[] = [];
for (const [name, { query, variables }] of Object.entries(hostile)) {
  const row = { name, milliseconds: 0, megabytes: 0, bytes: 0, status: 0 };
  for (let run = 0; run < runs; run += 1) {
    // A comment makes it another text, so that nothing is answered from memory.
    const { value, megabytes } = await put(`${query}\n#${String(run)}`, variables);
    Object.assign(row, {
      bytes: value.bytes,
      status: value.status,
      milliseconds: Math.max(row.milliseconds, value.milliseconds),
      megabytes: Math.max(row.megabytes, megabytes),
    });
  }
  rows.push(row);
}
server.kill('SIGTERM');
await once(server, 'close');

rows.sort((a, b) => b.milliseconds - a.milliseconds);
process.stdout.write(
  `${String(rows.length)} requests, the worst of ${String(runs)} runs each\n       ms   peak MB      bytes  status\n`,
);
for (const { name, milliseconds, megabytes, bytes, status } of rows) {
  process.stdout.write(
    `${milliseconds.toFixed(0).padStart(9)} ${megabytes.toFixed(1).padStart(9)} ${String(bytes).padStart(10)} ${String(status).padStart(7)}  ${name}\n`,
  );
}
process.exitCode = rows.some(({ status }) => status >= 500) ? 1 : 0;

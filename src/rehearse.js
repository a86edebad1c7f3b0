/**
 * A start and its first answers, rehearsed by the build in a process of its own: what V8 compiled for them is kept for the
 * starts to come.
 */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { pathToFileURL } from 'node:url';

const dist = new URL('./', pathToFileURL(`${process.argv[2]}/`));
const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
process.argv.splice(2, Infinity, 'serve', '--port', String(port), '--host', '127.0.0.1');
const { script } = await import(new URL('start.js', dist));
await import(new URL('cli.js', dist));

const query = '{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }) { status best summary requirements { text } } }';
const ask = () => fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
const until = Date.now() + 20_000;
for (let answers = 0; answers < 1;) {
  const { ok } = await ask().catch(() => ({ ok: false }));
  if (ok) answers++;
  else if (Date.now() > until) throw new Error('The program that was just built gave no answer.');
  else await new Promise((resolve) => setTimeout(resolve, 20));
}
writeFileSync(new URL('program.code', dist), script.createCachedData());
process.exit();

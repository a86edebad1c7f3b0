/**
 * A start and its first answer, rehearsed by the build in a process of its own: what V8 compiled for them is kept for the
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
const { script, sealed } = await import(new URL('start.js', dist));
await import(new URL('cli.js', dist));

const query = '{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }) { status best summary requirements { text } } }';
/** Null while nothing listens. */
const ask = async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }), signal: AbortSignal.timeout(10_000) }).catch(() => null);
  return answer?.json() ?? null;
};
const until = Date.now() + 20_000;
let answer = await ask();
for (; answer === null && Date.now() < until; answer = await ask()) await new Promise((resolve) => setTimeout(resolve, 20));
if (!answer?.data?.coverage) throw new Error(`The program that was just built gave ${answer === null ? 'no answer' : JSON.stringify(answer).slice(0, 500)}.`);
writeFileSync(new URL('program.code', dist), sealed(script.createCachedData()));
process.exit();

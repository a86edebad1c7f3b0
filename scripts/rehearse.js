/**
 * Starts the server that was just built and sends it one query, so that V8 compiles the functions that a start and a first
 * answer need. The compiled code is stored for later starts; docs/decisions/code-cache.md says where.
 *
 * Usage: node scripts/rehearse.js DIST. Fails if the server answers with an error.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const dist = new URL('.//', pathToFileURL(`${process.argv[2]}/`));
const query =
  '{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }) { status best summary requirements { text } } }';

process.argv.splice(2, Infinity, 'serve');
process.env['PORT'] = '0';
/** Resolves to the first text that the server prints: the line with its address. */
const firstLine = new Promise((resolve) => {
  process.stdout.write = (text) => {
    resolve(text);
    return true;
  };
});
const { createCodeCache } = await import(new URL('start.js', dist));
await import(new URL('cli.js', dist));
const [address] = /http:\S+\/graphql/.exec(await firstLine) ?? [];
const response = await fetch(address, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
});
const answer = await response.text();
if (!answer.startsWith('{"data"')) throw new Error(`The program that was just built answered ${answer.slice(0, 500)}`);
const code = createCodeCache();
if (code !== null) writeFileSync(new URL('program.code', dist), code);
process.exit(); // Node writes its own compile cache, if that is in use, as the process ends

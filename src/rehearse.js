/**
 * A start and its first answer, rehearsed by the build in a process of its own: what V8 compiled for them is kept for the
 * starts to come.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const dist = new URL('.//', pathToFileURL(`${process.argv[2]}/`));
process.argv.splice(2, Infinity, 'serve');
process.env['PORT'] = '0';
const said = new Promise((resolve) => {
  process.stdout.write = (text) => {
    resolve(text);
    return true;
  };
});
const { script, sealed } = await import(new URL('start.js', dist));
await import(new URL('cli.js', dist));
const [address] = /http:\S+\/graphql/.exec(await said) ?? [];
const query =
  '{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }) { status best summary requirements { text } } }';
const response = await fetch(address, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
});
const answer = await response.text();
if (!answer.startsWith('{"data"')) throw new Error(`The program that was just built answered ${answer.slice(0, 500)}`);
writeFileSync(new URL('program.code', dist), sealed(script.createCachedData()));
process.exit();

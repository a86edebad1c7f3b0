/**
 * Starts the built server on every supported version of Node and sends it one query: with stored code (twice, since the
 * first start may write it) and without (see docs/decisions/code-cache.md). All answers must be equal. Run it with
 * `npm run test:node-versions`, or name versions: `node scripts/node-versions.js 22 24`. npm downloads each version of Node
 * as a package; nothing is installed in this folder.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const VERSIONS = ['20.19', '22', '24', '26'];
const SECONDS_TO_START = 60;
const CODE_CACHE = ['yes', 'yes', 'no'];

const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const query =
  '{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }) { status best requirements { text } } }';

/** The path of the `node` program of a version, such as "22". Throws if npm cannot download it. */
function nodeBinary(version) {
  const print = ['--eval', 'process.stdout.write(process.execPath)'];
  return execFileSync('npx', ['-y', '-p', `node@${version}`, 'node', ...print], { cwd: tmpdir(), encoding: 'utf8' });
}

/** Resolves to the answer and the milliseconds to it. Rejects if the server does not start or answers with an error. */
async function startAndAsk(node, codeCache) {
  const env = { ...process.env, PORT: '0', CODE_CACHE: codeCache };
  const startedAt = performance.now();
  const server = spawn(node, [program, 'serve'], { stdio: ['ignore', 'pipe', 'inherit'], env });
  const timer = setTimeout(() => server.kill('SIGKILL'), SECONDS_TO_START * 1000);
  try {
    const [line] = await Promise.race([
      once(createInterface({ input: server.stdout }), 'line'),
      once(server, 'exit').then(([code]) => Promise.reject(new Error(`The server ended with exit code ${code}.`))),
    ]);
    const [address] = /http:\S+\/graphql/.exec(line) ?? [];
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { data, errors } = await response.json();
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return { answer: JSON.stringify(data.coverage), milliseconds: Math.round(performance.now() - startedAt) };
  } finally {
    clearTimeout(timer);
    server.kill();
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  }
}

const versions = process.argv.length > 2 ? process.argv.slice(2) : VERSIONS;
const answers = new Set();
for (const version of versions) {
  try {
    const node = nodeBinary(version);
    const release = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    for (const codeCache of CODE_CACHE) {
      const { answer, milliseconds } = await startAndAsk(node, codeCache);
      answers.add(answer);
      process.stdout.write(`Node ${release}, CODE_CACHE=${codeCache}, ${milliseconds} ms: ${answer}\n`);
    }
  } catch (error) {
    process.stdout.write(`Node ${version}: FAILED. ${error.message}\n`);
    process.exitCode = 1;
  }
}
if (answers.size > 1) {
  process.stdout.write('The versions of Node gave different answers.\n');
  process.exitCode = 1;
}

/**
 * Runs the checks and tests of this repository.
 *
 * - `npm test`: types, lint, format, data, and the unit tests (which hold the contracts and the acceptance tests).
 * - `npm run test:all`: the parts that `npm test` leaves out because they are slow or need other programs.
 *
 * Two parts run at a time; the output of a part is printed when it ends. A part whose needs this machine lacks is left out
 * and named at the end. If CI is set, a part left out is a failure. If REPORTS names a folder, Vitest writes its results there
 * as JSON, one file for each part.
 */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from './browser/chromium.ts';
import { lacksGateway } from './federation/installed.ts';
import { lacksPostgres } from './postgres/needs.ts';

interface Part {
  readonly name: string;
  /** Commands of installed packages, run in this order; a failure does not stop those that follow. */
  readonly commands: readonly (readonly [program: string, ...flags: string[]])[];
  /** What the part needs and this machine lacks; null if nothing is missing. */
  readonly missing: string | null;
}

interface Result {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
}

/** How many parts run at a time. */
const LANES = 2;

function vitest(project: string): Part['commands'] {
  const reports = process.env['REPORTS'];
  const reporters =
    reports === undefined
      ? []
      : ['--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, `${project}.json`)}`];
  return [['vitest', 'run', '--project', project, ...reporters]];
}

const cache = 'node_modules/.cache';
const missingBuild = existsSync('dist/cli.js') ? null : 'dist (run npm run build)';
const missingChromium = existsSync(chromium) ? null : `a Chromium at ${chromium} (or at CHROMIUM_PATH)`;

/** Holds the output of each command until it is printed. */
const folder = mkdtempSync(join(tmpdir(), 'covergraph-tests-'));
let commandCount = 0;

/** The longest part comes first, so that the two lanes end at about the same time. */
const ofTest: readonly Part[] = [
  { name: 'unit', commands: vitest('unit'), missing: missingBuild },
  {
    name: 'types, data, format and lint',
    commands: [
      ['tsc', '--incremental', '--tsBuildInfoFile', `${cache}/tsc/main.tsbuildinfo`],
      ['tsc', '-p', 'src/web', '--incremental', '--tsBuildInfoFile', `${cache}/tsc/page.tsbuildinfo`],
      ['tsx', 'src/cli.ts', 'check'],
      ['prettier', '--check', '.'],
      ['eslint', '.', '--cache', '--cache-location', `${cache}/eslint/`, '--cache-strategy', 'content'],
    ],
    missing: null,
  },
];

const ofTestAll: readonly Part[] = [
  { name: 'integration', commands: vitest('integration'), missing: missingBuild },
  { name: 'postgres', commands: vitest('postgres'), missing: lacksPostgres },
  { name: 'browser', commands: vitest('browser'), missing: missingChromium },
  { name: 'gateway', commands: vitest('gateway'), missing: lacksGateway },
];

/**
 * Runs one command of an installed package. Resolves to its exit code (1 if it could not start) and its output. The output
 * goes through a file, because a pipe would stay open as long as any process that a test left behind.
 */
function runCommand([program, ...flags]: Part['commands'][number]): Promise<{ code: number; output: string }> {
  const path = join(folder, `${String(++commandCount)}.txt`);
  const file = openSync(path, 'w');
  return new Promise((resolve) => {
    const end = (code: number): void => {
      closeSync(file);
      resolve({ code, output: readFileSync(path, 'utf8') });
    };
    const child = spawn('npx', ['--no-install', program, ...flags], { stdio: ['ignore', file, file] });
    child.once('error', () => {
      end(1);
    });
    child.once('exit', (code) => {
      end(code ?? 1);
    });
  });
}

async function runPart({ name, commands }: Part): Promise<Result> {
  const started = Date.now();
  const outputs: string[] = [];
  let ok = true;
  for (const command of commands) {
    const { code, output } = await runCommand(command);
    if (code !== 0) ok = false;
    outputs.push(`$ ${command.join(' ')}\n${output}`);
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stdout.write(`\n== ${name}: ${ok ? 'passed' : 'FAILED'} after ${String(seconds)} s\n${outputs.join('\n')}`);
  return { name, ok, seconds };
}

/** Runs the parts, as many at a time as there are lanes, each lane taking the next part that has not started. */
async function runParts(parts: readonly Part[]): Promise<Result[]> {
  const waiting = [...parts];
  const results: Result[] = [];
  const runLane = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) results.push(await runPart(part));
  };
  await Promise.all(Array.from({ length: LANES }, runLane));
  return results;
}

const parts = process.argv.includes('--all') ? ofTestAll : ofTest;
const leftOut = parts.filter(({ missing }) => missing !== null);
const results = await runParts(parts.filter(({ missing }) => missing === null));
rmSync(folder, { recursive: true });
const failed = results.filter(({ ok }) => !ok);
const isCI = (process.env['CI'] ?? '') !== '' && process.env['CI'] !== 'false';

process.stdout.write('\n');
for (const { name, ok, seconds } of results)
  process.stdout.write(`${ok ? 'Passed' : 'Failed'}: ${name} (${String(seconds)} s)\n`);
for (const { name, missing } of leftOut) process.stdout.write(`Left out: ${name}. It needs ${missing ?? ''}.\n`);
if (leftOut.length === 0) process.stdout.write('No part was left out.\n');
process.exitCode = failed.length > 0 || (isCI && leftOut.length > 0) ? 1 : 0;

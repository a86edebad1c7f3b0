/**
 * `npm test`: every part of the tests whose needs are there, one after the other, and at the end the parts left out. With
 * CI set a part left out is a failure. With REPORTS set to a folder, Vitest leaves its results there as JSON, one file a part.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from './browser/chromium.ts';
import { lacksGateway } from './federation/installed.ts';
import { lacksPostgres } from './postgres/needs.ts';

interface Part {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** What it needs and this machine lacks; null where nothing is lacking. */
  readonly lacks: string | null;
}

const vitest = (project: string): [string, ...string[]] => ['vitest', 'run', '--project', project, ...report(project)];
const report = (project: string): string[] => {
  const folder = process.env['REPORTS'];
  return folder === undefined
    ? []
    : ['--reporter=default', '--reporter=json', `--outputFile.json=${join(folder, `${project}.json`)}`];
};

const parts: readonly Part[] = [
  { name: 'types', command: ['tsc'], lacks: null },
  { name: 'types of the page', command: ['tsc', '-p', 'src/web'], lacks: null },
  { name: 'lint', command: ['eslint', '.'], lacks: null },
  { name: 'main', command: vitest('main'), lacks: existsSync('dist/cli.js') ? null : 'dist (npm run build)' },
  {
    name: 'browser',
    command: vitest('browser'),
    lacks: existsSync(chromium) ? null : `a Chromium at ${chromium} (or where CHROMIUM_PATH says)`,
  },
  { name: 'gateway', command: vitest('gateway'), lacks: lacksGateway },
  { name: 'postgres', command: vitest('postgres'), lacks: lacksPostgres },
];

const failed: string[] = [];
for (const {
  name,
  command: [program, ...flags],
  lacks,
} of parts) {
  if (lacks !== null) continue;
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync('npx', ['--no-install', program, ...flags], { stdio: 'inherit' });
  if (status !== 0) failed.push(name);
}

const left = parts.filter(({ lacks }) => lacks !== null);
const strict = (process.env['CI'] ?? '') !== '' && process.env['CI'] !== 'false';
process.stdout.write('\n');
if (failed.length > 0) process.stdout.write(`Failed: ${failed.join(', ')}\n`);
for (const { name, lacks } of left) process.stdout.write(`Left out: ${name}, for want of ${lacks ?? ''}\n`);
if (left.length === 0) process.stdout.write('No part was left out.\n');
process.exitCode = failed.length > 0 || (strict && left.length > 0) ? 1 : 0;

/**
 * From the start of the command, as `npm start` gives it, to its first answer, compared with a start of Node that does nothing: of
 * both the median, in milliseconds. Without NODE_EXTRA_CA_CERTS, of which Node 20 reads every certificate before it does
 * anything, and this server needs none.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Starts {
  readonly firstAnswer: number;
  readonly nodeAlone: number;
}

/** The build of this repository. */
const ownBuild = join(import.meta.dirname, '../..');
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** `body` is the question that is asked of each as soon as it listens. */
export async function starts(body: string, times: number): Promise<Starts> {
  const [first, alone]: [number[], number[]] = [[], []];
  for (let time = 0; time < times; time += 1) {
    first.push((await firstAnswer(ownBuild, body)).milliseconds);
    const from = performance.now();
    spawnSync(process.execPath, ['--eval', ''], { env });
    alone.push(performance.now() - from);
  }
  return { firstAnswer: median(first), nodeAlone: median(alone) };
}

export interface Start {
  /** From the start of the process to its first answer. */
  readonly milliseconds: number;
  /** Processor time of the server until then, all threads that still run; null where the system does not say. */
  readonly cpuMilliseconds: number | null;
}

/** Starts the server in `build`, the folder that holds `dist`, and asks it once. */
export async function firstAnswer(
  build: string,
  body: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Start> {
  const from = performance.now();
  const child = spawn(process.execPath, [join(build, 'dist/cli.js'), 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...env, ...settings, PORT: '0' },
  });
  try {
    const ended = once(child, 'exit').then(() => {
      throw new Error('the program ended before it listened');
    });
    ended.catch(() => undefined); // stopped on purpose at the end
    const [line = ''] = await Promise.race([
      once(createInterface({ input: child.stdout }), 'line') as Promise<string[]>,
      ended,
    ]);
    const address = /http:\S+\/graphql/.exec(line)?.[0];
    if (address === undefined) throw new Error(`the program says "${line}" and no address`);
    const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const text = await answer.text();
    if (!text.startsWith('{"data"')) throw new Error(`the first answer is ${text.slice(0, 300)}`);
    return { milliseconds: performance.now() - from, cpuMilliseconds: cpuMillisecondsOf(child.pid) };
  } finally {
    if (child.exitCode === null) {
      child.kill();
      await once(child, 'exit');
    }
  }
}

/** The first number of Linux's `schedstat` is the time that a thread ran, in nanoseconds. */
function cpuMillisecondsOf(pid: number | undefined): number | null {
  const threads = `/proc/${String(pid)}/task`;
  if (pid === undefined || !existsSync(threads)) return null;
  const nanoseconds = readdirSync(threads).map((thread) =>
    Number(readFileSync(join(threads, thread, 'schedstat'), 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}

export const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

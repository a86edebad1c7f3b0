/**
 * From the start of the command, as `npm start` gives it, to its first answer, compared with a start of Node that does nothing: of
 * both the median, in milliseconds. Without NODE_EXTRA_CA_CERTS, of which Node 20 reads every certificate before it does
 * anything, and this server needs none.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Starts {
  readonly firstAnswer: number;
  readonly nodeAlone: number;
}

const program = join(import.meta.dirname, '../../dist/cli.js');
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** `body` is the question that is asked of each as soon as it listens. */
export async function starts(body: string, times: number): Promise<Starts> {
  const [first, alone]: [number[], number[]] = [[], []];
  for (let time = 0; time < times; time += 1) {
    first.push(await firstAnswer(body));
    const from = performance.now();
    spawnSync(process.execPath, ['--eval', ''], { env });
    alone.push(performance.now() - from);
  }
  return { firstAnswer: median(first), nodeAlone: median(alone) };
}

async function firstAnswer(body: string): Promise<number> {
  const from = performance.now();
  const child = spawn(process.execPath, [program, 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...env, PORT: '0' },
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
    return performance.now() - from;
  } finally {
    if (child.exitCode === null) {
      child.kill();
      await once(child, 'exit');
    }
  }
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

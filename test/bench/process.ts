/** The servers as processes of their own on the first core, while the load comes from the second. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Server {
  readonly name: string;
  readonly cached: boolean;
  readonly port: number;
  /** What it has used since its start. */
  readonly usage: () => Promise<{ readonly cpuMicros: number; readonly bytes: number }>;
  readonly tell: (message: object) => Promise<unknown>;
  readonly stop: () => void;
}

const serverCore = '0';
const loadCore = '1';
const hasCores = spawnSync('taskset', ['-p', String(process.pid)]).status === 0;

/** Puts this process on the load's core; false where the system cannot, and the figures say so. */
export function takeLoadCore(): boolean {
  return hasCores && spawnSync('taskset', ['-a', '-c', '-p', loadCore, String(process.pid)]).status === 0;
}

export async function start(
  name: string,
  file: string,
  cached: boolean,
  environment: Readonly<Record<string, string>>,
): Promise<Server> {
  const program = [process.execPath, join(import.meta.dirname, 'peers', file)];
  const [command = '', ...flags] = hasCores ? ['taskset', '-c', serverCore, ...program] : program;
  const child: ChildProcess = spawn(command, flags, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', () => {
      reject(new Error(`${name} ended before it answered`));
    });
  });
  ended.catch(() => undefined); // stopped on purpose at the end
  const nextMessage = async (): Promise<unknown> =>
    ((await Promise.race([once(child, 'message'), ended])) as unknown[])[0];
  const { port } = (await nextMessage()) as { port: number };
  const tell = (message: object | string): Promise<unknown> => {
    child.send(message);
    return nextMessage();
  };
  return {
    name,
    cached,
    port,
    tell,
    usage: async () => (await tell('usage')) as { cpuMicros: number; bytes: number },
    stop: () => {
      child.kill();
    },
  };
}

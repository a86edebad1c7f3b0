/** The program as `npm run build` left it, started as a process of its own. */
import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';

export const root = join(import.meta.dirname, '../..');
const program = join(root, 'dist/cli.js');
export const token = 'a-token-of-the-operator';

export interface Built {
  readonly child: ChildProcess;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts a command line and stops it for good when the test ends. */
export function startCommand(
  [command, ...args]: readonly [string, ...string[]],
  { env = {}, ...options }: SpawnOptions = {},
): Built {
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'pipe',
    ...options,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      ADMIN_TOKEN: token,
      // The curated data alone; a server that reads a database has no folder.
      ...(env['DATABASE_URL'] === undefined ? { DATA_DIR: join(root, 'data') } : {}),
      ...env,
    },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(code ?? signal);
    });
  });
  return { child, ended };
}

export const startServer = (options: SpawnOptions = {}): Built =>
  startCommand([process.execPath, program, 'serve'], options);

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const patience = { timeout: 60_000, interval: 20 };
const bearer = { authorization: `Bearer ${token}` };
const address = (port: number, path: string): string => `http://127.0.0.1:${String(port)}${path}`;

export async function isUp(port: number): Promise<boolean> {
  return fetch(address(port, '/health/live')).then(
    ({ ok }) => ok,
    () => false,
  );
}
export const listening = (port: number): Promise<void> => expect.poll(() => isUp(port), patience).toBe(true);

export async function metric(port: number, name: string): Promise<number> {
  const text = await (await fetch(address(port, '/metrics'), { headers: bearer })).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}

/** Asks so many times, and gives how many were answered. */
export async function answered(port: number, times: number): Promise<number> {
  let count = 0;
  for (let asked = 0; asked < times; asked += 1) {
    const { ok } = await fetch(address(port, '/graphql?query={__typename}'));
    if (ok) count += 1;
  }
  return count;
}

/** Resolves once the process has handlers for SIGTERM and SIGHUP, as Linux tells of it. */
export async function hears(pid: number | undefined): Promise<void> {
  const wanted = (1n << 14n) | 1n;
  const caught = (): bigint => {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return BigInt(`0x${/^SigCgt:\s*(\w+)/m.exec(status)?.[1] ?? '0'}`);
  };
  await expect.poll(() => (caught() & wanted) === wanted, { timeout: 60_000, interval: 1 }).toBe(true);
}

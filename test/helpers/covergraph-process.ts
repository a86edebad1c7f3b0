/** Runs the command line from its sources as a separate process, in a folder outside the repository. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const cli = join(import.meta.dirname, '..', '..', 'src', 'cli.ts');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The first line on standard output; rejects if the process ends without one. */
  readonly line: Promise<string>;
  /** Returns the text on standard error so far. */
  readonly err: () => string;
}

export interface Surroundings {
  /** The whole environment of the process; empty by default. */
  readonly env?: Record<string, string>;
  readonly input?: string;
  /** By default the system's folder for temporary files. */
  readonly cwd?: string;
  /** The id of the user that it runs as; by default the user of the tests. */
  readonly uid?: number | undefined;
}

export function start(
  args: readonly string[],
  { env = {}, input = '', cwd = tmpdir(), uid }: Surroundings = {},
): Started {
  const child = spawn(process.execPath, ['--import', tsx, cli, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  let out = '';
  let err = '';
  child.stdin.end(input);
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString();
  });
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => {
      resolve({ code, out, err });
    }),
  );
  const line = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
      if (out.includes('\n')) resolve(out.slice(0, out.indexOf('\n')));
    });
    void ended.then(() => {
      reject(new Error(`it ended without a line: ${err}`));
    });
  });
  line.catch(() => undefined);
  return { process: child, ended, line, err: () => err };
}

export const run = (args: readonly string[], options?: Parameters<typeof start>[1]): Promise<Ended> =>
  start(args, options).ended;

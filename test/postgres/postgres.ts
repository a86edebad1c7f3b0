/** A PostgreSQL of the tests' own: a cluster in a temporary folder, on a port of the loopback, for a user who is not root. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** Debian's place, the newest version; elsewhere where POSTGRES_BIN says. Null: there is none. */
export const binaries: string | null = (() => {
  const said = process.env['POSTGRES_BIN'];
  if (said !== undefined) return existsSync(join(said, 'postgres')) ? said : null;
  const root = '/usr/lib/postgresql';
  const newest = (existsSync(root) ? readdirSync(root) : [])
    .map(Number)
    .filter((version) => version > 0)
    .sort((a, b) => b - a);
  return (
    newest
      .map((version) => join(root, String(version), 'bin'))
      .find((folder) => existsSync(join(folder, 'postgres'))) ?? null
  );
})();

export interface Postgres {
  /** Of its database `postgres`, as the superuser. */
  readonly address: string;
  /** A new, empty database; its address. */
  readonly database: (name: string) => Promise<string>;
  /** Everybody is cut off at once. */
  readonly stop: () => Promise<void>;
  /** The same cluster at the same port, where it does not run. */
  readonly start: () => Promise<void>;
  /** Stops it and takes the folder away. */
  readonly end: () => Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** PostgreSQL will not run as root. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name = '', , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]),
  );
  return users.get('postgres') ?? users.get('nobody') ?? {};
}

/** `sockets`: the folder of Unix sockets, which everybody may write to; left out, there are none. */
export async function startPostgres(sockets = ''): Promise<Postgres> {
  const programs = binaries;
  if (programs === null) throw new Error('there is no PostgreSQL here');
  const as = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'covergraph-postgres-'));
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const options = { cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' }, ...as };
  const cluster = join(folder, 'cluster');
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', cluster, '-U', 'covergraph', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  const port = await freePort();
  const urlOf = (name: string): string => `postgres://covergraph@127.0.0.1:${String(port)}/${name}`;
  let running: ChildProcess | null = null;
  process.once('exit', () => {
    running?.kill('SIGQUIT');
  });

  const start = async (): Promise<void> => {
    if (running !== null) return;
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: sockets,
      fsync: 'off',
      max_connections: '60',
      log_min_messages: 'fatal',
    };
    running = spawn(
      join(programs, 'postgres'),
      [
        '-D',
        cluster,
        '-p',
        String(port),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      { ...options, stdio: 'ignore' },
    );
    for (let tries = 0; ; tries += 1) {
      const client = new Client({ connectionString: urlOf('postgres') });
      client.on('error', () => undefined);
      const isThere = await client.connect().then(
        () => true,
        () => false,
      );
      await client.end().catch(() => undefined);
      if (isThere) return;
      if (tries > 200 || running.exitCode !== null) throw new Error('PostgreSQL did not start');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const stop = async (): Promise<void> => {
    const stopping = running;
    if (stopping === null) return;
    running = null;
    const ended = new Promise((resolve) => stopping.once('exit', resolve));
    stopping.kill('SIGINT'); // fast: lines are cut, transactions undone
    await ended;
  };
  await start();
  return {
    address: urlOf('postgres'),
    start,
    stop,
    database: async (name) => {
      await query(urlOf('postgres'), `create database "${name}"`);
      return urlOf(name);
    },
    end: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One statement on a line of its own. */
export async function query(address: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Three servers over one database, behind HAProxy, each a process of its own as an operator would run it, and askers who
 * never stop: what is done to any of them, every answer is counted and compared with what was published.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { at } from '../schema/ask.ts';
import { haproxy } from './needs.ts';
import { freePort, type Postgres, query, startPostgres } from './postgres.ts';

const cli = at('dist/cli.js');

export interface Asked {
  answered: number;
  /** Of those that were not answered as they should have been: what was wrong. */
  readonly failed: string[];
  /** By data version, how many answers came from it. */
  readonly versions: Map<string, number>;
}

export interface Replica {
  readonly port: number;
  readonly start: () => Promise<void>;
  /** Sends the signal and resolves to the exit code. */
  readonly stop: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>;
  readonly ready: () => Promise<{ readonly version: number; readonly isReachable: boolean }>;
}

export interface Stand {
  readonly postgres: Postgres;
  readonly address: string;
  readonly replicas: readonly Replica[];
  readonly asked: Asked;
  /** Publishes the own data with TRICARE Prime under the name; resolves to the version's number. */
  readonly publish: (name: string) => Promise<number>;
  /** One that dies by SIGKILL with everything written, at the row that its transaction would change last. */
  readonly publishAndKill: (name: string) => Promise<void>;
  readonly rollback: () => Promise<number>;
  /** Milliseconds until each of the replicas answers from the version; rejects where that takes too long. */
  readonly converged: (version: number, among?: readonly Replica[]) => Promise<number>;
  readonly end: () => Promise<void>;
}

/** Requests are read only, so any may be sent to another server where the first has not answered; a checked server that fails once is left out until it is ready again. */
const configuration = (port: number, ports: readonly number[]): string => `
global
  maxconn 500
defaults
  mode http
  timeout connect 1s
  timeout client 30s
  timeout server 30s
  timeout check 2s
  retries 3
  option redispatch 1
  retry-on conn-failure empty-response response-timeout 503
frontend askers
  bind 127.0.0.1:${String(port)}
  default_backend replicas
backend replicas
  balance roundrobin
  option httpchk GET /health/ready
  default-server inter 200ms fastinter 100ms fall 2 rise 2
${ports.map((each, index) => `  server replica-${String(index + 1)} 127.0.0.1:${String(each)} check`).join('\n')}
`;

export async function stand({ askers = 6, replicas: count = 3, pollSeconds = 2 } = {}): Promise<Stand> {
  const folder = mkdtempSync(join(tmpdir(), 'covergraph-replicas-'));
  const postgres = await startPostgres();
  const address = await postgres.database('replicas');
  const names = new Map<string, string>();
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: address,
    POLL_SECONDS: String(pollSeconds),
    LOG_LEVEL: 'error',
  };
  const children = new Set<ChildProcess>();
  const started = (program: string, args: readonly string[]): ChildProcess => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    children.add(child);
    child.once('exit', () => children.delete(child));
    return child;
  };
  process.once('exit', () => {
    for (const child of children) child.kill('SIGKILL');
  });
  const exit = (child: ChildProcess): Promise<number | null> =>
    new Promise((resolve) => {
      child.once('exit', resolve);
    });
  const said = async (...args: string[]): Promise<unknown> => {
    const child = started(process.execPath, [cli, ...args, '--json']);
    let out = '';
    child.stdout?.on('data', (part: Buffer) => {
      out += part.toString();
    });
    const code = await exit(child);
    if (code !== 0) throw new Error(`covergraph ${args.join(' ')} ended with ${String(code)}`);
    return (JSON.parse(out) as { data: unknown }).data;
  };
  const folderWith = (name: string): string => {
    const data = join(folder, name.replaceAll(' ', '-'));
    cpSync(at('data'), data, { recursive: true });
    const file = join(data, 'plans/tricare-prime.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('name: TRICARE Prime\n', `name: ${name}\n`));
    return data;
  };
  const publish = async (name: string): Promise<number> => {
    const { number, digest } = (await said('publish', '--data', folderWith(name), '--note', name)) as {
      number: number;
      digest: string;
    };
    names.set(digest, name);
    return number;
  };

  await said('migrate');
  await publish('Prime 0');
  const ports = await Promise.all(Array.from({ length: count }, freePort));
  const replicas = ports.map((port) => replicaAt(port, started, exit));
  await Promise.all(replicas.map(({ start }) => start()));
  const proxyPort = await freePort();
  const file = join(folder, 'haproxy.cfg');
  writeFileSync(file, configuration(proxyPort, ports));
  const proxy = started(haproxy, ['-q', '-db', '-f', file]);

  const asked: Asked = { answered: 0, failed: [], versions: new Map() };
  const agent = new Agent({ keepAlive: true, maxSockets: askers });
  await until(async () => (await post(agent, proxyPort, body(0))).status === 200);
  let isOver = false;
  const asking = Array.from({ length: askers }, async (_, client) => {
    for (let turn = 0; !isOver; turn += 1) {
      try {
        note(asked, names, await post(agent, proxyPort, body(client * 1_000_003 + turn)));
      } catch (error) {
        asked.failed.push(`no answer: ${error instanceof Error ? error.message : String(error)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  });

  return {
    postgres,
    address,
    replicas,
    asked,
    publish,
    publishAndKill: async (name) => {
      const data = folderWith(name);
      const holder = new Client({ connectionString: address });
      await holder.connect();
      await holder.query('begin; select * from covergraph.current_version for update');
      const child = started(process.execPath, [cli, 'publish', '--data', data]);
      await until(
        async () =>
          (
            await query(
              address,
              "select 1 from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'covergraph' and datname = current_database()",
            )
          ).length > 0,
        30,
      );
      const dead = exit(child);
      child.kill('SIGKILL');
      await dead;
      await holder.query('rollback');
      await holder.end();
    },
    rollback: async () => ((await said('rollback')) as { now: number }).now,
    converged: async (version, among = replicas) => {
      const from = performance.now();
      await until(async () =>
        (await Promise.all(among.map(({ ready }) => ready()))).every((each) => each.version === version),
      );
      return performance.now() - from;
    },
    end: async () => {
      isOver = true;
      await Promise.all(asking);
      agent.destroy();
      proxy.kill('SIGTERM');
      await Promise.all([...replicas.map(({ stop }) => stop('SIGTERM')), exit(proxy)]);
      await postgres.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function replicaAt(
  port: number,
  started: (program: string, args: readonly string[]) => ChildProcess,
  exit: (child: ChildProcess) => Promise<number | null>,
): Replica {
  let child: ChildProcess | null = null;
  return {
    port,
    start: async () => {
      const starting = (child = started(process.execPath, [cli, 'serve', '--port', String(port)]));
      await new Promise<void>((resolve, reject) => {
        starting.stdout?.once('data', () => {
          resolve();
        });
        starting.once('exit', (code) => {
          reject(new Error(`a replica ended with ${String(code)}`));
        });
      });
    },
    stop: async (signal) => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return null;
      const ended = exit(child);
      child.kill(signal);
      return ended;
    },
    ready: async () => {
      const { database } = (await (await fetch(`http://127.0.0.1:${String(port)}/health/ready`)).json()) as {
        database: { version: number; isReachable: boolean };
      };
      return database;
    },
  };
}

/** Each in words of its own, so that none is answered from what was kept. */
const body = (turn: number): string =>
  JSON.stringify({
    query: `query { dataset { version } plan(slug: "tricare-prime") { name } coverage(plan: "tricare-prime", of: { service: "massage-therapy" }) { of${String(turn)}: id status plan { name } } }`,
  });

interface Reply {
  readonly status: number;
  readonly text: string;
}
function post(agent: Agent, port: number, text: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const posting = request(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/graphql',
        agent,
        timeout: 20_000,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      },
      (response) => {
        let reply = '';
        response
          .setEncoding('utf8')
          .on('data', (part: string) => {
            reply += part;
          })
          .on('end', () => {
            resolve({ status: response.statusCode ?? 0, text: reply });
          })
          .on('error', reject);
      },
    );
    posting
      .on('error', reject)
      .on('timeout', () => {
        posting.destroy(new Error('no answer in time'));
      })
      .end(text);
  });
}

/** An answer is whole where every part of it is of one version, and that was published. */
function note(asked: Asked, names: ReadonlyMap<string, string>, { status, text }: Reply): void {
  if (status !== 200) {
    asked.failed.push(`${String(status)}: ${text.slice(0, 200)}`);
    return;
  }
  const { data, errors, extensions } = JSON.parse(text) as {
    data: { dataset: { version: string }; plan: { name: string }; coverage: { plan: { name: string } } };
    errors?: unknown;
    extensions: { dataVersion: string };
  };
  const version = extensions.dataVersion;
  // A server may answer from a version before the publisher is back to tell of it.
  const name = names.get(version) ?? data.plan.name;
  if (
    errors !== undefined ||
    data.dataset.version !== version ||
    data.plan.name !== name ||
    data.coverage.plan.name !== name ||
    !name.startsWith('Prime ') ||
    name.includes('never')
  ) {
    asked.failed.push(`mixed: ${text.slice(0, 300)}`);
    return;
  }
  asked.answered += 1;
  asked.versions.set(version, (asked.versions.get(version) ?? 0) + 1);
}

export async function until(isSo: () => Promise<boolean>, seconds = 20): Promise<void> {
  for (const end = performance.now() + seconds * 1_000; performance.now() < end;) {
    if (await isSo().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`it was not so within ${String(seconds)} seconds`);
}

/**
 * The server as a process of its own, over a copy of the project's data: it reloads on request, answers every request
 * when it goes, loses nothing when it is killed, and writes nothing and needs no rights while it runs.
 */
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderFingerprint } from '../../src/store/folder-fingerprint.ts';
import { start, type Started, type Surroundings } from '../helpers/covergraph-process.ts';

const own = join(import.meta.dirname, '../../data');
const token = 'a-token-of-the-operator';
const plan = 'plans/tricare-prime.yaml';
/** A name in the plan's file is changed, so that the data is another and still sound. */
const renamed = (text: string, name: string): string => text.replace(/^name: .*$/m, `name: ${name}`);
const patience = { timeout: 90_000, interval: 50 };

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'covergraph-serving-'));
  onTestFinished(() => {
    chmodSync(made, 0o755);
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}
function copyOfData(): string {
  const data = join(folder(), 'data');
  cpSync(own, data, { recursive: true });
  return data;
}

interface Served extends Started {
  readonly address: string;
}
async function served(
  data: string,
  { flags = [], ...around }: Surroundings & { flags?: readonly string[] } = {},
): Promise<Served> {
  const started = start(['serve', '--port', '0', '--data', data, ...flags], {
    ...around,
    env: { ADMIN_TOKEN: token, ...around.env },
  });
  onTestFinished(() => {
    started.process.kill('SIGKILL');
  });
  const line = await started.line;
  return { ...started, address: /http:\S+(?=\/graphql)/.exec(line)?.[0] ?? '' };
}

interface Ready {
  readonly dataVersion: string;
  readonly lastReload: {
    readonly outcome: string;
    readonly problemCount: number;
    readonly problems?: readonly string[];
  };
}
const bearer = { authorization: `Bearer ${token}` };
const ready = async ({ address }: Served): Promise<Ready> =>
  (await fetch(`${address}/health/ready`, { headers: bearer })).json() as Promise<Ready>;
const nameOf = async ({ address }: Served): Promise<string> => {
  const { data } = (await (await fetch(`${address}/graphql?query={plan(slug:"tricare-prime"){name}}`)).json()) as {
    data: { plan: { name: string } };
  };
  return data.plan.name;
};
const metrics = async ({ address }: Served): Promise<string> =>
  (await fetch(`${address}/metrics`, { headers: bearer })).text();

test(
  "SIGHUP and the operator's call load the data again; refused data leaves the old data answering, and log, metric and readiness show it",
  { timeout: 120_000 },
  async () => {
    const data = copyOfData();
    const file = join(data, plan);
    const text = readFileSync(file, 'utf8');
    const server = await served(data, { flags: ['--log-level', 'info'] });
    const first = (await ready(server)).dataVersion;

    writeFileSync(file, renamed(text, 'Prime by signal'));
    expect(await nameOf(server)).toBe('TRICARE Prime');
    server.process.kill('SIGHUP');
    await expect.poll(() => nameOf(server), patience).toBe('Prime by signal');
    const second = (await ready(server)).dataVersion;
    expect(second).not.toBe(first);

    appendFileSync(file, '\nhalf: a fi');
    server.process.kill('SIGHUP');
    await expect
      .poll(async () => (await ready(server)).lastReload, patience)
      .toMatchObject({ outcome: 'UNSOUND', problems: [expect.stringContaining(plan)] });
    expect([await nameOf(server), (await ready(server)).dataVersion]).toEqual(['Prime by signal', second]);
    expect(
      server
        .err()
        .split('\n')
        .filter((line) => line.includes('"UNSOUND"'))
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      expect.objectContaining({
        level: 'error',
        dataVersion: second,
        problems: [expect.stringContaining(plan)] as unknown,
      }),
    ]);
    expect((await metrics(server)).split('\n')).toEqual(
      expect.arrayContaining([
        'covergraph_reloads_total{outcome="LOADED"} 2',
        'covergraph_reloads_total{outcome="UNSOUND"} 1',
        'covergraph_data_problems 1',
        `covergraph_data_info{version="${second}"} 1`,
      ]),
    );
    const call = () => fetch(`${server.address}/admin/reload`, { method: 'POST', headers: bearer });
    expect((await call()).status).toBe(422);

    writeFileSync(file, renamed(text, 'Prime by call'));
    expect((await call()).status).toBe(200);
    expect(await nameOf(server)).toBe('Prime by call');
    expect((await ready(server)).lastReload).toEqual(expect.objectContaining({ outcome: 'LOADED', problemCount: 0 }));
    server.process.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  },
);

test(
  'with --watch a file that changes is loaded without being asked, and one that is half a file is waited out',
  { timeout: 120_000 },
  async () => {
    const data = copyOfData();
    const file = join(data, plan);
    const text = readFileSync(file, 'utf8');
    const server = await served(data, { flags: ['--watch'] });
    writeFileSync(file, `${text}\nhalf: a fi`);
    await expect.poll(async () => (await ready(server)).lastReload.outcome, patience).toBe('UNSOUND');
    expect(await nameOf(server)).toBe('TRICARE Prime');
    writeFileSync(file, renamed(text, 'Prime as watched'));
    await expect.poll(() => nameOf(server), patience).toBe('Prime as watched');
  },
);

/** Asks over and over on lines that are kept, until the server takes no new line; returns what became of each request. */
async function asking(address: string, isOver: () => boolean): Promise<{ answered: number; failed: string[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const body = JSON.stringify({
    query:
      '{ coverageMatrix(plans: ["medicare", "tricare-prime", "medigap"], of: [{ service: "massage-therapy" }, { service: "acupuncture" }]) { rows { cells { status summary } } } }',
  });
  const became = { answered: 0, failed: [] as string[] };
  const once = () =>
    new Promise<string>((resolve) => {
      const asked = request(
        `${address}/graphql`,
        { agent, method: 'POST', headers: { 'content-type': 'application/json' } },
        (response) => {
          let text = '';
          response.on('data', (part: Buffer) => {
            text += part.toString();
          });
          response.on('end', () => {
            resolve(
              response.statusCode === 200 && text.endsWith('}') ? 'answered' : `status ${String(response.statusCode)}`,
            );
          });
          response.on('error', ({ message }) => {
            resolve(message);
          });
        },
      );
      asked.on('error', (error: NodeJS.ErrnoException) => {
        resolve(error.code ?? error.message);
      });
      asked.end(body);
    });
  while (!isOver()) {
    const outcome = await once();
    if (outcome === 'ECONNREFUSED') break; // it was never taken
    if (outcome === 'answered') became.answered += 1;
    else became.failed.push(outcome);
  }
  agent.destroy();
  return became;
}

test(
  'SIGTERM under load fails no request that was taken, and the process ends by itself',
  { timeout: 120_000 },
  async () => {
    const server = await served(own);
    const clients = Array.from({ length: 8 }, () => asking(server.address, () => false));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    server.process.kill('SIGTERM');
    const became = await Promise.all(clients);
    expect(became.flatMap(({ failed }) => failed)).toEqual([]);
    expect(became.every(({ answered }) => answered > 0)).toBe(true);
    expect((await server.ended).code).toBe(0);
  },
);

test(
  'killed at any moment, while it starts, answers or loads, it leaves the data as it was and starts again',
  { timeout: 240_000 },
  async () => {
    const data = copyOfData();
    const [state, versions] = [await folderFingerprint([data]), new Set<string>()];
    for (const wait of [0, 150, 600]) {
      const starting = start(['serve', '--port', '0', '--data', data]);
      await new Promise((resolve) => setTimeout(resolve, wait));
      starting.process.kill('SIGKILL');
      expect((await starting.ended).code).toBeNull();

      const server = await served(data);
      versions.add((await ready(server)).dataVersion);
      let isOver = false;
      const clients = Array.from({ length: 2 }, () => asking(server.address, () => isOver));
      await new Promise((resolve) => setTimeout(resolve, wait));
      server.process.kill('SIGHUP');
      await new Promise((resolve) => setTimeout(resolve, wait));
      server.process.kill('SIGKILL');
      isOver = true;
      await Promise.all(clients);
      expect((await server.ended).code).toBeNull();
      expect(await folderFingerprint([data])).toBe(state);
    }
    const last = await served(data);
    versions.add((await ready(last)).dataVersion);
    expect([versions.size, last.err()]).toEqual([1, '']);
  },
);

const UNPRIVILEGED_USER = 65_534;
/** An unprivileged user if the tests run as root and others may read the program; otherwise the user who runs them. */
function somebodyElse(): number | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (let path = own; path !== dirname(path); path = dirname(path))
    if ((statSync(path).mode & 0o005) !== 0o005) return undefined;
  return UNPRIVILEGED_USER;
}

test(
  'it runs as somebody with no rights, in a folder and over data that cannot be written, and opens no file to write',
  { timeout: 120_000 },
  async () => {
    const data = copyOfData();
    const cwd = folder();
    for (const name of ['', ...readdirSync(data, { recursive: true, encoding: 'utf8' })])
      chmodSync(join(data, name), statSync(join(data, name)).isDirectory() ? 0o555 : 0o444);
    for (const path of [dirname(data), cwd]) chmodSync(path, 0o555);
    onTestFinished(() => {
      for (const name of ['', ...readdirSync(data, { recursive: true, encoding: 'utf8' })])
        chmodSync(join(data, name), 0o755);
    });
    const uid = somebodyElse();
    const server = await served(data, { cwd, uid, flags: ['--log-level', 'info'] });
    expect(await nameOf(server)).toBe('TRICARE Prime');
    expect((await fetch(`${server.address}/admin/reload`, { method: 'POST', headers: bearer })).status).toBe(200);
    expect((await fetch(`${server.address}/graphql`, { headers: { accept: 'text/html' } })).status).toBe(200);
    expect(readdirSync(cwd)).toEqual([]);
    if (process.platform === 'linux' && uid !== undefined) {
      const of = `/proc/${String(server.process.pid)}`;
      expect(readFileSync(`${of}/status`, 'utf8')).toMatch(/^Uid:\t65534\t65534\t65534\t65534$/m);
      const written = readdirSync(`${of}/fd`).filter((name) => {
        try {
          const [, flags = '0'] = /^flags:\s+(\d+)$/m.exec(readFileSync(`${of}/fdinfo/${name}`, 'utf8')) ?? [];
          return (
            (Number.parseInt(flags, 8) & 3) !== 0 &&
            readlinkSync(`${of}/fd/${name}`).startsWith('/') &&
            !readlinkSync(`${of}/fd/${name}`).startsWith('/dev/')
          );
        } catch (error) {
          if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false; // closed since it was listed
          throw error;
        }
      });
      expect(written).toEqual([]);
    }
    server.process.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  },
);

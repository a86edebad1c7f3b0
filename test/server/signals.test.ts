/** Signals are heard from the first moment of the program: before the server listens, while it does, and while it leaves. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Built, freePort, hears, isUp, listening, root, startCommand, startServer } from './built.ts';

const longest = { timeout: 120_000 };
/** Only Linux tells which signals a process handles. */
const onLinux = test.runIf(existsSync('/proc/self/status'));
const isolating = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child'] as const;
const mayIsolate = spawnSync(isolating[0], [...isolating.slice(1), 'true']).status === 0;

function textOf({ child }: Built, of: 'stdout' | 'stderr'): () => string {
  let text = '';
  child[of]?.on('data', (part: Buffer) => {
    text += part.toString();
  });
  return () => text;
}

onLinux.each(['SIGTERM', 'SIGINT'] as const)('%s ends a server that has just begun with 0', longest, async (signal) => {
  const server = startServer({ env: { PORT: String(await freePort()) } });
  await hears(server.child.pid);
  server.child.kill(signal);
  expect(await server.ended).toBe(0);
});

/** Data of so many plans that reading it takes seconds. */
function largeData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'covergraph-signals-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const kind of ['sources', 'plans']) mkdirSync(join(folder, kind));
  copyFileSync(
    join(root, 'test/bad-data/failing-case/data/sources/handbook.yaml'),
    join(folder, 'sources/handbook.yaml'),
  );
  for (let plan = 1; plan <= 5_000; plan += 1)
    writeFileSync(
      join(folder, `plans/plan-${String(plan)}.yaml`),
      `name: Plan ${String(plan)}\ncites: [handbook#s1]\n`,
    );
  return folder;
}

onLinux('while it reads its data SIGHUP does no harm, and SIGTERM ends it with 0', longest, async () => {
  const server = startServer({ env: { PORT: String(await freePort()), DATA_DIR: largeData() } });
  const said = textOf(server, 'stdout');
  await hears(server.child.pid);
  server.child.kill('SIGHUP');
  server.child.kill('SIGTERM');
  expect([await server.ended, said()]).toEqual([0, '']);
});

onLinux('SIGHUP before the server listens is kept until it does, and loads the data again', longest, async () => {
  const port = await freePort();
  const server = startServer({ env: { PORT: String(port), LOG_LEVEL: 'info' } });
  const log = textOf(server, 'stderr');
  await hears(server.child.pid);
  server.child.kill('SIGHUP');
  await listening(port);
  await expect.poll(log, { timeout: 60_000 }).toContain('"outcome":"UNCHANGED"');
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

onLinux('while it waits for a database SIGHUP does no harm, and SIGTERM ends it with 0', longest, async () => {
  const nowhere = `postgres://u@127.0.0.1:${String(await freePort())}/none`;
  const server = startServer({ env: { DATABASE_URL: nowhere, DATABASE_WAIT: '3000' } });
  const log = textOf(server, 'stderr');
  await expect.poll(log, { timeout: 60_000 }).toContain('database.awaited');
  server.child.kill('SIGHUP');
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

test('a second SIGTERM ends at once what the first lets finish', longest, async () => {
  const port = await freePort();
  const server = startServer({ env: { PORT: String(port), LOG_LEVEL: 'info', DRAIN_SECONDS: '3000' } });
  const log = textOf(server, 'stderr');
  await listening(port);
  const half = connect(port, '127.0.0.1');
  onTestFinished(() => {
    half.destroy();
  });
  half.on('error', () => undefined);
  half.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{');
  await new Promise((resolve) => half.once('ready', resolve));
  server.child.kill('SIGTERM');
  await expect.poll(log, { timeout: 60_000 }).toContain('"shutdown.started"');
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(1);
});

/** Process 1 of a namespace has no default actions; it is the only child of a process that it was started by. */
const isolated = (pid: number | undefined): number =>
  Number(readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8').trim());

test.runIf(mayIsolate)(
  'as process 1 SIGTERM ends it with 0, before it listens and while it does',
  longest,
  async () => {
    for (const isListening of [false, true]) {
      const port = await freePort();
      const { child, ended } = startCommand([...isolating, process.execPath, 'dist/cli.js', 'serve'], {
        env: { PORT: String(port) },
      });
      await expect.poll(() => isolated(child.pid), { timeout: 60_000 }).toBeGreaterThan(0);
      await hears(isolated(child.pid));
      if (isListening) await listening(port);
      process.kill(isolated(child.pid), 'SIGTERM');
      expect(await ended).toBe(0);
    }
  },
);

test.runIf(process.platform !== 'win32')(
  'npm start passes SIGTERM on, and ends once the server has',
  longest,
  async () => {
    const port = await freePort();
    const { child, ended } = startCommand(['npm', 'start'], { cwd: root, env: { PORT: String(port) } });
    await listening(port);
    child.kill('SIGTERM');
    expect([await ended, await isUp(port)]).toEqual([0, false]);
  },
);

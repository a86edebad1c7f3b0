/** The operator's port has health, metrics and reloading, whatever happens at the port for clients, until the shutdown ends. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Graph } from '../../src/graph/entries.ts';
import { adminRoutes } from '../../src/http/admin.ts';
import { createAdminHttp } from '../../src/http/http.ts';
import { serve } from '../../src/server.ts';
import { freePort, root, startServer, token } from './built.ts';

const bearer = { authorization: `Bearer ${token}` };
const at = (port: number | null, path: string): string => `http://127.0.0.1:${String(port)}${path}`;

async function serving(options: Partial<Parameters<typeof serve>[0]> = {}) {
  const running = await serve({
    port: 0,
    host: '127.0.0.1',
    data: [join(root, 'data')],
    sources: [],
    adminToken: token,
    drainSeconds: 2,
    ...options,
  });
  onTestFinished(async () => {
    await running.close();
  });
  return running;
}
const statusAt = async (port: number | null, path: string, init: RequestInit = {}): Promise<number> => {
  const response = await fetch(at(port, path), { headers: bearer, ...init });
  await response.arrayBuffer();
  return response.status;
};
async function statuses(port: number | null): Promise<Record<string, number>> {
  return {
    live: await statusAt(port, '/health/live'),
    ready: await statusAt(port, '/health/ready'),
    metrics: await statusAt(port, '/metrics'),
    reload: await statusAt(port, '/admin/reload', { method: 'POST' }),
    graphql: await statusAt(port, '/graphql?query={__typename}'),
    page: await statusAt(port, '/graphql', { headers: { accept: 'text/html' } }),
  };
}

describe('which port has what', () => {
  test('with an admin port', async () => {
    const { port, adminPort, line } = await serving({ adminPort: 0 });
    expect(await statuses(port)).toEqual({ live: 200, ready: 200, metrics: 404, reload: 404, graphql: 200, page: 200 });
    expect(await statuses(adminPort)).toEqual({
      live: 200,
      ready: 200,
      metrics: 200,
      reload: 200,
      graphql: 404,
      page: 404,
    });
    expect(await statusAt(adminPort, '/metrics', { headers: {} })).toBe(401);
    expect(await (await fetch(at(adminPort, '/nothing'))).text()).toContain('This port has /health/live');
    expect(line.split('\n')[1]).toBe(
      `Health, metrics and reloading are at ${['health/ready', 'metrics', 'admin/reload']
        .map((path) => at(adminPort, `/${path}`))
        .join(', ')
        .replace(/, (?!.*, )/, ' and ')}`,
    );
  });

  test('without one', async () => {
    const { port, adminPort, line } = await serving();
    expect([adminPort, line.split('\n')]).toEqual([null, [line]]);
    expect(await statuses(port)).toEqual({ live: 200, ready: 200, metrics: 200, reload: 200, graphql: 200, page: 200 });
  });

  test('with an admin port and no token there is health alone', async () => {
    const { adminPort } = await serving({ adminPort: 0, adminToken: null });
    expect(await statuses(adminPort)).toMatchObject({ live: 200, ready: 200, metrics: 404, reload: 404 });
  });
});

test('a thousand silent connections at the port for clients do not shut it out', async () => {
  const { port, adminPort } = await serving({ adminPort: 0, limits: { headerSeconds: 3_600, sendSeconds: 3_600 } });
  const refused = async (): Promise<number> => {
    const text = await (await fetch(at(adminPort, '/metrics'), { headers: bearer })).text();
    return Number(/^covergraph_connections_refused_total\{reason="max_connections"\} (\d+)$/m.exec(text)?.[1]);
  };
  const open = async (): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  };
  const sockets: Socket[] = [];
  for (let count = 0; count < 1_005; count += 1) sockets.push(await open());
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  await expect.poll(refused, { timeout: 60_000 }).toBe(5);
  await expect(fetch(at(port, '/health/live'))).rejects.toThrow();
  expect(await statusAt(adminPort, '/health/live')).toBe(200);
  expect(await refused()).toBeGreaterThan(5);
});

test('it answers while requests in progress end, and is closed after them', async () => {
  const running = await serving({ adminPort: 0, drainSeconds: 60 });
  const slow = connect(running.port, '127.0.0.1');
  slow.write(
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 28\r\n\r\n{"query":',
  );
  slow.setEncoding('latin1');
  let received = '';
  slow.on('data', (part: string) => {
    received += part;
  });
  await expect.poll(() => statusAt(running.port, '/health/live')).toBe(200); // the request before has arrived
  const closed = running.close();
  await expect
    .poll(() =>
      fetch(at(running.port, '/health/live')).then(
        () => 'open',
        () => 'closed',
      ),
    )
    .toBe('closed');
  expect(await statusAt(running.adminPort, '/health/live')).toBe(200);
  expect(await statusAt(running.adminPort, '/health/ready')).toBe(503);
  expect(await statusAt(running.adminPort, '/metrics')).toBe(200);
  slow.write('"{ __typename }"}  ');
  expect(await closed).toBe(true);
  expect(received).toContain('200 OK');
  await expect(fetch(at(running.adminPort, '/health/live'))).rejects.toThrow();
});

describe('a port that is taken', () => {
  test('is an error in words, and no port stays open', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      holder.close();
    });
    const { port: taken } = holder.address() as AddressInfo;
    const free = await freePort();
    await expect(serving({ port: free, adminPort: taken })).rejects.toMatchObject({
      lines: [
        `Cannot listen at 127.0.0.1:${String(taken)}: the port is taken. Stop what listens there, or choose another with --admin-port or ADMIN_PORT (0 takes any free one).`,
      ],
    });
    await expect(fetch(at(free, '/health/live'))).rejects.toThrow();
  });

  test('ends the process with code 1, also if both ports are the same', async () => {
    const port = String(await freePort());
    const { child, ended } = startServer({ env: { PORT: port, ADMIN_PORT: port } });
    let text = '';
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    expect(await ended).toBe(1);
    expect(text).toBe(
      `Cannot listen at 127.0.0.1:${port}: the port is taken. Stop what listens there, or choose another with --admin-port or ADMIN_PORT (0 takes any free one).\n`,
    );
  });
});

test('a reload may take longer than a connection may be idle', async () => {
  const graph = { version: 'v' } as Graph;
  const routes = adminRoutes(
    {
      current: () => ({ graph, loadedAt: '' }),
      reload: async () => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        return { at: '', outcome: 'UNCHANGED', dataVersion: 'v', problems: [] };
      },
    },
    () => Promise.reject(new Error('not read')),
    token,
  );
  const server = createServer(
    createAdminHttp({ current: () => ({ graph, loadedAt: '' }), log: () => undefined, routes }),
  );
  server.timeout = 50;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  expect(await statusAt(port, '/admin/reload', { method: 'POST' })).toBe(200);
});

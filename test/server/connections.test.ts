/** Connections that are refused are counted by reason and logged at a bounded rate; the answers are those of Node. */
import { once } from 'node:events';
import { createServer, type Server, type ServerOptions } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createConnectionWatch } from '../../src/server/connections.ts';

type LoggedEvent = [name: string, details: unknown, level: string | undefined];
function watching() {
  const events: LoggedEvent[] = [];
  const connections = createConnectionWatch({
    event: (name, details, level) => {
      events.push([name, details, level]);
    },
  });
  return { ...connections, events, counts: () => Object.fromEntries(connections.refused()) };
}
const none = {
  max_connections: 0,
  bad_request: 0,
  request_timeout: 0,
  headers_too_large: 0,
  chunk_extensions_too_large: 0,
};

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
const options: ServerOptions = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 };
const answering = (): Server =>
  createServer(options, (request, response) => {
    request.resume().on('end', () => response.end('answered'));
  });

/** Everything that the server sends until it closes the connection. */
async function sentBack(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.setEncoding('latin1').on('data', (part: string) => {
    received += part;
  });
  socket.on('error', () => undefined);
  socket.write(text, 'latin1');
  await once(socket, 'close');
  return received;
}
const withoutDate = (text: string): string => text.replace(/^date: .*$/gim, 'Date');

describe('what is not a request', () => {
  const chunked = 'POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n';
  test.each([
    ['another protocol', '\x16\x03\x01 hello\r\n\r\n', 400, 'bad_request'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400, null],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
      400,
      'bad_request',
    ],
    ['long headers', `GET / HTTP/1.1\r\nhost: x\r\nlong: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers_too_large'],
    ['a long extension of a chunk', `${chunked}1;${'x'.repeat(20_000)}\r\na\r\n`, 413, 'chunk_extensions_too_large'],
    ['nothing', '', 408, 'request_timeout'],
    ['half of the headers', 'GET / HTTP/1.1\r\nhost:', 408, 'request_timeout'],
    ['half of a body', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\na', 408, 'request_timeout'],
    ['a second request that is none', 'GET / HTTP/1.1\r\nhost: x\r\n\r\nwhat?\r\n\r\n', 400, 'bad_request'],
  ] as const)('%s is answered as Node answers, and counted', async (_, text, status, reason) => {
    const { watch, counts, events } = watching();
    const watched = answering();
    watch(watched);
    const answer = await sentBack(await listening(watched), text);
    expect(answer).toContain(`HTTP/1.1 ${String(status)} `);
    expect(withoutDate(answer)).toBe(withoutDate(await sentBack(await listening(answering()), text)));
    expect(counts()).toEqual(reason === null ? none : { ...none, [reason]: 1 });
    expect(events).toEqual(reason === null ? [] : [['connection.refused', { reason, count: 1 }, 'info']]);
  });

  test('a client that disconnects in the middle is not counted', async () => {
    const { watch, counts } = watching();
    const server = answering();
    watch(server);
    const socket = connect(await listening(server), '127.0.0.1');
    const [[arrived]] = (await Promise.all([once(server, 'connection'), once(socket, 'connect')])) as [
      [Socket],
      unknown,
    ];
    const isClosed = new Promise((resolve) => arrived.once('close', resolve));
    await new Promise((resolve) => socket.write('GET / HTTP/1.1\r\nhost: x\r\n', resolve));
    await expect.poll(() => arrived.bytesRead).toBeGreaterThan(0);
    socket.resetAndDestroy();
    await isClosed;
    expect(counts()).toEqual(none);
  });
});

test('connections above the limit are counted, each', async () => {
  const { watch, counts, events } = watching();
  const server = createServer();
  watch(server);
  server.maxConnections = 2;
  const port = await listening(server);
  const sockets = Array.from({ length: 7 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await expect.poll(() => counts()['max_connections'], { timeout: 10_000 }).toBe(5);
  expect(events).toEqual([['connection.refused', { reason: 'max_connections', count: 1 }, 'warn']]);
  for (const socket of sockets) socket.destroy();
});

describe('the log', () => {
  afterEach(() => vi.useRealTimers());

  test('has at most one line a minute for a reason, and every refusal is in one', () => {
    vi.useFakeTimers();
    const { watch, counts, events } = watching();
    const server = createServer(); // never listens
    watch(server);
    const drop = (times: number): void => {
      for (let time = 0; time < times; time += 1) server.emit('drop', {});
    };
    const logged = (): number[] => events.map(([, details]) => (details as { count: number }).count);
    drop(500);
    expect(logged()).toEqual([1]);
    vi.advanceTimersByTime(59_999);
    drop(3);
    expect(logged()).toEqual([1]);
    vi.advanceTimersByTime(1);
    expect(logged()).toEqual([1, 502]);
    vi.advanceTimersByTime(60_000);
    expect(logged()).toEqual([1, 502]);
    drop(1);
    expect(logged()).toEqual([1, 502, 1]);
    expect([counts()['max_connections'], vi.getTimerCount()]).toEqual([504, 1]);
    vi.advanceTimersByTime(600_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});

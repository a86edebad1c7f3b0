/**
 * Clients that do not read their answers are disconnected, so that they keep no memory of the server, and clients that disconnect
 * within a long answer are counted as well: none of these requests counts as answered.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../src/server.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const adminToken = 'a-token-of-the-test';
const CLIENTS = 8;
const PIPELINED = 4;

/** An answer of about 3 MB, several of which fit into no buffer of the system. */
const body = JSON.stringify({
  query: `{ ${Array.from({ length: 30 }, (_, index) => `a${String(index)}: _service { sdl }`).join(' ')} }`,
});
const request = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n\r\n${body}`;

async function started(sendSeconds: number) {
  const running = await serve({
    port: 0,
    host: '127.0.0.1',
    data: [data],
    sources: [],
    limits: { sendSeconds },
    adminToken,
  });
  onTestFinished(async () => {
    await running.close();
  });
  const metric = async (name: string): Promise<number> => {
    const response = await fetch(`http://127.0.0.1:${String(running.port)}/metrics`, {
      headers: { authorization: `Bearer ${adminToken}` },
    });
    const lines = (await response.text()).split('\n').filter((line) => line.startsWith(name));
    return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  };
  const client = (): Socket => {
    const socket = connect(running.port, '127.0.0.1');
    socket.on('error', () => undefined); // a reset is what is waited for
    socket.write(request.repeat(PIPELINED));
    return socket;
  };
  return { client, metric };
}
const patience = { timeout: 60_000, interval: 200 };

test('clients that never read are disconnected, each, after the seconds allowed', async () => {
  const { client, metric } = await started(1);
  const sockets = Array.from({ length: CLIENTS }, () => client().pause());
  const count = () => metric('covergraph_aborted_requests_total{reason="timed_out"}');
  await expect.poll(count, patience).toBeGreaterThanOrEqual(CLIENTS);
  // Reading what the system has buffered shows that the server has closed each connection.
  for (const socket of sockets) socket.resume();
  await expect.poll(() => sockets.every(({ destroyed }) => destroyed), patience).toBe(true);
  const answered = await metric('covergraph_request_duration_seconds_count{route="/graphql"');
  expect(answered).toBeLessThan(CLIENTS * PIPELINED);
}, 90_000);

test('a client that disconnects within an answer is counted as disconnected', async () => {
  const { client, metric } = await started(30);
  const socket = client();
  await once(socket, 'data');
  socket.destroy();
  await expect
    .poll(() => metric('covergraph_aborted_requests_total{reason="disconnected"}'), patience)
    .toBeGreaterThanOrEqual(1);
  const answered = await metric('covergraph_request_duration_seconds_count{route="/graphql"');
  expect(answered).toBeLessThan(PIPELINED);
}, 90_000);

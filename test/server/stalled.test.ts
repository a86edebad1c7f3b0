/** A client that does not read its answers is disconnected, and its requests count as cut off. */
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../src/server.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const adminToken = 'a token of the test';

test('after the seconds allowed', async () => {
  const running = await serve({
    port: 0,
    host: '127.0.0.1',
    data: [data],
    sources: [],
    limits: { sendSeconds: 1 },
    adminToken: adminToken.replaceAll(' ', '-'),
  });
  onTestFinished(async () => {
    await running.close();
  });
  const body = JSON.stringify({
    query: `{ ${Array.from({ length: 30 }, (_, index) => `a${String(index)}: _service { sdl }`).join(' ')} }`,
  });
  const request = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n\r\n${body}`;
  const socket = connect(running.port, '127.0.0.1');
  socket.pause();
  socket.on('error', () => undefined); // a reset is what is waited for
  socket.write(request.repeat(8));
  const metrics = async (): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${String(running.port)}/metrics`, {
      headers: { authorization: `Bearer ${adminToken.replaceAll(' ', '-')}` },
    });
    return response.text();
  };
  await expect.poll(metrics, { timeout: 20_000, interval: 500 }).toMatch(/covergraph_aborted_requests_total [1-9]/);
  socket.destroy();
}, 30_000);

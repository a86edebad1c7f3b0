/** How long an idle connection stays open is a setting, since a proxy in front has a timeout of its own, and is announced. */
import { fileURLToPath } from 'node:url';
import { Agent, get } from 'node:http';
import { expect, test } from 'vitest';
import { serve } from '../../src/server.ts';

test.each([
  [undefined, 'timeout=75'],
  [120, 'timeout=120'],
])('with %s seconds: %s', async (keepAliveSeconds, expected) => {
  const server = await serve({
    port: 0,
    host: '127.0.0.1',
    data: [fileURLToPath(new URL('../../data', import.meta.url))],
    sources: [],
    ...(keepAliveSeconds === undefined ? {} : { keepAliveSeconds }),
  });
  const agent = new Agent({ keepAlive: true });
  const announced = await new Promise((resolve, reject) => {
    get(`http://127.0.0.1:${String(server.port)}/health/live`, { agent }, (response) => {
      response.resume().on('end', () => {
        resolve(response.headers['keep-alive']);
      });
    }).on('error', reject);
  });
  agent.destroy();
  await server.close();
  expect(announced).toBe(expected);
});

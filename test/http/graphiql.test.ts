/** GraphiQL is compressed, is revalidated, and opens the operation in the address. */
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { matchesEtag } from '../../src/http/content-negotiation.ts';
import { standIn } from '../helpers/fake-server.ts';

const { http } = standIn({
  examples: [{ query: 'query Main { today }', variables: '{"a":1}' }, { query: '{ second: today }' }],
});
const server = createServer(http);
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

function get(
  headers: Record<string, string>,
  method = 'GET',
  path = '/graphql',
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(
      {
        port: (server.address() as AddressInfo).port,
        path,
        method,
        headers: { accept: 'text/html,*/*;q=0.8', ...headers },
      },
      (response) => {
        const parts: Buffer[] = [];
        response
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () => {
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
          });
      },
    )
      .on('error', reject)
      .end();
  });
}

describe('the page', () => {
  test('has the same content in every coding, and is small in two of them', async () => {
    const plain = await get({});
    const gzip = await get({ 'accept-encoding': 'gzip, deflate' });
    const br = await get({ 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect([plain, gzip, br].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br']);
    expect(plain.body.equals(gunzipSync(gzip.body)) && plain.body.equals(brotliDecompressSync(br.body))).toBe(true);
    expect(gzip.body.length).toBeLessThan(2_700_000);
    expect(br.body.length).toBeLessThan(2_200_000);
    expect(plain.body.toString()).toContain(
      '"defaultTabs":[{"query":"query Main { today }","variables":"{\\"a\\":1}"},{"query":"{ second: today }","variables":""}]',
    );
    expect(br.headers['vary']).toBe('Accept, Accept-Encoding');
    expect(br.headers['cache-control']).toBe('no-cache');
  });

  test('has a strong ETag for each coding, and gives 304 in If-None-Match', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(
        async (coding) => (await get({ 'accept-encoding': coding }, 'HEAD')).headers.etag ?? '',
      ),
    );
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]{27}-(br|gzip|identity)"$/);
    const again = await get({ 'accept-encoding': 'br', 'if-none-match': tags[0] ?? '' });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, tags[0]]);
    expect((await get({ 'accept-encoding': 'br', 'if-none-match': tags[1] ?? '' })).status).toBe(200);
  });

  test('is sent to browsers; a GraphQL client gets an answer at the same address', async () => {
    expect(
      JSON.parse((await get({ accept: 'application/json' }, 'GET', '/graphql?query={today}')).body.toString()),
    ).toMatchObject({ data: { today: '2026-11-23' } });
    expect((await get({}, 'GET', '/graphql?query={today}')).headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('has a content security policy without other hosts', async () => {
    const policy = String((await get({}, 'HEAD')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
  });
});

test.each([
  ['"a"', true],
  ['"b", "a"', true],
  ['W/"a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
  [undefined, false],
])('If-None-Match %s against "a" is %s', (header, same) => {
  expect(matchesEtag(header, '"a"')).toBe(same);
});

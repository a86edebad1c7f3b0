/** Methods, request targets and Host headers (RFC 9110, section 9.3; RFC 9112, section 3.2). */
import { describe, expect, test } from 'vitest';
import { adminRoutes } from '../../src/http/admin.ts';
import { healthRoutes } from '../../src/http/health.ts';
import type { ServerStatus } from '../../src/http/server-status.ts';
import type { Observer } from '../../src/http/request-observer.ts';
import { listening, standIn } from '../helpers/fake-server.ts';
import { exchangeBytes, send, type RawResponse } from '../helpers/raw-request.ts';

const status = {
  current: () => ({ graph: { version: 'v1' }, loadedAt: '2026-11-23T00:00:00Z' }),
  lastReload: () => ({ at: '2026-11-23T00:00:00Z', outcome: 'LOADED', dataVersion: 'v1', problems: [] }),
  isLeaving: () => false,
} as unknown as ServerStatus;
const metrics = () => Promise.resolve({ contentType: 'text/plain', text: () => Promise.resolve('covergraph_x 1\n') });
const authorization = 'Bearer a-token-of-the-operator';
const file = (path: string) => ({ path, identity: Buffer.from(path), gzip: Buffer.from(''), br: Buffer.from('') });

const served = (observers: Observer[] = []) =>
  listening(
    standIn({
      site: [file('/'), file('/assets/main-ABCDEFGH.js')],
      responseCacheBytes: 1_000_000,
      observers,
      routes: [...healthRoutes(status, null), ...adminRoutes(status, metrics, 'a-token-of-the-operator')],
    }).http,
  );

/** The headers without those that differ from request to request. */
const comparable = ({ status: code, headers: { date: _, 'x-request-id': __, ...headers } }: RawResponse) => ({
  status: code,
  headers,
});

describe('HEAD', () => {
  test.each([
    ['/graphql?query={today}', {}],
    ['/graphql?query={today}', { accept: 'application/graphql-response+json' }],
    ['/graphql?query={nope}', {}],
    ['/graphql?query={nope}', { accept: 'application/graphql-response+json' }],
    ['/graphql?query={bug}', { 'x-request-id': 'abc-12345' }],
    ['/graphql?query=mutation{x}', {}],
    ['/graphql', {}],
    ['/graphql?query={today}', { accept: 'image/png' }],
    [`/graphql?query={hello(name:%22${'x'.repeat(3_000)}%22)}`, { 'accept-encoding': 'gzip' }],
    ['/graphql?query={today}', { accept: 'text/html', 'accept-encoding': 'br' }],
    ['/metrics', { authorization }],
    ['/metrics', {}],
    ['/health/live', {}],
    ['/health/ready', {}],
    ['/', {}],
    ['/', { accept: 'application/json' }],
    ['/assets/main-ABCDEFGH.js', {}],
    ['/answer', {}],
    ['/nowhere', {}],
  ])('%s has the status and headers of GET and no body', async (path, headers) => {
    const address = await served();
    const get = await send(`${address}${path}`, { headers });
    for (let repeated = 0; repeated < 2; repeated += 1) {
      const head = await send(`${address}${path}`, { method: 'HEAD', headers });
      expect(comparable(head)).toEqual(comparable(get));
      expect(head.body).toHaveLength(0);
    }
    expect(get.body.length).toBeGreaterThan(0);
  });

  test('may be conditional, and counts no bytes', async () => {
    const bytes: number[] = [];
    const address = await served([{ answered: (request) => void bytes.push(request.bytes) }]);
    const { headers } = await send(`${address}/graphql?query={today}`, { method: 'HEAD' });
    const again = await send(`${address}/graphql?query={today}`, {
      method: 'HEAD',
      headers: { 'if-none-match': `"other", W/${String(headers.etag)}` },
    });
    expect([again.status, again.headers.etag]).toEqual([304, headers.etag]);
    expect(bytes).toEqual([0, 0]);
  });
});

describe('If-None-Match', () => {
  test.each([
    ['/graphql?query={today}', '*', 304],
    ['/graphql?query={nope}', '*', 200],
    ['/graphql?query={bug}', '*', 200],
    ['/graphql?query=mutation{x}', '*', 405],
    ['/graphql', '*', 400],
    ['/graphql?query={today}', '"a,b", *', 200],
    ['/graphql?query={today}', '', 200],
    ['/', '*', 304],
    ['/nowhere', '*', 404],
  ])('%s with %s is %i', async (path, ifNoneMatch, code) => {
    expect((await send(`${await served()}${path}`, { headers: { 'if-none-match': ifNoneMatch } })).status).toBe(code);
  });

  test('says nothing about a POST', async () => {
    const response = await send(`${await served()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'if-none-match': '*' },
      body: '{"query":"{today}"}',
    });
    expect(response.status).toBe(200);
  });
});

describe('OPTIONS and other methods', () => {
  test.each([
    ['/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['/answer', 'GET, HEAD, POST, OPTIONS'],
    ['/', 'GET, HEAD, OPTIONS'],
    ['/health/ready', 'GET, HEAD, OPTIONS'],
    ['/assets/main-ABCDEFGH.js', 'GET, HEAD, OPTIONS'],
  ])('OPTIONS %s is 204 and allows %s; PUT is 405', async (path, allow) => {
    const address = await served();
    const options = await send(`${address}${path}`, { method: 'OPTIONS' });
    expect([options.status, options.headers.allow, options.body.length]).toEqual([204, allow, 0]);
    const put = await send(`${address}${path}`, { method: 'PUT', body: 'x' });
    expect([put.status, put.headers.allow]).toEqual([405, allow]);
  });

  test('OPTIONS * is 204, and OPTIONS of a path where nothing is 404', async () => {
    const address = await served();
    const received = await exchangeBytes(address, 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(received).toMatch(/^HTTP\/1.1 204 /);
    expect(received.toLowerCase()).toContain('\r\nallow: get, head, post, options\r\n');
    expect((await send(`${address}/nowhere`, { method: 'OPTIONS' })).status).toBe(404);
  });

  test('a method that is not allowed on the operator path is refused with those that are', async () => {
    const address = await served();
    const response = await send(`${address}/metrics`, { method: 'DELETE', headers: { authorization } });
    expect([response.status, response.headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('a target with scheme and host', () => {
  const get = async (target: string, headers = '') =>
    exchangeBytes(await served(), `GET ${target} HTTP/1.1\r\nHost: x.example\r\nConnection: close\r\n${headers}\r\n`);
  test.each([
    ['http://x.example/health/ready', '"status":"ready"'],
    ['HTTP://x.example:8080/health/live', '"status":"live"'],
    ['https://x.example/graphql?query={today}', '{"data":{"today":"2026-11-23"}'],
    ['http://[::1]:80/graphql?query={today}', '{"data":{"today":"2026-11-23"}'],
    ['http://other.example/', '\r\n\r\n/'],
    ['http://other.example', '\r\n\r\n/'],
    ['http://other.example?query={today}', '\r\n\r\n/'],
  ])('%s is routed', async (target, part) => {
    const received = await get(target);
    expect(received).toMatch(/^HTTP\/1.1 200 /);
    expect(received).toContain(part);
  });

  test.each(['ftp://x.example/graphql', 'http://x.example/nowhere', '//x.example/graphql'])(
    '%s is 404',
    async (target) => {
      expect(await get(target)).toMatch(/^HTTP\/1.1 404 /);
    },
  );

  test('of a POST is routed', async () => {
    const body = '{"query":"{today}"}';
    const received = await exchangeBytes(
      await served(),
      'POST http://x.example/graphql HTTP/1.1\r\nHost: x.example\r\nConnection: close\r\nContent-Type: application/json\r\n' +
        `Content-Length: ${String(body.length)}\r\n\r\n${body}`,
    );
    expect(received).toContain('{"data":{"today":"2026-11-23"}');
  });
});

describe('the Host header', () => {
  const statusOf = async (lines: string) =>
    (
      await exchangeBytes(await served(), `GET /graphql?query={today} HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`)
    ).slice(9, 12);
  test.each([
    ['Host: a.example\r\n', '200'],
    ['HOST: 127.0.0.1:4000\r\n', '200'],
    ['Host: [::1]:4000\r\n', '200'],
    ['Host:\r\n', '200'],
    ['Host: a.example\r\nHost: b.example\r\n', '400'],
    ['Host: a.example\r\nhost: a.example\r\n', '400'],
    ['Host: a.example/x\r\n', '400'],
    ['Host: a.example, b.example\r\n', '400'],
    ['Host: user@a.example\r\n', '400'],
    ['', '400'],
  ])('%j gives %s', async (lines, code) => {
    expect(await statusOf(lines)).toBe(code);
  });

  test('that is there twice is refused in words', async () => {
    const received = await exchangeBytes(await served(), 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n');
    expect(received).toContain('more than one Host header');
    expect(received).toContain('Send exactly one');
  });
});

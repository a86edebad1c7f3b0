/** The page's files on the wire: each in an encoding that the client accepts, cached as long as its name says, and under a strict policy. */
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { StaticFile } from '../../src/http/static-files.ts';
import { ask, listening, standIn } from '../helpers/fake-server.ts';

const file = (path: string, text: string): StaticFile => ({
  path,
  identity: Buffer.from(text),
  gzip: Buffer.from(`gzip of ${text}`),
  br: Buffer.from(`br of ${text}`),
});
const { http } = standIn({
  site: [
    file('/', '<!doctype html>'),
    file('/assets/main-ABCDEFGH.js', 'let x'),
    file('/assets/page-ABCDEFGH.css', 'p{}'),
    file('/licences.txt', 'MIT'),
  ],
});

/** As it came over the wire: no client unpacks it. */
async function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const address = new URL(path, await listening(http));
  return new Promise((resolve, reject) => {
    request(address, { method, headers }, (response) => {
      let body = '';
      response
        .setEncoding('utf8')
        .on('data', (part: string) => {
          body += part;
        })
        .on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
        });
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['br, gzip', 'br', 'br of let x'],
  ['gzip', 'gzip', 'gzip of let x'],
  ['identity', undefined, 'let x'],
])('to who accepts %s a script comes as %s', async (accepted, coding, body) => {
  const given = await get('/assets/main-ABCDEFGH.js', { 'accept-encoding': accepted });
  expect([
    given.status,
    given.headers['content-encoding'],
    given.body,
    given.headers['content-type'],
    given.headers['vary'],
  ]).toEqual([200, coding, body, 'text/javascript; charset=utf-8', 'Accept-Encoding']);
});

test.each([
  ['/', 'no-cache'],
  ['/licences.txt', 'no-cache'],
  ['/assets/main-ABCDEFGH.js', 'public, max-age=31536000, immutable'],
])('%s is kept: %s', async (path, kept) => {
  expect((await get(path)).headers['cache-control']).toBe(kept);
});

test('a client that has the file gets a 304, in the encoding asked for', async () => {
  const { headers } = await get('/', { 'accept-encoding': 'br' });
  expect((await get('/', { 'accept-encoding': 'br', 'if-none-match': String(headers['etag']) })).status).toBe(304);
  expect((await get('/', { 'accept-encoding': 'gzip', 'if-none-match': String(headers['etag']) })).status).toBe(200);
});

test('HEAD says as much as GET and sends nothing; other methods are refused', async () => {
  const head = await get('/', {}, 'HEAD');
  expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '15']);
  const refused = await get('/', {}, 'DELETE');
  expect([refused.status, refused.headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS']);
});

test('the policy lets in nothing from elsewhere, no script in the page, and no text that turns into script', async () => {
  const { headers } = await get('/');
  const policy = String(headers['content-security-policy']).split('; ');
  expect(policy).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]),
  );
  expect(headers['referrer-policy']).toBe('no-referrer');
});

describe('without a page', () => {
  test('the root leads to the graph', async () => {
    const address = await listening(standIn().http);
    const root = await fetch(address, { redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, 'graphql']);
  });
});

test('the graph is where it was', async () => {
  expect((await ask(http, '{ today }')).data).toEqual({ today: '2026-11-23' });
});

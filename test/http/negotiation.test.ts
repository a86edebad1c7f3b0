/** Which representation a client gets (RFC 9110, sections 12.5.1 and 12.5.3), and which codings of it. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { selectEncoding } from '../../src/http/content-negotiation.ts';
import { rememberByHeader } from '../../src/http/header-memo.ts';
import { listening, standIn } from '../helpers/fake-server.ts';
import { send, type RawResponse } from '../helpers/raw-request.ts';

const json = 'application/json; charset=utf-8';
const graphqlResponse = 'application/graphql-response+json; charset=utf-8';
const html = 'text/html; charset=utf-8';
const operation = JSON.stringify({ query: '{ today }' });

const post = (address: string, headers: Record<string, string>): Promise<RawResponse> =>
  send(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: operation,
  });
const messageIn = ({ body }: RawResponse): string =>
  (JSON.parse(body.toString()) as { errors: { message: string }[] }).errors[0]?.message ?? '';

describe('Accept', () => {
  test.each([
    ['*/*', json],
    ['', json],
    [' , ,', json],
    ['application/*', json],
    ['application/json', json],
    ['APPLICATION/Json', json],
    ['application/graphql-response+json', graphqlResponse],
    ['Application/GraphQL-Response+JSON', graphqlResponse],
    // The first of equal weights.
    ['application/json, application/graphql-response+json', json],
    ['application/graphql-response+json, application/json', graphqlResponse],
    // Weights come before order.
    ['application/json;q=0.1, application/graphql-response+json', graphqlResponse],
    ['application/graphql-response+json ; q=0.9 , application/json', json],
    ['application/json\t;\tQ=0.2,application/graphql-response+json;q=0.3', graphqlResponse],
    ['application/json;q=1.000, application/graphql-response+json;q=0.999', json],
    // The most specific range decides the weight, wherever it is.
    ['*/*;q=0.1, application/graphql-response+json', graphqlResponse],
    ['application/json;q=0, */*', graphqlResponse],
    ['*/*, application/json;q=0', graphqlResponse],
    ['application/*;q=0.5, application/json;q=0.1', graphqlResponse],
    ['application/*;q=0, application/json', json],
    ['application/graphql-response+json;q=0, application/*', json],
    [
      'application/json;charset=utf-8;q=0.2, application/json, application/graphql-response+json;q=0.5',
      graphqlResponse,
    ],
    // Parameters.
    ['application/json;charset=utf-8', json],
    ['application/json; charset="UTF-8"', json],
    ['application/json;charset=UTF8', json],
    ['application/json;charset=iso-8859-1, application/graphql-response+json', graphqlResponse],
    ['text/plain;a=",application/json", application/graphql-response+json', graphqlResponse],
    // What is not sent does not matter.
    ['text/event-stream, application/graphql-response+json;q=0.1', graphqlResponse],
    ['text/event-stream, */*;q=0.1', json],
    ['multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9', graphqlResponse],
    ['text/html, image/gif;q=0.5, */*; q=.2', json],
  ])('"%s" gets %s', async (accept, type) => {
    const response = await post(await listening(standIn().http), { accept });
    expect([response.status, response.headers['content-type']]).toEqual([200, type]);
    expect(response.headers.vary).toContain('Accept');
  });

  test.each([
    'text/html',
    'text/event-stream',
    'multipart/mixed, image/*',
    'application/json;q=0',
    'application/json;q=0.000, application/graphql-response+json;q=0',
    '*/*;q=0',
    'application/*;q=0, */*',
    'application/json;charset=utf-16',
    'application',
  ])('"%s" gets 406, which names what is sent', async (accept) => {
    const response = await post(await listening(standIn().http), { accept });
    expect([response.status, response.headers['content-type'], response.headers['cache-control']]).toEqual([
      406,
      json,
      'no-store',
    ]);
    expect(messageIn(response)).toContain('application/graphql-response+json and application/json');
  });

  test.each([
    ['text/html', html],
    ['TEXT/HTML', html],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', html],
    ['text/html;q=0.9, application/json;q=0.8', html],
    ['text/*, application/json;q=0.5', html],
    ['application/json, text/html;q=0.1', json],
    ['application/graphql-response+json, text/html;q=0.9', graphqlResponse],
    ['application/json, text/html', json],
    ['text/html;q=0, */*', json],
    ['text/html;charset=iso-8859-1, application/json;q=0.1', json],
    ['*/*', json],
  ])('a GET with "%s" gets %s', async (accept, type) => {
    const response = await send(`${await listening(standIn().http)}/graphql?query={today}`, { headers: { accept } });
    expect([response.status, response.headers['content-type']]).toEqual([200, type]);
  });

  test.each([
    ['/', 'text/html', 200],
    ['/', 'application/xhtml+xml, */*;q=0.1', 200],
    ['/', 'application/json', 406],
    ['/', 'text/html;q=0, */*', 406],
    ['/answer', 'TEXT/HTML', 200],
    ['/answer', 'application/json', 406],
    ['/assets/a.css', 'text/css,*/*;q=0.1', 200],
  ])('%s with "%s" is %i', async (path, accept, status) => {
    const file = (name: string) => ({
      path: name,
      identity: Buffer.from('x'),
      gzip: Buffer.from(''),
      br: Buffer.from(''),
    });
    const site = [file('/'), file('/assets/a.css')];
    const response = await send(`${await listening(standIn({ site }).http)}${path}`, { headers: { accept } });
    expect(response.status).toBe(status);
    if (status === 406) expect(response.body.toString()).toContain('does not allow text/html');
  });
});

describe('Accept-Encoding', () => {
  test.each([
    ['gzip, deflate, br', 'br', true],
    ['gzip', 'gzip', true],
    ['GZIP;q=0.5', 'gzip', true],
    ['br;q=0, gzip', 'gzip', true],
    ['br;q=0.1, gzip;q=1', 'gzip', true],
    ['br;q=0.5 , gzip ; q=0.500', 'br', true],
    ['gzip;q=0.3, *;q=0.8', 'br', true],
    ['*', 'br', true],
    ['*, br;q=0', 'gzip', true],
    ['identity', 'identity', true],
    ['identity, br;q=0.5', 'identity', true],
    ['', 'identity', true],
    [undefined, 'identity', true],
    ['gzip;q=0', 'identity', true],
    ['zstd', 'identity', true],
    ['*;q=0, identity', 'identity', true],
    ['gzip, identity;q=0', 'gzip', false],
    ['gzip, *;q=0', 'gzip', false],
    ['identity;q=0', null, false],
    ['*;q=0', null, false],
    ['zstd, identity;q=0', null, false],
  ])('%s gives %s; may be sent without: %s', (header, coding, allowsIdentity) => {
    expect(selectEncoding(header)).toEqual({ coding, allowsIdentity });
  });

  test('a short answer is compressed for a client that does not accept it otherwise', async () => {
    const address = await listening(standIn().http);
    const expected = { data: { today: '2026-11-23' }, extensions: { dataVersion: 'v1' } };
    const plain = await post(address, { 'accept-encoding': 'gzip, br' });
    expect([plain.headers['content-encoding'], JSON.parse(plain.body.toString())]).toEqual([undefined, expected]);
    const gzip = await post(address, { 'accept-encoding': 'gzip, identity;q=0' });
    expect([gzip.headers['content-encoding'], JSON.parse(gunzipSync(gzip.body).toString())]).toEqual([
      'gzip',
      expected,
    ]);
    const br = await post(address, { 'accept-encoding': 'br, *;q=0' });
    expect([br.headers['content-encoding'], JSON.parse(brotliDecompressSync(br.body).toString())]).toEqual([
      'br',
      expected,
    ]);
  });

  test('the response cache keeps compressed and plain answers apart', async () => {
    const address = await listening(standIn({ responseCacheBytes: 1_000_000 }).http);
    const codingOf = async (accepted: string) =>
      (await post(address, { 'accept-encoding': accepted })).headers['content-encoding'];
    for (let repeated = 0; repeated < 2; repeated += 1) {
      expect(await codingOf('gzip')).toBeUndefined();
      expect(await codingOf('gzip, identity;q=0')).toBe('gzip');
    }
  });

  test.each(['/graphql?query={today}', '/', '/graphql'])('%s is 406 where no coding is accepted', async (path) => {
    const page = { path: '/', identity: Buffer.from('x'), gzip: Buffer.from(''), br: Buffer.from('') };
    const address = await listening(standIn({ site: [page] }).http);
    const accept = path === '/graphql?query={today}' ? 'application/json' : 'text/html';
    const response = await send(`${address}${path}`, { headers: { accept, 'accept-encoding': 'identity;q=0' } });
    expect([response.status, response.headers['content-encoding']]).toEqual([406, undefined]);
    expect(response.body.toString()).toContain('br, gzip and identity');
  });
});

test('of a header with thousands of entries only the first 2,000 characters are read', async () => {
  const many = (entry: string, last: string): string => `${entry.repeat(Math.ceil(1_990 / entry.length))}${last}`;
  const address = await listening(standIn().http);
  const within = await post(address, { accept: many('a/b,', 'x/y,application/json') });
  expect(within.status).toBe(406);
  const first = await post(address, { accept: `application/json,${many('a/b,', 'x/y')}` });
  expect([first.status, first.headers['content-type']]).toEqual([200, json]);
  expect(selectEncoding(`gzip,${'x,'.repeat(5_000)}br`)).toEqual({ coding: 'gzip', allowsIdentity: true });
  expect(selectEncoding('x'.repeat(10_000))).toEqual({ coding: 'identity', allowsIdentity: true });
});

test('texts of headers are remembered, the least recently used is forgotten, and long ones are never remembered', () => {
  const read = vi.fn((header: string) => header.length);
  const remembered = rememberByHeader(read);
  for (let repeated = 0; repeated < 3; repeated += 1) expect(remembered('application/json')).toBe(16);
  expect(read).toHaveBeenCalledTimes(1);
  for (let index = 0; index < 1_000; index += 1) remembered(`text/odd-${String(index)}`);
  expect(read).toHaveBeenCalledTimes(1_001);
  remembered('text/odd-999');
  expect(read).toHaveBeenCalledTimes(1_001);
  remembered('application/json');
  remembered('application/json');
  expect(read).toHaveBeenCalledTimes(1_002);
  for (let repeated = 0; repeated < 2; repeated += 1) remembered('x'.repeat(501));
  expect(read).toHaveBeenCalledTimes(1_004);
});

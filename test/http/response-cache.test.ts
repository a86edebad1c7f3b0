/** The response cache: an answer is derived once for the same request, data and day, and reused for no other. */
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { HttpOptions } from '../../src/http/http.ts';
import type { LoadedData } from '../../src/http/snapshot.ts';
import type { RequestLog } from '../../src/http/request-context.ts';
import { listening, standIn, standInSchema } from '../helpers/fake-server.ts';

/** A server that counts how often it executes a field. */
async function served(options: Partial<HttpOptions> = {}) {
  const made = (version: string) =>
    ({
      graph: { version, plans: new Map(), subjects: new Map() },
      loadedAt: '2026-11-23T00:00:00Z',
    }) as unknown as LoadedData;
  const world = {
    loaded: made('v1'),
    made,
    day: '2026-11-23',
    worked: 0,
    meanwhile: (): void => undefined,
    notes: [] as RequestLog[],
  };
  const schema = standInSchema();
  const hello = schema.getQueryType()?.getFields()['hello'];
  if (hello)
    hello.resolve = async (_, { name }: { name: string }) => {
      world.worked += 1;
      await Promise.resolve();
      world.meanwhile();
      return name.repeat(100);
    };
  const { http } = standIn({
    schema,
    current: () => world.loaded,
    today: () => world.day,
    responseCacheBytes: 1_000_000,
    observers: [
      {
        answered: ({ requestLog: noted }) => {
          world.notes.push(noted);
        },
      },
    ],
    ...options,
  });
  const address = `${await listening(http)}/graphql`;
  const post = async (name: string, headers: Record<string, string> = {}, url = address) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: `{ hello(name: "${name}") }` }),
    });
    const { 'x-request-id': id, date: _, ...rest } = Object.fromEntries(response.headers);
    return { status: response.status, id, headers: rest, text: await response.text() };
  };
  const get = async (query: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${address}?query=${encodeURIComponent(query)}`, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { world, address, post, get };
}

describe('a cached answer', () => {
  test('is derived once for the same bytes, and differs only in the request id', async () => {
    const { world, post } = await served();
    const { id: first, ...was } = await post('a', { 'x-request-id': 'the-first-one' });
    const { id: second, ...is } = await post('a', { 'x-request-id': 'the-second-one' });
    expect(is).toEqual(was);
    expect([first, second, world.worked]).toEqual(['the-first-one', 'the-second-one', 1]);
  });
  test.each<[string, Record<string, string>]>([
    ['another media type', { accept: 'application/graphql-response+json' }],
    ['another coding', { 'accept-encoding': 'gzip' }],
    ['the cost wanted', { 'x-graphql-cost': '1' }],
    ['the cost wanted, by an empty header', { 'x-graphql-cost': '' }],
    ['another content type', { 'content-type': 'application/json; charset=utf-8' }],
    ['another origin', { origin: 'https://app.example' }],
  ])('is not given for %s', async (_, headers) => {
    const { world, post } = await served({ origins: ['https://app.example'] });
    await post('a', { 'accept-encoding': 'identity' });
    await post('a', { 'accept-encoding': 'identity', ...headers });
    expect(world.worked).toBe(2);
    await post('a', { 'accept-encoding': 'identity', ...headers });
    expect(world.worked).toBe(2);
  });
  test('is sent with CORS headers only to the origin that it was made for', async () => {
    const { post } = await served({ origins: ['https://app.example'] });
    const leave = async (headers: Record<string, string>) =>
      (await post('a', headers)).headers['access-control-allow-origin'];
    for (let at = 0; at < 2; at += 1) {
      expect(await leave({ origin: 'https://app.example' })).toBe('https://app.example');
      expect(await leave({ origin: 'https://other.example' })).toBeUndefined();
      expect(await leave({})).toBeUndefined();
    }
  });
  test('is not sent for other variables, another address or another method', async () => {
    const { world, address, post, get } = await served();
    await post('a');
    await post('b');
    await post('a', {}, `${address}?x`);
    await get('{ hello(name: "a") }');
    expect(world.worked).toBe(4);
  });
  test('is not sent for another body of the same length and checksum', async () => {
    const { world, post } = await served();
    const [one, other] = ['fihojhcbbjagmaob', 'olkaicilbpfobalo'] as const;
    const [first, second] = [one, other].map((name) => crc32(JSON.stringify({ query: `{ hello(name: "${name}") }` })));
    expect(first).toBe(second);
    for (const name of [one, other, one]) expect((await post(name)).text).toContain(name);
    expect(world.worked).toBe(3);
  });
  test('is dropped when other data is loaded and at midnight', async () => {
    const { world, post } = await served();
    await post('a');
    world.loaded = world.made('v2');
    expect((await post('a')).text).toContain('"dataVersion":"v2"');
    world.day = '2026-11-24';
    await post('a');
    await post('a');
    expect(world.worked).toBe(3);
  });
  test('is not stored if other data was loaded while it was derived', async () => {
    const { world, post } = await served();
    world.meanwhile = () => {
      world.loaded = world.made('v2');
      world.meanwhile = () => undefined;
    };
    expect((await post('a')).text).toContain('"dataVersion":"v1"');
    expect((await post('a')).text).toContain('"dataVersion":"v2"');
  });
  test('has the request log of the first, and the cache hit', async () => {
    const { world, post } = await served();
    await post('a');
    await post('a');
    const [{ executed: _, caches: __, ...first } = { route: '' }, { caches, ...second } = { route: '', caches: [] }] =
      world.notes;
    expect(second).toEqual(first);
    expect([second.rootFields, caches]).toEqual([['hello'], [{ cache: 'response', hit: true }]]);
  });
  test('to a GET has its ETag, and gives 304 in If-None-Match each time', async () => {
    const { world, get } = await served();
    const tag = (await get('{ hello(name: "a") }')).headers.get('etag') ?? '';
    expect((await get('{ hello(name: "a") }')).headers.get('etag')).toBe(tag);
    for (let at = 0; at < 3; at += 1) {
      const { status, headers, text } = await get('{ hello(name: "a") }', { 'if-none-match': tag });
      expect([status, headers.get('etag'), headers.get('content-length'), text]).toEqual([304, tag, null, '']);
    }
    expect((await get('{ hello(name: "a") }', { 'if-none-match': '"another"' })).status).toBe(200);
    expect(world.notes.filter(({ caches }) => caches.some(({ cache, hit }) => cache === 'client' && hit))).toHaveLength(
      3,
    );
  });
  test('is evicted if the cache is full, the least recently used one first', async () => {
    const { world, post } = await served({ responseCacheBytes: 60_000 });
    for (let at = 0; at < 30; at += 1) await post(String(at));
    await post('29');
    expect(world.worked).toBe(30);
    await post('0');
    expect(world.worked).toBe(31);
  });
});

describe('not cached is', () => {
  test.each<[string, Partial<HttpOptions>, string]>([
    ['anything, where there is no room', { responseCacheBytes: 0 }, '{ hello(name: "a") }'],
    ['what is larger than its share', { responseCacheBytes: 40_000 }, `{ hello(name: "${'a'.repeat(300)}") }`],
    ['a refusal', { limits: { bodyBytes: 10_000 } }, '{ hello(name: "a") } }'],
    ['a bug', {}, '{ hello(name: "a") bug }'],
  ])('%s', async (_, options, query) => {
    const { world, address } = await served(options);
    const ask = () =>
      fetch(address, {
        method: 'POST',
        headers: { accept: 'application/graphql-response+json', 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      }).then((response) => response.text());
    await ask();
    await ask();
    expect(world.notes.filter(({ caches }) => caches.some(({ cache, hit }) => cache === 'response' && hit))).toEqual(
      [],
    );
  });
});

/** Answers kept whole: worked out once for the same request, data and day, and for nothing else. */
import { describe, expect, test } from 'vitest';
import type { Answered, Asked } from '../../src/http/endpoint.ts';
import type { Loaded } from '../../src/http/graphql.ts';
import { keeping } from '../../src/http/keeping.ts';

function kept(bytes = 1_000_000, answer: (asked: Asked) => Partial<Answered> = () => ({})) {
  const world = { loaded: {} as Loaded, day: '2026-11-23', worked: 0, meanwhile: (): void => undefined };
  const ask = keeping(async (asked) => {
    world.worked += 1;
    await Promise.resolve();
    world.meanwhile();
    return { status: 200, headers: {}, body: Buffer.from(`answer ${String(world.worked)}`), tag: null, ...answer(asked) };
  }, { current: () => world.loaded, today: () => world.day, bytes });
  const post = async (body: string, more: Partial<Asked> = {}) => {
    const asked: Asked = { method: 'POST', address: '/graphql', headers: { accept: 'application/json', 'content-type': 'application/json' }, body: new Uint8Array(Buffer.from(body)), coding: 'identity', requestId: 'x', noted: { route: '/graphql', caches: [] }, ...more };
    return { text: (await ask(asked)).body.toString(), noted: asked.noted };
  };
  return { world, post };
}

describe('an answer that is kept', () => {
  test('is worked out once for the same bytes', async () => {
    const { world, post } = kept();
    expect((await post('a')).text).toBe('answer 1');
    const again = await post('a');
    expect([again.text, again.noted.caches]).toEqual(['answer 1', [{ cache: 'response', hit: true }]]);
    expect(world.worked).toBe(1);
  });
  test.each<[string, string, Partial<Asked>]>([
    ['other variables', 'b', {}],
    ['another method', 'a', { method: 'GET' }],
    ['another address', 'a', { address: '/graphql?x' }],
    ['another Accept', 'a', { headers: { accept: '*/*', 'content-type': 'application/json' } }],
    ['another content type', 'a', { headers: { accept: 'application/json', 'content-type': 'text/plain' } }],
    ['the cost wanted', 'a', { headers: { accept: 'application/json', 'content-type': 'application/json', 'x-graphql-cost': '1' } }],
    ['a condition', 'a', { headers: { accept: 'application/json', 'content-type': 'application/json', 'if-none-match': '"x"' } }],
  ])('is not given for %s', async (_, body, more) => {
    const { post } = kept();
    await post('a');
    expect((await post(body, more)).text).toBe('answer 2');
  });
  test('is dropped at a swap of the data and at midnight', async () => {
    const { world, post } = kept();
    await post('a');
    world.loaded = {} as Loaded;
    expect((await post('a')).text).toBe('answer 2');
    world.day = '2026-11-24';
    expect((await post('a')).text).toBe('answer 3');
    expect((await post('a')).text).toBe('answer 3');
  });
  test('is never one of the data before, where the data was swapped while it was worked out', async () => {
    const { world, post } = kept();
    world.meanwhile = () => {
      world.loaded = {} as Loaded;
      world.meanwhile = () => undefined;
    };
    await post('a');
    expect((await post('a')).text).toBe('answer 2');
  });
  test('has the notes of the first: its cost, its fields, its errors', async () => {
    const { post } = kept(1_000_000, ({ noted }) => {
      Object.assign(noted, { cost: 7, asks: ['plan'], errorCodes: ['UNKNOWN_PLAN'] });
      return {};
    });
    await post('a');
    expect((await post('a')).noted).toMatchObject({ cost: 7, asks: ['plan'], errorCodes: ['UNKNOWN_PLAN'] });
  });
  test('takes no more room than there is; the one asked for longest ago goes first', async () => {
    const { post } = kept(40_000, () => ({ body: Buffer.alloc(900, 'x') }));
    for (let at = 0; at < 30; at += 1) await post(String(at));
    expect((await post('29')).noted.caches).toEqual([{ cache: 'response', hit: true }]);
    expect((await post('0')).noted.caches).toEqual([{ cache: 'response', hit: false }]);
  });
});

describe('not kept is', () => {
  test.each<[string, number, (asked: Asked) => Partial<Answered>]>([
    ['anything, where there is no room', 0, () => ({})],
    ['what is larger than its share', 16_000, () => ({ body: Buffer.from('x'.repeat(2_000)) })],
    ['a refusal', 1_000_000, () => ({ status: 400 })],
    ['a bug', 1_000_000, ({ noted }) => {
      noted.errorCodes = ['INTERNAL'];
      return {};
    }],
  ])('%s', async (_, bytes, answer) => {
    const { world, post } = kept(bytes, answer);
    await post('a');
    await post('a');
    expect(world.worked).toBe(2);
  });
});

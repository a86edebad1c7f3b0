/** The settings that turn off a part of the fast path: the answers stay the same, and the metrics show what is off. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../src/server.ts';

const data = [join(import.meta.dirname, '../../data')];
const adminToken = 'a-token-of-the-operator';
const query = '{ plan(slug: "tricare-prime") { name rules { nodes { slug effect } } } }';

type Options = Partial<Parameters<typeof serve>[0]>;

/** Sends the same query three times. Resolves to the answers and to the lookups by cache, such as `response true`. */
async function askThreeTimes(options: Options) {
  const { port, close } = await serve({ port: 0, host: '127.0.0.1', data, sources: [], adminToken, ...options });
  onTestFinished(async () => {
    await close();
  });
  const address = `http://127.0.0.1:${String(port)}`;
  const answers: string[] = [];
  for (let time = 0; time < 3; time += 1) {
    const headers = { 'content-type': 'application/json', connection: 'close' };
    const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    answers.push(await response.text());
  }
  const headers = { authorization: `Bearer ${adminToken}`, connection: 'close' };
  const text = await (await fetch(`${address}/metrics`, { headers })).text();
  const lookups = new Map(
    [...text.matchAll(/^covergraph_cache_requests_total\{cache="(\w+)",hit="(\w+)"\} (\d+)$/gm)].map(
      ([, cache, hit, count]): [string, number] => [`${String(cache)} ${String(hit)}`, Number(count)],
    ),
  );
  return { answers, lookups };
}

test('response cache and compiled executor can be turned off, and no answer changes', async () => {
  const all = await askThreeTimes({});
  expect(all.answers[0]).toContain('TRICARE Prime');
  expect(new Set(all.answers).size).toBe(1);
  expect(all.lookups.get('response true')).toBe(2);

  const uncached = await askThreeTimes({ responseCacheMb: 0 });
  expect(uncached.answers).toEqual(all.answers);
  expect(uncached.lookups.get('response true') ?? 0).toBe(0);
  expect(uncached.lookups.get('compiled true')).toBe(2);

  const withoutFragments = await askThreeTimes({ responseCacheMb: 0, fragmentCacheMb: 0 });
  expect(withoutFragments.answers).toEqual(all.answers);
  expect(withoutFragments.lookups.get('compiled true')).toBe(2);

  const uncompiled = await askThreeTimes({ responseCacheMb: 0, compiledExecutor: false });
  expect(uncompiled.answers).toEqual(all.answers);
  expect(uncompiled.lookups.get('compiled true') ?? 0).toBe(0);
  expect(uncompiled.lookups.get('document true')).toBe(2);
});

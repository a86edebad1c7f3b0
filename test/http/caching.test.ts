/** What may be kept of an answer, by whom, and how its keeper asks again; and what is made small. */
import { expect, test } from 'vitest';
import { listening, standIn } from './stand-in.ts';

test.each([
  ['{today}', 0, 'public, no-cache'],
  ['{today}', 60, 'public, max-age=60, must-revalidate'],
  ['{today}&variables={"given":{}}', 60, 'private, max-age=60, must-revalidate'],
  ['{today}&operationName=&x=documentId', 60, 'private, max-age=60, must-revalidate'],
])('an answer to %s with %d seconds is kept as %s', async (query, cacheSeconds, kept) => {
  const response = await fetch(`${await listening(standIn({ cacheSeconds }).http)}/graphql?query=${query}`);
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, kept]);
});

test('a tag is strong, quoted, the same for the same question, and answers 304 to who has it', async () => {
  const address = await listening(standIn().http);
  const tag = (await fetch(`${address}/graphql?query={today}`)).headers.get('etag') ?? '';
  expect(tag).toMatch(/^"[\w-]{27}"$/);
  expect((await fetch(`${address}/graphql?query={today}`)).headers.get('etag')).toBe(tag);
  expect((await fetch(`${address}/graphql?query={__typename}`)).headers.get('etag')).not.toBe(tag);
  const again = await fetch(`${address}/graphql?query={today}`, { headers: { 'if-none-match': tag } });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
  expect(
    (
      await fetch(`${await listening(standIn({ today: () => '2026-11-24' }).http)}/graphql?query={today}`, {
        headers: { 'if-none-match': tag },
      })
    ).status,
  ).toBe(200);
});

test('nothing is kept of what was posted, refused or a bug', async () => {
  const address = await listening(standIn().http);
  for (const asked of [
    fetch(`${address}/graphql?query={bug}`),
    fetch(`${address}/graphql?query={`, { headers: { accept: 'application/graphql-response+json' } }),
    fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{today}"}',
    }),
  ]) {
    const { headers } = await asked;
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
  }
});

test('a long answer is made small, a short one is left', async () => {
  const address = await listening(standIn().http);
  const short = await fetch(`${address}/graphql?query={today}`, { headers: { 'accept-encoding': 'gzip' } });
  expect(short.headers.get('content-encoding')).toBeNull();
  const long = await fetch(`${address}/graphql?query={hello(name:"${'x'.repeat(3_000)}")}`, {
    headers: { 'accept-encoding': 'gzip' },
  });
  expect([long.headers.get('content-encoding'), (await long.text()).length > 3_000]).toEqual(['gzip', true]);
  expect(Number(long.headers.get('content-length'))).toBeLessThan(300);
  expect(long.headers.get('etag')).toMatch(/-gzip"$/);
});

test('a request id that came well-formed goes back, another is made', async () => {
  const address = await listening(standIn().http);
  const idOf = async (id: string) =>
    (await fetch(`${address}/graphql?query={today}`, { headers: { 'x-request-id': id } })).headers.get('x-request-id');
  expect(await idOf('abc-12345')).toBe('abc-12345');
  expect(await idOf('no good')).toMatch(/^[\w-]{12}-\d+$/);
});

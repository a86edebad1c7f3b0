/** Cache-Control, ETag and content encoding of answers, and the request id. */
import { describe, expect, test } from 'vitest';
import { endOfDayInNewYork } from '../../src/clock.ts';
import { coverageSubgraph } from '../../src/federation/index.ts';
import type { LoadedData } from '../../src/http/snapshot.ts';
import type { HttpOptions } from '../../src/http/http.ts';
import { documentId } from '../../src/http/persisted-documents.ts';
import { graph, real } from '../helpers/real-server.ts';
import { listening, standIn, standInSchema } from '../helpers/fake-server.ts';

test.each([
  ['{today}', 0, 'public, no-cache'],
  ['{today}', 60, 'public, max-age=60, must-revalidate'],
  ['{today}&variables={"given":{}}', 60, 'private, max-age=60, must-revalidate'],
  ['{today}&operationName=&x=documentId', 60, 'private, max-age=60, must-revalidate'],
])('an answer to %s with %d seconds is kept as %s', async (query, cacheSeconds, kept) => {
  const response = await fetch(`${await listening(standIn({ cacheSeconds }).http)}/graphql?query=${query}`);
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, kept]);
});

test('an ETag is strong, quoted, equal for equal requests, and gives 304 in If-None-Match', async () => {
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

test('answers to POST, refusals and bugs are not stored', async () => {
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

test('a long answer is compressed, a short one is not', async () => {
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

test('a well-formed request id is returned, any other is replaced', async () => {
  const address = await listening(standIn().http);
  const idOf = async (id: string) =>
    (await fetch(`${address}/graphql?query={today}`, { headers: { 'x-request-id': id } })).headers.get('x-request-id');
  expect(await idOf('abc-12345')).toBe('abc-12345');
  expect(await idOf('no good')).toMatch(/^[\w-]{12}-\d+$/);
});

/** The ETag of the answer to a GET; null if it has none. */
async function tagFrom(
  { http }: ReturnType<typeof standIn>,
  query = '{today}',
  headers: Record<string, string> = {},
): Promise<string | null> {
  const { response } = await got(http, query, headers);
  return response.headers.get('etag');
}

async function got(http: ReturnType<typeof standIn>['http'], query: string, headers: Record<string, string> = {}) {
  const address = `${await listening(http)}/graphql?query=${encodeURIComponent(query)}`;
  const response = await fetch(address, { headers: { accept: 'application/json', ...headers } });
  return { response, text: await response.text() };
}

const loaded = (version: string, loadedAt = '2026-11-23T00:00:00Z') => {
  const made = { graph: { version, plans: new Map(), subjects: new Map() }, loadedAt } as unknown as LoadedData;
  return () => made;
};
const trustedText = '{ today }';
const settings: Partial<HttpOptions> = {
  program: 'build-1',
  limits: { cost: 500 },
  trustedDocuments: new Map([[documentId(trustedText), trustedText]]),
};

describe('an ETag', () => {
  test('is equal on another server with equal settings, whenever it loaded the data', async () => {
    const one = await tagFrom(standIn({ ...settings, current: loaded('v1', '2026-11-23T00:00:00Z') }));
    const other = await tagFrom(standIn({ ...settings, current: loaded('v1', '2026-11-23T09:30:00Z') }));
    expect(one).toMatch(/^"[\w-]{27}"$/);
    expect(other).toBe(one);
  });

  // The query has the same answer each time, so that nothing but the tag can tell.
  test.each<[string, Partial<HttpOptions>]>([
    ['data', { current: loaded('v2') }],
    ['day', { today: () => '2026-11-24' }],
    ['program', { program: 'build-2' }],
    ['limit', { limits: { cost: 501 } }],
    ['limit that has nothing to do with the query', { limits: { cost: 500, bodyBytes: 99 } }],
    ['document', { trustedDocuments: new Map([['mine', '{ today }']]) }],
    ['text of a document', { trustedDocuments: new Map([[documentId(trustedText), '{ __typename }']]) }],
  ])('is another with another %s', async (_, changed) => {
    const before = await tagFrom(standIn(settings), '{__typename}');
    expect(await tagFrom(standIn({ ...settings, ...changed }), '{__typename}')).not.toBe(before);
  });

  test('differs for the same document id with another text', async () => {
    const answers = ['{ today }', '{ day: today }'].map(async (text) => {
      const { http } = standIn({ trustedDocuments: new Map([['mine', text]]), trustedDocumentsOnly: true });
      return (await fetch(`${await listening(http)}/graphql?documentId=mine`)).headers.get('etag');
    });
    const [before, after] = await Promise.all(answers);
    expect([before, after]).toEqual([expect.stringMatching(/^"/), expect.stringMatching(/^"/)]);
    expect(after).not.toBe(before);
  });

  test('differs if the answer differs, whatever the reason', async () => {
    const says = (text: string) => {
      const schema = standInSchema();
      const today = schema.getQueryType()?.getFields()['today'];
      if (today) today.resolve = () => text;
      return standIn({ ...settings, schema });
    };
    expect(await tagFrom(says('one'))).not.toBe(await tagFrom(says('another')));
  });

  test('differs by each request header in Vary', async () => {
    const plain = await tagFrom(standIn());
    const others = await Promise.all([
      tagFrom(standIn(), '{today}', { accept: 'application/graphql-response+json' }),
      tagFrom(standIn(), '{today}', { 'x-graphql-cost': '1' }),
    ]);
    expect(new Set([plain, ...others]).size).toBe(3);
    const long = `{hello(name:"${'x'.repeat(3_000)}")}`;
    const coded = await Promise.all(
      ['identity', 'gzip', 'br'].map((coding) => tagFrom(standIn(), long, { 'accept-encoding': coding })),
    );
    expect(new Set(coded).size).toBe(3);
    expect(coded.every((tag) => tag !== null)).toBe(true);
  });
});

const { schema: whole } = coverageSubgraph();

test.each([
  '{ dataset { loadedAt } }',
  '{ dataset { version ...d } } fragment d on CoverageDataset { at: loadedAt }',
  '{ dataset { version loadedAt @skip(if: true) } }',
])('the moment of the loading has no tag and is not kept: %s', async (query) => {
  const current = { graph, loadedAt: '2026-11-23T00:00:00Z' };
  const { http } = real({ schema: whole, current: () => current, responseCacheBytes: 1_000_000 });
  const { response } = await got(http, query);
  const { status, headers } = response;
  expect([status, headers.get('etag'), headers.get('cache-control')]).toEqual([200, null, 'no-store']);
});

describe('a 304 is never sent for', () => {
  const tooMuch = `{${Array.from({ length: 11 }, (_, index) => `a${String(index)}: today`).join(' ')}}`;
  test.each<[string, string, Partial<HttpOptions>]>([
    ['an unknown field', '{nope}', {}],
    ['what is no GraphQL', '{', {}],
    ['nothing', '', {}],
    ['a mutation', 'mutation { nope }', {}],
    ['a text where only known documents are answered', '{today}', { trustedDocumentsOnly: true }],
    ['too many aliases', tooMuch, { limits: { aliases: 10 } }],
    ['too much cost', '{today}', { limits: { cost: 0 } }],
    ['a bug', '{today bug}', {}],
    ['a refusal', '{today refusal}', {}],
    ['a missing variable', 'query($n: String!) {hello(name: $n)}', {}],
  ])('%s', async (_, query, options) => {
    for (const keptBytes of [0, 1_000_000]) {
      const { http } = standIn({ ...options, responseCacheBytes: keptBytes });
      const { response: plain, text } = await got(http, query);
      expect([plain.headers.get('etag'), plain.headers.get('cache-control')]).toEqual([null, 'no-store']);
      for (const tag of ['*', '"x"']) {
        const { response, text: again } = await got(http, query, { 'if-none-match': tag });
        expect(response.status).toBe(plain.status);
        expect(again.slice(0, 20)).toBe(text.slice(0, 20));
      }
    }
  });

  test.each<[string, Record<string, string>]>([
    ['an unknown field of the real graph', { query: '{ nope }' }],
    [
      'a plan that is not there',
      { query: '{ coverage(plan: "no-plan", of: { service: "massage-therapy" }) { status } }' },
    ],
    ['an unknown document', { documentId: 'sha256:0' }],
    [
      'a version that is not there',
      { query: '{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }, asOf: "77") { status } }' },
    ],
  ])('%s', async (_, parameters) => {
    const current = { graph, loadedAt: '2026-11-23T00:00:00Z' };
    const { http } = real({ schema: whole, current: () => current, responseCacheBytes: 1_000_000 });
    const address = `${await listening(http)}/graphql?${new URLSearchParams(parameters).toString()}`;
    for (const tag of ['*', '"x"', '*']) {
      const response = await fetch(address, { headers: { accept: 'application/json', 'if-none-match': tag } });
      expect([response.status === 304, response.headers.get('etag')]).toEqual([false, null]);
      expect(await response.text()).toContain('"errors"');
    }
  });
});

describe('a 304 is sent for', () => {
  test.each([
    ['*', 304],
    [' * ', 304],
    ['"another", *', 200],
    ['W/*', 200],
    ['"another"', 200],
  ])('If-None-Match %s with %d', async (tag, status) => {
    for (const keptBytes of [0, 1_000_000]) {
      const { http } = standIn({ responseCacheBytes: keptBytes });
      const first = await got(http, '{today}');
      for (let at = 0; at < 2; at += 1) {
        const { response, text } = await got(http, '{today}', { 'if-none-match': tag });
        expect([response.status, text]).toEqual([status, status === 304 ? '' : first.text]);
      }
    }
  });

  test('the ETag of each content coding, weak or in a list, with the headers that a cache needs', async () => {
    const long = `{hello(name:"${'x'.repeat(3_000)}")}`;
    const { http } = standIn({ responseCacheBytes: 1_000_000, origins: ['*'], cacheSeconds: 60 });
    for (const coding of ['identity', 'gzip', 'br']) {
      const tag = (await tagFrom({ http, logged: [] }, long, { 'accept-encoding': coding })) ?? '';
      for (const asked of [tag, `W/${tag}`, `"a", ${tag}`]) {
        const { response } = await got(http, long, { 'accept-encoding': coding, 'if-none-match': asked });
        const {
          'x-request-id': id,
          date,
          connection: _,
          'keep-alive': __,
          ...rest
        } = Object.fromEntries(response.headers);
        expect([response.status, typeof id, typeof date]).toEqual([304, 'string', 'string']);
        expect(rest).toEqual({
          vary: 'Accept, Accept-Encoding, X-GraphQL-Cost',
          etag: tag,
          'cache-control': 'private, max-age=60, must-revalidate',
          'access-control-allow-origin': '*',
          'access-control-expose-headers': 'x-request-id, etag, retry-after',
        });
      }
    }
  });
});

/** Days, with and without a change of the clocks, and when each ends in UTC: at midnight in New York. */
const ends: readonly (readonly [day: string, end: string])[] = [
  ['2026-03-07', '2026-03-08T05:00:00Z'],
  ['2026-03-08', '2026-03-09T04:00:00Z'],
  ['2026-10-31', '2026-11-01T04:00:00Z'],
  ['2026-11-01', '2026-11-02T05:00:00Z'],
  ['2026-12-31', '2027-01-01T05:00:00Z'],
  ['2028-02-29', '2028-03-01T05:00:00Z'],
  ['2026-07-04', '2026-07-05T04:00:00Z'],
];

describe('an answer is not used beyond its day', () => {
  test.each(ends)('which for %s ends at %s', (day, end) => {
    expect(new Date(endOfDayInNewYork(day)).toISOString()).toBe(end.replace('Z', '.000Z'));
  });

  test.each(ends)('max-age is at most what is left of %s, each time the answer is sent', async (day, end) => {
    for (const keptBytes of [0, 1_000_000]) {
      let now = Date.parse(end) - 3_600_000;
      const { http } = standIn({
        responseCacheBytes: keptBytes,
        cacheSeconds: 600,
        today: () => day,
        secondsLeft: (of) => (endOfDayInNewYork(of) - now) / 1_000,
      });
      const address = await listening(http);
      const control = async (headers: Record<string, string> = {}) =>
        (await fetch(`${address}/graphql?query={today}`, { headers })).headers.get('cache-control');
      expect(await control()).toBe('public, max-age=600, must-revalidate');
      now = Date.parse(end) - 599_001;
      expect(await control()).toBe('public, max-age=599, must-revalidate');
      expect(await control({ 'if-none-match': '*' })).toBe('public, max-age=599, must-revalidate');
      now = Date.parse(end) - 1_000;
      expect(await control()).toBe('public, max-age=1, must-revalidate');
      now = Date.parse(end) - 999;
      expect(await control()).toBe('public, no-cache');
      now = Date.parse(end) + 5_000; // the answer was made before midnight and is sent after it
      expect(await control()).toBe('public, no-cache');
    }
  });

  test('the response cache drops an answer and its ETag when the day or the data changes', async () => {
    let [day, current] = ['2026-11-01', loaded('v1')];
    const { http } = standIn({ responseCacheBytes: 1_000_000, today: () => day, current: () => current() });
    const address = await listening(http);
    const ask = async (tag: string) => {
      const response = await fetch(`${address}/graphql?query={today}`, { headers: { 'if-none-match': tag } });
      return { status: response.status, tag: response.headers.get('etag') ?? '', text: await response.text() };
    };
    const first = await ask('"none"');
    expect([(await ask(first.tag)).status, (await ask(first.tag)).status]).toEqual([304, 304]);
    day = '2026-11-02';
    const second = await ask(first.tag);
    expect([second.status, second.text.includes('2026-11-02')]).toEqual([200, true]);
    current = loaded('v2');
    const third = await ask(second.tag);
    expect([third.status, third.text.includes('"v2"')]).toEqual([200, true]);
  });
});

test('an answer from a named data version is revalidated each time, and its ETag depends on that version', async () => {
  let found: 'UNKNOWN' | { graph: typeof graph; loadedAt: string } = {
    graph: { ...graph, version: 'older' },
    loadedAt: '2026-11-23T00:00:00Z',
  };
  const current = { graph, loadedAt: '2026-11-23T00:00:00Z' };
  const { http } = real({
    schema: whole,
    current: () => current,
    responseCacheBytes: 1_000_000,
    findVersion: () => Promise.resolve(found),
  });
  const query = '{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }, asOf: "3") { status } }';
  const { response } = await got(http, query);
  const tag = response.headers.get('etag') ?? '';
  expect([response.status, tag.length]).toEqual([200, 29]);
  expect((await got(http, query, { 'if-none-match': tag })).response.status).toBe(304);
  found = { graph: { ...graph, version: 'restored' }, loadedAt: '2026-11-23T00:00:00Z' };
  expect((await got(http, query, { 'if-none-match': tag })).response.status).toBe(200);
  found = 'UNKNOWN';
  const gone = await got(http, query, { 'if-none-match': '*' });
  expect([gone.response.status, gone.text.includes('UNKNOWN_VERSION')]).toEqual([200, true]);
});

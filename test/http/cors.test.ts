/** Which pages of other origins may read answers: a table of origin, configuration and response headers. */
import { describe, expect, test } from 'vitest';
import { listening, standIn } from '../helpers/fake-server.ts';

const listed = ['https://app.example', 'https://other.example'];
const preflightOrGet = async (origins: readonly string[], init: RequestInit) => {
  const response = await fetch(`${await listening(standIn({ origins }).http)}/graphql?query={today}`, init);
  const { status, headers } = response;
  await response.arrayBuffer();
  return {
    status,
    origin: headers.get('access-control-allow-origin'),
    credentials: headers.get('access-control-allow-credentials'),
    methods: headers.get('access-control-allow-methods'),
    vary: headers.get('vary'),
  };
};
const asking = 'Accept, Accept-Encoding, X-GraphQL-Cost';

describe.each([
  ['none is named', [], 'https://app.example', null, asking],
  ['its own is named', listed, 'https://app.example', 'https://app.example', `${asking}, Origin`],
  ['the second is named', listed, 'https://other.example', 'https://other.example', `${asking}, Origin`],
  ['others are named', listed, 'https://stranger.example', null, `${asking}, Origin`],
  ['one is named that it begins with', listed, 'https://app.example.evil.example', null, `${asking}, Origin`],
  ['one is named in another scheme', listed, 'http://app.example', null, `${asking}, Origin`],
  ['it is null, and others are named', listed, 'null', null, `${asking}, Origin`],
  ['all are allowed', ['*'], 'https://stranger.example', '*', asking],
])('where %s', (_, origins, origin, allowed, vary) => {
  test('a page may read answers, and never with credentials', async () => {
    expect(await preflightOrGet(origins, { headers: { origin } })).toEqual({
      status: 200,
      origin: allowed,
      credentials: null,
      methods: null,
      vary,
    });
  });

  test('so is a browser that asks beforehand', async () => {
    const asked = await preflightOrGet(origins, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    expect(asked).toMatchObject({
      status: 204,
      origin: allowed,
      credentials: null,
      methods: allowed === null ? null : 'GET, POST',
    });
  });
});

test('without an origin there is nothing to allow', async () => {
  expect(await preflightOrGet(listed, {})).toMatchObject({ status: 200, origin: null, vary: `${asking}, Origin` });
});

test('where all are allowed, an answer to a request without an origin allows them too, as a cache may give it to a page', async () => {
  expect(await preflightOrGet(['*'], {})).toMatchObject({ status: 200, origin: '*', vary: asking });
});

describe('a preflight request', () => {
  const preflight = async (headers: Record<string, string>, origins: readonly string[] = listed) => {
    const response = await fetch(`${await listening(standIn({ origins }).http)}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example', 'access-control-request-method': 'POST', ...headers },
    });
    return {
      status: response.status,
      allowed: response.headers.get('access-control-allow-headers'),
      seconds: response.headers.get('access-control-max-age'),
      credentials: response.headers.get('access-control-allow-credentials'),
      vary: response.headers.get('vary'),
    };
  };
  const usual = 'content-type, accept, x-request-id, x-graphql-cost, if-none-match';
  const asking = 'Access-Control-Request-Method, Access-Control-Request-Headers';

  test.each([
    'content-type',
    'apollographql-client-name,apollographql-client-version,content-type',
    'traceparent, tracestate, baggage, sentry-trace',
    'authorization',
    'apollo-require-preflight,x-apollo-operation-name,x-requested-with,cache-control',
  ])('for %s is allowed them, for two hours, and never credentials', async (asked) => {
    expect(await preflight({ 'access-control-request-headers': asked })).toEqual({
      status: 204,
      allowed: asked,
      seconds: '7200',
      credentials: null,
      vary: `${asking}, Origin`,
    });
  });

  test.each([[undefined], ['x'.repeat(2_001)], ['a b'], ['content-type;x'], ['x,,y']])(
    'for what is no list of names (%s) is allowed the usual headers',
    async (asked) => {
      const headers: Record<string, string> = asked === undefined ? {} : { 'access-control-request-headers': asked };
      expect(await preflight(headers)).toMatchObject({ status: 204, allowed: usual });
    },
  );

  test('of an origin that is not allowed is allowed no header, and of any where all are', async () => {
    const asked = { 'access-control-request-headers': 'traceparent' };
    expect(await preflight({ ...asked, origin: 'https://stranger.example' })).toEqual({
      status: 204,
      allowed: null,
      seconds: null,
      credentials: null,
      vary: `${asking}, Origin`,
    });
    expect(await preflight(asked, ['*'])).toMatchObject({ allowed: 'traceparent', credentials: null, vary: asking });
  });
});

test('a page may read why its request was refused before an operation was looked at', async () => {
  const address = await listening(standIn({ origins: listed, limits: { bodyBytes: 100 } }).http);
  const refused: [number, Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> }][] = [
    [406, { headers: { accept: 'image/png' } }],
    [415, { method: 'POST', body: 'x', headers: { 'content-type': 'text/csv' } }],
    [400, { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }],
    [405, { method: 'DELETE' }],
    [413, { method: 'POST', body: 'x'.repeat(101), headers: { 'content-type': 'application/json' } }],
  ];
  for (const [status, { headers, ...init }] of refused) {
    const response = await fetch(`${address}/graphql`, {
      ...init,
      headers: { ...headers, origin: 'https://app.example' },
    });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      status,
      'https://app.example',
    ]);
  }
});

test('a page may read that the server failed', async () => {
  const fails = (): never => {
    throw new Error('a bug');
  };
  const { http, logged } = standIn({ origins: listed, compiledExecutor: () => ({ execute: fails, learn: fails }) });
  const response = await fetch(`${await listening(http)}/graphql`, {
    method: 'POST',
    body: '{"query":"{today}"}',
    headers: { 'content-type': 'application/json', origin: 'https://app.example' },
  });
  expect([response.status, response.headers.get('access-control-allow-origin'), logged.length]).toEqual([
    500,
    'https://app.example',
    1,
  ]);
});

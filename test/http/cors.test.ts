/** CORS: which pages of other origins may read answers, by origin and configuration. */
import { describe, expect, test } from 'vitest';
import { listening, standIn } from '../helpers/fake-server.ts';

const listed = ['https://app.example', 'https://other.example'];
const headersFor = async (origins: readonly string[], init: RequestInit) => {
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
const variesByDefault = 'Accept, Accept-Encoding, X-GraphQL-Cost';

describe.each([
  ['no origin is allowed', [], 'https://app.example', null, variesByDefault],
  ['its origin is allowed', listed, 'https://app.example', 'https://app.example', `${variesByDefault}, Origin`],
  [
    'its origin is the second allowed one',
    listed,
    'https://other.example',
    'https://other.example',
    `${variesByDefault}, Origin`,
  ],
  ['other origins are allowed', listed, 'https://stranger.example', null, `${variesByDefault}, Origin`],
  [
    'an allowed origin is a prefix of its own',
    listed,
    'https://app.example.evil.example',
    null,
    `${variesByDefault}, Origin`,
  ],
  ['its origin is allowed with another scheme', listed, 'http://app.example', null, `${variesByDefault}, Origin`],
  ['its origin is null, and others are allowed', listed, 'null', null, `${variesByDefault}, Origin`],
  ['all origins are allowed', ['*'], 'https://stranger.example', '*', variesByDefault],
])('a page, if %s', (_, origins, origin, allowed, vary) => {
  test('gets the headers that apply to its origin, never with credentials', async () => {
    expect(await headersFor(origins, { headers: { origin } })).toEqual({
      status: 200,
      origin: allowed,
      credentials: null,
      methods: null,
      vary,
    });
  });

  test('gets the same origin in the answer to a preflight request', async () => {
    const preflight = await headersFor(origins, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    expect(preflight).toMatchObject({
      status: 204,
      origin: allowed,
      credentials: null,
      methods: allowed === null ? null : 'GET, POST',
    });
  });
});

test('a request without an origin gets no CORS headers', async () => {
  expect(await headersFor(listed, {})).toMatchObject({ status: 200, origin: null, vary: `${variesByDefault}, Origin` });
});

test('if all origins are allowed, answers to requests without an origin say so, since a cache may give them to a page', async () => {
  expect(await headersFor(['*'], {})).toMatchObject({ status: 200, origin: '*', vary: variesByDefault });
});

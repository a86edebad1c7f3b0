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

/** Every error carries a code of the contract and the data version; a bug shows nothing of itself but an id to find it by. */
import { describe, expect, test } from 'vitest';
import { ask, listening, standIn, type Answer } from '../helpers/fake-server.ts';

const get = async (parameters: Record<string, string>) =>
  (await (
    await standIn().http.fetch(`http://localhost/graphql?${new URLSearchParams(parameters).toString()}`)
  ).json()) as Answer;

describe('a wrong request is a BAD_REQUEST', () => {
  test.each([
    ['syntax', '{ hello(', undefined],
    ['validation', '{ helo }', undefined],
    ['a variable of the wrong type', 'query($n: String!) { hello(name: $n) }', { n: 5 }],
    ['a variable left out', 'query($n: String!) { hello(name: $n) }', {}],
    ['null by way of a default', 'query($n: String = "x") { hello(name: $n) }', { n: null }],
    ['no operation', 'fragment F on Query { today }', undefined],
  ])('%s', async (_, query, variables) => {
    const { http, logged } = standIn();
    const { errors, extensions } = await ask(http, query, variables);
    expect(errors?.map((error) => error.extensions['code'])).toContain('BAD_REQUEST');
    expect(new Set(errors?.map((error) => error.extensions['code'])).size).toBe(1);
    expect(extensions.dataVersion).toBe('v1');
    expect(logged).toEqual([]);
  });

  test('no query at all', async () => {
    expect((await get({})).errors?.[0]?.extensions['code']).toBe('BAD_REQUEST');
  });

  test('variables that are no JSON', async () => {
    const { errors, extensions } = await get({ query: '{ today }', variables: '{' });
    expect(errors?.[0]).toMatchObject({
      message: 'The variables or extensions are not JSON. Encode them as a JSON object.',
      extensions: { code: 'BAD_REQUEST' },
    });
    expect(extensions.dataVersion).toBe('v1');
  });

  test('an unknown operation name', async () => {
    expect((await get({ query: 'query A { today }', operationName: 'B' })).errors?.[0]?.extensions['code']).toBe(
      'BAD_REQUEST',
    );
  });

  test('and asked again, from the cache, it is the same', async () => {
    const { http } = standIn();
    expect(await ask(http, '{ helo }')).toEqual(await ask(http, '{ helo }'));
    expect(await ask(http, '{ hello(')).toEqual(await ask(http, '{ hello('));
  });
});

test('an error that a resolver means passes with its code, at its own field, and the other fields are answered', async () => {
  const { http, logged } = standIn();
  expect(await ask(http, '{ today refusal }')).toEqual({
    data: { today: '2026-11-23', refusal: null },
    errors: [
      {
        message: 'no such plan',
        locations: [{ line: 1, column: 9 }],
        path: ['refusal'],
        extensions: { code: 'UNKNOWN_PLAN', value: 'x' },
      },
    ],
    extensions: { dataVersion: 'v1' },
  });
  expect(logged).toEqual([]);
});

describe('a bug', () => {
  test('is masked outside and logged inside under one request id', async () => {
    const { http, logged } = standIn();
    const answer = await ask(http, '{ today a: bug b: bug }');
    expect(JSON.stringify(answer)).not.toContain('swordfish');
    expect(answer.data).toEqual({ today: '2026-11-23', a: null, b: null });
    const ids = answer.errors?.map(({ extensions }) => extensions['requestId']);
    expect(answer.errors?.map(({ extensions }) => Object.keys(extensions))).toEqual([
      ['code', 'requestId'],
      ['code', 'requestId'],
    ]);
    expect(logged.map(({ requestId }) => requestId)).toEqual(ids);
    expect(new Set(ids).size).toBe(1);
    expect(logged.map(({ field }) => field)).toEqual(['Query.bug', 'Query.bug']);
    expect(String(logged[0]?.error)).toContain('swordfish');
  });

  test('in a value that its type cannot say is one too', async () => {
    const { http, logged } = standIn();
    expect((await ask(http, '{ unsayable }')).errors?.[0]?.extensions['code']).toBe('INTERNAL');
    expect(logged).toHaveLength(1);
  });

  test('before anything could be answered is a 500 that says as little', async () => {
    const { http, logged } = standIn({
      today: () => {
        throw new Error('the clock is swordfish');
      },
    });
    const response = await fetch(`${await listening(http)}/graphql?query={today}`);
    const answer = (await response.json()) as Answer;
    expect(response.status).toBe(500);
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', requestId: logged[0]?.requestId });
    expect(answer.extensions.dataVersion).toBe('v1');
    expect(String(logged[0]?.error)).toContain('swordfish');
  });
});

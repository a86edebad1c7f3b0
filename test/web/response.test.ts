/** What the page makes of each response: an answer, an error of the API, or what happened on the way and what to do. */
import { describe, expect, test } from 'vitest';
import { noConnection, readResponse, retryIn, tooSlow } from '../../src/web/response.ts';

const operation = 'query Q { coverage { status } dataset { version } }';
const html = '<!DOCTYPE html><html></html>';
const read = async (body: string | null, init: ResponseInit = {}) => {
  const { result, dataVersion } = await readResponse(new Response(body, init), operation);
  return { ...result, messages: result.problems.map(({ message }) => message), dataVersion };
};
const headers = (fields: Record<string, string>): Headers => new Headers(fields);

describe('a response of the API', () => {
  test('is its data, and the version of the data', async () => {
    const { data, problems, dataVersion } = await read('{"data":{"coverage":{}},"extensions":{"dataVersion":"v1"}}');
    expect({ data, problems, dataVersion }).toEqual({ data: { coverage: {} }, problems: [], dataVersion: 'v1' });
  });

  test('may have an error of one field next to the data of another', async () => {
    const { data, problems } = await read(
      JSON.stringify({
        data: { coverage: null, dataset: {} },
        errors: [
          {
            message: 'No plan in the graph is called "x".',
            extensions: {
              code: 'UNKNOWN_PLAN',
              argument: 'plan',
              suggestions: [{ kind: 'PLAN', slug: 'y', name: 'Y' }],
            },
          },
        ],
      }),
    );
    expect(data).toEqual({ coverage: null, dataset: {} });
    expect(problems).toEqual([
      {
        message: 'No plan in the graph is called "x".',
        code: 'UNKNOWN_PLAN',
        argument: 'plan',
        suggestions: [{ kind: 'PLAN', slug: 'y', name: 'Y' }],
        isSolvedByReload: false,
      },
    ]);
  });

  test.each([400, 500])('with status %i is its errors', async (status) => {
    const body = '{"errors":[{"message":"Too deep.","extensions":{"code":"BAD_REQUEST"}}]}';
    const { data, problems } = await read(body, { status });
    expect({ data, codes: problems.map(({ code }) => code) }).toEqual({ data: null, codes: ['BAD_REQUEST'] });
  });

  test.each(['{}', '{"message":""}', '{"message":7,"extensions":null}', '{"extensions":{"suggestions":"a"}}'])(
    'with the error %s says that it has no message',
    async (error) => {
      const { data, problems } = await read(`{"data":null,"errors":[${error}]}`);
      expect(data).toBeNull();
      expect(problems).toEqual([
        {
          message: 'The server reported an error without a message.',
          code: 'INTERNAL',
          argument: '',
          suggestions: [],
          isSolvedByReload: false,
        },
      ]);
    },
  );
});

describe('a response that is not of the API', () => {
  test.each([
    '',
    ' ',
    '[]',
    'null',
    '7',
    '"text"',
    '{}',
    '{"data":null}',
    '{"data":[]}',
    '{"data":{}}',
    '{"data":{"coverage":null}}',
    '{"data":{"other":1}}',
    '{"data":{"coverage":{"sta',
    '{"data":{"coverage":{}},"errors":"no"}',
    '{"data":{"coverage":{}},"errors":[null]}',
    '{"message":"ok"}',
    'OK',
  ])('%j with status 200 was damaged', async (body) => {
    const { data, messages, dataVersion } = await read(body);
    expect({ data, messages, dataVersion }).toEqual({
      data: null,
      messages: ['The server’s answer was empty or damaged. Try again. If that does not help, reload the page.'],
      dataVersion: undefined,
    });
  });

  test('in HTML with status 200 is a page to sign in', async () => {
    expect((await read(`\n ${html}`)).messages).toEqual([
      'The server sent another page instead of an answer. You may have to sign in again: reload the page.',
    ]);
  });

  test.each<[number, string]>([
    [302, 'The server did not accept the request (status 302). Reload the page.'],
    [400, 'The server did not accept the request (status 400). Reload the page.'],
    [401, 'You are not signed in, or no longer (status 401). Reload the page.'],
    [403, 'The server refused access; you may have to sign in (status 403). Reload the page.'],
    [404, 'The server was not found at this address (status 404). Reload the page.'],
    [407, 'You are not signed in, or no longer (status 407). Reload the page.'],
    [408, 'The server does not answer (status 408). Wait a minute, then try again.'],
    [413, 'The question is too long for the server (status 413). Ask a shorter one.'],
    [429, 'The server got too many requests (status 429). Wait a minute, then try again.'],
    [500, 'The server does not answer (status 500). Wait a minute, then try again.'],
    [502, 'The server does not answer (status 502). Wait a minute, then try again.'],
    [503, 'The server does not answer (status 503). Wait a minute, then try again.'],
    [504, 'The server does not answer (status 504). Wait a minute, then try again.'],
    [599, 'The server does not answer (status 599). Wait a minute, then try again.'],
  ])('with status %i says what to do, whatever its body', async (status, message) => {
    for (const body of ['{"message":"x"}', html, '', '[]', '{"data":null}', '{"data":{"coverage":{}}}']) {
      const { data, messages, problems } = await read(body, { status });
      expect({ data, messages }).toEqual({ data: null, messages: [message] });
      expect(problems.map(({ code, isSolvedByReload }) => [code, isSolvedByReload])).toEqual([
        ['UNREACHABLE', message.endsWith('Reload the page.')],
      ]);
    }
  });

  test.each([401, 403, 429, 503])('with status %i and errors of a gateway quotes them', async (status) => {
    const { data, messages } = await read('{"errors":[{"message":"Quota exceeded"}]}', { status });
    expect(data).toBeNull();
    expect(messages.join()).toContain(`(status ${String(status)}). The server says: “Quota exceeded”. `);
  });
});

test('what to do without a response', () => {
  expect(noConnection.message).toBe('The server does not answer. Check your internet connection, then try again.');
  expect(tooSlow(20).message).toBe('The server did not answer within 20 seconds. Try again.');
});

test.each<[Record<string, string>, string]>([
  [{}, 'Wait a minute, then try again.'],
  [{ 'retry-after': '' }, 'Wait a minute, then try again.'],
  [{ 'retry-after': 'soon' }, 'Wait a minute, then try again.'],
  [{ 'retry-after': '-5' }, 'Wait a minute, then try again.'],
  [{ 'retry-after': '1.5' }, 'Wait a minute, then try again.'],
  [{ 'retry-after': '0' }, 'Try again.'],
  [{ 'retry-after': '1' }, 'Try again in 1 second.'],
  [{ 'retry-after': '30' }, 'Try again in 30 seconds.'],
  [{ 'retry-after': '119' }, 'Try again in 119 seconds.'],
  [{ 'retry-after': '120' }, 'Try again in 2 minutes.'],
  [{ 'retry-after': '121' }, 'Try again in 3 minutes.'],
  [{ 'retry-after': '7200' }, 'Try again in 2 hours.'],
  [{ 'retry-after': '172800' }, 'Try again in 2 days.'],
  [
    { 'retry-after': 'Mon, 30 Nov 2026 12:00:45 GMT', date: 'Mon, 30 Nov 2026 12:00:00 GMT' },
    'Try again in 45 seconds.',
  ],
  [{ 'retry-after': 'Mon, 30 Nov 2026 11:00:00 GMT', date: 'Mon, 30 Nov 2026 12:00:00 GMT' }, 'Try again.'],
  [{ 'retry-after': 'Mon, 30 Nov 2026 15:00:00 GMT', date: 'Mon, 30 Nov 2026 12:00:00 GMT' }, 'Try again in 3 hours.'],
])('the headers %j say: %s', (fields, words) => {
  expect(retryIn(headers(fields))).toBe(words);
});

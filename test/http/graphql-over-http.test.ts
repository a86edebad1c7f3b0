/** The audits of the GraphQL over HTTP specification, in process and over a socket, and what else clients rely on. */
import { serverAudits } from 'graphql-http';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ask, listening, standIn, type Answer } from '../helpers/fake-server.ts';

const { http } = standIn();
const audits = (url: string | (() => string), fetchFn: unknown) => serverAudits({ url, fetchFn });

describe('the audits of GraphQL over HTTP', () => {
  test('are 61', () => {
    expect(audits('', fetch)).toHaveLength(61);
  });
  for (const audit of audits('http://localhost/graphql', http.fetch)) {
    test(`in process: ${audit.name}`, async () => {
      const result = await audit.fn();
      expect(result.status, 'reason' in result ? result.reason : '').toBe('ok');
    });
  }
  test('all pass over a socket', async () => {
    const address = await listening(http);
    const results = await Promise.all(audits(`${address}/graphql`, fetch).map((audit) => audit.fn()));
    expect(
      results
        .filter(({ status }) => status !== 'ok')
        .map((result) => [result.name, 'reason' in result && result.reason]),
    ).toEqual([]);
  });
});

describe('over a socket', () => {
  test('GET and POST give the same answer, with the data version', async () => {
    const address = await listening(http);
    const query = '{ hello(name: "you") today }';
    const got = await fetch(`${address}/graphql?query=${encodeURIComponent(query)}`);
    const posted = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const expected = { data: { hello: 'hello you', today: '2026-11-23' }, extensions: { dataVersion: 'v1' } };
    expect(await got.json()).toEqual(expected);
    expect(await posted.json()).toEqual(expected);
    expect(posted.headers.get('vary')).toBe('Accept, Accept-Encoding, X-GraphQL-Cost');
  });

  test('characters beyond ASCII are unchanged in the answer', async () => {
    const address = await listening(http);
    const posted = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ hello(name: "Señor 日本 🩺") }' }),
    });
    expect(await posted.json()).toMatchObject({ data: { hello: 'hello Señor 日本 🩺' } });
  });

  test('the root redirects to the endpoint, and an unknown path gives 404 in JSON', async () => {
    const address = await listening(http);
    const root = await fetch(address, { redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, 'graphql']);
    const nowhere = await fetch(`${address}/nowhere?x=/graphql`);
    expect(nowhere.status).toBe(404);
    expect(await nowhere.json()).toMatchObject({
      errors: [
        {
          message: 'There is nothing at /nowhere. The GraphQL endpoint is /graphql.',
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
      extensions: { dataVersion: 'v1' },
    });
  });

  test('a query that ends like the path of a health check is executed', async () => {
    const address = await listening(http);
    const got = await fetch(
      `${address}/graphql?query={hello(name:"x")}&operationName=&extensions={}&variables={"a":"/health`,
    );
    expect([got.status, ((await got.json()) as Answer).errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_REQUEST']);
  });

  test.each([
    ['*/*', 200],
    ['', 200],
    ['application/*', 200],
    ['Application/JSON', 200],
    ['multipart/mixed, application/json;q=0.1', 200],
    ['text/event-stream, */*', 200],
    ['image/png;q=0.9, */*;q=0.1', 200],
    ['application/json; charset="utf-8"', 200],
    ['multipart/mixed', 406],
    ['text/event-stream', 406],
    ['text/plain, image/*', 406],
    ['application/json;q=0', 406],
    ['application/json; charset=latin1', 406],
  ])('to who accepts "%s" the answer is %i, in JSON, whole', async (accept, status) => {
    const address = await listening(http);
    for (const init of [{}, { method: 'POST', body: '{"query":"{ today }"}' }]) {
      const response = await fetch(`${address}/graphql${'body' in init ? '' : '?query={today}'}`, {
        ...init,
        headers: { accept, 'content-type': 'application/json' },
      });
      expect([
        response.status,
        response.headers.get('content-type')?.replace('graphql-response+', ''),
        response.headers.get('transfer-encoding'),
      ]).toEqual([status, 'application/json; charset=utf-8', null]);
      expect(await response.json()).toMatchObject(
        status === 200
          ? { data: { today: '2026-11-23' } }
          : { errors: [{ extensions: { code: 'BAD_REQUEST' } }], extensions: { dataVersion: 'v1' } },
      );
    }
  });

  test('a body of another content type is refused, and the error names the right one', async () => {
    const address = await listening(http);
    const posted = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: 'a,b',
    });
    expect(posted.status).toBe(415);
    expect(((await posted.json()) as Answer).errors?.[0]?.message).toContain('application/json');
  });
});

describe('the status of what was not run', () => {
  const { http: limited } = standIn({ limits: { tokens: 50 } });
  const statuses = async (body: unknown, { fetch: fetchFrom } = limited): Promise<unknown> => {
    const each = ['application/json', 'application/graphql-response+json'].map(async (accept) => {
      const response = await fetchFrom('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify(body),
      });
      const answer = (await response.json()) as Answer;
      expect(answer.errors?.length).toBeGreaterThan(0);
      expect(JSON.stringify(answer.errors)).not.toContain('"http"');
      return [response.status, 'data' in answer];
    });
    return Promise.all(each);
  };
  const hello = 'query Hello($name: String!) { hello(name: $name) }';

  test.each([
    ['syntax', { query: '{' }],
    ['a document without an operation', { query: 'fragment A on Query { today }' }],
    ['validation', { query: '{ nope }' }],
    ['a variable that is missing', { query: hello }],
    ['a variable that is null', { query: hello, variables: { name: null } }],
    ['a variable of a wrong type', { query: hello, variables: { name: 1 } }],
    ['an operation that cannot be determined', { query: 'query A { today } query B { today }' }],
    ['an operation that is not there', { query: 'query A { today }', operationName: 'B' }],
    ['a mutation', { query: 'mutation { x }' }],
    ['a subscription', { query: 'subscription { x }' }],
    ['too many tokens', { query: `{ ${'today '.repeat(60)} }` }],
  ])('of a request with %s is 200 in JSON and 400 in the other type, without data', async (_, body) => {
    expect(await statuses(body)).toEqual([
      [200, false],
      [400, false],
    ]);
  });

  test('of a request that costs too much is the same', async () => {
    expect(await statuses({ query: '{ today }' }, standIn({ limits: { cost: 1 } }).http)).toEqual([
      [200, false],
      [400, false],
    ]);
  });

  test.each([
    ['no operation', {}],
    ['an operation that is no text', { query: 1 }],
    ['a name that is no text', { query: '{ today }', operationName: 1 }],
    ['variables that are no object', { query: '{ today }', variables: 'x' }],
    ['variables that are a list', { query: '{ today }', variables: [] }],
    ['extensions that are no object', { query: '{ today }', extensions: 1 }],
    ['another parameter', { query: '{ today }', more: 1 }],
    ['an id that is not known', { documentId: 'sha256:0' }],
    ['several operations', [{ query: '{ today }' }]],
    ['no object', 'x'],
  ])('of what is no request (%s) is 400 in both', async (_, body) => {
    expect(await statuses(body)).toEqual([
      [400, false],
      [400, false],
    ]);
  });

  test('is the same by GET', async () => {
    const statusOf = async (search: string, accept: string) =>
      (await limited.fetch(`http://localhost/graphql?${search}`, { headers: { accept } })).status;
    for (const search of ['query={nope}', 'query={', `query=${encodeURIComponent(hello)}`])
      expect([
        await statusOf(search, 'application/json'),
        await statusOf(search, 'application/graphql-response+json'),
        await statusOf(search, '*/*'),
      ]).toEqual([200, 400, 200]);
    for (const search of ['', 'query={today}&variables=x', 'query={today}&variables=[]'])
      expect(await statusOf(search, 'application/json')).toBe(400);
  });

  test('of an error at a field is 200 in both', async () => {
    expect(await statuses({ query: '{ today refusal }' })).toEqual([
      [200, true],
      [200, true],
    ]);
  });
});

describe('a request uses one graph', () => {
  test('and the next request uses the graph loaded since', async () => {
    let version = 'v1';
    const current = vi.fn(() => ({ graph: { version, plans: new Map(), subjects: new Map() }, loadedAt: '' }) as never);
    const swapped = standIn({ current }).http;
    expect((await ask(swapped, '{ today }')).extensions.dataVersion).toBe('v1');
    version = 'v2';
    expect((await ask(swapped, '{ today }')).extensions.dataVersion).toBe('v2');
    expect(current).toHaveBeenCalledTimes(2);
    onTestFinished(() => {
      current.mockClear();
    });
  });
});

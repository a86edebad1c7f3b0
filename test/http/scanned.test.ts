/** What scanners of GraphQL servers try, and the answers, as .github/SECURITY.md lists them. */
import { readFileSync } from 'node:fs';
import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { graph, real } from '../helpers/real-server.ts';
import { listening } from '../helpers/fake-server.ts';

interface Seen {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly code: unknown;
  readonly limit: unknown;
  readonly data: unknown;
}
async function put(
  query: string | Record<string, string>,
  {
    method = 'POST',
    type = 'application/json',
    path = '/graphql',
    headers = {},
    body,
  }: { method?: string; type?: string; path?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Seen> {
  const init =
    method === 'GET'
      ? { headers }
      : { method, headers: { 'content-type': type, ...headers }, body: body ?? JSON.stringify({ query }) };
  const response = await fetch(`${await listening(real().http)}${path}`, init);
  const text = await response.text();
  const kind = response.headers.get('content-type') ?? '';
  const read = (kind.includes('json') ? JSON.parse(text) : {}) as {
    data?: unknown;
    errors?: { extensions: Record<string, unknown> }[];
  };
  const [first] = read.errors ?? [];
  return {
    status: response.status,
    type: kind,
    text,
    code: first?.extensions['code'],
    limit: first?.extensions['limit'],
    data: read.data,
  };
}
const times = (count: number, text: (index: number) => string, joint = ' '): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(joint);
const search = (query: string): string => `/graphql?query=${encodeURIComponent(query)}`;
const refused = { code: 'BAD_REQUEST', data: undefined };

/** By the name in the table of SECURITY.md. */
const tried: Readonly<Record<string, () => Promise<void>>> = {
  'Aliases, a hundred and one': async () => {
    expect(await put(`{ ${times(101, (index) => `alias${String(index)}: __typename`)} }`)).toMatchObject({
      ...refused,
      limit: 'aliases',
    });
  },
  'A batch of operations': async () => {
    expect(
      await put('', { body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ __typename }' }))) }),
    ).toMatchObject({ ...refused, status: 400 });
  },
  'A directive over and over': async () => {
    expect(await put(`{ __typename ${'@aa'.repeat(101)} }`)).toMatchObject({ ...refused, limit: 'directives' });
    expect((await put(`{ __typename ${'@aa'.repeat(50)} }`)).text.match(/Unknown directive/g)).toHaveLength(10);
  },
  'Introspection in a circle': async () => {
    expect(
      await put(
        `{ __schema { ${times(4, () => 'types { fields { type { ', '')}name${' } } }'.repeat(4)} } }`.replace(
          /type \{ types/g,
          'type { name types',
        ),
      ),
    ).toMatchObject(refused);
  },
  'A field five hundred times': async () => {
    expect(await put(`{ ${'__typename '.repeat(500)}}`)).toMatchObject({ ...refused, limit: 'breadth' });
  },
  'Field suggestions': async () => {
    const seen = await put('{ plann(slug: "medicare") { slug } }');
    expect(seen).toMatchObject(refused);
    expect(seen.text).toContain('Did you mean');
  },
  'Queries and mutations by GET': async () => {
    expect(await put('', { method: 'GET', path: search('{ __typename }') })).toMatchObject({
      status: 200,
      data: { __typename: 'Query' },
    });
    expect(await put('', { method: 'GET', path: search('mutation { __typename }') })).toMatchObject({
      status: 405,
      ...refused,
    });
    expect(await put('mutation { __typename }')).toMatchObject({ ...refused, data: undefined });
  },
  GraphiQL: async () => {
    expect(await put('', { method: 'GET', headers: { accept: 'text/html' } })).toMatchObject({
      status: 200,
      type: expect.stringContaining('text/html') as string,
    });
    for (const path of ['/graphiql', '/playground', '/console', '/altair'])
      expect((await put('', { method: 'GET', path, headers: { accept: 'text/html' } })).status).toBe(404);
  },
  'Traces in answers': async () => {
    for (const headers of [
      { 'x-apollo-tracing': '1' },
      { 'apollo-federation-include-trace': 'ftv1' },
      { 'apollo-tracing': '1' },
    ]) {
      expect(JSON.parse((await put('{ __typename }', { headers })).text)).toEqual({
        data: { __typename: 'Query' },
        extensions: { dataVersion: graph.version },
      });
    }
  },
  'Errors with their insides': async () => {
    for (const query of ['qwerty { abc }', '{ plan }', '{', 'query ($a: Nothing) { __typename }']) {
      const { text, code } = await put(query);
      expect([code, /exception|stack|node_modules|\.[tj]s\b/.test(text)]).toEqual(['BAD_REQUEST', false]);
    }
  },
  'A form of another site': async () => {
    const sent = await put('', {
      type: 'application/x-www-form-urlencoded',
      body: new URLSearchParams({ query: '{ __typename }' }).toString(),
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(sent).toMatchObject({ status: 200, data: { __typename: 'Query' } });
    expect(
      await put('', {
        type: 'application/x-www-form-urlencoded',
        body: new URLSearchParams({ query: 'mutation { __typename }' }).toString(),
      }),
    ).toMatchObject({ ...refused, data: undefined });
    expect(
      (
        await fetch(`${await listening(real().http)}${search('{ __typename }')}`, {
          headers: { origin: 'https://elsewhere.example' },
        })
      ).headers.get('access-control-allow-origin'),
    ).toBeNull();
  },
  Introspection: async () => {
    expect(await put(getIntrospectionQuery())).toMatchObject({
      status: 200,
      data: { __schema: expect.any(Object) as object },
    });
  },
};

test.each(Object.entries(tried))('%s', async (_, ends) => {
  await ends();
});

test('the table lists each of them and no other', () => {
  const words = readFileSync(new URL('../../.github/SECURITY.md', import.meta.url), 'utf8');
  const [, table = ''] = words.split('## What scanners try');
  const rows = table
    .split('\n## ', 1)[0]
    ?.split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| --'))
    .slice(1)
    .map((line) => line.split('|')[1]?.trim());
  expect(rows?.sort()).toEqual(Object.keys(tried).sort());
});

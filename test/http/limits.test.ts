/** Each limit lets its last request through and refuses the next, saying what was asked and what is allowed. */
import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, test, vi } from 'vitest';
import { checkDocumentSize } from '../../src/http/query-limits/document-size-limits.ts';
import { ask, standIn } from '../helpers/fake-server.ts';

const { http } = standIn();
const first = async (query: string, limits = {}) => (await ask(standIn({ limits }).http, query)).errors?.[0];
const deep = (levels: number) => `${'{ thing '.repeat(levels - 1)}{ __typename }${' }'.repeat(levels - 1)}`;
const names = (count: number, field: string) =>
  `{ ${Array.from({ length: count }, (_, index) => `a${String(index)}: ${field}`).join(' ')} }`;
/** Fragments that spread the next twice, one level below: 2 to the `links` aliases when expanded. */
const doubling = (links: number) =>
  [
    '{ thing { ...F0 } }',
    ...Array.from(
      { length: links },
      (_, index) =>
        `fragment F${String(index)} on Thing { ${index === links - 1 ? 'name' : `a: thing { ...F${String(index + 1)} } b: thing { ...F${String(index + 1)} }`} }`,
    ),
  ].join('\n');

describe('tokens', () => {
  const query = (tokens: number) => `{ ${'today '.repeat(tokens - 2)}}`;

  test('as many as allowed pass, one more does not', async () => {
    expect(await first(query(50), { tokens: 50 })).toBeUndefined();
    expect(await first(query(51), { tokens: 50 })).toMatchObject({
      message:
        'Too much for one request: 51 tokens, and at most 50 are allowed. Move repeated selections into fragments and long lists into variables, or ask in several requests.',
      extensions: { code: 'BAD_REQUEST', limit: 'tokens', asked: 51, allowed: 50 },
    });
  });

  test('comments are free', async () => {
    expect(await first(`${'# a comment\n'.repeat(100)}{ today }`, { tokens: 3 })).toBeUndefined();
  });

  test('a syntax error is reported as one', async () => {
    expect((await first('{ today ', { tokens: 50 }))?.message).toMatch(/^Syntax Error/);
  });
});

describe('depth', () => {
  test('as deep as allowed passes, one deeper does not', async () => {
    expect(await first(deep(20))).toBeUndefined();
    expect(await first(deep(21))).toMatchObject({
      message:
        'Too much for one request: 21 levels of fields, and at most 20 are allowed. Ask for less within less, or in two requests.',
      extensions: { code: 'BAD_REQUEST', limit: 'depth', asked: 21, allowed: 20 },
    });
  });

  test('fragments do not hide it', async () => {
    const inline = deep(12).replace('thing { thing', 'thing { ... on Thing { thing').concat(' }');
    expect((await first(inline, { depth: 11 }))?.extensions['asked']).toBe(12);
    const spread = '{ thing { ...A } } fragment A on Thing { thing { ...B } } fragment B on Thing { thing { name } }';
    expect(await first(spread, { depth: 4 })).toBeUndefined();
    expect((await first(spread, { depth: 3 }))?.extensions['asked']).toBe(4);
  });
});

describe('aliases', () => {
  test('as many as allowed pass, one more does not; __typename counts', async () => {
    expect(await first(names(100, '__typename'))).toBeUndefined();
    expect(await first(names(101, '__typename'))).toMatchObject({
      message:
        'Too much for one request: 101 aliases, and at most 100 are allowed. Ask for several things by the fields that take lists (nodes, coverageMatrix, comparePlans), or in several requests.',
      extensions: { code: 'BAD_REQUEST', limit: 'aliases', asked: 101, allowed: 100 },
    });
  });

  test('count as often as the fragment that holds them is spread', async () => {
    expect((await first(doubling(6), { aliases: 61 }))?.extensions['asked']).toBe(62); // 2 + 4 + 8 + 16 + 32
    expect(await first(doubling(6), { aliases: 62 })).toBeUndefined();
  });
});

describe('fragments', () => {
  test('that expand beyond counting are refused', async () => {
    expect((await first(doubling(100), { depth: 1_000 }))?.message).toContain('beyond counting aliases');
  });

  test('are each looked at once however often they are spread', () => {
    const document = parse(doubling(100));
    const looked = vi.fn();
    const counted = {
      ...document,
      definitions: document.definitions.map(
        (node) =>
          new Proxy(node, {
            get: (target, key) => {
              if (key === 'selectionSet') looked();
              return Reflect.get(target, key) as unknown;
            },
          }),
      ),
    };
    expect(checkDocumentSize(counted, { depth: 1_000, aliases: Infinity, directives: 0, breadth: 2 })).toBeNull();
    expect(looked.mock.calls.length).toBeLessThan(101 * 5);
  });

  test('in a ring end, and are refused as a ring', async () => {
    const ring =
      '{ thing { ...A } } fragment A on Thing { a: thing { ...B } } fragment B on Thing { b: thing { ...A } }';
    expect((await ask(http, ring)).errors?.map(({ message }) => message)).toEqual([
      expect.stringContaining('Cannot spread fragment "A" within itself'),
    ]);
  });
});

test('validation stops at ten errors and says so', async () => {
  const { errors } = await ask(
    http,
    `{ ${Array.from({ length: 150 }, (_, index) => `no${String(index)}`).join(' ')} }`,
  );
  expect(errors).toHaveLength(11);
  expect(errors?.at(-1)?.message).toContain('error limit reached');
  expect(errors?.every(({ extensions }) => extensions['code'] === 'BAD_REQUEST')).toBe(true);
});

test.each([
  ['the plain one', getIntrospectionQuery()],
  [
    'with all that GraphiQL asks',
    getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
  ],
])('the introspection query passes: %s', async (_, query) => {
  const answer = await ask(http, query);
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toHaveProperty('__schema.queryType.name', 'Query');
});

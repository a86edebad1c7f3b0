/** Global ids lead back to what gave them, and nothing else does. */
import { expect, test } from 'vitest';
import { ask, graph, refusal, execution } from './ask.ts';

const idOf = (type: string, slug: string): string => Buffer.from(`${type}:${slug}`).toString('base64');
const firstOf = <T>(entries: ReadonlyMap<string, T>): T => [...entries.values()][0] as T;

test.each([
  ['Plan', graph.plans],
  ['Service', graph.services],
  ['Technique', graph.techniques],
  ['BillingCode', graph.billingCodes],
  ['Territory', graph.territories],
  ['CoverageCondition', graph.conditions],
  ['SourceDocument', graph.sources],
  ['CoverageRule', graph.rules],
] as const)('a %s is found by the id it gives', (type, entries) => {
  const { slug } = firstOf<{ readonly slug: string }>(entries);
  const id = idOf(type, slug);
  expect(ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id })).toEqual({
    node: { __typename: type, id },
  });
});

test('ids are opaque base64 of the type and the slug', () => {
  expect(ask('{ plan(slug: "tricare-prime") { id } }')).toEqual({ plan: { id: idOf('Plan', 'tricare-prime') } });
});

test('nodes come in the order asked, null where nothing of the id is loaded', () => {
  const ids = [
    idOf('Service', 'massage-therapy'),
    idOf('Plan', 'gone'),
    idOf('Plan', 'medicare'),
    idOf('Plan', 'medicare'),
  ];
  expect(ask('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Concept { slug } } }', { ids })).toEqual({
    nodes: [{ slug: 'massage-therapy' }, null, { slug: 'medicare' }, { slug: 'medicare' }],
  });
});

test.each([
  ['not base64', '%%%'],
  ['empty', ''],
  ['no colon', Buffer.from('Plan').toString('base64')],
  ['no slug', idOf('Plan', '')],
  ['an unknown type', idOf('Query', 'x')],
  ['a name of every object', idOf('__proto__', 'x')],
  ['padding left out', idOf('Plan', 'medicare').replace(/=+$/, '') + '!'],
])('a malformed id (%s) costs its own place and no other', (_, id) => {
  const { data, errors } = execution('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: [idOf('Plan', 'medicare'), id],
  });
  expect(JSON.parse(JSON.stringify(data))).toEqual({ nodes: [{ id: idOf('Plan', 'medicare') }, null] });
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.path).toEqual(['nodes', 1]);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_ID', argument: 'ids[1]', value: id });
  expect(refusal('query ($id: ID!) { node(id: $id) { id } }', { id })).toMatchObject({
    code: 'BAD_ID',
    argument: 'id',
    path: 'node',
  });
});

test('a hundred ids may be asked for, not one more', () => {
  const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  expect(ask<{ nodes: unknown[] }>(nodes, { ids: Array(100).fill(idOf('Plan', 'medicare')) }).nodes).toHaveLength(100);
  const { errors } = execution(nodes, { ids: Array(101).fill(idOf('Plan', 'medicare')) });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'TOO_MANY', argument: 'ids', value: '101' });
});

test('a question takes the id of a subject and of nothing else', () => {
  const coverage = 'query ($id: ID!) { coverage(plan: "tricare-prime", of: { id: $id }) { subject { slug } } }';
  expect(ask(coverage, { id: idOf('Technique', 'shiatsu') })).toEqual({ coverage: { subject: { slug: 'shiatsu' } } });
  expect(refusal(coverage, { id: idOf('Plan', 'medicare') })).toMatchObject({ code: 'BAD_ID', argument: 'of.id' });
  expect(refusal(coverage, { id: idOf('Technique', 'massage-therapy') })).toMatchObject({
    code: 'UNKNOWN_SUBJECT',
    argument: 'of.id',
  });
  expect(refusal(coverage, { id: 'shiatsu' })).toMatchObject({ code: 'BAD_ID', argument: 'of.id' });
});

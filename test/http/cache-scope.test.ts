/** Which caches may store an answer to a GET: `public` only if the request is known to hold no information about a person. */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  DirectiveLocation,
  isInputObjectType,
  parse,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { coverageSubgraph } from '../../src/federation/index.ts';
import { createClassifier } from '../../src/http/cache-scope.ts';
import { documentId, readManifest, type TrustedDocuments } from '../../src/http/persisted-documents.ts';
import { privateArguments, publicArguments, unrepeatableFields } from '../../src/schema/argument-privacy.ts';
import { real } from '../helpers/real-server.ts';

const { schema } = coverageSubgraph();

/** Coordinates of every argument and input field of the schema. */
function coordinates(): string[] {
  const types = Object.values(schema.getTypeMap());
  const ofFields = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).flatMap(({ name, args }) =>
          args.map((argument) => `${type.name}.${name}(${argument.name}:)`),
        )
      : [],
  );
  const ofInputs = types.flatMap((type) =>
    isInputObjectType(type) ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [],
  );
  const ofMeta = [SchemaMetaFieldDef, TypeMetaFieldDef].flatMap(({ name, args }) =>
    args.map((argument) => `Query.${name}(${argument.name}:)`),
  );
  /** Directives of a schema's own text, which no operation can hold, have no place here. */
  const executable = schema.getDirectives().filter(({ locations }) => locations.includes(DirectiveLocation.FIELD));
  const ofDirectives = executable.flatMap(({ name, args }) => args.map((argument) => `@${name}(${argument.name}:)`));
  return [...ofFields, ...ofInputs, ...ofMeta, ...ofDirectives].sort();
}

describe('the tables', () => {
  test('classify every argument of the schema once, and no other', () => {
    expect([...publicArguments, ...privateArguments].sort()).toEqual(coordinates());
  });

  test('name only unrepeatable fields that the schema has', () => {
    const dataset = schema.getType('CoverageDataset');
    expect([...unrepeatableFields]).toEqual(['CoverageDataset.loadedAt']);
    expect(isObjectType(dataset) && Object.keys(dataset.getFields())).toContain('loadedAt');
  });
});

const trusted: TrustedDocuments = new Map(
  [
    'query($given: SituationInput) { coverage(plan: "tricare-prime", of: { service: "massage-therapy" }, given: $given) { status } }',
    '# The plans of an operator\n{ plan(slug: "tricare-prime") { name } }',
  ].map((text) => [documentId(text), text]),
);
const [coverageId = '', commentedId = ''] = trusted.keys();

const { http } = real({ schema, trustedDocuments: trusted });

/** The cache scope of the answer to a GET with these parameters. Fails if the answer has errors. */
async function kept(parameters: Record<string, string>): Promise<string | null> {
  const address = `http://localhost/graphql?${new URLSearchParams(parameters).toString()}`;
  const response = await http.fetch(address, { headers: { accept: 'application/json' } });
  const { errors } = (await response.json()) as { errors?: unknown };
  expect([response.status, errors]).toEqual([200, undefined]);
  return response.headers.get('cache-control');
}

const massage = 'of: { service: "massage-therapy" }';
const plain = '{ plan(slug: "tricare-prime") { name } }';
const json = (value: unknown): string => JSON.stringify(value);
const byKey = (key: string): string =>
  `{ _entities(representations: [{ __typename: "CoverageCase", key: "${key}" }]) { ... on CoverageCase { coverage(${massage}) { status } } } }`;
const spread =
  'query($r: [_Any!]!) { _entities(representations: $r) { ... on CoverageCase { coverage(of: { service: "massage-therapy" }) { status } } } }';
const planId = Buffer.from('Plan:tricare-prime').toString('base64');

describe('the scope is private for', () => {
  test.each<[string, Record<string, string>]>([
    ['facts', { query: `{ coverage(plan: "tricare-prime", ${massage}, given: { met: ["prescribed"] }) { status } }` }],
    ['a place', { query: `{ coverage(plan: "tricare-prime", ${massage}, given: { territory: "PR" }) { status } }` }],
    ['facts of none', { query: `{ coverage(plan: "tricare-prime", ${massage}, given: {}) { status } }` }],
    [
      'facts below a plan',
      { query: `{ plan(slug: "tricare-prime") { coverage(${massage}, given: { met: ["prescribed"] }) { status } } }` },
    ],
    [
      'facts in a fragment',
      {
        query: `{ plan(slug: "tricare-prime") { ...f } } fragment f on Plan { coverage(${massage}, given: { unmet: ["prescribed"] }) { status } }`,
      },
    ],
    [
      'facts that are left out by a directive',
      {
        query: `{ plan(slug: "tricare-prime") { name coverage(${massage}, given: { met: [] }) @skip(if: true) { status } } }`,
      },
    ],
    [
      'facts in a variable of another name',
      {
        query: `query($x: SituationInput) { coverage(plan: "tricare-prime", ${massage}, given: $x) { status } }`,
        variables: json({ x: { met: ['prescribed'] } }),
      },
    ],
    [
      'facts in a part of a variable',
      {
        query: `query($x: String!) { coverage(plan: "tricare-prime", ${massage}, given: { met: [$x] }) { status } }`,
        variables: json({ x: 'prescribed' }),
      },
    ],
    [
      'facts in the default of a variable',
      {
        query: `query($x: SituationInput = { met: ["prescribed"] }) { coverage(plan: "tricare-prime", ${massage}, given: $x) { status } }`,
      },
    ],
    ['facts of a known document', { documentId: coverageId, variables: json({ given: { met: ['prescribed'] } }) }],
    [
      'facts of a known document, by its hash',
      {
        extensions: json({ persistedQuery: { version: 1, sha256Hash: coverageId.replace('sha256:', '') } }),
        variables: json({ given: { met: ['prescribed'] } }),
      },
    ],
    ['the key of a case', { query: byKey('tricare-prime +prescribed') }],
    ['the key of a case against', { query: byKey('tricare-prime -prescribed') }],
    ['the key of a case at a place', { query: byKey('tricare-prime @PR') }],
    [
      'the key of a case in a variable',
      { query: spread, variables: json({ r: [{ __typename: 'CoverageCase', key: 'tricare-prime +prescribed' }] }) },
    ],
    ['a search', { query: '{ search(text: "my chronic low back pain") { totalCount } }' }],
    ['a search for one word', { query: '{ search(text: "pain") { totalCount } }' }],
    [
      'a search in a variable',
      { query: 'query($t: String!) { search(text: $t) { totalCount } }', variables: json({ t: 'pain' }) },
    ],
    ['a question', { query: '{ ask(question: "does medicare cover massage for my back?") { text } }' }],
    ['a question under an alias', { query: '{ plans: ask(question: "massage") { text } }' }],
    ['a ZIP code', { query: '{ plansInArea(area: { zipCode: "15201" }) { totalCount } }' }],
    [
      'a county by its name',
      { query: '{ plansInArea(area: { countyNamed: { name: "Allegheny", state: "PA" } }) { totalCount } }' },
    ],
    [
      'a state with wishes',
      {
        query: `{ plansInArea(area: { state: "PA" }, ${massage}, withoutRequirement: ["prescribed"]) { totalCount } }`,
      },
    ],
    ['a variable that is not declared', { query: plain, variables: json({ diagnosis: 'low back pain' }) }],
    ['another parameter', { query: plain, user: 'alex' }],
    ['an id that is not read', { query: plain, documentId: 'low back pain' }],
    ['another extension', { query: plain, extensions: json({ user: 'alex' }) }],
    ['another part of an extension', { query: plain, extensions: json({ persistedQuery: { user: 'alex' } }) }],
    ['a comment', { query: `${plain} # for low back pain` }],
    ['several operations', { query: `query A ${plain} query B ${plain}`, operationName: 'A' }],
    ['a name that is a sentence', { query: '{ __type(name: "low back pain") { name } }' }],
    [
      'an id of a sentence',
      { query: `{ node(id: "${Buffer.from('Plan:low back pain').toString('base64')}") { id } }` },
    ],
  ])('%s', async (_, parameters) => {
    expect(await kept(parameters)).toBe('private, no-cache');
  });
});

describe('the scope is public for', () => {
  test.each<[string, Record<string, string>]>([
    ['a name of the catalog', { query: plain }],
    [
      'names and pages',
      {
        query: '{ plans(within: "medicare", level: PLAN, first: 2) { nodes { slug rules(first: 1) { totalCount } } } }',
      },
    ],
    ['a question without facts', { query: `{ coverage(plan: "tricare-prime", ${massage}) { status summary } }` }],
    [
      'several at once',
      {
        query: `{ coverageMatrix(plans: ["tricare-prime"], of: [{ billingCode: "CPT:97124" }]) { rows { cells { status } } } }`,
      },
    ],
    ['a state', { query: '{ plansInArea(area: { state: "PA" }) { totalCount } }' }],
    ['an id', { query: `{ node(id: "${planId}") { id } }` }],
    [
      'ids in a variable',
      { query: 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', variables: json({ ids: [planId] }) },
    ],
    ['the schema', { query: '{ __schema { types { fields(includeDeprecated: true) { name } } } }' }],
    ['the text of the subgraph', { query: '{ _service { sdl } }' }],
    ['a known document without its facts', { documentId: coverageId }],
    ['a known document with facts of null', { documentId: coverageId, variables: json({ given: null }) }],
    ['a known document with a comment', { documentId: commentedId }],
    ['the text of a known document with a comment', { query: trusted.get(commentedId) ?? '' }],
    [
      'variables with names and defaults',
      {
        query:
          'query Named($s: String!, $n: Int = 3, $b: Boolean!) { a: plan(slug: $s) { name @include(if: $b) rules(first: $n) { totalCount } } }',
        variables: json({ s: 'tricare-prime', b: true }),
        operationName: 'Named',
        extensions: json({ cost: true }),
      },
    ],
  ])('%s', async (_, parameters) => {
    expect(await kept(parameters)).toBe('public, no-cache');
  });

  test('every shipped document without variables and without information about a person', async () => {
    const shipped = readManifest(readFileSync('schema/trusted-documents.json', 'utf8'));
    const { http: shipping } = real({ schema, trustedDocuments: shipped });
    const scopes = { public: 0, private: 0 };
    for (const [id, text] of shipped) {
      const response = await shipping.fetch(`http://localhost/graphql?documentId=${encodeURIComponent(id)}`);
      const { errors } = (await response.json()) as { errors?: unknown };
      if (errors !== undefined || response.headers.get('cache-control') === 'no-store') continue;
      const saysSomething =
        /\b(given|question|text|representations|zipCode|county|countyNamed|requires|withoutRequirement|copayAtMost|limitAtLeast|from): (?!\$)/.test(
          text,
        );
      const scope = saysSomething ? 'private' : 'public';
      scopes[scope] += 1;
      expect([text, response.headers.get('cache-control')]).toEqual([text, `${scope}, no-cache`]);
    }
    expect([scopes.public > 10, scopes.private > 5]).toEqual([true, true]);
  });
});

test('the scope is private for a county given by code, and for an argument in neither table', () => {
  const classify = createClassifier(new Map());
  const scopeIn = (of: GraphQLSchema, text: string) =>
    classify({ schema: of, document: parse(text), text, variables: {}, extensions: undefined }).scope;
  expect(scopeIn(schema, '{ plansInArea(area: { county: "42003" }) { totalCount } }')).toBe('private');
  const grown = buildSchema('type Query { plan(slug: String, member: String): Int }');
  expect(scopeIn(grown, '{ plan(slug: "a") }')).toBe('public');
  expect(scopeIn(grown, '{ plan(slug: "a", member: "b") }')).toBe('private');
});

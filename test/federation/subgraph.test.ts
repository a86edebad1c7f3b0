/** Entities of this graph as a gateway asks for them: by every key, each in its own place, and none of it in the public contract's way. */
import { readFileSync } from 'node:fs';
import {
  GraphQLSchema,
  Kind,
  assertObjectType,
  buildSchema,
  execute,
  findBreakingChanges,
  graphqlSync,
  isObjectType,
  parse,
  print,
  validateSchema,
  type GraphQLFormattedError,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import type { BillingCode } from '../../src/graph/entries.ts';
import { coverageSubgraph } from '../../src/federation/index.ts';
import { MOST_REPRESENTATIONS, createSubgraph } from '../../src/federation/subgraph.ts';
import { schema as publicSchema } from '../../src/schema/index.ts';
import { at, context, graph } from '../schema/ask.ts';

const { schema, sdl } = coverageSubgraph();
type Found = Record<string, unknown> | null;

test('the schema of the endpoint is valid, as it says of itself', () => {
  expect(validateSchema(new GraphQLSchema({ ...schema.toConfig(), assumeValid: false }))).toEqual([]);
});

function entities(
  representations: readonly unknown[],
  selection: string,
  contextValue = context,
): { found: Found[] | undefined; errors: GraphQLFormattedError[] } {
  const document = parse(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${selection} } }`,
  );
  const result = execute({ schema, document, variableValues: { representations }, contextValue });
  if ('then' in result) throw new Error('an entity is found asynchronously');
  const data = JSON.parse(JSON.stringify(result.data ?? {})) as { _entities?: Found[] };
  return { found: data._entities, errors: (result.errors ?? []).map((error) => error.toJSON()) };
}
const idOf = (type: string, slug: string): string => Buffer.from(`${type}:${slug}`).toString('base64');

const BY_KEY = [
  ['Plan', { slug: 'tricare-prime' }, 'tricare-prime'],
  ['Service', { slug: 'massage-therapy' }, 'massage-therapy'],
  ['Technique', { slug: 'shiatsu' }, 'shiatsu'],
  ['BillingCode', { system: 'CPT', code: '97124' }, 'cpt-97124'],
  ['Territory', { code: 'PR' }, 'pr'],
  ['CoverageCondition', { slug: 'prescribed' }, 'prescribed'],
  ['CoverageRule', { slug: 'tricare-prime/massage-excluded' }, 'tricare-prime/massage-excluded'],
  ['SourceDocument', { slug: 'medicare-massage-article' }, 'medicare-massage-article'],
] as const;

describe('an entity', () => {
  test.each(BY_KEY)('%s is found by its natural key and by its global id', (type, key, slug) => {
    const selection = `... on ${type} { ${Object.keys(key).join(' ')} id }`;
    const expected = { __typename: type, ...key, id: idOf(type, slug) };
    expect(
      entities(
        [
          { __typename: type, ...key },
          { __typename: type, id: idOf(type, slug) },
        ],
        selection,
      ),
    ).toEqual({ found: [expected, expected], errors: [] });
  });

  test.each([
    ['Territory', { code: 'pr' }, { code: 'PR' }],
    ['Territory', { code: 'us-ak' }, { code: 'US-AK' }],
    ['Territory', { code: 'Us-aK' }, { code: 'US-AK' }],
  ])('%s %j comes back with the key that was sent, and is the entity of the code in upper case', (type, sent, own) => {
    const selection = `... on ${type} { ${Object.keys(sent).join(' ')} id ... on Concept { alias: slug } slug name kind partOf { code } parts { nodes { code } } links { totalCount } citations { says } isHomeFor(plan: "tricare-prime") }`;
    const representations = [sent, own, sent].map((key) => ({ __typename: type, ...key }));
    const { found, errors } = entities(representations, selection);
    const [first, second, third] = found ?? [];
    expect(errors).toEqual([]);
    expect(second).toMatchObject(own);
    expect(first).toEqual({ ...second, ...sent });
    expect(third).toEqual(first);
  });

  test('a suggested billing code is accepted as the code of its own system, and of no other', () => {
    const ask = (system: string, code: string) =>
      entities([{ __typename: 'BillingCode', system, code }], '... on BillingCode { slug system code }');
    const { errors } = ask('CPT', '97125');
    const suggested = (errors[0]?.extensions as { suggestions: { slug: string }[] }).suggestions.map(
      ({ slug }) => slug,
    );
    expect(suggested).toContain('cpt-97124');
    for (const code of [...suggested, 'CPT-97124', 'CPT 97124'])
      expect(ask('CPT', code)).toMatchObject({ found: [{ system: 'CPT', code }], errors: [] });
    expect(ask('HCPCS', 'CPT-97124')).toMatchObject({
      found: [null],
      errors: [{ extensions: { code: 'UNKNOWN_SUBJECT' } }],
    });
  });

  test('billed under a code with letters comes back with the code that was sent', () => {
    const massage = graph.billingCodes.get('cpt-97124');
    const ambulance = { ...massage, slug: 'hcpcs-a0428', system: 'HCPCS', code: 'A0428' } as BillingCode;
    const billingCodes = new Map([...graph.billingCodes, [ambulance.slug, ambulance]]);
    const { found, errors } = entities(
      ['A0428', 'a0428'].map((code) => ({ __typename: 'BillingCode', system: 'HCPCS', code })),
      '... on BillingCode { system code slug kind }',
      { ...context, graph: { ...graph, billingCodes } },
    );
    const rest = { __typename: 'BillingCode', system: 'HCPCS', slug: 'hcpcs-a0428', kind: 'BILLING_CODE' };
    expect({ found, errors }).toEqual({
      found: [
        { ...rest, code: 'A0428' },
        { ...rest, code: 'a0428' },
      ],
      errors: [],
    });
  });

  test('asked for by its id has the key of the graph, also next to the same entity by another spelling', () => {
    const { found } = entities(
      [
        { __typename: 'Territory', id: idOf('Territory', 'pr') },
        { __typename: 'Territory', code: 'pr' },
        { __typename: 'Territory', id: idOf('Territory', 'pr') },
      ],
      '... on Territory { code }',
    );
    expect(found?.map((each) => each?.['code'])).toEqual(['PR', 'pr', 'PR']);
  });

  test('is each of the eight, and a case', () => {
    const keyed = [...sdl().matchAll(/^type (\w+).*@key/gm)].map(([, name]) => name);
    expect(keyed.sort()).toEqual([...BY_KEY.map(([type]) => type), 'CoverageCase'].sort());
  });

  test('that was left out of the data since is null by its id, as a node is', () => {
    expect(entities([{ __typename: 'Plan', id: idOf('Plan', 'gone') }], '')).toEqual({ found: [null], errors: [] });
  });
});

const BAD: readonly (readonly [string, unknown, string, string])[] = [
  ['of no name', { slug: 'x' }, 'BAD_ID', '__typename'],
  ['of a type that is no entity', { __typename: 'Determination', id: 'x' }, 'BAD_ID', '__typename'],
  ['of a name that every object has', { __typename: 'constructor' }, 'BAD_ID', '__typename'],
  ['that is no object', 'tricare-prime', 'BAD_ID', '__typename'],
  ['that is a list', [], 'BAD_ID', '__typename'],
  ['without a key', { __typename: 'Plan' }, 'BAD_ID', ''],
  ['with half a key', { __typename: 'BillingCode', code: '97124' }, 'BAD_ID', ''],
  ['with a key that is null', { __typename: 'Plan', slug: null }, 'BAD_ID', ''],
  ['with a number for a name', { __typename: 'Plan', slug: 7 }, 'BAD_ID', 'slug'],
  [
    'with an error for a key, as a gateway sends where the sibling that has it is down',
    { __typename: 'CoverageCase', key: { message: 'connect ECONNREFUSED' } },
    'BAD_ID',
    'key',
  ],
  ['with an unknown name', { __typename: 'Plan', slug: 'tricare-prim' }, 'UNKNOWN_PLAN', 'slug'],
  ['of an unknown code system', { __typename: 'BillingCode', system: 'ICD', code: '1' }, 'UNKNOWN_SUBJECT', 'system'],
  ['of an unknown place', { __typename: 'Territory', code: 'XX' }, 'UNKNOWN_TERRITORY', 'code'],
  ['of an unknown rule', { __typename: 'CoverageRule', slug: 'tricare-prime/none' }, 'BAD_ID', 'slug'],
  ["of an unknown plan's rule", { __typename: 'CoverageRule', slug: 'tricare-prim/none' }, 'UNKNOWN_PLAN', 'slug'],
  ['with a malformed id', { __typename: 'Plan', id: '%%%' }, 'BAD_ID', 'id'],
  ['with the id of another type', { __typename: 'Plan', id: idOf('Service', 'massage-therapy') }, 'BAD_ID', 'id'],
];

describe('a bad representation', () => {
  test.each(BAD)('%s costs its own place and no other', (_, bad, code, field) => {
    const good = { __typename: 'Plan', slug: 'medicare' };
    const { found, errors } = entities([good, bad, good], '... on Plan { slug }');
    const plan = { __typename: 'Plan', slug: 'medicare' };
    expect(found).toEqual([plan, null, plan]);
    expect(errors.map(({ path }) => path)).toEqual([['_entities', 1]]);
    expect(errors[0]?.extensions).toMatchObject({
      code,
      argument: `representations[1]${field === '' ? '' : `.${field}`}`,
    });
  });

  test('suggests the name that was probably meant', () => {
    const { errors } = entities([{ __typename: 'Plan', slug: 'tricare-prim' }], '');
    expect(errors[0]?.message).toContain('Did you mean "tricare-prime"');
  });
});

describe('a thousand may be asked for at once', () => {
  const plans = (count: number) => Array.from({ length: count }, () => ({ __typename: 'Plan', slug: 'medicare' }));
  test('and all are found', () => {
    expect(entities(plans(MOST_REPRESENTATIONS), '... on Plan { slug }').found).toHaveLength(1_000);
    expect(schema.getQueryType()?.getFields()['_entities']?.description).toContain('at most a thousand');
  });
  test('and not one more', () => {
    const { found, errors } = entities(plans(MOST_REPRESENTATIONS + 1), '... on Plan { slug }');
    expect(found).toBeUndefined();
    expect(errors.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'TOO_MANY', argument: 'representations', value: '1001' },
    ]);
  });
});

test('what representations of one type and key share is made once for all of them', () => {
  let opened = 0;
  const tables = { A: new Map([['1', Object.freeze({ id: '1' })]]), B: new Map([['1', Object.freeze({ id: '1' })]]) };
  const keys = (table: ReadonlyMap<string, object>) => ({
    id: () => {
      opened += 1;
      return ({ id }: { readonly id?: unknown }) => table.get(String(id)) ?? null;
    },
  });
  const made = createSubgraph({
    schema: buildSchema('type Query { a: A b: B } type A { id: ID! } type B { id: ID! }'),
    entities: { A: keys(tables.A), B: keys(tables.B) },
  });
  const representations = Array.from(
    { length: 100 },
    (_, index) => `{ __typename: "${index % 2 === 0 ? 'A' : 'B'}", id: "1" }`,
  ).join(' ');
  const { data, errors } = graphqlSync({
    schema: made.schema,
    source: `{ _entities(representations: [${representations}]) { __typename ... on A { id } } }`,
  });
  expect(errors).toBeUndefined();
  expect((data?.['_entities'] as { __typename: string }[]).map(({ __typename }) => __typename).join('')).toBe(
    'AB'.repeat(50),
  );
  expect(opened).toBe(2);
});

test('every plan of the graph is frozen, and serving it adds no __typename', () => {
  expect([...graph.plans.values()].every((plan) => Object.isFrozen(plan))).toBe(true);
  entities([{ __typename: 'Plan', slug: 'medicare' }], '');
  expect(Object.keys(graph.plans.get('medicare') ?? {})).not.toContain('__typename');
});

describe('the schema that composers read', () => {
  test('is the one that is committed, and is served as _service.sdl', () => {
    const { data } = graphqlSync({ schema, source: '{ _service { sdl } }', contextValue: context });
    expect((data?.['_service'] as { sdl: string }).sdl).toBe(sdl());
    expect(readFileSync(at('schema/subgraph.graphql'), 'utf8')).toContain(sdl());
  });

  test('links Federation 2.9 and keeps what GraphQL says of inputs and scalars', () => {
    expect(sdl()).toMatch(
      /^extend schema\n {2}@link\(url: "https:\/\/specs.apollo.dev\/federation\/v2.9", import: \["@cost", "@key", "@listSize", "@shareable", "@tag"\]\)/,
    );
    expect(sdl()).toMatch(/^input SubjectInput @oneOf \{/m);
    expect(sdl()).toMatch(/^scalar Date @specifiedBy\(url: "https:\/\/scalars.graphql.org/m);
  });

  const rootsOf = (text: string): string[] =>
    [...(/^type Query \{\n([\s\S]*?)^\}/m.exec(text)?.[1]?.matchAll(/^ {2}(\w+)[(:]/gm) ?? [])].map(
      ([, name]) => name ?? '',
    );
  const servedRoots = Object.keys(assertObjectType(publicSchema.getQueryType()).getFields());

  test('leaves out the root fields that others have too, and what only they lead to, all of it served', () => {
    expect(rootsOf(sdl())).toEqual(
      servedRoots.filter((name) => !['node', 'nodes', 'search', 'dataset'].includes(name)),
    );
    expect(sdl()).not.toMatch(/^type (CoverageDataset|ConceptCount)/m);
    expect(sdl()).not.toContain('_entities');
    expect(
      graphqlSync({
        schema,
        source: '{ dataset { version } node(id: "UGxhbjptZWRpY2FyZQ==") { id } }',
        contextValue: context,
      }).errors,
    ).toBeUndefined();
  });

  test('leaves out the root fields given in `withhold`', () => {
    expect(rootsOf(coverageSubgraph([]).sdl())).toEqual(servedRoots);
    expect(rootsOf(coverageSubgraph(['plan', 'not-there']).sdl())).toEqual(
      servedRoots.filter((name) => name !== 'plan'),
    );
  });

  test('says of every page how long it is, and of the words of others that they are licensed', () => {
    const fields = parse(sdl()).definitions.flatMap((type) =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? (type.fields ?? [])
        : [],
    );
    const pages = fields.filter(({ type }) => print(type).replace('!', '').endsWith('Connection'));
    expect(pages.length).toBeGreaterThan(30);
    for (const { directives = [] } of pages)
      expect(directives.map((directive) => print(directive))).toEqual([
        expect.stringContaining('@listSize(assumedSize: 20, slicingArguments: ["first", "last"]'),
      ]);
    expect(
      sdl()
        .match(/^ {2}\w+: .*@tag\(name: "licensed"\)/gm)
        ?.map((line) => line.trim().split(':')[0]),
    ).toEqual(['quote', 'licensedDescriptor']);
  });
});

test('the public contract is served unchanged, and its own text knows nothing of federation', () => {
  expect(findBreakingChanges(publicSchema, schema)).toEqual([]);
  expect(
    Object.keys(schema.getTypeMap())
      .filter((name) => !(name in publicSchema.getTypeMap()))
      .sort(),
  ).toEqual(['CoverageCase', '_Any', '_Entity', '_Service']);
  expect(readFileSync(at('schema/covergraph.graphql'), 'utf8')).not.toMatch(/_entities|_service|@key|CoverageCase/);
});

test('what is added at the endpoint is described as everything else is', () => {
  const added = Object.values(schema.getTypeMap()).filter(({ name }) =>
    ['CoverageCase', '_Any', '_Entity', '_Service'].includes(name),
  );
  const parts = added.flatMap((type) => [
    type,
    ...(isObjectType(type) ? Object.values(type.getFields()).flatMap((field) => [field, ...field.args]) : []),
  ]);
  expect(parts.length).toBeGreaterThan(10);
  expect(parts.filter(({ description }) => (description ?? '').split(' ').length < 4).map(({ name }) => name)).toEqual(
    [],
  );
});

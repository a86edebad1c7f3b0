/** The schema is compared with the one of the first release. Only lists at the root may differ: they may now be null. */
import { readFileSync } from 'node:fs';
import { assertObjectType, buildSchema, isNonNullType, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { ask, at, execution } from './ask.ts';
import { changes } from './changes.ts';

/** The schema text of version 0.1.0, as it was released. Do not edit it. */
const released = readFileSync(at('test/schema/fixtures/schema-0.1.0.graphql'), 'utf8');
const promised = buildSchema(readFileSync(at('test/schema/promised.graphql'), 'utf8'));

test('since 0.1.0, lists at the root may be null, and nothing else breaks a client', () => {
  expect(changes(released, printSchema(schema)).breaking).toEqual([
    'Query.billingCodes changed type from BillingCodeConnection! to BillingCodeConnection.',
    'Query.coverageConditions changed type from CoverageConditionConnection! to CoverageConditionConnection.',
    'Query.disagreements changed type from SourceDisagreementConnection! to SourceDisagreementConnection.',
    'Query.nodes changed type from [Node]! to [Node].',
    'Query.plans changed type from PlanConnection! to PlanConnection.',
    'Query.search changed type from ConceptConnection! to ConceptConnection.',
    'Query.services changed type from ServiceConnection! to ServiceConnection.',
    'Query.sources changed type from SourceDocumentConnection! to SourceDocumentConnection.',
    'Query.techniques changed type from TechniqueConnection! to TechniqueConnection.',
    'Query.territories changed type from TerritoryConnection! to TerritoryConnection.',
  ]);
});

const rootOf = (of: typeof schema) => Object.values(assertObjectType(of.getQueryType()).getFields());

test('fields at the root have the types that were promised', () => {
  const built = new Map(rootOf(schema).map(({ name, type }) => [name, String(type)]));
  const expected = rootOf(promised).map(({ name, type }) => [name, String(type)]);
  expect(expected.length).toBeGreaterThan(15);
  expect(expected.map(([name = '']) => [name, built.get(name)])).toEqual(expected);
});

const TOO_MANY_IDS = JSON.stringify(Array.from({ length: 101 }, (_, index) => String(index)));
/** For each root field, arguments that it refuses. A page is refused for its size, its direction or its cursor. */
const PAGES = ['first: 101', 'last: -1', 'first: 1, last: 1', 'after: "x"', 'before: "eA"'];
const OTHER_ARGUMENTS: Readonly<Record<string, string>> = {
  search: 'text: "massage"',
  plansInArea: 'area: { state: "PA" }, of: { service: "massage-therapy" }',
};
const MASSAGE = 'of: { service: "massage-therapy" }';
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  node: ['id: "nothing"'],
  nodes: [`ids: ${TOO_MANY_IDS}`],
  plan: ['slug: "nope"'],
  service: ['slug: "nope"'],
  technique: ['slug: "nope"'],
  source: ['slug: "nope"'],
  coverageCondition: ['slug: "nope"'],
  billingCode: ['code: "nope"'],
  territory: ['code: "nope"'],
  coverage: [`plan: "nope", ${MASSAGE}`, `plan: "medicare", ${MASSAGE}, given: { on: "2026-02-30" }`],
  coverageMatrix: ['plans: ["nope"], of: [{ service: "massage-therapy" }]', 'plans: [], of: []'],
  comparePlans: [`plans: ["nope", "medicare"], ${MASSAGE}`],
  ask: [`question: "${'x'.repeat(1001)}"`],
  plans: ['within: "nope"'],
  rule: ['slug: "nope"'],
  coverageTimeline: [`plan: "nope", ${MASSAGE}, from: "2026-01-01", to: "2027-01-01"`],
};
const refusals = rootOf(schema)
  .filter(({ args }) => args.length > 0)
  .flatMap(({ name, args, type }) => {
    const isPaged = args.some((argument) => argument.name === 'first');
    const pages = isPaged ? PAGES.map((page) => [OTHER_ARGUMENTS[name], page].filter(Boolean).join(', ')) : [];
    return [...(REFUSED[name] ?? []), ...pages].map((given) => ({ name, given, type }));
  });

test('there is a refused argument for every root field that takes arguments', () => {
  const withArguments = rootOf(schema).filter(({ args }) => args.length > 0);
  expect([...new Set(refusals.map(({ name }) => name))].sort()).toEqual(withArguments.map(({ name }) => name).sort());
});

test.each(refusals)('$name($given) is null, and the fields next to it are answered', ({ name, given }) => {
  const { dataset } = ask<{ dataset: { ruleCount: number } }>('{ dataset { ruleCount } }');
  const { data, errors = [] } = execution(`{ dataset { ruleCount } refused: ${name}(${given}) { __typename } }`);
  expect(JSON.parse(JSON.stringify(data))).toEqual({ dataset, refused: null });
  expect(errors.map(({ path }) => path)).toEqual([['refused']]);
});

test('only a root field without arguments is never null', () => {
  expect(
    rootOf(schema)
      .filter(({ type }) => isNonNullType(type))
      .map(({ name, args }) => [name, args.length]),
  ).toEqual([['dataset', 0]]);
});

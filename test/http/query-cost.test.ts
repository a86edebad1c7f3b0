/** The price list names what is in the schema, and what takes work costs more than what is only read. */
import { readdirSync, readFileSync } from 'node:fs';
import { isInterfaceType, isObjectType, Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { coverageSubgraph } from '../../src/federation/index.ts';
import { defaultLimits } from '../../src/http/query-limits/limits.ts';
import { analyzeCost } from '../../src/http/query-limits/query-cost.ts';
import { fieldCosts } from '../../src/http/query-limits/field-costs.ts';

const { schema } = coverageSubgraph();
const world = { plans: 39, subjects: 53 };
const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
const costOf = (query: string, variables: Record<string, unknown> = {}): number =>
  analyzeCost(schema, parse(query), null, variables, world, { ...defaultLimits, cost: 1e9 }).cost;

test.each(Object.keys(fieldCosts))('%s is a field of the schema', (name) => {
  const [first = '', second] = name.split('.');
  const owners = second === undefined ? types : types.filter((type) => type.name === first);
  expect(owners.some((type) => Object.keys(type.getFields()).includes(second ?? first))).toBe(true);
});

const coverage = (selected: string): string =>
  `{ coverage(plan: "medicare", of: { service: "massage-therapy" }) { ${selected} } }`;
/** Pairs of operations, and by how many units at least the first costs more than the second. */
const dear: readonly (readonly [more: string, than: string, units: number])[] = [
  [coverage('status disagreements { title }'), coverage('status'), 14],
  [coverage('status alternatives { status }'), coverage('status'), 15],
  [
    coverage('status alternatives(first: 20) { proof { text } }'),
    coverage('status alternatives(first: 5) { proof { text } }'),
    12,
  ],
  [
    '{ plan(slug: "medicare") { coverageBySubject(first: 20) { nodes { nextQuestion { slug } } } } }',
    '{ plan(slug: "medicare") { coverageBySubject(first: 20) { nodes { given { __typename } } } } }',
    10,
  ],
  [coverage('status proof { text citations { says } }'), coverage('status'), 5],
  [
    '{ disagreements(first: 100) { nodes { title positions { says } } } }',
    '{ disagreements(first: 10) { nodes { title positions { says } } } }',
    15,
  ],
  [`{ ask(question: "${'why '.repeat(200)}") { text } }`, '{ ask(question: "why") { text } }', 790],
  [
    '{ ask(question: "which plans") { determinations { proof { text } } } }',
    '{ ask(question: "which plans") { text } }',
    40,
  ],
  [
    '{ plansInArea(area: { state: "PA" }, of: { service: "massage-therapy" }, status: [COVERED]) { totalCount } }',
    '{ plansInArea(area: { state: "PA" }, of: { service: "massage-therapy" }) { totalCount } }',
    2,
  ],
  [
    '{ plansInArea(area: { state: "PA" }, of: { service: "massage-therapy" }, orderBy: COST) { totalCount } }',
    '{ plansInArea(area: { state: "PA" }, of: { service: "massage-therapy" }, orderBy: NAME) { totalCount } }',
    2,
  ],
  [
    '{ plansInArea(area: { state: "PA" }, of: { service: "massage-therapy" }, first: 100) { nodes { determination { status } } } }',
    '{ plansInArea(area: { state: "PA" }, of: { service: "massage-therapy" }, first: 100) { nodes { isCertain } } }',
    2,
  ],
  ['{ search(text: "massage") { nodes { name } } }', '{ plans { nodes { name } } }', 5],
  [
    '{ services(first: 100) { nodes { coverageByPlan(first: 1, status: [COVERED]) { totalCount } } } }',
    '{ services(first: 100) { nodes { rules(first: 1) { totalCount } } } }',
    500,
  ],
];
describe('work has a price', () => {
  test.each(dear)('%s costs more than %s, by %i at least', (more, than, units) => {
    expect(costOf(more) - costOf(than)).toBeGreaterThanOrEqual(units);
  });

  test('of entities as many as are asked for', () => {
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on CoverageCase { coverage(of: { service: "massage-therapy" }) { status } } } }';
    const cases = (count: number) => ({
      r: Array.from({ length: count }, () => ({ __typename: 'CoverageCase', key: 'medicare' })),
    });
    const none = costOf(query, cases(0));
    expect((costOf(query, cases(1_000)) - none) / (costOf(query, cases(100)) - none)).toBeCloseTo(10, 0);
    expect(costOf(query, cases(1_000)) - none).toBeGreaterThan(2_000);
  });
});

describe('a list that may hold the slowest pair of a plan and a subject', () => {
  const atMost = (query: string, variables: Record<string, unknown> = {}): number =>
    analyzeCost(schema, parse(query), null, variables, world, { ...defaultLimits, cost: 1e9 }).atMost;
  const day = (index: number): string => `2026-01-${String(index + 10)}`;

  test('is priced for that pair at least once, whatever the size of its page', () => {
    for (const first of [1, 5, 6, 20]) {
      const answers = `coverageBySubject(first: ${String(first)}) { nodes { disagreements { title } } }`;
      expect(atMost(`{ plan(slug: "medicare") { ${answers} } }`)).toBeGreaterThan(1_000);
    }
  });

  test('is priced for it each time that the list comes back', () => {
    const lists = (count: number): string =>
      Array.from(
        { length: count },
        (_, index) =>
          `a${String(index)}: coverageBySubject(first: 6, given: { on: "${day(index)}" }) { nodes { disagreements { title } } }`,
      ).join(' ');
    expect(atMost(`{ plan(slug: "medicare") { ${lists(20)} } }`)).toBeGreaterThan(20_000);
  });

  test('is priced for it at each of many cases, since each may be of a day of its own', () => {
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on CoverageCase { coverage(of: { service: "massage-therapy" }) { disagreements { title } } } } }';
    const cases = Array.from({ length: 20 }, (_, index) => ({
      __typename: 'CoverageCase',
      key: `medicare ${day(index)}`,
    }));
    expect(atMost(query, { r: cases })).toBeGreaterThan(20_000);
  });

  test('is priced for it once in a matrix, which has each pair once', () => {
    const plans = Array.from({ length: 10 }, () => 'medicare');
    const of = Array.from({ length: 10 }, () => ({ service: 'massage-therapy' }));
    const query =
      'query ($p: [String!]!, $s: [SubjectInput!]!) { coverageMatrix(plans: $p, of: $s) { rows { cells { disagreements { title } } } } }';
    const cost = atMost(query, { p: plans, s: of });
    expect(cost).toBeGreaterThan(3_500);
    expect(cost).toBeLessThan(7_000);
  });
});

describe('ids and connections', () => {
  const nodes = (id: string): number =>
    costOf('query ($i: [ID!]!) { nodes(ids: $i) { id } }', { i: Array.from({ length: 100 }, () => id) });

  test('that are malformed ids cost more, since each is refused with an error', () => {
    const id = Buffer.from('Plan:medicare').toString('base64');
    // A malformed id is 4 units and a well-formed one 0.3, times 100 ids.
    expect(nodes('medicare') - nodes(id)).toBeGreaterThan(350);
  });

  test('of which none has an entry are priced with their arguments', () => {
    const empty = 'coverageBySubject(first: 0, given: $g, accordingTo: $a) { totalCount }';
    const fields = Array.from({ length: 60 }, (_, index) => `a${String(index)}: ${empty}`).join(' ');
    const query = `query ($g: SituationInput, $a: [String!]) { services(first: 22) { nodes { coverageByPlan(first: 11) { nodes { plan { ${fields} } } } } } }`;
    // 22 services, 11 plans each and 60 connections each, at 0.45 for the connection and 0.15 for three arguments.
    expect(costOf(query, { g: {}, a: ['medicare-manual'] })).toBeGreaterThan(22 * 11 * 60 * 0.6);
  });
});

const folders = ['src/examples', 'src/cli/operations', 'src/http/operations', 'src/web/operations'].map(
  (folder) => new URL(`../../${folder}/`, import.meta.url),
);
describe('what this repository itself asks is allowed', () => {
  test.each(folders)('%s', (folder) => {
    const documents = readdirSync(folder)
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'));
    // Fragments stand in files of their own.
    const whole = parse(documents.join('\n'));
    const given = {
      plans: Array<string>(10).fill('medicare'),
      of: { service: 'massage-therapy' },
      question: 'x'.repeat(300),
    };
    const names = whole.definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION && each.name ? [each.name.value] : [],
    );
    expect(names.length).toBeGreaterThan(0);
    expect(
      names
        .map((name) => [name, analyzeCost(schema, whole, name, given, world, defaultLimits).refusal?.message])
        .filter(([, refusal]) => refusal !== undefined),
    ).toEqual([]);
  });
});

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
/** What each asks beside the status alone, by at least so many units. */
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

/** Shapes of expensive operations. Each takes a count of something that it repeats, so that it can be filled up to a limit. */
import type { Graph } from '../../src/graph/entries.ts';
import { shapes } from './worst-requests.ts';

export interface CostShape {
  readonly name: string;
  /** The largest count that the other limits allow. */
  readonly most: number;
  readonly request: (many: number) => { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };
}

const day = '2026-10-01';
const repeat = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const list = <Value>(count: number, value: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => value(index));
const massage = '{ service: "massage-therapy" }';

export function costShapes(graph: Graph): CostShape[] {
  const plans = [...graph.plans.keys()];
  const services = [...graph.services.keys()];
  const sources = [...graph.sources.keys()];
  const facts = [...graph.conditions.values()].filter(({ counts }) => counts === null).map(({ slug }) => slug);
  const unlike = facts.filter((slug) => !['prescribed', 'referral'].includes(slug));
  const at = (values: readonly string[], index: number): string => values[index % values.length] ?? '';
  const plain = (query: string) => ({ query, variables: {} });
  const aliased = (name: string, most: number, field: (index: number) => string): CostShape => ({
    name,
    most,
    request: (many) => plain(`{ ${repeat(many, (index) => `a${String(index)}: ${field(index)}`)} }`),
  });
  const known = shapes(graph).map(({ name, most, request }) => ({
    name,
    most,
    request: (many: number) => {
      const { query, variables = {} } = request(many, day);
      return { query, variables: variables as Record<string, unknown> };
    },
  }));
  return [
    aliased('_service.sdl', 100, () => '_service { sdl }'),
    {
      name: 'case key of 9,000 facts',
      most: 30,
      request: (many) => ({
        query: `query ($r: [_Any!]!) { ${repeat(many, (index) => `a${String(index)}: _entities(representations: $r) { ... on CoverageCase { key } }`)} }`,
        variables: { r: [{ __typename: 'CoverageCase', key: `medicare ${repeat(9_000, () => '+referral')}` }] },
      }),
    },
    {
      name: 'a slug of 90,000 characters',
      most: 100,
      request: (many) => ({
        query: `query ($s: String!) { ${repeat(many, (index) => `a${String(index)}: plan(slug: $s) { slug }`)} }`,
        variables: { s: 'x'.repeat(90_000) },
      }),
    },
    {
      name: 'lists among arguments, nested',
      most: 100,
      request: (many) => ({
        query: `query ($g: SituationInput, $a: [String!]) { services(first: 22) { nodes { coverageByPlan(first: 11) { nodes { plan { ${repeat(many, (index) => `a${String(index)}: coverageBySubject(first: 0, given: $g, accordingTo: $a) { totalCount }`)} } } } } } }`,
        variables: {
          g: { met: list(2_400, () => at(facts, 0)), unmet: list(2_400, () => at(unlike, 3)) },
          a: list(2_000, (index) => at(sources, index)),
        },
      }),
    },
    {
      name: 'lists written into the document',
      most: 100,
      request: (many) =>
        plain(
          `{ ${repeat(many, (index) => `a${String(index)}: services(first: 22) { nodes { coverageByPlan(first: 0, plans: [${repeat(30, (each) => `"${at(plans, each)}"`)}]) { totalCount } } }`)} }`,
        ),
    },
    {
      name: 'misspelt within',
      most: 100,
      request: (many) =>
        plain(
          `{ services(first: 22) { nodes { ${repeat(many, (index) => `a${String(index)}: coverageByPlan(within: "medicare-advantag", first: 0) { totalCount }`)} } } }`,
        ),
    },
    {
      name: 'within and level',
      most: 100,
      request: (many) =>
        plain(
          `{ services(first: 22) { nodes { ${repeat(many, (index) => `a${String(index)}: coverageByPlan(within: "medicare-advantage", level: PLAN, first: 0) { totalCount }`)} } } }`,
        ),
    },
    {
      name: 'plans: a list of 2,400',
      most: 100,
      request: (many) => ({
        query: `query ($p: [String!]) { services(first: 22) { nodes { ${repeat(many, (index) => `a${String(index)}: coverageByPlan(plans: $p, first: 0) { totalCount }`)} } } }`,
        variables: { p: list(2_400, (index) => at(plans, index)) },
      }),
    },
    {
      name: 'misspelt entities',
      most: 9,
      request: (many) => ({
        query: `query ($r: [_Any!]!) { ${repeat(many, (index) => `a${String(index)}: _entities(representations: $r) { __typename }`)} }`,
        variables: {
          r: list(1_000, (index) => ({ __typename: 'Plan', slug: `${at(plans, index)}x${String(index)}` })),
        },
      }),
    },
    {
      name: 'ids that are none',
      most: 90,
      request: (many) => ({
        query: `query ($i: [ID!]!) { ${repeat(many, (index) => `a${String(index)}: nodes(ids: $i) { id }`)} }`,
        variables: { i: list(100, (index) => `none${String(index)}`) },
      }),
    },
    {
      name: 'entities by slug',
      most: 9,
      request: (many) => ({
        query: `query ($r: [_Any!]!) { ${repeat(many, (index) => `a${String(index)}: _entities(representations: $r) { ... on Plan { name } }`)} }`,
        variables: { r: list(1_000, (index) => ({ __typename: 'Plan', slug: at(plans, index) })) },
      }),
    },
    {
      name: 'nodes by id',
      most: 90,
      request: (many) => ({
        query: `query ($i: [ID!]!) { ${repeat(many, (index) => `a${String(index)}: nodes(ids: $i) { id }`)} }`,
        variables: { i: list(100, (index) => Buffer.from(`Plan:${at(plans, index)}`).toString('base64')) },
      }),
    },
    {
      name: 'search with 2,400 kinds',
      most: 100,
      request: (many) => ({
        query: `query ($k: [ConceptKind!]) { ${repeat(many, (index) => `a${String(index)}: search(text: "massage ${String(index)}", kinds: $k) { nodes { slug } }`)} }`,
        variables: { k: list(2_400, () => 'SERVICE') },
      }),
    },
    aliased(
      'search with typing errors',
      100,
      (index) =>
        `search(text: "${String(index)} massag therpy ambulanc tricar medicar prme acupunctre presribed refferal covrage physcal ocupational chiropractc", first: 1) { nodes { slug } }`,
    ),
    aliased(
      'questions with typing errors',
      100,
      (index) =>
        `ask(question: "${String(index)} ${'does tricar prme covr massag therpy presribd by a docter '.repeat(16).slice(0, 990)}") { understood }`,
    ),
    aliased(
      'plans compared',
      100,
      (index) =>
        `comparePlans(plans: ${JSON.stringify(plans.slice(index % 29, (index % 29) + 10))}, of: { service: "${at(services, index)}" }) { differences { aspect values { text } } }`,
    ),
    aliased(
      'positions of many answers',
      100,
      (index) => `plan(slug: "${at(plans, index)}") { coverageBySubject(first: 22) { nodes { positions { says } } } }`,
    ),
    aliased(
      'plans in an area by their answers',
      100,
      () => `plansInArea(area: { state: "PA" }, of: ${massage}, status: [COVERED]) { totalCount }`,
    ),
    aliased(
      'territories with their parts',
      100,
      () => 'territory(code: "US") { parts(first: 100) { nodes { name } } }',
    ),
    aliased(
      'plans with all their links',
      100,
      () => 'plan(slug: "tricare-prime") { links(first: 100) { nodes { to { name } citations { says } } } }',
    ),
    aliased(
      'rules within sources within rules',
      100,
      () =>
        'plan(slug: "tricare-prime") { rules(first: 100) { nodes { citations { source { rules(first: 100) { nodes { slug } } } } } } }',
    ),
    aliased('texts of a question, 1,000 characters', 100, () => `ask(question: "${'x '.repeat(495)}") { question }`),
    {
      name: 'one coverage after another',
      most: 100,
      request: (many) =>
        plain(
          `{ ${repeat(many, (index) => `a${String(index)}: coverage(plan: "${at(plans, index)}", of: { service: "${at(services, index)}" }) { status summary }`)} }`,
        ),
    },
    ...known,
  ];
}

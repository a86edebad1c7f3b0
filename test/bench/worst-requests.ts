/**
 * Shapes of requests that can be filled up to the cost allowed: each takes how many and a day, another one each time, so that
 * nothing is answered from work already done. Every field of an answer has a shape, found in the schema.
 */
import {
  getNamedType,
  isCompositeType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLNamedOutputType,
} from 'graphql';
import type { Graph } from '../../src/graph/entries.ts';
import { schema } from '../../src/schema/index.ts';

export interface Shape {
  readonly name: string;
  /** How many there can be at most, by what the field itself or another limit allows. */
  readonly most: number;
  readonly request: (many: number, day: string) => { readonly query: string; readonly variables?: object };
}

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const at = <Value>(values: readonly Value[], index: number): Value => {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('The graph is empty.');
  return value;
};

/** Everything of a type down to its leaves, so many levels of it, without what is asked for by a page. */
function allOf(type: GraphQLCompositeType, levels: number): string {
  if (!isObjectType(type)) return '__typename';
  const fields = Object.values(type.getFields())
    .filter(({ args }) => args.length === 0)
    .flatMap((field) => {
      const below: GraphQLNamedOutputType = getNamedType(field.type);
      if (!isCompositeType(below)) return [field.name];
      return levels > 1 && !below.name.endsWith('Connection') ? [`${field.name} { ${allOf(below, levels - 1)} }`] : [];
    });
  return fields.length > 0 ? fields.join(' ') : '__typename';
}

export function shapes(graph: Graph): Shape[] {
  const plans = [...graph.plans.keys()];
  const services = [...graph.services.keys()];
  const determination = schema.getType('Determination');
  if (!isObjectType(determination)) throw new Error('The schema has no determinations.');
  const matrix = (name: string, selected: string): Shape => ({
    name: `coverageMatrix: ${name}`,
    most: 2_500,
    request: (many, on) => {
      const rows = Math.min(50, Math.ceil(Math.sqrt(many)));
      const variables = {
        p: Array.from({ length: rows }, (_, index) => at(plans, index)),
        s: Array.from({ length: Math.floor(many / rows) }, (_, index) => ({ service: at(services, index) })),
        on,
      };
      return {
        query: `query ($p: [String!]!, $s: [SubjectInput!]!, $on: Date) { coverageMatrix(plans: $p, of: $s, given: { on: $on }) { rows { cells { ${selected} } } } }`,
        variables,
      };
    },
  });
  const listed = (name: string, most: number, field: (page: number) => string): Shape => ({
    name,
    most,
    request: (many) => ({ query: `{ ${field(many)} }` }),
  });
  const words =
    'what does tricare prime require for massage prescribed by my doctor in a physical therapy program and which plans cover ambulance rides in puerto rico after 12 visits ';
  return [
    ...Object.values(determination.getFields()).map(({ name, type }) => {
      const below = getNamedType(type);
      return matrix(
        name,
        !isCompositeType(below)
          ? name
          : name === 'alternatives'
            ? 'alternatives(first: 20) { status }'
            : `${name} { __typename }`,
      );
    }),
    matrix('proof, all of it', `proof { ${allOf(getComposite('ProofStep'), 2)} }`),
    matrix('disagreements, all of them', `disagreements { ${allOf(getComposite('SourceDisagreement'), 2)} }`),
    matrix(
      'proof, disagreements and alternatives',
      'status proof { text citations { says } } disagreements { title positions { says } } alternatives(first: 20) { status }',
    ),
    matrix('everything two levels down', allOf(determination, 2)),
    matrix(
      'alternatives with what each rests on',
      'alternatives(first: 20) { proof { text } disagreements { title } nextQuestion { slug } }',
    ),
    listed(
      'disagreements, all of them',
      100,
      (page) => `disagreements(first: ${String(page)}) { nodes { ${allOf(getComposite('SourceDisagreement'), 2)} } }`,
    ),
    listed(
      'disagreements with the rules of all sources',
      100,
      (page) =>
        `disagreements(first: ${String(page)}) { nodes { positions { sources { rules(first: 20) { nodes { slug } } } } } }`,
    ),
    listed(
      'plans with all their rules',
      100,
      (page) =>
        `plans(first: ${String(page)}) { nodes { rules(first: 50) { nodes { ${allOf(getComposite('CoverageRule'), 1)} citations { says } } } } }`,
    ),
    listed(
      'services by status of every plan',
      100,
      (page) =>
        `services(first: ${String(page)}) { nodes { coverageByPlan(first: 1, status: [COVERED]) { totalCount nodes { status } } } }`,
    ),
    listed(
      'plans by their answers',
      100,
      (page) => `plans(first: ${String(page)}) { nodes { coverageBySubject(first: 20) { nodes { status summary } } } }`,
    ),
    listed(
      'lists of answers within answers',
      100,
      (page) =>
        `services(first: ${String(page)}) { nodes { coverageByPlan(first: 10) { nodes { plan { coverageBySubject(first: 5) { nodes { status } } } } } } }`,
    ),
    listed('questions in words', 100, (many) =>
      times(
        many,
        (index) => `a${String(index)}: ask(question: "${String(index)} ${words.repeat(5)}") { understood text }`,
      ),
    ),
    listed('questions in words about every plan, with everything', 100, (many) =>
      times(
        many,
        (index) =>
          `a${String(index)}: ask(question: "which plans cover service ${at(services, index).replaceAll('-', ' ')}") { text determinations { ${allOf(determination, 2)} } concepts { name } citations { says } }`,
      ),
    ),
    listed('questions in words about every plan', 100, (many) =>
      times(
        many,
        (index) =>
          `a${String(index)}: ask(question: "which plans cover ${at(services, index).replaceAll('-', ' ')}") { determinations { status } }`,
      ),
    ),
    listed('searches', 100, (many) =>
      times(
        many,
        (index) =>
          `a${String(index)}: search(text: "${String(index)} massag therpy ambulanc tricar medicar prme acupunctre", first: 100) { nodes { __typename } }`,
      ),
    ),
    listed('searches of long texts', 40, (many) =>
      times(
        many,
        (index) =>
          `a${String(index)}: search(text: "${String(index)} ${words.repeat(5)}", first: 20) { nodes { __typename } }`,
      ),
    ),
    listed('plans compared', 100, (many) =>
      times(
        many,
        (index) =>
          `a${String(index)}: comparePlans(plans: ${JSON.stringify(plans.slice(0, 10))}, of: { service: "${at(services, index)}" }) { differences { __typename } shared { text } }`,
      ),
    ),
    listed('introspection', 100, (many) =>
      times(
        many,
        (index) =>
          `a${String(index)}: __schema { types { name fields { name type { name ofType { name } } args { name } } } }`,
      ),
    ),
    {
      name: '_entities: cases with what they cover',
      most: 1_000,
      request: (many, on) => ({
        query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on CoverageCase { coverage(of: { service: "${at(services, 1)}" }) { status nextQuestion { slug } } } } }`,
        variables: {
          r: Array.from({ length: many }, (_, index) => ({
            __typename: 'CoverageCase',
            key: `${at(plans, index)} ${on}`,
          })),
        },
      }),
    },
    {
      name: '_entities: plans with all their answers',
      most: 1_000,
      request: (many) => ({
        query:
          'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Plan { coverageBySubject(first: 20) { nodes { status } } } } }',
        variables: { r: Array.from({ length: many }, (_, index) => ({ __typename: 'Plan', slug: at(plans, index) })) },
      }),
    },
  ];
}

function getComposite(name: string): GraphQLCompositeType {
  const type = schema.getType(name);
  if (!isCompositeType(type)) throw new Error(`The schema has no ${name}.`);
  return type;
}

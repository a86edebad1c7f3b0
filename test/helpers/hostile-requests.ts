/** Adversarial requests: published attacks on GraphQL servers, and the most expensive operations of this schema by its own costs. */
import { getIntrospectionQuery } from 'graphql';
import { somePlans, someServices } from './real-server.ts';

export interface Hostile {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** The limit or error code that refuses it, or `answered` if it is cheap enough to answer. */
  readonly ends: string;
}

const times = (count: number, text: (index: number) => string, joint = ' '): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(joint);
const nested = (levels: number, open: string, leaf: string): string =>
  `${open.repeat(levels)}${leaf}${' }'.repeat(levels)}`;
const matrix = (cells: string): string =>
  `query ($p: [String!]!, $s: [SubjectInput!]!) { coverageMatrix(plans: $p, of: $s) { rows { cells { ${cells} } } } }`;
const pairs = (plans: number, subjects: number) => ({ p: somePlans(plans), s: someServices(subjects) });
const everything =
  'status summary assumptions proof { text citations { says source { name } } } positions { says } disagreements { title } upcomingChanges { __typename } rejectedRules { text } requirements { text citations { says } } citations { says } alternatives(first: 20) { status }';

export const hostile: Readonly<Record<string, Hostile>> = {
  'deep nesting through a cycle of types': {
    query: `{ plans { nodes { ${nested(30, 'within { ', 'slug')} } } }`,
    ends: 'depth',
  },
  'deep nesting in inline fragments': {
    query: `{ plan(slug: "medicare") ${nested(600, '{ ... on Plan ', '{ slug }')} }`,
    ends: 'answered',
  },
  'nesting past what the parser can call itself': { query: `{ plan(slug: ${'['.repeat(3_900)}`, ends: 'BAD_REQUEST' },
  'braces without end': { query: '{a'.repeat(45_000), ends: 'BAD_REQUEST' },
  'more tokens than allowed': { query: `{ ${'__typename '.repeat(5_000)} }`, ends: 'tokens' },
  'a comment of nearly all the bytes': { query: `# ${'x'.repeat(90_000)}\n{ __typename }`, ends: 'answered' },
  'a string of nearly all the bytes': {
    query: `{ plan(slug: "${'x'.repeat(90_000)}") { slug } }`,
    ends: 'UNKNOWN_PLAN',
  },
  'alias overloading': { query: `{ ${times(101, (index) => `a${String(index)}: __typename`)} }`, ends: 'aliases' },
  'alias overloading of the dear field': {
    query: `{ ${times(100, (index) => `a${String(index)}: coverage(plan: "medicare", of: { service: "massage-therapy" }) { ${everything} }`)} }`,
    ends: 'tokens',
  },
  'aliases hidden in fragments that double': {
    query: `{ ...F0 } ${times(40, (index) => `fragment F${String(index)} on Query { ${index === 39 ? 'x: __typename' : `...F${String(index + 1)} ... on Query { ...F${String(index + 1)} }`} }`)}`,
    ends: 'aliases',
  },
  'field duplication': { query: `{ ${'__typename '.repeat(500)} }`, ends: 'breadth' },
  'field duplication, as deep as broad': {
    query: `{ plans { nodes { ${'slug '.repeat(190)} within { ${'slug '.repeat(190)} } } } }`,
    ends: 'answered',
  },
  'arguments that conflict': {
    query: `{ ${times(150, (index) => `plan(slug: "p${String(index)}") { slug }`)} }`,
    ends: 'BAD_REQUEST',
  },
  'fields that overlap in fragments, each against each': {
    query: `{ ${times(150, (index) => `...F${String(index)}`)} } ${times(150, (index) => `fragment F${String(index)} on Query { plan(slug: "a") { slug name } }`)}`,
    ends: 'UNKNOWN_PLAN',
  },
  'directive overloading': { query: `{ __typename ${'@aa '.repeat(1_000)} }`, ends: 'directives' },
  'directives that are known, over and over': {
    query: `{ __typename ${'@include(if: true) '.repeat(101)} }`,
    ends: 'directives',
  },
  'introspection over and over': {
    query: `{ ${times(50, (index) => `a${String(index)}: __schema { types { fields { args { type { name ofType { name } } } type { name } } } }`)} }`,
    ends: 'COST_EXCEEDED',
  },
  'introspection that goes round': {
    query: '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }',
    ends: 'BAD_REQUEST',
  },
  'introspection itself': { query: getIntrospectionQuery(), ends: 'answered' },
  'fragments in a ring': {
    query: 'query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    ends: 'BAD_REQUEST',
  },
  'a fragment that is itself': { query: 'query { ...A } fragment A on Query { ...A }', ends: 'BAD_REQUEST' },
  'operations by the hundred': {
    query: times(300, (index) => `query Q${String(index)} { __typename }`),
    ends: 'BAD_REQUEST',
  },
  'errors by the hundred': { query: `{ ${times(190, (index) => `no${String(index)}`)} }`, ends: 'BAD_REQUEST' },
  'variables by the hundred': {
    query: `query (${times(900, (index) => `$v${String(index)}: Int`)}) { __typename }`,
    ends: 'BAD_REQUEST',
  },
  'pages of pages of pages': {
    query:
      '{ plans(first: 100) { nodes { rules(first: 100) { nodes { citations { source { rules(first: 100) { nodes { slug } } } } } } } } }',
    ends: 'COST_EXCEEDED',
  },
  'pages by variables': {
    query:
      'query ($n: Int) { plans(first: $n) { nodes { contains(first: $n) { nodes { rules(first: $n) { nodes { slug } } } } } } }',
    variables: { n: 100 },
    ends: 'answered', // there are 39 plans, and 27 of them are within another
  },
  'pages by the defaults of variables': {
    query:
      'query ($n: Int = 100) { plans(first: $n) { nodes { contains(first: $n) { nodes { rules(first: $n) { nodes { slug } } } } } } }',
    ends: 'answered',
  },
  'a page of a thousand million': { query: '{ plans(first: 1000000000) { nodes { slug } } }', ends: 'BAD_PAGE_SIZE' },
  'a page of less than nothing': { query: '{ plans(first: -1) { nodes { slug } } }', ends: 'BAD_PAGE_SIZE' },
  'a matrix past the contract': { query: matrix('status'), variables: pairs(51, 50), ends: 'TOO_MANY' },
  'a matrix of all that is allowed, with everything': {
    query: matrix(everything),
    variables: pairs(50, 50),
    ends: 'COST_EXCEEDED',
  },
  'a matrix of all that is allowed': { query: matrix('status'), variables: pairs(50, 50), ends: 'answered' },
  'a matrix of a million names': {
    query: matrix('status'),
    variables: { p: Array<string>(3_000).fill('a'), s: [{ service: 'a' }] },
    ends: 'listItems',
  },
  'answers to answers': {
    query: `{ coverage(plan: "medicare", of: { service: "massage-therapy" }) { alternatives(first: 20) { alternatives(first: 20) { status } } } }`,
    ends: 'TOO_MANY',
  },
  'alternatives of every pair': {
    query: matrix('alternatives(first: 20) { status }'),
    variables: pairs(40, 40),
    ends: 'COST_EXCEEDED',
  },
  'answers of every plan to every service': {
    query: '{ services(first: 100) { nodes { coverageByPlan(first: 100, status: [COVERED]) { totalCount } } } }',
    ends: 'answered', // 22 services by 39 plans are 858 answers, a third of what a matrix may have
  },
  'answers of every plan, nested': {
    query:
      '{ services(first: 100) { nodes { coverageByPlan(first: 100) { nodes { plan { coverageBySubject(first: 100) { nodes { status } } } } } } } }',
    ends: 'COST_EXCEEDED',
  },
  'ids by the hundred': {
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: { ids: Array<string>(101).fill('x') },
    ends: 'TOO_MANY',
  },
  'ids that are none': {
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: { ids: Array.from({ length: 100 }, (_, index) => `${'9'.repeat(100)}${String(index)}`) },
    ends: 'BAD_ID',
  },
  'misspelt names by the hundred': {
    query: `{ ${times(100, (index) => `a${String(index)}: plan(slug: "tricare-prim${String(index)}") { slug }`)} }`,
    ends: 'UNKNOWN_PLAN',
  },
  'a cursor that is none': {
    query: `{ plans(after: "${'A'.repeat(10_000)}") { nodes { slug } } }`,
    ends: 'BAD_CURSOR',
  },
  'facts by the thousand': {
    query:
      'query ($met: [String!]) { coverage(plan: "medicare", of: { service: "massage-therapy" }, given: { met: $met }) { status } }',
    variables: { met: Array<string>(2_400).fill('prescribed') },
    ends: 'answered',
  },
  'a list in a list in a list': {
    query:
      'query ($x: [String!]) { coverage(plan: "medicare", of: { service: "massage-therapy" }, accordingTo: $x) { status } }',
    variables: { x: JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`) as unknown },
    ends: 'BAD_REQUEST',
  },
  'a name that means something to the program': {
    query: '{ plan(slug: "__proto__") { slug } service(slug: "constructor") { slug } }',
    ends: 'UNKNOWN_PLAN',
  },
  'control characters and halves of letters': {
    query: '{ plan(slug: "\\u0000\\uD800%00\u202e") { slug } }',
    ends: 'BAD_REQUEST',
  },
};

/** Bad input, one case of each kind: each is refused at its own field with its code, its argument, its value cut to 100 characters and suggestions, and nothing of it reaches the engine. */
import { expect, test } from 'vitest';
import type { Graph } from '../../src/graph/entries.ts';
import { graphOf } from '../graph/documents.ts';
import { context, execution, type refusal } from './ask.ts';

type Refused = Pick<ReturnType<typeof refusal>, 'code' | 'argument' | 'value'>;

/** One plan whose one rule turns on conditions that imply, exclude and count. */
const graph: Graph = graphOf({
  territories: { US: { name: 'United States' } },
  conditions: {
    doctor: {
      name: 'Prescribed by a doctor',
      topic: 'order',
      implies: { order: ['handbook#p'] },
      cites: ['handbook#p'],
    },
    order: { name: 'Prescribed', topic: 'order', cites: ['handbook#p'] },
    inpatient: {
      name: 'Inpatient',
      topic: 'location',
      excludes: { outpatient: ['handbook#p'] },
      cites: ['handbook#p'],
    },
    outpatient: { name: 'Outpatient', topic: 'location', cites: ['handbook#p'] },
    visits: { name: 'Visits so far', topic: 'limit', counts: 'visits', cites: ['handbook#p'] },
  },
  services: { massage: { name: 'Massage', cites: ['handbook#p'] } },
  plans: {
    silver: {
      name: 'Silver',
      cites: ['handbook#p'],
      rules: {
        covers: {
          covered: 'massage',
          when: { all: ['order', 'inpatient', { condition: 'visits', atMost: '12' }] },
          cites: ['handbook#q'],
        },
      },
    },
  },
});
const over = { ...context, graph };

const COVERAGE =
  'query ($plan: String! = "silver", $of: SubjectInput! = { service: "massage" }, $given: SituationInput, $accordingTo: [String!]) { coverage(plan: $plan, of: $of, given: $given, accordingTo: $accordingTo) { status } sibling: dataset { ruleCount } }';
const MATRIX =
  'query ($plans: [String!]!, $of: [SubjectInput!]!) { coverageMatrix(plans: $plans, of: $of) { rows { cells { status } } } sibling: dataset { ruleCount } }';
const PLANS =
  'query ($first: Int, $last: Int, $after: String, $before: String) { service(slug: "massage") { coverageByPlan(first: $first, last: $last, after: $after, before: $before) { totalCount } } sibling: dataset { ruleCount } }';
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const id = (text: string): string => Buffer.from(text).toString('base64');
const given = (facts: object): object => ({ given: facts });
const long = 'massage '.repeat(1_250);

test.each<[string, string, object, string, string, string]>([
  [
    'a condition both met and unmet',
    COVERAGE,
    given({ met: ['order'], unmet: ['order'] }),
    'CONTRADICTING_FACTS',
    'given.unmet[0]',
    'order',
  ],
  [
    'one unmet that another met implies',
    COVERAGE,
    given({ met: ['doctor'], unmet: ['order'] }),
    'CONTRADICTING_FACTS',
    'given.unmet[0]',
    'order',
  ],
  [
    'two met that exclude one another',
    COVERAGE,
    given({ met: ['inpatient', 'outpatient'] }),
    'CONTRADICTING_FACTS',
    'given.met[1]',
    'outpatient',
  ],
  [
    'the same the other way round',
    COVERAGE,
    given({ met: ['outpatient', 'inpatient'] }),
    'CONTRADICTING_FACTS',
    'given.met[1]',
    'inpatient',
  ],
  [
    'a count for a yes or no',
    COVERAGE,
    given({ counts: [{ condition: 'order', count: 1 }] }),
    'NOT_A_COUNT',
    'given.counts[0].condition',
    'order',
  ],
  ['a yes for a count', COVERAGE, given({ met: ['visits'] }), 'NOT_A_COUNT', 'given.met[0]', 'visits'],
  ['a no for a count', COVERAGE, given({ unmet: ['order', 'visits'] }), 'NOT_A_COUNT', 'given.unmet[1]', 'visits'],
  [
    'fewer than none',
    COVERAGE,
    given({ counts: [{ condition: 'visits', count: -1 }] }),
    'CONTRADICTING_FACTS',
    'given.counts[0].count',
    '-1',
  ],
  [
    'two numbers for one thing',
    COVERAGE,
    given({
      counts: [
        { condition: 'visits', count: 1 },
        { condition: 'visits', count: 2 },
      ],
    }),
    'CONTRADICTING_FACTS',
    'given.counts[1].count',
    '2',
  ],
  ['no sources to hear', COVERAGE, { accordingTo: [] }, 'EMPTY_LIST', 'accordingTo', '[]'],
  ['no plans', MATRIX, { plans: [], of: [{ service: 'massage' }] }, 'EMPTY_LIST', 'plans', '[]'],
  ['no subjects', MATRIX, { plans: ['silver'], of: [] }, 'EMPTY_LIST', 'of', '[]'],
  [
    '2,501 pairs',
    MATRIX,
    { plans: Array(61).fill('silver'), of: Array(41).fill({ service: 'massage' }) },
    'TOO_MANY',
    'plans',
    '2501',
  ],
  ['a page below 0', PLANS, { first: -1 }, 'BAD_PAGE_SIZE', 'first', '-1'],
  ['a page above 100', PLANS, { first: 101 }, 'BAD_PAGE_SIZE', 'first', '101'],
  ['a last page above 100', PLANS, { last: 101 }, 'BAD_PAGE_SIZE', 'last', '101'],
  ['first with last', PLANS, { first: 1, last: 1 }, 'BAD_PAGE_SIZE', 'last', '1'],
  [
    'a forged cursor',
    PLANS,
    { after: Buffer.from('at gold').toString('base64url') },
    'BAD_CURSOR',
    'after',
    Buffer.from('at gold').toString('base64url'),
  ],
  ['a cursor that is none', PLANS, { before: '%00' }, 'BAD_CURSOR', 'before', '%00'],
  ['a day that there is not', COVERAGE, given({ on: '2026-02-30' }), 'BAD_DATE', 'given.on', '2026-02-30'],
  ['the id of a plan for a subject', COVERAGE, { of: { id: id('Plan:silver') } }, 'BAD_ID', 'of.id', id('Plan:silver')],
  [
    'the id of a rule for a subject',
    COVERAGE,
    { of: { id: id('CoverageRule:silver/covers') } },
    'BAD_ID',
    'of.id',
    id('CoverageRule:silver/covers'),
  ],
  [
    'a slug of 10,000 characters',
    COVERAGE,
    { of: { service: long } },
    'UNKNOWN_SUBJECT',
    'of.service',
    long.slice(0, 100),
  ],
  [
    'a code of 10,000 characters',
    COVERAGE,
    { of: { billingCode: long } },
    'UNKNOWN_SUBJECT',
    'of.billingCode',
    long.slice(0, 100),
  ],
  [
    'a fact of 10,000 characters',
    COVERAGE,
    given({ met: [long] }),
    'UNKNOWN_CONDITION',
    'given.met[0]',
    long.slice(0, 100),
  ],
  ['a name of every object as a plan', COVERAGE, { plan: '__proto__' }, 'UNKNOWN_PLAN', 'plan', '__proto__'],
  ['another as a fact', COVERAGE, given({ met: ['constructor'] }), 'UNKNOWN_CONDITION', 'given.met[0]', 'constructor'],
  [
    'another as a count',
    COVERAGE,
    given({ counts: [{ condition: 'hasOwnProperty', count: 1 }] }),
    'UNKNOWN_CONDITION',
    'given.counts[0].condition',
    'hasOwnProperty',
  ],
  [
    'another as a place',
    COVERAGE,
    given({ territory: '__proto__' }),
    'UNKNOWN_TERRITORY',
    'given.territory',
    '__proto__',
  ],
  ['another as a source', COVERAGE, { accordingTo: ['toString'] }, 'UNKNOWN_SOURCE', 'accordingTo[0]', 'toString'],
])('%s', (_, operation, variables, code, argument, value) => {
  const { data, errors = [] } = execution(operation, variables as Record<string, unknown>, over);
  expect(errors).toHaveLength(1);
  const extensions = errors[0]?.extensions as unknown as Refused & { suggestions: unknown };
  expect(extensions).toMatchObject({ code, argument, value });
  expect(Array.isArray(extensions.suggestions)).toBe(true);
  expect(errors[0]?.message.length).toBeLessThan(500);
  expect(data).toMatchObject({ sibling: { ruleCount: 1 } });
});

test('101 ids are refused before any is read', () => {
  const { errors = [] } = execution(NODES, { ids: Array(101).fill('no id at all') }, over);
  expect(errors.map(({ extensions: { code, argument, value } }) => ({ code, argument, value }))).toEqual([
    { code: 'TOO_MANY', argument: 'ids', value: '101' },
  ]);
});

test.each([
  ['given', '{"__proto__":{"met":["order"]}}'],
  ['given', '{"met":["order"],"constructor":{"prototype":{}}}'],
  ['of', '{"service":"massage","__proto__":{"x":1}}'],
  ['given', '{"counts":[{"condition":"visits","count":1,"__proto__":{}}]}'],
])('keys that every object has are unknown fields of an input, and touch no object: %s %s', (name, json) => {
  const { data, errors = [] } = execution(COVERAGE, { [name]: JSON.parse(json) as unknown }, over);
  expect([data, errors.length]).toEqual([undefined, 1]);
  expect(errors[0]?.message).toMatch(/Field "(__proto__|constructor)" is not defined by type/);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('what is said twice is said once', () => {
  const facts = {
    met: ['order', 'order'],
    counts: [
      { condition: 'visits', count: 2 },
      { condition: 'visits', count: 2 },
    ],
  };
  const id = (variables: object): unknown => {
    const { data, errors } = execution(
      COVERAGE.replace('{ status }', '{ id given { text } }'),
      variables as Record<string, unknown>,
      over,
    );
    expect(errors).toBeUndefined();
    return data?.['coverage'];
  };
  expect(id({ given: facts, accordingTo: ['handbook', 'handbook'] })).toEqual(
    id({ given: { met: ['order'], counts: [{ condition: 'visits', count: 2 }] }, accordingTo: ['handbook'] }),
  );
});

test('a misspelling of a name is met with the name', () => {
  const suggested = (variables: object): unknown =>
    execution(COVERAGE, variables as Record<string, unknown>, over).errors?.[0]?.extensions['suggestions'];
  expect(suggested({ plan: 'sliver' })).toEqual([{ kind: 'PLAN', slug: 'silver', name: 'Silver' }]);
  expect(suggested({ of: { service: long } })).toEqual([{ kind: 'SERVICE', slug: 'massage', name: 'Massage' }]);
  expect(suggested({ given: { met: ['inpateint'] } })).toContainEqual({
    kind: 'COVERAGE_CONDITION',
    slug: 'inpatient',
    name: 'Inpatient',
  });
});

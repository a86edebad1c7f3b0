/** A name that means nothing is refused at its own field, with its place, and with what was probably meant. */
import { expect, test } from 'vitest';
import { ask, context, execution, graph, refusal } from './ask.ts';

const MASSAGE = 'of: { service: "massage-therapy" }';
const asking = (rest: string): string => `{ coverage(plan: "tricare-prime", ${MASSAGE}, ${rest}) { status } }`;
const given = (facts: string): string => asking(`given: { ${facts} }`);

test.each([
  ['a plan', '{ plan(slug: "tricare-prim") { name } }', 'UNKNOWN_PLAN', 'slug', 'tricare-prim', 'tricare-prime'],
  [
    'the plan of a question',
    `{ coverage(plan: "original medicare", ${MASSAGE}) { status } }`,
    'UNKNOWN_PLAN',
    'plan',
    'original medicare',
    'original-medicare',
  ],
  ['a service', '{ service(slug: "massage") { name } }', 'UNKNOWN_SUBJECT', 'slug', 'massage', 'massage-therapy'],
  ['a technique', '{ technique(slug: "efleurage") { name } }', 'UNKNOWN_SUBJECT', 'slug', 'efleurage', 'effleurage'],
  ['a billing code', '{ billingCode(code: "97123") { name } }', 'UNKNOWN_SUBJECT', 'code', '97123', 'cpt-97124'],
  [
    'the subject of a question',
    '{ coverage(plan: "tricare-prime", of: { technique: "shiatzu" }) { status } }',
    'UNKNOWN_SUBJECT',
    'of.technique',
    'shiatzu',
    'shiatsu',
  ],
  [
    'a billing code of another system',
    '{ coverage(plan: "tricare-prime", of: { billingCode: "HCPCS:97124" }) { status } }',
    'UNKNOWN_SUBJECT',
    'of.billingCode',
    'HCPCS:97124',
    'cpt-97124',
  ],
  [
    'a place',
    '{ territory(code: "Canada") { name } }',
    'UNKNOWN_TERRITORY',
    'code',
    'Canada',
    graph.territories.get('CA')?.slug,
  ],
  [
    'the place of a question',
    given('territory: "Puerto Rica"'),
    'UNKNOWN_TERRITORY',
    'given.territory',
    'Puerto Rica',
    graph.territories.get('PR')?.slug,
  ],
  [
    'a condition',
    '{ coverageCondition(slug: "perscribed") { name } }',
    'UNKNOWN_CONDITION',
    'slug',
    'perscribed',
    'prescribed',
  ],
  [
    'a fact that holds',
    given('met: ["prescribed", "reffered"]'),
    'UNKNOWN_CONDITION',
    'given.met[1]',
    'reffered',
    undefined,
  ],
  [
    'a fact that does not hold',
    given('unmet: ["medical-emergncy"]'),
    'UNKNOWN_CONDITION',
    'given.unmet[0]',
    'medical-emergncy',
    'medical-emergency',
  ],
  [
    'a count',
    given('counts: [{ condition: "visitz", count: 3 }]'),
    'UNKNOWN_CONDITION',
    'given.counts[0].condition',
    'visitz',
    undefined,
  ],
  [
    'a source',
    '{ source(slug: "medicare-massage") { name } }',
    'UNKNOWN_SOURCE',
    'slug',
    'medicare-massage',
    'medicare-massage-article',
  ],
  [
    'a source heard',
    asking('accordingTo: ["medicare-massage-article", "medicare-masage-article"]'),
    'UNKNOWN_SOURCE',
    'accordingTo[1]',
    'medicare-masage-article',
    'medicare-massage-article',
  ],
  [
    'a plan of a list',
    `{ coverageMatrix(plans: ["medicare", "medcare"], of: [{ service: "massage-therapy" }]) { plans { name } } }`,
    'UNKNOWN_PLAN',
    'plans[1]',
    'medcare',
    'medicare',
  ],
  [
    'a subject of a list',
    `{ coverageMatrix(plans: ["medicare"], of: [{ service: "massage-therapy" }, { service: "masage-therapy" }]) { plans { name } } }`,
    'UNKNOWN_SUBJECT',
    'of[1].service',
    'masage-therapy',
    'massage-therapy',
  ],
  [
    'a class of plans',
    '{ service(slug: "massage-therapy") { coverageByPlan(within: "tricar") { totalCount } } }',
    'UNKNOWN_PLAN',
    'within',
    'tricar',
    'tricare',
  ],
  [
    'the plan of a home',
    '{ territory(code: "PR") { isHomeFor(plan: "medicar") } }',
    'UNKNOWN_PLAN',
    'plan',
    'medicar',
    'medicare',
  ],
])('an unknown name of %s', (_, operation, code, argument, value, first) => {
  const refused = refusal(operation);
  expect({ code: refused.code, argument: refused.argument, value: refused.value }).toEqual({ code, argument, value });
  if (first !== undefined) expect(refused.suggested[0]).toBe(first);
  expect(refused.suggested.length).toBeLessThanOrEqual(3);
});

test('a suggestion says what it is and what it is called', () => {
  const { errors } = execution('{ plan(slug: "tricare-prim") { name } }');
  expect(errors?.[0]?.extensions['suggestions']).toContainEqual({
    kind: 'PLAN',
    slug: 'tricare-prime',
    name: 'TRICARE Prime',
  });
  expect(errors?.[0]?.message).toBe(
    'No plan in the graph is called "tricare-prim". Did you mean "tricare-prime", "tricare" or "tricare-for-life"?',
  );
});

test('an unknown name does not affect the other fields', () => {
  const { data, errors } = execution(
    '{ plan(slug: "none-such") { name } service(slug: "massage-therapy") { name coverageByPlan(plans: ["none-such"]) { totalCount } } }',
  );
  expect(JSON.parse(JSON.stringify(data))).toEqual({
    plan: null,
    service: { name: 'Massage therapy', coverageByPlan: null },
  });
  expect(errors?.map(({ path }) => path?.join('.'))).toEqual(['plan', 'service.coverageByPlan']);
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
  'the name %j is unknown like any other',
  (slug) => {
    expect(refusal('query ($slug: String!) { plan(slug: $slug) { name } }', { slug }).code).toBe('UNKNOWN_PLAN');
    expect(
      refusal('query ($slug: String!) { coverage(plan: "medicare", of: { billingCode: $slug }) { status } }', { slug })
        .code,
    ).toBe('UNKNOWN_SUBJECT');
  },
);

test('a name of 10,000 characters is repeated cut to 100, and costs no more than another', () => {
  const refused = refusal('query ($slug: String!) { plan(slug: $slug) { name } }', {
    slug: 'tricare-prime '.repeat(715),
  });
  expect(String(refused.value)).toHaveLength(100);
  expect(refused.message.length).toBeLessThan(400);
});

test.each([['2026-02-30'], ['2026-2-3'], ['yesterday'], ['2026-11-23T00:00:00Z'], ['0000-01-01'], ['']])(
  '%j is no day',
  (day) => {
    const refused = refusal(
      `query ($on: Date) { coverage(plan: "tricare-prime", ${MASSAGE}, given: { on: $on }) { status } }`,
      { on: day },
    );
    expect(refused).toMatchObject({ code: 'BAD_DATE', argument: 'given.on', value: day, path: 'coverage' });
  },
);

test('a leap day is a day in a leap year alone', () => {
  expect(ask(given('on: "2028-02-29"'))).toHaveProperty('coverage.status');
  expect(refusal(given('on: "2027-02-29"')).code).toBe('BAD_DATE');
});

test('a condition both met and unmet contradicts itself, at the fact given last', () => {
  expect(refusal(given('met: ["prescribed"], unmet: ["medically-necessary", "prescribed"]'))).toMatchObject({
    code: 'CONTRADICTING_FACTS',
    argument: 'given.unmet[1]',
    value: 'prescribed',
    path: 'coverage',
  });
});

test('so do facts of which one implies what the other denies', () => {
  expect(refusal(given('met: ["prescribed-by-doctor"], unmet: ["prescribed"]'))).toMatchObject({
    code: 'CONTRADICTING_FACTS',
    path: 'coverage',
  });
});

test('a fact named twice is one fact', () => {
  expect(ask(given('met: ["prescribed", "prescribed"]'))).toEqual(ask(given('met: ["prescribed"]')));
});

test('a number for what is met or unmet is no count', () => {
  expect(refusal(given('counts: [{ condition: "prescribed", count: 2 }]'))).toMatchObject({
    code: 'NOT_A_COUNT',
    argument: 'given.counts[0].condition',
    value: 'prescribed',
  });
});

const counted = [...graph.conditions.values()].map((condition) =>
  condition.slug === 'referral' ? { ...condition, counts: 'visits' } : condition,
);
const withCount = {
  ...context,
  graph: { ...graph, conditions: new Map(counted.map((condition) => [condition.slug, condition])) },
};

test('what counts something is neither met nor unmet', () => {
  expect(refusal(given('met: ["referral"]'), {}, withCount)).toMatchObject({
    code: 'NOT_A_COUNT',
    argument: 'given.met[0]',
    value: 'referral',
  });
  expect(refusal(given('unmet: ["referral"]'), {}, withCount)).toMatchObject({
    code: 'NOT_A_COUNT',
    argument: 'given.unmet[0]',
    value: 'referral',
  });
});

test('there are never fewer than none, nor two numbers of one thing', () => {
  expect(refusal(given('counts: [{ condition: "referral", count: -1 }]'), {}, withCount)).toMatchObject({
    code: 'CONTRADICTING_FACTS',
    argument: 'given.counts[0].count',
    value: '-1',
  });
  expect(
    refusal(given('counts: [{ condition: "referral", count: 1 }, { condition: "referral", count: 2 }]'), {}, withCount),
  ).toMatchObject({ code: 'CONTRADICTING_FACTS', argument: 'given.counts[1].count' });
  expect(
    ask(given('counts: [{ condition: "referral", count: 0 }, { condition: "referral", count: 0 }]'), {}, withCount),
  ).toHaveProperty('coverage.status');
});

test('a question is read up to a thousand characters, and refused at the next', () => {
  const question = (length: number) => ({ q: 'a'.repeat(length) });
  expect(ask('query ($q: String!) { ask(question: $q) { understood } }', question(1_000))).toEqual({
    ask: { understood: false },
  });
  expect(refusal('query ($q: String!) { ask(question: $q) { understood } }', question(1_001))).toMatchObject({
    code: 'QUESTION_TOO_LONG',
    argument: 'question',
    value: 'a'.repeat(100),
    message: 'The question has 1,001 characters; at most 1,000 are read. Ask in fewer words.',
  });
});

test('a question goes on from the operation of an earlier answer, and from nothing else', () => {
  const query =
    'query ($q: String!, $previous: String) { ask(question: $q, previous: $previous) { operation plans { slug } } }';
  const first = ask<{ ask: { operation: string } }>(query, { q: 'does TRICARE Prime cover massage' });
  expect(ask(query, { q: 'and acupuncture?', previous: first.ask.operation })).toMatchObject({
    ask: { plans: [{ slug: 'tricare-prime' }] },
  });
  expect(refusal(query, { q: 'and acupuncture?', previous: '{ plans { totalCount } }' })).toMatchObject({
    code: 'BAD_PREVIOUS',
    argument: 'previous',
    value: '{ plans { totalCount } }',
    message: 'No answer\'s operation asks for "plans". Send the operation of an earlier answer, unchanged.',
  });
});

test.each([
  ['sources heard', asking('accordingTo: []'), 'accordingTo', 'coverage'],
  [
    'plans of a matrix',
    '{ coverageMatrix(plans: [], of: [{ service: "massage-therapy" }]) { plans { name } } }',
    'plans',
    'coverageMatrix',
  ],
  [
    'subjects of a matrix',
    '{ coverageMatrix(plans: ["medicare"], of: []) { plans { name } } }',
    'of',
    'coverageMatrix',
  ],
  [
    'plans asked',
    '{ service(slug: "massage-therapy") { coverageByPlan(plans: []) { totalCount } } }',
    'plans',
    'service.coverageByPlan',
  ],
  [
    'statuses',
    '{ service(slug: "massage-therapy") { coverageByPlan(status: []) { totalCount } } }',
    'status',
    'service.coverageByPlan',
  ],
  [
    'kinds',
    '{ plan(slug: "medicare") { coverageBySubject(kinds: []) { totalCount } } }',
    'kinds',
    'plan.coverageBySubject',
  ],
  [
    'plans to compare but one',
    '{ comparePlans(plans: ["medicare", "medicare"], of: { service: "massage-therapy" }) { plans { name } } }',
    'plans',
    'comparePlans',
  ],
])('a list of no %s is refused', (_, operation, argument, path) => {
  expect(refusal(operation)).toMatchObject({ code: 'EMPTY_LIST', argument, path });
});

test('2,500 pairs are answered, one more refused', () => {
  const matrix =
    'query ($plans: [String!]!, $of: [SubjectInput!]!) { coverageMatrix(plans: $plans, of: $of) { rows { cells { status } } } }';
  const many = (plans: number, subjects: number) => ({
    plans: Array(plans).fill('medigap'),
    of: Array(subjects).fill({ technique: 'shiatsu' }),
  });
  const { coverageMatrix } = ask<{ coverageMatrix: { rows: { cells: unknown[] }[] } }>(matrix, many(50, 50));
  expect(coverageMatrix.rows.flatMap(({ cells }) => cells)).toHaveLength(2_500);
  expect(refusal(matrix, many(41, 61))).toMatchObject({ code: 'TOO_MANY', argument: 'plans', value: '2501' });
});

test('ten plans can be compared, not eleven', () => {
  const plans = Array.from({ length: 11 }, (_, index) => `plan-${String(index)}`);
  const compare =
    'query ($plans: [String!]!) { comparePlans(plans: $plans, of: { service: "massage-therapy" }) { plans { name } } }';
  expect(refusal(compare, { plans }).code).toBe('TOO_MANY');
  expect(refusal(compare, { plans: plans.slice(1) })).toMatchObject({ code: 'UNKNOWN_PLAN', argument: 'plans[0]' });
});

test('alternatives of alternatives, which would multiply', () => {
  expect(
    refusal(
      '{ coverage(plan: "medicare", of: { service: "massage-therapy" }) { alternatives { alternatives { status } } } }',
    ).code,
  ).toBe('TOO_MANY');
});

test('a timeline that runs backwards, is too long or is asked of one day, and a rule that does not exist', () => {
  const span = (from: string, to: string, more = '') =>
    refusal(
      `{ coverageTimeline(plan: "tricare", of: { service: "massage-therapy" }, from: "${from}", to: "${to}"${more}) { from } }`,
    );
  expect(span('2027-01-01', '2026-12-31')).toMatchObject({ code: 'BAD_DATE', argument: 'to' });
  expect(span('2006-01-01', '2026-01-02')).toMatchObject({ code: 'TOO_MANY', argument: 'to' });
  expect(span('2026-01-01', '2026-02-30')).toMatchObject({ code: 'BAD_DATE', argument: 'to' });
  expect(span('2026-01-01', '2026-02-01', ', given: { on: "2026-01-05" }')).toMatchObject({
    code: 'BAD_DATE',
    argument: 'given.on',
  });
  const rule = (slug: string) => refusal(`{ rule(slug: "${slug}") { slug } }`);
  expect(rule('tricare-prime/massage-exclude')).toMatchObject({ code: 'BAD_ID', argument: 'slug' });
  expect(rule('tricare-prim/massage-excluded')).toMatchObject({ code: 'UNKNOWN_PLAN', argument: 'slug' });
});

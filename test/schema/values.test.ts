/** Values that the schema words or spells for clients: addresses of passages, places of rules, windows of limits. */
import { expect, test } from 'vitest';
import type { Passage, Plan, Rule } from '../../src/graph/entries.ts';
import { ask, context, graph } from './ask.ts';

const plan = graph.plans.get('tricare-prime') as Plan;
const [passage] = plan.cites as [Passage];

function withPlan(changed: Partial<Plan>) {
  return { ...context, graph: { ...graph, plans: new Map([...graph.plans, [plan.slug, { ...plan, ...changed }]]) } };
}
function urlOf(changed: Partial<Passage>, sourceUrl: string | null = 'https://example.org/page'): string | null {
  const cites = [{ ...passage, url: null, quote: null, ...changed, source: { ...passage.source, url: sourceUrl } }];
  return (
    ask<{ plan: { citations: { url: string | null }[] } }>(
      '{ plan(slug: "tricare-prime") { citations { url } } }',
      {},
      withPlan({ cites }),
    ).plan.citations[0]?.url ?? null
  );
}

test("a citation opens at the passage's own address where it has one", () => {
  expect(urlOf({ url: 'https://example.org/page#s2', quote: 'Some words.' })).toBe('https://example.org/page#s2');
});

test('without the passage at hand it opens its source, and without either it has no address', () => {
  expect(urlOf({})).toBe('https://example.org/page');
  expect(urlOf({}, null)).toBeNull();
  expect(urlOf({ quote: 'Some words.' }, null)).toBeNull();
});

test('with the passage at hand it opens at its first and last words, hyphens and commas written so that they mean themselves', () => {
  expect(urlOf({ quote: 'one two three' })).toBe('https://example.org/page#:~:text=one%20two%20three');
  expect(urlOf({ quote: 'a well-known, short one that goes on\n and on for  many more words' })).toBe(
    'https://example.org/page#:~:text=a%20well%2Dknown%2C%20short%20one%20that,on%20for%20many%20more%20words',
  );
  expect(urlOf({ quote: 'one two' }, 'https://example.org/page#top')).toBe(
    'https://example.org/page#top:~:text=one%20two',
  );
});

function whereOf(changed: Partial<Rule>): unknown {
  const [rule] = plan.rules as [Rule];
  const rules: Rule[] = [{ ...rule, exceptTo: [], effect: 'COVERED', ...changed }];
  return ask<{ plan: { rules: { nodes: { where: unknown }[] } } }>(
    '{ plan(slug: "tricare-prime") { rules { nodes { where { scope text territories { code } } } } } }',
    {},
    withPlan({ rules }),
  ).plan.rules.nodes[0]?.where;
}
const unstated = { scope: 'UNSTATED', territories: [] } as const;

test('a rule whose source names no place is shown as it is read, and says so', () => {
  expect(whereOf({ where: unstated })).toEqual({
    scope: 'HOME',
    territories: [],
    text: 'the source names no place; a grant is then read as one of care at home',
  });
  expect(whereOf({ where: unstated, effect: 'EXCLUDED' })).toEqual({
    scope: 'ANYWHERE',
    territories: [],
    text: 'the source names no place; an exclusion is then read as one of care anywhere',
  });
});

test('an exception that names no place speaks where what it excepts to does', () => {
  const target = {
    ...plan.rules[0],
    effect: 'EXCLUDED',
    exceptTo: [],
    where: { scope: 'ABROAD', territories: [] },
  } as unknown as Rule;
  expect(whereOf({ where: unstated, exceptTo: [target] })).toEqual({
    scope: 'ABROAD',
    territories: [],
    text: 'the source names no place; as the rule it is an exception to: abroad',
  });
});

test('a rule whose source names places lists them', () => {
  const [canada, mexico] = ['CA', 'MX'].map((code) => graph.territories.get(code));
  expect(whereOf({ where: { scope: 'OUTSIDE', territories: [mexico, canada] } as Rule['where'] })).toEqual({
    scope: 'OUTSIDE',
    territories: [{ code: 'CA' }, { code: 'MX' }],
    text: 'outside Mexico and Canada',
  });
});

test('amounts and windows keep every digit', () => {
  const rule = {
    ...plan.rules[0],
    limits: [
      {
        quantity: '12',
        unit: 'VISITS',
        currency: null,
        per: 'ROLLING_WINDOW',
        windowDays: 90,
        combinedWith: [],
        cites: [passage],
      },
    ],
    costs: [
      {
        kind: 'DEDUCTIBLE',
        least: { amount: '2480.00', currency: 'USD' },
        most: { amount: '2480.00', currency: 'USD' },
        percent: null,
        network: 'IN',
        year: 2026,
        per: 'CALENDAR_YEAR',
        cites: [passage],
      },
    ],
  } as unknown as Rule;
  const {
    plan: { rules },
  } = ask<{ plan: { rules: { nodes: unknown[] } } }>(
    '{ plan(slug: "tricare-prime") { rules { nodes { limits { quantity unit per window text } costs { least { amount currency } text } } } } }',
    {},
    withPlan({ rules: [rule] }),
  );
  expect(rules.nodes).toEqual([
    {
      limits: [{ quantity: '12', unit: 'VISITS', per: 'ROLLING_WINDOW', window: 'P90D', text: '12 visits in 90 days' }],
      costs: [
        {
          least: { amount: '2480.00', currency: 'USD' },
          text: '$2,480 deductible per calendar year in network in 2026',
        },
      ],
    },
  ]);
});

test('the home of Original Medicare takes in Puerto Rico and not Canada, and of a plan without one nothing is said', () => {
  const home = (code: string, slug: string) =>
    ask<{ territory: { isHomeFor: boolean | null } }>(
      'query ($code: String!, $slug: String!) { territory(code: $code) { isHomeFor(plan: $slug) } }',
      { code, slug },
    ).territory.isHomeFor;
  expect([
    home('PR', 'original-medicare'),
    home('us-ak', 'original-medicare'),
    home('CA', 'original-medicare'),
    home('US', 'tricare-prime'),
  ]).toEqual([true, true, false, null]);
});

test('the links of an entry can be narrowed to their kinds', () => {
  interface Links {
    billingCode: { links: { totalCount: number; nodes: { kind: string }[] } };
  }
  const links = (kinds: string) =>
    ask<Links>(`{ billingCode(code: "97124") { links(first: 100, kinds: ${kinds}) { totalCount nodes { kind } } } }`)
      .billingCode.links;
  expect([...new Set(links('[BILLS]').nodes.map(({ kind }) => kind))]).toEqual(['BILLS']);
  expect(links('[]').totalCount).toBe(0);
  expect(links('null').totalCount).toBeGreaterThan(links('[BILLS]').totalCount);
});

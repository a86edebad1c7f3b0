/** The matrix is the single question asked of every pair, and does not look up again what it has looked up. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Graph } from '../../src/graph/entries.ts';
import { ask, context, graph } from './ask.ts';
import { large } from './large.ts';
import { randomSeed } from '../helpers/random-seed.ts';

const SEED = randomSeed('test/schema/matrix.test.ts', 20_261_123);

const WHOLE = `id status best possibleOutcomes summary assumptions pathways { outcome facts { text } } missing { slug } nextQuestion { slug }
  requirements { role strength state text dependsOn } limits { text } costs { text } positions { says status } citations { locator }`;
const MATRIX = `query ($plans: [String!]!, $of: [SubjectInput!]!, $given: SituationInput, $accordingTo: [String!]) {
  coverageMatrix(plans: $plans, of: $of, given: $given, accordingTo: $accordingTo) { rows { plan { slug } cells { subject { slug } ${WHOLE} } } }
}`;
const SINGLE = `query ($plan: String!, $of: SubjectInput!, $given: SituationInput, $accordingTo: [String!]) {
  coverage(plan: $plan, of: $of, given: $given, accordingTo: $accordingTo) { subject { slug } ${WHOLE} }
}`;
interface Matrix {
  coverageMatrix: { rows: { plan: { slug: string }; cells: { subject: { slug: string } }[] }[] };
}

const plans = [...graph.plans.keys()];
const of = [...graph.subjects.values()].map((subject) =>
  subject.kind === 'SERVICE'
    ? { service: subject.slug }
    : subject.kind === 'TECHNIQUE'
      ? { technique: subject.slug }
      : { billingCode: subject.code },
);
const singly = (asking: object): unknown[] =>
  plans.map((plan) => of.map((each) => ask<{ coverage: unknown }>(SINGLE, { plan, of: each, ...asking }).coverage));
const together = (asking: object): unknown[] =>
  ask<Matrix>(MATRIX, { plans, of, ...asking }).coverageMatrix.rows.map(({ cells }) => cells);

test.each([
  ['nothing known', {}],
  ['a prescription', { given: { met: ['prescribed'] } }],
  [
    'no therapy program',
    { given: { unmet: ['part-of-physical-therapy-program', 'part-of-occupational-therapy-program'] } },
  ],
  ['an emergency abroad', { given: { met: ['medical-emergency'], territory: 'ZZ', on: '2026-07-01' } }],
  ['the article alone', { accordingTo: ['medicare-massage-article'] }],
])(
  'over all plans and subjects each cell is the answer to its own question: %s',
  (_, asking) => {
    const cells = together(asking);
    expect(cells.flat().length).toBe(plans.length * of.length);
    expect(cells).toEqual(singly(asking));
  },
  60_000,
);

test('so it is on any facts that do not contradict one another, in any place, for any choice of pairs', () => {
  const conditions = [...graph.conditions.values()].filter(({ counts }) => counts === null).map(({ slug }) => slug);
  const asking = fc.record({
    facts: fc.uniqueArray(fc.tuple(fc.constantFrom(...conditions), fc.boolean()), {
      selector: ([slug]) => slug,
      maxLength: 5,
    }),
    territory: fc.constantFrom(null, 'ZZ', 'CA', 'PR', 'US-AK'),
    chosen: fc.array(fc.tuple(fc.constantFrom(...plans), fc.constantFrom(...of)), { minLength: 1, maxLength: 4 }),
  });
  let compared = 0;
  fc.assert(
    fc.property(asking, ({ facts, territory, chosen }) => {
      const met = facts.filter(([, holds]) => holds).map(([slug]) => slug);
      const unmet = facts
        .filter(
          ([slug, holds]) =>
            !holds &&
            !met.some((each) =>
              [...(graph.conditions.get(each)?.impliedClosure ?? [])].some((implied) => implied.slug === slug),
            ),
        )
        .map(([slug]) => slug);
      const given = { met, unmet, territory };
      const [rows, columns] = [chosen.map(([plan]) => plan), chosen.map(([, subject]) => subject)];
      const { rows: cells } = ask<Matrix>(MATRIX, { plans: rows, of: columns, given }).coverageMatrix;
      rows.forEach((plan, row) =>
        columns.forEach((subject, column) => {
          expect(cells[row]?.cells[column]).toEqual(
            ask<{ coverage: unknown }>(SINGLE, { plan, of: subject, given }).coverage,
          );
          compared += 1;
        }),
      );
    }),
    { seed: SEED, numRuns: 40 },
  );
  expect(compared).toBeGreaterThan(100);
}, 120_000);

/** The graph, counting each look-up of a name in one of its tables. */
function counting(whole: Graph): { graph: Graph; lookedUp: Record<string, number> } {
  const lookedUp: Record<string, number> = {};
  const counted = <T>(name: string, table: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Proxy(table, {
      get: (target, key) => {
        if (key === 'get') lookedUp[name] = (lookedUp[name] ?? 0) + 1;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  return {
    lookedUp,
    graph: {
      ...whole,
      plans: counted('plans', whole.plans),
      services: counted('services', whole.services),
      conditions: counted('conditions', whole.conditions),
      sources: counted('sources', whole.sources),
      territories: counted('territories', whole.territories),
    },
  };
}

const many = {
  plans: [...Array(50).keys()].map((number) => `plan-${String(number)}`),
  of: [...Array(50).keys()].map((number) => ({ service: `service-${String(number)}` })),
};
const GLANCE =
  'query ($plans: [String!]!, $of: [SubjectInput!]!, $given: SituationInput, $accordingTo: [String!]) { coverageMatrix(plans: $plans, of: $of, given: $given, accordingTo: $accordingTo) { rows { cells { status best } } } }';

test('of 2,500 pairs every name is looked up once, and every fact, place and source once for all of them', () => {
  const { graph: counted, lookedUp } = counting(large());
  const asking = {
    ...many,
    given: { met: ['c1', 'c2'], unmet: ['c5'], territory: 'US' },
    accordingTo: ['handbook', 'article'],
  };
  const { coverageMatrix } = ask<{ coverageMatrix: { rows: { cells: { status: string }[] }[] } }>(GLANCE, asking, {
    ...context,
    graph: counted,
  });
  expect(lookedUp).toEqual({ plans: 50, services: 50, conditions: 3, sources: 2, territories: 1 });
  expect(new Set(coverageMatrix.rows.flatMap(({ cells }) => cells.map(({ status }) => status)))).toEqual(
    new Set(['COVERED', 'NOT_COVERED', 'NOT_STATED']),
  );
});

test('a pair that is named again is not derived again', () => {
  const whole = large();
  const derivations = (plans: string[], services: string[]): number => {
    let read = 0;
    const counted = {
      ...whole,
      get abroad() {
        read += 1;
        return whole.abroad;
      },
    };
    ask(GLANCE, { plans, of: services.map((service) => ({ service })) }, { ...context, graph: counted });
    return read;
  };
  const once = derivations(['plan-1'], ['service-1']);
  expect(once).toBeGreaterThan(0);
  expect(derivations(['plan-1', 'plan-1', 'plan-1'], ['service-1', 'service-1'])).toBe(once);
  expect(derivations(['plan-1', 'plan-2', 'plan-1'], ['service-1', 'service-2', 'service-1'])).toBe(4 * once);
});

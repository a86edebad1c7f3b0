/** The key of a case: one grammar, one spelling of each case, and every name in it either known or refused where it stands. */
import fc from 'fast-check';
import { execute, parse, type GraphQLFormattedError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { NoCaseKey, parseCaseKey, type CaseKey } from '../../src/federation/case-key.ts';
import { coverageSubgraph } from '../../src/federation/index.ts';
import { ask, context } from '../schema/ask.ts';
import { printCaseKey } from './print-case-key.ts';
import { randomSeed } from '../helpers/random-seed.ts';

const SEED = randomSeed('test/federation/case-key.test.ts');

const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}$/);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const spelled: fc.Arbitrary<CaseKey> = fc.record({
  plan: slug,
  met: fc.array(slug, { maxLength: 4 }),
  unmet: fc.array(slug, { maxLength: 4 }),
  counts: fc.uniqueArray(fc.record({ condition: slug, count: fc.nat() }), {
    selector: ({ condition }) => condition,
    maxLength: 3,
  }),
  territory: fc.option(fc.constantFrom('PR', 'US-AK', 'ZZ', 'CA')),
  on: fc.option(day),
});
/** A key with its facts in some order, some of them twice, spaces as they fall. */
const anyKey = fc
  .tuple(spelled, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), fc.constantFrom(' ', '  ', '\t '))
  .map(([facts, order, space]) => {
    const [plan = '', ...parts] = printCaseKey(facts).split(' ');
    const shuffled = parts
      .map((part, index) => ({ part, place: order[index] ?? 0 }))
      .sort((a, b) => a.place - b.place)
      .map(({ part }) => part.replace(/^@.*/, (place) => place.toLowerCase()));
    return [plan, ...shuffled, ...shuffled.slice(0, 2)].join(space);
  });

describe('any key', () => {
  test('is printed in one canonical spelling, whatever the input was', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const printed = printCaseKey(parseCaseKey(key));
        expect(printCaseKey(parseCaseKey(printed))).toBe(printed);
        expect(parseCaseKey(printed)).toEqual(parseCaseKey(key));
        const [plan, ...facts] = key.trim().split(/\s+/);
        expect(printed.toLowerCase().split(' ').sort()).toEqual(
          [plan, ...new Set(facts)].map((part) => part?.toLowerCase()).sort(),
        );
      }),
      { seed: SEED },
    );
  });

  test('contains all facts of the case and nothing else', () => {
    fc.assert(
      fc.property(spelled, (facts) => {
        const sorted = (list: readonly string[]): string[] => [...new Set(list)].sort();
        expect(parseCaseKey(printCaseKey(facts))).toEqual({
          ...facts,
          met: sorted(facts.met),
          unmet: sorted(facts.unmet),
          counts: [...facts.counts].sort((a, b) => (a.condition < b.condition ? -1 : 1)),
        });
      }),
      { seed: SEED },
    );
  });

  test('parses or throws NoCaseKey for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', '+', '-', '=', '@', ' ', '1') })),
        (text) => {
          try {
            const printed = printCaseKey(parseCaseKey(text));
            expect(printCaseKey(parseCaseKey(printed))).toBe(printed);
          } catch (error) {
            expect(error).toBeInstanceOf(NoCaseKey);
          }
        },
      ),
      { seed: SEED },
    );
  });
});

test.each([
  ['tricare-prime', 'tricare-prime'],
  ['  tricare-prime  -referral +prescribed @pr ', 'tricare-prime +prescribed -referral @PR'],
  ['medigap-plan-f 2027-02-01 days=3 @ZZ +b +a +b days=3', 'medigap-plan-f +a +b days=3 @ZZ 2027-02-01'],
])('"%s" is spelled "%s"', (key, printed) => {
  expect(printCaseKey(parseCaseKey(key))).toBe(printed);
});

test.each([
  ['', ''],
  ['   ', ''],
  ['+prescribed', '+prescribed'],
  ['visits=3', 'visits=3'],
  ['p prescribed', 'prescribed'],
  ['p +', '+'],
  ['p @PR @CA', '@CA'],
  ['p 2026-01-01 2026-01-02', '2026-01-02'],
  ['p visits=3 visits=4', 'visits=4'],
  ['p visits=-1', 'visits=-1'],
  ['p visits=2147483648', 'visits=2147483648'],
  ['p =3', '=3'],
])('"%s" is no key, for its part "%s"', (key, part) => {
  expect(() => parseCaseKey(key)).toThrow(NoCaseKey);
  try {
    parseCaseKey(key);
  } catch (error) {
    expect((error as NoCaseKey).part).toBe(part);
  }
});

const { schema } = coverageSubgraph();

function cases(keys: readonly string[], selection: string) {
  const document = parse(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on CoverageCase { ${selection} } } }`,
  );
  const result = execute({
    schema,
    document,
    variableValues: { representations: keys.map((key) => ({ __typename: 'CoverageCase', key })) },
    contextValue: context,
  });
  if ('then' in result) throw new Error('a case is answered asynchronously');
  const { _entities: found } = JSON.parse(JSON.stringify(result.data)) as {
    _entities: ({ coverage?: unknown } | null)[];
  };
  return { found, errors: (result.errors ?? []).map((error): GraphQLFormattedError => error.toJSON()) };
}

const EVERYTHING =
  'id status best summary given { text holds count } territory { code } on assumptions proof { number kind text restsOn } requirements { text state } missing { slug } dataVersion';

describe('a case', () => {
  test('answers as Plan.coverage does on the same facts, to the last step of the proof', () => {
    const { found, errors } = cases(
      ['tricare-prime +prescribed -referral @PR 2026-12-01'],
      `key plan { slug } coverage(of: { service: "massage-therapy" }, accordingTo: ["medicare-massage-article"], minimumAuthority: SECONDARY) { ${EVERYTHING} }`,
    );
    const { plan } = ask<{ plan: { coverage: unknown } }>(
      `{ plan(slug: "tricare-prime") { coverage(of: { service: "massage-therapy" }, given: { met: ["prescribed"], unmet: ["referral"], territory: "PR", on: "2026-12-01" }, accordingTo: ["medicare-massage-article"], minimumAuthority: SECONDARY) { ${EVERYTHING} } } }`,
    );
    expect(errors).toEqual([]);
    expect(found).toEqual([
      {
        key: 'tricare-prime +prescribed -referral @PR 2026-12-01',
        plan: { slug: 'tricare-prime' },
        coverage: plan.coverage,
      },
    ]);
  });

  test('of a plan alone contains no facts', () => {
    const { found } = cases(['tricare-prime'], `coverage(of: { billingCode: "97124" }) { ${EVERYTHING} }`);
    expect(found[0]?.coverage).toEqual(
      ask<{ coverage: unknown }>(`{ coverage(plan: "tricare-prime", of: { billingCode: "97124" }) { ${EVERYTHING} } }`)
        .coverage,
    );
  });

  test.each([
    'tricare-prime @us-ak -referral +prescribed',
    'tricare-prime +prescribed -referral @US-AK',
    '  tricare-prime  +prescribed\t+prescribed -referral @Us-Ak 2026-12-01 2026-12-01 ',
    'tricare-prime',
    ' tricare-prime ',
  ])('may be written in any order, and its key comes back as it was sent: "%s"', (key) => {
    const { found, errors } = cases([key], 'key plan { slug }');
    expect({ found, errors }).toEqual({ found: [{ key, plan: { slug: 'tricare-prime' } }], errors: [] });
  });

  test('written in any way has a key that comes back as it was sent, and the same answer', () => {
    const facts = ['+prescribed', '-referral', '@pr', '2026-12-01'];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(facts, { minLength: facts.length }),
        fc.constantFrom(' ', '  ', '\t'),
        fc.boolean(),
        (order, space, isUpper) => {
          const key = ['tricare-prime', ...order].join(space).replace('@pr', isUpper ? '@PR' : '@pr');
          const [found, canonical] = cases(
            [key, 'tricare-prime +prescribed -referral @PR 2026-12-01'],
            'key coverage(of: { service: "massage-therapy" }) { id summary }',
          ).found as { key: string; coverage: unknown }[];
          expect(found).toEqual({ key, coverage: canonical?.coverage });
        },
      ),
      { seed: SEED, numRuns: 30 },
    );
  });

  test('counts', () => {
    const coverage = 'coverage(of: { service: "emergency-care" }) { status given { count holds text } }';
    const { found, errors } = cases(
      [
        'medigap-plan-f +medically-necessary -paid-by-medicare @FR days-of-trip-before-care=60',
        'medigap-plan-f +medically-necessary @FR days-of-trip-before-care=61',
      ],
      coverage,
    );
    expect(errors).toEqual([]);
    expect(found.map((each) => (each?.coverage as { status: string }).status)).toEqual(['COVERED', 'NOT_COVERED']);
  });

  test.each([
    ['tricare-prim +prescribed', 'UNKNOWN_PLAN', 'tricare-prim', ['tricare-prime']],
    ['tricare-prime +prescribd', 'UNKNOWN_CONDITION', 'prescribd', ['prescribed']],
    ['tricare-prime -referal', 'UNKNOWN_CONDITION', 'referal', ['referral']],
    ['tricare-prime visits=3', 'UNKNOWN_CONDITION', 'visits', []],
    ['tricare-prime @XX', 'UNKNOWN_TERRITORY', 'XX', []],
    ['tricare-prime 2026-02-30', 'BAD_DATE', '2026-02-30', []],
    ['tricare-prime prescribed=3', 'NOT_A_COUNT', 'prescribed=3', []],
    ['tricare-prime prescribed', 'BAD_ID', 'prescribed', []],
    ['', 'BAD_ID', '', []],
  ])('"%s" is refused in its own place: %s', (key, code, value, suggested) => {
    const { found, errors } = cases(['medicare', key, 'medicare'], 'plan { slug }');
    expect(found).toEqual([{ plan: { slug: 'medicare' } }, null, { plan: { slug: 'medicare' } }]);
    expect(errors.map(({ path }) => path)).toEqual([['_entities', 1]]);
    expect(errors[0]?.extensions).toMatchObject({ code, argument: 'representations[1].key', value });
    expect(
      (errors[0]?.extensions?.['suggestions'] as { slug: string }[]).slice(0, 1).map(({ slug: near }) => near),
    ).toEqual(suggested);
  });

  test('a count that is neither met nor unmet is refused, with how to write it', () => {
    const { errors } = cases(['medigap +days-of-trip-before-care'], 'key');
    expect(errors[0]?.message).toContain('Write days-of-trip-before-care=3');
    expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_A_COUNT', value: 'days-of-trip-before-care' });
  });

  test('contradicting facts make the answer an error, not the case', () => {
    const { found, errors } = cases(
      ['tricare-prime +prescribed-by-doctor -prescribed'],
      'plan { slug } coverage(of: { service: "massage-therapy" }) { status }',
    );
    expect(found).toEqual([{ plan: { slug: 'tricare-prime' }, coverage: null }]);
    expect(errors.map(({ path }) => path)).toEqual([['_entities', 0, 'coverage']]);
    expect(errors[0]?.extensions).toMatchObject({ code: 'CONTRADICTING_FACTS', argument: 'representations[0].key' });
    expect(errors[0]?.message).not.toContain('Did you mean');
  });
});

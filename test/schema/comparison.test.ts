/** Plans side by side: what they share is asked for by each, what they differ in is not the same in all, and each value says why. */
import { expect, test } from 'vitest';
import { ask } from './ask.ts';

interface Comparison {
  plans: { slug: string }[];
  shared: { text: string; role: string; strength: string }[];
  determinations: { requirements: { text: string }[] }[];
  differences: {
    aspect: string;
    values: { plan: { slug: string }; text: string; rule: { slug: string } | null; citations: { locator: string }[] }[];
  }[];
}

const compare = (plans: string[], of: Record<string, string>, given = {}): Comparison =>
  ask<{ comparePlans: Comparison }>(
    `
  query ($plans: [String!]!, $of: SubjectInput!, $given: SituationInput) {
    comparePlans(plans: $plans, of: $of, given: $given, accordingTo: ["medicare-massage-article"]) {
      plans { slug }
      shared { text role strength }
      determinations { requirements { text } }
      differences { aspect values { plan { slug } text rule { slug } citations { locator } } }
    }
  }`,
    { plans, of, given },
  ).comparePlans;

const valuesOf = ({ differences }: Comparison, aspect: string): string[][] =>
  differences.filter((difference) => difference.aspect === aspect).map(({ values }) => values.map(({ text }) => text));

test('Medicare Advantage and TRICARE Prime both ask for a prescription, prior authorization and cost sharing', () => {
  const { shared } = compare(['medicare-advantage', 'tricare-prime'], { billingCode: '97124' });
  expect(shared).toEqual([
    { text: 'prescribed', role: 'FOR_COVERAGE', strength: 'REQUIRED' },
    { text: 'prior authorization', role: 'ONCE_COVERED', strength: 'MAY_BE_REQUIRED' },
    { text: 'cost sharing', role: 'ONCE_COVERED', strength: 'MAY_BE_REQUIRED' },
  ]);
});

test('what a source states in addition is shared too, whatever its role in each answer', () => {
  const { comparePlans } = ask<{ comparePlans: Comparison }>(`{
    comparePlans(plans: ["tricare-prime", "medicare-advantage"], of: { billingCode: "97124" }) {
      shared { text role strength }
    }
  }`);
  // The article requires all three of both plans. Official sources require the first two too, in other roles.
  const shared = comparePlans.shared.map(({ text, role, strength }) => [text, role, strength]);
  expect(shared).toContainEqual([
    'prescribed by a doctor, physician assistant or nurse practitioner or podiatrist',
    'ALSO_STATED',
    'REQUIRED',
  ]);
  expect(shared).toContainEqual(['prior authorization', 'ONCE_COVERED', 'MAY_BE_REQUIRED']);
  expect(shared).toContainEqual(['cost sharing', 'ALSO_STATED', 'MAY_BE_REQUIRED']);
});

test('what one asks for more strictly than the other is a difference, with the rule that makes each so', () => {
  const comparison = compare(['medicare-advantage', 'tricare-prime'], { billingCode: '97124' });
  const prescribed = comparison.differences.find(({ values }) => values[0]?.text.startsWith('prescribed by a doctor'));
  expect(prescribed?.values.map(({ plan, text, rule }) => [plan.slug, text, rule?.slug])).toEqual([
    [
      'medicare-advantage',
      'prescribed by a doctor: coverage turns on it',
      'medicare-advantage/code-97124-on-three-conditions',
    ],
    ['tricare-prime', 'no more than: prescribed', 'tricare-prime/massage-in-a-therapy-program'],
  ]);
  expect(valuesOf(comparison, 'REQUIREMENT')).toContainEqual([
    "prior authorization: the plan's own rules apply",
    'prior authorization: may be required, depending on plan and provider status',
  ]);
});

test('the status names the rule that brings the best outcome about', () => {
  const { differences } = compare(['tricare-prime', 'original-medicare'], { service: 'massage-therapy' });
  expect(differences[0]).toMatchObject({
    aspect: 'STATUS',
    values: [
      {
        text: 'depends on facts not given; at best covered',
        rule: { slug: 'tricare-prime/massage-in-a-therapy-program' },
      },
      { text: 'not covered', rule: { slug: 'original-medicare/massage-excluded' } },
    ],
  });
});

test('every difference has one value for each plan, in their order, and they are not all alike', () => {
  const plans = ['tricare-prime', 'medicare-advantage', 'original-medicare', 'medigap'];
  const { differences } = compare(plans, { billingCode: '97124' });
  expect(differences.length).toBeGreaterThan(3);
  for (const { values } of differences) {
    expect(values.map(({ plan }) => plan.slug)).toEqual(plans);
    expect(new Set(values.map(({ text }) => text)).size).toBeGreaterThan(1);
  }
});

test('a value that a rule makes is cited', () => {
  const { differences } = compare(['tricare-prime', 'medicare-advantage'], { billingCode: '97124' });
  const uncited = differences
    .flatMap(({ values }) => values)
    .filter(({ rule, citations }) => rule !== null && citations.length === 0);
  expect(uncited).toEqual([]);
});

test('plans that answer alike have no differences in status or requirements', () => {
  const { differences, shared } = compare(['tricare-select', 'medigap'], { service: 'massage-therapy' });
  expect(differences.map(({ aspect }) => aspect).filter((aspect) => aspect !== 'SOURCE')).toEqual([]);
  expect(shared).toEqual([]);
});

test('plans are compared in the order asked, each once', () => {
  expect(
    compare(['medigap', 'medicare', 'medigap'], { service: 'massage-therapy' }).plans.map(({ slug }) => slug),
  ).toEqual(['medigap', 'medicare']);
});

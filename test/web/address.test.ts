/** Addresses hold the whole state of the page: each one written is read back the same, and other addresses lead nowhere. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressOf,
  nothingKnown,
  readAddress,
  type Case,
  type Place,
  type SubjectName,
} from '../../src/web/address.ts';
import { explorerAddress, factValueOf, withFact } from '../../src/web/asking.ts';
import { randomSeed } from '../helpers/random-seed.ts';

const SEED = randomSeed('test/web/address.test.ts');

const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,3}$/);
const slugs = fc.uniqueArray(slug, { maxLength: 3 });
const subject: fc.Arbitrary<SubjectName> = fc.record({
  kind: fc.constantFrom('service', 'technique', 'billing-code'),
  slug,
});
const known: fc.Arbitrary<Case> = fc.record({
  met: slugs,
  unmet: slugs,
  counts: fc.dictionary(slug, fc.nat(999_999_999), { maxKeys: 2, noNullPrototype: true }),
  territory: fc.option(fc.constantFrom('MX', 'US-AK', 'ZZ')),
  on: fc.option(fc.constantFrom('2026-11-23', '2027-01-01')),
  accordingTo: slugs,
  minimumAuthority: fc.option(fc.constantFrom('STATUTE', 'SECONDARY')),
});
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constant<Place>({ view: 'home' }),
  fc.constant<Place>({ view: 'curator' }),
  fc.record({ view: fc.constant('ask' as const), question: fc.string({ unit: 'grapheme', maxLength: 60 }) }),
  fc.record({ view: fc.constant('answer' as const), plan: slug, of: subject, known, why: fc.boolean() }),
  fc.record({ view: fc.constant('compare' as const), plans: slugs, of: fc.option(subject), known }),
  fc.record({
    view: fc.constant('walk' as const),
    kind: fc.constantFrom('plan', 'service', 'technique', 'billing-code', 'territory', 'condition', 'source'),
    slug,
  }),
  fc.record({
    view: fc.constant('matrix' as const),
    filter: fc.record({
      text: fc.string({ maxLength: 20 }),
      within: fc.option(slug),
      level: fc.option(fc.constantFrom('PLAN', 'PROGRAM')),
      status: fc.option(fc.constant('COVERED')),
      columns: fc.uniqueArray(subject, { maxLength: 3, selector: ({ kind, slug: name }) => `${kind}/${name}` }),
      marked: slugs,
    }),
  }),
);

test('every state is read back from its address, which is all in the fragment', () => {
  fc.assert(
    fc.property(place, (state) => {
      const address = addressOf(state);
      expect(address.startsWith('#/')).toBe(true);
      expect(readAddress(address)).toEqual(state);
    }),
    { seed: SEED },
  );
});

test('an address reads as what it asks', () => {
  expect(
    addressOf({
      view: 'answer',
      plan: 'tricare-prime',
      of: { kind: 'service', slug: 'massage-therapy' },
      why: true,
      known: {
        met: ['prescribed'],
        unmet: ['referral'],
        counts: { visits: 3 },
        territory: 'MX',
        on: null,
        accordingTo: [],
        minimumAuthority: null,
      },
    }),
  ).toBe('#/answer/tricare-prime/service/massage-therapy?met=prescribed&unmet=referral&counts=visits:3&in=MX&why=1');
});

describe('an address that the page did not make', () => {
  test.each([
    '#/nothing',
    '#/answer',
    '#/answer/x',
    '#/answer/x/planet/y',
    '#/walk/planet/x',
    '#/walk/plan',
    '#/answer/%E0%A4%A/service/y',
  ])('%s leads nowhere', (hash) => {
    expect(readAddress(hash)).toEqual({ view: 'nowhere' });
  });
  test.each(['', '#', '#/'])('"%s" is the first view', (hash) => {
    expect(readAddress(hash)).toEqual({ view: 'home' });
  });
  test('a count that is no number is left out', () => {
    expect(readAddress('#/answer/x/service/y?counts=visits:many,days:2')).toMatchObject({
      known: { counts: { days: 2 } },
    });
  });
});

test('a condition has one value at a time, and the value can be removed', () => {
  fc.assert(
    fc.property(known, slug, fc.oneof(fc.boolean(), fc.nat(99), fc.constant(null)), (before, condition, value) => {
      const after = withFact(before, condition, value);
      expect(factValueOf(after, condition)).toBe(value);
      expect(
        [after.met.includes(condition), after.unmet.includes(condition), Object.hasOwn(after.counts, condition)].filter(
          Boolean,
        ),
      ).toHaveLength(value === null ? 0 : 1);
      expect(withFact(after, condition, value)).toEqual(after);
    }),
    { seed: SEED },
  );
});

test('a condition may have the name of what every object has', () => {
  expect(factValueOf(nothingKnown, 'constructor')).toBeNull();
  expect(factValueOf(withFact(nothingKnown, 'constructor', 3), 'constructor')).toBe(3);
});

test('an operation is passed to GraphiQL in the fragment of the address, with its variables', () => {
  const address = new URL(
    explorerAddress('\n    query A { a }\n    fragment B on C { d }', { met: ['x'] }),
    'http://localhost',
  );
  expect([address.pathname, address.search]).toEqual(['/graphql', '']);
  const handed = new URLSearchParams(address.hash.slice(1));
  expect(handed.get('query')).toBe('query A { a }\n\nfragment B on C { d }');
  expect(JSON.parse(handed.get('variables') ?? '')).toEqual({ met: ['x'] });
});

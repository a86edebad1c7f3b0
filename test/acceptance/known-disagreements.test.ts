/**
 * Points on which the sources are known to disagree. Each appears, with both sides, in an answer that it affects, and not if the
 * sources of one side are excluded. No data file states a disagreement: it is derived from rules, links and remarks.
 */
import { describe, expect, it } from 'vitest';
import type { Disagreement } from '../../src/engine/determination.ts';
import { ARTICLE, ask, graph, type Ask } from '../helpers/curated-data.ts';

interface Known {
  readonly on: string;
  readonly asked: Ask;
  readonly kind: Disagreement['kind'];
  /** A source of each side. */
  readonly sides: readonly [string, string];
  /** Further sources that agree with the first side, or with the second. They are excluded together with it. */
  readonly alike?: readonly [readonly string[], readonly string[]];
}

const CODE = { plan: 'original-medicare', of: 'cpt-97124' };
const KNOWN: readonly Known[] = [
  {
    on: 'whether Original Medicare pays for 97124 (D1)',
    asked: CODE,
    kind: 'CONTRADICTION',
    sides: ['cfr-42-410-60', ARTICLE],
  },
  {
    on: 'who may perform it (D2)',
    asked: CODE,
    kind: 'CONTRADICTION',
    sides: ['cms-2018-supplemental-benefits-memo', 'medicare-benefit-policy-manual-15'],
  },
  {
    on: 'who may perform it, under TRICARE (D2)',
    asked: { plan: 'tricare-prime', of: 'cpt-97124' },
    kind: 'CONTRADICTION',
    sides: ['cms-2018-supplemental-benefits-memo', 'tricare-west-benefits'],
  },
  {
    on: 'massage under TRICARE (D3)',
    asked: { plan: 'tricare-prime', of: 'massage-therapy' },
    kind: 'CONTRADICTION',
    sides: ['tricare-exclusions', 'tricare-west-benefits'],
  },
  {
    on: 'massage under TRICARE, by the article (D3)',
    asked: { plan: 'tricare-prime', of: 'massage-therapy' },
    kind: 'CONTRADICTION',
    sides: ['tricare-exclusions', ARTICLE],
  },
  {
    on: 'care on the way to Alaska that is no emergency (D4)',
    kind: 'CONTRADICTION',
    sides: ['social-security-act-1862', ARTICLE],
    alike: [['ssa-poms-hi-00620-080'], []],
    asked: {
      plan: 'medicare',
      of: 'medical-care',
      territory: 'CA',
      met: ['travelling-through-canada-to-or-from-alaska'],
      unmet: ['medical-emergency', 'foreign-hospital-closer-than-able-us-hospital'],
    },
  },
  {
    on: 'the Northern Marianas (D5)',
    asked: { plan: 'medicare', of: 'medical-care', territory: 'MP' },
    kind: 'SCOPE',
    sides: ['ssa-poms-hi-00620-080', 'cms-pub-11037'],
    alike: [[], [ARTICLE, 'palmetto-gba-travel-abroad']],
  },
  {
    on: 'what the article lists as outside (D6)',
    asked: { plan: 'medicare', of: 'medical-care', territory: 'MX' },
    kind: 'TERMINOLOGY',
    sides: [ARTICLE, 'cms-pub-11037'],
  },
  { on: 'what is in 97124 (D7)', asked: CODE, kind: 'REFINEMENT', sides: [ARTICLE, ARTICLE] },
  {
    on: 'what petrissage is (D8)',
    asked: { plan: 'original-medicare', of: 'petrissage' },
    kind: 'TERMINOLOGY',
    sides: ['ama-cpt-97124', ARTICLE],
  },
  {
    on: 'the conditions of Medicare Advantage (D9)',
    asked: { plan: 'medicare-advantage', of: 'cpt-97124' },
    kind: 'REFINEMENT',
    sides: [ARTICLE, ARTICLE],
  },
  {
    on: 'how many plans cover massage (D10)',
    asked: { plan: 'medicare-advantage', of: 'massage-therapy' },
    kind: 'CONTRADICTION',
    sides: ['cms-on-new-benefits-2019', 'massagepracticebuilder-270-plans'],
  },
  {
    on: 'whether TRICARE is insurance (D11)',
    asked: { plan: 'tricare-prime', of: 'massage-therapy' },
    kind: 'TERMINOLOGY',
    sides: ['militarytimes-tricare-help', ARTICLE],
  },
  {
    on: 'who prescribes physical therapy under TRICARE (D12)',
    asked: { plan: 'tricare-prime', of: 'physical-therapy' },
    kind: 'VINTAGE',
    sides: ['tricare-policy-manual-7-18-2', 'tricare-policy-manual-7-18-2-april-2021'],
  },
  {
    on: 'the VA and massage (D13)',
    asked: { plan: 'va-health-care', of: 'massage-therapy' },
    kind: 'VINTAGE',
    sides: ['va-northern-arizona-policy-updates', 'bva-0417803'],
  },
  {
    on: 'massage by a chiropractor (D14)',
    asked: { plan: 'original-medicare', of: 'massage-therapy' },
    kind: 'CONTRADICTION',
    sides: ['advertisements-on-chiropractors-massage', 'ngs-chiropractic-services'],
  },
  {
    on: 'whether LCD L35036 is in force (D15)',
    asked: CODE,
    kind: 'CONTRADICTION',
    sides: ['lcd-l35036', 'nia-guideline-rehabilitation-services'],
  },
];

const surfaces = ({ kind, sides: [one, other] }: Known, asked: Ask): boolean =>
  ask(asked).disagreements.some((found) => {
    const sides = found.positions.map(({ sources }) => sources.map(({ slug }) => slug));
    const of = (source: string): number[] => [...sides.keys()].filter((index) => sides[index]?.includes(source));
    return found.kind === kind && of(one).some((a) => of(other).some((b) => a !== b));
  });
const without = (left: readonly string[]): string[] => [...graph.sources.keys()].filter((slug) => !left.includes(slug));

describe.each(KNOWN)('$on', (known) => {
  it('is reported with both sides', () => {
    expect(surfaces(known, { ...known.asked, accordingTo: null })).toBe(true);
  });

  it('is not reported if the source of either side is excluded', () => {
    known.sides.forEach((side, index) => {
      expect(surfaces(known, { ...known.asked, accordingTo: without([side, ...(known.alike?.[index] ?? [])]) })).toBe(
        false,
      );
    });
  });
});

it('services of chiropractors other than moving the spine are not covered, massage by name', () => {
  const answer = ask({
    plan: 'original-medicare',
    of: 'massage-therapy',
    met: ['performed-by-chiropractor'],
    accordingTo: null,
  });
  expect(answer.status).toBe('NOT_COVERED');
  expect(answer.positions.flatMap(({ sources }) => sources.map(({ slug }) => slug))).toContain(
    'ngs-chiropractic-services',
  );
});

/** What each source says on its own: docs/semantics.md, section 5, "Positions". Values by hand. */
import { describe, expect, test } from 'vitest';
import { ask, graphOf } from './world.ts';

const both = ['manual#p', 'summary#p'];
const [manual, summary] = [['manual#p'], ['summary#p']];
type Rules = Parameters<typeof graphOf>[0];

/** Of each position the sources, the status, and what the sources are heard to say. */
const positions = (rules: Rules, question: Parameters<typeof ask>[1] = {}) =>
  ask(graphOf(rules), question).positions.map(({ sources, status, says }) => [
    sources.map(({ slug }) => slug).join(),
    status,
    says,
  ]);
const voices = (rules: Rules, question: Parameters<typeof ask>[1] = {}) =>
  positions(rules, question).map(([sources, status]) => `${String(sources)} ${String(status)}`);

describe('a shorter wording', () => {
  const full = { covered: 'massage', when: { all: ['c1', 'c2'] }, cites: manual };
  test('is a second position of its source', () => {
    expect(positions({ full, short: { covered: 'massage', when: 'c1', restates: 'full', cites: manual } })).toEqual([
      [
        'manual',
        'CONDITIONAL',
        'It depends. Plan covers massage if all of this is true. It must be condition c1. It must be condition c2. If not, our sources do not say.',
      ],
      [
        'manual',
        'CONDITIONAL',
        'It depends. Plan covers massage if it is condition c1. If not, our sources do not say.',
      ],
    ]);
  });
  test('is no position where it does not speak of the place', () => {
    const short = { covered: 'massage', where: { inside: ['CA'] }, restates: 'full', cites: manual };
    expect(voices({ full, short })).toEqual(['manual CONDITIONAL']);
  });
  test('is no second position where the fuller one does not speak: then it speaks anyway', () => {
    const abroad = { ...full, where: { inside: ['CA'] } };
    const short = { covered: 'massage', when: 'c1', restates: 'full', cites: manual };
    expect(voices({ full: abroad, short })).toEqual(['manual CONDITIONAL']);
  });
  test('of two sources that state both is a position of both', () => {
    const short = { covered: 'massage', when: 'c1', restates: 'full', cites: both };
    expect(voices({ full: { ...full, cites: both }, short })).toEqual([
      'manual,summary CONDITIONAL',
      'manual,summary CONDITIONAL',
    ]);
  });
  test('takes the place of all that it restates, also of what that restates', () => {
    const middle = { covered: 'massage', when: 'c2', restates: 'full', cites: manual };
    const short = { covered: 'massage', when: 'c1', restates: 'middle', cites: manual };
    expect(positions({ full, middle, short }).map(([, , says]) => says)).toEqual([
      'It depends. Plan covers massage if all of this is true. It must be condition c1. It must be condition c2. If not, our sources do not say.',
      'It depends. Plan covers massage if it is condition c2. If not, our sources do not say.',
      'It depends. Plan covers massage if it is condition c1. If not, our sources do not say.',
    ]);
  });
});

describe('sources share a position only where all that they say is the same', () => {
  test('the order in which the rules are written makes no difference', () => {
    const graph = graphOf({
      one: { covered: 'massage', when: 'c1', cites: manual },
      two: { covered: 'massage', when: 'c2', cites: manual },
      three: { covered: 'massage', when: 'c2', cites: summary },
      four: { covered: 'massage', when: 'c1', cites: summary },
    });
    expect(ask(graph).positions.map(({ sources }) => sources.length)).toEqual([2]);
  });
  const grant = { covered: 'massage', when: 'c1' } as const;
  const visits = (limit: string) => ({ limits: [{ limit }] });
  const share = (text: string) => ({ costs: [{ share: text }] });
  const asked = (strength: 'REQUIRED' | 'MAY_BE_REQUIRED', dependsOn: string[] = []) => ({
    requires: { c2: { strength, ...(dependsOn.length > 0 ? { dependsOn } : {}) } },
  });
  test.each([
    ['limits', visits('12 visits in 90 days'), visits('20 visits per calendar year')],
    ['costs', share('20% coinsurance'), share('$20 copayment per visit')],
    ['strengths', asked('REQUIRED'), asked('MAY_BE_REQUIRED')],
    ['what a requirement depends on', asked('REQUIRED'), asked('REQUIRED', ['the provider'])],
  ])('not where they differ in %s, and each is heard with its own', (_, ofManual, ofSummary) => {
    const found = positions({
      one: { ...grant, ...ofManual, cites: manual },
      two: { ...grant, ...ofSummary, cites: summary },
    });
    expect(found.map(([sources]) => sources)).toEqual(['manual', 'summary']);
    expect(new Set(found.map(([, , says]) => says)).size).toBe(2);
    expect(
      voices({ one: { ...grant, ...ofManual, cites: manual }, two: { ...grant, ...ofManual, cites: summary } }),
    ).toEqual(['manual,summary CONDITIONAL']);
  });
  test('limits and costs are in the sentence, with their terms', () => {
    const rules: Rules = {
      one: { ...grant, ...visits('12 visits in 90 days'), cites: manual },
      ask: { asks: 'massage', when: 'c2', ...share('20% coinsurance'), cites: manual },
    };
    expect(positions(rules).map(([, , says]) => says)).toEqual([
      'It depends. Plan covers massage if it is condition c1. You pay: 20% coinsurance, if condition c2. If not, our sources do not say. Limit: 12 visits in 90 days.',
    ]);
  });
});

test('a route is closed by what was given only where without it a route is open', () => {
  const route = { covered: 'massage', when: 'c1' } as const;
  expect(ask(graphOf({ route }), { unmet: ['c1'] }).notStated).toBe('ROUTE_CLOSED');
  // The exclusion of the same source limits the grant wherever it acts, so no route was ever open.
  const never = graphOf({ route, no: { excluded: 'massage', when: 'c1' } });
  expect(ask(never).possibleOutcomes).toEqual(['NOT_STATED', 'NOT_COVERED']);
  expect(ask(never, { unmet: ['c1'] }).notStated).toBe('SOURCES_SILENT');
});

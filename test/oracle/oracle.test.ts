/** The oracle on small sets whose answers are worked out by hand; the engine answers each of them too. */
import { afterAll, describe, expect, test } from 'vitest';
import type { DataDocuments, RuleDocument } from '../../src/model/shapes.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { answer, verdictOf } from './compare.ts';
import { nextQuestions } from './next.ts';
import { type Ask, oracle, type Verdict } from './oracle.ts';
import { ask, cites, condition, set, source, type Rules } from './small-sets.ts';

let compared = 0;
afterAll(() => {
  expect(compared).toBeGreaterThan(50);
});
function says(data: DataDocuments, more: Partial<Ask> = {}): Verdict {
  const verdict = oracle(data, ask(more));
  if (!verdict) throw new Error('the facts contradict one another');
  // A set that the integrity constraints of the data refuse is the oracle's alone.
  const { examinable } = buildGraph(data);
  const derived = examinable && answer(examinable, ask(more));
  if (derived) {
    compared++;
    expect(verdictOf(derived)).toEqual(verdict);
  }
  return verdict;
}
const counted = { name: 'Visits', topic: 'LIMIT' as const, counts: 'visits' };

describe('massage left out, but for a therapy program on prescription', () => {
  const prime = set(
    {
      program: {
        out: { excluded: 'massage' },
        program: { covered: 'massage', exceptTo: ['out'], when: { all: ['prescribed', { any: ['pt', 'ot'] }] } },
      },
    },
    { prescribed: condition, pt: condition, ot: condition },
  );

  test.each(['massage', 'kneading', 'cpt-97124'])(
    '%s is conditional, with both pathways and both requirements',
    (subject) => {
      expect(says(prime, { subject })).toEqual({
        status: 'CONDITIONAL',
        best: 'COVERED',
        possibleOutcomes: ['COVERED', 'NOT_COVERED'],
        missing: ['ot', 'prescribed', 'pt'],
        pathways: ['+ot & +prescribed', '+prescribed & +pt'],
        requirements: ['+ot | +pt', '+prescribed'],
      });
    },
  );
  test('the facts settle it, and the requirements of the best outcome stay', () => {
    expect(says(prime, { met: ['prescribed', 'pt'] })).toMatchObject({
      status: 'COVERED',
      missing: [],
      requirements: ['+ot | +pt', '+prescribed'],
    });
    expect(says(prime, { unmet: ['prescribed'] })).toMatchObject({
      status: 'NOT_COVERED',
      pathways: [],
      requirements: ['+ot | +pt', '+prescribed'],
    });
    expect(says(prime, { unmet: ['pt', 'ot'] }).status).toBe('NOT_COVERED');
  });
  test('prescription is asked for first: without it nothing is missing', () => {
    expect(nextQuestions(prime, ask({}), ['ot', 'prescribed', 'pt'])).toEqual(['prescribed']);
  });
  test('a rule on massage does not reach what is broader', () => {
    expect(says(prime, { subject: 'care' }).status).toBe('NOT_STATED');
  });
});

describe('care abroad', () => {
  const abroad = set(
    {
      program: {
        out: { excluded: 'care', where: 'abroad' },
        emergency: {
          covered: 'care',
          quantifier: 'SOME',
          modality: 'MAY',
          exceptTo: ['out'],
          when: { any: ['emergency', 'closer'] },
        },
        canada: { covered: 'care', modality: 'MAY', where: { inside: ['CA'] }, exceptTo: ['out'], when: 'alaska' },
      },
    },
    { emergency: condition, closer: condition, alaska: condition },
  );

  test.each([
    ['CA', ['+alaska', '+closer', '+emergency']],
    ['MX', ['+closer', '+emergency']],
    ['ZZ', ['+alaska', '+closer', '+emergency']],
  ])('in %s the hedged exceptions make it MAY_BE_COVERED', (territory, pathways) => {
    expect(says(abroad, { territory })).toMatchObject({
      status: 'CONDITIONAL',
      possibleOutcomes: ['MAY_BE_COVERED', 'NOT_COVERED'],
      pathways,
    });
  });
  test('at home and in an outlying home territory nothing is said', () => {
    expect([null, 'US', 'US-AK', 'PR'].map((territory) => says(abroad, { territory }).status)).toEqual([
      'NOT_STATED',
      'NOT_STATED',
      'NOT_STATED',
      'NOT_STATED',
    ]);
  });
  test("an exception whose place does not meet its target's speaks nowhere, not even abroad with the country not said", () => {
    const apart = set(
      {
        program: {
          out: { excluded: 'massage' },
          canada: { covered: 'massage', where: { inside: ['CA'] } },
          ordered: { covered: 'massage', when: 'alaska', exceptTo: ['out'] },
          but: { excluded: 'massage', where: { outside: ['CA'] }, exceptTo: ['canada', 'ordered'] },
        },
      },
      { alaska: condition },
    );
    expect(says(apart, { territory: 'ZZ' }).pathways).toEqual(['-alaska']);
    expect(says(apart, { territory: 'CA' }).status).toBe('COVERED');
  });
  test('a territory that is the whole of its parts and has none listed is a place of its own', () => {
    const data = set({ program: { g: { covered: 'massage', where: { inside: ['MX'] } } } });
    data.territories = { ...data.territories, CA: { name: 'Canada', wholeOfParts: true } };
    expect(['CA', 'MX'].map((territory) => says(data, { territory }).status)).toEqual(['NOT_STATED', 'COVERED']);
  });
  test('a grant that names no place speaks of home only, an exclusion that names none of anywhere, and the two are equal in place', () => {
    expect(says(set({ program: { g: { covered: 'massage' } } }), { territory: 'CA' }).status).toBe('NOT_STATED');
    expect(says(set({ program: { x: { excluded: 'massage' } } }), { territory: 'CA' }).status).toBe('NOT_COVERED');
    expect(
      says(set({ program: { g: { covered: 'massage' }, x: { excluded: 'massage', cites: ['statute#p'] } } })).status,
    ).toBe('NOT_COVERED');
    expect(
      says(
        set({
          program: { g: { covered: 'massage' }, x: { excluded: 'massage', where: 'anywhere', cites: ['statute#p'] } },
        }),
      ).status,
    ).toBe('COVERED');
  });
});

describe('each ground of defeat', () => {
  test.each([
    ['1 an exception', { exceptTo: ['x'] }, {}, 'COVERED'],
    ['2 an official rule over a summary', {}, { cites: ['article#p'] }, 'COVERED'],
    [
      '2 not where the official rule is the more general: then both stand',
      { covered: 'care' },
      { cites: ['article#p'] },
      'CONFLICTING',
    ],
    ['4 the more specific in subject', {}, { excluded: 'care' }, 'COVERED'],
    ['4 the more specific in place', { where: { inside: ['US', 'PR'] } }, { cites: ['statute#p'] }, 'COVERED'],
    ['5 the higher authority', { cites: ['statute#p'] }, {}, 'COVERED'],
    ['6 the later of one publisher', { cites: ['late#p'] }, { cites: ['early#p'] }, 'COVERED'],
    ['6 the earlier falls', { cites: ['early#p'] }, { cites: ['late#p'] }, 'NOT_COVERED'],
    ['7 the exclusion limits the grant of one source', {}, {}, 'NOT_COVERED'],
    ['none: two sources of one standing', { cites: ['late#p'] }, { cites: ['other#p'] }, 'CONFLICTING'],
    ['a hedged rule defeats no firm one by its place', { modality: 'MAY' }, { excluded: 'care' }, 'NOT_COVERED'],
    [
      'a hedged exception turns the exclusion into MAY_BE_COVERED',
      { modality: 'MAY', exceptTo: ['x'] },
      {},
      'MAY_BE_COVERED',
    ],
    [
      'a hedged grant with a hedged exclusion',
      { modality: 'MAY', cites: ['late#p'] },
      { modality: 'MAY', cites: ['other#p'] },
      'MAY_BE_COVERED',
    ],
    ['a firm grant with a hedged exclusion', {}, { modality: 'MAY' }, 'MAY_BE_COVERED'],
  ] as [string, Partial<RuleDocument>, Partial<RuleDocument>, string][])('%s', (_, one, other, status) => {
    const data = set({ program: { g: { covered: 'massage', ...one }, x: { excluded: 'massage', ...other } } });
    data.sources['other'] = source('AGENCY_PAGE', { publisher: 'Y', publishedOn: '2024-01-01' });
    expect(says(data).status).toBe(status);
  });
  test('3 a grant that must be taken over defeats an exclusion of the plan and of its members', () => {
    const own: Rules = { x: { excluded: 'massage', cites: ['statute#p'] } },
      original: Rules = { g: { covered: 'massage' } };
    expect(says(set({ original, class: own }), { plan: 'class' }).status).toBe('COVERED');
    expect(says(set({ original, member: own }), { plan: 'member' }).status).toBe('COVERED');
    expect(says(set({ program: own, original: { g: { covered: 'care' } } }), { plan: 'original' }).status).toBe(
      'NOT_COVERED',
    );
  });
});

describe('grants taken over', () => {
  test('one that is out there does not flow, nor does an exclusion', () => {
    const data = set({ original: { g: { covered: 'massage' }, x: { excluded: 'massage' } } });
    expect(says(data, { plan: 'original' }).status).toBe('NOT_COVERED');
    expect(says(data, { plan: 'class' }).status).toBe('NOT_STATED');
  });
  test('a contested grant is taken over together with the exclusion that contests it', () => {
    const data = set({
      original: { g: { covered: 'massage', cites: ['late#p'] }, x: { excluded: 'massage', cites: ['other#p'] } },
    });
    data.sources['other'] = source('AGENCY_PAGE');
    expect(['original', 'class', 'member'].map((plan) => says(data, { plan }).status)).toEqual([
      'CONFLICTING',
      'CONFLICTING',
      'CONFLICTING',
    ]);
  });
  test('what two plans give is compared by every ground, what one plan gives is not', () => {
    const data = set({
      original: { g: { covered: 'massage', cites: ['late#p'] }, x: { excluded: 'massage', cites: ['other#p'] } },
    });
    data.sources['other'] = source('AGENCY_PAGE');
    data.plans['second'] = {
      name: 'Second',
      within: 'program',
      rules: { g: { covered: 'massage', cites: ['statute#p'] } },
    };
    const takes = { takes: 'GRANTS_ONLY' as const };
    data.plans['class'] = { name: 'Class', within: 'program', takesRulesFrom: { original: takes } };
    expect(says(data, { plan: 'class' }).status).toBe('CONFLICTING');
    data.plans['class'].takesRulesFrom = { original: takes, second: takes };
    expect(says(data, { plan: 'class' }).status).toBe('COVERED');
  });
  test('what the other plan takes over in turn does not flow', () => {
    expect(says(set({ program: { g: { covered: 'massage' } } }), { plan: 'class' }).status).toBe('NOT_STATED');
  });
});

describe('restating and unless', () => {
  const data = set(
    {
      program: {
        full: { covered: 'massage', when: { all: ['a', 'b'] }, cites: ['statute#p'] },
        short: { covered: 'massage', when: 'a', restates: 'full', cites: ['article#p'] },
        but: { excluded: 'massage', when: 'c', exceptTo: ['full'], cites: ['article#p'], reading: 'So.' },
      },
    },
    { a: condition, b: condition, c: condition },
  );
  test('a restating rule speaks only where the fuller one is not heard, and its exceptions with it', () => {
    expect(says(data).pathways).toEqual(['+a & +b & -c']);
    expect(says(data, { accordingTo: ['article'] })).toMatchObject({
      possibleOutcomes: ['COVERED', 'NOT_STATED', 'NOT_COVERED'],
      best: 'COVERED',
    });
    expect(says(data, { accordingTo: ['article'], met: ['a'] }).pathways).toEqual(['-b', '-c']);
  });
  test('a chain of exceptions is the nested unless, on every assignment', () => {
    const chain = set(
      {
        program: {
          e: { excluded: 'massage' },
          x: { covered: 'massage', when: 'a', exceptTo: ['e'] },
          y: { excluded: 'massage', when: 'b', exceptTo: ['x'] },
          z: { covered: 'massage', when: 'c', exceptTo: ['y'] },
        },
      },
      { a: condition, b: condition, c: condition },
    );
    for (const facts of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const [a, b, c] = [1, 2, 4].map((bit) => (facts & bit) !== 0);
      const met = ['a', 'b', 'c'].filter((_, i) => (facts & (1 << i)) !== 0);
      expect(
        says(chain, { met, unmet: ['a', 'b', 'c'].filter((each) => !met.includes(each)) }).status,
        met.join(),
      ).toBe(a && !(b && !c) ? 'COVERED' : 'NOT_COVERED');
    }
  });
});

describe('facts', () => {
  test('counts are intervals between the bounds named', () => {
    const data = set(
      {
        program: {
          g: { covered: 'massage', when: { all: ['ordered', { condition: 'visits', atLeast: 2, atMost: 11 }] } },
          x: { excluded: 'massage', when: { condition: 'visits', atLeast: 12 } },
        },
      },
      { ordered: condition, visits: counted },
    );
    expect(says(data)).toMatchObject({
      possibleOutcomes: ['COVERED', 'NOT_STATED', 'NOT_COVERED'],
      missing: ['ordered', 'visits'],
      pathways: ['+ordered & visits<=11 & visits>=2'],
      requirements: ['+ordered', 'visits<=11', 'visits>=2'],
    });
    expect(says(data, { counts: { visits: 12 } }).status).toBe('NOT_COVERED');
  });
  test('p or not p is settled', () => {
    expect(
      says(set({ program: { g: { covered: 'massage', when: { any: ['a', { none: ['a'] }] } } } }, { a: condition })),
    ).toMatchObject({ status: 'COVERED', missing: [] });
  });
  test('implication through a condition that no rule names leaves the weaker pathway, and contradictions are found', () => {
    const linked = set(
      { program: { g: { covered: 'massage', when: { any: ['a', 'c'] } } } },
      {
        a: { ...condition, implies: { b: cites } },
        b: { ...condition, implies: { c: cites } },
        c: condition,
        d: { ...condition, excludes: { b: cites } },
      },
    );
    expect(says(linked).pathways).toEqual(['+c']);
    expect(says(linked, { met: ['b'] }).status).toBe('COVERED');
    expect(oracle(linked, ask({ met: ['d', 'a'] }))).toBeNull();
    expect(oracle(linked, ask({ met: ['a'], unmet: ['c'] }))).toBeNull();
  });
});

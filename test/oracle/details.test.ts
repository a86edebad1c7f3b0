/** What the oracle says besides the verdict, on small sets and on the curated data, with values worked out by hand. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { DataDocuments, RuleDocument } from '../../src/model/shapes.ts';
import { DocumentReader } from '../../src/store/documents.ts';
import { diskIn } from '../../src/store/files.ts';
import { contradictingSources, details, oracle, type Ask, type Details, type ShownDuty } from './oracle.ts';
import { ask, condition, conditionsOf, set, source, type Rules } from './small-sets.ts';

function detailsOf(data: DataDocuments, more: Partial<Ask> = {}): Details {
  const found = details(data, ask(more));
  if (found === null) throw new Error('the facts contradict one another');
  return found;
}
/** Each duty in a line; one that says on what it depends ends with a question mark. */
const lines = (duties: readonly ShownDuty[]): string[] =>
  duties.map(({ anyOf, strength, isPlain }) => `${anyOf} ${strength}${isPlain ? '' : '?'}`);
const verdicts = ({ formalities }: Details): Record<string, string> =>
  Object.fromEntries(
    formalities.filter(({ status }) => status !== 'NOT_STATED').map((each) => [each.topic, each.status]),
  );
const conditions = {
  ...conditionsOf({
    order: 'ORDER',
    authorization: 'AUTHORIZATION',
    referral: 'REFERRAL',
    network: 'NETWORK',
    family: 'PROGRAM',
    program: 'PROGRAM',
  }),
  'doctor-order': { ...condition, implies: { order: ['manual#p'] } },
};
const required = (...slugs: string[]): Pick<RuleDocument, 'requires'> => ({
  requires: Object.fromEntries(slugs.map((slug) => [slug, { strength: 'REQUIRED' as const }])),
});
const notRequired = (slug: string): Pick<RuleDocument, 'requires'> => ({
  requires: { [slug]: { strength: 'NOT_REQUIRED' } },
});

describe('rules that ask', () => {
  test('ask wherever the care or narrower care is covered, and say nothing where nothing is granted', () => {
    const data = set(
      { program: { g: { covered: 'massage' }, a: { asks: 'care', ...required('referral') } } },
      conditions,
    );
    expect(lines(detailsOf(data).onceCovered)).toEqual(['+referral REQUIRED']);
    expect(oracle(data, ask({ subject: 'dental' }))?.status).toBe('NOT_STATED');
    expect(detailsOf(data, { subject: 'dental' })).toMatchObject({ onceCovered: [], formalities: [] });
  });
  test('are no rule that a source makes of coverage', () => {
    const data = set({ program: { a: { asks: 'massage', from: '2027-01-01', ...required('referral') } } }, conditions);
    expect(detailsOf(data).notStated).toBe('OUTSIDE_WHAT_IS_CLAIMED');
  });
  test('ask at home where they name no place, also of a grant for care anywhere', () => {
    const data = set(
      { program: { g: { covered: 'massage', where: 'anywhere' }, a: { asks: 'massage', ...required('referral') } } },
      conditions,
    );
    expect(lines(detailsOf(data).onceCovered)).toEqual(['+referral REQUIRED']);
    expect(lines(detailsOf(data, { territory: 'CA' }).onceCovered)).toEqual([]);
  });
  test('reach every plan within their own, and stay behind where only grants are taken over', () => {
    const data = set(
      {
        program: { a: { asks: 'care', ...required('referral') } },
        original: { g: { covered: 'massage' }, a: { asks: 'massage', ...required('authorization') } },
      },
      conditions,
    );
    expect(lines(detailsOf(data, { plan: 'original' }).onceCovered)).toEqual([
      '+authorization REQUIRED',
      '+referral REQUIRED',
    ]);
    expect(lines(detailsOf(data, { plan: 'member' }).onceCovered)).toEqual(['+referral REQUIRED']);
  });
  test('ask on the routes that leave their condition possible, and say on what it depends', () => {
    const data = set(
      {
        program: {
          g: { covered: 'massage', when: { any: ['program', { none: ['family'] }] } },
          a: { asks: 'massage', when: 'family', ...required('referral'), costs: [{ share: '20% coinsurance' }] },
        },
      },
      conditions,
    );
    const { routes, onceCovered, costs } = detailsOf(data);
    expect(routes.map(({ facts, duties, costs: own }) => [facts, lines(duties), own])).toEqual([
      ['+program', ['+referral REQUIRED?'], ['20% coinsurance ; +family']],
      ['-family', [], []],
    ]);
    expect(lines(onceCovered)).toEqual(['+referral REQUIRED?']);
    expect(costs).toEqual(['20% coinsurance ; +family']);
    expect(lines(detailsOf(data, { met: ['family'] }).onceCovered)).toEqual(['+referral REQUIRED']);
    expect(detailsOf(data, { unmet: ['family'] })).toMatchObject({ onceCovered: [], costs: [] });
  });
});

describe('what a link asks', () => {
  const link = { requires: { referral: { strength: 'PLAN_RULES_APPLY' as const } }, cites: ['statute#p'] };
  test('goes with each grant that is taken over, and with no other', () => {
    const data = set(
      { original: { g: { covered: 'massage' } }, class: { g: { covered: 'dental' } } },
      conditions,
      link,
    );
    expect(lines(detailsOf(data, { plan: 'member' }).onceCovered)).toEqual(['+referral PLAN_RULES_APPLY']);
    expect(lines(detailsOf(data, { plan: 'member', subject: 'dental' }).onceCovered)).toEqual([]);
    expect(lines(detailsOf(data, { plan: 'original' }).onceCovered)).toEqual([]);
  });
  test('gives way to what the plan itself says, and is shown where its source is heard', () => {
    const data = set(
      { original: { g: { covered: 'massage' } }, member: { a: { asks: 'massage', ...notRequired('referral') } } },
      conditions,
      link,
    );
    expect(detailsOf(data, { plan: 'class' }).onceCovered).toHaveLength(1);
    expect(detailsOf(data, { plan: 'member' }).onceCovered).toEqual([]);
    expect(verdicts(detailsOf(data, { plan: 'member' }))).toEqual({ REFERRAL: 'NOT_REQUIRED' });
    expect(detailsOf(data, { plan: 'class', accordingTo: ['manual'] }).onceCovered).toEqual([]);
  });
});

test('what a link asks is broader than a row of the plan, and on the same care as the grants that it takes over', () => {
  const link = { requires: { referral: { strength: 'PLAN_RULES_APPLY' as const } }, cites: ['statute#p'] };
  const row = { asks: 'care', ...required('referral') };
  const data = set({ original: { g: { covered: 'massage' } }, member: { row } }, conditions, link);
  expect(lines(detailsOf(data, { plan: 'member' }).onceCovered)).toEqual(['+referral REQUIRED']);
  const granted = set({ original: { g: { covered: 'massage', ...notRequired('referral') } } }, conditions, link);
  expect(lines(detailsOf(granted, { plan: 'member' }).onceCovered)).toEqual(['+referral PLAN_RULES_APPLY']);
});

describe('different things said of one condition', () => {
  const shown = (one: Partial<RuleDocument>, other: Partial<RuleDocument>): string[] => {
    const data = set(
      {
        program: {
          g: { covered: 'massage' },
          one: { asks: 'massage', ...required('referral'), ...one },
          other: { asks: 'massage', ...notRequired('referral'), ...other },
        },
      },
      conditions,
    );
    data.sources['other'] = source('AGENCY_PAGE');
    return [...lines(detailsOf(data).onceCovered), detailsOf(data).formalities[2]?.status ?? ''];
  };
  test.each([
    ['2 an official source over a summary', {}, { cites: ['article#p'] }, ['+referral REQUIRED', 'REQUIRED']],
    [
      '2 not for a more specific sentence of a summary',
      { asks: 'care' },
      { cites: ['article#p'] },
      ['+referral REQUIRED', 'REQUIRED'],
    ],
    ['4 the more specific', { asks: 'care', cites: ['statute#p'] }, {}, ['NOT_REQUIRED']],
    ['5 the higher authority', {}, { cites: ['statute#p'] }, ['NOT_REQUIRED']],
    ['6 the later', { cites: ['early#p'] }, { cites: ['late#p'] }, ['NOT_REQUIRED']],
    ['none: both are shown', { cites: ['late#p'] }, { cites: ['other#p'] }, ['+referral REQUIRED', 'REQUIRED']],
    [
      'none of a hedged one over a firm one',
      { asks: 'care' },
      { quantifier: 'SOME' },
      ['+referral REQUIRED', 'REQUIRED'],
    ],
    [
      'in the cases of the more specific one alone',
      { asks: 'care' },
      { when: 'family' },
      ['+referral REQUIRED', 'REQUIRED'],
    ],
  ] as [string, Partial<RuleDocument>, Partial<RuleDocument>, string[]][])('ground %s', (_, one, other, expected) => {
    expect(shown(one, other)).toEqual(expected);
  });
  test('what some plans of a class require, one of them may require', () => {
    const data = set({ class: { g: { covered: 'massage', quantifier: 'SOME', ...required('referral') } } }, conditions);
    expect(lines(detailsOf(data, { plan: 'class' }).onceCovered)).toEqual(['+referral REQUIRED']);
    expect(lines(detailsOf(data, { plan: 'member' }).onceCovered)).toEqual(['+referral MAY_BE_REQUIRED']);
  });
});

describe('routes', () => {
  const data = set(
    {
      program: {
        g: {
          covered: 'massage',
          when: { all: ['program', 'order'] },
          ...required('authorization'),
          limits: [{ limit: '12 visits in 90 days' }],
        },
        h: { covered: 'massage', modality: 'MAY', when: 'family', ...required('referral') },
      },
    },
    conditions,
  );
  test('come with the best outcome first, each with what its own grants ask', () => {
    const { routes, onceCovered, limits } = detailsOf(data);
    expect(routes.map(({ outcome, facts, duties, limits: own }) => [outcome, facts, lines(duties), own])).toEqual([
      ['COVERED', '+order & +program', ['+authorization REQUIRED'], ['12 visits in 90 days']],
      ['MAY_BE_COVERED', '+family', ['+referral REQUIRED'], []],
    ]);
    expect(lines(onceCovered)).toEqual(['+authorization REQUIRED']);
    expect(limits).toEqual(['12 visits in 90 days']);
  });
  test('drop what is given', () => {
    const given = detailsOf(data, { met: ['order', 'authorization'] });
    expect(given.routes.map(({ facts, duties }) => [facts, lines(duties)])).toEqual([
      ['+program', []],
      ['+family', ['+referral REQUIRED']],
    ]);
    expect(lines(given.onceCovered)).toEqual(['+authorization REQUIRED']);
    expect(verdicts(given)).toEqual({ ORDER: 'MET', AUTHORIZATION: 'MET', REFERRAL: 'MAY_BE_REQUIRED' });
  });
  test('a limit of one of two grants is shown with its terms', () => {
    const two = set(
      {
        program: {
          g: { covered: 'massage', when: 'program', limits: [{ limit: '$250,000' }] },
          h: { covered: 'massage', when: 'family', ...required('referral') },
        },
      },
      conditions,
    );
    const { limits, onceCovered } = detailsOf(two);
    expect(limits).toEqual(['$250,000 ; +program']);
    expect(lines(onceCovered)).toEqual(['+referral REQUIRED?']);
    expect(detailsOf(two, { unmet: ['program'] }).limits).toEqual([]);
    expect(detailsOf(two, { unmet: ['family'] }).limits).toEqual(['$250,000']);
  });
});

describe('what is also stated', () => {
  const official = { covered: 'massage', when: 'program' };
  const summary = {
    covered: 'massage',
    when: { all: ['program', 'order'] },
    cites: ['article#p'],
    ...required('authorization'),
  };
  test('is what a source that was outranked asks for by itself', () => {
    const data = set({ program: { g: official, s: summary } }, conditions);
    const found = detailsOf(data);
    expect(found.onceCovered).toEqual([]);
    expect(lines(found.alsoStated)).toEqual(['+order REQUIRED', '+authorization REQUIRED']);
    expect(verdicts(found)).toEqual({ ORDER: 'REQUIRED', AUTHORIZATION: 'REQUIRED' });
    expect(detailsOf(data, { unmet: ['order'] }).alsoStated).toEqual(found.alsoStated);
  });
  test('leaves out what another list implies, what cannot hold with it, and what loses to NOT_REQUIRED', () => {
    const out = { x: { excluded: 'massage' } };
    const ordered = { ...official, exceptTo: ['x'], when: { all: ['program', 'doctor-order'] } };
    const implied = set({ program: { ...out, g: ordered, s: summary } }, conditions);
    expect(lines(detailsOf(implied).alsoStated)).toEqual(['+authorization REQUIRED']);
    const apart = { ...conditions, order: { ...condition, excludes: { program: ['manual#p'] } } };
    const other = { ...summary, when: 'order' };
    const excepted = { ...official, exceptTo: ['x'] };
    const both = set({ program: { ...out, g: excepted, s: other } }, apart);
    expect(lines(detailsOf(both).alsoStated)).toEqual(['+authorization REQUIRED']);
    const lost = set({ program: { g: { ...official, ...notRequired('authorization') }, s: summary } }, conditions);
    expect(lines(detailsOf(lost).alsoStated)).toEqual(['+order REQUIRED']);
    expect(verdicts(detailsOf(lost))).toEqual({ ORDER: 'REQUIRED', AUTHORIZATION: 'NOT_REQUIRED' });
  });
  test('is nothing where coverage is no longer possible', () => {
    const data = set({ program: { g: official, s: summary } }, conditions);
    expect(detailsOf(data, { unmet: ['program'] })).toMatchObject({ alsoStated: [], formalities: [], routes: [] });
  });
});

describe('formalities', () => {
  test('a price is a share of the costs, and no charge is none', () => {
    const priced = (share: string, more: Partial<RuleDocument> = {}): Record<string, string> =>
      verdicts(
        detailsOf(
          set(
            { program: { g: { covered: 'massage' }, a: { asks: 'massage', costs: [{ share }], ...more } } },
            conditions,
          ),
        ),
      );
    expect(priced('20% coinsurance')).toEqual({ COST_SHARING: 'REQUIRED' });
    expect(priced('no charge')).toEqual({ COST_SHARING: 'NOT_REQUIRED' });
    expect(priced('no charge', { when: 'family' })).toEqual({});
  });
  test('what only some routes ask may be required, and what only some give free is not shown as free', () => {
    const two = (more: Partial<RuleDocument>): Record<string, string> =>
      verdicts(
        detailsOf(
          set(
            {
              program: {
                g: { covered: 'massage', when: 'program', ...more },
                h: { covered: 'massage', when: 'family' },
              },
            },
            conditions,
          ),
        ),
      );
    expect(two(required('referral'))).toEqual({ REFERRAL: 'MAY_BE_REQUIRED' });
    expect(two({ costs: [{ share: '20% coinsurance' }] })).toEqual({ COST_SHARING: 'MAY_BE_REQUIRED' });
    expect(two({ costs: [{ share: 'no charge' }] })).toEqual({});
  });
  test('one alternative of two is enough', () => {
    const data = set({ program: { g: { covered: 'massage', when: { any: ['order', 'doctor-order'] } } } }, conditions);
    expect(verdicts(detailsOf(data, { met: ['doctor-order'] }))).toEqual({ ORDER: 'MET' });
    expect(verdicts(detailsOf(data))).toEqual({ ORDER: 'REQUIRED' });
  });
});

describe('why nothing is stated', () => {
  test.each([
    [
      'ROUTE_CLOSED',
      { g: { covered: 'massage', when: 'order' }, x: { covered: 'massage', from: '2027-01-01' } },
      { unmet: ['order'] },
    ],
    [
      'OTHER_DAYS',
      { x: { excluded: 'care', from: '2027-01-01' }, y: { covered: 'massage', cites: ['statute#p'] } },
      { accordingTo: ['manual'] },
    ],
    [
      'SOURCES_LEFT_OUT_BY_ASKER',
      { g: { covered: 'care', cites: ['statute#p'] }, x: { covered: 'massage', where: 'abroad' } },
      { accordingTo: ['manual'] },
    ],
    ['PLACE_NOT_ADDRESSED', { x: { covered: 'massage', where: 'abroad' } }, {}],
    ['OUTSIDE_WHAT_IS_CLAIMED', { x: { covered: 'care', where: 'abroad' } }, {}],
    ['PLACE_NOT_ADDRESSED', { x: { covered: 'care' } }, { territory: 'CA' }],
    ['NO_SOURCE_READ_FOR_PLAN', {}, {}],
  ] as [string, Rules, Partial<Ask>][])('%s', (reason, program, more) => {
    expect(detailsOf(set({ program }, conditions), more).notStated).toBe(reason);
  });
});

test('sources stand together only where they require, limit and charge the same', () => {
  const rule = (cites: string[], more: Partial<RuleDocument> = {}) => ({ covered: 'massage', cites, ...more });
  const data = set(
    {
      program: {
        a: rule(['manual#p'], required('referral')),
        b: rule(['statute#p'], required('referral')),
        c: rule(['late#p'], notRequired('authorization')),
        d: rule(['early#p'], { limits: [{ limit: '$250,000' }] }),
      },
    },
    conditions,
  );
  expect(detailsOf(data).positions.map(({ sources }) => sources)).toEqual([['statute', 'manual'], ['early'], ['late']]);
});

describe('two sources contradict one another', () => {
  const pairs = (plan: string, rules: Parameters<typeof set>[0], subject = 'massage'): string[] =>
    contradictingSources(set(rules, conditions), ask({ plan, subject }));
  const grant = { covered: 'massage', cites: ['late#p'] };
  const exclusion = { excluded: 'massage', cites: ['manual#p'] };
  test('where on some facts one grants what the other excludes', () => {
    expect(pairs('program', { program: { grant, exclusion } })).toEqual(['late and manual']);
    expect(pairs('program', { program: { grant: { ...grant, when: 'order' }, exclusion } })).toEqual([
      'late and manual',
    ]);
    expect(
      pairs('program', {
        program: { grant: { ...grant, when: 'order' }, exclusion: { ...exclusion, when: { none: ['order'] } } },
      }),
    ).toEqual([]);
  });
  test('not where the one is an exception to the other, unless it is so in our reading alone', () => {
    const exception = { ...grant, exceptTo: ['exclusion'] };
    expect(pairs('program', { program: { grant: exception, exclusion } })).toEqual([]);
    expect(pairs('program', { program: { grant: { ...exception, reading: 'So.' }, exclusion } })).toEqual([
      'late and manual',
    ]);
  });
  test('not where some plans of a class cover it and one plan does not', () => {
    const some = { ...grant, quantifier: 'SOME' as const };
    expect(pairs('member', { class: { some }, member: { exclusion } })).toEqual([]);
    expect(pairs('class', { class: { some, exclusion } })).toEqual(['late and manual']);
  });
  test('not where most care is covered and one kind is not', () => {
    const most = { covered: 'care', extent: 'MOST' as const, cites: ['late#p'] };
    expect(pairs('program', { program: { most, exclusion } })).toEqual([]);
    expect(pairs('program', { program: { most, exclusion: { ...exclusion, excluded: 'care' } } }, 'care')).toEqual([
      'late and manual',
    ]);
  });
});

describe('restating', () => {
  test('a rule that restates two is silent where either of them is in view', () => {
    const data = set(
      {
        program: {
          f: { covered: 'massage', when: 'order', cites: ['statute#p'] },
          g: { covered: 'massage', when: 'family', cites: ['late#p'] },
          s: { covered: 'massage', restates: ['f', 'g'] },
        },
      },
      conditions,
    );
    const pathways = (accordingTo: string[]): string[] | undefined => oracle(data, ask({ accordingTo }))?.pathways;
    expect(pathways(['manual', 'statute'])).toEqual(['+order']);
    expect(pathways(['manual', 'late'])).toEqual(['+family']);
    expect(pathways(['manual'])).toEqual(['']);
  });
});

describe('the curated data', () => {
  const reader = new DocumentReader(diskIn(['data']));
  const on = '2026-11-30';
  const article = 'medicare-massage-article';
  beforeAll(() => reader.readFolder('data'));

  test('TRICARE Prime and massage: the article asks for a prescription, prior authorization and cost sharing', () => {
    const found = detailsOf(reader.documents, { plan: 'tricare-prime', subject: 'massage-therapy', on });
    const ofArticle = found.alsoStated.filter(({ sources }) => sources.includes(article));
    expect(lines(ofArticle)).toEqual([
      '+prescribed REQUIRED',
      '+prior-authorization MAY_BE_REQUIRED?',
      '+cost-sharing MAY_BE_REQUIRED?',
    ]);
    expect(verdicts(found)).toMatchObject({
      ORDER: 'REQUIRED',
      AUTHORIZATION: 'MAY_BE_REQUIRED',
      COST_SHARING: 'MAY_BE_REQUIRED',
    });
  });
  test("TRICARE Prime and massage by the article alone: its two duties are the answer's own", () => {
    const found = detailsOf(reader.documents, {
      plan: 'tricare-prime',
      subject: 'massage-therapy',
      on,
      accordingTo: [article],
    });
    expect(lines(found.onceCovered)).toEqual([
      '+cost-sharing MAY_BE_REQUIRED?',
      '+prior-authorization MAY_BE_REQUIRED?',
    ]);
    expect(found.alsoStated).toEqual([]);
    expect(found.routes.map(({ facts }) => facts)).toEqual([
      '+part-of-occupational-therapy-program & +prescribed',
      '+part-of-physical-therapy-program & +prescribed',
    ]);
  });
  test("Medicare Advantage and 97124: the article's five duties, its prescription, CMS's order", () => {
    const found = detailsOf(reader.documents, { plan: 'medicare-advantage', subject: 'cpt-97124', on });
    const shown = lines([...found.onceCovered, ...found.alsoStated]);
    const duties = [
      'prior-authorization',
      'referral',
      'in-network-provider',
      'cost-sharing',
      'supporting-documentation',
    ];
    expect(shown).toEqual(expect.arrayContaining(duties.map((duty) => `+${duty} PLAN_RULES_APPLY`)));
    expect(lines(found.alsoStated)).toEqual(
      expect.arrayContaining([
        '+prescribed-by-doctor REQUIRED',
        '+ordered-by-medical-professional | +prescribed-by-doctor REQUIRED',
      ]),
    );
  });
  test('Medicare Advantage and 97124 by the article alone: five duties by the rules of the plan', () => {
    const asked = { plan: 'medicare-advantage', subject: 'cpt-97124', on, accordingTo: [article] };
    expect(detailsOf(reader.documents, asked).onceCovered.map(({ strength }) => strength)).toEqual(
      Array(5).fill('PLAN_RULES_APPLY'),
    );
    expect(detailsOf(reader.documents, { ...asked, unmet: ['prescribed-by-doctor'] }).notStated).toBe('ROUTE_CLOSED');
    expect(detailsOf(reader.documents, { ...asked, territory: 'CA' }).notStated).toBe('PLACE_NOT_ADDRESSED');
  });
});

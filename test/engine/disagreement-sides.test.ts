/** One disagreement with all its sides, wherever it is shown: docs/semantics.md, section 5. Values by hand. */
import { describe, expect, test } from 'vitest';
import { allDisagreements, disagreementOfKey } from '../../src/engine/disagreement-index.ts';
import type { Disagreement } from '../../src/engine/determination.ts';
import type { PlanDocument } from '../../src/model/shapes.ts';
import { ask, graphOf } from './world.ts';

const DAY = '2026-11-23';
const cites = ['manual#p'];
const home = { territories: ['US'], cites };
const byManual = { cites: ['manual#p'] };
const bySummary = { cites: ['summary#p'] };

const keys = (all: readonly Disagreement[]) => all.map(({ key }) => key);
const sides = ({ positions }: Disagreement) =>
  positions.map(({ sources, status, says }) => [sources.map(({ slug }) => slug).join(), status, says]);

const CONFLICT = { yes: { covered: 'care', when: 'c1', ...byManual }, no: { excluded: 'care', ...bySummary } } as const;
const MEMBERS: Record<string, PlanDocument> = {
  member: { name: 'Member', cites, home, within: 'plan' },
  apart: { name: 'Apart', cites, home, rules: { in: { covered: 'care', cites } } },
};

describe('one disagreement', () => {
  const graph = graphOf(CONFLICT, {}, MEMBERS);
  test('belongs to the plan and the subject nearest to its rules, and is listed once', () => {
    expect(keys(allDisagreements(graph, DAY))).toEqual(['CONTRADICTION plan care']);
  });
  test.each([
    ['the plan and the subject themselves', { of: 'care' }],
    ['a narrower subject', { of: 'massage' }],
    ['a plan that takes the rules over', { plan: 'member' }],
    ['facts that leave one side silent', { unmet: ['c1'] }],
    ['facts that settle the answer', { met: ['c1'] }],
  ])('has one id and the same sides for %s', (_, question) => {
    const { disagreements } = ask(graph, question);
    expect(keys(disagreements)).toEqual(['CONTRADICTION plan care']);
    expect(disagreements.map(sides)).toEqual([
      [
        [
          'manual',
          'CONDITIONAL',
          'It depends. Plan covers care if it is condition c1. If not, our sources do not say.',
        ],
        ['summary', 'NOT_COVERED', 'Plan does not cover care.'],
      ],
    ]);
    expect(disagreementOfKey(graph, 'CONTRADICTION plan care', DAY)).toEqual(disagreements[0]);
  });
  test('is shown in no answer that none of its rules reaches, and in none without one of its sides', () => {
    expect(ask(graph, { plan: 'apart' }).disagreements).toEqual([]);
    expect(ask(graph, { accordingTo: ['manual'] }).disagreements).toEqual([]);
    expect(ask(graph, { accordingTo: ['summary'] }).disagreements).toEqual([]);
    // Abroad only the exclusion applies.
    expect(ask(graph, { territory: 'CA' }).disagreements).toEqual([]);
  });
  test('does not go away where a rule of the smaller plan decides', () => {
    const decided = graphOf(
      CONFLICT,
      {},
      {
        ...MEMBERS,
        member: { name: 'Member', cites, home, within: 'plan', rules: { own: { covered: 'massage', cites } } },
      },
    );
    expect(ask(decided, { plan: 'member' }).status).toBe('COVERED');
    expect(keys(ask(decided, { plan: 'member' }).disagreements)).toContain('CONTRADICTION plan care');
  });
  test('of a broad rule and a narrow one belongs to where they meet, not to the broad subject', () => {
    const met = graphOf({ yes: { covered: 'care', ...byManual }, no: { excluded: 'massage', ...bySummary } });
    expect(keys(allDisagreements(met, DAY))).toEqual(['SCOPE plan massage']);
    expect(ask(met, { of: 'care' }).disagreements).toEqual([]);
    expect(keys(ask(met).disagreements)).toEqual(['SCOPE plan massage']);
  });
  test('abroad is one with that at home, and says where', () => {
    const abroad = graphOf({
      yes: { covered: 'care', where: { inside: ['CA'] }, ...byManual },
      no: { excluded: 'care', ...bySummary },
    });
    const [found] = ask(abroad, { territory: 'CA' }).disagreements;
    expect(found?.title).toBe('Does Plan cover care in Canada?');
    expect(found?.about.map(({ slug }) => slug)).toEqual(['plan', 'care', 'ca']);
    expect(ask(abroad).disagreements).toEqual([]);
  });
});

describe('a hedge', () => {
  const some = { covered: 'care', quantifier: 'SOME', ...byManual } as const;
  const member = (rules: PlanDocument['rules']): Record<string, PlanDocument> => ({
    member: { name: 'Member', cites: ['summary#p'], home, within: 'plan', ...(rules ? { rules } : {}) },
  });
  test('by quantifier disagrees with nothing on a plan within the class', () => {
    const graph = graphOf({ some }, {}, member({ no: { excluded: 'care', ...bySummary } }));
    expect(allDisagreements(graph, DAY)).toEqual([]);
    const firm = graphOf(
      { all: { ...some, quantifier: 'ALL' } },
      {},
      member({ no: { excluded: 'care', ...bySummary } }),
    );
    expect(keys(allDisagreements(firm, DAY))).toEqual(['CONTRADICTION member care']);
  });
  test('by extent disagrees with nothing on a narrower subject', () => {
    const most = { covered: 'care', extent: 'MOST', ...byManual } as const;
    expect(allDisagreements(graphOf({ most, no: { excluded: 'massage', ...bySummary } }), DAY)).toEqual([]);
    expect(keys(allDisagreements(graphOf({ most, no: { excluded: 'care', ...bySummary } }), DAY))).toEqual([
      'CONTRADICTION plan care',
    ]);
  });
  test('does not hide a firm grant of the same source', () => {
    const graph = graphOf(
      { some: { ...some, covered: 'massage' }, all: { covered: 'care', ...byManual } },
      {},
      member({ no: { excluded: 'massage', ...bySummary } }),
    );
    expect(keys(allDisagreements(graph, DAY))).toEqual(['CONTRADICTION member massage']);
  });
});

describe('what is asked of covered care', () => {
  const conditions = { c3: { topic: 'AUTHORIZATION' } } as const;
  const asks = (strength: 'REQUIRED' | 'NOT_REQUIRED' | 'MAY_BE_REQUIRED') => ({ requires: { c3: { strength } } });
  const grant = { covered: 'massage', ...byManual } as const;
  const one = { asks: 'massage', ...asks('REQUIRED'), ...byManual } as const;
  test('disagrees where one source denies what another asks for and neither loses', () => {
    const graph = graphOf({ grant, one, other: { ...one, ...asks('NOT_REQUIRED') } }, conditions);
    const [found, ...more] = ask(graph).disagreements;
    expect(more).toEqual([]);
    expect([found?.key, found?.title]).toEqual([
      'CONTRADICTION plan massage c3',
      'Does Plan require condition c3 for massage?',
    ]);
    expect(found && sides(found)).toEqual([
      ['manual', null, 'Plan: condition c3 is not required for massage.'],
      ['manual', null, 'Plan: condition c3 is required for massage.'],
    ]);
    expect(keys(allDisagreements(graph, DAY))).toEqual(['CONTRADICTION plan massage c3']);
  });
  test('does not where one loses, or where neither denies it', () => {
    // Ground 2: the manual's word wins over the summary's.
    const loses = graphOf({ grant, one, other: { ...one, ...asks('NOT_REQUIRED'), ...bySummary } }, conditions);
    expect(allDisagreements(loses, DAY)).toEqual([]);
    const weaker = graphOf({ grant, one, other: { ...one, ...asks('MAY_BE_REQUIRED') } }, conditions);
    expect(allDisagreements(weaker, DAY)).toEqual([]);
  });
});

test('a disagreement of coverage and one of what is asked share a title with no other and both are shown', () => {
  const graph = graphOf(
    {
      ...CONFLICT,
      one: { asks: 'care', requires: { c3: { strength: 'REQUIRED' } }, ...byManual },
      other: { asks: 'care', requires: { c3: { strength: 'NOT_REQUIRED' } }, ...byManual },
    },
    { c3: { topic: 'AUTHORIZATION' } },
  );
  expect(keys(ask(graph, { of: 'care' }).disagreements)).toEqual([
    'CONTRADICTION plan care',
    'CONTRADICTION plan care c3',
  ]);
});

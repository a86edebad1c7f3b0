import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import type { Entry, Passage } from '../../src/graph/entries.ts';
import { documentsOf, graphOf, problemsOf, type Written } from './documents.ts';

const P = ['handbook#p'];
const Q = ['handbook#q'];
const links = (entry: Entry | undefined) => entry?.links.map(({ kind, to }) => `${kind} ${to.slug}`);
const cited = (cites: readonly Passage[] | undefined) => cites?.map(({ source, key }) => `${source.slug}#${key}`);

const CARE: Written = {
  services: {
    'all-care': { name: 'All care', cites: P },
    massage: { name: 'Massage', broader: { 'all-care': P } },
    therapy: { name: 'Therapy', broader: { 'all-care': P } },
  },
  techniques: { kneading: { name: 'Kneading', usedIn: { massage: Q } } },
  billingCodes: {
    'cpt-1': {
      name: 'One',
      system: 'CPT',
      code: '00100',
      includes: { kneading: P },
      bills: { massage: P, therapy: P },
    },
  },
};

describe('links', () => {
  test('each is listed at both of its ends, by kind and then by slug', () => {
    const { subjects } = graphOf(CARE);
    expect(links(subjects.get('all-care'))).toEqual(['NARROWER massage', 'NARROWER therapy']);
    expect(links(subjects.get('massage'))).toEqual(['BROADER all-care', 'INCLUDES kneading', 'BILLED_BY cpt-1']);
    expect(links(subjects.get('kneading'))).toEqual(['INCLUDED_IN cpt-1', 'INCLUDED_IN massage']);
    expect(links(subjects.get('cpt-1'))).toEqual(['INCLUDES kneading', 'BILLS massage', 'BILLS therapy']);
  });

  test('a question climbs from a technique to codes and services, from a code to what it bills, from a service to what is broader', () => {
    const { subjects } = graphOf(CARE);
    const up = (slug: string) => subjects.get(slug)?.up.map(({ to }) => to.slug);
    expect([up('kneading'), up('cpt-1'), up('massage'), up('all-care')]).toEqual([
      ['cpt-1', 'massage'],
      ['massage', 'therapy'],
      ['all-care'],
      [],
    ]);
  });

  test('what two files state alike is one link that cites both', () => {
    const { conditions } = graphOf({
      conditions: {
        day: { name: 'Day', topic: 'location', excludes: { night: P } },
        night: { name: 'Night', topic: 'location', excludes: { day: Q } },
      },
    });
    expect(conditions.get('day')?.links.map(({ cites }) => cited(cites))).toEqual([['handbook#p', 'handbook#q']]);
  });

  test('a synonym that belongs to an entry links both, each seen from its own side', () => {
    const { techniques } = graphOf({
      techniques: {
        kneading: { name: 'Kneading', synonyms: [{ name: 'Rubbing', match: 'broader', concept: 'rubbing', cites: P }] },
        rubbing: { name: 'Rubbing' },
      },
    });
    expect([...techniques.values()].map(({ links: [link] }) => `${String(link?.kind)} ${String(link?.match)}`)).toEqual(
      ['SAME_AS BROADER', 'SAME_AS NARROWER'],
    );
  });
});

describe('citations', () => {
  test('an entry without its own has those of its rules and own links, or else of the links that others state', () => {
    const { subjects } = graphOf(CARE);
    expect(cited(subjects.get('kneading')?.cites)).toEqual(['handbook#q']);
    expect(
      cited(graphOf({ ...CARE, techniques: { kneading: { name: 'Kneading' } } }).subjects.get('kneading')?.cites),
    ).toEqual(['handbook#p']);
  });

  test('what a plan is within is cited by what the plan cites, and what a rule requires by what the rule cites', () => {
    const { plans } = graphOf({
      ...CARE,
      conditions: { asked: { name: 'Asked', topic: 'order' } },
      plans: {
        program: { name: 'Program', level: 'program', cites: P },
        basic: {
          name: 'Basic',
          within: 'program',
          rules: { in: { covered: 'massage', requires: { asked: { strength: 'required' } }, cites: Q } },
        },
      },
    });
    const basic = plans.get('basic');
    expect(basic?.links.map(({ kind, cites }) => [kind, cited(cites)])).toEqual([
      ['WITHIN', Q],
      ['TAKES_RULES_FROM', Q],
    ]);
    expect(plans.get('program')?.links.map(({ kind, cites }) => [kind, cited(cites)])).toEqual([
      ['CONTAINS', Q],
      ['RULES_TAKEN_BY', Q],
    ]);
    expect(cited(basic?.rules[0]?.requires[0]?.cites)).toEqual(Q);
  });
});

describe('plans', () => {
  const plan = (name: string, more: object) => ({ name, cites: P, ...more });
  const { plans } = graphOf({
    territories: {
      CA: { name: 'Canada' },
      US: { name: 'United States', wholeOfParts: 'true' },
      'US-AK': { name: 'Alaska', partOf: ['US'] },
    },
    plans: {
      top: plan('Top', { level: 'program', home: { territories: ['US'], cites: P } }),
      all: plan('All', { within: 'top' }),
      grants: plan('Grants', { within: 'top', takesRulesFrom: { all: { takes: 'grants-only' } } }),
      none: plan('None', { within: 'top', takesRulesFrom: {} }),
      deep: plan('Deep', { within: 'all', home: { territories: ['CA'], cites: P } }),
    },
  });
  const taken = (slug: string) =>
    plans.get(slug)?.takesRulesFrom.map(({ plan: from, takes }) => `${takes} ${from.slug}`);

  test('a plan inherits all of the plan it is within, unless the file says what it inherits', () => {
    expect([taken('top'), taken('all'), taken('grants'), taken('none')]).toEqual([
      [],
      ['EVERYTHING top'],
      ['GRANTS_ONLY all'],
      [],
    ]);
  });
  test('home is stated by the plan or by the nearest that it is within', () => {
    expect(['top', 'all', 'deep'].map((slug) => plans.get(slug)?.home?.statedBy.slug)).toEqual(['top', 'top', 'deep']);
    expect(plans.get('all')?.home?.atoms).toEqual(plans.get('top')?.home?.atoms);
  });
  test('a plan is a plan where its file does not say otherwise', () => {
    expect(plans.get('all')?.level).toBe('PLAN');
    expect(plans.get('top')?.contains.map(({ slug }) => slug)).toEqual(['all', 'grants', 'none']);
  });
});

describe('places', () => {
  const { territories, defaultHome, abroad } = graphOf({
    territories: {
      US: { name: 'United States', wholeOfParts: 'true' },
      'US-AK': { name: 'Alaska', partOf: ['US'] },
      'US-DC': { name: 'District', partOf: ['US'] },
      CA: { name: 'Canada' },
      'CA-YT': { name: 'Yukon', partOf: ['CA'] },
    },
  });
  const atoms = (...codes: string[]) => new Set(codes.flatMap((code) => [...(territories.get(code)?.atoms ?? [])]));

  test('parts that make up the whole are the whole, and other parts are less than it', () => {
    expect(territories.get('US')?.atoms).toEqual(atoms('US-AK', 'US-DC'));
    expect(territories.get('CA')?.atoms.size).toBe(2);
    expect(territories.get('CA')?.atoms).not.toEqual(atoms('CA-YT'));
    expect([...atoms('CA-YT')].every((atom) => territories.get('CA')?.atoms.has(atom))).toBe(true);
  });
  test('home where none is stated is the states and the district', () => {
    expect(defaultHome).toEqual(atoms('US-AK', 'US-DC'));
  });
  test('abroad without a country is a place of its own in every graph', () => {
    expect(abroad.name).toBe('Abroad, country not said');
    expect(graphOf({}).abroad.atoms.size).toBe(1);
    expect([...abroad.atoms].some((atom) => defaultHome.has(atom))).toBe(false);
  });
});

test('a condition implies itself and whatever follows, however far', () => {
  const { conditions } = graphOf({
    conditions: {
      a: { name: 'Seen by A', topic: 'order', implies: { b: P } },
      b: { name: 'B', topic: 'order', implies: { c: P } },
      c: { name: 'C', topic: 'order' },
    },
  });
  expect([...(conditions.get('a')?.impliedClosure ?? [])].map(({ slug }) => slug)).toEqual(['a', 'b', 'c']);
  expect(conditions.get('a')?.phrase).toBe('seen by A');
});

test('a rule is found from its subject, its conditions, its source and what it is an exception to', () => {
  const { rules, subjects, conditions, sources } = graphOf({
    ...CARE,
    conditions: { asked: { name: 'Asked', topic: 'order' } },
    plans: {
      basic: {
        name: 'Basic',
        rules: {
          out: { excluded: 'massage', cites: P },
          in: {
            covered: 'massage',
            exceptTo: ['out'],
            when: { any: ['asked', { none: ['asked'] }] },
            cites: ['article#p'],
            reading: 'So read.',
          },
        },
      },
    },
  });
  const rule = rules.get('basic/in');
  expect(rules.get('basic/out')?.exceptions).toEqual([rule]);
  expect(subjects.get('massage')?.rules.map(({ key }) => key)).toEqual(['out', 'in']);
  expect(conditions.get('asked')?.rules).toEqual([rule]);
  expect(sources.get('article')?.rules).toEqual([rule]);
  expect([rule?.quantifier, rule?.modality, rule?.where.scope, rule?.cites[0]?.line, rule?.cites[0]?.lastLine]).toEqual(
    ['ALL', 'STATED', 'UNSTATED', 3, 4],
  );
});

describe('the version', () => {
  const basic = (rules: object) => ({ ...CARE, plans: { basic: { name: 'Basic', rules } } }) as Written;
  const one = { covered: 'massage', cites: P };
  const two = { covered: 'therapy', cites: P };
  test('does not depend on the order of services, and changes with one letter', () => {
    const { services = {} } = CARE;
    const turned = Object.fromEntries(Object.entries(services).reverse());
    expect(graphOf({ ...CARE, services: turned }).version).toBe(graphOf(CARE).version);
    expect(
      graphOf({ ...CARE, services: { ...services, massage: { name: 'Massages', broader: { 'all-care': P } } } })
        .version,
    ).not.toBe(graphOf(CARE).version);
  });
  test('changes with the order of rules, which decides the first question', () => {
    expect(graphOf(basic({ one, two })).version).not.toBe(graphOf(basic({ two, one })).version);
  });
});

test('a slug that is a word of the programming language is a slug like any other', () => {
  const words = ['constructor', 'prototype', 'tostring', 'valueof'];
  const { services, plans } = graphOf({
    services: Object.fromEntries(words.map((word) => [word, { name: word, cites: P }])),
    plans: Object.fromEntries(
      words.map((word) => [word, { name: word, rules: { [word]: { covered: word, cites: P } } }]),
    ),
  });
  expect([...services.keys()]).toEqual(words);
  expect(plans.get('constructor')?.rules[0]?.subject).toBe(services.get('constructor'));
  expect(problemsOf({ plans: { basic: { name: 'Basic', within: 'constructor' } } })).toEqual([
    'unknown-name: there is no plan "constructor"',
  ]);
  expect(problemsOf({ plans: { basic: { name: 'Basic', cites: ['constructor#p', 'handbook#constructor'] } } })).toEqual(
    ['unknown-name: there is no source "constructor"', 'unknown-name: there is no passage of handbook "constructor"'],
  );
});

test('a built graph cannot be changed', () => {
  const { plans } = graphOf({ plans: { basic: { name: 'Basic', cites: P } } });
  const basic = plans.get('basic');
  expect(() => {
    if (basic) Object.assign(basic, { name: 'Worse' });
  }).toThrow(TypeError);
  expect(basic?.name).toBe('Basic');
});

test('with any problem there is no graph', () => {
  expect(buildGraph(documentsOf({ plans: { basic: { name: 'Basic', within: 'nothing' } } })).graph).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { circles } from '../../src/graph/cycles.ts';
import { closest, didYouMean } from '../../src/graph/did-you-mean.ts';
import { problemsOf, type Written } from './documents.ts';

const P = ['handbook#p'];
const services = { care: { name: 'Care', cites: P }, help: { name: 'Help', cites: P } };
type Rules = Record<string, object>;
const basic = (rules: Rules, more: Written['plans'] = {}): Written =>
  ({ services, plans: { basic: { name: 'Basic', cites: P, rules }, ...more } }) as Written;
const out = { excluded: 'care', cites: P };
const grant = { covered: 'care', cites: P };
const lift = { lifted: 'care', cites: P };

describe('an exception', () => {
  test('grants or lifts what is excluded, and takes back what is granted or lifted', () => {
    expect(
      problemsOf(basic({ out, in: { ...grant, exceptTo: ['out'] }, never: { ...out, exceptTo: ['in'] } })),
    ).toEqual([]);
    expect(problemsOf(basic({ out, up: { ...lift, exceptTo: ['out'] }, never: { ...out, exceptTo: ['up'] } }))).toEqual(
      [],
    );
    expect(problemsOf(basic({ grant, up: { ...lift, exceptTo: ['grant'] } }))).toEqual([
      'exception: basic/grant is covered, and a rule that is lifted is not an exception to it',
    ]);
    expect(problemsOf(basic({ grant, too: { ...grant, exceptTo: ['grant'] } }))).toEqual([
      'exception: basic/grant is covered, and a rule that is covered is not an exception to it',
    ]);
  });
  test('that lifts names what it lifts', () => {
    expect(problemsOf(basic({ lift }))).toEqual(['exception: this rule lifts an exclusion but does not name it']);
  });
  test("speaks of its target's subject", () => {
    expect(problemsOf(basic({ out, in: { covered: 'help', exceptTo: ['out'], cites: P } }))).toEqual([
      'exception: basic/out is about care, but this exception to it is about help',
    ]);
  });
  test('stands in a plan that the target reaches', () => {
    const other = (more: object) =>
      ({
        other: { name: 'Other', cites: P, rules: { in: { ...grant, exceptTo: ['basic/out'] } }, ...more },
      }) as Written['plans'];
    expect(problemsOf(basic({ out }, other({ within: 'basic' })))).toEqual([]);
    expect(problemsOf(basic({ out }, other({})))).toEqual([
      'exception: basic/out does not reach other, which takes no rules from basic',
    ]);
    expect(problemsOf(basic({ out }, other({ within: 'basic', takesRulesFrom: {} })))).toHaveLength(1);
  });
  test('of a secondary source to a better one says how the two are read', () => {
    const article = { ...grant, exceptTo: ['out'], cites: ['article#p'] };
    expect(problemsOf(basic({ out, in: article }))).toEqual([
      'exception: this exception cites only secondary sources, but basic/out cites a better one',
    ]);
    expect(problemsOf(basic({ out, in: { ...article, reading: 'So read.' } }))).toEqual([]);
    expect(problemsOf(basic({ out: { ...out, cites: ['article#q'] }, in: article }))).toEqual([]);
  });
});

test('a restatement is in a plan that the fuller rule reaches or comes from', () => {
  const other = (within?: string) =>
    ({
      other: {
        name: 'Other',
        cites: P,
        rules: { again: { ...grant, restates: 'basic/grant' } },
        ...(within === undefined ? {} : { within }),
      },
    }) as Written['plans'];
  expect(problemsOf(basic({ grant }, other('basic')))).toEqual([]);
  expect(problemsOf(basic({ grant }, other()))).toEqual([
    'restatement: neither other nor basic takes rules from the other, so no question uses both',
  ]);
  expect(problemsOf(basic({ grant, again: { covered: 'help', restates: 'grant', cites: P } }))).toEqual([
    'restatement: basic/grant is about care, not about help',
  ]);
});

describe('no circle', () => {
  const plan = (name: string, more: object) => ({ name, cites: P, ...more });
  const condition = (name: string, implies: string) => ({ name, topic: 'order' as const, implies: { [implies]: P } });
  const cases: Record<string, [Written, string]> = {
    'among services': [
      { services: { a: { name: 'A', broader: { b: P } }, b: { name: 'B', broader: { a: P } } } },
      'broader forms a cycle: a → b → a',
    ],
    'among conditions': [
      { conditions: { a: condition('A', 'b'), b: condition('B', 'a') } },
      'implies forms a cycle: a → b → a',
    ],
    'among plans': [
      { plans: { a: plan('A', { within: 'b' }), b: plan('B', { within: 'a' }) } },
      'within forms a cycle: a → b → a',
    ],
    'of a plan with itself': [{ plans: { a: plan('A', { within: 'a' }) } }, 'within forms a cycle: a → a'],
    'of what is taken over': [
      { plans: { a: plan('A', { within: 'b' }), b: plan('B', { takesRulesFrom: { a: { takes: 'everything' } } }) } },
      'takesRulesFrom forms a cycle: a → b → a',
    ],
    'among places': [
      { territories: { AA: { name: 'A', partOf: ['BB'] }, BB: { name: 'B', partOf: ['AA'] } } },
      'partOf forms a cycle: aa → bb → aa',
    ],
    'of exceptions': [
      basic({ a: { ...out, exceptTo: ['b'] }, b: { ...grant, exceptTo: ['a'] } }),
      'exceptTo forms a cycle: basic/a → basic/b → basic/a',
    ],
    'of a rule with itself': [basic({ a: { ...out, exceptTo: ['a'] } }), 'exceptTo forms a cycle: basic/a → basic/a'],
    'of exceptions by way of a restatement': [
      basic({ full: grant, a: { ...grant, restates: 'full', exceptTo: ['b'] }, b: { ...out, exceptTo: ['full'] } }),
      'exceptTo forms a cycle: basic/a → basic/b → basic/a',
    ],
    'of restatements': [
      basic({ a: { ...grant, restates: 'b' }, b: { ...grant, restates: 'a' } }),
      'restates forms a cycle: basic/a → basic/b → basic/a',
    ],
  };
  test.each(Object.entries(cases))('%s', (_, [written, message]) => {
    expect(problemsOf(written)).toEqual([`cycle: ${message}`]);
  });
  test('is looked for however long the way is', () => {
    const length = 200_000;
    expect(circles([0], (node) => (node < length ? [node + 1] : []))).toEqual([]);
    expect(circles([0], (node) => [(node + 1) % 3])).toEqual([[0, 1, 2]]);
  });
});

describe('bounds', () => {
  const written = (counts: string | undefined, when: object | string): Written => ({
    ...basic({ in: { ...grant, when } }),
    conditions: { visits: { name: 'Visits', topic: 'limit', ...(counts === undefined ? {} : { counts }) } },
  });
  test('stand where something is counted, and some number lies between them', () => {
    expect(problemsOf(written('visits so far', { condition: 'visits', atLeast: '2', atMost: '2' }))).toEqual([]);
    expect(problemsOf(written('visits so far', { condition: 'visits', atLeast: '2', atMost: '1' }))).toEqual([
      'count-bound: no number is at least 2 and at most 1',
    ]);
    expect(problemsOf(written('visits so far', 'visits'))).toEqual([
      'count-bound: visits counts visits so far, but has no bound',
    ]);
    expect(problemsOf(written(undefined, { condition: 'visits', atMost: '1' }))).toEqual([
      'count-bound: visits does not count anything, so it has no bounds',
    ]);
  });
});

describe('a condition of a rule', () => {
  const conditions = {
    ordered: { name: 'Ordered', topic: 'order' as const },
    referred: { name: 'Referred', topic: 'order' as const },
    visits: { name: 'Visits', topic: 'limit' as const, counts: 'visits so far' },
  };
  const requires = (slug: string) => ({ [slug]: { strength: 'required' as const } });
  const problemsWith = (when: unknown, required: string): string[] =>
    problemsOf({ ...basic({ in: { ...grant, when, requires: requires(required) } }), conditions }).filter((problem) =>
      problem.startsWith('repeated-condition'),
    );
  test.each<[string, unknown, string]>([
    ['alone', 'ordered', 'ordered'],
    ['among all', { all: ['referred', 'ordered'] }, 'ordered'],
    ['among any', { any: ['referred', 'ordered'] }, 'ordered'],
    ['among none', { none: ['ordered'] }, 'ordered'],
    ['three deep', { all: ['referred', { any: ['referred', { none: ['ordered'] }] }] }, 'ordered'],
    ['that is counted', { condition: 'visits', atMost: '12' }, 'visits'],
  ])('%s is not required too', (_, when, required) => {
    expect(problemsWith(when, required)).toEqual([
      `repeated-condition: ${required} is both in "when" and in "requires" of this rule`,
    ]);
  });
  test('may be required by another rule, and another condition by this one', () => {
    expect(problemsWith('ordered', 'referred')).toEqual([]);
    const two = {
      in: { ...grant, when: 'ordered' },
      help: { covered: 'help', requires: requires('ordered'), cites: P },
    };
    expect(problemsOf({ ...basic(two), conditions: { ordered: conditions.ordered } })).toEqual([]);
  });
});

describe('days', () => {
  const dated = (from: string, until: string) => problemsOf(basic({ in: { ...grant, from, until } }));
  test('a rule holds on at least one', () => {
    expect(dated('2026-01-01', '2026-01-02')).toEqual([]);
    expect(dated('2026-01-01', '2026-01-01')).toEqual([
      'reversed: it begins on 2026-01-01, but is no longer in force on 2026-01-01',
    ]);
  });
  test('a source is published before it is checked, and lines run down', () => {
    const source = (publishedOn: string, line: string): Written => ({
      sources: {
        s: {
          name: 'S',
          authority: 'statute',
          publishedOn,
          checkedOn: '2026-01-31',
          licence: 'CC0-1.0',
          passages: { p: { at: '1', line, says: 'X.' } },
        },
      },
    });
    expect(problemsOf(source('2026-01-31', '3-3'))).toEqual([]);
    expect(problemsOf(source('2026-02-01', '3-2'))).toEqual([
      'reversed: published on 2026-02-01, which is after it was checked on 2026-01-31',
      'reversed: line 3 is after line 2',
    ]);
  });
});

test('a billing code of one system belongs to one entry', () => {
  const code = (name: string, system: 'CPT' | 'HCPCS') => ({ name, system, code: '97124', cites: P });
  expect(problemsOf({ billingCodes: { a: code('A', 'CPT'), b: code('B', 'HCPCS') } })).toEqual([]);
  expect(problemsOf({ billingCodes: { a: code('A', 'CPT'), b: code('B', 'CPT') } })).toEqual([
    'duplicate-name: "CPT 97124" is already a name of billing-codes/a',
  ]);
});

test('two places may share a name, as a state and a country do', () => {
  expect(problemsOf({ territories: { GE: { name: 'Georgia' }, 'US-GA': { name: 'Georgia' } } })).toEqual([]);
});

test('an unknown name causes no further problems in what refers to it', () => {
  expect(
    problemsOf({
      services: { care: { name: 'Care', broader: { cair: P } } },
      conditions: { asked: { name: 'Asked', topic: 'order' } },
    }),
  ).toEqual(['unknown-name: there is no service "cair"']);
});

test('names near a name are offered nearest first, at most three, and none that are far', () => {
  expect(closest('tricare-prim', ['medicare', 'tricare-prime', 'tricare-select', 'tricare'])).toEqual([
    'tricare-prime',
  ]);
  expect(closest('plan', ['plan-d', 'plan-c', 'plan-b', 'plan-a'])).toEqual(['plan-a', 'plan-b', 'plan-c']);
  expect(didYouMean('massag', ['massage', 'message', 'dental'], 'None.')).toBe('Did you mean massage or message?');
  expect(didYouMean('x'.repeat(1_000_000), ['massage'], 'None.')).toBe('None.');
});

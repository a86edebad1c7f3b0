/** The shape and the laws of rules that ask, of what links ask, of several restated rules, and of what was not read. */
import { describe, expect, test } from 'vitest';
import { dataSetShape, planShape } from '../../src/model/shapes.ts';
import { ruleText } from '../../src/graph/sentences.ts';
import { graphOf } from '../engine/world.ts';
import { problemsOf, type Written } from './documents.ts';

const P = ['handbook#p'];
const cites = ['manual#p'];
const services = { care: { name: 'Care', cites: P } };
const basic = (rules: Record<string, object>): Written =>
  ({ services, plans: { basic: { name: 'Basic', cites: P, rules } } }) as Written;
const required = { strength: 'required' };
const messages = (plan: object): string[] =>
  planShape.safeParse({ name: 'Basic', ...plan }).error?.issues.map(({ message }) => message) ?? [];
const ofRule = (rule: object): string[] => messages({ rules: { it: { cites: P, ...rule } } });

describe('a rule that asks', () => {
  test('asks for a requirement, a limit or a cost, and for one thing at least', () => {
    expect(ofRule({ asks: 'care', requires: { referral: required } })).toEqual([]);
    expect(ofRule({ asks: 'care', limits: [{ limit: '12 visits in 90 days' }] })).toEqual([]);
    expect(ofRule({ asks: 'care', costs: [{ share: '$20 copayment per visit' }] })).toEqual([]);
    expect(ofRule({ asks: 'care' })).toEqual(['a rule that asks says what: requires, limits or costs']);
  });
  test('has no other effect', () => {
    expect(ofRule({ asks: 'care', covered: 'care', requires: { referral: required } })).toEqual([
      'a rule has exactly one of covered, excluded, lifted and asks',
    ]);
  });
  test('is hedged by the strength of what it asks for, and not by its own words', () => {
    expect(ofRule({ asks: 'care', modality: 'may', requires: { referral: required } })).toEqual([
      'a rule that asks has no extent and no modality: say in strength how binding it is',
    ]);
    expect(ofRule({ asks: 'care', quantifier: 'some', requires: { referral: required } })).toEqual([]);
  });
  test('is no exception, and nothing is an exception to it', () => {
    const asks = { asks: 'care', costs: [{ share: 'no charge' }], cites: P };
    const out = { excluded: 'care', cites: P };
    expect(problemsOf(basic({ out, asks: { ...asks, exceptTo: ['out'] } }))).toEqual([
      'exception: a rule that asks grants and excludes nothing, so it is no exception to basic/out',
    ]);
    expect(problemsOf(basic({ asks, out: { ...out, exceptTo: ['asks'] } }))).toEqual([
      'exception: basic/asks asks, and grants and excludes nothing, so there is no exception to it',
    ]);
  });
  test('restates a rule that asks, and no other', () => {
    const asks = { asks: 'care', costs: [{ share: 'no charge' }], cites: P };
    expect(problemsOf(basic({ asks, again: { ...asks, restates: 'asks' } }))).toEqual([]);
    expect(problemsOf(basic({ in: { covered: 'care', cites: P }, again: { ...asks, restates: 'in' } }))).toEqual([
      'restatement: basic/in is covered, this rule asks',
    ]);
  });
  test('reads as what it asks for, each with its strength', () => {
    const { rules } = graphOf({
      referred: {
        asks: 'massage',
        when: { none: ['c2'] },
        requires: { c1: { strength: 'REQUIRED' }, c3: { strength: 'NOT_REQUIRED' } },
        costs: [{ share: '$20 copayment per visit' }],
      },
    });
    const [rule] = rules.values();
    expect(rule && ruleText(rule)).toBe(
      'Plan asks of massage if not condition c2: condition c1 (required), condition c3 (not required), $20 copayment per visit',
    );
  });
});

describe('what a plan asks of all that it takes over', () => {
  const taking = (link: object): string[] =>
    messages({ takesRulesFrom: { other: { takes: 'grants-only', requires: { referral: required }, ...link } } });
  test('is cited by the link or by itself', () => {
    expect(taking({ cites: P })).toEqual([]);
    expect(taking({ requires: { referral: { ...required, cites: P } } })).toEqual([]);
    expect(taking({})).toEqual([
      'what a plan requires of care that it takes over is cited: add cites here, or to each requirement',
    ]);
  });
  test('is part of the link, uses its conditions and cites with the link', () => {
    const taker = {
      name: 'Taker',
      cites,
      takesRulesFrom: { plan: { takes: 'GRANTS_ONLY', requires: { c1: { strength: 'PLAN_RULES_APPLY' } }, cites } },
    } as const;
    const graph = graphOf({ in: { covered: 'care' } }, { c1: {} }, { taker: structuredClone(taker) });
    const [taken] = graph.plans.get('taker')?.takesRulesFrom ?? [];
    expect(
      taken?.requires.map(({ condition, strength, dependsOn, cites: [passage] }) => [
        condition.slug,
        strength,
        dependsOn,
        passage?.key,
      ]),
    ).toEqual([['c1', 'PLAN_RULES_APPLY', [], 'p']]);
  });
  test('names conditions that the data has', () => {
    expect(
      problemsOf({
        services,
        plans: {
          basic: { name: 'Basic', cites: P },
          other: {
            name: 'Other',
            cites: P,
            takesRulesFrom: {
              basic: { takes: 'GRANTS_ONLY', requires: { nothing: { strength: 'REQUIRED' } }, cites: P },
            },
          },
        },
      }),
    ).toEqual(['unknown-name: there is no condition "nothing"']);
  });
});

describe('a rule that restates several', () => {
  test('names each, and each must say the same', () => {
    const grant = { covered: 'care', cites: P };
    expect(problemsOf(basic({ a: grant, b: grant, c: { ...grant, restates: ['a', 'b'] } }))).toEqual([]);
    expect(
      problemsOf(basic({ a: grant, b: { excluded: 'care', cites: P }, c: { ...grant, restates: ['a', 'b'] } })),
    ).toContain('restatement: basic/b is excluded, this rule covered');
    expect(problemsOf(basic({ a: grant, c: { ...grant, restates: ['a', 'd'] } }))).toEqual([
      'unknown-name: there is no rule "basic/d"',
    ]);
  });
});

test('what was not read is told of a plan and of the data set', () => {
  expect(messages({ notRead: ['The brochure of 2027.'] })).toEqual([]);
  expect(messages({ notRead: [''] })).toEqual(['this text is empty']);
  expect(dataSetShape.safeParse({ notRead: ['The deductible of 2027.'] }).success).toBe(true);
  const graph = graphOf(
    { in: { covered: 'care' } },
    {},
    { other: { name: 'Other', cites, notRead: ['The brochure of 2027.'] } },
  );
  expect(graph.plans.get('other')?.notRead).toEqual(['The brochure of 2027.']);
  expect(graph.plans.get('plan')?.notRead).toEqual([]);
});

/** Invariant I8: a checker that shares nothing with the engine accepts every answer the engine gives and rejects every falsified one. */
import { graphOf as graphWith } from '../engine/world.ts';
import { describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/entries.ts';
import { check } from '../../src/verify/check.ts';
import { graphOf } from '../oracle/compare.ts';
import { prove } from '../oracle/prove.ts';
import { graph } from '../schema/ask.ts';
import { receiptOf, type Asked, type Receipt } from './receipts.ts';
import { tamperings } from './tampering.ts';
import { contestedGrant, deepChain, openConditions } from './worlds.ts';

const ARTICLE = ['medicare-massage-article'];
const sound = (asked: Asked, over: Graph = graph): Receipt => {
  const receipt = receiptOf(asked, over);
  if (!receipt) throw new Error('the facts contradict one another');
  return receipt;
};
/** Nothing where the receipt is accepted with nothing left unchecked. */
const refusal = (over: Graph, receipt: Receipt): unknown => {
  const { accepted, findings, unchecked } = check(over, receipt);
  return accepted && unchecked.length === 0 ? null : { findings, unchecked };
};

describe('an answer of the engine is accepted', () => {
  const subjects = [...graph.subjects.keys()];
  const facts: Partial<Asked>[] = [{ met: ['prescribed-by-doctor', 'medically-necessary'] }, { unmet: ['prescribed'] }, { met: ['prescribed', 'part-of-physical-therapy-program'], unmet: ['medically-necessary'] }, { territory: 'CA', met: ['foreign-hospital-closer-to-home'] }];
  const situations: Partial<Asked>[] = [{}, ...['CA', 'MX', 'ZZ', 'PR'].map((territory) => ({ territory })), ...facts, { minimumAuthority: 'REGULATION' }, { on: '1999-12-31' }];

  test.each([...graph.plans.keys()])('of %s, on every subject, anywhere, on whatever facts, with and without the article alone', (plan) => {
    for (const subject of subjects) for (const situation of situations) for (const accordingTo of [null, ARTICLE]) {
      const asked = { plan, subject, accordingTo, ...situation };
      expect(refusal(graph, sound(asked)), JSON.stringify(asked)).toBeNull();
    }
  }, 60_000);

  test('of every case that a curator states', () => {
    const cases = [...graph.plans.values()].flatMap((plan) => plan.cases);
    expect(cases.length).toBeGreaterThan(20);
    for (const { name, plan, subject, met, unmet, counts, territory, on, accordingTo } of cases) {
      const slugs = (entries: readonly { slug: string }[]): string[] => entries.map(({ slug }) => slug);
      const receipt = sound({ plan: plan.slug, subject: subject.slug, met: slugs(met), unmet: slugs(unmet), counts: Object.fromEntries([...counts].map(([{ slug }, count]) => [slug, count])), territory: territory?.code ?? null, ...(on === null ? {} : { on }), accordingTo: accordingTo && slugs(accordingTo) });
      expect(refusal(graph, receipt), name).toBeNull();
    }
  });

  test('on 300 generated sets', () => {
    expect(() => {
      prove(300, (drawn) => {
        const over = graphOf(drawn), receipt = receiptOf(drawn.ask, over);
        return receipt && refusal(over, receipt);
      });
    }).not.toThrow();
  }, 60_000);
});

const chain = deepChain(), contested = contestedGrant();
const nearer = graphWith({ no: { excluded: 'care' }, yes: { covered: 'massage', when: 'c1' } });
const rich: [string, Graph, Asked][] = [
  ['97124 under Medicare Advantage', graph, { plan: 'medicare-advantage', subject: 'cpt-97124', met: ['prescribed-by-doctor'] }],
  ['97124 under Medicare Advantage, according to the article', graph, { plan: 'medicare-advantage', subject: 'cpt-97124', accordingTo: ARTICLE }],
  ['care in Canada under Medicare', graph, { plan: 'medicare', subject: 'medical-care', territory: 'CA', unmet: ['foreign-hospital-closer-to-home'] }],
  ['massage under Tricare Prime with facts', graph, { plan: 'tricare-prime', subject: 'deep-tissue-massage', met: ['prescribed-by-doctor'], unmet: ['part-of-physical-therapy-program'] }],
  ['a nearer grant against a broader exclusion', nearer, { plan: 'plan', subject: 'massage' }],
  ['a chain of exceptions three deep', chain.graph, chain.asked],
  ['a contested grant that must be taken over', contested.graph, contested.asked],
  ['the same once the order is given', contested.graph, { ...contested.asked, met: ['ordered'], counts: {} }],
];

describe('a falsified answer is rejected', () => {
  const steps = rich.map(([, over, asked]) => sound(asked, over).proof);

  test.each(rich)('%s', (_, over, asked) => {
    const receipt = sound(asked, over), foreign = steps.flat(), passages = [...over.sources.values()].flatMap(({ slug, passages: all }) => [...all.values()].slice(0, 4).map(({ at: locator, says, fingerprint }) => ({ source: { slug }, locator, says, fingerprint })));
    expect(refusal(over, receipt)).toBeNull();
    const accepted: string[] = [];
    let tried = 0;
    for (const { what, receipt: tampered } of tamperings(receipt, foreign, passages)) {
      tried++;
      if (check(over, tampered).accepted) accepted.push(what);
    }
    expect(accepted).toEqual([]);
    expect(tried).toBeGreaterThan(500);
  }, 120_000);
});

describe('what cannot be judged is not accepted, and the verdict says so', () => {
  const asked = { plan: 'tricare-prime', subject: 'massage-therapy' };
  test('another version of the data', () => {
    const { accepted, findings, unchecked } = check(graph, { ...sound(asked), dataVersion: '0' });
    expect([accepted, findings, unchecked.length, unchecked.join()]).toEqual([false, [], 1, expect.stringContaining('data version 0')]);
  });
  test('more than sixteen conditions that are open; sixteen are gone through', () => {
    const [most, more] = [openConditions(16), openConditions(17)];
    expect(refusal(most.graph, sound(most.asked, most.graph))).toBeNull();
    const { accepted, findings, unchecked } = check(more.graph, sound(more.asked, more.graph));
    expect([accepted, findings, unchecked.join()]).toEqual([false, [], expect.stringContaining('65,536')]);
  });
  test('what is no receipt, or names what the graph does not have', () => {
    for (const none of [null, 'COVERED', {}, { ...sound(asked), proof: null }, { ...sound(asked), plan: { slug: 'no-such-plan' } }]) expect(check(graph, none)).toMatchObject({ accepted: false, findings: [{ step: null }] });
  });
  test('and what is more than a receipt holds is named, but spoils nothing', () => {
    const receipt = sound(asked), [first, ...rest] = receipt.proof;
    expect(check(graph, { ...receipt, id: 'x', proof: [{ ...first, note: 1 }, ...rest] })).toEqual({ accepted: true, findings: [], unchecked: ['proof.note', 'id'] });
  });
});

test('a finding names the step, and what the data gives instead', () => {
  const receipt = sound({ plan: 'tricare-prime', subject: 'massage-therapy' }), at = receipt.proof.findIndex(({ kind }) => kind === 'DEFEAT');
  const { findings } = check(graph, { ...receipt, proof: receipt.proof.with(at, { ...(receipt.proof[at] as (typeof receipt.proof)[number]), ground: 'LATER' }) });
  expect(findings).toEqual([{ step: at + 1, problem: expect.stringMatching(/ground is "LATER"; the data gives "EXCEPTION"/) as unknown }]);
});

test('the answers that are falsified have every kind of step and more than one ground', () => {
  const steps = rich.flatMap(([, over, asked]) => sound(asked, over).proof);
  expect([...new Set(steps.map(({ kind }) => kind))].sort()).toEqual(['ASSUMED', 'CONCLUSION', 'CONDITION', 'DEFEAT', 'GIVEN', 'LINK', 'RULE']);
  expect(sound(contested.asked, contested.graph).possibleOutcomes).toContain('CONFLICTING');
  expect(new Set(steps.flatMap(({ ground }) => ground ?? [])).size).toBeGreaterThan(1);
});

/** docs/semantics.md#i8: the checker accepts every answer that the engine gives and rejects every falsified one. */
import { graphOf as graphWith } from '../engine/world.ts';
import { describe, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/entries.ts';
import { verifyReceipt } from '../../src/verify/verify-receipt.ts';
import { graphOf } from '../oracle/compare.ts';
import { prove, USUAL_SEED } from '../oracle/prove.ts';
import { graph } from '../schema/ask.ts';
import { receiptOf, type Asked, type Receipt } from './receipts.ts';
import { spread, tamperings } from './tampering.ts';
import { contestedGrant, deepChain, grantClosedByFacts, openConditions } from './worlds.ts';
import { randomSeed } from '../helpers/random-seed.ts';

const SEED = randomSeed('test/verify/verify.test.ts', USUAL_SEED);

const ARTICLE = ['medicare-massage-article'];
const sound = (asked: Asked, over: Graph = graph): Receipt => {
  const receipt = receiptOf(asked, over);
  if (!receipt) throw new Error('the facts contradict one another');
  return receipt;
};
/** Nothing where the receipt is accepted with nothing left unchecked. */
const refusal = (over: Graph, receipt: Receipt): unknown => {
  const { accepted, findings, unchecked } = verifyReceipt(over, receipt);
  return accepted && unchecked.length === 0 ? null : { findings, unchecked };
};

/** Facts that the answer is open on: one condition of it met, the next unmet, or a number where it counts. */
function settled({ plan, subject, proof }: Receipt, turn: number): Asked {
  const facts = proof.flatMap(({ kind, truth, fact }) =>
    kind === 'CONDITION' && truth === 'UNKNOWN' && fact ? [[fact.condition.slug, fact] as const] : [],
  );
  const open = [...new Map(facts).values()],
    one = open[turn % open.length],
    other = open.length > 1 ? open[(turn + 1) % open.length] : undefined;
  const slugOf = (fact: typeof one): string[] => (fact && fact.holds !== null ? [fact.condition.slug] : []);
  const counts = [one, other].flatMap((fact) =>
    fact?.holds === null ? [[fact.condition.slug, fact.atLeast ?? fact.atMost ?? 0] as const] : [],
  );
  return {
    plan: plan.slug,
    subject: subject.slug,
    met: slugOf(one),
    unmet: slugOf(other),
    counts: Object.fromEntries(counts),
  };
}

describe('an answer of the engine is accepted', () => {
  const subjects = [...graph.subjects.keys()],
    plans = [...graph.plans.keys()];
  const situations: Partial<Asked>[] = [
    ...['CA', 'MX', 'ZZ', 'PR'].map((territory) => ({ territory })),
    { minimumAuthority: 'REGULATION' },
    { on: '1999-12-31' },
    { accordingTo: ARTICLE },
  ];

  test.each(plans)(
    'of %s, on every subject: on nothing given, on facts it turns on, and elsewhere, on another day or after fewer sources by turns',
    (plan) => {
      for (const [at, subject] of subjects.entries()) {
        const open = sound({ plan, subject }),
          turn = at + plans.indexOf(plan);
        const facts = settled(open, turn),
          elsewhere = { plan, subject, ...situations[turn % situations.length] };
        for (const asked of [facts, elsewhere, { ...facts, accordingTo: ARTICLE }]) {
          const receipt = receiptOf(asked);
          if (receipt) expect(refusal(graph, receipt), JSON.stringify(asked)).toBeNull();
        }
        expect(refusal(graph, open), `${plan} ${subject}`).toBeNull();
      }
    },
  );

  test('of every case that a curator states', () => {
    const cases = [...graph.plans.values()].flatMap((plan) => plan.cases);
    expect(cases.length).toBeGreaterThan(20);
    for (const { name, plan, subject, met, unmet, counts, territory, on, accordingTo } of cases) {
      const slugs = (entries: readonly { slug: string }[]): string[] => entries.map(({ slug }) => slug);
      const receipt = sound({
        plan: plan.slug,
        subject: subject.slug,
        met: slugs(met),
        unmet: slugs(unmet),
        counts: Object.fromEntries([...counts].map(([{ slug }, count]) => [slug, count])),
        territory: territory?.code ?? null,
        ...(on === null ? {} : { on }),
        accordingTo: accordingTo && slugs(accordingTo),
      });
      expect(refusal(graph, receipt), name).toBeNull();
    }
  });

  test('of a plan that must take over two grants, of which the facts given close one', () => {
    const { graph: over, asked } = grantClosedByFacts();
    expect(refusal(over, sound(asked, over))).toBeNull();
  });

  test('on 300 generated sets', () => {
    expect(() => {
      prove(
        300,
        (drawn) => {
          const over = graphOf(drawn),
            receipt = receiptOf(drawn.ask, over);
          return receipt && refusal(over, receipt);
        },
        SEED,
      );
    }).not.toThrow();
  }, 60_000);
});

const chain = deepChain(),
  contested = contestedGrant();
const nearer = graphWith({ no: { excluded: 'care' }, yes: { covered: 'massage', when: 'c1' } });
const made: [string, Graph, Asked][] = [
  ['a nearer grant against a broader exclusion', nearer, { plan: 'plan', subject: 'massage' }],
  ['a chain of exceptions three deep', chain.graph, chain.asked],
  ['a contested grant that must be taken over', contested.graph, contested.asked],
  ['the same once the order is given', contested.graph, { ...contested.asked, met: ['ordered'], counts: {} }],
];
const real: Asked[] = [
  { plan: 'medicare-advantage', subject: 'cpt-97124' },
  { plan: 'medicare-advantage', subject: 'cpt-97124', met: ['prescribed-by-doctor'] },
  { plan: 'medicare-advantage', subject: 'cpt-97124', accordingTo: ARTICLE },
  { plan: 'tricare-prime', subject: 'massage-therapy' },
  {
    plan: 'tricare-prime',
    subject: 'deep-tissue-massage',
    met: ['prescribed-by-doctor'],
    unmet: ['part-of-physical-therapy-program'],
  },
  { plan: 'original-medicare', subject: 'cpt-97124' },
  { plan: 'medicare', subject: 'medical-care', territory: 'CA' },
];

describe('a falsified answer is rejected', () => {
  const foreign = [...made.map(([, over, asked]) => sound(asked, over)), ...real.map((asked) => sound(asked))].flatMap(
    ({ proof }) => proof,
  );
  const passagesOf = (over: Graph) =>
    [...over.sources.values()].flatMap(({ slug, passages }) =>
      [...passages.values()]
        .slice(0, 2)
        .map(({ at: locator, says, fingerprint }) => ({ source: { slug }, locator, says, fingerprint })),
    );
  /** Tries of each kind of tampering so many; tells how many kinds there were. */
  function attempt(asked: Asked, over: Graph, most: number): { kinds: number; tried: number } {
    const receipt = sound(asked, over),
      tried = spread(tamperings(receipt, foreign, passagesOf(over)), most);
    expect(refusal(over, receipt), JSON.stringify(asked)).toBeNull();
    expect(
      tried.filter(({ make }) => verifyReceipt(over, make()).accepted).map(({ what }) => what),
      JSON.stringify(asked),
    ).toEqual([]);
    return { kinds: new Set(tried.map(({ kind }) => kind)).size, tried: tried.length };
  }

  test.each(made)(
    'in every way: %s',
    (_, over, asked) => {
      expect(attempt(asked, over, Infinity).tried).toBeGreaterThan(1000);
    },
    60_000,
  );
  test.each(real)(
    'in every kind of way, each eight times: $plan, $subject',
    (asked) => {
      const { kinds, tried } = attempt(asked, graph, 8);
      expect(kinds).toBeGreaterThan(70);
      expect(tried).toBeGreaterThan(200);
    },
    60_000,
  );
  test('and one answer of every plan, in every kind of way', () => {
    const subjects = [...graph.subjects.keys()];
    for (const [at, plan] of [...graph.plans.keys()].entries())
      expect(attempt({ plan, subject: subjects[(at * 5) % subjects.length] ?? '' }, graph, 1).kinds).toBeGreaterThan(
        30,
      );
  }, 60_000);
});

describe('what cannot be judged is not accepted, and the verdict says so', () => {
  const asked = { plan: 'tricare-prime', subject: 'massage-therapy' };
  test('another version of the data', () => {
    const { accepted, findings, unchecked } = verifyReceipt(graph, { ...sound(asked), dataVersion: '0' });
    expect([accepted, findings, unchecked.length, unchecked.join()]).toEqual([
      false,
      [],
      1,
      expect.stringContaining('data version 0'),
    ]);
  });
  test('more than sixteen conditions that are open; sixteen are gone through', () => {
    const [most, more] = [openConditions(16), openConditions(17)];
    expect(refusal(most.graph, sound(most.asked, most.graph))).toBeNull();
    const { accepted, findings, unchecked } = verifyReceipt(more.graph, sound(more.asked, more.graph));
    expect([accepted, findings, unchecked.join()]).toEqual([false, [], expect.stringContaining('65,536')]);
  });
  test('facts that contradict one another', () => {
    const given = [
      { condition: { slug: 'prescribed-by-doctor' }, holds: true, count: null },
      { condition: { slug: 'prescribed' }, holds: false, count: null },
    ];
    expect(verifyReceipt(graph, { ...sound(asked), given }).accepted).toBe(false);
  });
  test('contradicting facts, in a proof that is otherwise complete', () => {
    const question = { plan: 'fep-blue-focus', subject: 'acupuncture' };
    const met = sound({ ...question, met: ['prescribed-by-doctor'] });
    const [unmet] = sound({ ...question, unmet: ['prescribed'] }).proof;
    const [first, ...rest] = met.proof;
    if (!first || !unmet) throw new Error('each proof begins with what was given');
    const later = rest.map((step) => ({
      ...step,
      number: step.number + 1,
      restsOn: step.restsOn.map((number) => number + 1),
    }));
    const forged = {
      ...met,
      given: [...met.given, { condition: { slug: 'prescribed' }, holds: false, count: null }],
      possibleOutcomes: [],
      proof: [first, { ...unmet, number: 2 }, ...later],
    };
    expect(met.status).toBe('NOT_STATED');
    expect(verifyReceipt(graph, forged)).toEqual({
      accepted: false,
      findings: [{ step: null, problem: 'the facts given contradict one another' }],
      unchecked: [],
    });
  });
  test.each([-1, 1.5, '3'])('a number of visits that is not a whole number of at least zero: %s', (count) => {
    const given = [{ condition: { slug: 'prescribed' }, holds: null, count }];
    const { accepted, findings } = verifyReceipt(graph, { ...sound(asked), given });
    expect([accepted, findings.map(({ problem }) => problem.includes('given[0].count'))]).toEqual([false, [true]]);
  });
  test('a value that is not a receipt, or that names an unknown entry', () => {
    for (const none of [
      null,
      'COVERED',
      {},
      { ...sound(asked), proof: null },
      { ...sound(asked), plan: { slug: 'no-such-plan' } },
    ])
      expect(verifyReceipt(graph, none)).toMatchObject({ accepted: false, findings: [{ step: null }] });
  });
  test('unknown extra fields are reported, and do not cause a rejection', () => {
    const receipt = sound(asked),
      [first, ...rest] = receipt.proof;
    expect(verifyReceipt(graph, { ...receipt, id: 'x', proof: [{ ...first, note: 1 }, ...rest] })).toEqual({
      accepted: true,
      findings: [],
      unchecked: ['proof.note', 'id'],
    });
  });
});

test('a finding names the step, and what the data gives instead', () => {
  const receipt = sound({ plan: 'tricare-prime', subject: 'massage-therapy' }),
    at = receipt.proof.findIndex(({ kind }) => kind === 'DEFEAT');
  const { findings } = verifyReceipt(graph, {
    ...receipt,
    proof: receipt.proof.with(at, { ...(receipt.proof[at] as (typeof receipt.proof)[number]), ground: 'LATER' }),
  });
  expect(findings).toEqual([
    { step: at + 1, problem: `proof[${at}].ground is "LATER"; the data gives "${receipt.proof[at]?.ground ?? ''}"` },
  ]);
});

test('the answers that are falsified have every kind of step and more than one ground', () => {
  const steps = [...made.map(([, over, asked]) => sound(asked, over)), ...real.map((asked) => sound(asked))].flatMap(
    ({ proof }) => proof,
  );
  expect([...new Set(steps.map(({ kind }) => kind))].sort()).toEqual([
    'ASSUMED',
    'CONCLUSION',
    'CONDITION',
    'DEFEAT',
    'GIVEN',
    'LINK',
    'RULE',
  ]);
  expect(sound(contested.asked, contested.graph).possibleOutcomes).toContain('CONFLICTING');
  expect(new Set(steps.flatMap(({ ground }) => ground ?? [])).size).toBeGreaterThan(1);
});

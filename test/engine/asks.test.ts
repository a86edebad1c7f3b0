/** Rules that ask, what links ask, routes, terms and formalities: docs/semantics.md, sections 2 and 5. Values by hand. */
import { describe, expect, test } from 'vitest';
import type { Determination } from '../../src/engine/determination.ts';
import type { PlanDocument } from '../../src/model/shapes.ts';
import { ask, graphOf } from './world.ts';

const cites = ['manual#p'];
const home = { territories: ['US'], cites };
/** c1 and c2 are facts of the case; the others are formalities. */
const conditions = {
  c1: { topic: 'MEDICAL_NECESSITY' },
  c2: { topic: 'PROGRAM' },
  c3: { topic: 'AUTHORIZATION' },
  c4: { topic: 'REFERRAL' },
  c5: { topic: 'PROGRAM' },
} as const;
const required = { strength: 'REQUIRED' } as const;
const may = { strength: 'MAY_BE_REQUIRED' } as const;
const never = { strength: 'NOT_REQUIRED' } as const;
type Rules = Parameters<typeof graphOf>[0];
type Conditions = NonNullable<Parameters<typeof graphOf>[1]>;
/** The graph with those conditions that the rules and plans name. */
function world(rules: Rules, plans: Record<string, PlanDocument> = {}, known: Conditions = conditions) {
  const written = JSON.stringify([rules, plans]);
  const named = Object.entries(known).filter(([slug]) => written.includes(`"${slug}"`));
  return graphOf(rules, Object.fromEntries(named), plans);
}

const once = ({ requirements }: Determination, role = 'ONCE_COVERED') =>
  requirements
    .filter((each) => each.role === role)
    .map(({ anyOf, strength, dependsOn }) => [
      anyOf.map(({ condition }) => condition.slug).join('|'),
      strength,
      ...dependsOn,
    ]);
const verdict = ({ formalities }: Determination, topic: string) =>
  formalities.find((each) => each.topic === topic)?.status;
const routes = (answer: Determination) =>
  answer.routes.map(({ outcome, facts, requirements }) => [
    outcome,
    facts.map(({ text }) => text),
    requirements.map(({ anyOf, dependsOn }) => [anyOf[0]?.condition.slug, ...dependsOn].join(' ')),
  ]);

describe('a rule that asks', () => {
  test('asks of every grant in reach, also of narrower care, and changes no status', () => {
    const graph = world({ in: { covered: 'massage', when: 'c1' }, ask: { asks: 'care', requires: { c3: required } } });
    const answer = ask(graph);
    expect([answer.status, answer.best, answer.missing.map(({ slug }) => slug)]).toEqual([
      'CONDITIONAL',
      'COVERED',
      ['c1'],
    ]);
    expect(once(answer)).toEqual([['c3', 'REQUIRED']]);
    expect(verdict(answer, 'AUTHORIZATION')).toBe('REQUIRED');
  });
  test('says nothing where nothing is granted, and makes no source speak', () => {
    const answer = ask(world({ other: { covered: 'care' }, ask: { asks: 'massage', requires: { c3: required } } }), {
      unmet: [],
    });
    expect(once(answer)).toEqual([['c3', 'REQUIRED']]);
    const silent = ask(world({ ask: { asks: 'massage', requires: { c3: required } } }));
    expect([silent.status, silent.requirements, silent.formalities, silent.positions]).toEqual([
      'NOT_STATED',
      [],
      [],
      [],
    ]);
  });
  test('does not reach a broader subject', () => {
    const graph = world({ in: { covered: 'care' }, ask: { asks: 'massage', requires: { c3: required } } });
    expect(once(ask(graph, { of: 'care' }))).toEqual([]);
    expect(once(ask(graph, { of: 'massage' }))).toEqual([['c3', 'REQUIRED']]);
  });
  test('applies at home where it names no place, and on its days', () => {
    const graph = world({
      in: { covered: 'care', where: 'anywhere' },
      ask: { asks: 'care', requires: { c3: required } },
      next: { asks: 'care', from: '2027-01-01', requires: { c4: required } },
    });
    expect(once(ask(graph))).toEqual([['c3', 'REQUIRED']]);
    expect(once(ask(graph, { territory: 'CA' }))).toEqual([]);
    expect(once(ask(graph, { on: '2027-01-01' }))).toEqual([
      ['c3', 'REQUIRED'],
      ['c4', 'REQUIRED'],
    ]);
  });
  test('is silent where its source is left out, and where a fuller one in view asks the same', () => {
    const graph = world({
      in: { covered: 'care', cites: ['manual#p', 'summary#p'] },
      ask: { asks: 'care', requires: { c3: required } },
      again: { asks: 'care', requires: { c3: may }, restates: 'ask', cites: ['summary#p'] },
    });
    expect(once(ask(graph))).toEqual([['c3', 'REQUIRED']]);
    expect(once(ask(graph, { accordingTo: ['summary'] }))).toEqual([['c3', 'MAY_BE_REQUIRED']]);
  });
  test('tells what of its condition is open, and nothing where the facts rule it out', () => {
    const graph = world({
      in: { covered: 'care', when: 'c1' },
      ask: { asks: 'care', when: { all: ['c1', { none: ['c2'] }] }, requires: { c4: required } },
    });
    expect(once(ask(graph))).toEqual([['c4', 'REQUIRED', 'whether it is not condition c2']]);
    expect(once(ask(graph, { unmet: ['c2'] }))).toEqual([['c4', 'REQUIRED']]);
    expect(once(ask(graph, { met: ['c2'] }))).toEqual([]);
    expect(ask(graph).missing.map(({ slug }) => slug)).toEqual(['c1']);
  });
  test('stays behind where grants alone are taken over, and reaches every plan within its own', () => {
    const graph = world(
      { in: { covered: 'care' }, ask: { asks: 'care', requires: { c3: required } } },
      {
        taker: { name: 'Taker', cites, home, takesRulesFrom: { plan: { takes: 'GRANTS_ONLY', cites } } },
        inner: {
          name: 'Inner',
          cites,
          home,
          within: 'plan',
          takesRulesFrom: {},
          rules: { in: { covered: 'care', cites } },
        },
        inmost: { name: 'Inmost', cites, within: 'inner' },
      },
    );
    expect(once(ask(graph, { plan: 'taker' }))).toEqual([]);
    expect(once(ask(graph, { plan: 'inner' }))).toEqual([['c3', 'REQUIRED']]);
    expect(once(ask(graph, { plan: 'inmost' }))).toEqual([['c3', 'REQUIRED']]);
  });
});

test('what a link asks goes with each grant taken by it, and with no other', () => {
  const taker: PlanDocument = {
    name: 'Taker',
    cites,
    home,
    takesRulesFrom: { plan: { takes: 'GRANTS_ONLY', requires: { c3: { strength: 'PLAN_RULES_APPLY' } }, cites } },
    rules: { own: { covered: 'massage', when: 'c2', cites } },
  };
  const inner: PlanDocument = { name: 'Inner', cites, within: 'taker' };
  const graph = world({ in: { covered: 'massage', when: 'c1' } }, { taker, inner });
  for (const plan of ['taker', 'inner']) {
    const answer = ask(graph, { plan });
    expect(once(answer)).toEqual([['c3', 'PLAN_RULES_APPLY', 'whether it is condition c1']]);
    expect(routes(answer)).toEqual([
      ['COVERED', ['condition c2'], []],
      ['COVERED', ['condition c1'], ['c3']],
    ]);
    expect(verdict(answer, 'AUTHORIZATION')).toBe('MAY_BE_REQUIRED');
    expect(verdict(ask(graph, { plan, met: ['c1'], unmet: ['c2'] }), 'AUTHORIZATION')).toBe('PLAN_RULES_APPLY');
    expect(once(ask(graph, { plan, met: ['c1'] }))).toEqual([['c3', 'PLAN_RULES_APPLY']]);
    expect(once(ask(graph, { plan, unmet: ['c1'] }))).toEqual([]);
  }
  expect(once(ask(graph))).toEqual([]);
});

test("against a plan's own word a link asks of all care, and against a grant that it takes of the same care", () => {
  const rules: Rules = { in: { covered: 'massage', requires: { c4: never } } };
  const taker: PlanDocument = {
    name: 'Taker',
    cites,
    home,
    takesRulesFrom: { plan: { takes: 'GRANTS_ONLY', requires: { c3: required, c4: required }, cites } },
    rules: { row: { asks: 'care', requires: { c3: never }, cites } },
  };
  const answer = ask(world(rules, { taker }), { plan: 'taker' });
  expect(once(answer)).toEqual([['c4', 'REQUIRED']]);
  expect(verdict(answer, 'AUTHORIZATION')).toBe('NOT_REQUIRED');
});

describe('claims on one condition', () => {
  test('the more specific one is told; NOT_REQUIRED is a verdict and no requirement', () => {
    const answer = ask(
      world({
        in: { covered: 'care' },
        broad: { asks: 'care', requires: { c3: required } },
        narrow: { asks: 'massage', requires: { c3: never } },
      }),
    );
    expect(once(answer)).toEqual([]);
    expect(verdict(answer, 'AUTHORIZATION')).toBe('NOT_REQUIRED');
    expect(verdict(answer, 'REFERRAL')).toBe('NOT_STATED');
  });
  test('where neither is better both are told', () => {
    const answer = ask(
      world({
        in: { covered: 'care' },
        one: { asks: 'care', requires: { c3: required } },
        other: { asks: 'care', requires: { c3: never } },
      }),
    );
    expect(once(answer)).toEqual([['c3', 'REQUIRED']]);
    expect(verdict(answer, 'AUTHORIZATION')).toBe('REQUIRED');
  });
  test('what applies on a fact still open does not silence what holds without it', () => {
    const graph = world({
      in: { covered: 'care', requires: { c3: { strength: 'PLAN_RULES_APPLY' } } },
      narrow: { asks: 'massage', when: 'c2', requires: { c3: required } },
    });
    expect(once(ask(graph))).toEqual([
      ['c3', 'PLAN_RULES_APPLY'],
      ['c3', 'REQUIRED', 'whether it is condition c2'],
    ]);
    expect(once(ask(graph, { met: ['c2'] }))).toEqual([['c3', 'REQUIRED']]);
    expect(once(ask(graph, { unmet: ['c2'] }))).toEqual([['c3', 'PLAN_RULES_APPLY']]);
    const denied = world({
      in: { covered: 'care', requires: { c3: required } },
      narrow: { asks: 'massage', when: 'c2', requires: { c3: never } },
    });
    expect(verdict(ask(denied), 'AUTHORIZATION')).toBe('REQUIRED');
    expect(verdict(ask(denied, { met: ['c2'] }), 'AUTHORIZATION')).toBe('NOT_REQUIRED');
  });
  test('an official one silences a summary on the same care', () => {
    const answer = ask(
      world({
        in: { covered: 'care' },
        official: { asks: 'care', requires: { c3: may } },
        summary: { asks: 'care', requires: { c3: required }, cites: ['summary#p'] },
      }),
    );
    expect(once(answer)).toEqual([['c3', 'MAY_BE_REQUIRED']]);
  });
  test('REQUIRED by some plans of a class may be required by a plan within it', () => {
    const graph = world(
      { in: { covered: 'care' } },
      {
        class: {
          name: 'Class',
          cites,
          home,
          level: 'PLAN_CLASS',
          rules: {
            in: { covered: 'care', cites },
            ask: { asks: 'care', quantifier: 'SOME', requires: { c3: required }, cites },
          },
        },
        member: { name: 'Member', cites, within: 'class' },
      },
    );
    expect(once(ask(graph, { plan: 'class' }))).toEqual([['c3', 'REQUIRED']]);
    expect(once(ask(graph, { plan: 'member' }))).toEqual([['c3', 'MAY_BE_REQUIRED']]);
  });
});

describe('routes', () => {
  const graph = world({
    one: { covered: 'care', when: 'c1', requires: { c3: required, c4: may }, costs: [{ share: '20% coinsurance' }] },
    two: { covered: 'care', when: 'c2', requires: { c4: may }, limits: [{ limit: '12 visits in 90 days' }] },
    some: { covered: 'care', modality: 'MAY', when: 'c5', requires: { c3: may } },
  });
  test('each has its facts and what is asked on it, COVERED before MAY_BE_COVERED', () => {
    const answer = ask(graph, { of: 'care' });
    expect(routes(answer)).toEqual([
      ['COVERED', ['condition c1'], ['c3', 'c4']],
      ['COVERED', ['condition c2'], ['c4']],
      ['MAY_BE_COVERED', ['condition c5'], ['c3']],
    ]);
    expect(answer.routesComplete).toBe(true);
  });
  test('what all share is told once, and what not all share says of which it is', () => {
    const answer = ask(graph, { of: 'care' });
    expect(once(answer)).toEqual([
      ['c3', 'REQUIRED', 'whether it is condition c1'],
      ['c4', 'MAY_BE_REQUIRED'],
    ]);
    const terms = (told: Determination['limits'] | Determination['costs']) =>
      told.map((each) => each.terms.map((facts) => facts.map(({ text }) => text)));
    expect(terms(answer.costs)).toEqual([[['condition c1']]]);
    expect(terms(answer.limits)).toEqual([[['condition c2']]]);
    expect(terms(ask(graph, { of: 'care', met: ['c1'], unmet: ['c5'] }).costs)).toEqual([[]]);
  });
  test('drop what is given', () => {
    expect(routes(ask(graph, { of: 'care', met: ['c1'], unmet: ['c2', 'c5'] }))).toEqual([
      ['COVERED', [], ['c3', 'c4']],
    ]);
  });
  test('drop a requirement that is met, which the answer keeps', () => {
    const both = world({ in: { covered: 'massage', when: 'c1', requires: { c3: required, c4: required } } });
    const answer = ask(both, { met: ['c3'] });
    expect(answer.requirements.map(({ text, state }) => [text, state])).toEqual([
      ['condition c1', 'UNKNOWN'],
      ['condition c3', 'MET'],
      ['condition c4', 'UNKNOWN'],
    ]);
    expect(routes(answer)).toEqual([['COVERED', ['condition c1'], ['c4']]]);
  });
  test('a duty or a price of one way alone may be required, and a fact of each way is', () => {
    const one = { covered: 'massage', when: 'c1', requires: { c3: required } };
    const other = { covered: 'massage', when: 'c2' };
    const priced = { covered: 'massage', when: 'c1', costs: [{ share: '20% coinsurance' }] };
    expect(verdict(ask(world({ one, other })), 'AUTHORIZATION')).toBe('MAY_BE_REQUIRED');
    expect(verdict(ask(world({ priced, other })), 'COST_SHARING')).toBe('MAY_BE_REQUIRED');
    const fact = { covered: 'massage', when: 'c3' };
    expect(verdict(ask(world({ fact, other }), { unmet: ['c2'] }), 'AUTHORIZATION')).toBe('REQUIRED');
  });
  test('a formality that only one way asks for may be required', () => {
    const either = world({
      one: { covered: 'care', when: { all: ['c1', 'c3'] } },
      two: { covered: 'care', when: 'c2' },
    });
    const answer = ask(either, { of: 'care' });
    expect(verdict(answer, 'AUTHORIZATION')).toBe('MAY_BE_REQUIRED');
  });
});

describe('ALSO_STATED', () => {
  const summary = ['summary#p'];
  const rules: Rules = {
    out: { excluded: 'massage' },
    in: { covered: 'massage', exceptTo: ['out'], when: 'c1' },
    article: { covered: 'massage', when: { all: ['c2', 'c4'] }, requires: { c3: may }, cites: summary },
  };
  test('holds what a summary asks for by itself, although an official source decides', () => {
    const answer = ask(world(rules));
    expect(once(answer, 'FOR_COVERAGE')).toEqual([['c1', 'REQUIRED']]);
    expect(once(answer)).toEqual([]);
    expect(once(answer, 'ALSO_STATED')).toEqual([
      ['c4', 'REQUIRED'],
      ['c3', 'MAY_BE_REQUIRED'],
    ]);
    expect(
      answer.requirements.find(({ role }) => role === 'ALSO_STATED')?.cites.map(({ source }) => source.slug),
    ).toEqual(['summary']);
    expect(answer.summary).toContain(
      'Summary also requires: condition c4. Summary also says that you may need: condition c3.',
    );
  });
  test('is asked for without the formalities given, and tells which of them is not met', () => {
    const answer = ask(world(rules), { unmet: ['c4'] });
    const [first] = answer.requirements.filter(({ role }) => role === 'ALSO_STATED');
    expect(first?.state).toBe('UNMET');
    expect(answer.summary).toContain('condition c4 (you do not have it)');
    const met = ask(world(rules), { met: ['c3', 'c4'] });
    expect(met.summary).not.toContain('Summary also');
    expect(verdict(met, 'AUTHORIZATION')).toBe('MET');
  });
  test('leaves out what another list implies, and what loses to NOT_REQUIRED', () => {
    const implied = world({
      ...rules,
      in: { covered: 'massage', exceptTo: ['out'], when: 'c1', requires: { c4: required } },
    });
    expect(once(ask(implied), 'ALSO_STATED')).toEqual([['c3', 'MAY_BE_REQUIRED']]);
    const denied = world({
      ...rules,
      in: { covered: 'massage', exceptTo: ['out'], when: 'c1', requires: { c4: never } },
    });
    expect(once(ask(denied), 'ALSO_STATED')).toEqual([['c3', 'MAY_BE_REQUIRED']]);
    expect(verdict(ask(denied), 'REFERRAL')).toBe('NOT_REQUIRED');
  });
  test('leaves out what cannot hold together with FOR_COVERAGE', () => {
    const excluding = { ...conditions, c4: { topic: 'REFERRAL', excludes: { c1: cites } } } as const;
    const graph = world(rules, {}, structuredClone(excluding));
    expect(once(ask(graph), 'ALSO_STATED')).toEqual([['c3', 'MAY_BE_REQUIRED']]);
  });
  test('by some plans of a class may be required by a plan within it', () => {
    const some = { covered: 'care', quantifier: 'SOME', when: 'c4', cites: summary } as const;
    const graph = world(
      { in: { covered: 'care' } },
      {
        class: { name: 'Class', cites, home, level: 'PLAN_CLASS', rules: { some } },
        member: { name: 'Member', cites, within: 'class', rules: { in: { covered: 'care', cites } } },
      },
    );
    expect(once(ask(graph, { plan: 'member' }), 'ALSO_STATED')).toEqual([['c4', 'MAY_BE_REQUIRED']]);
  });
  test('is empty where the best outcome is not coverage, and where one source alone is heard', () => {
    expect(once(ask(world({ ...rules, in: { excluded: 'massage' } })), 'ALSO_STATED')).toEqual([]);
    expect(once(ask(world(rules), { accordingTo: ['summary'] }), 'ALSO_STATED')).toEqual([]);
  });
});

describe('cost sharing', () => {
  test('is required where a price is stated, and not where the only price is no charge', () => {
    const priced = (share: string, when?: string) =>
      verdict(
        ask(world({ in: { covered: 'care' }, ask: { asks: 'care', costs: [{ share }], ...(when && { when }) } })),
        'COST_SHARING',
      );
    expect(priced('$20 copayment per visit')).toBe('REQUIRED');
    expect(priced('no charge')).toBe('NOT_REQUIRED');
    expect(priced('no charge', 'c2')).toBe('NOT_STATED');
  });
  test('the prices of a plan are not those of a plan that must cover the same', () => {
    const graph = world(
      { in: { covered: 'care', costs: [{ share: '20% coinsurance' }], limits: [{ limit: '12 visits in 90 days' }] } },
      { taker: { name: 'Taker', cites, home, takesRulesFrom: { plan: { takes: 'GRANTS_ONLY', cites } } } },
    );
    const { costs, limits } = ask(graph, { plan: 'taker' });
    expect([costs.length, limits.length]).toEqual([0, 1]);
  });
});

test('a rule of another day whose source is left out is no silence', () => {
  const next = { covered: 'massage', from: '2027-07-01' };
  const graph = world({ next, other: { covered: 'care', where: 'abroad', cites: ['summary#p'] } });
  expect(ask(graph, { accordingTo: ['summary'] }).notStated).toBe('SOURCES_LEFT_OUT_BY_ASKER');
  expect(ask(graph).notStated).toBe('OTHER_DAYS');
});

test('care in another place is a reason only on the subject itself, or where the place asked is not home', () => {
  const graph = world({ abroad: { covered: 'care', where: { inside: ['CA'] } } });
  expect(ask(graph, { of: 'care' }).notStated).toBe('PLACE_NOT_ADDRESSED');
  expect(ask(graph, { of: 'massage' }).notStated).toBe('OUTSIDE_WHAT_IS_CLAIMED');
});

test('the reason why a rule does not decide is told by name', () => {
  const graph = world({
    out: { excluded: 'massage' },
    article: { covered: 'massage', cites: ['summary#p'] },
    in: { covered: 'massage', when: { all: ['c1', 'c2'] }, exceptTo: ['out'] },
    next: { covered: 'massage', from: '2027-01-01', exceptTo: ['out'] },
  });
  const texts = ask(graph, { unmet: ['c2'] }).rejectedRules.map(({ rule, text }) => [rule.key, text]);
  expect(Object.fromEntries(texts)).toEqual({
    article: 'Plan covers massage. Another rule stands against it: Plan excludes massage, by Manual.',
    in: 'Plan covers massage if condition c1 and condition c2. Its condition does not hold: not condition c2.',
    next: 'Plan covers massage. It does not hold on 2026-11-23: it begins on 2027-01-01.',
  });
});

test('a link is compared with each grant that it takes over as a claim on the care of that grant', () => {
  const taker: PlanDocument = {
    name: 'Taker',
    cites,
    home,
    takesRulesFrom: { plan: { takes: 'GRANTS_ONLY', requires: { c3: never }, cites } },
  };
  const graph = world(
    {
      near: { covered: 'massage' },
      wide: { covered: 'massage', where: 'anywhere', requires: { c3: { strength: 'PLAN_RULES_APPLY' } } },
    },
    { taker },
  );
  // The link also goes with the grant at home, which is narrower in place; that does not make it win over the other.
  expect(once(ask(graph, { plan: 'taker' }))).toEqual([['c3', 'PLAN_RULES_APPLY']]);
  expect(verdict(ask(graph, { plan: 'taker' }), 'AUTHORIZATION')).toBe('PLAN_RULES_APPLY');
});

test('of an exception and what it is an exception to neither statement loses to the other', () => {
  const graph = world({
    base: { covered: 'massage', where: 'anywhere', requires: { c3: required } },
    no: { excluded: 'massage', when: 'c1', exceptTo: ['base'] },
    yes: { covered: 'massage', where: 'home', exceptTo: ['no'], requires: { c3: never } },
  });
  // Compared by ground 4 the exception would win, since it is narrower in place.
  expect(once(ask(graph, { met: ['c1'] }))).toEqual([['c3', 'REQUIRED']]);
});

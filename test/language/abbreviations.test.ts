/** Abbreviations, persons and billing details, read by the words around them. */
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/language/ask.ts';
import { graph, TODAY } from '../helpers/curated-data.ts';

/** Plans, subjects, place and facts of a question; what is met, and what is not met after "not". */
function meaning(question: string) {
  const { plans, subjects, territory, given } = ask(graph, question, TODAY);
  return {
    plans: plans.map(({ slug }) => slug),
    subjects: subjects.map(({ slug }) => slug),
    place: territory?.code ?? null,
    given: given.map(({ condition, holds }) => (holds === false ? `not ${condition.slug}` : condition.slug)),
  };
}

describe('letters of a state that are also those of a plan or a profession', () => {
  test.each([
    ['does MA medicaid cover massage', ['medicaid'], 'US-MA'],
    ['Does Medicare cover massage in MA', ['medicare'], 'US-MA'],
    ['does TRICARE Prime cover massage in MA', ['tricare-prime'], 'US-MA'],
    ['do MA plans cover massage', ['medicare-advantage'], null],
    ['does MA cover massage', ['medicare-advantage'], null],
    ['massage in an MA plan or Original Medicare', ['medicare-advantage', 'original-medicare'], null],
    ['does Medicare cover massage in DC', ['medicare'], 'US-DC'],
    ['does Medicare cover massage in PA', ['medicare'], 'US-PA'],
  ])('%s', (question, plans, place) => {
    expect(meaning(question)).toEqual({ plans, subjects: ['massage-therapy'], place, given: [] });
  });

  test('DC is a chiropractor where a person stands', () => {
    expect(meaning('can a DC bill 97124 to Original Medicare')).toEqual({
      plans: ['original-medicare'],
      subjects: ['cpt-97124'],
      place: null,
      given: ['performed-by-chiropractor'],
    });
  });

  test('PA is prior authorization where one is needed, and the state after "in"', () => {
    const { intent, territory, notUnderstood } = ask(graph, 'Do I need PA for PT in PA with Medicaid?', TODAY);
    expect([intent, territory?.code, notUnderstood]).toEqual(['REQUIREMENTS', 'US-PA', []]);
  });

  test('a PA who counts as a doctor or not is not set aside', () => {
    expect(ask(graph, 'does my PA count as a doctor for a massage prescription under the VA', TODAY)).toMatchObject({
      understood: false,
      notUnderstood: ['PA'],
    });
  });

  test('letters that nothing explains are not understood', () => {
    expect(ask(graph, 'does Medicare cover massage PA', TODAY).understood).toBe(false);
  });
});

describe('a fact of one person is not a fact of another', () => {
  const family = 'family-of-active-duty-member';
  test.each([
    ['Does TRICARE Prime cover massage for my wife, I am active duty', [family]],
    ["I'm active duty. Does TRICARE Prime cover massage for my son?", [family]],
    ['Does TRICARE Prime cover massage, my husband is active duty', [family]],
    ['My husband is active duty. Does TRICARE Prime cover massage for him?', ['active-duty-member']],
    ["Does TRICARE Prime cover massage, I'm active duty", ['active-duty-member']],
    ['Does TRICARE Prime cover massage for me? My wife is a teacher and I am on active duty', ['active-duty-member']],
  ])('%s', (question, given) => {
    expect(meaning(question).given).toEqual(given);
  });

  test('a fact on a person names no service', () => {
    expect(ask(graph, "Is my spouse allowed to use TRICARE Prime, I'm active duty", TODAY)).toMatchObject({
      intent: 'ELIGIBILITY',
      subjects: [],
      determinations: [],
    });
  });

  test('who is in a plan is no part of its name, and another plan is', () => {
    expect(ask(graph, 'does TRICARE Prime retiree cover massage', TODAY)).toMatchObject({
      understood: true,
      setAside: ['retiree'],
    });
    expect(ask(graph, 'does TRICARE Retired Reserve cover massage', TODAY).understood).toBe(false);
  });
});

describe('units and modifiers next to a code', () => {
  const MODIFIERS = 'Modifiers: GP, GO or GN names the plan it falls under';
  const UNIT = 'A timed code: a unit is fifteen minutes of direct contact';
  test.each([
    ['97124-GP covered by Original Medicare?', MODIFIERS],
    ['97124GP covered by Original Medicare?', MODIFIERS],
    ['97124 GP Original Medicare', MODIFIERS],
    ['does Original Medicare want modifier 59 on 97124', MODIFIERS],
    ['Original Medicare 97124 kx modifier', MODIFIERS],
    ['97124 x2 Original Medicare', UNIT],
    ['Original Medicare 97124 x 2 units', UNIT],
    ['how many units of 97124 for 25 minutes', UNIT],
    ['can 97124 and 97140 be billed the same day', 'another therapeutic procedure of the same day'],
  ])('%s: what a remark says', (question, remark) => {
    const { understood, text, setAside } = ask(graph, question, TODAY);
    expect(understood).toBe(true);
    expect(text).toContain(remark);
    expect(text).not.toContain('do not mention');
    expect(setAside).toEqual([]);
  });

  test('one that no remark mentions is named', () => {
    expect(ask(graph, 'Original Medicare 97140 modifier 59', TODAY).text).toMatch(
      /The remarks on what you named do not mention this: 59\.$/,
    );
  });

  test('letters of a state after "in" are no modifier', () => {
    expect(ask(graph, 'TRICARE Prime 97124 in CO', TODAY).territory?.code).toBe('US-CO');
  });
});

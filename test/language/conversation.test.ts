/** Questions that go on from another one, and texts with several questions. */
import { parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ask, type QuestionAnswer } from '../../src/language/ask.ts';
import { LONGEST_OPERATION, UnreadableOperation } from '../../src/language/operation-limits.ts';
import { splitQuestion } from '../../src/language/split-question.ts';
import { schema } from '../../src/schema/index.ts';
import { graph, TODAY } from '../helpers/curated-data.ts';

/** The answer to the last of several questions, each of which goes on from the one before. */
function conversation(...questions: readonly string[]): QuestionAnswer {
  const answers: QuestionAnswer[] = [];
  for (const question of questions) answers.push(ask(graph, question, TODAY, answers.at(-1)?.operation ?? null));
  const last = answers.at(-1);
  if (last === undefined) throw new Error('no question');
  return last;
}

const slugs = (entries: readonly { readonly slug: string }[]): string[] => entries.map(({ slug }) => slug);
/** What an answer is about: intent, plans, subjects, place, and the facts given as texts. */
const about = ({ intent, plans, subjects, territory, given }: QuestionAnswer) => ({
  intent,
  plans: slugs(plans),
  subjects: slugs(subjects),
  place: territory?.code ?? null,
  given: given.map(({ condition, holds }) => (holds === false ? `not ${condition.slug}` : condition.slug)),
});

const PRIME = 'does TRICARE Prime cover massage';

describe('a question takes from the one before it what it leaves out', () => {
  test.each([
    [
      [PRIME, 'and with a referral?'],
      { intent: 'COVERAGE', plans: ['tricare-prime'], subjects: ['massage-therapy'], place: null, given: ['referral'] },
    ],
    [
      [PRIME, 'what about Select?'],
      { intent: 'COVERAGE', plans: ['tricare-select'], subjects: ['massage-therapy'], place: null, given: [] },
    ],
    [
      [PRIME, 'in Mexico?'],
      { intent: 'COVERAGE', plans: ['tricare-prime'], subjects: ['massage-therapy'], place: 'MX', given: [] },
    ],
    [
      [PRIME, 'and in Mexico?', 'and acupuncture?'],
      { intent: 'COVERAGE', plans: ['tricare-prime'], subjects: ['acupuncture'], place: 'MX', given: [] },
    ],
    [
      [PRIME, 'why?'],
      { intent: 'EXPLAIN', plans: ['tricare-prime'], subjects: ['massage-therapy'], place: null, given: [] },
    ],
    [
      [PRIME, 'do I need a referral?'],
      { intent: 'REQUIREMENTS', plans: ['tricare-prime'], subjects: ['massage-therapy'], place: null, given: [] },
    ],
    [
      [PRIME, 'how much does it cost?', 'what about Select?'],
      { intent: 'COST', plans: ['tricare-select'], subjects: ['massage-therapy'], place: null, given: [] },
    ],
    [
      [PRIME, 'which plans cover it?'],
      { intent: 'LIST_PLANS', plans: [], subjects: ['massage-therapy'], place: null, given: [] },
    ],
    [
      ['does Medigap Plan G cover emergency care in France', 'and N?'],
      { intent: 'COVERAGE', plans: ['medigap-plan-n'], subjects: ['emergency-care'], place: 'FR', given: [] },
    ],
    [
      ['compare TRICARE Prime and TRICARE Select for massage', 'and acupuncture?'],
      {
        intent: 'COMPARE',
        plans: ['tricare-prime', 'tricare-select'],
        subjects: ['acupuncture'],
        place: null,
        given: [],
      },
    ],
  ] as const)('%j', (questions, expected) => {
    expect(about(conversation(...questions))).toEqual(expected);
  });

  test('the day too', () => {
    const { determinations } = conversation(
      'does Humana Gold Plus H1036-068 cover acupuncture in 2027',
      'and physical therapy?',
    );
    expect(determinations.map(({ on, subject }) => [on, subject.slug])).toEqual([['2027-01-01', 'physical-therapy']]);
  });

  test('the county too', () => {
    const first = 'which plans in Allegheny County PA cover massage in 2027';
    const { county, intent, subjects } = conversation(first, 'and acupuncture?');
    expect([county, intent, slugs(subjects)]).toEqual([
      'Allegheny County, Pennsylvania',
      'LIST_PLANS',
      ['acupuncture'],
    ]);
  });

  test('a fact is not kept when its opposite is stated', () => {
    expect(about(conversation(`${PRIME} with a referral`, 'and without a referral?')).given).toEqual(['not referral']);
    expect(about(conversation(`${PRIME} without a prescription`, 'and if a doctor prescribes it?')).given).toEqual([
      'prescribed-by-doctor',
    ]);
  });

  test('a number alone is the new count of what was counted', () => {
    const first = 'does Medigap Plan G cover emergency care in France 70 days into the trip';
    const counts = ({ given }: QuestionAnswer) => given.map(({ condition, count }) => [condition.slug, count]);
    expect(counts(conversation(first, 'and in Italy?'))).toEqual([['days-of-trip-before-care', 70]]);
    expect(counts(conversation(first, 'what about day 20?'))).toEqual([['days-of-trip-before-care', 20]]);
    expect(conversation(first, 'what about 20 or 30?')).toMatchObject({ understood: false });
  });

  test('a plan that is only excluded is not answered for', () => {
    expect(conversation(PRIME, 'and without TRICARE?')).toMatchObject({
      understood: false,
      notUnderstood: ['without TRICARE'],
    });
  });

  test('facts of one person are not kept for another', () => {
    expect(about(conversation(`${PRIME} for active duty`, 'in Mexico?')).given).toEqual(['active-duty-member']);
    expect(about(conversation(`${PRIME} for active duty`, 'same for my wife')).given).toEqual([]);
  });

  test('a question that is whole by itself takes nothing', () => {
    expect(
      about(conversation(`${PRIME} with a referral in Mexico`, 'does Medicare Part B cover physical therapy')),
    ).toEqual({
      intent: 'COVERAGE',
      plans: ['medicare-part-b'],
      subjects: ['physical-therapy'],
      place: null,
      given: [],
    });
    expect(conversation(PRIME, 'what is prior authorization').concepts.map(({ name }) => name)).toEqual([
      'Prior authorization',
    ]);
  });

  test('the answer says first what was taken', () => {
    expect(conversation(`${PRIME} in Mexico`, 'with a referral?').text).toMatch(
      /^From the question before: TRICARE Prime, massage therapy, Mexico\.\n/,
    );
  });

  test.each(['and if im active duty?', 'why?', 'in Mexico?', 'where did you get that from'])(
    'without the one before it, %s is said to go on from another',
    (question) => {
      const { understood, text } = ask(graph, question, TODAY);
      expect([understood, text]).toEqual([false, expect.stringMatching(/^This seems to go on from another question/)]);
    },
  );

  test('an unknown name is still not understood', () => {
    expect(conversation(PRIME, 'what about Zorbocare?')).toMatchObject({
      understood: false,
      notUnderstood: ['Zorbocare'],
    });
  });
});

describe('an operation that no answer can have', () => {
  test.each([
    ['no GraphQL', 'TRICARE Prime', /^The operation is not GraphQL/],
    ['a mutation', 'mutation { coverage }', /^The operation is a mutation/],
    ['two operations', 'query A { coverage } query B { coverage }', /more than one/],
    ['a variable', 'query A($p: String!) { coverage(plan: $p) { id } }', /has variables/],
    ['another field', '{ search(text: "a") { totalCount } }', /asks for "search"/],
    ['a field of every object', '{ constructor { id } }', /asks for "constructor"/],
    [
      'another argument',
      '{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }, x: 1) { id } }',
      /arguments of "coverage"/,
    ],
    [
      'a missing argument',
      '{ coverage(plan: "tricare-prime") { id } }',
      /arguments of "coverage" cannot be read \(of\)/,
    ],
    ['a plan that is not there', '{ plan(slug: "gone") { name } }', /names the plan "gone"/],
    ['a fragment', '{ ...A } fragment A on Query { dataset { version } }', /more than one|fragment/],
    ['too long', ' '.repeat(LONGEST_OPERATION + 1), /20,001 characters/],
  ])('%s', (_, operation, message) => {
    expect(() => ask(graph, 'and in Mexico?', TODAY, operation)).toThrow(UnreadableOperation);
    expect(() => ask(graph, 'and in Mexico?', TODAY, operation)).toThrow(message);
  });
});

describe('a text with several questions', () => {
  test.each([
    ['Does Medicare cover massage? Does TRICARE?', ['Does Medicare cover massage?', 'Does TRICARE?']],
    [
      'I have Part B. Does it cover PT? And what about acupuncture?',
      ['I have Part B. Does it cover PT?', 'I have Part B. And what about acupuncture?'],
    ],
    ['Is massage covered, and what about acupuncture?', ['Is massage covered', 'what about acupuncture?']],
    ['Does Dr. Smith need a referral for massage?', ['Does Dr. Smith need a referral for massage?']],
    [
      'can my doctor prescribe a massage and have Medicare pay',
      ['can my doctor prescribe a massage and have Medicare pay'],
    ],
    [
      'They say the VA pays for massage. Is that so, or not?',
      ['They say the VA pays for massage. Is that so, or not?'],
    ],
    [
      'They say the VA pays. Is that true? Is acupuncture paid?',
      ['They say the VA pays. Is that true? Is acupuncture paid?'],
    ],
    ['I have Prime. I want massage.', ['I have Prime. I want massage.']],
  ])('%s', (text, questions) => {
    expect(splitQuestion(text).map(({ question }) => question)).toEqual(questions);
  });

  test('gets an answer to each, under its own heading', () => {
    const { text, plans, subjects, determinations, operation } = ask(
      graph,
      'Does Medicare Part B cover physical therapy? And what about acupuncture with TRICARE Prime?',
      TODAY,
    );
    expect(text).toMatch(
      /^1\. Does Medicare Part B cover physical therapy\?\nIt depends\. Medicare Part B covers physical therapy/,
    );
    expect(text).toMatch(
      /\n\n2\. And what about acupuncture with TRICARE Prime\?\nTRICARE Prime does not cover acupuncture/,
    );
    expect([slugs(plans), slugs(subjects)]).toEqual([
      ['medicare-part-b', 'tricare-prime'],
      ['physical-therapy', 'acupuncture'],
    ]);
    expect(determinations.map(({ plan, subject }) => `${plan.slug} ${subject.slug}`)).toEqual([
      'medicare-part-b physical-therapy',
      'tricare-prime acupuncture',
    ]);
    expect(validate(schema, parse(operation ?? ''))).toEqual([]);
  });

  test('facts of one question are not facts of another', () => {
    const { determinations } = ask(
      graph,
      'Does TRICARE Prime cover massage with a referral? Does Medicare Part B cover physical therapy without a prescription?',
      TODAY,
    );
    expect(
      determinations.map(({ given }) => given.map(({ condition, holds }) => `${condition.slug} ${String(holds)}`)),
    ).toEqual([['referral true'], ['prescribed false']]);
  });

  test('the next question goes on from the last of them', () => {
    const two = 'Does Medicare Part B cover physical therapy? Does TRICARE Prime cover acupuncture?';
    expect(about(conversation(two, 'in Mexico?'))).toMatchObject({
      plans: ['tricare-prime'],
      subjects: ['acupuncture'],
      place: 'MX',
    });
  });

  test('if one is not understood, nothing is derived', () => {
    expect(ask(graph, 'Does TRICARE Prime cover massage? Does Zorbocare cover acupuncture?', TODAY)).toMatchObject({
      understood: false,
      determinations: [],
    });
  });

  test('two questions of one case get one answer', () => {
    expect(ask(graph, 'Does TRICARE Prime cover massage? How much is it?', TODAY).text).not.toMatch(/^1\./);
  });
});

describe('a question in Spanish is answered in both languages that it is not read', () => {
  test.each([
    '¿Medicare cubre la terapia de masaje?',
    '¿Cuánto pago por terapia física con la Parte B?',
    'Medicare cubre acupuntura',
    'necesito autorizacion previa para masaje con tricare prime',
    '¿El VA cubre masajes para veteranos?',
  ])('%s', (question) => {
    const { understood, text } = ask(graph, question, TODAY);
    expect([understood, text.includes('English only'), text.includes('solo en inglés')]).toEqual([false, true, true]);
  });

  test.each([
    'We live in El Paso and go to Los Algodones. Does medicare cover zorbs there?',
    'massage in La Paz y zzz',
  ])('English: %s', (question) => {
    expect(ask(graph, question, TODAY).text).not.toContain('inglés');
  });
});

/** Questions over all plans, over time, and about matters that the data does not hold. */
import { graphqlSync } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ask, type QuestionAnswer } from '../../src/language/ask.ts';
import { schema } from '../../src/schema/index.ts';
import { graph } from '../helpers/curated-data.ts';

const TODAY = '2026-12-01';
const answerTo = (question: string): QuestionAnswer => ask(graph, question, TODAY);

/** The ids of all determinations that an operation returns, at any depth. */
function idsIn(operation: string): string[] {
  const { data, errors } = graphqlSync({
    schema,
    source: operation,
    contextValue: { graph, today: TODAY, loadedAt: `${TODAY}T12:00:00Z` },
  });
  expect(errors).toBeUndefined();
  return [...JSON.stringify(data).matchAll(/"id":"([^"]+)","status"/g)].map(([, id = '']) => id);
}

describe('which plans require a formality', () => {
  const question = 'which plans require prior authorization for physical therapy';

  test('by plan, with what begins within a year', () => {
    const { intent, text } = answerTo(question);
    expect(intent).toBe('REQUIREMENTS');
    // The plan benefit packages of 2027 say so of these four, and not of Aetna's.
    const line = /^From 2027-01-01, required: (.*)$/m.exec(text)?.[1] ?? '';
    for (const name of ['AARP', 'Humana', 'SCAN', 'UPMC']) expect(line).toContain(name);
    expect(line).not.toMatch(/Aetna|TRICARE/);
    expect(text).toContain('That does not mean no');
  });

  test('on a day that is named, only that day', () => {
    const { text } = answerTo(`${question} in 2027`);
    expect(text).toMatch(/^Required: AARP/m);
    expect(text).not.toContain('From 2027');
  });

  test('the operation returns the same determinations', () => {
    const { operation, determinations } = answerTo(question);
    expect(new Set(idsIn(operation ?? ''))).toEqual(new Set(determinations.map(({ id }) => id)));
    expect(new Set(determinations.map(({ on }) => on))).toEqual(new Set([TODAY, '2027-01-01']));
  });

  test('the next question goes on with the subject and not with a day that was not named', () => {
    const { operation } = answerTo(question);
    const next = ask(graph, 'and TRICARE Prime?', TODAY, operation);
    expect([next.plans, next.subjects].flat().map(({ slug }) => slug)).toEqual(['tricare-prime', 'physical-therapy']);
    expect(next.determinations.map(({ on }) => on)).toEqual([TODAY]);
  });
});

describe('what the plans charge', () => {
  test.each([
    'which plan is cheapest for physical therapy in 2027',
    'what plan has the lowest copay for physical therapy in 2027',
  ])('%s', (question) => {
    const { intent, text } = answerTo(question);
    expect(intent).toBe('COST');
    expect(text).toMatch(/- SCAN Costco Medicare Advantage H5425-140: \$15 copayment in 2027\./);
    expect(text).toMatch(/- UPMC for Life PPO Rx Choice H5533-019: \$20 copayment in 2027\./);
    expect(text).toContain('They are not ranked');
  });

  test('what something costs without a plan is another question', () => {
    expect(answerTo('how much does massage hurt').understood).toBe(false);
  });
});

describe('what changes', () => {
  test('for a plan whose rules begin next year', () => {
    const { intent, text, concepts } = answerTo('what changes next year for Humana Gold Plus H1036-068');
    expect(intent).toBe('OPTIONS');
    expect(text).toMatch(/^What sources state of 2027-01-01 and not of 2026-12-01:/);
    expect(text).toMatch(/- Humana Gold Plus H1036-068 covers acupuncture\..*\$5 copayment.*12 visits per plan year/);
    expect(concepts.map(({ slug }) => slug)).toContain('acupuncture');
  });

  test('for a program, of the plans within it', () => {
    const { text, determinations, operation } = answerTo('What changes in 2027 for Medicare acupuncture?');
    expect(text).toMatch(/^- Humana Gold Plus H1036-068 covers acupuncture\..*12 visits per plan year/m);
    expect(new Set(idsIn(operation ?? ''))).toEqual(new Set(determinations.map(({ id }) => id)));
    expect(answerTo('what changes next year for Medicare Advantage').text).toMatch(
      /^- It depends\. SCAN Costco .* covers physical therapy.*\$15 copayment in 2027/m,
    );
  });

  test('for a plan of which no source states a change', () => {
    expect(answerTo('what changes in 2027 for TRICARE Prime').text).toMatch(
      /^No rule in the graph states a change for TRICARE Prime between 2026-12-01 and 2027-01-01\. That does not mean/,
    );
  });

  test('the operation returns the same determinations', () => {
    const { operation, determinations } = answerTo('what changes next year for Humana Gold Plus H1036-068');
    expect(new Set(idsIn(operation ?? ''))).toEqual(new Set(determinations.map(({ id }) => id)));
  });
});

test.each([
  ['what is prior authorization', 'Prior authorization, also called Preauthorization, Pre-approval.'],
  ['what is a referral', 'Referral'],
  ['what does plan of care mean', 'Certified plan of care'],
])('%s: the description of the condition', (question, text) => {
  const answer = answerTo(question);
  expect([answer.intent, answer.text.startsWith(text)]).toEqual(['DESCRIBE', true]);
});

test.each([
  ['TRICARE denied my massage claim, how do I appeal', 'How to appeal or dispute a decision'],
  ['Aetna MA plan said no to my chiropractor prior auth. Deadline to fight it?', 'How to appeal or dispute a decision'],
  ['can I use my HSA for massage', 'What health savings and flexible spending accounts pay'],
  ['who do I call about TRICARE Prime massage', 'Whom to call'],
])('%s: that is not in the data', (question, matter) => {
  expect(answerTo(question).text).toMatch(new RegExp(`^${matter} is not in the data, so that is not answered here\\.`));
});

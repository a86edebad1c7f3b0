/** Days in questions, as Americans write them and in ISO 8601. */
import { expect, test } from 'vitest';
import { ask, type QuestionAnswer } from '../../src/language/ask.ts';
import { interpret } from '../../src/language/interpret.ts';
import { graph } from '../helpers/curated-data.ts';

const TODAY = '2027-03-15';
const answerTo = (question: string): QuestionAnswer => ask(graph, question, TODAY);
const QUESTION = 'does Tricare Prime cover massage without a referral';

test.each([
  ['on January 1, 2027', '2027-01-01'],
  ['on january 1 2027', '2027-01-01'],
  ['on Jan. 1, 2027', '2027-01-01'],
  ['on Jan 1st 2027', '2027-01-01'],
  ['as of January 1, 2027', '2027-01-01'],
  ['starting January the 1st, 2027', '2027-01-01'],
  ['beginning on Sept. 30, 2026', '2026-09-30'],
  ['effective 1/1/2027', '2027-01-01'],
  ['on 1/1/2027', '2027-01-01'],
  ['on 01/01/27', '2027-01-01'],
  ['on 1-1-2027', '2027-01-01'],
  ['on 12/31/2026', '2026-12-31'],
  ['on 2/3/2027', '2027-02-03'],
  ['on 1 January 2027', '2027-01-01'],
  ['on the 1st of January, 2027', '2027-01-01'],
  ['on 2027-01-01', '2027-01-01'],
  ['on 2/29/2028', '2028-02-29'],
  ['on May 5, 2027', '2027-05-05'],
  ['in January 2027', '2027-01-01'],
  // Today is in that month, and in that year.
  ['in March 2027', '2027-03-15'],
  ['in 2027', '2027-03-15'],
  ['in 2026', '2026-01-01'],
])('%s is %s', (text, day) => {
  for (const question of [`${QUESTION} ${text}`, `${text} ${QUESTION}`, `${text}, ${QUESTION}?`]) {
    if (text.startsWith('in 20') && !question.startsWith(QUESTION)) continue;
    const answer = answerTo(question);
    expect([answer.understood, answer.intent], question).toEqual([true, 'COVERAGE']);
    expect(
      answer.determinations.map(({ on, given }) => [on, given.map((fact) => fact.condition.slug)]),
      question,
    ).toEqual([[day, ['referral']]]);
  }
});

test.each([
  ['February 30, 2027', 'February 30 2027'],
  ['2/29/2027', '2/29/2027'],
  ['13/1/2027', '13/1/2027'],
  ['31/12/2026', '31/12/2026'],
  ['2027-02-30', '2027-02-30'],
  ['0/1/2027', '0/1/2027'],
  ['31 June 2027', '31 June 2027'],
])('%s is refused in words', (text, said) => {
  const { understood, notUnderstood, determinations, text: reason } = answerTo(`${QUESTION} on ${text}`);
  expect([understood, notUnderstood, determinations]).toEqual([false, [said], []]);
  expect(reason).toBe(
    `"${said}" is not a day of the calendar. Write the day as January 31, 2027, 1/31/2027 or 2027-01-31.`,
  );
});

test.each([
  'before January 1, 2027',
  'after 1/1/2027',
  'until December 31, 2027',
  'from 1/1/2027 to 12/31/2027',
  'between January 1, 2026 and January 1, 2027',
  'in 2026 or on 1/1/2027',
  'before next year',
  'until January',
])('%s is not one day, so nothing is derived', (text) => {
  const { understood, determinations, suggestions } = answerTo(`${QUESTION} ${text}`);
  expect([understood, determinations]).toEqual([false, []]);
  for (const suggestion of suggestions) expect(answerTo(suggestion).understood, suggestion).toBe(true);
});

test.each([
  ['next year', '2028-01-01'],
  ['next plan year', '2028-01-01'],
  ['in the new year', '2028-01-01'],
  ['in January', '2028-01-01'],
  ['on January 1', '2028-01-01'],
  ['starting Jan 1st', '2028-01-01'],
  ['in April', '2027-04-01'],
  ['on March 14', '2028-03-14'],
  ['on March 16', '2027-03-16'],
  // Today is in that month.
  ['in March', '2027-03-15'],
  ['in May', '2027-05-01'],
  ['during open enrollment', '2028-01-01'],
  ['tomorrow', '2027-03-16'],
  ['next week', '2027-03-22'],
  ['next month', '2027-04-01'],
  ['this year', '2027-03-15'],
  ['last year', '2026-01-01'],
  ['starting 2028', '2028-01-01'],
])('%s is %s, counted from March 15, 2027', (text, day) => {
  const { understood, determinations } = answerTo(`${QUESTION} ${text}`);
  expect([understood, determinations.map(({ on }) => on)]).toEqual([true, [day]]);
});

test('a year between names is the time of the care, and one of a person is not', () => {
  const days = [
    'tricare prime 2028 massage without a referral',
    'I retired from the Army in 2009, does tricare prime cover massage',
    'I had surgery in January, does tricare prime cover massage',
    'may tricare prime cover massage',
  ].map((question) => answerTo(question).determinations.map(({ on }) => on));
  expect(days).toEqual([['2028-01-01'], [TODAY], [TODAY], [TODAY]]);
});

test('numbers that are no day are left to the rest of the question', () => {
  for (const question of ['what is CPT 97124', 'does H1036-068 cover 12 visits', 'may Medicare cover massage in 2027'])
    expect(interpret(graph, question, TODAY).invalidDay, question).toBeNull();
});

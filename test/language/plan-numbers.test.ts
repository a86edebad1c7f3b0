/** Plan numbers in every way in which they are published or said, and with the insurer's name. */
import { describe, expect, test } from 'vitest';
import { graph } from '../helpers/curated-data.ts';
import { ask, type QuestionAnswer } from '../../src/language/ask.ts';
import { withPlanNumbers } from '../../src/language/plan-numbers.ts';
import { tokenize } from '../../src/language/tokenizer.ts';

const answerTo = (question: string): QuestionAnswer => ask(graph, question, '2027-03-01');
const HUMANA = 'humana-gold-plus-h1036-068';

test.each([
  'H1036-068',
  'h1036-068',
  'H1036-068-0',
  'H1036-068-000',
  'H1036 068',
  'H1036068',
  'H1036068000',
  'H1036_068_0',
  'H1036\u2013068',
  'H1036-68',
  'contract H1036 plan 68',
  'contract H1036, plan 068',
  'contract number H1036 plan number 68 segment 0',
  'plan 68 of contract H1036',
  'plan H1036-068',
  'plan ID H1036-068',
  'Humana H1036-068',
  'humana h1036-068',
  "Humana's H1036-068",
  'Humana (H1036-068)',
  'Humana plan H1036-068',
  'Humana Gold Plus H1036-068',
  'Humana Gold Plus (H1036-068)',
  'Humana contract H1036 plan 68',
])('%s', (number) => {
  const { understood, plans, subjects } = answerTo(`does ${number} cover massage`);
  expect([understood, plans.map(({ slug }) => slug), subjects.map(({ slug }) => slug)]).toEqual([
    true,
    [HUMANA],
    ['massage-therapy'],
  ]);
});

test.each([
  ['H1036-069', 'another plan of the contract'],
  ['H1036-69', 'the same, not padded'],
  ['H1036-068-1', 'another segment'],
  ['H1036068001', 'the same as one word'],
  ['contract H1036 plan 69', 'the same in words'],
  ['Aetna H1036-068', 'the name of another insurer'],
  ['Humana H1609-028', 'the number of another insurer'],
  ['Humana Gold Plus H1036-069', 'a known name with another number'],
])('%s is not taken for a plan: %s', (number) => {
  const { understood, determinations, suggestions } = answerTo(`does ${number} cover massage`);
  expect([understood, determinations]).toEqual([false, []]);
  for (const suggestion of suggestions) expect(answerTo(suggestion).understood, suggestion).toBe(true);
});

describe('the words of a plan number', () => {
  const stems = (text: string): string =>
    withPlanNumbers(tokenize(text), (stem) => stem === 'h1036')
      .map(({ stem }) => stem)
      .join(' ');
  test.each([
    ['H1036-068-000', 'h1036 068 0'],
    ['H1036-068-002', 'h1036 068 2'],
    ['contract H1036, plan 7', 'h1036 007'],
    ['does H1036 cover 12 visits', 'doe h1036 cover 12 visit'],
    ['H1036 12 visits', 'h1036 12 visit'],
    // A billing code of the same form, whose modifier is no plan.
    ['H2021-59', 'h2021 59'],
    ['H1036-068 2027', 'h1036 068 2027'],
  ])('%s: %s', (text, expected) => {
    expect(stems(text)).toBe(expected);
  });
});

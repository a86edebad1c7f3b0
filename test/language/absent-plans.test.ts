/**
 * A plan that is not in the data is never taken for another one: each plan is taken out of a copy of the data, and the questions
 * that name it are asked.
 */
import { describe, expect, test } from 'vitest';
import type { Graph, Plan } from '../../src/graph/entries.ts';
import { ask } from '../../src/language/ask.ts';
import { graph, TODAY } from '../helpers/curated-data.ts';

const labelsOf = ({ name, alternateNames, phrases }: Plan): string[] => [name, ...alternateNames, ...phrases];

/** The data without a plan, as far as names are concerned. */
const without = (plan: Plan): Graph => ({
  ...graph,
  plans: new Map([...graph.plans].filter(([, each]) => each !== plan)),
});

const questionsOn = (label: string): string[] =>
  [label, label.toLowerCase()].flatMap((typed) => [
    `does ${typed} cover massage therapy`,
    `${typed} massage therapy`,
    `is massage therapy covered by ${typed} for my neck`,
    `I have ${typed}, will it pay for massage therapy`,
  ]);

/** Names that consist of the name of a program and a place, or of words that say nothing but the program's name. */
const NAMES_OF_PROGRAM = new Set([
  'oregon medicaid',
  'tricare overseas',
  'tricare overseas program',
  'overseas prime',
  'prime overseas',
  'tricare prime overseas',
  'plain medicare',
  'fee-for-service medicare',
  'medical insurance under medicare',
]);

describe('without the plan, no other one answers for', () => {
  test.each([...graph.plans.values()].map((plan) => [plan.slug, plan] as const))('%s', (_, plan) => {
    const rest = without(plan);
    const labels = labelsOf(plan).filter(
      (label) =>
        !NAMES_OF_PROGRAM.has(label.toLowerCase()) &&
        ![...rest.plans.values()].some((other) =>
          labelsOf(other).some((each) => each.toLowerCase() === label.toLowerCase()),
        ),
    );
    expect(labels.length > 0 || plan.slug === 'tricare-overseas').toBe(true);
    const answered = labels.flatMap(questionsOn).flatMap((question) => {
      const { understood, plans } = ask(rest, question, TODAY);
      return understood && plans.length > 0 ? [`${question}: ${plans.map(({ slug }) => slug).join()}`] : [];
    });
    expect(answered).toEqual([]);
  });
});

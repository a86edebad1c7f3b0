/** Requirements that several answers share: in any role. What one does not require is a difference. Values worked out by hand. */
import { expect, test } from 'vitest';
import { comparePlans } from '../../src/engine/compare-plans.ts';
import type { RuleDocument } from '../../src/model/shapes.ts';
import { ask, graphOf } from './world.ts';

type Rule = Omit<RuleDocument, 'cites'>;
const home = { territories: ['US'], cites: ['manual#p'] };

/** Compares `plan` and `other` on massage; each has one rule. */
function compared(one: Rule, other: Rule) {
  const graph = graphOf(
    { rule: one },
    { c1: { topic: 'AUTHORIZATION' } },
    { other: { name: 'Other', cites: ['manual#p'], home, rules: { rule: { ...other, cites: ['manual#p'] } } } },
  );
  const answers = [ask(graph), ask(graph, { plan: 'other' })];
  const subject = answers[0]?.subject;
  if (subject === undefined) throw new Error('there is no answer');
  const { shared, differences } = comparePlans(graph, subject, answers);
  return {
    shared: shared.map(({ role, strength, text }) => [role, strength, text]),
    differences: differences
      .filter(({ aspect }) => aspect === 'REQUIREMENT')
      .map(({ values }) => values.map(({ text }) => text)),
  };
}

const granted = { covered: 'massage' };
const required = { requires: { c1: { strength: 'REQUIRED' } } } as const;
const waived = { requires: { c1: { strength: 'NOT_REQUIRED' } } } as const;

test('a condition of coverage in one answer and a requirement once covered in the other are shared', () => {
  const { shared, differences } = compared({ ...granted, when: 'c1' }, { ...granted, ...required });
  expect(shared).toEqual([['ONCE_COVERED', 'REQUIRED', 'condition c1']]);
  expect(differences).toEqual([['condition c1: coverage turns on it', 'condition c1: required']]);
});

test('what one requires and the other does not require is a difference and is not shared', () => {
  const { shared, differences } = compared({ ...granted, ...required }, { ...granted, ...waived });
  expect(shared).toEqual([]);
  expect(differences).toEqual([['condition c1: required', 'not required: condition c1']]);
});

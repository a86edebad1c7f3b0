/** The union ConditionExpression: the condition of a rule, as a tree of groups and tests. */
import type { ConditionExpression, ConditionGroup, ConditionTest } from '../graph/entries.ts';
import { builder } from './builder.ts';
import { GroupOperatorRef } from './enums.ts';
import { CoverageConditionRef } from './refs.ts';

const TYPE_NAMES = { GROUP: 'ConditionGroup', TEST: 'ConditionTest' } as const satisfies Record<
  ConditionExpression['type'],
  string
>;

const ConditionGroupRef = builder.objectRef<ConditionGroup>('ConditionGroup');
const ConditionTestRef = builder.objectRef<ConditionTest>('ConditionTest');

export const ConditionExpressionRef = builder.unionType('ConditionExpression', {
  description: 'The condition of a rule: one test, or a group of expressions, nested at most three deep.',
  types: [ConditionGroupRef, ConditionTestRef],
  resolveType: ({ type }) => TYPE_NAMES[type],
});

ConditionGroupRef.implement({
  description: 'Several expressions, joined by all, any or none.',
  fields: (t) => ({
    operator: t.expose('operator', { type: GroupOperatorRef, description: 'How many of the members must hold.' }),
    of: t.expose('of', { type: [ConditionExpressionRef], description: 'The members, in the order of the rule.' }),
  }),
});

ConditionTestRef.implement({
  description: 'A test of one condition: that it holds, or that its count is within bounds.',
  fields: (t) => ({
    condition: t.expose('condition', { type: CoverageConditionRef, description: 'What must hold, or is counted.' }),
    atLeast: t.exposeInt('atLeast', {
      nullable: true,
      description: 'The lowest count that passes; null if there is none, or nothing is counted.',
    }),
    atMost: t.exposeInt('atMost', {
      nullable: true,
      description: 'The highest count that passes; null if there is none, or nothing is counted.',
    }),
  }),
});

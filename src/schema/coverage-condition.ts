/** Something that must be true, or must be done, for a plan to cover a thing. */
import { builder } from './builder.ts';
import { connectionOf, pageArguments } from './relay-connections.ts';
import { ConditionTopicRef } from './enums.ts';
import { resolveCondition } from './resolve-arguments.ts';
import { pageOf } from './pagination.ts';
import { sortedBySlug, linkedEntries, sortedListOf } from '../graph/sorted-lists.ts';
import { ConceptRef, CoverageConditionRef, CoverageRuleConnection, ExternalCodeRef, NodeRef } from './refs.ts';

const CoverageConditionConnection = connectionOf('CoverageCondition', CoverageConditionRef, [
  'coverage condition',
  'coverage conditions',
]);

CoverageConditionRef.implement({
  description: 'Something that must be true, or must be done, for a plan to cover a thing.',
  interfaces: () => [NodeRef, ConceptRef],
  fields: (t) => ({
    topic: t.expose('topic', { type: ConditionTopicRef, description: 'What it concerns; used only for grouping.' }),
    question: t.exposeString('question', {
      nullable: true,
      description:
        'The question that asks a person whether it holds; null if no person can be asked, as for cost sharing.',
    }),
    counts: t.exposeString('counts', {
      nullable: true,
      description: 'What it counts, if it is a number and not a yes or no: visits, days.',
    }),
    implies: t.field({
      type: [CoverageConditionRef],
      description: 'Conditions that hold whenever this one does.',
      resolve: ({ implies }) => linkedEntries(implies, 'COVERAGE_CONDITION', 'IMPLIES').items,
    }),
    excludes: t.field({
      type: [CoverageConditionRef],
      description: 'Conditions that cannot hold at the same time.',
      resolve: ({ excludes }) => linkedEntries(excludes, 'COVERAGE_CONDITION', 'EXCLUDES').items,
    }),
    externalCodes: t.expose('externalCodes', {
      type: [ExternalCodeRef],
      description: 'Codes for it in other vocabularies, such as diagnosis codes.',
    }),
    rules: t.field({
      type: CoverageRuleConnection,
      description: 'The rules that depend on it or require it.',
      args: pageArguments,
      resolve: ({ rules }, page) => pageOf(sortedBySlug(rules), page),
    }),
  }),
});

builder.queryFields((t) => ({
  coverageCondition: t.field({
    type: CoverageConditionRef,
    nullable: true,
    description: 'One condition that rules depend on.',
    args: { slug: t.arg.string({ required: true, description: 'The slug of a condition, such as prescribed.' }) },
    resolve: (_, { slug }, { graph }) => resolveCondition(graph, slug, 'slug'),
  }),
  coverageConditions: t.field({
    type: CoverageConditionConnection,
    nullable: true,
    description: 'Every condition that rules depend on, by slug.',
    args: pageArguments,
    resolve: (_, page, { graph }) => pageOf(sortedListOf(graph.conditions), page),
  }),
}));

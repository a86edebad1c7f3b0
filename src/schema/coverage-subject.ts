/** The interface CoverageSubject: what a plan can cover, with the answers of all plans. */
import { determinationList } from './determination-list.ts';
import { determineWith, coverageArguments } from './coverage-arguments.ts';
import { pageArguments } from './relay-connections.ts';
import { CoverageStatusRef, PlanLevelRef } from './enums.ts';
import { typeNameOf } from './global-ids.ts';
import { pageOf } from './pagination.ts';
import { resolvePlanList } from './resolve-plan-list.ts';
import { sortedBySlug } from '../graph/sorted-lists.ts';
import { ConceptRef, CoverageRuleConnection, CoverageSubjectRef, DeterminationConnection, NodeRef } from './refs.ts';

CoverageSubjectRef.implement({
  description: 'What a plan can cover: a service, a technique used in it, or a code that bills it.',
  interfaces: () => [NodeRef, ConceptRef],
  resolveType: (subject) => typeNameOf(subject),
  fields: (t) => ({
    coverageByPlan: t.field({
      type: DeterminationConnection,
      nullable: true,
      description: 'What plans say of this, by plan slug; narrowed to the plans, the class and the statuses named.',
      args: {
        plans: t.arg.stringList({ description: 'These plans alone, by slug; left out: all plans.' }),
        within: t.arg.string({ description: 'Plans within this programme or class alone, at any depth, by its slug.' }),
        level: t.arg({ type: PlanLevelRef, description: 'Programmes, classes or single plans alone.' }),
        status: t.arg({
          type: [CoverageStatusRef],
          description: 'Answers of these statuses alone; left out: of any status.',
        }),
        ...coverageArguments,
        ...pageArguments,
      },
      resolve: (subject, args, context) => {
        const answer = determineWith(args, context);
        return determinationList(context.graph, resolvePlanList(context.graph, args), args, (plan) =>
          answer(plan, subject),
        );
      },
    }),
    rules: t.field({
      type: CoverageRuleConnection,
      description: 'The rules that speak of this very subject, by slug; those on broader ones are theirs.',
      args: pageArguments,
      resolve: ({ rules }, page) => pageOf(sortedBySlug(rules), page),
    }),
  }),
});

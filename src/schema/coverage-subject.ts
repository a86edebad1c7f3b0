/** The interface CoverageSubject: what a plan can cover, with the answers of all plans. */
import { determinationList } from './determination-list.ts';
import { determineWith, coverageArguments } from './coverage-arguments.ts';
import { pageArguments } from './relay-connections.ts';
import { CoverageStatusRef, PlanLevelRef } from './enums.ts';
import { typeNameOf } from './global-ids.ts';
import { pageOf } from './pagination.ts';
import { resolvePlanList } from './resolve-plan-list.ts';
import { needGrant, hasGrantOn } from '../engine/plans-with-grants.ts';
import { filterSorted, sortedBySlug } from '../graph/sorted-lists.ts';
import { ConceptRef, CoverageRuleConnection, CoverageSubjectRef, DeterminationConnection, NodeRef } from './refs.ts';

CoverageSubjectRef.implement({
  description: 'What a plan can cover: a service, a technique used in it, or a code that bills it.',
  interfaces: () => [NodeRef, ConceptRef],
  resolveType: (subject) => typeNameOf(subject),
  fields: (t) => ({
    coverageByPlan: t.field({
      type: DeterminationConnection,
      nullable: true,
      description: 'The answers of plans about this, by plan slug; limited to the given plans, class and statuses.',
      args: {
        plans: t.arg.stringList({ description: 'Only these plans, by slug; all plans if omitted.' }),
        within: t.arg.string({ description: 'Only plans within this program or class, at any depth, by its slug.' }),
        level: t.arg({ type: PlanLevelRef, description: 'Only programs, only classes or only single plans.' }),
        status: t.arg({
          type: [CoverageStatusRef],
          description: 'Only answers with these statuses; any status if omitted.',
        }),
        ...coverageArguments,
        ...pageArguments,
      },
      resolve: (subject, args, context) => {
        const answer = determineWith(args, context);
        const plans = resolvePlanList(context.graph, args);
        // Of thousands of plans, those that no grant reaches need not be asked for coverage.
        const isAtHome = args.given?.territory == null;
        const reached = needGrant(args.status ?? []) ? filterSorted(plans, hasGrantOn(subject, isAtHome)) : plans;
        return determinationList(context.graph, reached, args, (plan) => answer(plan, subject));
      },
    }),
    rules: t.field({
      type: CoverageRuleConnection,
      description: 'The rules about this subject itself, by slug; not those about broader subjects.',
      args: pageArguments,
      resolve: ({ rules }, page) => pageOf(sortedBySlug(rules), page),
    }),
  }),
});

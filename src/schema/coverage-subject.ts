/** The interface CoverageSubject: what a plan can cover, with the answers of all plans. */
import type { Graph, Plan, Subject } from '../graph/entries.ts';
import type { PlanLevel } from '../model/words.ts';
import { determinationList } from './determination-list.ts';
import { determineWith, coverageArguments } from './coverage-arguments.ts';
import { builder } from './builder.ts';
import { ConceptRef } from './concept.ts';
import { pageArguments } from './relay-connections.ts';
import { CoverageRuleConnection } from './coverage-rule.ts';
import { DeterminationConnection } from './determination.ts';
import { CoverageStatusRef, PlanLevelRef } from './enums.ts';
import { typeNameOf } from './global-ids.ts';
import { listedOnce, resolvePlan } from './resolve-arguments.ts';
import { NodeRef } from './node.ts';
import { type SortedList, pageOf } from './pagination.ts';
import { sortedBySlug, narrow, sortedListOf } from './sorted-lists.ts';

export const CoverageSubjectRef = builder.interfaceRef<Subject>('CoverageSubject');

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
        return determinationList(context.graph, plansNarrowed(context.graph, args), args, (plan) =>
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

interface PlanNarrowing {
  readonly plans?: readonly string[] | null | undefined;
  readonly within?: string | null | undefined;
  readonly level?: PlanLevel | null | undefined;
}

/** Whether `plan` belongs to `larger`, directly or through other plans. */
export function isWithin(plan: Plan, larger: Plan): boolean {
  let ancestor = plan.within;
  while (ancestor !== null && ancestor !== larger) ancestor = ancestor.within;
  return ancestor === larger;
}

/** The plans that match all given arguments, sorted by slug. */
export function plansNarrowed(graph: Graph, { plans, within, level }: PlanNarrowing): SortedList<Plan> {
  const listed = listedOnce(graph, plans, 'plans', (slug, at) => resolvePlan(graph, slug, at));
  const larger = within == null ? null : resolvePlan(graph, within, 'within');
  const all = sortedListOf(graph.plans);
  if (listed === null && larger === null && level == null) return all;
  return narrow(
    all,
    (plan) =>
      (listed === null || listed.has(plan)) &&
      (larger === null || isWithin(plan, larger)) &&
      (level == null || plan.level === level),
  );
}

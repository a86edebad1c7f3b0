/** The type Plan and the root fields `plan` and `plans`. */
import type { Inheritance, Link } from '../graph/entries.ts';
import { determinationList } from './determination-list.ts';
import { determineWith, coverageArguments, SubjectInput } from './coverage-arguments.ts';
import { builder } from './builder.ts';
import { connectionOf, pageArguments } from './relay-connections.ts';
import { resolvePlanList } from './resolve-plan-list.ts';
import { ConceptKindRef, CoverageStatusRef, PlanLevelRef, RuleInheritanceRef } from './enums.ts';
import { listedOnce, resolvePlan, resolveSubject } from './resolve-arguments.ts';
import { pageOf } from './pagination.ts';
import { sortedBySlug, linkedEntries, filterSorted, sortedListOf } from '../graph/sorted-lists.ts';
import {
  CitationRef,
  ConceptRef,
  CoverageRuleConnection,
  DeterminationConnection,
  DeterminationRef,
  NodeRef,
  PlanRef,
  RuleRequirementRef,
  ServiceAreaRef,
  TerritoryConnection,
} from './refs.ts';

const PlanConnection = connectionOf('Plan', PlanRef, ['plan', 'plans']);
const servicesAlone: ReadonlySet<string> = new Set(['SERVICE']);
const NO_LINKS: readonly Link[] = [];

const PlanInheritanceRef = builder.objectRef<Inheritance>('PlanInheritance').implement({
  description: 'The rules that a plan takes over from another one.',
  fields: (t) => ({
    plan: t.expose('plan', { type: PlanRef, description: 'The plan whose rules are taken over.' }),
    takes: t.expose('takes', { type: RuleInheritanceRef, description: 'Which of its rules are taken over.' }),
    requirements: t.expose('requires', {
      type: [RuleRequirementRef],
      description: 'What the plan requires for all care that it covers by taking over these rules.',
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'The passages that state that they are.',
      resolve: ({ link }) => link.cites,
    }),
  }),
});

PlanRef.implement({
  description: 'A health plan, a class of plans, or a program, with its own rules.',
  interfaces: () => [NodeRef, ConceptRef],
  fields: (t) => ({
    level: t.expose('level', {
      type: PlanLevelRef,
      description: 'Whether it is a program, a class of plans or a single plan.',
    }),
    within: t.expose('within', {
      type: PlanRef,
      nullable: true,
      description: 'The program or class of plans that it belongs to.',
    }),
    contains: t.field({
      type: PlanConnection,
      description: 'The plans directly within it, by slug.',
      args: pageArguments,
      resolve: ({ contains }, page) => pageOf(sortedBySlug(contains), page),
    }),
    takesRulesFrom: t.expose('takesRulesFrom', {
      type: [PlanInheritanceRef],
      description: 'The plans whose rules it takes over, and which rules.',
    }),
    supplements: t.field({
      type: [PlanRef],
      description:
        'Plans that it supplements, as Medigap supplements Original Medicare. It takes over none of their rules.',
      resolve: ({ supplements }) => sortedBySlug(supplements).items,
    }),
    homeTerritories: t.field({
      type: TerritoryConnection,
      description: 'Where it counts care as given at home; empty if no source says.',
      args: pageArguments,
      resolve: ({ home }, page) => pageOf(linkedEntries(home?.links ?? NO_LINKS, 'TERRITORY', 'HOME'), page),
    }),
    serviceAreas: t.expose('serviceAreas', {
      type: [ServiceAreaRef],
      description: 'Where it is offered, in its year; empty if no source says, which does not mean nowhere.',
    }),
    rules: t.field({
      type: CoverageRuleConnection,
      description: 'The rules in its own file; those that it takes over are in takesRulesFrom.',
      args: pageArguments,
      resolve: ({ rules }, page) => pageOf(sortedBySlug(rules), page),
    }),
  }),
});

/** What the plan covers. */
builder.objectFields(PlanRef, (t) => ({
  coverage: t.field({
    type: DeterminationRef,
    nullable: true,
    description: 'Whether it covers something, what it requires, and which sources say so.',
    args: {
      of: t.arg({
        type: SubjectInput,
        required: true,
        description: 'The service, technique or billing code asked about.',
      }),
      ...coverageArguments,
    },
    resolve: (plan, args, context) => determineWith(args, context)(plan, resolveSubject(context.graph, args.of, 'of')),
  }),
  coverageBySubject: t.field({
    type: DeterminationConnection,
    nullable: true,
    description: 'Its answer about each service (and about techniques and codes if requested), by slug.',
    args: {
      kinds: t.arg({
        type: [ConceptKindRef],
        defaultValue: ['SERVICE'],
        description: 'Kinds of subjects; kinds that no plan can cover add nothing.',
      }),
      status: t.arg({
        type: [CoverageStatusRef],
        description: 'Only answers with these statuses; any status if omitted.',
      }),
      ...coverageArguments,
      ...pageArguments,
    },
    resolve: (plan, args, context) => {
      const answer = determineWith(args, context);
      const kinds = listedOnce(context.graph, args.kinds, 'kinds', (kind) => kind) ?? servicesAlone;
      return determinationList(
        context.graph,
        filterSorted(sortedListOf(context.graph.subjects), ({ kind }) => kinds.has(kind)),
        args,
        (subject) => answer(plan, subject),
      );
    },
  }),
}));

builder.queryFields((t) => ({
  plan: t.field({
    type: PlanRef,
    nullable: true,
    description: 'One plan, class of plans or program.',
    args: { slug: t.arg.string({ required: true, description: 'The slug of a plan, such as tricare-prime.' }) },
    resolve: (_, { slug }, { graph }) => resolvePlan(graph, slug, 'slug'),
  }),
  plans: t.field({
    type: PlanConnection,
    nullable: true,
    description: 'Plans, classes of plans and programs, by slug.',
    args: {
      within: t.arg.string({ description: 'Only those within this program or class, at any depth, by its slug.' }),
      level: t.arg({ type: PlanLevelRef, description: 'Only programs, only classes or only single plans.' }),
      ...pageArguments,
    },
    resolve: (_, { within, level, ...page }, { graph }) => pageOf(resolvePlanList(graph, { within, level }), page),
  }),
}));

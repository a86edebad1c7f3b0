/** The type Plan and the root fields `plan` and `plans`. */
import type { Inheritance, Link } from '../graph/entries.ts';
import { determinationList } from './determination-list.ts';
import { determineWith, coverageArguments, SubjectInput } from './coverage-arguments.ts';
import { builder } from './builder.ts';
import { connectionOf, pageArguments } from './relay-connections.ts';
import { plansNarrowed } from './plan-narrowing.ts';
import { ConceptKindRef, CoverageStatusRef, PlanLevelRef, RuleInheritanceRef } from './enums.ts';
import { listedOnce, resolvePlan, resolveSubject } from './resolve-arguments.ts';
import { pageOf } from './pagination.ts';
import { sortedBySlug, linkedEntries, narrow, sortedListOf } from './sorted-lists.ts';
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
  description: 'That a plan takes over rules of another one, and which.',
  fields: (t) => ({
    plan: t.expose('plan', { type: PlanRef, description: 'The plan whose rules are taken over.' }),
    takes: t.expose('takes', { type: RuleInheritanceRef, description: 'Which of its rules pass.' }),
    requirements: t.expose('requires', {
      type: [RuleRequirementRef],
      description: 'What is asked of all that is taken over.',
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'Who says that they pass.',
      resolve: ({ link }) => link.cites,
    }),
  }),
});

PlanRef.implement({
  description: 'A health plan, a class of plans, or a programme, with the rules that are its own.',
  interfaces: () => [NodeRef, ConceptRef],
  fields: (t) => ({
    level: t.expose('level', {
      type: PlanLevelRef,
      description: 'Whether it is a programme, a class of plans or a single plan.',
    }),
    within: t.expose('within', {
      type: PlanRef,
      nullable: true,
      description: 'The programme or class of plans that it belongs to.',
    }),
    contains: t.field({
      type: PlanConnection,
      description: 'The plans within it, by slug; not those within them in turn.',
      args: pageArguments,
      resolve: ({ contains }, page) => pageOf(sortedBySlug(contains), page),
    }),
    takesRulesFrom: t.expose('takesRulesFrom', {
      type: [PlanInheritanceRef],
      description: 'Whose rules it takes over, and which of them.',
    }),
    supplements: t.field({
      type: [PlanRef],
      description:
        'Plans that it supplements, as Medigap supplements Original Medicare. It takes over none of their rules.',
      resolve: ({ supplements }) => sortedBySlug(supplements).items,
    }),
    homeTerritories: t.field({
      type: TerritoryConnection,
      description: 'Where it counts care as given at home; empty where no source says.',
      args: pageArguments,
      resolve: ({ home }, page) => pageOf(linkedEntries(home?.links ?? NO_LINKS, 'TERRITORY', 'HOME'), page),
    }),
    serviceAreas: t.expose('serviceAreas', {
      type: [ServiceAreaRef],
      description: 'Where it is offered to people, in its year; empty where no source says, which is not nowhere.',
    }),
    rules: t.field({
      type: CoverageRuleConnection,
      description: 'The rules in its own file; those that it takes over are in takesRulesFrom.',
      args: pageArguments,
      resolve: ({ rules }, page) => pageOf(sortedBySlug(rules), page),
    }),
    coverage: t.field({
      type: DeterminationRef,
      nullable: true,
      description: 'Whether it covers something, what it requires, and who says so.',
      args: {
        of: t.arg({
          type: SubjectInput,
          required: true,
          description: 'The service, technique or billing code asked about.',
        }),
        ...coverageArguments,
      },
      resolve: (plan, args, context) =>
        determineWith(args, context)(plan, resolveSubject(context.graph, args.of, 'of')),
    }),
    coverageBySubject: t.field({
      type: DeterminationConnection,
      nullable: true,
      description: 'What it says of each service (and of techniques and codes where asked), by slug.',
      args: {
        kinds: t.arg({
          type: [ConceptKindRef],
          defaultValue: ['SERVICE'],
          description: 'Kinds of subject to go through; kinds that no plan can cover add nothing.',
        }),
        status: t.arg({
          type: [CoverageStatusRef],
          description: 'Answers of these statuses alone; left out: of any status.',
        }),
        ...coverageArguments,
        ...pageArguments,
      },
      resolve: (plan, args, context) => {
        const answer = determineWith(args, context);
        const kinds = listedOnce(context.graph, args.kinds, 'kinds', (kind) => kind) ?? servicesAlone;
        return determinationList(
          context.graph,
          narrow(sortedListOf(context.graph.subjects), ({ kind }) => kinds.has(kind)),
          args,
          (subject) => answer(plan, subject),
        );
      },
    }),
  }),
});

builder.queryFields((t) => ({
  plan: t.field({
    type: PlanRef,
    nullable: true,
    description: 'One plan, class of plans or programme.',
    args: { slug: t.arg.string({ required: true, description: 'The slug of a plan, such as tricare-prime.' }) },
    resolve: (_, { slug }, { graph }) => resolvePlan(graph, slug, 'slug'),
  }),
  plans: t.field({
    type: PlanConnection,
    description: 'Plans, classes of plans and programmes, by slug.',
    args: {
      within: t.arg.string({ description: 'Those within this programme or class alone, at any depth, by its slug.' }),
      level: t.arg({ type: PlanLevelRef, description: 'Programmes, classes or single plans alone.' }),
      ...pageArguments,
    },
    resolve: (_, { within, level, ...page }, { graph }) => pageOf(plansNarrowed(graph, { within, level }), page),
  }),
}));

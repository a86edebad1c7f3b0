/** The type PlanComparison and the root field `comparePlans`. src/engine/compare-plans.ts makes the comparison. */
import {
  comparePlans,
  type PlanComparison,
  type PlanDifference,
  type PlanDifferenceValue,
} from '../engine/compare-plans.ts';
import { asOfArguments, inVersion } from './as-of.ts';
import { determineWith, coverageArguments, SubjectInput } from './coverage-arguments.ts';
import { bounds } from './bounds.ts';
import { builder } from './builder.ts';
import { ComparisonAspectRef } from './enums.ts';
import { ContractError } from './errors.ts';
import { mapNonEmptyList, resolvePlan, resolveSubject } from './resolve-arguments.ts';
import {
  CitationRef,
  CoverageRequirementRef,
  CoverageRuleRef,
  CoverageSubjectRef,
  DeterminationRef,
  PlanRef,
} from './refs.ts';

const FEWEST_PLANS = 2;

const PlanDifferenceValueRef = builder.objectRef<PlanDifferenceValue>('PlanDifferenceValue').implement({
  description: 'What one of the plans has in an aspect in which they differ.',
  fields: (t) => ({
    plan: t.expose('plan', { type: PlanRef, description: 'The plan that has it.' }),
    text: t.exposeString('text', { description: 'What it has, in words.' }),
    rule: t.expose('rule', {
      type: CoverageRuleRef,
      nullable: true,
      description: 'The rule that causes it; null if none does.',
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'The passages that state it.',
      resolve: ({ cites }) => cites,
    }),
  }),
});

const PlanDifferenceRef = builder.objectRef<PlanDifference>('PlanDifference').implement({
  description: 'One aspect in which the plans differ.',
  fields: (t) => ({
    aspect: t.expose('aspect', { type: ComparisonAspectRef, description: 'The aspect in which they differ.' }),
    values: t.expose('values', {
      type: [PlanDifferenceValueRef],
      description: 'What each plan has, in the order of `plans`.',
    }),
  }),
});

const PlanComparisonRef = builder.objectRef<PlanComparison>('PlanComparison').implement({
  description: 'What several plans share on one subject, and where they differ and why.',
  fields: (t) => ({
    plans: t.expose('plans', { type: [PlanRef], description: 'The plans compared, each once, in the given order.' }),
    subject: t.expose('subject', {
      type: CoverageSubjectRef,
      description: 'The service, technique or billing code they are compared on.',
    }),
    determinations: t.expose('determinations', {
      type: [DeterminationRef],
      description: "Each plan's answer, in the order of `plans`.",
    }),
    shared: t.expose('shared', {
      type: [CoverageRequirementRef],
      description: 'What all of them require, as strictly as the least strict of them.',
    }),
    differences: t.expose('differences', {
      type: [PlanDifferenceRef],
      description: 'Where they differ, the status first.',
    }),
  }),
});

builder.queryField('comparePlans', (t) =>
  t.field({
    type: PlanComparisonRef,
    nullable: true,
    description: 'Plans side by side on one subject: what they share, and where they differ and why. Two to ten plans.',
    args: {
      plans: t.arg.stringList({
        required: true,
        description: 'The slugs of two to ten plans; one named twice counts once.',
      }),
      of: t.arg({
        type: SubjectInput,
        required: true,
        description: 'The service, technique or billing code to compare them on.',
      }),
      ...coverageArguments,
      ...asOfArguments,
    },
    resolve: (_, args, context) => {
      inVersion(args.asOf, context);
      const slugs = [...new Set(args.plans)];
      if (slugs.length < FEWEST_PLANS)
        throw new ContractError(
          'EMPTY_LIST',
          'A comparison needs at least two different plans. Name another in "plans".',
          'plans',
          args.plans,
        );
      if (slugs.length > bounds.comparedPlans)
        throw new ContractError(
          'TOO_MANY',
          `${String(slugs.length)} plans were named; at most ${String(bounds.comparedPlans)} can be compared. Use coverageMatrix for more.`,
          'plans',
          slugs.length,
        );
      const plans =
        mapNonEmptyList(context.graph, args.plans, 'plans', (slug, at) => resolvePlan(context.graph, slug, at)) ?? [];
      const subject = resolveSubject(context.graph, args.of, 'of');
      const answer = determineWith(args, context);
      return comparePlans(
        context.graph,
        subject,
        [...new Set(plans)].map((plan) => answer(plan, subject)),
      );
    },
  }),
);

/** The root fields `coverage` (one plan, one subject) and `coverageMatrix` (every pair of several). */
import { coverageMatrix, type MatrixRow } from '../engine/determination-list.ts';
import type { Plan, Subject } from '../graph/entries.ts';
import { asOfArguments, inVersion } from './as-of.ts';
import { determineWith, coverageArguments, SubjectInput } from './coverage-arguments.ts';
import { bounds } from './bounds.ts';
import { builder } from './builder.ts';
import { ContractError } from './errors.ts';
import { mapNonEmptyList, resolvePlan, resolveSubject } from './resolve-arguments.ts';
import { CoverageSubjectRef, DeterminationRef, PlanRef } from './refs.ts';

interface Matrix {
  readonly plans: readonly Plan[];
  readonly subjects: readonly Subject[];
  readonly rows: readonly MatrixRow<Plan>[];
}

const MatrixRowRef = builder.objectRef<MatrixRow<Plan>>('CoverageMatrixRow').implement({
  description: 'The answers of one plan for each of the subjects.',
  fields: (t) => ({
    plan: t.expose('plan', { type: PlanRef, description: 'The plan that the row is about.' }),
    cells: t.expose('cells', {
      type: [DeterminationRef],
      description: 'One answer for each subject, in the order of `subjects`.',
    }),
  }),
});

const MatrixRef = builder.objectRef<Matrix>('CoverageMatrix').implement({
  description: 'The same question for every pair of some plans and some subjects.',
  fields: (t) => ({
    plans: t.expose('plans', { type: [PlanRef], description: 'The plans in the given order, as often as given.' }),
    subjects: t.expose('subjects', {
      type: [CoverageSubjectRef],
      description: 'The subjects in the given order, as often as given.',
    }),
    rows: t.expose('rows', { type: [MatrixRowRef], description: 'One row for each plan, in the order of `plans`.' }),
  }),
});

/** Refuses too many pairs before any name is looked up, so that a long list costs little. */
function refuseTooMany(pairs: number): void {
  if (pairs <= bounds.pairs) return;
  throw new ContractError(
    'TOO_MANY',
    `${pairs.toLocaleString('en')} pairs of a plan and a subject were requested; ` +
      `at most ${bounds.pairs.toLocaleString('en')} are allowed. Send several requests, or use coverageByPlan.`,
    'plans',
    pairs,
  );
}

builder.queryFields((t) => ({
  coverage: t.field({
    type: DeterminationRef,
    nullable: true,
    description: 'Whether a plan covers something, what it requires, and which sources say so.',
    args: {
      plan: t.arg.string({ required: true, description: 'The slug of a plan, such as tricare-prime.' }),
      of: t.arg({
        type: SubjectInput,
        required: true,
        description: 'The service, technique or billing code asked about.',
      }),
      ...coverageArguments,
      ...asOfArguments,
    },
    resolve: (_, args, context) => {
      inVersion(args.asOf, context);
      const plan = resolvePlan(context.graph, args.plan, 'plan');
      const subject = resolveSubject(context.graph, args.of, 'of');
      return determineWith(args, context)(plan, subject);
    },
  }),
  coverageMatrix: t.field({
    type: MatrixRef,
    nullable: true,
    description: 'The same question for every pair of the plans and subjects named; at most 2,500 pairs.',
    args: {
      plans: t.arg.stringList({ required: true, description: 'The slugs of the plans to ask.' }),
      of: t.arg({
        type: [SubjectInput],
        required: true,
        description: 'The services, techniques and billing codes asked about.',
      }),
      ...coverageArguments,
      ...asOfArguments,
    },
    resolve: (_, args, context) => {
      inVersion(args.asOf, context);
      refuseTooMany(args.plans.length * args.of.length);
      const plans =
        mapNonEmptyList(context.graph, args.plans, 'plans', (slug, at) => resolvePlan(context.graph, slug, at)) ?? [];
      const subjects =
        mapNonEmptyList(context.graph, args.of, 'of', (names, at) => resolveSubject(context.graph, names, at)) ?? [];
      return { plans, subjects, rows: coverageMatrix(plans, subjects, determineWith(args, context)) };
    },
  }),
}));

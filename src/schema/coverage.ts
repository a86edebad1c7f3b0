/** The main question: one plan, one subject, and the same for every pair of several. */
import type { Determination } from '../engine/determination.ts';
import type { Plan, Subject } from '../graph/entries.ts';
import { asOfArguments, inVersion } from './as-of.ts';
import { type DetermineFn, determineWith, coverageArguments, SubjectInput } from './coverage-arguments.ts';
import { bounds } from './bounds.ts';
import { builder } from './builder.ts';
import { CoverageSubjectRef } from './coverage-subject.ts';
import { DeterminationRef } from './determination.ts';
import { ContractError } from './errors.ts';
import { mapNonEmptyList, resolvePlan, resolveSubject } from './resolve-arguments.ts';
import { PlanRef } from './plan.ts';

interface MatrixRow {
  readonly plan: Plan;
  readonly cells: readonly Determination[];
}
interface Matrix {
  readonly plans: readonly Plan[];
  readonly subjects: readonly Subject[];
  readonly rows: readonly MatrixRow[];
}

const MatrixRowRef = builder.objectRef<MatrixRow>('CoverageMatrixRow').implement({
  description: 'What one plan says of each of the subjects.',
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
    plans: t.expose('plans', { type: [PlanRef], description: 'The plans in the order asked, as often as asked.' }),
    subjects: t.expose('subjects', {
      type: [CoverageSubjectRef],
      description: 'The subjects in the order asked, as often as asked.',
    }),
    rows: t.expose('rows', { type: [MatrixRowRef], description: 'One row for each plan, in the order of `plans`.' }),
  }),
});

/** Refuses before anything is looked up: a list of a million names costs no more than its length. */
function refuseTooMany(pairs: number): void {
  if (pairs <= bounds.pairs) return;
  throw new ContractError(
    'TOO_MANY',
    `${pairs.toLocaleString('en')} pairs of a plan and a subject were asked for; at most ${bounds.pairs.toLocaleString('en')} can be. Ask in parts, or use coverageByPlan.`,
    'plans',
    pairs,
  );
}

/** The same answers, each derived once: a pair named twice has one answer, shown twice. */
function onceEach(answer: DetermineFn): DetermineFn {
  const answers = new Map<Plan, Map<Subject, Determination>>();
  return (plan, subject) => {
    let own = answers.get(plan);
    if (!own) answers.set(plan, (own = new Map<Subject, Determination>()));
    let known = own.get(subject);
    if (!known) own.set(subject, (known = answer(plan, subject)));
    return known;
  };
}

builder.queryFields((t) => ({
  coverage: t.field({
    type: DeterminationRef,
    nullable: true,
    description: 'Whether a plan covers something, what it requires, and who says so: the main question.',
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
    resolve: (_, { plan: slug, of, ...asking }, context) => {
      inVersion(asking.asOf, context);
      const [plan, subject] = [resolvePlan(context.graph, slug, 'plan'), resolveSubject(context.graph, of, 'of')];
      return determineWith(asking, context)(plan, subject);
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
      const answer = onceEach(determineWith(args, context));
      return {
        plans,
        subjects,
        rows: plans.map((plan) => ({ plan, cells: subjects.map((subject) => answer(plan, subject)) })),
      };
    },
  }),
}));

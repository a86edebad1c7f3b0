/** The type CoverageInterval and the root field `coverageTimeline`. */
import { coverageTimeline } from '../engine/coverage-timeline.ts';
import { builder } from './builder.ts';
import { answerWith, coverageArguments, SubjectInput } from './coverage-arguments.ts';
import { ContractError } from './errors.ts';
import { resolveDay, resolvePlan, resolveSubject } from './resolve-arguments.ts';
import { CoverageIntervalRef, CoverageRuleRef, DeterminationRef } from './refs.ts';

const MOST_YEARS = 20;

CoverageIntervalRef.implement({
  description: 'A run of days on which the answer to one question is the same.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'The first day of the interval.' }),
    until: t.expose('until', {
      type: 'Date',
      nullable: true,
      description: 'The first day after it; null at the end of the span.',
    }),
    determination: t.expose('determination', {
      type: DeterminationRef,
      description: 'The answer on each of these days.',
    }),
    begins: t.expose('begins', { type: [CoverageRuleRef], description: 'Rules that hold from the first day on.' }),
    ends: t.expose('ends', { type: [CoverageRuleRef], description: 'Rules that no longer hold on the first day.' }),
  }),
});

/** Checks the span. Throws a ContractError where it runs backwards or is longer than twenty years. */
function spanOf(args: { readonly from: string; readonly to: string }): { readonly from: string; readonly to: string } {
  const from = resolveDay(args.from, 'from');
  const to = resolveDay(args.to, 'to');
  if (to < from)
    throw new ContractError('BAD_DATE', `The span ends on ${to}, before it begins on ${from}. Swap the two.`, 'to', to);
  const limit = `${String(Number(from.slice(0, 4)) + MOST_YEARS).padStart(4, '0')}${from.slice(4)}`;
  if (to > limit)
    throw new ContractError(
      'TOO_MANY',
      `The span from ${from} to ${to} is longer than ${String(MOST_YEARS)} years. Ask for a shorter one.`,
      'to',
      to,
    );
  return { from, to };
}

builder.queryFields((t) => ({
  coverageTimeline: t.field({
    type: [CoverageIntervalRef],
    nullable: true,
    description:
      'The same question on every day of a span of at most twenty years: the intervals on which the answer is one, in order, without gaps between them. Days of which no source speaks are intervals too.',
    args: {
      plan: t.arg.string({ required: true, description: 'The slug of a plan, such as tricare-prime.' }),
      of: t.arg({
        type: SubjectInput,
        required: true,
        description: 'The service, technique or billing code asked about.',
      }),
      from: t.arg({ type: 'Date', required: true, description: 'The first day of the span.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The last day of the span.' }),
      ...coverageArguments,
    },
    resolve: (_, args, context) => {
      const span = spanOf(args);
      if (args.given?.on != null)
        throw new ContractError(
          'BAD_DATE',
          'A timeline is of every day of its span. Leave out given.on.',
          'given.on',
          args.given.on,
        );
      const plan = resolvePlan(context.graph, args.plan, 'plan');
      const subject = resolveSubject(context.graph, args.of, 'of');
      return answerWith(args, context, (question) => coverageTimeline(question, span.from, span.to))(plan, subject);
    },
  }),
}));

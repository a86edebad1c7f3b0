/** The arguments of every coverage field, and their conversion to a question for the engine. */
import { determine } from '../engine/determine.ts';
import type { Determination } from '../engine/determination.ts';
import { ContradictingFacts, type Question } from '../engine/question.ts';
import type { Graph, Plan, Subject } from '../graph/entries.ts';
import { builder, type Context } from './builder.ts';
import { SourceAuthorityRef } from './enums.ts';
import { ContractError, cut } from './errors.ts';
import {
  type CountNamed,
  resolveCounts,
  resolveDay,
  resolveFacts,
  sourcesNamed,
  resolveTerritory,
} from './resolve-arguments.ts';

/** The input type that names a service, technique or billing code. */
export const SubjectInput = builder.inputType('SubjectInput', {
  description: 'What a question is about, named in exactly one of these ways.',
  isOneOf: true,
  fields: (t) => ({
    service: t.string({ description: 'A service by its slug, such as massage-therapy.' }),
    technique: t.string({ description: 'A technique by its slug, such as effleurage.' }),
    billingCode: t.string({
      description: 'A billing code, with its system before a colon where it is not CPT: 97124, HCPCS:A0428.',
    }),
    id: t.id({ description: 'The global id of any of them, as a search gives it.' }),
  }),
});

const CountInput = builder.inputType('CountInput', {
  description: 'The number so far of what a condition counts.',
  fields: (t) => ({
    condition: t.string({ required: true, description: 'The slug of a condition that counts something.' }),
    count: t.int({ required: true, description: 'The number so far, zero or more.' }),
  }),
});

const SituationInput = builder.inputType('SituationInput', {
  description: 'The known facts of the case. A fact that is left out is unknown; it never means no.',
  fields: (t) => ({
    met: t.stringList({ description: 'Coverage conditions that hold, by slug.' }),
    unmet: t.stringList({ description: 'Coverage conditions that do not hold, by slug.' }),
    counts: t.field({ type: [CountInput], description: 'The number so far of what a condition counts.' }),
    territory: t.string({
      description:
        "Where the care is given, by ISO 3166 code; ZZ: abroad, country not said. Left out: in the plan's home territory, and the answer says so.",
    }),
    on: t.field({ type: 'Date', description: 'The day of the care. Left out: today, and the answer says so.' }),
  }),
});

/** The arguments `given`, `accordingTo` and `minimumAuthority`. */
export const coverageArguments = builder.args((t) => ({
  given: t.field({ type: SituationInput, description: 'The known facts of the case.' }),
  accordingTo: t.stringList({ description: 'Include only these sources, by slug. Default: all sources.' }),
  minimumAuthority: t.field({
    type: SourceAuthorityRef,
    description: 'Include only sources of this authority or a higher one.',
  }),
}));

interface CoverageArguments {
  readonly given?:
    | {
        readonly met?: readonly string[] | null | undefined;
        readonly unmet?: readonly string[] | null | undefined;
        readonly counts?: readonly { readonly condition: string; readonly count: number }[] | null | undefined;
        readonly territory?: string | null | undefined;
        readonly on?: string | null | undefined;
      }
    | null
    | undefined;
  readonly accordingTo?: readonly string[] | null | undefined;
  readonly minimumAuthority?: Question['minimumAuthority'] | undefined;
}

/** Derives the answer for a plan and a subject. The other arguments of the question are already resolved. */
export type DetermineFn = (plan: Plan, subject: Subject) => Determination;
/** Answers the question of a plan and a subject, which the other arguments complete. */
type AnswerFn<T> = (question: Question) => T;

const noNames: readonly string[] = [];
const noCounts: readonly CountNamed[] = [];

/**
 * Resolves the coverage arguments once and returns a function that derives answers with them.
 * @throws {ContractError} if an argument names something unknown; the returned function throws CONTRADICTING_FACTS
 */
export function determineWith(args: CoverageArguments, context: Context): DetermineFn {
  return answerWith(args, context, (question) => {
    const determination = determine(question);
    context.derived?.(determination.status);
    return determination;
  });
}

/**
 * Resolves the coverage arguments once and returns a function that answers questions with them.
 * @throws {ContractError} if an argument names something unknown; the returned function throws CONTRADICTING_FACTS
 */
export function answerWith<T>(
  args: CoverageArguments,
  { graph, today }: Context,
  answer: AnswerFn<T>,
): (plan: Plan, subject: Subject) => T {
  const { met, unmet, counts, territory, on } = args.given ?? {};
  const resolved = {
    met: resolveFacts(graph, met ?? noNames, 'given.met'),
    unmet: resolveFacts(graph, unmet ?? noNames, 'given.unmet'),
    counts: resolveCounts(graph, counts ?? noCounts, 'given.counts'),
    territory: territory == null ? null : resolveTerritory(graph, territory, 'given.territory'),
    on: on == null ? today : resolveDay(on, 'given.on'),
    onAssumed: on == null,
    accordingTo: sourcesNamed(graph, args.accordingTo, 'accordingTo'),
    minimumAuthority: args.minimumAuthority ?? null,
  };
  return (plan, subject) => {
    try {
      return answer(questionOf(graph, plan, subject, resolved));
    } catch (error) {
      if (error instanceof ContradictingFacts) throw contradiction(error, args);
      throw error;
    }
  };
}

/** Lists every property, because spreading an object takes 5% of the time of an answer. */
const questionOf = (
  graph: Graph,
  plan: Plan,
  subject: Subject,
  {
    met,
    unmet,
    counts,
    territory,
    on,
    onAssumed,
    accordingTo,
    minimumAuthority,
  }: Omit<Question, 'graph' | 'plan' | 'subject'>,
): Question => ({ graph, plan, subject, met, unmet, counts, territory, on, onAssumed, accordingTo, minimumAuthority });

/** The error for two facts that contradict each other. It names the argument of the one that was given last. */
function contradiction({ first, second, message }: ContradictingFacts, { given }: CoverageArguments): ContractError {
  const isOne = (slug: string): boolean => slug === first.slug || slug === second.slug;
  const counts = (given?.counts ?? []).map(({ condition }) => condition);
  const last =
    lastFact(counts, isOne, 'given.counts', '.condition') ??
    lastFact(given?.unmet ?? [], isOne, 'given.unmet') ??
    lastFact(given?.met ?? [], isOne, 'given.met');
  return new ContractError(
    'CONTRADICTING_FACTS',
    message,
    last?.argument ?? 'given',
    cut(last?.slug ?? `${first.slug} ${second.slug}`),
  );
}

/** The last slug that `isOne` accepts, with the path of its argument; null if there is none. */
function lastFact(
  slugs: readonly string[],
  isOne: (slug: string) => boolean,
  argument: string,
  part = '',
): { readonly slug: string; readonly argument: string } | null {
  const index = slugs.findLastIndex(isOne);
  const slug = slugs[index];
  return slug === undefined ? null : { slug, argument: `${argument}[${String(index)}]${part}` };
}

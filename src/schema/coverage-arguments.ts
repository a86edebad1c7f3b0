/** The arguments that every question of coverage takes, and how they become the engine's question. */
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
  description: 'How many there are so far of what a condition counts.',
  fields: (t) => ({
    condition: t.string({ required: true, description: 'The slug of a condition that counts something.' }),
    count: t.int({ required: true, description: 'The number so far, zero or more.' }),
  }),
});

const SituationInput = builder.inputType('SituationInput', {
  description: 'What the asker knows of the case. What is left out is unknown; it is never taken for no.',
  fields: (t) => ({
    met: t.stringList({ description: 'Coverage conditions that hold, by slug.' }),
    unmet: t.stringList({ description: 'Coverage conditions that do not hold, by slug.' }),
    counts: t.field({ type: [CountInput], description: 'How many there are so far of what a condition counts.' }),
    territory: t.string({
      description:
        "Where the care is given, by ISO 3166 code; ZZ: abroad, country not said. Left out: in the plan's home territory, and the answer says so.",
    }),
    on: t.field({ type: 'Date', description: 'The day of the care. Left out: today, and the answer says so.' }),
  }),
});

/** What narrows a question whatever plans and subjects it is about. */
export const coverageArguments = builder.args((t) => ({
  given: t.field({ type: SituationInput, description: 'The facts of the case, so far as the asker knows them.' }),
  accordingTo: t.stringList({ description: 'Hear these sources alone, by slug; left out: all of them.' }),
  minimumAuthority: t.field({
    type: SourceAuthorityRef,
    description: 'Hear only sources of this authority or a higher one.',
  }),
}));

interface Asking {
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

/** A question that lacks only its plan and its subject; asked of many, its names are looked up once. */
export type DetermineFn = (plan: Plan, subject: Subject) => Determination;

const noNames: readonly string[] = [];
const noCounts: readonly CountNamed[] = [];

export function determineWith(args: Asking, { graph, today, derived }: Context): DetermineFn {
  const { met, unmet, counts, territory, on } = args.given ?? {};
  const known = {
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
      const determination = determine(questionOf(graph, plan, subject, known));
      derived?.(determination.status);
      return determination;
    } catch (error) {
      if (error instanceof ContradictingFacts) throw contradiction(error, args);
      throw error;
    }
  };
}

/** Written out, as copying an object by `...` costs a twentieth of an answer. */
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

/** Points at the fact given last of the two that cannot hold together. */
function contradiction({ first, second, message }: ContradictingFacts, { given }: Asking): ContractError {
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

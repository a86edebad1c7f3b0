/**
 * Which answers a change of the data flips, and which rules flip them: the same questions put to two graphs. Questions are
 * kept by slug here, since two graphs have no entry in common; one that either graph cannot be asked is a difference too.
 */
import type { ConditionExpression, Entry, Graph, Plan, Rule } from '../graph/entries.ts';
import type { CaseFact, Determination } from './determination.ts';
import { determine } from './determine.ts';
import { ContradictingFacts, type Question } from './question.ts';

export interface QuestionBySlug {
  readonly plan: string;
  readonly subject: string;
  readonly met?: readonly string[];
  readonly unmet?: readonly string[];
  readonly counts?: Readonly<Record<string, number>>;
  /** An ISO 3166 code; left out: care at home. */
  readonly territory?: string;
  readonly on: string;
  /** Left out: all sources are heard. */
  readonly accordingTo?: readonly string[];
}
/** What a graph makes of a question; where it cannot be asked, why not. */
export type SlugAnswer = Determination | { readonly cannotBeAsked: string };

/** ADDED, REMOVED: in one graph only. REWRITTEN: it says something else. REWEIGHED: it says the same and counts otherwise, for what it hangs on has changed. */
export type RuleChange = 'ADDED' | 'REMOVED' | 'REWRITTEN' | 'REWEIGHED';
export interface ResponsibleRule {
  /** The plan's slug, a slash, and the rule's own key. */
  readonly rule: string;
  readonly change: RuleChange;
}
export interface ChangedLink {
  readonly link: string;
  readonly change: 'ADDED' | 'REMOVED';
}
export interface AnswerDifference {
  readonly question: QuestionBySlug;
  readonly before: SlugAnswer;
  readonly after: SlugAnswer;
  /** Those of the rules in view that were written anew; where there are none, those that count otherwise. Empty where only links, or what the data claims to hold in full, have changed. */
  readonly responsible: readonly ResponsibleRule[];
  /** The links that only one of the two follows from what was asked, as "massage-therapy BROADER medical-care". */
  readonly links: readonly ChangedLink[];
}

/** A slug that a graph does not have. */
class NamesNothing extends Error {}

/** The answer of a graph. A slug that it does not have makes the question one that cannot be asked, never an error. */
export function answerBySlug(graph: Graph, asked: QuestionBySlug): SlugAnswer {
  const named = <E>(among: ReadonlyMap<string, E>, noun: string, slug: string): E => {
    const entry = among.get(slug);
    if (entry === undefined) throw new NamesNothing(`there is no ${noun} "${slug}"`);
    return entry;
  };
  const condition = (slug: string) => named(graph.conditions, 'condition', slug);
  try {
    const question: Question = {
      graph,
      plan: named(graph.plans, 'plan', asked.plan),
      subject: named(graph.subjects, 'service, technique or billing code', asked.subject),
      met: (asked.met ?? []).map(condition),
      unmet: (asked.unmet ?? []).map(condition),
      counts: new Map(Object.entries(asked.counts ?? {}).map(([slug, count]) => [condition(slug), count])),
      territory: asked.territory === undefined ? null : named(graph.territories, 'place', asked.territory),
      on: asked.on,
      onAssumed: false,
      minimumAuthority: null,
      accordingTo: asked.accordingTo?.map((slug) => named(graph.sources, 'source', slug)) ?? null,
    };
    return determine(question);
  } catch (error) {
    if (error instanceof NamesNothing || error instanceof ContradictingFacts) return { cannotBeAsked: error.message };
    throw error;
  }
}

const factKey = ({ condition, holds, count, atLeast, atMost }: CaseFact): string =>
  [condition.slug, holds, count, atLeast, atMost].map(String).join(' ');

/** All that an asker would act on, and no wording: two answers are the same where these are. */
export function substanceOf(answered: SlugAnswer): string {
  if ('cannotBeAsked' in answered) return answered.cannotBeAsked;
  const { status, best, possibleOutcomes, hedges, notStated, requirements, limits, costs, pathways, missing } =
    answered;
  return JSON.stringify([
    status,
    best,
    possibleOutcomes,
    hedges,
    notStated,
    requirements.map(({ role, strength, anyOf, dependsOn }) => [role, strength, anyOf.map(factKey), dependsOn]),
    limits.map(({ combinedWith, cites: _, ...terms }) => [terms, combinedWith.map(({ slug }) => slug)]),
    costs.map(({ cites: _, ...terms }) => terms),
    pathways.map(({ facts }) => facts.map(factKey).sort()).sort(),
    missing.map(({ slug }) => slug),
  ]);
}

/** What a rule says, beside the rules that except to it: equal where nothing written in it or in what it cites differs. */
function contentOf({
  plan,
  subject,
  effect,
  quantifier,
  extent,
  modality,
  partUnstated,
  when,
  where,
  from,
  until,
  exceptTo,
  restates,
  requires,
  limits,
  costs,
  reading,
  cites,
}: Rule): string {
  const test = (expression: ConditionExpression | null): unknown =>
    expression === null
      ? null
      : expression.type === 'TEST'
        ? [expression.condition.slug, expression.condition.counts, expression.atLeast, expression.atMost]
        : [expression.operator, expression.of.map(test)];
  return JSON.stringify([
    plan.level,
    subject.slug,
    effect,
    quantifier,
    extent,
    modality,
    partUnstated,
    test(when),
    where.scope,
    where.territories.map(({ code }) => code),
    from,
    until,
    exceptTo.map(({ slug }) => slug),
    restates?.slug,
    requires.map(({ condition, strength, dependsOn }) => [condition.slug, strength, dependsOn]),
    limits.map(({ combinedWith, cites: _, ...terms }) => [terms, combinedWith.map(({ slug }) => slug)]),
    costs.map(({ cites: _, ...terms }) => terms),
    reading,
    cites.map(({ key, source }) => [source.slug, key, source.authority, source.publisher, source.publishedOn]),
  ]);
}

/** Every rule in view, with the part it plays: it may act or does, loses to another, or was looked at and left aside. */
function partsPlayed(answered: SlugAnswer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  if ('cannotBeAsked' in answered) return parts;
  const note = ({ slug }: Rule, part: string): unknown => parts.set(slug, `${parts.get(slug) ?? ''}${part};`);
  for (const { kind, rule, truth, ground } of answered.proof)
    if (rule && (kind === 'RULE' || kind === 'DEFEAT')) note(rule, `${kind} ${String(truth)} ${String(ground)}`);
  for (const { rule, reason } of answered.rejectedRules) note(rule, reason);
  return parts;
}

function responsible(before: Graph, after: Graph, was: SlugAnswer, is: SlugAnswer): ResponsibleRule[] {
  const [played, plays] = [partsPlayed(was), partsPlayed(is)];
  const changes = (slugs: Iterable<string>): ResponsibleRule[] =>
    [...new Set(slugs)].flatMap((slug): ResponsibleRule[] => {
      const [old, present] = [before.rules.get(slug), after.rules.get(slug)];
      const change = !old
        ? 'ADDED'
        : !present
          ? 'REMOVED'
          : contentOf(old) !== contentOf(present)
            ? 'REWRITTEN'
            : played.get(slug) !== plays.get(slug)
              ? 'REWEIGHED'
              : null;
      return change === null ? [] : [{ rule: slug, change }];
    });
  const found = changes([...played.keys(), ...plays.keys()]);
  const written = found.filter(({ change }) => change !== 'REWEIGHED');
  if (found.length > 0) return written.length > 0 ? written : found;
  // Why nothing is stated turns on rules of the plan that do not speak of what was asked.
  return changes([was, is].flatMap((answered) => ('cannotBeAsked' in answered ? [] : rulesOfChain(answered.plan))));
}

/** Every link that leads on from the subject, the plan or the facts of a question. */
function linksFollowed(answered: SlugAnswer): ReadonlySet<string> {
  const followed = new Set<string>();
  if ('cannotBeAsked' in answered) return followed;
  const entries = new Set<Entry>([
    answered.subject,
    answered.plan,
    ...answered.given.map(({ condition }) => condition),
  ]);
  for (const entry of entries) {
    for (const { plan, takes } of entry.kind === 'PLAN' ? entry.takesRulesFrom : []) {
      followed.add(`${entry.slug} TAKES_RULES_FROM ${plan.slug} (${takes})`);
      entries.add(plan);
    }
    const onward =
      entry.kind === 'PLAN'
        ? (entry.home?.links ?? [])
        : entry.kind === 'COVERAGE_CONDITION'
          ? entry.links
          : 'up' in entry
            ? entry.up
            : [];
    for (const { kind, from, to } of onward) {
      followed.add(`${from.slug} ${kind} ${to.slug}`);
      if (kind !== 'IMPLIED_BY') entries.add(to);
    }
  }
  return followed;
}

function changedLinks(was: SlugAnswer, is: SlugAnswer): ChangedLink[] {
  const [old, present] = [linksFollowed(was), linksFollowed(is)];
  return [
    ...[...present].filter((link) => !old.has(link)).map((link) => ({ link, change: 'ADDED' as const })),
    ...[...old].filter((link) => !present.has(link)).map((link) => ({ link, change: 'REMOVED' as const })),
  ];
}

function rulesOfChain(plan: Plan): string[] {
  const chain = new Set([plan]);
  for (const each of chain) for (const taken of each.takesRulesFrom) chain.add(taken.plan);
  return [...chain].flatMap(({ rules }) => rules.map(({ slug }) => slug));
}

/** The answers of one graph to a list of questions. */
export interface AnswerSet {
  readonly graph: Graph;
  readonly questions: readonly QuestionBySlug[];
  readonly answers: readonly SlugAnswer[];
}
export function answersOf(graph: Graph, questions: readonly QuestionBySlug[]): AnswerSet {
  return { graph, questions, answers: questions.map((asked) => answerBySlug(graph, asked)) };
}

/** The questions whose answers differ in substance, in the order asked; both are answers to the same questions. */
export function differences(before: AnswerSet, after: AnswerSet): AnswerDifference[] {
  return before.questions.flatMap((asked, index) => {
    const [was, is] = [before.answers[index], after.answers[index]];
    if (!was || !is || substanceOf(was) === substanceOf(is)) return [];
    return [
      {
        question: asked,
        before: was,
        after: is,
        responsible: responsible(before.graph, after.graph, was, is),
        links: 'cannotBeAsked' in was || 'cannotBeAsked' in is ? [] : changedLinks(was, is),
      },
    ];
  });
}

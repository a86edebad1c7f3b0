/**
 * Compares the answers of two graphs to the same questions: which answers a data change alters, and which rules are
 * responsible. Questions hold slugs, because two graphs share no entries. A question that only one of the graphs can
 * answer counts as a difference.
 */
import type { ConditionExpression, Entry, Graph, Link, Plan, Rule } from '../graph/entries.ts';
import type { CaseFact, Determination, TermsTold } from './determination.ts';
import { determine } from './determine.ts';
import { ContradictingFacts, type Question } from './question.ts';

/** A question that names every entry by its slug, so that it can be answered from any graph. */
export interface QuestionBySlug {
  readonly plan: string;
  readonly subject: string;
  readonly met?: readonly string[];
  readonly unmet?: readonly string[];
  readonly counts?: Readonly<Record<string, number>>;
  /** An ISO 3166 code. Default: care at home. */
  readonly territory?: string;
  readonly on: string;
  /** Slugs of the only sources to include. Default: all sources. */
  readonly accordingTo?: readonly string[];
}
/** The answer of a graph, or the reason why the question cannot be asked of it. */
export type SlugAnswer = Determination | { readonly cannotBeAsked: string };

/**
 * How a rule differs between the two graphs. ADDED and REMOVED: it is in one graph only. REWRITTEN: its content differs.
 * REWEIGHED: its content is the same, but it has another effect on the answer because something else changed.
 */
export type RuleChange = 'ADDED' | 'REMOVED' | 'REWRITTEN' | 'REWEIGHED';
/** A rule that explains why an answer differs. */
export interface ResponsibleRule {
  /** The plan's slug, a slash, and the rule's own key. */
  readonly rule: string;
  readonly change: RuleChange;
}
/** A link that only one of the two answers follows. */
export interface ChangedLink {
  /** The slug it starts from, its kind and the slug it leads to: "massage-therapy BROADER medical-care". */
  readonly link: string;
  readonly change: 'ADDED' | 'REMOVED';
}
/** A question whose answer differs in substance between the two graphs. */
export interface AnswerDifference {
  readonly question: QuestionBySlug;
  readonly before: SlugAnswer;
  readonly after: SlugAnswer;
  /**
   * The rules in view that were added, removed or rewritten; if there are none, the rules that were reweighed. Empty if
   * only links or completeness claims changed.
   */
  readonly responsible: readonly ResponsibleRule[];
  /** The links that only one of the two answers follows, starting from the subject, the plan and the facts. */
  readonly links: readonly ChangedLink[];
}

/** The graph has no entry with the slug that a question names. */
class UnknownSlug extends Error {}

/**
 * Answers a question from a graph. Returns `cannotBeAsked`, and does not throw, if the graph lacks one of the slugs or
 * if the facts contradict each other.
 */
export function answerBySlug(graph: Graph, asked: QuestionBySlug): SlugAnswer {
  const named = <E>(entries: ReadonlyMap<string, E>, noun: string, slug: string): E => {
    const entry = entries.get(slug);
    if (entry === undefined) throw new UnknownSlug(`there is no ${noun} "${slug}"`);
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
    if (error instanceof UnknownSlug || error instanceof ContradictingFacts) return { cannotBeAsked: error.message };
    throw error;
  }
}

const factKey = ({ condition, holds, count, atLeast, atMost }: CaseFact): string =>
  [condition.slug, holds, count, atLeast, atMost].map(String).join(' ');

const termKeys = (terms: TermsTold): string[][] => terms.map((facts) => facts.map(factKey));

/** What a person would act on in an answer, as JSON without wording. Two answers are the same if these are equal. */
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
    limits.map(({ combinedWith, cites: _, terms, ...limit }) => [
      limit,
      combinedWith.map(({ slug }) => slug),
      termKeys(terms),
    ]),
    costs.map(({ cites: _, terms, ...cost }) => [cost, termKeys(terms)]),
    pathways.map(({ facts }) => facts.map(factKey).sort()).sort(),
    missing.map(({ slug }) => slug),
  ]);
}

/** A condition expression as nested arrays, to be compared as JSON. */
function expressionContent(expression: ConditionExpression | null): unknown {
  if (expression === null) return null;
  if (expression.type === 'TEST')
    return [expression.condition.slug, expression.condition.counts, expression.atLeast, expression.atMost];
  return [expression.operator, expression.of.map(expressionContent)];
}

/**
 * The content of a rule as JSON: equal if nothing in the rule, or in what it cites, differs. Rules that are exceptions to
 * it are not part of its content.
 */
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
  return JSON.stringify([
    plan.level,
    subject.slug,
    effect,
    quantifier,
    extent,
    modality,
    partUnstated,
    expressionContent(when),
    where.scope,
    where.territories.map(({ code }) => code),
    from,
    until,
    exceptTo.map(({ slug }) => slug),
    restates.map(({ slug }) => slug),
    requires.map(({ condition, strength, dependsOn }) => [condition.slug, strength, dependsOn]),
    limits.map(({ combinedWith, cites: _, ...terms }) => [terms, combinedWith.map(({ slug }) => slug)]),
    costs.map(({ cites: _, ...terms }) => terms),
    reading,
    cites.map(({ key, source }) => [source.slug, key, source.authority, source.publisher, source.publishedOn]),
  ]);
}

/** The role of every rule in view, by rule slug: it acts or may act, it is defeated, or it was rejected and why. */
function ruleRoles(answered: SlugAnswer): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  if ('cannotBeAsked' in answered) return roles;
  const note = ({ slug }: Rule, role: string): unknown => roles.set(slug, `${roles.get(slug) ?? ''}${role};`);
  for (const { kind, rule, truth, ground } of answered.proof)
    if (rule && (kind === 'RULE' || kind === 'DEFEAT')) note(rule, `${kind} ${String(truth)} ${String(ground)}`);
  for (const { rule, reason } of answered.rejectedRules) note(rule, reason);
  return roles;
}

/** How a rule differs; null if it is the same in both graphs and has the same role in both answers. */
function ruleChange(
  before: Rule | undefined,
  after: Rule | undefined,
  roleBefore: string | undefined,
  roleAfter: string | undefined,
): RuleChange | null {
  if (!before) return 'ADDED';
  if (!after) return 'REMOVED';
  if (contentOf(before) !== contentOf(after)) return 'REWRITTEN';
  return roleBefore === roleAfter ? null : 'REWEIGHED';
}

function responsible(before: Graph, after: Graph, was: SlugAnswer, is: SlugAnswer): ResponsibleRule[] {
  const rolesBefore = ruleRoles(was);
  const rolesAfter = ruleRoles(is);
  const changes = (slugs: Iterable<string>): ResponsibleRule[] =>
    [...new Set(slugs)].flatMap((slug): ResponsibleRule[] => {
      const change = ruleChange(
        before.rules.get(slug),
        after.rules.get(slug),
        rolesBefore.get(slug),
        rolesAfter.get(slug),
      );
      return change === null ? [] : [{ rule: slug, change }];
    });
  const changedRules = changes([...rolesBefore.keys(), ...rolesAfter.keys()]);
  const edited = changedRules.filter(({ change }) => change !== 'REWEIGHED');
  if (edited.length > 0) return edited;
  if (changedRules.length > 0) return changedRules;
  // The reason for NOT_STATED depends on rules of the plan that are about other subjects.
  return changes([was, is].flatMap((answered) => ('cannotBeAsked' in answered ? [] : rulesOfChain(answered.plan))));
}

/** The links that the engine follows from an entry, apart from the rules that a plan takes from others. */
function onwardLinks(entry: Entry): readonly Link[] {
  if (entry.kind === 'PLAN') return entry.home?.links ?? [];
  if (entry.kind === 'COVERAGE_CONDITION') return entry.links;
  return 'up' in entry ? entry.up : [];
}

/** Every link that the engine can follow from the subject, the plan and the facts of a question. */
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
    for (const { kind, from, to } of onwardLinks(entry)) {
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

/** The answers of one graph to a list of questions; `answers[i]` answers `questions[i]`. */
export interface AnswerSet {
  readonly graph: Graph;
  readonly questions: readonly QuestionBySlug[];
  readonly answers: readonly SlugAnswer[];
}
/** Answers every question from the graph, in order. */
export function answersOf(graph: Graph, questions: readonly QuestionBySlug[]): AnswerSet {
  return { graph, questions, answers: questions.map((asked) => answerBySlug(graph, asked)) };
}

/** The questions whose answers differ in substance, in order. Both sets must answer the same questions. */
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

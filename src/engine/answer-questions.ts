/** The questions by which two versions of the data are compared, and the plans that a change can affect. */
import type { Graph, Plan, Subject } from '../graph/entries.ts';
import { answerBySlug, type QuestionBySlug } from './answer-diff.ts';
import type { CaseFact } from './determination.ts';

const slugs = (entries: readonly { readonly slug: string }[]): string[] => entries.map(({ slug }) => slug);

/** The questions of the cases in the file of a plan. `on` is the day for cases without one. */
export function casesOf(plan: Plan, on: string): QuestionBySlug[] {
  return plan.cases.map(({ subject, met, unmet, counts, territory, accordingTo, on: day }) => ({
    plan: plan.slug,
    subject: subject.slug,
    met: slugs(met),
    unmet: slugs(unmet),
    counts: Object.fromEntries([...counts].map(([{ slug }, count]) => [slug, count])),
    on: day ?? on,
    ...(territory && { territory: territory.code }),
    ...(accordingTo && { accordingTo: slugs(accordingTo) }),
  }));
}

/**
 * The questions to compare graphs by: the cases of their plans, and each plan on each subject, at home and abroad, with no
 * facts and with the facts of each pathway to coverage. `only` limits them to plans with these slugs. Default: all plans.
 */
export function questionsOf(
  graphs: readonly Graph[],
  on: string,
  only: ReadonlySet<string> | null = null,
): QuestionBySlug[] {
  const found = new Map<string, QuestionBySlug>();
  const add = (question: QuestionBySlug): unknown => found.set(JSON.stringify(question), question);
  for (const graph of graphs)
    for (const plan of graph.plans.values()) {
      if (only?.has(plan.slug) === false) continue;
      casesOf(plan, on).forEach(add);
      for (const subject of graph.subjects.values()) questionsOn(graph, plan, subject, on).forEach(add);
    }
  return [...found.values()];
}

/** The questions of one plan on one subject, at home and abroad: with no facts, and with the facts of each pathway. */
function questionsOn(graph: Graph, plan: Plan, subject: Subject, on: string): QuestionBySlug[] {
  return [{}, { territory: graph.abroad.code }].flatMap((place) => {
    const open = { plan: plan.slug, subject: subject.slug, on, ...place };
    const answer = answerBySlug(graph, open);
    const pathways = 'cannotBeAsked' in answer ? [] : answer.pathways;
    return [open, ...pathways.map(({ facts }) => ({ ...open, ...factsBySlug(facts) }))];
  });
}

function factsBySlug(facts: readonly CaseFact[]): Pick<QuestionBySlug, 'met' | 'unmet' | 'counts'> {
  const withTruth = (truth: boolean): string[] =>
    slugs(facts.filter(({ holds }) => holds === truth).map(({ condition }) => condition));
  const counted = facts.filter(({ holds }) => holds === null);
  return {
    met: withTruth(true),
    unmet: withTruth(false),
    counts: Object.fromEntries(
      counted.map(({ condition, atLeast, atMost }) => [condition.slug, atLeast ?? atMost ?? 0]),
    ),
  };
}

/**
 * The slugs of the plans that a change of the plans `changed` can affect: those plans, and the plans of any graph that
 * depend on them. If only plans changed, no other answer can change.
 */
export function plansAffectedBy(changed: ReadonlySet<string>, graphs: readonly Graph[]): Set<string> {
  const plans = graphs.flatMap((graph) => [...graph.plans.values()]);
  return new Set(plans.filter((plan) => dependsOn(plan, changed)).map(({ slug }) => slug));
}

/** Whether the plan, or one that it depends on, is among the changed. */
function dependsOn(plan: Plan, changed: ReadonlySet<string>): boolean {
  const chain = new Set([plan]);
  for (const each of chain) {
    if (changed.has(each.slug)) return true;
    if (each.within) chain.add(each.within);
    for (const { plan: taken } of each.takesRulesFrom) chain.add(taken);
    for (const supplemented of each.supplements) chain.add(supplemented);
  }
  return false;
}

/** The questions by which two versions of the data are compared, and the plans that a change can affect. */
import type { Graph, Plan } from '../graph/entries.ts';
import { answerBySlug, type QuestionBySlug } from './answer-diff.ts';

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
  const add = (asked: QuestionBySlug): unknown => found.set(JSON.stringify(asked), asked);
  for (const graph of graphs)
    for (const plan of graph.plans.values()) {
      if (only?.has(plan.slug) === false) continue;
      casesOf(plan, on).forEach(add);
      for (const subject of graph.subjects.values())
        for (const abroad of [{}, { territory: graph.abroad.code }]) {
          const open = { plan: plan.slug, subject: subject.slug, on, ...abroad };
          add(open);
          const answered = answerBySlug(graph, open);
          for (const { facts } of 'cannotBeAsked' in answered ? [] : answered.pathways) {
            add({
              ...open,
              met: slugs(facts.flatMap(({ holds, condition }) => (holds === true ? [condition] : []))),
              unmet: slugs(facts.flatMap(({ holds, condition }) => (holds === false ? [condition] : []))),
              counts: Object.fromEntries(
                facts.flatMap(({ holds, condition, atLeast, atMost }) =>
                  holds === null ? [[condition.slug, atLeast ?? atMost ?? 0]] : [],
                ),
              ),
            });
          }
        }
    }
  return [...found.values()];
}

/**
 * The slugs of the plans that a change of the plans `changed` can affect: those plans, and the plans of any graph that
 * depend on them. If only plans changed, no other answer can change.
 */
export function plansHangingOn(changed: ReadonlySet<string>, graphs: readonly Graph[]): Set<string> {
  const hanging = new Set<string>();
  for (const graph of graphs)
    for (const plan of graph.plans.values()) {
      const chain = new Set([plan]);
      for (const each of chain)
        for (const next of [each.within, ...each.takesRulesFrom.map(({ plan: taken }) => taken), ...each.supplements])
          if (next) chain.add(next);
      if ([...chain].some(({ slug }) => changed.has(slug))) hanging.add(plan.slug);
    }
  return hanging;
}

/** The questions by which two states of the data are compared. */
import { answer, type AskedBySlug } from '../../src/engine/answer-diff.ts';
import type { Graph, Plan } from '../../src/graph/entries.ts';

const slugs = (entries: readonly { readonly slug: string }[]): string[] => entries.map(({ slug }) => slug);

/** What the curators of a plan state the answers of. */
export function casesOf(plan: Plan, on: string): AskedBySlug[] {
  return plan.cases.map(({ subject, met, unmet, counts, territory, accordingTo, on: day }) => ({
    plan: plan.slug, subject: subject.slug, met: slugs(met), unmet: slugs(unmet), counts: Object.fromEntries([...counts].map(([{ slug }, count]) => [slug, count])),
    on: day ?? on, ...(territory && { territory: territory.code }), ...(accordingTo && { accordingTo: slugs(accordingTo) }),
  }));
}

/** What is worth asking of either graph: its curators' cases, and each plan on each subject, at home and abroad, with nothing given and along each way to coverage. */
export function questionsOf(graphs: readonly Graph[], on: string): AskedBySlug[] {
  const found = new Map<string, AskedBySlug>();
  const add = (asked: AskedBySlug): unknown => found.set(JSON.stringify(asked), asked);
  for (const graph of graphs) for (const plan of graph.plans.values()) {
    casesOf(plan, on).forEach(add);
    for (const subject of graph.subjects.values()) for (const abroad of [{}, { territory: graph.abroad.code }]) {
      const open = { plan: plan.slug, subject: subject.slug, on, ...abroad };
      add(open);
      const answered = answer(graph, open);
      for (const { facts } of 'cannotBeAsked' in answered ? [] : answered.pathways) {
        add({
          ...open, met: slugs(facts.flatMap(({ holds, condition }) => (holds === true ? [condition] : []))), unmet: slugs(facts.flatMap(({ holds, condition }) => (holds === false ? [condition] : []))),
          counts: Object.fromEntries(facts.flatMap(({ holds, condition, atLeast, atMost }) => (holds === null ? [[condition.slug, atLeast ?? atMost ?? 0]] : []))),
        });
      }
    }
  }
  return [...found.values()];
}

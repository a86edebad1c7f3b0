/** Questions about made-up data of any size: they take plans and services in turn, with and without facts. */
import { determine } from '../../src/engine/determine.ts';
import type { Graph } from '../../src/graph/entries.ts';

/** Derives every part of an answer with proof. */
export function answer(graph: Graph, number: number): number {
  const plan = graph.plans.get(
    `plan-${String((number * 7) % Math.max(1, graph.plans.size - 2 - Math.ceil(graph.plans.size / 50)))}`,
  );
  const asked = plan?.rules[number % Math.max(1, plan.rules.length)];
  const other = graph.services.get('knee-therapy');
  const condition = graph.conditions.get('referral');
  if (!plan || !asked || !other || !condition) throw new Error(`no question ${String(number)}`);
  // One in four is about a service that the plan's own rules may not mention.
  const subject = number % 4 === 3 ? other : asked.subject;
  const { summary, proof, requirements, pathways, nextQuestion, rejectedRules, status } = determine({
    graph,
    plan,
    subject,
    met: number % 2 === 0 ? [condition] : [],
    unmet: [],
    counts: new Map(),
    territory: null,
    on: '2026-11-23',
    onAssumed: false,
    accordingTo: null,
    minimumAuthority: null,
  });
  return (
    summary.length +
    proof.length +
    requirements.length +
    pathways.length +
    rejectedRules.length +
    status.length +
    (nextQuestion === null ? 0 : 1)
  );
}

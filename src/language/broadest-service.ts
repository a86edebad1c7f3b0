/** Subjects of questions, and the broadest of them. */
import type { Entry, Graph, Subject } from '../graph/entries.ts';

/** Whether an entry can be the subject of a coverage question: a service, a technique or a billing code. */
export const isSubject = (entry: Entry): entry is Subject =>
  entry.kind === 'SERVICE' || entry.kind === 'TECHNIQUE' || entry.kind === 'BILLING_CODE';

const broadestServices = new WeakMap<Graph, Subject>();

/**
 * The broadest service of a graph: what "care" means if a question names nothing narrower. Of the services that have no
 * broader one it is the one with the most narrower ones. Null if the graph has no service. Computed once per graph.
 */
export function broadestService(graph: Graph): Subject | null {
  const cached = broadestServices.get(graph);
  if (cached) return cached;
  let broadest: Subject | null = null;
  let mostNarrower = -1;
  for (const service of graph.services.values()) {
    if (service.links.some(({ kind }) => kind === 'BROADER')) continue;
    const narrower = service.links.filter(({ kind }) => kind === 'NARROWER').length;
    if (narrower <= mostNarrower) continue;
    broadest = service;
    mostNarrower = narrower;
  }
  if (broadest) broadestServices.set(graph, broadest);
  return broadest;
}

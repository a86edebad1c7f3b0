/** What the first asker of a graph would wait for, worked out before it answers, between requests to the one that does. */
import { buildIncrementally } from '../engine/disagreement-index.ts';
import type { Graph } from '../graph/entries.ts';

/** At a stretch, in milliseconds: no request waits longer for it. */
const slice = 5;
/** So long the new graph is kept back for it; what is left goes on behind. */
const patience = 1_500;
/** In larger data it is left to who asks: it takes minutes, and makes every rule that lay in a snapshot unread. */
const mostRules = 10_000;

/** Resolves to the graph. `today` may be another day before all is done. */
export async function warmUp(graph: Graph, today: () => string): Promise<Graph> {
  if (graph.rules.size > mostRules) return graph;
  const work = async (): Promise<void> => {
    for (let isDone = false; !isDone;) {
      const until = performance.now() + slice;
      while (!isDone && performance.now() < until) isDone = buildIncrementally(graph, today());
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  };
  // What it stumbles over, it stumbles over again when it is asked, where it can be told of.
  await Promise.race([
    work().catch(() => undefined),
    new Promise((resolve) => {
      setTimeout(resolve, patience).unref();
    }),
  ]);
  return graph;
}

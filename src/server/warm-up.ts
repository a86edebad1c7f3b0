/**
 * Computes the index of disagreements of a new graph, which its first request would otherwise wait for. The work runs in
 * short slices, so that requests to the graph in use go on meanwhile.
 */
import { buildIncrementally } from '../engine/disagreement-index.ts';
import type { Graph } from '../graph/entries.ts';

/** The longest slice of work, in milliseconds. */
const SLICE = 5;
/** The new graph is held back for at most this many milliseconds; the rest of the work goes on in the background. */
const TIMEOUT = 1_500;
/** Larger graphs are not warmed up: it takes minutes, and would decode every rule of a snapshot. */
const MAX_RULES = 10_000;

/** Resolves to the graph when it is ready or the time is over. `today` is called for each slice, since the day may change. */
export async function warmUp(graph: Graph, today: () => string): Promise<Graph> {
  if (graph.rules.size > MAX_RULES) return graph;
  const work = async (): Promise<void> => {
    for (let isDone = false; !isDone;) {
      const deadline = performance.now() + SLICE;
      while (!isDone && performance.now() < deadline) isDone = buildIncrementally(graph, today());
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  };
  // An error here is thrown again by the first request that needs the index, and reported there.
  await Promise.race([
    work().catch(() => undefined),
    new Promise((resolve) => {
      setTimeout(resolve, TIMEOUT).unref();
    }),
  ]);
  return graph;
}

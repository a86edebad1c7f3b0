/** The data as every command needs it: what the store read, checked by the laws of the engine as well. */
import { engineLaws } from '../engine/laws.ts';
import type { Graph } from '../graph/entries.ts';
import { Refusal } from '../errors.ts';
import type { Loaded } from './folders.ts';
import { printProblem, type LocatedProblem } from './located.ts';

export interface Examined {
  /** Null where any law is broken on the day. */
  readonly graph: Graph | null;
  readonly problems: readonly LocatedProblem[];
}

/** The graph where it breaks no law on the ISO day `today`, and every problem where it does. */
export function examined({ graph, examinable, problems, locate }: Loaded, today: string): Examined {
  const all = [...problems, ...(examinable ? engineLaws(examinable, today).map(locate) : [])];
  return { graph: all.length > 0 ? null : graph, problems: all };
}

/** The graph; throws a Refusal that lists every problem where there is any. */
export function soundGraph(loaded: Loaded, today: string): Graph {
  const { graph, problems } = examined(loaded, today);
  if (graph === null) throw unsound(problems);
  return graph;
}

/** Every problem on a line of its own, then how many there are. */
function unsound(problems: readonly LocatedProblem[]): Refusal {
  const count = problems.length === 1 ? 'One problem' : `${String(problems.length)} problems`;
  return new Refusal([...problems.map(printProblem), `${count} in the data.`]);
}

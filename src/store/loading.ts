/** The data as every command needs it: what the store read, checked by the laws of the engine as well. */
import { undecidedRules } from '../engine/case-laws.ts';
import { engineLaws } from '../engine/laws.ts';
import type { Graph } from '../graph/entries.ts';
import type { Loaded } from './folders.ts';
import type { LocatedProblem } from './located.ts';
import { unsound } from './problem-report.ts';

export interface Examined {
  /** Null where any law is broken on the day. */
  readonly graph: Graph | null;
  readonly problems: readonly LocatedProblem[];
}

/** The graph where it breaks no law on the ISO day `today`, and every problem where it does. */
export function examined(loaded: Loaded, today: string): Examined {
  const { graph, examinable, problems, curatedPlans, locate } = loaded;
  const derived = examinable
    ? [...engineLaws(examinable, today), ...undecidedRules(examinable, today, curatedPlans)]
    : [];
  const all = [...problems, ...derived.map(locate)];
  return { graph: all.length > 0 ? null : graph, problems: all };
}

/** The graph; throws a Refusal that lists every problem where there is any. */
export function soundGraph(loaded: Loaded, today: string): Graph {
  const { graph, problems } = examined(loaded, today);
  if (graph === null) throw unsound(problems);
  return graph;
}

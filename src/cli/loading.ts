/** The data as every command wants it: what the store read, held against the laws of the engine too. */
import { undecidedRules } from '../engine/case-laws.ts';
import { engineLaws } from '../engine/laws.ts';
import type { Graph } from '../graph/entries.ts';
import type { Loaded, LocatedProblem } from '../store/folders.ts';
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

/** The same for who cannot go on without: throws a Refusal that lists every problem. */
export function soundGraph(loaded: Loaded, today: string): Graph {
  const { graph, problems } = examined(loaded, today);
  if (graph === null) throw unsound(problems);
  return graph;
}

/** The data as every command wants it: what the store read, held against the laws of the engine too. */
import { engineLaws } from '../engine/laws.ts';
import type { Graph } from '../graph/entries.ts';
import type { Loaded } from '../store/folders.ts';
import { unsound } from './reports.ts';

/** A graph that breaks no law on the ISO day `today`. Throws a Refusal that lists every problem. */
export function soundGraph({ graph, examinable, problems, locate }: Loaded, today: string): Graph {
  const all = [...problems, ...(examinable ? engineLaws(examinable, today).map(locate) : [])];
  if (graph === null || all.length > 0) throw unsound(all);
  return graph;
}

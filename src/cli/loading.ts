/** The data as every command wants it: from the folders, held against the laws of the store, of the graph and of the engine. */
import { engineLaws } from '../engine/laws.ts';
import type { Graph } from '../graph/entries.ts';
import { loadFolders } from '../store/folders.ts';
import { unsound } from './reports.ts';
import type { Folders } from './settings.ts';

/** A graph that breaks no law on the ISO day `today`. Rejects with a Refusal that lists every problem. */
export async function loadSound(folders: Folders, today: string): Promise<Graph> {
  const { graph, problems, locate } = await loadFolders(folders);
  if (graph === null) throw unsound(problems);
  const broken = engineLaws(graph, today).map(locate);
  if (broken.length > 0) throw unsound(broken);
  return graph;
}

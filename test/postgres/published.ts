/** Data sets to publish: the project's own, and made-up changes of it. */
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/entries.ts';
import type { DataDocuments } from '../../src/model/shapes.ts';
import { loadFolders } from '../../src/store/folders.ts';
import { at } from '../schema/ask.ts';

const loaded = await loadFolders({ data: [at('data')], sources: [] });
export const { documents } = loaded;
export const ownGraph: Graph = sound(documents);

function sound(of: DataDocuments): Graph {
  const { graph, problems } = buildGraph(of);
  if (!graph) throw new Error(problems.map(({ message }) => message).join('\n'));
  return graph;
}

export interface ToPublish {
  readonly documents: DataDocuments;
  readonly graph: Graph;
  readonly note: string | null;
  readonly at: string;
}

/** The own data with TRICARE Prime under another name, so that one entry differs. */
export function renamed(name: string): ToPublish {
  const plans = Object.assign(Object.create(null) as DataDocuments['plans'], documents.plans);
  const plan = plans['tricare-prime'];
  if (!plan) throw new Error('the own data has TRICARE Prime');
  plans['tricare-prime'] = { ...plan, name };
  const changed = { ...documents, plans };
  return { documents: changed, graph: sound(changed), note: name, at: '2026-11-23T12:00:00Z' };
}

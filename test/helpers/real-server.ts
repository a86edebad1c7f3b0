/** The HTTP listener over the project's own data and schema, in process. */
import { fileURLToPath } from 'node:url';
import { loadValidGraph } from '../../src/store/validate-graph.ts';
import { schema } from '../../src/schema/index.ts';
import { loadFolders } from '../../src/store/folders.ts';
import { standIn } from './fake-server.ts';
import type { HttpOptions } from '../../src/http/http.ts';

export const graph = await loadValidGraph(
  await loadFolders({ data: [fileURLToPath(new URL('../../data', import.meta.url))], sources: [] }),
);
/** One object, because new data is what the server recognizes by another object. */
const data = { graph, loadedAt: '2026-11-23T00:00:00Z' };
/** Creates the listener with the server's default limits, unless `options` has others. */
export const real = (options: Partial<HttpOptions> = {}) => standIn({ schema, current: () => data, ...options });

export const somePlans = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => [...graph.plans.keys()][index % graph.plans.size] ?? '');
export const someServices = (count: number): { service: string }[] =>
  Array.from({ length: count }, (_, index) => ({
    service: [...graph.services.keys()][index % graph.services.size] ?? '',
  }));

/**
 * What every server of the bench has in common: the schema and the data, a place to listen, and
 * an account of the processor's time. graphql is the one of the repository, so that all of them execute one schema.
 */
import { dayInNewYork } from './generated/clock.js';
import { coverageSubgraph } from './generated/federation/index.js';
import { loadFolders } from './generated/store/folders.js';
import { ready } from '../ready.js';

export { ready };

export const { schema } = coverageSubgraph();
export const data = JSON.parse(process.env.BENCH_DATA);

/** The context of resolvers: the same for all servers, created for each request. */
export async function contexts() {
  const { graph, problems } = await loadFolders({ data, sources: [] });
  if (graph === null) throw new Error(`the data is not sound: ${String(problems.length)} problems`);
  const loadedAt = new Date().toISOString();
  return () => ({ graph, loadedAt, today: dayInNewYork(Date.now()) });
}

export function listen(server) {
  server.listen(0, '127.0.0.1', () => { ready(server.address().port); });
}

/** The contract of every store, on versions that were published to PostgreSQL: opened from their snapshot, and from their entries. */
import { afterAll, describe } from 'vitest';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { query, startPostgres } from '../postgres/postgres.ts';
import { documents, ownGraph } from '../postgres/published.ts';
import { holdsTheContract } from './contract.ts';

const postgres = await startPostgres();
const address = await postgres.database('contract');
const store = openDatabase(address, 'to write');
await store.migrate();
await store.publish({ documents, graph: ownGraph, note: null, at: '2026-11-23T12:00:00Z' });
const fromSnapshot = await store.open(1);
await query(address, 'delete from covergraph.compiled');
const fromEntries = await store.open(1);
await store.close();
afterAll(postgres.end);

describe.each([
  ['a published snapshot', fromSnapshot, 'SNAPSHOT'],
  ['published entries', fromEntries, 'ENTRIES'],
] as const)('%s', (_, { graph, from }, expected) => {
  if (from !== expected) throw new Error(`it was opened from ${from}`);
  holdsTheContract(graph);
});

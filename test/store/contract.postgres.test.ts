/**
 * The contract of every store, on versions that were published to PostgreSQL: opened from their snapshot and from their
 * entries, with integers of 32 bits as the migrations ask for them, and of 64, which some engines give instead and the
 * driver returns as text.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/postgres/database.ts';
import { query, startPostgres } from '../postgres/postgres.ts';
import { documents, ownGraph, renamed } from '../postgres/published.ts';
import { holdsTheContract } from './contract.ts';

const postgres = await startPostgres();
afterAll(postgres.end);
const own = { documents, graph: ownGraph, note: null, at: '2026-11-23T12:00:00Z' };

const widen = `do $$ declare wide record; begin
  for wide in select table_name, column_name from information_schema.columns
    where table_schema = 'covergraph' and data_type = 'integer'
  loop execute format('alter table covergraph.%I alter %I type bigint', wide.table_name, wide.column_name); end loop;
end $$`;

async function opened(name: string, change: string) {
  const address = await postgres.database(name);
  const store = openDatabase(address, 'to write');
  await store.migrate();
  if (change !== '') await query(address, change);
  await store.publish(own);
  const fromSnapshot = await store.open(1);
  await query(address, 'delete from covergraph.compiled');
  const fromEntries = await store.open(1);
  await store.close();
  return [fromSnapshot, fromEntries] as const;
}

const [narrowSnapshot, narrowEntries] = await opened('contract', '');
const [wideSnapshot, wideEntries] = await opened('contract-wide', widen);

describe.each([
  ['a published snapshot', narrowSnapshot, 'SNAPSHOT'],
  ['published entries', narrowEntries, 'ENTRIES'],
  ['a published snapshot in tables of 64-bit integers', wideSnapshot, 'SNAPSHOT'],
  ['published entries in tables of 64-bit integers', wideEntries, 'ENTRIES'],
] as const)('%s', (_, { graph, from }, expected) => {
  if (from !== expected) throw new Error(`it was opened from ${from}`);
  holdsTheContract(graph);
});

test('version numbers are numbers where the engine has integers of 64 bits only: 1, 2, 3, 4, and back', async () => {
  const address = await postgres.database('numbers-wide');
  const store = openDatabase(address, 'to write');
  await store.migrate();
  await query(address, widen);
  const published = [];
  for (const each of [own, renamed('Prime the first'), renamed('Prime the second'), renamed('Prime the third')])
    published.push(await store.publish(each));
  expect(published.map(({ number, before }) => [number, before])).toEqual([
    [1, null],
    [2, 1],
    [3, 2],
    [4, 3],
  ]);
  const { versions, current } = await store.versions();
  expect(versions.map(({ number, parent, plans, format }) => [number, parent, plans, format])).toEqual([
    [4, 3, ownGraph.plans.size, 1],
    [3, 2, ownGraph.plans.size, 1],
    [2, 1, ownGraph.plans.size, 1],
    [1, null, ownGraph.plans.size, 1],
  ]);
  expect([current, await store.current(), await store.find('3'), await store.find(ownGraph.version)]).toEqual([
    4, 4, 3, 1,
  ]);
  expect([await store.rollback(null), await store.rollback('1'), await store.rollback(null)]).toEqual([
    { before: 4, now: 3 },
    { before: 3, now: 1 },
    { before: 1, now: 3 },
  ]);
  expect([...(await store.digests([1, 9]))]).toEqual([[1, ownGraph.version]]);
  expect(await store.publish(own)).toMatchObject({ number: 1, outcome: 'REPOINTED', before: 3, mended: 0 });
  expect(await store.changes(1, 2)).toEqual([{ kind: 'plans', slug: 'tricare-prime', change: 'CHANGED' }]);
  await query(address, 'update covergraph.current_version set version = 9007199254740993');
  await expect(store.look()).rejects.toThrow(/current_version\.version holds "9007199254740993"/);
  await store.close();
});

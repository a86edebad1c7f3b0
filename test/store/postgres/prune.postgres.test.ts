/** Old versions are removed on request: never the current one, and what stays can still be opened, entry by entry. */
import { Client } from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildGraph } from '../../../src/graph/build.ts';
import { openDatabase, type VersionStore } from '../../../src/store/postgres/database.ts';
import type { Pruning } from '../../../src/store/postgres/prune.ts';
import { query, startPostgres } from '../../postgres/postgres.ts';
import { documents, ownGraph, renamed, type ToPublish } from '../../postgres/published.ts';

const postgres = await startPostgres();
afterAll(postgres.end);

let [count, address] = [0, ''];
let store: VersionStore;
beforeEach(async () => {
  address = await postgres.database(`prune-${String((count += 1))}`);
  store = openDatabase(address, 'to write');
  await store.migrate();
});
afterEach(() => store.close());

const names = ['one', 'two', 'three', 'four', 'five'];
/** Version N has TRICARE Prime under the name of its number, published on day N of November. */
const data = names.map((name, index): ToPublish => ({
  ...renamed(`Prime ${name}`),
  at: `2026-11-0${String(index + 1)}T12:00:00.000Z`,
}));
const publishing = (number: number): ToPublish => {
  const found = data[number - 1];
  if (!found) throw new Error(`there is no data set ${String(number)}`);
  return found;
};
async function publishAll(of = data): Promise<void> {
  for (const each of of) await store.publish(each);
}
const pruning = (keep: number, others: Partial<Pruning> = {}): Pruning => ({
  keep,
  before: null,
  includeRollback: false,
  isDryRun: false,
  ...others,
});
const numbersOf = (versions: readonly { readonly number: number }[]): number[] => versions.map(({ number }) => number);
const left = async (): Promise<number[]> => numbersOf((await store.versions()).versions);
const faultOf = (working: Promise<unknown>): Promise<string> =>
  working.then(
    () => 'no fault',
    (error: unknown) => String((error as { code?: unknown }).code),
  );

const TABLES = ['version', 'current_version', 'activation', 'entry', 'version_entry', 'compiled'];
/** Every row of every table. */
async function everything(): Promise<unknown> {
  const rows = [];
  for (const table of TABLES)
    rows.push(await query(address, `select t::text as row from covergraph.${table} t order by 1`));
  return rows;
}

/** Opens a version from its entries alone, which fails unless all of them are there. */
async function openFromEntries(number: number): Promise<string | undefined> {
  await query(address, 'delete from covergraph.compiled where version = $1', [number]);
  const { graph, from } = await store.open(number);
  expect(from).toBe('ENTRIES');
  return graph.plans.get('tricare-prime')?.name;
}

describe('pruning', () => {
  test('keeps the newest versions whole, and removes the others with the entries that only they have', async () => {
    await publishAll();
    const shared = ownGraph.plans.size; // some hundred entries are shared, one is of each version alone
    const before = Number((await query(address, 'select count(*)::int as n from covergraph.entry'))[0]?.['n']);
    expect(before).toBeGreaterThan(shared);
    const pruned = await store.prune(pruning(2));
    expect(pruned).toMatchObject({ isDryRun: false, entries: 3, current: 5, keptForRollback: [], kept: 2 });
    expect(pruned.removed).toEqual(
      [1, 2, 3].map((number) => ({
        number,
        digest: publishing(number).graph.version,
        publishedAt: publishing(number).at,
        note: publishing(number).note,
      })),
    );
    expect(await left()).toEqual([5, 4]);
    expect(await query(address, 'select count(*)::int as n from covergraph.entry')).toEqual([{ n: before - 3 }]);
    for (const table of ['version_entry', 'compiled'])
      expect(await query(address, `select distinct version from covergraph.${table} order by 1`)).toEqual([
        { version: 4 },
        { version: 5 },
      ]);
    expect(await store.open(4)).toMatchObject({ from: 'SNAPSHOT' });
    expect([await openFromEntries(4), await openFromEntries(5)]).toEqual(['Prime four', 'Prime five']);
    expect(await faultOf(store.open(3))).toBe('UNKNOWN_VERSION');
  });

  test('never removes the current version, however old it is', async () => {
    await publishAll();
    await store.rollback('1');
    const { removed, keptForRollback } = await store.prune(pruning(1, { includeRollback: true }));
    expect([numbersOf(removed), keptForRollback]).toEqual([[2, 3, 4], []]);
    expect([await left(), await store.current()]).toEqual([[5, 1], 1]);
    expect(await openFromEntries(1)).toBe('Prime one');
  });

  test('keeps the version that a rollback leads to, unless asked', async () => {
    await publishAll(data.slice(0, 4));
    await store.rollback('2');
    await store.publish(publishing(5));
    expect(await store.prune(pruning(2))).toMatchObject({
      removed: [{ number: 1 }, { number: 3 }],
      keptForRollback: [2],
    });
    expect(await store.rollback(null)).toEqual({ before: 5, now: 2 });
    await store.rollback('5');
    expect(await store.prune(pruning(1, { includeRollback: true }))).toMatchObject({
      removed: [{ number: 2 }, { number: 4 }],
      keptForRollback: [],
    });
    expect(await faultOf(store.rollback(null))).toBe('NO_EARLIER_VERSION');
    expect(await store.current()).toBe(5);
  });

  test('keeps as many steps of rollback as versions, less the current one', async () => {
    await publishAll(data.slice(0, 3));
    await store.rollback('1');
    await store.publish(publishing(4));
    await store.rollback('2');
    await store.publish(publishing(5)); // rollbacks lead to 2, 4, 1, 3, 2, 1
    const pruned = await store.prune(pruning(4, { isDryRun: true }));
    expect([numbersOf(pruned.removed), pruned.keptForRollback]).toEqual([[], [1]]);
    const fewer = await store.prune(pruning(2));
    expect([numbersOf(fewer.removed), fewer.keptForRollback]).toEqual([[1, 3], [2]]);
    expect(await store.rollback(null)).toEqual({ before: 5, now: 2 });
  });

  test('removes only versions that were published before the time given', async () => {
    await publishAll();
    const before = '2026-11-02T13:00:00+01:00'; // the moment at which version 2 was published
    expect(numbersOf((await store.prune(pruning(1, { before }))).removed)).toEqual([1]);
    expect(await left()).toEqual([5, 4, 3, 2]);
  });

  test('says in a dry run what it would do, and changes nothing', async () => {
    await publishAll();
    const rows = await everything();
    const dry = await store.prune(pruning(2, { isDryRun: true }));
    expect(await everything()).toEqual(rows);
    expect({ ...dry, isDryRun: false }).toEqual(await store.prune(pruning(2)));
    expect(await everything()).not.toEqual(rows);
    expect(await store.prune(pruning(2))).toMatchObject({ removed: [], entries: 0, kept: 2 });
  });

  test('gives no number twice: what was removed becomes a new version if it is published again', async () => {
    await publishAll();
    await store.prune(pruning(1));
    expect(await store.publish(publishing(1))).toMatchObject({ number: 6, outcome: 'NEW', newEntries: 1, before: 5 });
    expect(await openFromEntries(6)).toBe('Prime one');
  });

  test('needs a current version', async () => {
    expect(await faultOf(store.prune(pruning(1)))).toBe('NOTHING_PUBLISHED');
    await publishAll(data.slice(0, 2));
    await query(address, 'delete from covergraph.current_version');
    expect(await faultOf(store.prune(pruning(1)))).toBe('NO_CURRENT');
    await query(address, 'insert into covergraph.current_version values (1, 7)');
    for (const isDryRun of [true, false])
      expect(await faultOf(store.prune(pruning(1, { isDryRun })))).toBe('CURRENT_MISSING');
    expect(await left()).toEqual([2, 1]);
  });
});

describe('while versions are pruned', () => {
  /** Lets `work` wait until pruning is done: both wait for a lock, and pruning is first. */
  async function afterPruning<Result>(keep: number, work: () => Promise<Result>): Promise<Result> {
    const other = openDatabase(address, 'to write');
    const holder = new Client({ connectionString: address });
    await holder.connect();
    const waiting = async (most: number): Promise<void> => {
      for (;;) {
        const [row] = await query(
          address,
          "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        );
        if (row?.['n'] === most) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    try {
      await holder.query('begin');
      await holder.query('select * from covergraph.current_version for update');
      const pruned = other.prune(pruning(keep, { includeRollback: true }));
      await waiting(1);
      const result = work();
      await waiting(2);
      await holder.query('commit');
      await pruned;
      return await result;
    } finally {
      await holder.end();
      await other.close();
    }
  }

  test('a publication that counts on entries of a removed version writes them again', async () => {
    await publishAll(data.slice(0, 2));
    const { documents: of } = publishing(1);
    const plans = Object.assign(Object.create(null) as typeof documents.plans, of.plans);
    const medicare = plans['medicare'];
    if (!medicare) throw new Error('the own data has Medicare');
    plans['medicare'] = { ...medicare, name: 'Medicare, changed' };
    const changed = { ...of, plans };
    const { graph } = buildGraph(changed);
    if (!graph) throw new Error('the changed data is sound');
    const published = await afterPruning(1, () =>
      store.publish({ documents: changed, graph, note: null, at: '2026-11-09T12:00:00Z' }),
    );
    expect(published).toMatchObject({ number: 3, outcome: 'NEW', newEntries: 2, before: 2 });
    expect(await left()).toEqual([3, 2]);
    expect(await openFromEntries(3)).toBe('Prime one');
  });

  test('a publication of what a removed version held makes a new version', async () => {
    await publishAll(data.slice(0, 2));
    const published = await afterPruning(1, () => store.publish(publishing(1)));
    expect(published).toMatchObject({ number: 3, outcome: 'NEW', newEntries: 1, before: 2 });
    expect(await openFromEntries(3)).toBe('Prime one');
  });

  test('a rollback to a removed version is refused', async () => {
    await publishAll(data.slice(0, 3));
    expect(await faultOf(afterPruning(1, () => store.rollback('1')))).toBe('UNKNOWN_VERSION');
    expect([await left(), await store.current()]).toEqual([[3], 3]);
  });
});

/** Published versions: complete or absent, equal content stored once, and a message for every way in which a database can fail. */
import { spawn } from 'node:child_process';
import { Client } from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type VersionStore } from '../../../src/store/postgres/database.ts';
import { freePort, query, startPostgres } from '../../postgres/postgres.ts';
import { documents, ownGraph, renamed } from '../../postgres/published.ts';
import { at } from '../../schema/ask.ts';

const postgres = await startPostgres();
afterAll(postgres.end);

let [count, address] = [0, ''];
let store: VersionStore;
beforeEach(async () => {
  address = await postgres.database(`versions-${String((count += 1))}`);
  store = openDatabase(address, 'to write');
  await store.migrate();
});
afterEach(() => store.close());

const own = { documents, graph: ownGraph, note: null, at: '2026-11-23T12:00:00Z' };
const [first, second] = [renamed('Prime the first'), renamed('Prime the second')];
const rowsIn = async (table: string): Promise<unknown> =>
  (await query(address, `select count(*)::int as rows from covergraph.${table}`))[0]?.['rows'];
const faultOf = (working: Promise<unknown>): Promise<string> =>
  working.then(
    () => 'no fault',
    (error: unknown) => String((error as { code?: unknown }).code),
  );

describe('publishing', () => {
  test('writes a version and makes it current; what changed is written, the rest is shared', async () => {
    expect(await store.publish(own)).toMatchObject({
      number: 1,
      digest: ownGraph.version,
      outcome: 'NEW',
      before: null,
    });
    const entries = await rowsIn('entry');
    expect(await store.publish(first)).toMatchObject({ number: 2, outcome: 'NEW', newEntries: 1, entries, before: 1 });
    expect(await rowsIn('entry')).toBe(Number(entries) + 1);
    expect(await store.current()).toBe(2);
    expect((await store.open(2)).graph.plans.get('tricare-prime')?.name).toBe('Prime the first');
    expect((await store.open(1)).graph.plans.get('tricare-prime')?.name).toBe('TRICARE Prime');
    expect(
      (await store.versions()).versions.map(({ number, parent, note, plans }) => [number, parent, note, plans]),
    ).toEqual([
      [2, 1, 'Prime the first', ownGraph.plans.size],
      [1, null, null, ownGraph.plans.size],
    ]);
  });

  test('the same content again is no new version, whether it is current or was', async () => {
    await store.publish(own);
    expect(await store.publish({ ...own, note: 'again' })).toMatchObject({ number: 1, outcome: 'SAME' });
    await store.publish(first);
    expect(await store.publish(own)).toMatchObject({ number: 1, outcome: 'REPOINTED', before: 2, newEntries: 0 });
    expect([await store.current(), await rowsIn('version')]).toEqual([1, 2]);
  });

  test('publishing the same content again restores a missing snapshot', async () => {
    await store.publish(own);
    await query(address, 'delete from covergraph.compiled');
    expect((await store.open(1)).from).toBe('ENTRIES');
    expect(await store.publish(own)).toMatchObject({ outcome: 'SAME' });
    expect((await store.open(1)).from).toBe('SNAPSHOT');
  });

  test('several at once all succeed, each gets its own number, and one of them is current', async () => {
    const publications = Array.from({ length: 5 }, (_, index) => renamed(`Prime ${String(index)}`));
    const stores = publications.map(() => openDatabase(address, 'to write'));
    const published = await Promise.all(stores.map((each, index) => each.publish(publications[index] ?? own)));
    await Promise.all(stores.map((each) => each.close()));
    expect(published.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5]);
    const { versions, current } = await store.versions();
    expect([versions.length, current]).toEqual([5, 5]);
    for (const { number, parent } of versions) expect(parent).toBe(number === 1 ? null : number - 1);
  });

  test('the same by several at once is one version', async () => {
    const stores = [1, 2, 3].map(() => openDatabase(address, 'to write'));
    const published = await Promise.all(stores.map((each) => each.publish(own)));
    await Promise.all(stores.map((each) => each.close()));
    expect(published.map(({ outcome, number }) => [number, outcome]).sort()).toEqual([
      [1, 'NEW'],
      [1, 'SAME'],
      [1, 'SAME'],
    ]);
  });

  test('a publication that is killed halfway leaves nothing', async () => {
    await store.publish(own);
    const entries = await rowsIn('entry');
    // Its transaction is held up at the row of the current version, with all its entries written.
    const client = new Client({ connectionString: address });
    await client.connect();
    await client.query('begin; select * from covergraph.current_version for update');
    const publisher = spawn(
      process.execPath,
      ['--import', 'tsx', at('test/postgres/publisher.ts'), 'Prime that never was'],
      { env: { ...process.env, DATABASE_URL: address }, stdio: 'ignore' },
    );
    for (;;) {
      const [{ waiting } = { waiting: 0 }] = await query(
        address,
        "select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      );
      if (Number(waiting) > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    publisher.kill('SIGKILL');
    await new Promise((resolve) => publisher.once('exit', resolve));
    await client.query('rollback');
    await client.end();
    for (
      let tries = 0;
      tries < 100 &&
      Number(
        (
          await query(
            address,
            "select count(*)::int as others from pg_stat_activity where application_name = 'covergraph' and state like '%transaction%'",
          )
        )[0]?.['others'],
      ) > 0;
      tries += 1
    )
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect([await store.current(), await rowsIn('version'), await rowsIn('entry')]).toEqual([1, 1, entries]);
    expect(await store.publish(first)).toMatchObject({ number: 2, outcome: 'NEW' });
  });
});

describe('rolling back', () => {
  test('makes the previous version current, repeatedly, or any version by name', async () => {
    for (const publication of [own, first, second]) await store.publish(publication);
    expect(await store.rollback(null)).toEqual({ before: 3, now: 2 });
    expect(await store.rollback(null)).toEqual({ before: 2, now: 1 });
    expect(await faultOf(store.rollback(null))).toBe('NO_EARLIER_VERSION');
    expect(await store.rollback('3')).toEqual({ before: 1, now: 3 });
    expect(await store.rollback(ownGraph.version.slice(0, 8))).toEqual({ before: 3, now: 1 });
    expect(await store.rollback('1')).toEqual({ before: 1, now: 1 });
    // What is published now comes after what is current, not after what was rolled back.
    expect(await store.publish(renamed('Prime the third'))).toMatchObject({ number: 4, before: 1 });
    expect(await store.rollback(null)).toEqual({ before: 4, now: 1 });
  });

  test.each(['7', '0', '-1', 'x', '', "1'; drop table covergraph.version; --", 'ffffffff', '%', '________'])(
    'to %j, which is no version, is refused and changes nothing',
    async (name) => {
      await store.publish(own);
      expect(await faultOf(store.rollback(name))).toBe('UNKNOWN_VERSION');
      expect(await store.current()).toBe(1);
    },
  );
});

test('the difference between two versions is listed by entry, in either direction', async () => {
  const { medigap: _, ...plans } = documents.plans;
  for (const publication of [own, first]) await store.publish(publication);
  expect(await store.changes(1, 2)).toEqual([{ kind: 'plans', slug: 'tricare-prime', change: 'CHANGED' }]);
  expect(await store.changes(1, 1)).toEqual([]);
  await store.publish({ ...own, documents: { ...documents, plans }, graph: { ...ownGraph, version: 'f'.repeat(64) } });
  expect(await store.changes(1, 3)).toEqual([{ kind: 'plans', slug: 'medigap', change: 'REMOVED' }]);
  expect(await store.changes(3, 2)).toEqual([
    { kind: 'plans', slug: 'medigap', change: 'ADDED' },
    { kind: 'plans', slug: 'tricare-prime', change: 'CHANGED' },
  ]);
});

describe('a database that cannot be used gives the reason', () => {
  const elsewhere = (change: (address: string) => string) => openDatabase(change(address), 'to read');
  const fault = async (
    other: VersionStore,
    ask: (of: VersionStore) => Promise<unknown> = (of) => of.versions(),
  ): Promise<string> => faultOf(ask(other)).finally(() => other.close());

  test('no server listens', async () => {
    const port = String(await freePort());
    expect(await fault(elsewhere((url) => url.replace(/:\d+\//, `:${port}/`)))).toBe('UNREACHABLE');
  });
  test('there is no such database', async () => {
    expect(await fault(elsewhere((url) => `${url}-not`))).toBe('NO_DATABASE');
  });
  test('there is no such user', async () => {
    expect(await fault(elsewhere((url) => url.replace('covergraph@', 'stranger@')))).toBe('NOT_ADMITTED');
  });
  test('nothing was migrated', async () => {
    const empty = openDatabase(await postgres.database(`empty-${String(count)}`), 'to write');
    expect([
      await faultOf(empty.versions()),
      await faultOf(empty.publish(own)),
      await fault(empty, (of) => of.check()),
    ]).toEqual(['NOT_MIGRATED', 'NOT_MIGRATED', 'NOT_MIGRATED']);
  });
  test('nothing was published', async () => {
    expect([await faultOf(store.current()), await faultOf(store.rollback(null))]).toEqual([
      'NOTHING_PUBLISHED',
      'NOTHING_PUBLISHED',
    ]);
  });
  test('a newer release has migrated it: it is read, and not written to', async () => {
    await store.publish(own);
    await query(address, "insert into covergraph.migration values ('0099-of-tomorrow', 'now')");
    expect((await store.open(await store.current())).graph.version).toBe(ownGraph.version);
    expect([
      await faultOf(store.check()),
      await faultOf(store.publish(first)),
      await faultOf(store.rollback('1')),
    ]).toEqual(['no fault', 'NEWER_TABLES', 'NEWER_TABLES']);
  });
  test('the user may only read', async () => {
    await store.publish(own);
    const reader = `reader_${String(count)}`;
    await query(
      address,
      `create role ${reader} login; grant usage on schema covergraph to ${reader}; grant select on all tables in schema covergraph to ${reader}`,
    );
    const other = elsewhere((url) => url.replace('covergraph@', `${reader}@`));
    expect([
      (await other.open(1)).number,
      await faultOf(other.publish(first)),
      await faultOf(other.rollback('1')),
      await faultOf(other.migrate()),
    ]).toEqual([1, 'NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED']);
    await other.close();
  });
  test('an entry is not what was published', async () => {
    await store.publish(own);
    await query(
      address,
      "delete from covergraph.compiled; update covergraph.entry set document = replace(document, 'TRICARE Prime', 'TRICARE Brime') where slug = 'tricare-prime'",
    );
    expect(await faultOf(store.open(1))).toBe('DAMAGED');
  });
  test('the entries are read if the snapshot is damaged', async () => {
    await store.publish(own);
    await query(
      address,
      "update covergraph.compiled set bytes = overlay(bytes placing '\\x00'::bytea from 1000) where piece = 0",
    );
    expect(await store.open(1)).toMatchObject({ from: 'ENTRIES' });
  });
  test('a version of another format and no snapshot', async () => {
    await store.publish(own);
    await query(address, 'delete from covergraph.compiled; update covergraph.version set format = 99');
    expect(await faultOf(store.open(1))).toBe('UNREADABLE');
  });
  test('no message contains the password', async () => {
    const other = elsewhere((url) => url.replace('covergraph@', 'stranger:swordfish@'));
    const message = await other.versions().then(
      () => '',
      (error: unknown) => String(error),
    );
    await other.close();
    expect(message).toMatch(/^Error: The database does not admit the user/);
    expect(message).not.toContain('swordfish');
  });
});

test('migrating again, and by several at once, changes nothing', async () => {
  const empty = await postgres.database(`together-${String(count)}`);
  const stores = [1, 2, 3].map(() => openDatabase(empty, 'to write'));
  const applied = await Promise.all(stores.map((each) => each.migrate().catch((error: unknown) => [String(error)])));
  expect(applied.flat().filter((name) => name === '0001-versions')).toHaveLength(1);
  expect(await stores[0]?.migrate()).toEqual([]);
  await Promise.all(stores.map((each) => each.close()));
});

/** Tables as people leave them: each state has a sentence and a way out that works; a damaged version is published whole again. */
import { spawn } from 'node:child_process';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type VersionStore } from '../../../src/store/postgres/database.ts';
import { query, startPostgres } from '../../postgres/postgres.ts';
import { documents, ownGraph, renamed } from '../../postgres/published.ts';
import { at } from '../../schema/ask.ts';

const postgres = await startPostgres();
afterAll(postgres.end);

let [count, address] = [0, ''];
let store: VersionStore;
beforeEach(async () => {
  address = await postgres.database(`mending-${String((count += 1))}`);
  store = openDatabase(address, 'to write');
  await store.migrate();
});
afterEach(() => store.close());

const own = { documents, graph: ownGraph, note: null, at: '2026-11-23T12:00:00Z' };
const [first, second] = [renamed('Prime the first'), renamed('Prime the second')];
const sql = (text: string) => query(address, text);
const entries = async (): Promise<number> =>
  Number((await sql('select count(*)::int as rows from covergraph.version_entry where version = 1'))[0]?.['rows']);
const faultOf = (working: Promise<unknown>): Promise<string> =>
  working.then(
    () => 'no fault',
    (error: unknown) => String((error as { code?: unknown }).code),
  );
const now = async (): Promise<number> => (await store.rollback(null)).now;

describe('a rollback', () => {
  test('goes back to what the current version replaced, also where that was published before', async () => {
    for (const each of [own, first, own]) await store.publish(each);
    expect([await store.current(), await now(), await now()]).toEqual([1, 2, 1]);
    expect(await faultOf(store.rollback(null))).toBe('NO_EARLIER_VERSION');
  });

  test('undoes the changes of the current version one at a time', async () => {
    for (const each of [own, first, second, first, own, second]) await store.publish(each); // 1 2 3 2 1 3
    expect([await now(), await now(), await now(), await now(), await now()]).toEqual([1, 2, 3, 2, 1]);
    expect(await faultOf(store.rollback(null))).toBe('NO_EARLIER_VERSION');
  });

  test('undoes one to a version by name', async () => {
    for (const each of [own, first, second]) await store.publish(each);
    await store.rollback('1');
    expect([await now(), await now()]).toEqual([3, 2]);
  });

  test('goes by the version that was current at publication where the change was not recorded', async () => {
    for (const each of [own, first, second]) await store.publish(each);
    await sql('delete from covergraph.activation');
    expect([await now(), await now()]).toEqual([2, 1]);
    await sql('update covergraph.current_version set version = 3');
    expect(await now()).toBe(2);
    await store.publish(own);
    expect([await now(), await now()]).toEqual([2, 1]);
  });

  test('is refused with a message if the earlier version was deleted', async () => {
    for (const each of [own, first]) await store.publish(each);
    await sql('delete from covergraph.version where number = 1');
    await expect(store.rollback(null)).rejects.toThrow(/replaced version 1, which is no longer.+rollback --to N/);
    expect(await store.current()).toBe(2);
  });
});

/** One way each in which what is stored of version 1 can go wrong, and how many rows publishing again writes. */
const snapshotByte = `update covergraph.compiled set bytes = overlay(bytes placing '\\x00ff00'::bytea from 1000) where version = 1`;
const entryByte = `update covergraph.entry set document = replace(document, 'TRICARE Prime', 'TRICARE Brime') where slug = 'tricare-prime'`;
const damages: readonly (readonly [string, string, number | 'all'])[] = [
  ['a byte of the snapshot', snapshotByte, 1],
  ['the snapshot cut', `update covergraph.compiled set bytes = substring(bytes from 1 for 5000)`, 1],
  ['the snapshot empty', `update covergraph.compiled set bytes = ''`, 1],
  ['no snapshot', 'delete from covergraph.compiled', 1],
  ['a piece too many', `insert into covergraph.compiled select version, format, 1, bytes from covergraph.compiled`, 1],
  ['an entry', entryByte, 1],
  ['an entry that is no JSON', `update covergraph.entry set document = '{' where slug = 'tricare-prime'`, 1],
  ['an entry of another shape', `update covergraph.entry set document = '[]' where slug = 'tricare-prime'`, 1],
  ['an entry under another name', `update covergraph.entry set slug = 'x' where slug = 'tricare-prime'`, 1],
  ['an entry gone', `delete from covergraph.entry where slug = 'tricare-prime'`, 1],
  ['all entries gone', 'delete from covergraph.entry', 'all'],
  ['a place gone', `delete from covergraph.version_entry where slug = 'tricare-prime'`, 1],
  ['all places gone', 'delete from covergraph.version_entry', 'all'],
  [
    'a place too many',
    `insert into covergraph.version_entry select 1, kind, 'x', digest, 900 from covergraph.entry where slug = 'tricare-prime'`,
    1,
  ],
  ['another order', `update covergraph.version_entry set position = position + 1000 where slug = 'tricare-prime'`, 1],
  ['an entry and a byte of the snapshot', `${entryByte}; ${snapshotByte}`, 2],
];
test.each(damages)('publishing again mends a version with %s damaged', async (_, damage, rows) => {
  await store.publish(own);
  const all = await entries();
  await sql(damage);
  expect(await store.publish(own)).toMatchObject({
    number: 1,
    outcome: 'SAME',
    mended: rows === 'all' ? all : rows,
  });
  const fromSnapshot = await store.open(1);
  await sql('delete from covergraph.compiled');
  const fromEntries = await store.open(1);
  expect([fromSnapshot, fromEntries].map(({ from, graph: { version } }) => [from, version])).toEqual([
    ['SNAPSHOT', ownGraph.version],
    ['ENTRIES', ownGraph.version],
  ]);
  await store.publish(own);
  expect(await store.publish(own)).toMatchObject({ outcome: 'SAME', mended: 0 });
});

test('a damaged entry is mended too where another version is the first to be published', async () => {
  await store.publish(own);
  await sql(`update covergraph.entry set document = '{}' where slug = 'medigap'; delete from covergraph.compiled`);
  expect(await store.publish(first)).toMatchObject({ number: 2, outcome: 'NEW', mended: 1 });
  await sql('delete from covergraph.compiled');
  expect([(await store.open(1)).from, (await store.open(2)).from]).toEqual(['ENTRIES', 'ENTRIES']);
});

test.each(damages.filter(([name]) => /entry that is no JSON|of another shape|entry gone|place/.test(name)))(
  'a version with %s, and without a snapshot, is DAMAGED',
  async (_, damage) => {
    await store.publish(own);
    await sql(`${damage}; delete from covergraph.compiled`);
    expect(await faultOf(store.open(1))).toBe('DAMAGED');
  },
);

test('a version whose entries are gone is not compared as if it never had them', async () => {
  for (const each of [own, first]) await store.publish(each);
  await sql('delete from covergraph.version_entry where version = 2');
  await expect(store.changes(1, 2)).rejects.toThrow(/version 2 was of \d+ entries, and 0 are there/);
});

/** What a person can do to the tables, what `look` says then, and what sets it right. */
const states: readonly (readonly [string, string, string, readonly ('publish' | 'to 1' | 'migrate')[]])[] = [
  ['the current row deleted', 'delete from covergraph.current_version', 'NO_CURRENT', ['publish', 'to 1']],
  [
    'the current row empty',
    'update covergraph.current_version set version = null',
    'NOTHING_PUBLISHED',
    ['publish', 'to 1'],
  ],
  [
    'the current row under another key',
    'delete from covergraph.current_version where key = 2; update covergraph.current_version set key = 2',
    'NO_CURRENT',
    ['publish', 'to 1'],
  ],
  [
    'the current row pointing nowhere',
    'update covergraph.current_version set version = 99',
    'CURRENT_MISSING',
    ['publish', 'to 1'],
  ],
  ['a second row that does not count', 'insert into covergraph.current_version values (2, 1)', 'no fault', []],
  [
    'two rows that count',
    'alter table covergraph.current_version drop constraint current_version_pkey; insert into covergraph.current_version values (1, 1)',
    'SEVERAL_CURRENT',
    ['publish', 'to 1'],
  ],
  [
    'the version row deleted',
    'delete from covergraph.version where number = 2',
    'CURRENT_MISSING',
    ['publish', 'to 1'],
  ],
  ['all version rows deleted', 'delete from covergraph.version', 'CURRENT_MISSING', ['publish']],
  ['entries deleted', 'delete from covergraph.entry; delete from covergraph.version_entry', 'no fault', ['publish']],
  [
    'the table of current versions gone',
    'drop table covergraph.current_version',
    'NOT_MIGRATED',
    ['migrate', 'publish'],
  ],
  ['the table of versions gone', 'drop table covergraph.version', 'NOT_MIGRATED', ['migrate', 'publish']],
  ['the table of snapshots gone', 'drop table covergraph.compiled', 'no fault', ['migrate', 'publish']],
  ['the table of entries gone', 'drop table covergraph.entry', 'no fault', ['migrate', 'publish']],
  ['the table of activations gone', 'drop table covergraph.activation', 'no fault', ['migrate', 'publish']],
  ['no record of migrations', 'delete from covergraph.migration', 'no fault', ['migrate', 'publish']],
  [
    'the first record gone',
    "delete from covergraph.migration where name like '0001%'",
    'no fault',
    ['migrate', 'publish'],
  ],
  ['the table of records gone', 'drop table covergraph.migration', 'no fault', ['migrate', 'publish']],
  ['the lock of migrations gone', 'drop table covergraph.migration_lock', 'no fault', ['migrate', 'publish']],
  ['the schema gone', 'drop schema covergraph cascade', 'NOT_MIGRATED', ['migrate', 'publish']],
];
const ways: Record<'publish' | 'to 1' | 'migrate', () => Promise<unknown>> = {
  publish: () => store.publish(first),
  'to 1': () => store.rollback('1'),
  migrate: () => store.migrate(),
};
describe('tables with', () => {
  test.each(states)('%s', async (_, change, expected, wayOut) => {
    for (const each of [own, first]) await store.publish(each);
    await sql(change);
    expect(await faultOf(store.look())).toBe(expected);
    const alternatives = wayOut.includes('migrate') ? [wayOut] : wayOut.map((each) => [each]);
    for (const way of alternatives) {
      for (const each of way) await ways[each]();
      expect((await store.open((await store.look()).number)).from, way.join()).toBe('SNAPSHOT');
      if (alternatives.length > 1 && way === alternatives[0]) await sql(change.replace(/^alter.+?; /, ''));
    }
    await store.check();
    await store.publish(second);
    expect((await store.open(await store.current())).graph.version).toBe(second.graph.version);
  });

  test.each([
    [
      'a number as text',
      'alter table covergraph.version alter number type text',
      /covergraph\.version\.number is text/,
    ],
    [
      'a digest as bytes',
      "alter table covergraph.entry alter digest type bytea using decode(digest, 'hex')",
      /covergraph\.entry\.digest is bytea/,
    ],
    ['a snapshot as text', "alter table covergraph.compiled alter bytes type text using ''", /compiled\.bytes is text/],
    [
      'a column gone',
      'alter table covergraph.version_entry drop position',
      /covergraph\.version_entry has no column position/,
    ],
  ])('%s: migrating names the column and a way out that works', async (_, change, sentence) => {
    await store.publish(own);
    await sql(change);
    await expect(store.migrate()).rejects.toThrow(sentence);
    await expect(store.migrate()).rejects.toThrow(/drop the schema covergraph, run covergraph migrate and publish/);
    expect(await faultOf(store.publish(first))).toBe('WRONG_TABLES');
    await sql('drop schema covergraph cascade');
    await store.migrate();
    expect(await store.publish(first)).toMatchObject({ number: 1, outcome: 'NEW' });
  });
});

describe('migrating', () => {
  const cli = (to: string, ...args: string[]): Promise<{ code: number | null; out: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [at('dist/cli.js'), ...args], {
        env: { PATH: process.env['PATH'], DATABASE_URL: to },
      });
      let out = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (part: Buffer) => {
          out += part.toString();
        });
      child.once('exit', (code) => {
        resolve({ code, out });
      });
    });

  test('by four processes at once, on an empty database, always succeeds', async () => {
    for (const round of [1, 2, 3]) {
      const empty = await postgres.database(`at-once-${String(count)}-${String(round)}`);
      const ended = await Promise.all([1, 2, 3, 4].map(() => cli(empty, 'migrate')));
      expect(ended.filter(({ code }) => code !== 0)).toEqual([]);
      expect(ended.filter(({ out }) => out.includes('0001-versions'))).toHaveLength(1);
    }
  });

  test('by eight connections at once, on an empty database, applies each step once', async () => {
    for (const round of [1, 2, 3, 4, 5]) {
      const empty = await postgres.database(`eight-${String(count)}-${String(round)}`);
      const stores = Array.from({ length: 8 }, () => openDatabase(empty, 'to write'));
      const applied = (await Promise.all(stores.map((each) => each.migrate()))).flat();
      await Promise.all(stores.map((each) => each.close()));
      expect(applied.sort()).toEqual(['0001-versions', '0002-activations']);
    }
  });

  test('by an older release, on the tables of a newer one, changes nothing and says so', async () => {
    await store.publish(own);
    await sql("insert into covergraph.migration values ('0099-of-tomorrow', 'now')");
    expect([await store.migrate(), await store.newerSteps()]).toEqual([[], ['0099-of-tomorrow']]);
    expect(await cli(address, 'migrate')).toEqual({
      code: 0,
      out: 'The tables are those of a newer program (0099-of-tomorrow), and were left as they are. This one can serve from them; publish with the newer one.\n',
    });
    expect(await store.look()).toEqual({ number: 1, digest: ownGraph.version });
  });

  test('records only the step that 0.1.0 knows where 0.1.0 looks, so that its own migrate finds nothing unknown', async () => {
    expect(await query(address, 'select name from covergraph.migration')).toEqual([{ name: '0001-versions' }]);
    expect(await query(address, 'select name from covergraph.addition')).toEqual([{ name: '0002-activations' }]);
  });

  test('is not needed to read the tables of the release before', async () => {
    await store.publish(own);
    await sql('drop table covergraph.activation; drop table covergraph.addition');
    await store.check();
    expect((await store.open(await store.current())).from).toBe('SNAPSHOT');
    expect(await faultOf(store.publish(first))).toBe('NOT_MIGRATED');
    await store.migrate();
    expect(await store.publish(first)).toMatchObject({ number: 2 });
  });
});

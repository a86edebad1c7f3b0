/** A server with a database: it starts from the current version, follows it, answers without the database, and answers of older versions. */
import { afterAll, afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Client } from 'pg';
import { CliError } from '../../../src/errors.ts';
import { databaseSource } from '../../../src/server/database-source.ts';
import { serve } from '../../../src/server.ts';
import { openDatabase, type VersionStore } from '../../../src/store/postgres/database.ts';
import { query, startPostgres } from '../../postgres/postgres.ts';
import { documents, ownGraph, renamed } from '../../postgres/published.ts';

const postgres = await startPostgres();
afterAll(postgres.end);

let [count, address] = [0, ''];
let store: VersionStore;
const own = { documents, graph: ownGraph, note: null, at: '2026-11-23T12:00:00Z' };
beforeEach(async () => {
  await postgres.start();
  address = await postgres.database(`following-${String((count += 1))}`);
  store = openDatabase(address, 'to write');
  await store.migrate();
  await store.publish(own);
});
afterEach(() => store.close());

async function served({ pollSeconds = 1, versionsHeld = 2, waitSeconds = 5, at = address } = {}) {
  const running = await serve({
    port: 0,
    host: '127.0.0.1',
    data: [],
    sources: [],
    adminToken: 'a-token-of-the-operator',
    database: { address: at, waitSeconds, pollSeconds, versionsHeld },
  });
  onTestFinished(async () => {
    await running.close();
  });
  const site = `http://127.0.0.1:${String(running.port)}`;
  const ask = async (query: string, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(`${site}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as Answer;
  };
  const ready = async (): Promise<Ready> => (await fetch(`${site}/health/ready`)).json() as Promise<Ready>;
  const metrics = async (): Promise<string> =>
    (await fetch(`${site}/metrics`, { headers: { authorization: 'Bearer a-token-of-the-operator' } })).text();
  return { ...running, site, ask, ready, metrics, name: async (asOf?: string) => nameIn(await ask(asked(asOf))) };
}
interface Answer {
  readonly data: Record<string, { readonly plan: { readonly name: string } } | null>;
  readonly errors?: readonly {
    readonly path: readonly string[];
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
  readonly extensions: { readonly dataVersion: string };
}
interface Ready {
  readonly status: string;
  readonly lastReload: { readonly outcome: string; readonly problemCount: number };
  readonly database: {
    readonly problem?: string;
    readonly isReachable: boolean;
    readonly version: number;
    readonly currentVersion: number;
    readonly olderVersionsHeld: number;
  };
}
let turn = 0;
/** Never twice the same text, so that none is answered from what was kept. */
const asked = (asOf?: string): string =>
  `{ t${String((turn += 1))}: __typename coverage(plan: "tricare-prime", of: { service: "massage-therapy" }${asOf === undefined ? '' : `, asOf: "${asOf}"`}) { plan { name } } }`;
const nameIn = ({ data, errors }: Answer): string =>
  data['coverage']?.plan.name ?? errors?.map(({ extensions }) => extensions.code).join() ?? '';
async function until(isSo: () => Promise<boolean>, seconds = 10): Promise<void> {
  for (const end = performance.now() + seconds * 1_000; performance.now() < end;) {
    if (await isSo().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`it was not so within ${String(seconds)} seconds`);
}

describe('what is published', () => {
  test('answers from the start, and what is published then within seconds; so does what is rolled back', async () => {
    const { name, ready } = await served();
    expect([await name(), (await ready()).database]).toEqual([
      'TRICARE Prime',
      { isReachable: true, since: expect.any(String) as string, version: 1, currentVersion: 1, olderVersionsHeld: 0 },
    ]);
    await store.publish(renamed('Prime the first'));
    await until(async () => (await name()) === 'Prime the first');
    await store.rollback(null);
    await until(async () => (await name()) === 'TRICARE Prime');
    expect((await ready()).database).toMatchObject({ version: 1, currentVersion: 1 });
  });

  test('is loaded on NOTIFY, long before the next poll', async () => {
    const { name } = await served({ pollSeconds: 3_600 });
    await until(
      async () =>
        (
          await query(
            address,
            "select 1 from pg_stat_activity where application_name = 'covergraph listening' and datname = current_database() and query like 'listen%'",
          )
        ).length > 0,
    );
    await store.publish(renamed('Prime the first'));
    await until(async () => (await name()) === 'Prime the first');
  });

  test('is found by the next poll if no notification arrives', async () => {
    const { name } = await served();
    await store.publish(renamed('Prime the first'));
    await store.rollback(null);
    await until(async () => (await name()) === 'TRICARE Prime');
    await query(address, 'update covergraph.current_version set version = 2');
    await until(async () => (await name()) === 'Prime the first');
  });

  test('but cannot be read leaves the previous version answering, and the log says why', async () => {
    await store.publish(renamed('Prime the first'));
    await store.rollback(null);
    await query(
      address,
      'delete from covergraph.compiled where version = 2; update covergraph.version set format = 99 where number = 2',
    );
    const { name, ready, site } = await served();
    await query(address, 'update covergraph.current_version set version = 2');
    await until(async () => (await ready()).database.currentVersion === 2);
    expect([await name(), (await ready()).database.version]).toEqual(['TRICARE Prime', 1]);
    const reloaded = await fetch(`${site}/admin/reload`, {
      method: 'POST',
      headers: { authorization: 'Bearer a-token-of-the-operator' },
    });
    expect([reloaded.status, await reloaded.json()]).toEqual([
      422,
      expect.objectContaining({ outcome: 'UNSOUND', problems: [expect.stringContaining('format 99')] }),
    ]);
  });
});

describe('a database that goes away', () => {
  test('costs no answer, is reported, and is polled again once it is back', async () => {
    const { name, ready, metrics, site } = await served();
    await postgres.stop();
    await until(async () => !(await ready()).database.isReachable);
    expect([await name(), await ready(), (await fetch(`${site}/health/ready`)).status]).toEqual([
      'TRICARE Prime',
      expect.objectContaining({ status: 'ready' }),
      200,
    ]);
    expect(await metrics()).toMatch(/^covergraph_database_reachable 0$/m);
    const reloaded = await fetch(`${site}/admin/reload`, {
      method: 'POST',
      headers: { authorization: 'Bearer a-token-of-the-operator' },
    });
    expect([reloaded.status, await reloaded.json()]).toEqual([
      503,
      expect.objectContaining({ outcome: 'UNREACHABLE', dataVersion: ownGraph.version }),
    ]);
    await postgres.start();
    await until(async () => (await ready()).database.isReachable);
    await store.publish(renamed('Prime the first'));
    await until(async () => (await name()) === 'Prime the first');
    expect(await metrics()).toMatch(/^covergraph_database_reachable 1$[^]*^covergraph_database_version 2$/m);
  });

  test('is waited for at a start, and so is the first version', async () => {
    const empty = await postgres.database(`empty-${String(count)}`);
    await postgres.stop();
    const starting = served({ at: empty, waitSeconds: 30 });
    await new Promise((resolve) => setTimeout(resolve, 700));
    await postgres.start();
    const other = openDatabase(empty, 'to write');
    await other.migrate();
    await other.publish(own);
    await other.close();
    expect(await (await starting).name()).toBe('TRICARE Prime');
  });

  test.each([
    [
      'that is not there',
      (url: string) => url.replace(/:\d+\//, ':1/'),
      /^The database cannot be reached: .+ See that it runs/,
    ],
    ['with nothing in it', (url: string) => url.replace(/\w+-\d+$/, 'postgres'), /Run covergraph migrate\.$/],
  ])('one %s is waited for no longer than configured, and then reported', async (_, change, message) => {
    await expect(served({ at: change(address), waitSeconds: 0 })).rejects.toThrow(message);
  });
});

/** Puts `copy` in the place of the database that servers know, as a failover to another server does. */
async function failOverTo(copy: string): Promise<void> {
  const [from, to] = [new URL(copy).pathname.slice(1), new URL(address).pathname.slice(1)];
  await store.close();
  await query(
    postgres.address,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname in ('${from}', '${to}')`,
  );
  // Servers connect again at any moment, so none may until both have their names.
  await query(postgres.address, `alter database "${to}" allow_connections false`);
  await query(
    postgres.address,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname in ('${from}', '${to}')`,
  );
  await query(postgres.address, `alter database "${to}" rename to "${to}-gone"`);
  await query(postgres.address, `alter database "${from}" rename to "${to}"`);
  store = openDatabase(address, 'to write');
}

describe('after a failover', () => {
  test('to a database where the same number holds other content, that is loaded; so it is for an older version', async () => {
    await store.publish(renamed('Prime the first'));
    await store.publish(renamed('Prime the second'));
    const copy = await postgres.database(`copy-${String(count)}`);
    const other = openDatabase(copy, 'to write');
    await other.migrate();
    for (const each of [own, renamed('Prime the other first'), renamed('Prime the other second')])
      await other.publish(each);
    await other.close();
    const { name, ready } = await served();
    expect([await name(), await name('2'), await name('1')]).toEqual([
      'Prime the second',
      'Prime the first',
      'TRICARE Prime',
    ]);
    await failOverTo(copy);
    await until(async () => (await name()) === 'Prime the other second');
    expect((await ready()).database).toMatchObject({ isReachable: true, version: 3, currentVersion: 3 });
    await until(async () => (await name('2')) === 'Prime the other first');
    expect(await name('1')).toBe('TRICARE Prime');
  });

  test('to one where the same content has another number, the number changes and nothing is loaded', async () => {
    const copy = await postgres.database(`copy-${String(count)}`);
    const other = openDatabase(copy, 'to write');
    await other.migrate();
    for (const each of [renamed('Prime the first'), own]) await other.publish(each);
    await other.close();
    await query(copy, 'delete from covergraph.compiled; delete from covergraph.entry');
    const { name, ready } = await served();
    await failOverTo(copy);
    await until(async () => (await ready()).database.version === 2);
    expect(await name()).toBe('TRICARE Prime');
  });
});

describe('problems are shown while they last, and no longer:', () => {
  const problems = async (of: { metrics: () => Promise<string>; ready: () => Promise<Ready> }) => [
    /^covergraph_data_problems (\d+)$/m.exec(await of.metrics())?.[1],
    (await of.ready()).lastReload.problemCount,
    (await of.ready()).database.problem ?? null,
  ];
  const damaged = `update covergraph.compiled set bytes = '' where version = 2;
    update covergraph.entry set document = '{}' where slug = 'tricare-prime'`;

  test.each([
    ['a rollback', 'TRICARE Prime', () => store.rollback('1')],
    ['publishing again', 'Prime the first', () => store.publish(renamed('Prime the first'))],
    ['publishing something else', 'Prime the second', () => store.publish(renamed('Prime the second'))],
  ])('a damaged version, until %s', async (_, after, mend) => {
    await store.publish(renamed('Prime the first'));
    await store.rollback(null);
    await query(address, damaged);
    const running = await served();
    await query(address, 'update covergraph.current_version set version = 2');
    await until(async () => (await problems(running))[0] === '1');
    expect([await problems(running), await running.name()]).toEqual([['1', 1, null], 'TRICARE Prime']);
    await mend();
    await until(async () => (await running.name()) === after && (await problems(running))[0] === '0');
    expect(await problems(running)).toEqual(['0', 0, null]);
  });

  test.each([
    [
      'no row of the current version',
      'delete from covergraph.current_version',
      'NO_CURRENT',
      () => store.rollback('1'),
    ],
    [
      'a row that points nowhere',
      'update covergraph.current_version set version = 9',
      'CURRENT_MISSING',
      () => store.publish(own),
    ],
    ['no table', 'drop table covergraph.version', 'NOT_MIGRATED', () => store.migrate().then(() => store.publish(own))],
    [
      'no schema',
      'drop schema covergraph cascade',
      'NOT_MIGRATED',
      () => store.migrate().then(() => store.publish(own)),
    ],
    [
      'a column of another type',
      "alter table covergraph.current_version alter version type text using 'one'",
      'WRONG_TABLES',
      () =>
        query(address, 'drop schema covergraph cascade')
          .then(() => store.migrate())
          .then(() => store.publish(own)),
    ],
  ])('%s, until it is set right', async (_, change, code, mend) => {
    const running = await served();
    await query(address, change);
    await until(async () => (await running.ready()).database.problem === code);
    expect([await running.name(), (await running.ready()).database.isReachable]).toEqual(['TRICARE Prime', false]);
    await mend();
    await until(async () => (await running.ready()).database.isReachable);
    expect(await problems(running)).toEqual(['0', 0, null]);
  });

  test('a lock that is not released, while a version is read and while it is looked for', async () => {
    await query(address, `alter database "following-${String(count)}" set lock_timeout = '100ms'`);
    const running = await served();
    const holder = new Client({ connectionString: address });
    await holder.connect();
    onTestFinished(() => holder.end());
    await holder.query('begin; lock table covergraph.compiled in access exclusive mode');
    await query(
      address,
      `insert into covergraph.version select 2, repeat('a', 64), format, parent, published_at, note, plans, rules, sources, entries from covergraph.version;
       update covergraph.current_version set version = 2`,
    );
    await until(async () => (await running.ready()).lastReload.outcome === 'UNREACHABLE');
    const reloaded = await fetch(`${running.site}/admin/reload`, {
      method: 'POST',
      headers: { authorization: 'Bearer a-token-of-the-operator' },
    });
    expect([reloaded.status, await reloaded.json()]).toEqual([
      503,
      expect.objectContaining({ problems: [expect.stringMatching(/waited too long for a lock.+55P03.+pg_locks/)] }),
    ]);
    await holder.query('rollback; begin; lock table covergraph.current_version in access exclusive mode');
    await until(async () => (await running.ready()).database.problem === 'LOCKED');
    await holder.query('rollback');
    await query(address, 'update covergraph.current_version set version = 1');
    await until(async () => (await problems(running)).join() === '0,0,');
    expect(await running.name()).toBe('TRICARE Prime');
  });
});

describe('a start', () => {
  type Event = readonly [name: string, details: Readonly<Record<string, unknown>>];
  async function started(at: string, waitSeconds: number): Promise<{ events: Event[]; failure: string | null }> {
    const events: Event[] = [];
    const failure = await databaseSource(
      { address: at, waitSeconds, pollSeconds: 1, versionsHeld: 0 },
      {
        log: { event: (name, details = {}) => events.push([name, details]) },
        now: () => '',
        warm: (graph) => Promise.resolve(graph),
      },
    ).then(
      () => null,
      (error: unknown) => {
        if (!(error instanceof CliError)) throw error;
        return error.message;
      },
    );
    return { events, failure };
  }
  /** A user of its own, since nothing limits the one that owns the database. */
  async function reader(options: string): Promise<string> {
    const name = `reader_${String(count)}`;
    await query(
      address,
      `create role ${name} login ${options}; grant usage on schema covergraph to ${name}; grant select on all tables in schema covergraph to ${name}`,
    );
    return address.replace('covergraph@', `${name}@`);
  }

  test('waits while the server takes no more connections, and says why', async () => {
    const at = await reader('connection limit 0');
    const starting = started(at, 60);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await query(address, `alter role reader_${String(count)} connection limit 5`);
    const { failure, events } = await starting;
    expect([failure, events]).toEqual([
      null,
      [['database.awaited', { reason: expect.stringMatching(/no more connections.+53300/) as string, seconds: 60 }]],
    ]);
  });

  test.each([
    ['lock_timeout', '55P03'],
    ['statement_timeout', '57014'],
  ])('waits where a statement ends by %s', async (setting, code) => {
    const at = await reader('');
    await query(address, `alter role reader_${String(count)} set ${setting} = '200ms'`);
    const holder = new Client({ connectionString: address });
    await holder.connect();
    await holder.query('begin; lock table covergraph.compiled in access exclusive mode');
    const starting = started(at, 60);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await holder.end();
    const { failure, events } = await starting;
    expect([failure, events.map(([name]) => name)]).toEqual([null, ['database.awaited']]);
    expect(events[0]?.[1]['reason']).toContain(code);
  });

  test.each([
    ['a right that is missing', 'revoke select on covergraph.version from READER', /may not do this.+42501/],
    ['the current row deleted', 'delete from covergraph.current_version', /rollback --to N/],
    ['a row that points nowhere', 'update covergraph.current_version set version = 7', /version 7\. Run covergraph/],
    ['a column of another type', 'alter table covergraph.version alter number type text', /number is text/],
    [
      'a damaged version',
      'delete from covergraph.compiled; delete from covergraph.entry',
      /Publish the same data again/,
    ],
    ['a user who may not log in', 'alter role READER nologin', /does not admit the user/],
  ])('ends at once, in words, where there is %s', async (_, change, sentence) => {
    const at = await reader('');
    await query(address, change.replaceAll('READER', `reader_${String(count)}`));
    const { failure, events } = await started(at, 3_600);
    expect([failure, events]).toEqual([expect.stringMatching(sentence), []]);
  });

  test('waits for a name that is not known yet, as long as was said', async () => {
    const { failure, events } = await started('postgres://covergraph@no-such-host.invalid/x', 1);
    expect([failure, events.map(([name]) => name)]).toEqual([
      expect.stringMatching(/cannot be reached: getaddrinfo/),
      ['database.awaited'],
    ]);
  });

  test('from entries, because the snapshot is damaged, is logged with the reason and what to do', async () => {
    await query(address, "update covergraph.compiled set bytes = overlay(bytes placing '\\x00ff00'::bytea from 1000)");
    const { failure, events } = await started(address, 0);
    expect([failure, events]).toEqual([
      null,
      [
        [
          'snapshot.rejected',
          {
            version: 1,
            reason: 'the snapshot is damaged: its checksum is not that of its bytes',
            remedy: expect.stringContaining('Publish the same data again') as string,
          },
        ],
      ],
    ]);
  });
});

describe('a question of an older version', () => {
  beforeEach(async () => {
    await store.publish(renamed('Prime the first'));
    await store.publish(renamed('Prime the second'));
  });

  test('is answered from it, by number or digest, and says so; without one, from the current', async () => {
    const { ask, name, ready } = await served();
    expect([
      await name(),
      await name('1'),
      await name('2'),
      await name('3'),
      await name(ownGraph.version),
      await name(ownGraph.version.slice(0, 10)),
    ]).toEqual([
      'Prime the second',
      'TRICARE Prime',
      'Prime the first',
      'Prime the second',
      'TRICARE Prime',
      'TRICARE Prime',
    ]);
    expect((await ask(asked('1'))).extensions.dataVersion).toBe(ownGraph.version);
    expect((await ready()).database.olderVersionsHeld).toBe(2);
  });

  test('has the whole of its request answered from that one', async () => {
    const { ask } = await served();
    const { data, errors } = await ask(
      `{ dataset { version } plan(slug: "tricare-prime") { name } ${asked('1')
        .replace(/t\d+: __typename/, '')
        .slice(1)}`,
    );
    expect([data, errors]).toEqual([
      {
        dataset: { version: ownGraph.version },
        plan: { name: 'TRICARE Prime' },
        coverage: { plan: { name: 'TRICARE Prime' } },
      },
      undefined,
    ]);
  });

  test('cannot be combined with another version, which is refused at its own field', async () => {
    const { ask } = await served();
    const of = 'plan: "tricare-prime", of: { service: "massage-therapy" }';
    const { data, errors } = await ask(
      `{ a: coverage(${of}, asOf: "1") { plan { name } } b: coverage(${of}, asOf: "2") { plan { name } } c: coverage(${of}) { plan { name } } d: coverage(${of}, asOf: "2") @skip(if: true) { status } }`,
    );
    expect(data).toEqual({ a: { plan: { name: 'TRICARE Prime' } }, b: null, c: null });
    expect(errors?.map(({ path, extensions: { code } }) => [path.join(), code])).toEqual([
      ['b', 'MIXED_VERSIONS'],
      ['c', 'MIXED_VERSIONS'],
    ]);
  });

  test('that was never published is refused at its own field, and the other fields are answered', async () => {
    const { ask } = await served();
    for (const version of ['9', 'x', '', 'ffffffff', `${ownGraph.version}0`]) {
      const { data, errors } = await ask(
        `{ plan(slug: "tricare-prime") { name } ${asked(version)
          .replace(/t\d+: __typename/, '')
          .slice(1)}`,
      );
      expect([data, errors?.map(({ path, extensions: { code } }) => [path.join(), code])], version).toEqual([
        { plan: { name: 'Prime the second' }, coverage: null },
        [['coverage', 'UNKNOWN_VERSION']],
      ]);
    }
  });

  test('is loaded once for all who ask at the same time, and held without the database, no more than so many', async () => {
    const { name, ready } = await served({ versionsHeld: 1 });
    const before = Number(
      (
        await query(
          address,
          'select sum(calls)::int as calls from (select xact_commit as calls from pg_stat_database where datname = current_database()) as of',
        )
      )[0]?.['calls'],
    );
    expect(new Set(await Promise.all(Array.from({ length: 50 }, () => name('1'))))).toEqual(new Set(['TRICARE Prime']));
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const after = Number(
      (
        await query(
          address,
          'select sum(calls)::int as calls from (select xact_commit as calls from pg_stat_database where datname = current_database()) as of',
        )
      )[0]?.['calls'],
    );
    expect(after - before).toBeLessThan(30); // 50 loadings are some 200 questions
    expect(await name('2')).toBe('Prime the first');
    expect((await ready()).database.olderVersionsHeld).toBe(1);
    await postgres.stop();
    await until(async () => !(await ready()).database.isReachable);
    expect([await name('2'), await name('1'), await name('3'), await name()]).toEqual([
      'Prime the first',
      'VERSION_UNAVAILABLE',
      'Prime the second',
      'Prime the second',
    ]);
    await postgres.start();
    await until(async () => (await name('1')) === 'TRICARE Prime');
  });

  test('is refused where too many others are being loaded', async () => {
    for (const count of [3, 4, 5, 6]) await store.publish(renamed(`Prime ${String(count)}`));
    const { name } = await served();
    const names = await Promise.all(['1', '2', '3', '4', '5'].map((version) => name(version)));
    expect(names.filter((each) => each === 'VERSION_UNAVAILABLE').length).toBeGreaterThan(0);
    expect(await name('5')).toBe('Prime 4');
  });

  test('may be forbidden', async () => {
    const { name } = await served({ versionsHeld: 0 });
    expect([await name('1'), await name('3')]).toEqual(['UNKNOWN_VERSION', 'Prime the second']);
  });

  test('gets no tag by which a refusal would be kept', async () => {
    const { site } = await served();
    const get = (version: string) =>
      fetch(`${site}/graphql?query=${encodeURIComponent(asked(version))}`, { headers: { accept: 'application/json' } });
    const [refused, answered] = [await get('9'), await get('1')];
    expect([
      refused.headers.get('etag'),
      refused.headers.get('cache-control'),
      typeof answered.headers.get('etag'),
    ]).toEqual([null, 'no-store', 'string']);
  });
});

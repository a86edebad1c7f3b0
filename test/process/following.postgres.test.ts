/** A server with a database: it starts from the current version, follows it, answers without the database, and answers of older versions. */
import { afterAll, afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { serve } from '../../src/server.ts';
import { openDatabase, type VersionStore } from '../../src/store/postgres/database.ts';
import { query, startPostgres } from '../postgres/postgres.ts';
import { documents, ownGraph, renamed } from '../postgres/published.ts';

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
  readonly database: {
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

  test('is heard of where the engine passes word on, long before it is looked for', async () => {
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

  test('is found by looking where no word comes', async () => {
    const { name } = await served();
    await store.publish(renamed('Prime the first'));
    await store.rollback(null);
    await until(async () => (await name()) === 'TRICARE Prime');
    await query(address, 'update covergraph.current_version set version = 2');
    await until(async () => (await name()) === 'Prime the first');
  });

  test('but cannot be read leaves what answers, and the operator is told why', async () => {
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
  test('costs no answer, is told of, and is followed again once it is back', async () => {
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
  ])('one %s is waited for no longer than was said, and then told of', async (_, change, told) => {
    await expect(served({ at: change(address), waitSeconds: 0 })).rejects.toThrow(told);
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

  test('stands beside no question of another version, which is refused at its own place', async () => {
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

  test('that nobody published is refused at its own place, and what is beside it is answered', async () => {
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

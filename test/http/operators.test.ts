/** What operators see and may do: health for anybody, problems of the data, loading and metrics for who bears the token. */
import { describe, expect, test } from 'vitest';
import { adminRoutes } from '../../src/http/admin.ts';
import { healthRoutes } from '../../src/http/health.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import type { DatabaseStatus, ReloadResult } from '../../src/http/server-status.ts';
import { createHotReload } from '../../src/server/hot-reload.ts';
import { graph, real } from '../helpers/real-server.ts';
import { listening } from '../helpers/fake-server.ts';

const token = 'a-token-of-the-operator';
const bearer = { authorization: `Bearer ${token}` };
const other = { graph: { ...graph, version: 'v2' }, problems: [] };
const unsound = { graph: null, problems: ['plans/half.yaml:3:1 no-law: what is wrong, and what to do'] };

/** A server whose next loadings come to these; what was set up is not a socket until it is asked. */
function served({
  loadings = [other],
  hasToken = true,
  followed,
}: {
  loadings?: readonly (Error | { graph: typeof graph | null; problems: readonly string[] })[];
  hasToken?: boolean;
  followed?: DatabaseStatus;
} = {}) {
  const left = [...loadings];
  const metrics = createMetrics();
  const state = { isLeaving: false };
  const tell = (reloaded: ReloadResult): void => {
    metrics.reloaded(reloaded);
  };
  const reloading = createHotReload(
    graph,
    {
      read: () => {
        const next = left.shift() ?? other;
        return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
      },
      state: () => Promise.resolve(''),
      now: () => '2026-11-23T00:00:00Z',
    },
    tell,
  );
  const standing = {
    ...reloading,
    isLeaving: () => state.isLeaving,
    ...(followed && { followed: () => followed }),
  };
  const secret = hasToken ? token : null;
  tell(reloading.lastReload());
  const { http, logged } = real({
    responseCacheBytes: 1_000_000,
    trustedDocuments: new Map([['home', 'query Home { __typename }']]),
    current: reloading.current,
    routes: [...healthRoutes(standing, secret), ...adminRoutes(standing, () => Promise.resolve(metrics), secret)],
    observers: [metrics.observer],
    isLeaving: standing.isLeaving,
    clock: () => performance.now(),
  });
  return { address: listening(http), state, logged };
}
const json = async (response: Response): Promise<unknown> => response.json();

describe('health', () => {
  test('live is 200, ready says what is served; neither needs a token, and no cache stores them', async () => {
    const address = await served().address;
    const live = await fetch(`${address}/health/live`);
    expect([live.status, live.headers.get('cache-control'), await json(live)]).toEqual([
      200,
      'no-store',
      { status: 'live' },
    ]);
    const ready = await fetch(`${address}/health/ready`);
    expect([ready.status, await json(ready)]).toEqual([
      200,
      {
        status: 'ready',
        dataVersion: graph.version,
        loadedAt: '2026-11-23T00:00:00Z',
        lastReload: { at: '2026-11-23T00:00:00Z', outcome: 'LOADED', problemCount: 0 },
      },
    ]);
  });

  test('on the way out the process lives and is not ready, and says not to come back on the same line', async () => {
    const { address, state } = served();
    state.isLeaving = true;
    const ready = await fetch(`${await address}/health/ready`);
    expect([ready.status, ready.headers.get('connection'), await json(ready)]).toEqual([
      503,
      'close',
      expect.objectContaining({ status: 'leaving' }),
    ]);
    expect((await fetch(`${await address}/health/live`)).status).toBe(200);
  });

  test('an unsound set leaves it ready; how many problems is for anybody, which for the bearer', async () => {
    const address = await served({ loadings: [unsound] }).address;
    await fetch(`${address}/admin/reload`, { method: 'POST', headers: bearer });
    const lastReload = { outcome: 'UNSOUND', problemCount: 1 };
    const ready = await fetch(`${address}/health/ready`);
    const text = await ready.text();
    expect([ready.status, JSON.parse(text)]).toEqual([
      200,
      expect.objectContaining({
        status: 'ready',
        dataVersion: graph.version,
        lastReload: expect.objectContaining(lastReload) as unknown,
      }),
    ]);
    expect(text).not.toContain('half.yaml');
    expect(await json(await fetch(`${address}/health/ready`, { headers: bearer }))).toMatchObject({
      lastReload: { ...lastReload, problems: unsound.problems },
    });
  });
});

test('a database that fails shows a code to anybody, and a sentence to the bearer', async () => {
  const followed = { isReachable: false, since: '', version: 1, currentVersion: 1, olderVersionsHeld: 0 };
  const why = { problem: 'NOT_ADMITTED', reason: 'The database on db.example does not admit the user.' };
  const address = await served({ followed: { ...followed, ...why } }).address;
  const database = async (headers: Record<string, string>) =>
    ((await json(await fetch(`${address}/health/ready`, { headers }))) as { database: unknown }).database;
  expect(await database({})).toEqual({ ...followed, problem: 'NOT_ADMITTED' });
  expect(await database(bearer)).toEqual({ ...followed, ...why });
});

describe('loading by call', () => {
  test('that meets an unexpected error is FAILED with its reason, and the next call is as ever', async () => {
    const address = await served({ loadings: [new TypeError('half a row'), other] }).address;
    const call = () => fetch(`${address}/admin/reload`, { method: 'POST', headers: bearer });
    const failed = await call();
    expect([failed.status, await json(failed)]).toEqual([
      500,
      expect.objectContaining({
        outcome: 'FAILED',
        dataVersion: graph.version,
        problems: [expect.stringContaining('TypeError: half a row')],
      }),
    ]);
    expect(await json(await fetch(`${address}/health/ready`))).toMatchObject({
      lastReload: { outcome: 'FAILED', problemCount: 1 },
    });
    expect((await call()).status).toBe(200);
  });

  test('swaps the data for the bearer, and an unsound set is reported with its problems and changes nothing', async () => {
    const address = await served({ loadings: [other, unsound] }).address;
    const call = async () => {
      const response = await fetch(`${address}/admin/reload`, { method: 'POST', headers: bearer });
      return [response.status, await json(response)];
    };
    const version = async () =>
      ((await json(await fetch(`${address}/graphql?query={__typename}`))) as { extensions: { dataVersion: string } })
        .extensions.dataVersion;
    expect(await version()).toBe(graph.version);
    expect(await call()).toEqual([
      200,
      expect.objectContaining({ outcome: 'LOADED', dataVersion: 'v2', problems: [] }),
    ]);
    expect(await version()).toBe('v2');
    expect(await call()).toEqual([
      422,
      expect.objectContaining({ outcome: 'UNSOUND', dataVersion: 'v2', problems: unsound.problems }),
    ]);
    expect(await version()).toBe('v2');
  });

  const doors: readonly (readonly [method: string, path: string, headers: Record<string, string>, status: number])[] = [
    ['POST', '/admin/reload', {}, 401],
    ['POST', '/admin/reload', { authorization: 'Bearer wrong' }, 401],
    ['POST', '/admin/reload', { authorization: `Basic ${token}` }, 401],
    ['POST', '/admin/reload', { authorization: `Bearer ${token}x` }, 401],
    ['GET', '/admin/reload', {}, 401],
    ['GET', '/admin/reload', bearer, 405],
    ['GET', '/metrics', {}, 401],
    ['POST', '/metrics', bearer, 405],
    ['GET', '/metrics', bearer, 200],
  ];
  test.each(doors)('%s %s with %j is %i', async (method, path, headers, status) => {
    const response = await fetch(`${await served().address}${path}`, { method, headers });
    expect(response.status).toBe(status);
    if (status === 401)
      expect([response.headers.get('www-authenticate'), (await response.text()).includes(token)]).toEqual([
        'Bearer',
        false,
      ]);
  });

  test.each([
    ['POST', '/admin/reload'],
    ['GET', '/metrics'],
  ])('%s %s is not there where no token is set, whatever is shown', async (method, path) => {
    const address = await served({ hasToken: false }).address;
    for (const headers of [{}, bearer, { authorization: 'Bearer null' }, { authorization: 'Bearer ' }])
      expect((await fetch(`${address}${path}`, { method, headers })).status).toBe(404);
  });
});

test('metrics count requests by operation, refusals by limit, statuses, loadings and the data version, in words of the schema alone', async () => {
  const address = await served({ loadings: [other, unsound] }).address;
  const ask = (query: string) =>
    fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }).then((response) => response.text());
  await ask(
    'query swordfish { swordfish: coverage(plan: "tricare-prime", of: { service: "massage-therapy" }) { status } }',
  );
  await ask('{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }) { status } }');
  await ask('{ coverage(plan: "tricare-prime", of: { service: "massage-therapy" }) { status } }');
  await ask(`{ plan(slug: "swordfish") { slug } }`);
  await ask('query Home { __typename }');
  await ask(`{ ${'__typename '.repeat(201)} }`);
  for (let count = 0; count < 2; count += 1)
    await fetch(`${address}/admin/reload`, { method: 'POST', headers: bearer });
  const text = await (await fetch(`${address}/metrics`, { headers: bearer })).text();
  for (const line of [
    'covergraph_request_duration_seconds_count{route="/graphql",operation="coverage",status="200"} 3',
    'covergraph_request_duration_seconds_count{route="/graphql",operation="plan",status="200"} 1',
    'covergraph_request_duration_seconds_count{route="/graphql",operation="Home",status="200"} 1',
    'covergraph_refusals_total{limit="breadth"} 1',
    'covergraph_errors_total{code="UNKNOWN_PLAN"} 1',
    'covergraph_determinations_total{status="CONDITIONAL"} 3',
    'covergraph_cache_requests_total{cache="response",hit="true"} 1',
    'covergraph_reloads_total{outcome="LOADED"} 2',
    'covergraph_reloads_total{outcome="UNSOUND"} 1',
    'covergraph_data_info{version="v2"} 1',
    'covergraph_data_problems 1',
    'covergraph_cache_requests_total{cache="document",hit="false"} 5',
  ])
    expect(text.split('\n')).toContain(line);
  // Each bucket holds those below it, the last of them all.
  const buckets = [
    ...text.matchAll(
      /^covergraph_request_duration_seconds_bucket\{le="([^"]+)",route="\/graphql",operation="plan",status="200"\} (\d+)$/gm,
    ),
  ].map(([, le, count]) => [le, Number(count)] as const);
  expect(buckets.at(-1)).toEqual(['+Inf', 1]);
  expect(buckets.map(([, count]) => count)).toEqual(buckets.map(([, count]) => count).sort());
  expect(buckets).toHaveLength(13);
  expect(text).toMatch(/^covergraph_data_loaded_timestamp_seconds 17\d{8}$/m);
  expect(text).not.toContain('swordfish');
});

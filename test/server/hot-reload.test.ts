/** The data is replaced in one step while requests go on: none fails, none sees two data sets, and refused data changes no answer. */
import { expect, test } from 'vitest';
import type { ReloadResult } from '../../src/http/server-status.ts';
import { createHotReload } from '../../src/server/hot-reload.ts';
import { graph, real } from '../helpers/real-server.ts';
import { listening } from '../helpers/fake-server.ts';

const versioned = (version: string) => ({ ...graph, version });
const now = () => '2026-11-23T00:00:00Z';
const atRest = () => Promise.resolve('the same');

test('a hundred loadings under load, half of them unsound', async () => {
  let loading = 0;
  const results: ReloadResult[] = [];
  const read = () => {
    loading += 1;
    return Promise.resolve(
      loading % 2 === 0
        ? { graph: null, problems: ['a plan is half a file'] }
        : { graph: versioned(`v${String(loading)}`), problems: [] },
    );
  };
  const { current, reload, lastReload } = createHotReload(versioned('v0'), { read, state: atRest, now }, (reloaded) =>
    results.push(reloaded),
  );
  const address = await listening(real({ current }).http);
  let isOver = false;
  const seen = new Set<string>();
  const sendRequests = async (): Promise<void> => {
    while (!isOver) {
      const response = await fetch(`${address}/graphql?query={dataset{version}plans(first:3){nodes{slug}}}`);
      const { data, errors, extensions } = (await response.json()) as {
        data: { dataset: { version: string } };
        errors?: unknown;
        extensions: { dataVersion: string };
      };
      expect([response.status, errors, data.dataset.version]).toEqual([200, undefined, extensions.dataVersion]);
      seen.add(extensions.dataVersion);
    }
  };
  const clients = Array.from({ length: 4 }, sendRequests);
  for (let count = 0; count < 100; count += 1) {
    await reload();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  isOver = true;
  await Promise.all(clients);
  expect(results.filter(({ outcome }) => outcome === 'LOADED')).toHaveLength(50);
  expect(results.filter(({ outcome }) => outcome === 'UNSOUND')).toHaveLength(50);
  expect(lastReload()).toMatchObject({ outcome: 'UNSOUND', dataVersion: 'v99', problems: ['a plan is half a file'] });
  expect(seen.size).toBeGreaterThan(5);
});

test('files that change while they are read are read again, and given up on in words', async () => {
  let state = 0;
  const never = createHotReload(
    graph,
    { read: () => Promise.resolve({ graph, problems: [] }), state: () => Promise.resolve(String((state += 1))), now },
    () => undefined,
  );
  expect(await never.reload()).toMatchObject({
    outcome: 'UNSOUND',
    problems: [expect.stringContaining('changed during every attempt')],
  });
});

test('who asks while one is loaded is answered by the one after it, together', async () => {
  let readings = 0;
  const { reload } = createHotReload(
    graph,
    { read: () => Promise.resolve({ graph: versioned(String((readings += 1))), problems: [] }), state: atRest, now },
    () => undefined,
  );
  const [first, second, third] = await Promise.all([reload(), reload(), reload()]);
  expect([first.dataVersion, second.dataVersion, third.dataVersion, readings]).toEqual(['1', '2', '2', 2]);
});

/** Each fails where `createReloading` calls out, in the ways that JavaScript has. */
const broken = {
  'reading rejects': { read: () => Promise.reject(new TypeError('half a row')), state: atRest },
  'reading throws': {
    read: () => {
      throw new TypeError('half a row');
    },
    state: atRest,
  },
  'the files cannot be looked at': {
    read: () => Promise.resolve({ graph, problems: [] }),
    state: () => Promise.reject(new Error('half a row')),
  },
  'what is thrown is no Error': {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    read: () => Promise.reject('half a row'),
    state: atRest,
  },
};
test.each(Object.entries(broken))(
  'where %s, the reload does not reject: it FAILED, is reported with its reason, and what was loaded goes on',
  async (_, source) => {
    const reports: [ReloadResult, unknown][] = [];
    const { reload, current, lastReload } = createHotReload(graph, { ...source, now }, (...each) => reports.push(each));
    const all = await Promise.all([reload(), reload(), reload()]);
    expect(all.map(({ outcome }) => outcome)).toEqual(['FAILED', 'FAILED', 'FAILED']);
    expect(lastReload()).toMatchObject({
      dataVersion: graph.version,
      problems: [expect.stringContaining('half a row')],
    });
    expect([current().graph === graph, reports.length, String(reports[0]?.[1])]).toEqual([
      true,
      2,
      expect.stringContaining('half a row'),
    ]);
  },
);

test('a log that cannot be written does not make a reload fail', async () => {
  const { reload, current } = createHotReload(
    graph,
    { read: () => Promise.resolve({ graph: versioned('v2'), problems: [] }), state: atRest, now },
    () => {
      throw new Error('no space left on device');
    },
  );
  expect([(await reload()).outcome, current().graph.version]).toEqual(['LOADED', 'v2']);
});

test('what failed is over once a reload succeeds', async () => {
  let isBroken = true;
  const read = () => (isBroken ? Promise.reject(new Error('half a row')) : Promise.resolve({ graph, problems: [] }));
  const { reload, lastReload } = createHotReload(graph, { read, state: atRest, now }, () => undefined);
  await reload();
  isBroken = false;
  expect([(await reload()).outcome, lastReload().problems]).toEqual(['UNCHANGED', []]);
});

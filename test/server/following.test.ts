/** The version poller, with a clock of the test's own: what it compares, how often it tries again, and what it reports. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DatabaseStatus } from '../../src/http/server-status.ts';
import { createVersionPoller, type PollerOptions } from '../../src/server/version-poller.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5); // pauses are as long as they are on average
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const every = 1_000;
const [one, two] = [
  { number: 1, digest: 'aaaa' },
  { number: 2, digest: 'bbbb' },
];

/** A poller over a database that the test moves. Looks are at 0, 1, 2 … seconds while nothing fails. */
function polled(over: Partial<PollerOptions> = {}) {
  const state = { current: one, held: one, failure: null as Error | null, isRefused: false, hasFailed: false };
  const counts = { looks: 0, takes: 0 };
  const reports: DatabaseStatus[] = [];
  let hear = (): void => undefined;
  const poller = createVersionPoller({
    current: () => {
      counts.looks += 1;
      return state.failure === null ? Promise.resolve(state.current) : Promise.reject(state.failure);
    },
    held: () => state.held,
    olderVersionsHeld: () => 0,
    take: () => {
      counts.takes += 1;
      state.hasFailed = state.isRefused;
      if (!state.isRefused) state.held = state.current;
      return Promise.resolve();
    },
    hasFailed: () => state.hasFailed,
    listen: (heard) => {
      hear = heard;
      return { stop: () => Promise.resolve() };
    },
    every,
    now: () => new Date().toISOString(),
    explain: (failure) => ({ code: 'FAULT', reason: String(failure) }),
    report: (status) => reports.push(status),
    ...over,
  });
  return { state, counts, reports, poller, hear: () => hear() };
}
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);

test('takes what is new, and nothing while nothing changes', async () => {
  const { state, counts, poller } = polled();
  await seconds(3.5);
  expect(counts).toEqual({ looks: 4, takes: 0 });
  state.current = two;
  await seconds(1);
  expect([counts.takes, poller.status().version]).toEqual([1, 2]);
  await seconds(5);
  expect(counts.takes).toBe(1);
});

test('takes other content under the same number, and the same content under another number', async () => {
  const { state, counts } = polled();
  await seconds(0.5);
  state.current = { number: 1, digest: 'cccc' };
  await seconds(1);
  expect([counts.takes, state.held]).toEqual([1, { number: 1, digest: 'cccc' }]);
  state.current = { number: 7, digest: 'cccc' };
  await seconds(1);
  expect([counts.takes, state.held.number]).toEqual([2, 7]);
});

test('tries a version that cannot be loaded again after 1, 2, 4 … 32 looks, and no more often', async () => {
  const { state, counts } = polled();
  await seconds(0.5);
  [state.current, state.isRefused] = [two, true];
  await seconds(1_000);
  // Tries at looks 1, 3, 6, 11, 20, 37, 70, then every 33: (1000 - 70) / 33 = 28.2.
  expect(counts.takes).toBe(7 + 28);
});

test('tries it at once where it was published again, or becomes other content', async () => {
  const { state, counts, hear } = polled();
  await seconds(0.5);
  [state.current, state.isRefused] = [two, true];
  await seconds(100);
  const before = counts.takes;
  hear();
  await seconds(0.01);
  expect(counts.takes).toBe(before + 1);
  state.current = { number: 2, digest: 'dddd' };
  await seconds(1);
  expect(counts.takes).toBe(before + 2);
});

test('looks again after twice the time while it fails, four times at most, and reports each failure', async () => {
  const { state, counts, reports, poller } = polled();
  await seconds(0.5);
  state.failure = new TypeError('a bug');
  await seconds(100);
  // Failures at 1, 2, 4 and 8 seconds, then every 4: 2 + (100.5 - 4) / 4 = 26.1 → 1, 2, 4, 8, 12 … 100.
  expect(counts.looks).toBe(1 + 2 + 25);
  expect(poller.status()).toMatchObject({
    isReachable: false,
    problem: 'FAULT',
    reason: 'TypeError: a bug',
    version: 1,
  });
  expect(reports.filter(({ isReachable }) => !isReachable)).toHaveLength(27);
  state.failure = null;
  await seconds(4);
  expect(poller.status().isReachable).toBe(true);
  expect(poller.status()).not.toHaveProperty('problem');
});

test('a failed reload is forgotten once what answers is what is current, whatever started it', async () => {
  const { state, counts } = polled();
  await seconds(0.5);
  state.hasFailed = true;
  await seconds(1);
  expect([counts.takes, state.hasFailed]).toEqual([1, false]);
  await seconds(5);
  expect(counts.takes).toBe(1);
});

test('what listening or loading throws is reported, and looking goes on', async () => {
  const { counts, reports } = polled({
    listen: () => {
      throw new Error('no such file');
    },
  });
  await seconds(20);
  expect(counts.looks).toBeGreaterThan(3);
  expect(reports.at(-1)).toMatchObject({ problem: 'FAULT', reason: 'Error: no such file' });
});

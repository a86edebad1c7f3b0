/** The file watcher: loads once for a change, and goes on looking whatever fails. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchFiles } from '../../src/server/file-watcher.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a look that fails is reported once for each reason, and the next change is still loaded', async () => {
  let [state, loads] = ['before', 0];
  let failure: Error | null = new Error('too many open files');
  const failures: string[] = [];
  const { stop } = watchFiles(
    'before',
    () => (failure === null ? Promise.resolve(state) : Promise.reject(failure)),
    () => Promise.resolve((loads += 1)),
    (error) => failures.push(String(error)),
  );
  await vi.advanceTimersByTimeAsync(3_000);
  failure = new Error('no such folder');
  await vi.advanceTimersByTimeAsync(3_000);
  expect([failures, loads]).toEqual([['Error: too many open files', 'Error: no such folder'], 0]);
  [failure, state] = [null, 'after'];
  await vi.advanceTimersByTimeAsync(3_000);
  expect(loads).toBe(1);
  failure = new Error('no such folder');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(failures).toHaveLength(3);
  stop();
});

test('a reload that rejects does not end the watching', async () => {
  let [state, loads] = ['before', 0];
  const failures: unknown[] = [];
  const { stop } = watchFiles(
    'before',
    () => Promise.resolve(state),
    () => {
      loads += 1;
      return Promise.reject(new Error(`load ${String(loads)}`));
    },
    (error) => failures.push(error),
  );
  for (const each of ['a', 'b', 'c']) {
    state = each;
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect([loads, failures.length]).toEqual([3, 3]);
  stop();
});

/** A log that is full, closed or stalled stops nothing, and neither does a standard output without a reader. */
import { closeSync, existsSync, openSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { answered, freePort, listening, metric, startServer } from './built.ts';

const longest = { timeout: 120_000 };
const DROPPED = 'covergraph_log_lines_dropped_total';

function fullDevice(): number {
  const file = openSync('/dev/full', 'w');
  onTestFinished(() => {
    closeSync(file);
  });
  return file;
}
const env = (port: number) => ({ PORT: String(port), LOG_LEVEL: 'info' });

test.runIf(existsSync('/dev/full'))(
  'a full disk: lines are counted, and SIGTERM ends the process with 0',
  longest,
  async () => {
    const port = await freePort();
    const { child, ended } = startServer({ env: env(port), stdio: ['ignore', 'ignore', fullDevice()] });
    await listening(port);
    expect(await answered(port, 20)).toBe(20);
    await expect.poll(() => metric(port, DROPPED)).toBeGreaterThanOrEqual(20);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  },
);

test('a reader that stopped: answers go on, and SIGTERM ends the process with 0', longest, async () => {
  const port = await freePort();
  // A line of a request has some 250 bytes: these fill the pipe and then the megabyte that waits.
  const { child, ended } = startServer({ env: env(port) });
  child.stdout?.resume();
  await listening(port);
  expect(await answered(port, 8_000)).toBe(8_000);
  expect(await metric(port, DROPPED)).toBeGreaterThan(0);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('a reader that left: lines are counted, and SIGTERM ends the process with 0', longest, async () => {
  const port = await freePort();
  const { child, ended } = startServer({ env: env(port) });
  child.stderr?.destroy();
  await listening(port);
  expect(await answered(port, 20)).toBe(20);
  await expect.poll(() => metric(port, DROPPED)).toBeGreaterThanOrEqual(20);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('a standard output without a reader ends no server', longest, async () => {
  const port = await freePort();
  const { child, ended } = startServer({ env: env(port) });
  child.stdout?.destroy();
  await listening(port);
  expect(await answered(port, 20)).toBe(20);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test.runIf(existsSync('/dev/full'))('neither does one that is full', longest, async () => {
  const port = await freePort();
  const { child, ended } = startServer({ env: env(port), stdio: ['ignore', fullDevice(), 'ignore'] });
  await listening(port);
  expect(await answered(port, 20)).toBe(20);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

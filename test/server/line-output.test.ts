/** What cannot be written is dropped and counted; the rest is whole lines in their order. */
import { expect, test } from 'vitest';
import { createLineOutput, type Sink } from '../../src/server/line-output.ts';
import { createLogger } from '../../src/server/logger.ts';

const lost = (lines: number): string => `lost ${String(lines)}\n`;

/** A sink that takes so many bytes of all that comes, then fails until it is given room. */
function disk(room: number) {
  let text = '';
  const sink: Sink = (bytes, done) => {
    const part = bytes.subarray(0, room);
    text += part.toString();
    room -= part.length;
    done(part.length < bytes.length ? new Error('ENOSPC') : null, part.length);
  };
  return {
    sink,
    text: () => text,
    make: (more: number) => {
      room += more;
    },
  };
}

/** A sink that completes no write until the test says so. */
function stalled() {
  const taken: string[] = [];
  let finish: (() => void) | null = null;
  const sink: Sink = (bytes, done) => {
    taken.push(bytes.toString());
    finish = () => {
      done(null, bytes.length);
    };
  };
  return { sink, taken, finish: () => finish?.() };
}

test('a full disk drops lines, and one line says how many once there is room', () => {
  const { sink, text, make } = disk(10);
  const output = createLineOutput(sink, lost);
  for (const line of ['line 1\n', 'line 2\n', 'line 3\n']) output.write(line);
  expect([text(), output.dropped()]).toEqual(['line 1\nlin', 2]);
  make(1_000);
  output.write('line 4\n');
  output.write('line 5\n');
  expect(text()).toBe('line 1\nlin\nlost 2\nline 4\nline 5\n');
  expect(output.dropped()).toBe(2);
});

test('of a batch the lines that were written whole are not counted as lost', () => {
  const { sink, taken, finish } = stalled();
  const full = disk(19);
  let isStalled = true;
  const output = createLineOutput((bytes, done) => {
    (isStalled ? sink : full.sink)(bytes, done);
  }, lost);
  output.write('first\n');
  for (const line of ['line 2\n', 'line 3\n', 'line 4\n', 'line 5\n']) output.write(line);
  isStalled = false;
  finish();
  expect(taken).toEqual(['first\n']);
  expect([full.text(), output.dropped()]).toEqual(['line 2\nline 3\nline ', 2]);
});

test('a reader that has stopped costs at most a megabyte, and the newest lines are dropped', async () => {
  const { sink, taken, finish } = stalled();
  const output = createLineOutput(sink, lost);
  const line = `${'x'.repeat(999)}\n`;
  for (let written = 0; written < 5_000; written += 1) output.write(line);
  expect(taken).toEqual([line]);
  expect(output.dropped()).toBe(3_999);
  await output.drained(1);
  finish();
  expect(taken[1]?.startsWith('lost 3999\n')).toBe(true);
  while (output.dropped() === 3_999 && taken.join('').length < 1_001_010) finish();
  expect(taken.join('')).toBe(`${line}lost 3999\n${line.repeat(1_000)}`);
  const drained = output.drained(60_000);
  finish();
  await drained;
});

test('a log that is closed for good drops every line and waits for nothing', async () => {
  const output = createLineOutput((_, done) => {
    done(new Error('EPIPE'), 0);
  }, lost);
  for (const line of ['a\n', 'b\n', 'c\n']) output.write(line);
  expect(output.dropped()).toBe(3);
  await output.drained(60_000);
});

test('the log escapes what a terminal would obey, and stays JSON', async () => {
  const full = disk(10_000);
  const log = createLogger('info', full.sink);
  const hostile = '\u001b[2J\u009b31m\u007f\u202eevil\u200f';
  log.event(hostile, { why: hostile });
  await log.written(1_000);
  expect(full.text()).toMatch(/^[ -~]+\n$/);
  expect(JSON.parse(full.text())).toMatchObject({ msg: hostile, why: hostile });
});

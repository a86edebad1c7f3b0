/**
 * Writes the lines of the log. Writing never blocks and never fails: a line that cannot be written is dropped and counted,
 * and the next line that can be written is preceded by one that says how many were dropped.
 */
import { constants, fstatSync, openSync, write } from 'node:fs';
import { isatty } from 'node:tty';

/** Writes bytes, and calls `done` with how many were written and, where not all of them were, the reason. */
export type Sink = (bytes: Buffer, done: (error: Error | null, written: number) => void) => void;

export interface LineOutput {
  /** Takes one line with its line feed. */
  readonly write: (line: string) => void;
  /** How many lines were dropped so far. */
  readonly dropped: () => number;
  /** Resolves once every line is written or dropped, at the latest after so many milliseconds. */
  readonly drained: (milliseconds: number) => Promise<void>;
}

/** How many bytes of lines wait at most for a reader that is slow or has stopped. */
const mostWaiting = 1_000_000;
/** How many bytes are written at once; a single line may be longer. */
const mostAtOnce = 64_000;

/** `lostLine` makes the line that says how many lines were dropped since the last such line. */
export function createLineOutput(sink: Sink, lostLine: (lines: number) => string): LineOutput {
  const waiting: Buffer[] = [];
  let waitingBytes = 0;
  let isWriting = false;
  let dropped = 0;
  let reported = 0;
  /** Whether the last bytes that were written are not the end of a line. */
  let isTorn = false;
  let whenDrained: (() => void)[] = [];

  const takeBatch = (): Buffer[] => {
    let bytes = 0;
    let count = 0;
    while (count < waiting.length && (count === 0 || bytes < mostAtOnce)) {
      bytes += waiting[count]?.length ?? 0;
      count += 1;
    }
    waitingBytes -= bytes;
    return waiting.splice(0, count);
  };
  const send = (batch: readonly Buffer[]): void => {
    const lost = dropped - reported;
    const begin = Buffer.from((isTorn ? '\n' : '') + (lost > 0 ? lostLine(lost) : ''));
    const pieces = begin.length > 0 ? [begin, ...batch] : batch;
    isWriting = true;
    sink(Buffer.concat(pieces), (error, written) => {
      isWriting = false;
      if (begin.length === 0 || written >= begin.length) reported += lost;
      const whole = wholeLines(batch, written - begin.length);
      if (error !== null) dropped += batch.length - whole.count;
      isTorn = error !== null && (written === 0 ? isTorn : !whole.isAtEnd);
      next(error === null);
    });
  };
  const next = (works: boolean): void => {
    if (isWriting) return;
    if (waiting.length > 0 || (works && dropped > reported)) {
      send(takeBatch());
      return;
    }
    for (const resolve of whenDrained) resolve();
    whenDrained = [];
  };
  return {
    write: (line) => {
      const bytes = Buffer.from(line);
      if (waitingBytes + bytes.length > mostWaiting) {
        dropped += 1;
        return;
      }
      waiting.push(bytes);
      waitingBytes += bytes.length;
      next(false);
    },
    dropped: () => dropped,
    drained: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        whenDrained.push(() => {
          clearTimeout(timer);
          resolve();
        });
        next(false);
      }),
  };
}

/** How many of the lines lie whole within so many bytes, and whether these bytes end where a line does. */
function wholeLines(lines: readonly Buffer[], bytes: number): { readonly count: number; readonly isAtEnd: boolean } {
  let count = 0;
  let end = 0;
  for (const { length } of lines) {
    if (end + length > bytes) break;
    count += 1;
    end += length;
  }
  return { count, isAtEnd: end === bytes };
}

/**
 * Standard error. Pipes and sockets are written through Node's own stream, which does not block on them; files through the
 * file system; a terminal through a second opening of it that does not block, since it may be stopped with Ctrl-S.
 */
export function standardErrorSink(): Sink {
  const file = process.stderr.fd;
  const kind = fstatSync(file);
  if (kind.isFIFO() || kind.isSocket()) return streamSink(process.stderr);
  return fileSink(isatty(file) ? reopened(file) : file);
}

function reopened(file: number): number {
  try {
    return openSync(`/dev/fd/${String(file)}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return file; // a terminal of another user, or a system without such paths: it is written as it is
  }
}

function streamSink(stream: NodeJS.WritableStream): Sink {
  stream.on('error', () => undefined); // each write reports its own error to its callback
  return (bytes, done) => {
    stream.write(bytes, (error) => {
      done(error ?? null, error ? 0 : bytes.length);
    });
  };
}

/** How long a file that takes nothing for now is left alone, in milliseconds. */
const pause = 100;

/** Writes to an open file, which may take a part at a time. */
export function fileSink(file: number): Sink {
  return (bytes, done) => {
    const writeFrom = (from: number): void => {
      write(file, bytes, from, bytes.length - from, null, (error, written) => {
        const to = from + (error ? 0 : written);
        if (error?.code === 'EAGAIN')
          setTimeout(() => {
            writeFrom(from);
          }, pause).unref();
        else if (error || to === bytes.length) done(error, to);
        else writeFrom(to);
      });
    };
    writeFrom(0);
  };
}

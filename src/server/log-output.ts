/** The log writer: pino, created when the first line is written. */
import pino, { type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '../config/settings.ts';
import { escapeHidden } from '../model/hidden-characters.ts';
import { createLineOutput, standardErrorSink, type LineOutput, type Sink } from './line-output.ts';

export interface LogOutput {
  readonly logger: Logger;
  /** Null if the destination is a stream, which takes every line at once. */
  readonly output: LineOutput | null;
}

/**
 * Opens the log on standard error, which keeps standard output for the command's own text, or on `destination`. Control
 * characters that a terminal would act on are written as JSON escapes.
 */
export function openLogOutput(level: LogLevel, destination: DestinationStream | Sink = standardErrorSink()): LogOutput {
  const output = typeof destination === 'function' ? createLineOutput(destination, lostLine) : null;
  const target = output ?? (destination as DestinationStream);
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return {
    logger: pino(options, {
      write: (line) => {
        target.write(escapeHidden(line));
      },
    }),
    output,
  };
}

/** A line in the form that pino gives the others; the line output inserts it, so pino cannot write it. */
function lostLine(lines: number): string {
  const time = new Date().toISOString();
  return `${JSON.stringify({ level: 'warn', time, lines, msg: 'log.dropped' })}\n`;
}

/** What writes the log: pino, which begins with the first line that is written. */
import pino, { type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '../config/settings.ts';
import { escapeHidden } from '../model/hidden-characters.ts';
import { createLineOutput, standardErrorSink, type LineOutput, type Sink } from './line-output.ts';

export interface LogOutput {
  readonly logger: Logger;
  /** Null where a stream was given, which takes every line at once. */
  readonly output: LineOutput | null;
}

/**
 * The log on standard error, so that standard output holds what the command itself says; or on a sink or stream. Characters
 * that a terminal would obey are written as JSON escapes.
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

/** Written as the other lines are; pino makes none here, since it has only whole lines to give. */
function lostLine(lines: number): string {
  const time = new Date().toISOString();
  return `${JSON.stringify({ level: 'warn', time, lines, msg: 'log lines were lost' })}\n`;
}

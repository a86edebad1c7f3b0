/**
 * The log: one line of JSON for each request, loading and event of the process. A line is made of names and numbers that
 * this server chose; no query, no variable, no question, no address beyond its route and nothing of a client but the
 * request id, since what people ask here concerns their health.
 */
import type { DestinationStream } from 'pino';
import { LOG_LEVELS, type LogLevel } from '../config/settings.ts';
import type { Failure } from '../http/errors.ts';
import { operationOf } from '../http/request-context.ts';
import type { Observed, Observer } from '../http/request-observer.ts';
import type { ReloadResult } from '../http/server-status.ts';
import { mapStackFrames } from './source-map-stack.ts';
import { openLogOutput, type LogOutput } from './log-output.ts';
import type { Sink } from './line-output.ts';

type Written = Exclude<LogLevel, 'silent'>;

export interface ServerLogger {
  readonly observer: Observer;
  readonly failed: (failure: Failure) => void;
  /** `unexpected` is the error of an outcome FAILED. */
  readonly reloaded: (reloaded: ReloadResult, unexpected?: unknown) => void;
  /** Something of the process itself: that it listens, leaves, or had to cut somebody off. */
  readonly event: (
    name: string,
    details?: Readonly<Record<string, string | number | boolean>>,
    level?: 'info' | 'warn',
  ) => void;
  /** How many lines could not be written so far: the disk was full, or the reader of the log had stopped. */
  readonly linesDropped: () => number;
  /** Resolves once all is written, at the latest after so many milliseconds. */
  readonly written: (milliseconds: number) => Promise<void>;
}

/** A log of the lines of a level and above it, on standard error or to `destination`. Other lines are not made. */
export function createLogger(level: LogLevel, destination?: DestinationStream | Sink): ServerLogger {
  let lines: LogOutput | undefined;
  const read: ReadonlySet<LogLevel> = new Set(LOG_LEVELS.slice(LOG_LEVELS.indexOf(level)));
  const write = (at: Written, details: () => object, message: string): void => {
    if (!read.has(at)) return;
    lines ??= openLogOutput(level, destination);
    lines.logger[at](details(), message);
  };
  return {
    observer: {
      answered: (observed) => {
        if (!read.has('error')) return;
        const {
          status,
          noted: { route },
        } = observed;
        const isQuiet = route.startsWith('/health') || route === '/metrics';
        const at = status !== null && status >= 500 && !isQuiet ? 'error' : isQuiet ? 'debug' : 'info';
        write(at, () => lineOf(observed), status === null ? 'the asker left' : 'answered');
      },
    },
    failed: ({ requestId, field, error }) => {
      write('error', () => ({ requestId, field, ...described(error) }), 'failed');
    },
    reloaded: ({ outcome, dataVersion, problems }, unexpected) => {
      write(
        outcome === 'LOADED' || outcome === 'UNCHANGED' ? 'info' : 'error',
        () => ({
          outcome,
          dataVersion,
          problemCount: problems.length,
          problems: problems.slice(0, mostProblems),
          ...(unexpected instanceof Error ? described(unexpected) : {}),
        }),
        'data',
      );
    },
    event: (name, details = {}, at = 'info') => {
      write(at, () => details, name);
    },
    linesDropped: () => lines?.output?.dropped() ?? 0,
    written: (milliseconds) => lines?.output?.drained(milliseconds) ?? Promise.resolve(),
  };
}

function lineOf({ requestId, method, status, from, to, bytes, noted }: Observed): object {
  const { route, cost, refusedBy, errorCodes, dataVersion, caches } = noted;
  return {
    requestId,
    method: known(method),
    route,
    status,
    milliseconds: Math.round((to - from) * 1_000) / 1_000,
    bytes,
    operation: operationOf(noted),
    cost,
    refusedBy,
    errorCodes,
    dataVersion,
    caches: caches.filter(({ hit }) => hit).map(({ cache }) => cache),
  };
}

const mostProblems = 100;
const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']);
const known = (method: string): string => (methods.has(method) ? method : 'other');

/** A bug without what stood in quotes in its message, which may be what somebody asked. */
function described(error: unknown): { error: string; message: string; stack: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, message: '', stack: [] };
  return {
    error: error.name,
    message: error.message.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"').slice(0, 300),
    stack: mapStackFrames(withoutMessage(error)),
  };
}

/** Any line of a message may look like a frame. */
function withoutMessage({ stack = '', message }: Error): string {
  const from = stack.indexOf(message);
  return from < 0 ? '' : stack.slice(from + message.length);
}

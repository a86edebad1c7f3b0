/**
 * The log: one line of JSON for each request, reload and event of the process. What people ask concerns their health, so a
 * line holds only names and numbers that this server chose and the request id. It never holds a query, a variable, a
 * question, the part of a URL after its route, or a client's address. docs/operations.md lists the events.
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

type LineLevel = Exclude<LogLevel, 'silent'>;

export interface ServerLogger {
  readonly observer: Observer;
  /** Logs an unexpected error of a field, under the id of its request. */
  readonly failed: (failure: Failure) => void;
  /** Logs how a load of the data ended. `unexpected` is the error of an outcome FAILED. */
  readonly reloaded: (reloaded: ReloadResult, unexpected?: unknown) => void;
  /** Logs an event of the process, such as `server.listening`. `name` is a noun and a verb with a dot between. */
  readonly event: (
    name: string,
    details?: Readonly<Record<string, string | number | boolean>>,
    level?: 'info' | 'warn',
  ) => void;
  /** The number of lines that could not be written, because the disk was full or the reader had stopped. */
  readonly linesDropped: () => number;
  /** Resolves when every line is written, or after this many milliseconds. */
  readonly written: (milliseconds: number) => Promise<void>;
}

/** Creates a log of the lines at `level` and above, on standard error or to `destination`. */
export function createLogger(level: LogLevel, destination?: DestinationStream | Sink): ServerLogger {
  let output: LogOutput | undefined;
  const enabled: ReadonlySet<LogLevel> = new Set(LOG_LEVELS.slice(LOG_LEVELS.indexOf(level)));
  const write = (at: LineLevel, details: () => object, event: string): void => {
    if (!enabled.has(at)) return;
    output ??= openLogOutput(level, destination);
    output.logger[at](details(), event);
  };
  return {
    observer: {
      answered: (observed) => {
        if (!enabled.has('error')) return;
        const event = observed.status === null ? 'request.aborted' : 'request.completed';
        write(requestLevel(observed), () => requestDetails(observed), event);
      },
    },
    failed: ({ requestId, field, error }) => {
      write('error', () => ({ requestId, field, ...describeError(error) }), 'request.failed');
    },
    reloaded: ({ outcome, dataVersion, problems }, unexpected) => {
      write(
        outcome === 'LOADED' || outcome === 'UNCHANGED' ? 'info' : 'error',
        () => ({
          outcome,
          dataVersion,
          problemCount: problems.length,
          problems: problems.slice(0, MAX_PROBLEMS),
          ...(unexpected instanceof Error ? describeError(unexpected) : {}),
        }),
        dataEvents[outcome],
      );
    },
    event: (name, details = {}, at = 'info') => {
      write(at, () => details, name);
    },
    linesDropped: () => output?.output?.dropped() ?? 0,
    written: (milliseconds) => output?.output?.drained(milliseconds) ?? Promise.resolve(),
  };
}

/** The event that each outcome of a load is logged as. */
const dataEvents: Readonly<Record<ReloadResult['outcome'], string>> = {
  LOADED: 'data.loaded',
  UNCHANGED: 'data.unchanged',
  UNSOUND: 'data.rejected',
  UNREACHABLE: 'data.unreachable',
  FAILED: 'data.failed',
};

/** Health probes and scrapes come every few seconds, and a probe answers 503 while the server shuts down. */
function requestLevel({ status, requestLog: { route } }: Observed): LineLevel {
  if (route.startsWith('/health') || route === '/metrics') return 'debug';
  return status !== null && status >= 500 ? 'error' : 'info';
}

function requestDetails(observed: Observed): object {
  const { requestId, method, status, abortReason, from, to, bytes, requestLog: noted } = observed;
  const { route, cost, refusedBy, errorCodes, dataVersion, caches } = noted;
  return {
    requestId,
    method: METHODS.has(method) ? method : 'other',
    route,
    status,
    ...(abortReason ? { reason: abortReason } : {}),
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

/** The number of problems that one line lists at most. */
const MAX_PROBLEMS = 100;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']);

/** Describes an error. Quoted parts of its message are removed, because they may hold text of a client. */
function describeError(error: unknown): { error: string; message: string; stack: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, message: '', stack: [] };
  return {
    error: error.name,
    message: error.message.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"').slice(0, 300),
    stack: mapStackFrames(withoutMessage(error)),
  };
}

/** The stack without its message, since a line of the message may look like a frame. */
function withoutMessage({ stack = '', message }: Error): string {
  const from = stack.indexOf(message);
  return from < 0 ? '' : stack.slice(from + message.length);
}

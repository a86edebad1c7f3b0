/**
 * One request and its answer, as every route of the listener is given them, and what is noted on the way for the log, the
 * metrics and the traces. Notes hold names of the schema, counts and moments; never what was asked, nor of whom.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import type { CoverageStatus } from '../model/words.ts';

/** What is known of a request once it is answered; each route adds its own. Moments are in milliseconds of the given clock. */
export interface RequestLog {
  /** The route that took it, such as /graphql; never the address as it came. */
  route: string;
  /** Fields of the root that were asked for, each once, in alphabetical order. */
  rootFields?: readonly string[];
  /** The operation's name, where it is one that this server knows; any other is the asker's own words. */
  operation?: string;
  /** The limit that refused it. */
  refusedBy?: string;
  cost?: number;
  /** Which store of finished work answered, or part of it. */
  readonly caches: { readonly cache: string; readonly hit: boolean }[];
  /** Codes of the errors in the answer. */
  errorCodes?: readonly string[];
  dataVersion?: string;
  /** Whether the request names a version, which may be published, withdrawn or out of reach at any time. */
  isVersionNamed?: true;
  /** How many determinations of each status the answer rests on, from memory or not. */
  statuses?: Map<CoverageStatus, number>;
  executed?: { readonly from: number; readonly to: number };
  /** On the notes of an answer that was kept: the same object each time that it is sent, and nothing in it changes. */
  readonly isShared?: true;
}

const passing: readonly string[] = ['INTERNAL', 'UNKNOWN_VERSION', 'VERSION_UNAVAILABLE'];
/** False where the same question may be answered otherwise next time, on the same data: a bug may not strike again, and a version be published or reached. */
export const isCacheable = ({ errorCodes = [] }: RequestLog): boolean =>
  !errorCodes.some((code) => passing.includes(code));

/** The name of a known operation, or of the one field asked for; `several` and `none` for the others. */
export function operationOf({ operation, rootFields: asks }: RequestLog): string {
  if (operation !== undefined) return operation;
  if (asks === undefined || asks.length === 0) return 'none';
  return asks.length === 1 ? (asks[0] ?? 'none') : 'several';
}

/** Counts determinations among the notes. */
export const statusCounter =
  (requestLog: RequestLog) =>
  (status: CoverageStatus): void => {
    (requestLog.statuses ??= new Map()).set(status, (requestLog.statuses.get(status) ?? 0) + 1);
  };

export interface HttpContext {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The address without its query. */
  readonly path: string;
  readonly requestId: string;
  /** Of an answer that was kept, those of its first request. */
  requestLog: RequestLog;
  /** Of the answer's body; null where its headers tell. */
  bytes: number | null;
}

/** What answers at some paths. Routes are asked in order; what one throws is answered as a bug and logged. */
export interface Route {
  readonly matches: (path: string, request: IncomingMessage) => boolean;
  readonly handle: (exchange: HttpContext) => Promise<void> | void;
}

/** A refusal as JSON in the form of a GraphQL answer; the body is written and the response left open. */
export function writeRefusal(
  response: ServerResponse,
  status: number,
  error: GraphQLError,
  dataVersion: string,
  headers: Record<string, string> = {},
): void {
  const { http: _, unexpected: __, ...extensions } = error.extensions;
  writeJson(
    response,
    status,
    { errors: [{ message: error.message, extensions }], extensions: { dataVersion } },
    headers,
  );
}

/** Written and left open, for who still has to read what the sender goes on sending. Never cached. */
export function writeJson(
  response: ServerResponse,
  status: number,
  value: object,
  headers: Record<string, string> = {},
): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...headers,
  });
  response.write(body);
}

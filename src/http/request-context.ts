/**
 * What every route gets: the request, the response and the request log. The request log collects names of the schema, counts
 * and times for the log, the metrics and the traces. It never holds the text or the variables of a request.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DocumentNode, GraphQLError } from 'graphql';
import type { CoverageStatus } from '../model/words.ts';
import type { Context } from '../schema/builder.ts';
import type { Cacheability } from './cache-scope.ts';

/** What the observers learn about a request. Each route fills in what it knows. Times are milliseconds of the configured clock. */
export interface RequestLog {
  /** The name of the route that handled the request, such as /graphql; never the address that the client sent. */
  route: string;
  /** The selected fields of the root type, each once, in alphabetical order. */
  rootFields?: readonly string[];
  /** The operation's name if a trusted document has it. Any other name is text of the client and is not logged. */
  operation?: string;
  /** The name of the limit that refused the request. */
  refusedBy?: string;
  cost?: number;
  /** The caches that were consulted, in order, and whether each had an entry. */
  readonly caches: { readonly cache: string; readonly hit: boolean }[];
  /** Codes of the errors in the answer, each once. */
  errorCodes?: readonly string[];
  dataVersion?: string;
  /** Set if the request names a data version, since that version may be published, withdrawn or unreachable at any time. */
  isVersionNamed?: true;
  /** How many determinations of each status the answer uses, whether cached or derived. */
  statuses?: Map<CoverageStatus, number>;
  executed?: { readonly from: number; readonly to: number };
}

/** The context of one GraphQL request, for plugins and resolvers. */
export interface RequestContext extends Context {
  readonly requestId: string;
  readonly requestLog: RequestLog;
  /** Whether a request header asks for the cost in the answer. The `extensions` of a request may ask for it as well. */
  readonly isCostWanted: boolean;
  /** The JSON of the body; null if there is none or if Yoga has to read the body itself. */
  readonly json: object | null;
  /** Called with the valid document before the operation runs. Omitted if it is not needed. */
  readonly onDocument?: ((document: DocumentNode) => void) | undefined;
  /** Called before the operation runs. Omitted if no cache can store the answer. */
  readonly onClassified?: ((cacheability: Cacheability) => void) | undefined;
}

const transientCodes: readonly string[] = ['INTERNAL', 'UNKNOWN_VERSION', 'VERSION_UNAVAILABLE'];
/**
 * Returns false if the same request may get another answer from the same data: a bug may not occur again, and a version may
 * be published or become reachable.
 */
export const isCacheable = ({ errorCodes = [] }: RequestLog): boolean =>
  !errorCodes.some((code) => transientCodes.includes(code));

/** Returns the name of a known operation or of the only root field; else `several` or `none`. */
export function operationOf({ operation, rootFields: asks }: RequestLog): string {
  if (operation !== undefined) return operation;
  if (asks === undefined || asks.length === 0) return 'none';
  return asks.length === 1 ? (asks[0] ?? 'none') : 'several';
}

/** Returns a function that counts the status of a determination in the request log. */
export const statusCounter =
  (requestLog: RequestLog) =>
  (status: CoverageStatus): void => {
    (requestLog.statuses ??= new Map()).set(status, (requestLog.statuses.get(status) ?? 0) + 1);
  };

/** One request on its way through a route. */
export interface HttpContext {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The address without the query string. */
  readonly path: string;
  readonly requestId: string;
  /** Replaced by the shared log of the cache entry if the response cache answers. */
  requestLog: RequestLog;
  /** The length of the answer's body; null if its Content-Length header states it. */
  bytes: number | null;
}

/** Handles the requests to some paths. The first route that matches is used. Errors that it throws are logged and masked. */
export interface Route {
  readonly matches: (path: string, request: Pick<IncomingMessage, 'method' | 'headers'>) => boolean;
  readonly handle: (exchange: HttpContext) => Promise<void> | void;
}

/** Writes an error as JSON in the form of a GraphQL answer. Does not end the response. */
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

/** Writes uncacheable JSON. Does not end the response, since the caller may still have to read the rest of the request. */
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

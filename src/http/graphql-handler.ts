/**
 * The endpoint without its wire: a request that is whole, in; a status, headers and bytes, out. Every way to an answer
 * goes through here, so all share the snapshot, the tags, the notes and the request id; whatever answers known requests
 * faster than Yoga stands between the two and leaves everything else to it.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Context } from '../schema/builder.ts';
import { isPlainAddress, uncacheable, type CacheScope } from './cache-scope.ts';
import { cacheControl, maxAge, serverDigest, computeEtag } from './etag.ts';
import { statusCounter, type RequestLog } from './request-context.ts';
import { createYogaServer, type GraphqlOptions, type LoadedData, type RequestContext } from './create-yoga.ts';
import { parseAccept, type ContentCoding } from './content-negotiation.ts';
import { parseGraphqlParams, type GraphqlParams } from './parse-graphql-request.ts';

export interface GraphqlHandlerOptions extends GraphqlOptions {
  readonly current: () => LoadedData;
  /** The ISO day in America/New_York. */
  readonly today: () => string;
  /** For how many seconds a cache may use an answer to a GET without asking again; 0: never. */
  readonly cacheSeconds: number;
  /** How many seconds are left of an ISO day in America/New_York, negative once it is over. */
  readonly secondsLeft: (day: string) => number;
  /** A digest of the program as it was built: another after an upgrade. */
  readonly program: string;
  /** Answers known operations in place of Yoga; left out, Yoga answers all. */
  readonly compiledExecutor?: ((options: GraphqlOptions) => CompiledExecutor) | undefined;
}

export interface GraphqlHttpRequest {
  readonly method: string;
  /** The path, and the query where there is one. */
  readonly address: string;
  readonly headers: Readonly<IncomingHttpHeaders>;
  readonly body?: Uint8Array<ArrayBuffer> | undefined;
  /** The coding that the asker takes. */
  readonly coding: ContentCoding;
  readonly requestId: string;
  readonly requestLog: RequestLog;
}

export interface GraphqlHttpResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Not coded yet. A text has a byte for each character. */
  readonly body: Buffer | string;
  /** What a cache may do with the answer; null where no cache may keep it. */
  readonly cache: CachePolicy | null;
}

export interface CachePolicy {
  readonly scope: CacheScope;
  /** Without quotes and coding. */
  readonly tag: string;
  /** The ISO day that the answer was made for and that it may not outlive. */
  readonly day: string;
}

/** Answers in place of Yoga what it has learned to answer with the same bytes. */
export interface CompiledExecutor {
  /** Null for whatever is new or unusual: Yoga answers that, and nothing was noted. */
  readonly execute: (
    question: GraphqlParams,
    asked: GraphqlHttpRequest,
    context: Context,
  ) => GraphqlHttpResponse | null;
  /** Told what Yoga answered, unless there was an error in it. */
  readonly learn: (question: GraphqlParams, asked: GraphqlHttpRequest, given: YogaResponse) => void;
}
export type YogaResponse = Pick<GraphqlHttpResponse, 'status' | 'headers' | 'body'>;

/** The request headers that an answer depends on; where origins are listed, Origin is another. */
const varies = 'Accept, Accept-Encoding, X-GraphQL-Cost';
const unkept = { vary: varies, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Answers at once where nothing has to be waited for. */
export function createGraphqlHandler(
  options: GraphqlHandlerOptions,
): (asked: GraphqlHttpRequest) => GraphqlHttpResponse | Promise<GraphqlHttpResponse> {
  const graphql = createYogaServer(options);
  const { current, today, cacheSeconds, secondsLeft } = options;
  const lane = options.compiledExecutor?.(options);
  const { Request } = graphql.fetchAPI;

  const byYoga = async (
    asked: GraphqlHttpRequest,
    served: RequestContext,
    question: GraphqlParams | null,
  ): Promise<YogaResponse> => {
    const { method, address, body } = asked;
    const request = new Request(`http://localhost${address}`, {
      method,
      headers: singleHeaders(asked),
      ...(body === undefined ? {} : { body }),
    });
    const response = await graphql.fetch(request, served);
    const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'content-length'));
    const given = {
      status: response.status,
      headers: { ...headers, ...unkept },
      body: Buffer.from(await response.arrayBuffer()),
    };
    if (question !== null && given.status === 200 && served.requestLog.errorCodes === undefined)
      lane?.learn(question, asked, given);
    return given;
  };

  let digest: string | undefined;
  const digestOnce = (): string => {
    digest ??= serverDigest({
      program: options.program,
      limits: options.limits,
      trustedDocuments: options.trustedDocuments ?? new Map(),
      trustedDocumentsOnly: options.trustedDocumentsOnly ?? false,
    });
    return digest;
  };

  const answerGet = async (asked: GraphqlHttpRequest, served: RequestContext): Promise<GraphqlHttpResponse> => {
    let cacheability = uncacheable;
    const { status, headers, body } = await byYoga(
      asked,
      {
        ...served,
        onClassified: (found) => {
          cacheability = found;
        },
      },
      null,
    );
    const { isRepeatable, scope } = cacheability;
    const { requestLog, graph, today: day } = served;
    const isWhole = status === 200 && requestLog.errorCodes === undefined;
    if (!isWhole || !isRepeatable) return { status, headers, body, cache: null };
    const { address, headers: asking } = asked;
    const search = address.includes('?') ? address.slice(address.indexOf('?') + 1) : '';
    const tag = computeEtag({
      server: digestOnce(),
      dataVersion: requestLog.dataVersion ?? graph.version,
      day,
      search,
      accept: asking['accept'] ?? '',
      isCostWanted: served.isCostWanted,
      body,
    });
    const cache: CachePolicy = { scope: isPlainAddress(search) ? scope : 'private', tag, day };
    const seconds = cacheSeconds === 0 ? 0 : maxAge(cacheSeconds, secondsLeft(day));
    const control = cacheControl(cache.scope, seconds);
    return { status, headers: { ...headers, 'cache-control': control }, body, cache };
  };

  /** The same object as long as data and day are the same. */
  let context: Context | null = null;
  let of: LoadedData | null = null;
  const contextNow = (): Context => {
    const [loaded, day] = [current(), today()];
    if (context === null || of !== loaded || context.today !== day) [of, context] = [loaded, { ...loaded, today: day }];
    return context;
  };

  return (wanted) => {
    const now = contextNow();
    wanted.requestLog.dataVersion = now.graph.version;
    const asked = readably(wanted);
    if (asked === null) return unacceptable(now.graph.version);
    const { method, headers, requestId, requestLog } = asked;
    const question = lane && method === 'POST' ? parseGraphqlParams(asked) : null;
    const answered = question && lane?.execute(question, asked, now);
    if (answered) return answered;
    const served: RequestContext = {
      ...now,
      derived: statusCounter(requestLog),
      requestId,
      requestLog,
      isCostWanted: headers['x-graphql-cost'] !== undefined,
    };
    return method === 'GET' ? answerGet(asked, served) : byYoga(asked, served, question).then(withoutCache);
  };
}

const withoutCache = ({ status, headers, body }: YogaResponse): GraphqlHttpResponse => ({
  status,
  headers,
  body,
  cache: null,
});

function singleHeaders({ headers }: GraphqlHttpRequest): Record<string, string> {
  const single: Record<string, string> = {};
  for (const name in headers) if (name !== 'transfer-encoding') single[name] = String(headers[name]);
  return single;
}

/** The request without what it would take beside JSON; null where it takes none. */
function readably(asked: GraphqlHttpRequest): GraphqlHttpRequest | null {
  const given = asked.headers['accept'];
  const accept = given === undefined ? given : taken(given);
  if (accept === given) return asked;
  return accept == null ? null : { ...asked, headers: { ...asked.headers, accept } };
}

/** What a header of few words comes to; clients send the same over and over. */
const known = new Map<string, string | null>();
const mostKnown = 100,
  longestKnown = 200;
function taken(given: string): string | null {
  let accept = known.get(given);
  if (accept === undefined) {
    accept = parseAccept(given);
    if (given.length <= longestKnown && known.size < mostKnown) known.set(given, accept);
  }
  return accept;
}

function unacceptable(dataVersion: string): GraphqlHttpResponse {
  const message =
    'Answers here are application/graphql-response+json or application/json, and the accept header takes neither.';
  return {
    status: 406,
    headers: { 'content-type': 'application/json; charset=utf-8', ...unkept },
    body: Buffer.from(
      JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }], extensions: { dataVersion } }),
    ),
    cache: null,
  };
}

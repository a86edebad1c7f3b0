/**
 * GraphQL over HTTP without the socket: the request and the response that the layers below the response cache exchange, and the
 * headers that every response has.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { DocumentNode } from 'graphql';
import type { Context } from '../schema/builder.ts';
import type { CacheScope } from './cache-scope.ts';
import type { JsonMediaType } from './content-negotiation.ts';
import type { RequestLog } from './request-context.ts';
import type { Snapshot } from './snapshot.ts';

export const endpointPath = '/graphql';

export interface GraphqlHttpRequest {
  readonly method: string;
  /** The path, with the query string if there is one. */
  readonly address: string;
  readonly headers: Readonly<IncomingHttpHeaders>;
  readonly body?: Uint8Array<ArrayBuffer> | undefined;
  /** The media type of the answer, selected from the Accept header. */
  readonly mediaType: JsonMediaType;
  readonly requestId: string;
  readonly requestLog: RequestLog;
  /** The data and the day to answer from. */
  readonly snapshot: Snapshot;
}

export interface GraphqlHttpResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Not compressed. A string has one character for each byte. */
  readonly body: Buffer | string;
  /** What a cache may do with the answer; null if no cache may store it. */
  readonly cache: CachePolicy | null;
}

/** What a cache may do with an answer. */
export interface CachePolicy {
  readonly scope: CacheScope;
  /** The entity tag without quotes and without the suffix of the content coding. */
  readonly tag: string;
  /** The ISO day that the answer was made for. The answer must not be used on a later day. */
  readonly day: string;
}

/** The parameters of a request that asks for nothing but the execution of an operation. */
export interface GraphqlParams {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Answers operations instead of Yoga once Yoga has answered them without an error. The bytes are the same. */
export interface CompiledExecutor {
  /** Returns null if the request is new or unusual. Yoga then answers it, and the request log is unchanged. */
  readonly execute: (
    params: GraphqlParams,
    request: GraphqlHttpRequest,
    context: Context,
  ) => GraphqlHttpResponse | null;
  /** Called with each answer of Yoga that holds no error, and with the document that Yoga parsed and validated. */
  readonly learn: (
    params: GraphqlParams,
    document: DocumentNode,
    request: GraphqlHttpRequest,
    response: YogaResponse,
  ) => void;
}

/** An answer of Yoga, before it is decided what a cache may do with it. */
export type YogaResponse = Pick<GraphqlHttpResponse, 'status' | 'headers' | 'body'>;

/** The request headers that an answer depends on. If allowed origins are configured, Origin is added. */
const varies = 'Accept, Accept-Encoding, X-GraphQL-Cost';
/** Headers of every response. `Cache-Control` is replaced if a cache may store the response. */
export const uncachedHeaders = { vary: varies, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

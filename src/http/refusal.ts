/** Refusals of requests that are refused before their operation is looked at. */
import { GraphQLError } from 'graphql';
import { uncachedHeaders, type GraphqlHttpResponse } from './graphql-http.ts';
import type { JsonMediaType } from './content-negotiation.ts';
import type { HttpContext, RequestLog } from './request-context.ts';

/** Why a request is refused, and with which HTTP status. `headers` are those of the response that the status calls for. */
export class Refusal {
  readonly status: number;
  readonly error: GraphQLError;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, error: GraphQLError | string, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.error = typeof error === 'string' ? new GraphQLError(error, { extensions: { code: 'BAD_REQUEST' } }) : error;
    this.headers = headers;
  }
}

/** Where and how a refusal is sent. */
interface RefusedRequest {
  readonly mediaType: JsonMediaType;
  readonly dataVersion: string;
  readonly requestLog: RequestLog;
}

/** Makes the response of /graphql, in the form of a GraphQL answer without data, and notes the error in the request log. */
export function refusalResponse(
  { status, error, headers }: Refusal,
  { mediaType, dataVersion, requestLog }: RefusedRequest,
): GraphqlHttpResponse {
  const { http: _, ...extensions } = error.extensions;
  requestLog.dataVersion = dataVersion;
  requestLog.errorCodes = [String(extensions['code'])];
  if (typeof extensions['limit'] === 'string') requestLog.refusedBy = extensions['limit'];
  return {
    status,
    headers: { 'content-type': `${mediaType}; charset=utf-8`, ...uncachedHeaders, ...headers },
    body: Buffer.from(
      JSON.stringify({ errors: [{ message: error.message, extensions }], extensions: { dataVersion } }),
    ),
    cache: null,
  };
}

/** Sends the refusal of a request for a page or a file, as plain text, and notes the error in the request log. */
export function sendPlainRefusal(
  { request, response, requestLog }: Pick<HttpContext, 'request' | 'response' | 'requestLog'>,
  { status, error, headers }: Refusal,
): void {
  requestLog.errorCodes = [String(error.extensions['code'])];
  const text = `${error.message}\n`;
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}

/** The refusal of a request for a page whose Accept header does not allow HTML. */
export const htmlNotAcceptable = new Refusal(
  406,
  'This is a page, and the accept header does not allow text/html. Add it, or send GraphQL requests to /graphql.',
  { vary: 'Accept' },
);

/** The refusal of a request whose Accept header allows no media type of an answer (RFC 9110, section 15.5.7). */
export const mediaTypeNotAcceptable = new Refusal(
  406,
  'The accept header allows none of the media types of this server, which are application/graphql-response+json and ' +
    'application/json. Add one of them. Answers are complete: there are no event streams and no multipart answers.',
);

/** The refusal of a request whose Accept-Encoding header allows no content coding of an answer (RFC 9110, section 12.5.3). */
export const codingNotAcceptable = new Refusal(
  406,
  'The accept-encoding header allows none of the codings of this server, which are br, gzip and identity. Add one of them.',
);

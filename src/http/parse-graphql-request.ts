/**
 * Reads what a request asks for: the media types that it accepts, the JSON of its body, and the parameters of its operation. The
 * JSON is parsed once, for the compiled executor and for Yoga.
 */
import { parseAccept } from './content-negotiation.ts';
import {
  uncachedHeaders,
  type GraphqlHttpRequest,
  type GraphqlHttpResponse,
  type GraphqlParams,
} from './graphql-http.ts';

const jsonTypes: readonly unknown[] = ['application/json', 'application/json; charset=utf-8'];

/**
 * Returns the JSON object or array that the body of a POST holds. Returns null if the body is of another content type, is encoded,
 * or holds anything else: Yoga then reads the body and reports what is wrong.
 */
export function parseJsonBody({ method, headers, body }: GraphqlHttpRequest): object | null {
  if (method !== 'POST' || body === undefined) return null;
  if (!jsonTypes.includes(headers['content-type']) || headers['content-encoding'] !== undefined) return null;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/**
 * Returns the parameters of a request that asks for nothing but the execution of an operation, as nearly all do. Returns null for
 * any other request, such as one with `extensions`, and for parameters of a wrong type.
 */
export function plainParams(json: object, { address, headers }: GraphqlHttpRequest): GraphqlParams | null {
  if (address.includes('?') || headers['x-graphql-cost'] !== undefined || Array.isArray(json)) return null;
  for (const name in json) if (name !== 'query' && name !== 'variables' && name !== 'operationName') return null;
  const { query, operationName, variables } = json as Readonly<Record<string, unknown>>;
  if (typeof query !== 'string' || !isOperationName(operationName) || !isVariables(variables)) return null;
  return { query, operationName: operationName ?? undefined, variables: variables ?? {} };
}

const isOperationName = (value: unknown): value is string | null | undefined =>
  value == null || (typeof value === 'string' && /^\w+$/.test(value));

const isVariables = (value: unknown): value is GraphqlParams['variables'] | null | undefined =>
  value == null || (typeof value === 'object' && !Array.isArray(value));

/** Removes from Accept the media types that this server does not send. Returns null if none is left. */
export function withReadableAccept(request: GraphqlHttpRequest): GraphqlHttpRequest | null {
  const header = request.headers['accept'];
  const accept = header === undefined ? header : parseAcceptOnce(header);
  if (accept === header) return request;
  return accept == null ? null : { ...request, headers: { ...request.headers, accept } };
}

/** Results of `parseAccept` for short headers, since clients send the same few headers again and again. */
const parsedAccepts = new Map<string, string | null>();
const maxParsedAccepts = 100;
const maxAcceptLength = 200;
function parseAcceptOnce(header: string): string | null {
  let accept = parsedAccepts.get(header);
  if (accept === undefined) {
    accept = parseAccept(header);
    if (header.length <= maxAcceptLength && parsedAccepts.size < maxParsedAccepts) parsedAccepts.set(header, accept);
  }
  return accept;
}

/** The answer to a client that accepts no media type that this server sends: 406 (RFC 9110, section 15.5.7). */
export function notAcceptable(dataVersion: string): GraphqlHttpResponse {
  const message =
    'This server answers with application/graphql-response+json or application/json. ' +
    'The accept header allows neither: add one of them.';
  return {
    status: 406,
    headers: { 'content-type': 'application/json; charset=utf-8', ...uncachedHeaders },
    body: Buffer.from(
      JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }], extensions: { dataVersion } }),
    ),
    cache: null,
  };
}

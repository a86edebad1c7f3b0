/**
 * Reads what a request asks for: the JSON of its body, and the parameters of its operation. The JSON is parsed once, for the
 * compiled executor and for Yoga.
 */
import type { GraphqlHttpRequest, GraphqlParams } from './graphql-http.ts';
import { Refusal } from './refusal.ts';
import {
  bodyTypeOf,
  checkAddress,
  checkPercentEncoding,
  jsonOfBody,
  textOfBody,
  type BodyType,
} from './request-body.ts';

/** What the body of a request holds: JSON, or a text that Yoga reads. Null if the request has no body. */
export type RequestContent =
  | { readonly type: 'application/json'; readonly json: object }
  | { readonly type: Exclude<BodyType, 'application/json'>; readonly text: string }
  | null;

/** Reads the body of a POST, whose content codings are undone already, and checks the address of any other request. */
export function readContent({ method, address, headers, body }: GraphqlHttpRequest): RequestContent | Refusal {
  if (method !== 'POST' || body === undefined) return checkAddress(address);
  const type = bodyTypeOf(headers['content-type']);
  if (type instanceof Refusal) return type;
  if (type === 'application/json') {
    const json = jsonOfBody(body);
    return json instanceof Refusal ? json : { type, json };
  }
  const text = textOfBody(body);
  if (typeof text !== 'string') return text;
  const refusal = type === 'application/x-www-form-urlencoded' ? checkPercentEncoding(text, 'The body') : null;
  return refusal ?? { type, text };
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

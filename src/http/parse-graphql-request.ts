/** The plainest form of a request, which nearly all clients send: a POST of JSON that asks for nothing but an operation. */
import type { GraphqlHttpRequest, GraphqlParams } from './graphql-http.ts';

/** Null for whatever is asked in another way, or not well-formed: that is Yoga's to judge. */
export function parseGraphqlParams({ method, headers, address, body }: GraphqlHttpRequest): GraphqlParams | null {
  const type = headers['content-type'];
  if (method !== 'POST' || !body || (type !== 'application/json' && type !== 'application/json; charset=utf-8'))
    return null;
  if (address.includes('?') || headers['x-graphql-cost'] !== undefined || headers['content-encoding'] !== undefined)
    return null;
  const asked = read(body);
  for (const name in asked) if (name !== 'query' && name !== 'variables' && name !== 'operationName') return null;
  const { query, operationName = null, variables = null } = asked ?? {};
  if (
    typeof query !== 'string' ||
    !(operationName === null || (typeof operationName === 'string' && /^\w+$/.test(operationName)))
  )
    return null;
  return typeof variables === 'object' && !Array.isArray(variables)
    ? {
        query,
        operationName: operationName ?? undefined,
        variables: (variables as GraphqlParams['variables'] | null) ?? {},
      }
    : null;
}

function read(body: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(
      (Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength)).toString(),
    );
    return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

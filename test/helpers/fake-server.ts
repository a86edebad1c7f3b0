/** A small schema without coverage, and the HTTP listener over it, to test how the server handles requests. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, GraphQLError, type GraphQLSchema } from 'graphql';
import { onTestFinished } from 'vitest';
import { createHttp, type HttpOptions } from '../../src/http/http.ts';
import type { Failure } from '../../src/http/errors.ts';
import type { LoadedData } from '../../src/http/snapshot.ts';
import type { Context } from '../../src/schema/builder.ts';

export function standInSchema(): GraphQLSchema {
  const schema = buildSchema(`
    type Query { hello(name: String!): String! thing: Thing today: String! bug: String refusal: String unsayable: Int }
    type Thing { name: String! thing: Thing things: [Thing!]! }
  `);
  const fields = schema.getQueryType()?.getFields() ?? {};
  const resolve = (name: string, resolver: (args: { name: string }, context: Context) => unknown) => {
    const field = fields[name];
    if (field) field.resolve = (_, args: { name: string }, context: Context) => resolver(args, context);
  };
  resolve('hello', ({ name }) => `hello ${name}`);
  resolve('today', (_, { today }) => today);
  resolve('thing', () => endless);
  resolve('bug', () => {
    throw new Error('the password is swordfish');
  });
  resolve('refusal', () => {
    throw new GraphQLError('no such plan', { extensions: { code: 'UNKNOWN_PLAN', value: 'x' } });
  });
  resolve('unsayable', () => 'not a number');
  return schema;
}
const endless = {
  name: 'it',
  get thing() {
    return endless;
  },
  get things() {
    return [endless];
  },
};

/** Creates the HTTP listener over the small schema. `logged` collects the failures that it logs. */
export function standIn(options: Partial<HttpOptions> = {}) {
  const logged: Failure[] = [];
  const current = () =>
    ({
      graph: { version: 'v1', plans: new Map(), subjects: new Map() },
      loadedAt: '2026-11-23T00:00:00Z',
    }) as unknown as LoadedData;
  const http = createHttp({
    schema: standInSchema(),
    current,
    today: () => '2026-11-23',
    log: (failure) => logged.push(failure),
    ...options,
  });
  return { http, logged };
}

/** Serves the listener on a free port until the test ends. Resolves to the address without a path. */
export async function listening(http: ReturnType<typeof createHttp>): Promise<string> {
  const server = createServer(http);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: Record<string, unknown>;
  }[];
  readonly extensions: { readonly dataVersion: string };
}

/** Posts a query in process and parses the answer. */
export async function ask(
  http: ReturnType<typeof createHttp>,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Answer> {
  const response = await http.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

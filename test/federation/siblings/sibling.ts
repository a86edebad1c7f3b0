/** A subgraph of somebody else: a small GraphQL Yoga server over a schema file, which shares no code with this project's own layer. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import { createSchema, createYoga } from 'graphql-yoga';

type Row = Readonly<Record<string, unknown>>;
type Resolver = (row: Row, args: Row) => unknown;

export interface Sibling {
  readonly name: string;
  readonly sdl: string;
  /** Fields that are not simply there in the row. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, Resolver>>>>;
  /** The row that a representation points at; by default the representation itself. */
  readonly entity?: Readonly<Record<string, (representation: Row) => Row | null>>;
}

export const sdlOf = (name: string): string => readFileSync(new URL(`.//${name}.graphql`, import.meta.url), 'utf8');

/** The definitions that every subgraph needs in addition to its own schema, and the directives it uses. */
const MACHINERY = `
  directive @link(url: String, import: [String]) repeatable on SCHEMA
  directive @key(fields: String, resolvable: Boolean) repeatable on OBJECT
  directive @external on FIELD_DEFINITION
  directive @requires(fields: String) on FIELD_DEFINITION
  scalar _Any
  type _Service { sdl: String }
  extend type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }
`;

/** On any free port of this machine until it is closed; `asked` counts the requests that came. */
export interface Listening {
  readonly url: string;
  readonly asked: () => number;
  readonly close: () => Promise<void>;
}

export async function startSibling({ sdl, fields, entity = {} }: Sibling): Promise<Listening> {
  const entities = [...sdl.matchAll(/^type (\w+) @key/gm)].map(([, name]) => name ?? '');
  const schema: GraphQLSchema = createSchema({
    typeDefs: [
      sdl.includes('type Query') ? sdl : `${sdl}\ntype Query`,
      MACHINERY,
      `union _Entity = ${entities.join(' | ')}`,
    ],
    resolvers: {
      ...fields,
      _Entity: { __resolveType: ({ __typename }: { readonly __typename: string }) => __typename },
      Query: {
        ...fields['Query'],
        _service: () => ({ sdl }),
        _entities: (_: unknown, { representations }: { readonly representations: readonly Row[] }) =>
          representations.map((each) => {
            const name = String(each['__typename']);
            const row = entity[name] ? entity[name](each) : each;
            return row && { ...row, __typename: name };
          }),
      },
    },
  });
  const yoga = createYoga({ schema, graphiql: false, logging: false });
  return startServer(
    createServer((request, response) => {
      void yoga(request, response);
    }),
  );
}

export async function startServer(server: Server): Promise<Listening> {
  let requests = 0;
  server.on('request', () => {
    requests += 1;
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`,
    asked: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

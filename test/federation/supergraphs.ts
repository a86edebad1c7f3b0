/** Supergraphs that every composer has to compose without errors or hints. */
import { coverageSubgraph } from '../../src/federation/index.ts';
import type { Part } from './composed.ts';
import { claims, clinics, directory, members, orders, visits } from './siblings/rows.ts';

export const covergraph: Part = { name: 'covergraph', sdl: coverageSubgraph().sdl() };
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

/** Another Relay graph, whose root fields and values bear the names that such graphs give. */
export const relay: Part = {
  name: 'relay',
  sdl: `${LINK}
    type Query { node(id: ID!): Node nodes(ids: [ID!]!): [Node]! search(text: String!): [Answer!]! dataset: String sources: [Source!]! persons(first: Int, after: String): PersonConnection! }
    interface Node { id: ID! }
    type Person implements Node @key(fields: "id") { id: ID! name: String! }
    type PersonConnection { edges: [PersonEdge!]! pageInfo: PageInfo! }
    type PersonEdge { cursor: String! node: Person! }
    type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
    type Source { title: String! }
    type Answer { text: String! }`.replace('sources: [Source!]! ', 'books: [Source!]! '),
};

export const SUPERGRAPHS: readonly (readonly [string, readonly Part[]])[] = [
  ['alone', [covergraph]],
  ['with members, claims and a provider directory', [covergraph, members, claims, directory]],
  ['with a subgraph that requires fields of two others', [covergraph, orders, clinics, visits]],
  ['with another Relay subgraph that has its own search, dataset and nodes', [covergraph, relay]],
];

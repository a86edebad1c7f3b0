/** The subgraph composes alone and beside others, by both composers that there are, without a word of complaint from either. */
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { coverageSubgraph } from '../../src/federation/index.ts';
import { COMPOSERS, composed, type Part } from './composed.ts';
import { claims, clinics, directory, members, orders, visits } from './siblings/rows.ts';

const covergraph: Part = { name: 'covergraph', sdl: coverageSubgraph().sdl() };
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

/** Another Relay graph, whose root fields and values bear the names that such graphs give. */
const relay: Part = {
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

const SUPERGRAPHS: readonly (readonly [string, readonly Part[]])[] = [
  ['alone', [covergraph]],
  ['beside members, claims and a provider directory', [covergraph, members, claims, directory]],
  ['beside a graph that requires what two others know', [covergraph, orders, clinics, visits]],
  ['beside another Relay graph with a search, a dataset and nodes of its own', [covergraph, relay]],
];

describe.each(COMPOSERS)('by %s', (composer) => {
  test.each(SUPERGRAPHS)('it composes %s, with no hint', (_, parts) => {
    const { supergraph, errors, hints } = composed(composer, parts);
    expect({ errors, hints }).toEqual({ errors: [], hints: [] });
    expect(supergraph).toContain('type CoverageCase');
  });

  test('offering the root fields that it withholds, it would not compose beside that graph', () => {
    expect(
      composed(composer, [{ name: 'covergraph', sdl: coverageSubgraph([]).sdl() }, relay]).errors.join('\n'),
    ).toMatch(/Query\.(node|dataset)/);
  });

  test('a graph that requires what nobody defines does not compose', () => {
    expect(composed(composer, [covergraph, visits]).errors).not.toEqual([]);
  });

  test('what is licensed stays marked, and the weight of an answer stays with it', () => {
    const { supergraph = '' } = composed(composer, [covergraph]);
    expect(supergraph.match(/@tag\(name: "licensed"\)/g)).toHaveLength(2);
    expect(supergraph).toMatch(/@cost\(weight: 10\)/);
    expect(supergraph.match(/\)?: \w+Connection!? @listSize\(/g)?.length).toBeGreaterThan(25);
  });
});

test("of the two, The Guild's keeps @oneOf and @specifiedBy in the supergraph; Apollo's leaves both out, and the endpoint holds to them all the same", () => {
  const kept = COMPOSERS.map((composer) => {
    const { supergraph = '' } = composed(composer, [covergraph]);
    return [/input SubjectInput[^{]*@oneOf/.test(supergraph), /scalar Date[^\n]*@specifiedBy/.test(supergraph)];
  });
  expect(kept).toEqual([
    [false, false],
    [true, true],
  ]);
});

test('no field of the subgraph asks for a fact that some other graph would have to define', () => {
  expect(covergraph.sdl).not.toMatch(/@(requires|external|provides|override)/);
  expect(() => parse(covergraph.sdl)).not.toThrow();
});

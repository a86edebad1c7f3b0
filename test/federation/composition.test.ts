/** The subgraph composes alone and with others, with Apollo's and The Guild's composer, without errors or hints. */
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { coverageSubgraph } from '../../src/federation/index.ts';
import { COMPOSERS, composed } from './composed.ts';
import { visits } from './siblings/rows.ts';
import { covergraph, relay, SUPERGRAPHS } from './supergraphs.ts';

describe.each(COMPOSERS)('by %s', (composer) => {
  test.each(SUPERGRAPHS)('it composes %s, with no hint', (_, parts) => {
    const { supergraph, errors, hints } = composed(composer, parts);
    expect({ errors, hints }).toEqual({ errors: [], hints: [] });
    expect(supergraph).toContain('type CoverageCase');
  });

  test('with the withheld root fields in its SDL, it does not compose with that subgraph', () => {
    expect(
      composed(composer, [{ name: 'covergraph', sdl: coverageSubgraph([]).sdl() }, relay]).errors.join('\n'),
    ).toMatch(/Query\.(node|dataset)/);
  });

  test('a subgraph that requires a field that no subgraph defines does not compose', () => {
    expect(composed(composer, [covergraph, visits]).errors).not.toEqual([]);
  });

  test('a licensed text keeps its mark, and an answer keeps its weight', () => {
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

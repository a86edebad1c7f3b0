/** The subgraph composes with the composer of Cosmo (WunderGraph), alone and with others. */
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { gatewayFolder } from './installed.ts';
import type { Part } from './composed.ts';
import { visits } from './siblings/rows.ts';
import { covergraph, SUPERGRAPHS } from './supergraphs.ts';

interface Composer {
  readonly ROUTER_COMPATIBILITY_VERSION_ONE: string;
  readonly federateSubgraphs: (options: {
    readonly subgraphs: readonly { readonly name: string; readonly url: string; readonly definitions: object }[];
    readonly version: string;
  }) => {
    readonly success: boolean;
    readonly errors?: readonly Error[];
    readonly warnings: readonly Error[];
  };
}

// Its own copy of graphql-js has to parse the texts, as in a gateway.
const load = createRequire(gatewayFolder);
const { federateSubgraphs, ROUTER_COMPATIBILITY_VERSION_ONE: version } = load('@wundergraph/composition') as Composer;
const { parse } = load('graphql') as { readonly parse: (sdl: string) => object };

function composed(parts: readonly Part[]): { success: boolean; messages: string[] } {
  const subgraphs = parts.map(({ name, sdl }) => ({ name, url: `http://127.0.0.1/${name}`, definitions: parse(sdl) }));
  const { success, errors = [], warnings } = federateSubgraphs({ subgraphs, version });
  return { success, messages: [...errors, ...warnings].map(({ message }) => message) };
}

describe("Cosmo's composer", () => {
  test.each(SUPERGRAPHS)('composes the subgraph %s, without errors or warnings', (_, parts) => {
    expect(composed(parts)).toEqual({ success: true, messages: [] });
  });

  test('refuses a subgraph that requires a field that no subgraph defines', () => {
    expect(composed([covergraph, visits]).success).toBe(false);
  });

  test('refuses an assumed size for a list whose argument has a default', () => {
    const sdl = covergraph.sdl.replace('@listSize(slicingArguments:', '@listSize(assumedSize: 5, slicingArguments:');
    expect(sdl).not.toBe(covergraph.sdl);
    expect(composed([{ ...covergraph, sdl }]).messages.join('\n')).toContain('assumedSize');
  });
});

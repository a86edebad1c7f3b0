/** One supergraph by each of two composers, and everything that either has to say about it. */
import { composeServices as composeWithApollo } from '@apollo/composition';
import { composeServices as composeWithGuild } from '@theguild/federation-composition';
import { parse } from 'graphql';

export interface Part {
  readonly name: string;
  readonly sdl: string;
  /** Where a gateway finds it. */
  readonly url?: string;
}

interface Composed {
  readonly supergraph: string | undefined;
  readonly errors: readonly string[];
  readonly hints: readonly string[];
}

export const COMPOSERS = ['apollo', 'guild'] as const;

export function composed(by: (typeof COMPOSERS)[number], parts: readonly Part[]): Composed {
  const services = parts.map(({ name, sdl, url = `http://127.0.0.1/${name}` }) => ({
    name,
    url,
    typeDefs: parse(sdl),
  }));
  const result = by === 'apollo' ? composeWithApollo(services) : { hints: [], ...composeWithGuild(services) };
  return {
    supergraph: result.supergraphSdl,
    errors: (result.errors ?? []).map(({ message }) => message),
    hints: (result.hints ?? []).map((hint) => String(hint)),
  };
}

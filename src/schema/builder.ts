/**
 * The Pothos builder and what every resolver is given. Fields are non-null unless they say otherwise, as in the contract;
 * no wrapping plugin is used, so that a field over memory costs nothing but itself.
 */
import SchemaBuilder from '@pothos/core';
import type { Graph } from '../graph/entries.ts';
import type { CoverageStatus } from '../model/words.ts';
import type { VersionAsked } from './as-of.ts';

/** One request's view of the world: the graph does not change under it, and the day stays the same throughout. */
export interface Context {
  readonly graph: Graph;
  /** The ISO day in America/New_York: the day of the care where the asker names none. */
  readonly today: string;
  /** When `graph` was loaded, as in RFC 3339, in UTC. */
  readonly loadedAt: string;
  /** Where a question names a version: which, and whether `graph` is that. */
  readonly asOf?: VersionAsked;
  /** A source checked longer ago than this is stale; 365 where it is left out. */
  readonly staleAfterDays?: number;
  /** Descriptors of code sets by billing code slug; only where the operator holds a licence and loaded the file. */
  readonly licensedDescriptors?: ReadonlyMap<string, string>;
  /** Told the status of every determination that is derived, for who counts them. */
  readonly derived?: (status: CoverageStatus) => void;
}

export interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: never; Output: string };
    Decimal: { Input: string; Output: string };
    Duration: { Input: never; Output: string };
  };
}

export const builder = new SchemaBuilder<SchemaTypes>({ defaultFieldNullability: false });
/** The builder's own types, as the references that it makes carry them. */
export type TypesOf = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;

builder.queryType({
  description: 'Everything that can be asked of the graph; nothing in it can be changed from here.',
});

/**
 * The Pothos builder and the resolver context. Fields are non-null by default. No Pothos plugin that wraps resolvers is used,
 * because wrapping costs time for every field.
 */
import SchemaBuilder from '@pothos/core';
import type { Graph } from '../graph/entries.ts';
import type { CoverageStatus } from '../model/words.ts';

/** The version that a request names. `refusedFor` is null if `Context.graph` is that version, else the reason why it is not. */
export interface VersionAsked {
  readonly name: string;
  readonly refusedFor: 'UNKNOWN' | 'UNAVAILABLE' | 'BUSY' | null;
}

/** The context of one request. The graph and the day do not change during the request. */
export interface Context {
  readonly graph: Graph;
  /** Today in America/New_York, such as 2026-11-23: the day of the care if the request names none. */
  readonly today: string;
  /** When `graph` was loaded (RFC 3339, UTC). */
  readonly loadedAt: string;
  /** The version that the request names, and whether `graph` is that version; absent if the request names none. */
  readonly asOf?: VersionAsked;
  /** A source is stale if it was last checked more than this many days ago; 365 by default. */
  readonly staleAfterDays?: number;
  /** Licensed descriptors by billing code slug; present only if the operator holds a license and loaded the file. */
  readonly licensedDescriptors?: ReadonlyMap<string, string>;
  /** Called with the status of every determination that is derived, for metrics. */
  readonly derived?: (status: CoverageStatus) => void;
}

/** The types that Pothos checks resolvers against: the context, and the input and output types of scalars. */
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
/** The builder's type parameter, as used by `ObjectRef` and the other references. */
export type TypesOf = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;

builder.queryType({
  description: 'The entry points for reading the graph. The API cannot change it.',
});

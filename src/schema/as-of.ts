/**
 * Questions of an older version. A request is answered from one version throughout, which whoever executes it has put in
 * the context; a question that names another than that is refused, so that no answer is from another version than asked.
 */
import { builder, type Context } from './builder.ts';
import { ContractError } from './errors.ts';

/** The name of the argument, for who has to find the version before anything is resolved. */
export const asOfArgument = 'asOf';

/** What a request named, and whether `graph` is that: null where it is, else why not. */
export interface VersionAsked {
  readonly name: string;
  readonly refusedFor: 'UNKNOWN' | 'UNAVAILABLE' | 'BUSY' | null;
}

export const asOfArguments = builder.args((t) => ({
  [asOfArgument]: t.string({
    description:
      'Answer from this published version, by its number or the first eight or more characters of its digest. One request is answered from one version: its other questions have to name the same. Left out: from the current one.',
  }),
}));

/** Passes where the question is to be answered from the graph of the context, and throws a Refusal where not. */
export function inVersion(named: string | null | undefined, { asOf, graph }: Context): void {
  const name = named ?? null;
  if (!asOf) {
    if (name === null || name === graph.version) return;
    throw unknown(name);
  }
  if (name !== asOf.name)
    throw new ContractError(
      'MIXED_VERSIONS',
      `A request is answered from one version, and a question in this one names ${asOf.name.slice(0, 64)}. Name that in "${asOfArgument}" here too, or ask in a request of its own.`,
      asOfArgument,
      name ?? '',
    );
  if (asOf.refusedFor === 'UNKNOWN') throw unknown(name);
  if (asOf.refusedFor !== null)
    throw new ContractError(
      'VERSION_UNAVAILABLE',
      `Version ${name} cannot be had now: ${asOf.refusedFor === 'BUSY' ? 'others are being loaded' : 'the database cannot be reached, or does not hold it whole'}. Ask again later, or ask the current version.`,
      asOfArgument,
      name,
    );
}

const unknown = (name: string): ContractError =>
  new ContractError(
    'UNKNOWN_VERSION',
    `No published version is called "${name.slice(0, 64)}". A version is named by its number or its digest, as extensions.dataVersion gives it; a server without a database has the current one alone.`,
    asOfArgument,
    name,
  );

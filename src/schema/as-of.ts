/**
 * The argument `asOf`, which asks an older version of the data. A request is answered from one version. The executor loads it
 * and puts it in the context. A field that names another version is an error.
 */
import { builder, type Context } from './builder.ts';
import { ContractError } from './errors.ts';

export type { VersionAsked } from './builder.ts';

/** The name of the argument. The executor looks for it before it runs the operation, to load the version. */
export const asOfArgument = 'asOf';

export const asOfArguments = builder.args((t) => ({
  [asOfArgument]: t.string({
    description:
      'The published version of the data to answer from: its number, or at least the first eight characters of its digest. Default: the current version. All fields of a request must name the same version.',
  }),
}));

/**
 * Checks that the context holds the version that a field names; null names the current version.
 * @throws {ContractError} UNKNOWN_VERSION, VERSION_UNAVAILABLE or MIXED_VERSIONS
 */
export function inVersion(named: string | null | undefined, { asOf, graph }: Context): void {
  const name = named ?? null;
  if (!asOf) {
    if (name === null || name === graph.version) return;
    throw unknownVersion(name);
  }
  if (name !== asOf.name)
    throw new ContractError(
      'MIXED_VERSIONS',
      `A request is answered from one version, and another field of this request names ${asOf.name.slice(0, 64)}. Name the same version in "${asOfArgument}" here, or send a separate request.`,
      asOfArgument,
      name ?? '',
    );
  if (asOf.refusedFor === 'UNKNOWN') throw unknownVersion(name);
  if (asOf.refusedFor !== null)
    throw new ContractError(
      'VERSION_UNAVAILABLE',
      `Version ${name} is not available now: ${asOf.refusedFor === 'BUSY' ? 'other versions are being loaded' : 'the database cannot be reached, or the version is incomplete'}. Try again later, or ask the current version.`,
      asOfArgument,
      name,
    );
}

const unknownVersion = (name: string): ContractError =>
  new ContractError(
    'UNKNOWN_VERSION',
    `No published version is called "${name.slice(0, 64)}". A version is named by its number or its digest, as extensions.dataVersion gives it; a server without a database has the current one alone.`,
    asOfArgument,
    name,
  );

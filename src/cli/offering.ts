/** What is offered to whom, by flags and environment: root fields to larger graphs, and documents to clients that know them by an id. */
import { delimiter, resolve } from 'node:path';

export interface OfferingFlags {
  readonly withhold?: readonly string[] | undefined;
  readonly documents?: readonly string[] | undefined;
  readonly trustedOnly?: boolean | undefined;
}

export interface Offering {
  /** Root fields that larger graphs are not offered; left out: those so generic that they would collide. */
  readonly withhold?: readonly string[];
  /** Files of trusted documents beside those that come with the program. */
  readonly documents?: readonly string[];
  /** Whether trusted documents are answered and no others; left out: any is. */
  readonly trustedOnly?: boolean;
}

/** A flag wins over the environment; files are absolute. Nothing here can be wrong but a file, which is read later. */
export function readOffering(flags: OfferingFlags, env: Readonly<Record<string, string | undefined>>): Offering {
  const withhold = flags.withhold ?? listOf(env['WITHHOLD'], ',');
  const documents = flags.documents ?? listOf(env['DOCUMENTS'], delimiter);
  const trustedOnly = flags.trustedOnly ?? (['1', 'true'].includes(env['TRUSTED_ONLY'] ?? '') || undefined);
  return {
    ...(withhold === undefined ? {} : { withhold: withhold.filter((name) => name !== 'none') }),
    ...(documents === undefined ? {} : { documents: documents.map((path) => resolve(path)) }),
    ...(trustedOnly === undefined ? {} : { trustedOnly }),
  };
}

/** Undefined where nothing is listed. */
function listOf(text: string | undefined, between: string): string[] | undefined {
  const names =
    text
      ?.split(between)
      .map((name) => name.trim())
      .filter((name) => name !== '') ?? [];
  return names.length === 0 ? undefined : names;
}

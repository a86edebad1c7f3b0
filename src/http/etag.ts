/** How long an answer to a GET may be kept, and the tag by which a cache asks whether it is still the same (RFC 9110, 9111). */
import { createHash } from 'node:crypto';
import type { CacheScope } from './cache-scope.ts';
import type { Limits } from './query-limits/limits.ts';
import type { ContentCoding } from './content-negotiation.ts';
import type { TrustedDocuments } from './persisted-documents.ts';

/** What a server brings to its answers besides the data and the day. */
export interface ServerIdentity {
  /** A digest of the program as it was built. */
  readonly program: string;
  readonly limits: Limits;
  readonly trustedDocuments: TrustedDocuments;
  readonly trustedDocumentsOnly: boolean;
}

/** A digest of that: the same for replicas that are set alike, another one after an upgrade or a change of settings. */
export function serverDigest({ program, limits, trustedDocuments, trustedDocumentsOnly }: ServerIdentity): string {
  const documents = [...trustedDocuments].sort(byId);
  const settings = Object.entries(limits).sort(byId);
  return createHash('sha256')
    .update(JSON.stringify([program, settings, documents, trustedDocumentsOnly]))
    .digest('base64url');
}

const byId = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

export interface EtagInput {
  /** As `serverDigest` gives it. */
  readonly server: string;
  /** The version of the data that answered, which is not the current one where the request names another. */
  readonly dataVersion: string;
  readonly day: string;
  /** The query, variables, operation name and extensions, as the address holds them. */
  readonly search: string;
  readonly accept: string;
  readonly isCostWanted: boolean;
  /** Before any content coding. */
  readonly body: Uint8Array | string;
}

/**
 * A strong tag (RFC 9110, section 8.8.1) without its quotes and its coding. It is made of all that the answer depends on,
 * and of the answer itself, so that two answers that differ for a reason not foreseen here do not share a tag.
 */
export function computeEtag({ server, dataVersion, day, search, accept, isCostWanted, body }: EtagInput): string {
  return createHash('sha256')
    .update(JSON.stringify([server, dataVersion, day, search, accept, isCostWanted]))
    .update(body)
    .digest('base64url')
    .slice(0, 27);
}

/** The tag as the ETag header has it. Each coding is a representation of its own, with its own tag. */
export function formatEtag(tag: string, coding: ContentCoding): string {
  return coding === 'identity' ? `"${tag}"` : `"${tag}-${coding}"`;
}

/** The Cache-Control header: used without asking for so many whole seconds, and where that is 0 never. */
export function cacheControl(scope: CacheScope, seconds: number): string {
  return seconds === 0 ? `${scope}, no-cache` : `${scope}, max-age=${String(seconds)}, must-revalidate`;
}

/**
 * For how many seconds an answer may be used: at most `seconds`, and never beyond the day that it was made for.
 * `secondsLeft` is what is left of that day, and negative once it is over.
 */
export function maxAge(seconds: number, secondsLeft: number): number {
  return Math.max(0, Math.min(seconds, Math.floor(secondsLeft)));
}

/** The ETag and the Cache-Control header of answers to a GET (RFC 9110, section 8.8.3, and RFC 9111, section 5.2.2). */
import { createHash } from 'node:crypto';
import type { CacheScope } from './cache-scope.ts';
import type { Limits } from './query-limits/limits.ts';
import type { ContentCoding } from './content-negotiation.ts';
import type { TrustedDocuments } from './persisted-documents.ts';

/** What the answers of a server depend on besides the request, the data and the day. */
export interface ServerIdentity {
  /** A digest of the built program. */
  readonly program: string;
  readonly limits: Limits;
  readonly trustedDocuments: TrustedDocuments;
  readonly trustedDocumentsOnly: boolean;
}

/** A digest of the identity. It is equal for replicas with equal settings, and differs after an upgrade or a change of settings. */
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
  /** The result of `serverDigest`. */
  readonly server: string;
  /** The data version of the answer: the version that the request names, if it names one. */
  readonly dataVersion: string;
  readonly day: string;
  /** The query string of the address, as received. */
  readonly search: string;
  readonly mediaType: string;
  readonly isCostWanted: boolean;
  /** Before any content coding. */
  readonly body: Uint8Array | string;
}

/**
 * Computes a strong entity tag (RFC 9110, section 8.8.1), without quotes and without the suffix of the content coding: 27
 * characters of base64url. The input holds all that the answer depends on and the answer itself, so two answers that differ for an
 * unforeseen reason do not share a tag.
 */
export function computeEtag({ server, dataVersion, day, search, mediaType, isCostWanted, body }: EtagInput): string {
  return createHash('sha256')
    .update(JSON.stringify([server, dataVersion, day, search, mediaType, isCostWanted]))
    .update(body)
    .digest('base64url')
    .slice(0, 27);
}

/** The value of the ETag header. Each content coding is a representation of its own, so it has its own tag. */
export function formatEtag(tag: string, coding: ContentCoding): string {
  return coding === 'identity' ? `"${tag}"` : `"${tag}-${coding}"`;
}

/** The value of Cache-Control: fresh for that many whole seconds, or revalidated before each use if that is 0. */
export function cacheControl(scope: CacheScope, seconds: number): string {
  return seconds === 0 ? `${scope}, no-cache` : `${scope}, max-age=${String(seconds)}, must-revalidate`;
}

/**
 * For how many seconds an answer is fresh: at most `seconds`, and never beyond the day that it was made for. `secondsLeft` is how
 * many seconds are left of that day; negative once it is over.
 */
export function maxAge(seconds: number, secondsLeft: number): number {
  return Math.max(0, Math.min(seconds, Math.floor(secondsLeft)));
}

/**
 * What may be kept of an answer, and how its keeper asks whether it still stands (RFC 9110 and 9111). The graph does not
 * change between loads, so an answer is a function of the data version, the day and the operation, and its tag is made of
 * those alone: two replicas with the same data give the same tag. It is strong, so each coding has one of its own.
 */
import { createHash } from 'node:crypto';
import type { Coding } from './negotiation.ts';

export interface Tagged {
  /** The query, variables, operation name and extensions, as the address holds them. */
  readonly search: string;
  readonly dataVersion: string;
  readonly day: string;
  readonly accept: string;
  readonly isCostWanted: boolean;
}

/** The tag without its quotes and its coding. */
export function tagOf({ search, dataVersion, day, accept, isCostWanted }: Tagged): string {
  return createHash('sha256')
    .update(JSON.stringify([dataVersion, day, search, accept, isCostWanted]))
    .digest('base64url')
    .slice(0, 27);
}

/** As the header says it. */
export function quoted(tag: string, coding: Coding): string {
  return coding === 'identity' ? `"${tag}"` : `"${tag}-${coding}"`;
}

/** A situation, a question in somebody's own words, or a document that is not here to be looked at; a name that only looks like one costs a shared cache, nothing else. */
const mentionsFacts = /(?:given|ask|question|documentId|persistedQuery)\b/i;

/**
 * For a GET that was answered: kept by anybody for so many seconds, by the asker's own cache alone where facts of a case
 * are given, which concern somebody's health; then, and from the start where that is 0, only after asking again.
 */
export function cacheControl(search: string, seconds: number): string {
  const whose = mentionsFacts.test(decoded(search)) ? 'private' : 'public';
  return seconds === 0 ? `${whose}, no-cache` : `${whose}, max-age=${String(seconds)}, must-revalidate`;
}

function decoded(search: string): string {
  try {
    return decodeURIComponent(search);
  } catch {
    return 'given'; // unreadable here, so taken for the careful case
  }
}

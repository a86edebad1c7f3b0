/** Content negotiation and conditional requests (RFC 9110, sections 12.5.1, 12.5.3 and 13.1.2). */
import Negotiator from 'negotiator';
import { rememberByHeader } from './header-memo.ts';

export type ContentCoding = 'br' | 'gzip' | 'identity';

/** What Accept-Encoding allows. It is the same object for headers that allow the same. */
export interface AcceptedEncoding {
  /** The coding with the highest weight, and of codings with equal weights the one that compresses best. Null if none is allowed. */
  readonly coding: ContentCoding | null;
  /** Whether a body may be sent without compression. */
  readonly allowsIdentity: boolean;
}

/** The media types of answers to GraphQL requests. */
export type JsonMediaType = 'application/json' | 'application/graphql-response+json';

/**
 * The offered representations by their full media types, in the order in which the server prefers them if the client has no
 * preference.
 */
const jsonTypes: ReadonlyMap<string, JsonMediaType> = new Map([
  ['application/json; charset=utf-8', 'application/json'],
  ['application/graphql-response+json; charset=utf-8', 'application/graphql-response+json'],
]);
const htmlType = 'text/html; charset=utf-8';

/** Of longer headers only the first entries are read, since each entry is work. Clients send a tenth of this, in characters. */
const maxLength = 2_000;

/** Cuts a header that is too long after the last whole entry. */
function withinLength(header: string): string {
  return header.length <= maxLength ? header : header.slice(0, Math.max(0, header.lastIndexOf(',', maxLength)));
}

/** Returns the offered type that Accept prefers, by weight, then specificity, then order; undefined if it accepts none. */
function preferredType(whole: string, offered: readonly string[]): string | undefined {
  const header = withinLength(whole);
  // A header without any media range says as little as no header.
  if (/^[\s,]*$/.test(header)) return offered[0];
  const accept = header.replaceAll(/charset\s*=\s*("?)utf8\b/gi, 'charset=$1utf-8'); // a common misspelling
  return new Negotiator({ headers: { accept } }).mediaType([...offered]);
}

const jsonTypeOf = rememberByHeader(
  (accept) => jsonTypes.get(preferredType(accept, [...jsonTypes.keys()]) ?? '') ?? null,
);
const prefersHtmlIn = rememberByHeader((accept) => preferredType(accept, [...jsonTypes.keys(), htmlType]) === htmlType);
const acceptsHtmlIn = rememberByHeader((accept) => preferredType(accept, [htmlType]) !== undefined);

/**
 * Returns the media type of an answer to a GraphQL request with this Accept header, or null if the header accepts neither.
 * Answers are complete JSON documents: no multipart answers and no event streams are offered.
 */
export function selectJsonType(accept: string | undefined): JsonMediaType | null {
  return accept === undefined ? 'application/json' : jsonTypeOf(accept);
}

/** Whether the client prefers a page to JSON, as browsers that open an address do and GraphQL clients do not. */
export function prefersHtml(accept: string | undefined): boolean {
  return accept !== undefined && prefersHtmlIn(accept);
}

/** Whether the client accepts a page. */
export function acceptsHtml(accept: string | undefined): boolean {
  return accept === undefined || acceptsHtmlIn(accept);
}

/** The codings that the server offers; those that compress better come first. */
const codings: readonly ContentCoding[] = ['br', 'gzip', 'identity'];
const withoutCoding: AcceptedEncoding = { coding: 'identity', allowsIdentity: true };
const acceptedEncodings: readonly AcceptedEncoding[] = [
  withoutCoding,
  ...[true, false].flatMap((allowsIdentity) =>
    (['br', 'gzip', null] as const).map((coding) => ({ coding, allowsIdentity })),
  ),
];

/** The published types of the package do not have the option. */
interface EncodingNegotiator {
  readonly encodings: (offered: ContentCoding[], options: { readonly preferred: ContentCoding[] }) => string[];
}

const encodingOf = rememberByHeader((header): AcceptedEncoding => {
  const negotiator: EncodingNegotiator = new Negotiator({ headers: { 'accept-encoding': withinLength(header) } });
  const accepted = negotiator.encodings([...codings], { preferred: [...codings] });
  const allowsIdentity = accepted.includes('identity');
  const coding = accepted[0] ?? null;
  return (
    acceptedEncodings.find((each) => each.coding === coding && each.allowsIdentity === allowsIdentity) ?? withoutCoding
  );
});

/** Reads Accept-Encoding. If the header is missing, nothing is compressed. */
export function selectEncoding(acceptEncoding: string | string[] | undefined): AcceptedEncoding {
  return acceptEncoding === undefined ? withoutCoding : encodingOf(String(acceptEncoding));
}

/**
 * Whether If-None-Match holds this ETag, by the weak comparison, or is `*`. In a list, `*` is not recognized.
 */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

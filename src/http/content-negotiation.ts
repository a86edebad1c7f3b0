/** Content negotiation and conditional requests (RFC 9110, sections 12.5.1, 12.5.3 and 13.1.2). */

export type ContentCoding = 'br' | 'gzip' | 'identity';

const kindsOfAnswer = new Set(['application/graphql-response+json', 'application/json', 'application/*', '*/*']);

/**
 * Returns the media types in Accept that this server can send, or null if there is none. Answers are complete JSON documents:
 * multipart answers and event streams, which Yoga supports, are not offered.
 */
export function parseAccept(accept: string): string | null {
  const ranges = accept
    .split(',')
    .map((range) => range.trim())
    .filter((range) => range !== '');
  const accepted = ranges.flatMap((range) => {
    const [kind = '', ...parameters] = range
      .toLowerCase()
      .split(';')
      .map((text) => text.trim());
    return kindsOfAnswer.has(kind) &&
      !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter) || /^charset=(?!"?utf-8)/.test(parameter))
      ? [kind]
      : [];
  });
  if (ranges.length === 0) return '*/*';
  return accepted.length === 0 ? null : accepted.join(', ');
}

/** Returns the coding that compresses best of those that Accept-Encoding allows; `identity` if the header is missing. */
export function selectEncoding(acceptEncoding: string | string[] | undefined): ContentCoding {
  if (acceptEncoding === undefined) return 'identity';
  const weights = new Map<string, number>();
  for (const part of String(acceptEncoding).toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    if (name !== '') weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)));
  }
  const allowed = (coding: ContentCoding) => (weights.get(coding) ?? weights.get('*') ?? 0) > 0;
  if (allowed('br')) return 'br';
  return allowed('gzip') ? 'gzip' : 'identity';
}

/**
 * Whether If-None-Match holds this ETag, by the weak comparison, or is `*`. In a list, `*` is not recognized.
 */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

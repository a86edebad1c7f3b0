/** Which form of an answer a client takes and which it has already (RFC 9110, sections 12.5.1, 12.5.3 and 13.1.2). */

export type ContentCoding = 'br' | 'gzip' | 'identity';

const kindsOfAnswer = new Set(['application/graphql-response+json', 'application/json', 'application/*', '*/*']);

/**
 * The kinds that Accept names and this server can answer in; null where there is none. Answers are JSON and come whole: what Yoga has for
 * answers in parts (multipart, event streams) is never asked of it, as it frames them itself.
 */
export function parseAccept(accept: string): string | null {
  const ranges = accept
    .split(',')
    .map((range) => range.trim())
    .filter((range) => range !== '');
  const met = ranges.flatMap((range) => {
    const [kind = '', ...parameters] = range
      .toLowerCase()
      .split(';')
      .map((text) => text.trim());
    return kindsOfAnswer.has(kind) &&
      !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter) || /^charset=(?!"?utf-8)/.test(parameter))
      ? [kind]
      : [];
  });
  return ranges.length === 0 ? '*/*' : met.length === 0 ? null : met.join(', ');
}

/** The smallest form that Accept-Encoding allows; without the header, the plain one. */
export function selectEncoding(acceptEncoding: string | string[] | undefined): ContentCoding {
  if (acceptEncoding === undefined) return 'identity';
  const weights = new Map<string, number>();
  for (const part of String(acceptEncoding).toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    if (name !== '') weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)));
  }
  const allowed = (coding: ContentCoding) => (weights.get(coding) ?? weights.get('*') ?? 0) > 0;
  return allowed('br') ? 'br' : allowed('gzip') ? 'gzip' : 'identity';
}

/**
 * Whether If-None-Match names this tag of an answer that is there. A weak tag of the same text counts, as the comparison is
 * the weak one; `*`, which stands for any tag, counts only by itself.
 */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

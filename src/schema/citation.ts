/** The type Citation: a passage of a source. Web addresses use text fragments (WICG URL Fragment Text Directives). */
import type { Passage } from '../graph/entries.ts';
import { isStale } from '../graph/stale-sources.ts';
import { CitationRef, SourceDocumentRef } from './refs.ts';

const FRAGMENT_WORDS = 5;
/** Encodes words for a text fragment. Hyphens are syntax there, and encodeURIComponent does not encode them. */
const encoded = (words: readonly string[]): string => encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');

/**
 * The URL of the passage; else the URL of its source, with a text fragment if the passage's text is available; null if
 * neither has a URL.
 */
function addressOf({ url, quote, source }: Passage): string | null {
  if (url !== null || source.url === null || quote === null) return url ?? source.url;
  const words = quote.trim().split(/\s+/);
  const text =
    words.length <= 2 * FRAGMENT_WORDS
      ? encoded(words)
      : `${encoded(words.slice(0, FRAGMENT_WORDS))},${encoded(words.slice(-FRAGMENT_WORDS))}`;
  return `${source.url}${source.url.includes('#') ? '' : '#'}:~:text=${text}`;
}

CitationRef.implement({
  description: "A place in a source, and what it says there in the graph's own words.",
  fields: (t) => ({
    source: t.expose('source', { type: SourceDocumentRef, description: 'The document that is cited.' }),
    via: t.expose('via', {
      type: SourceDocumentRef,
      nullable: true,
      description: 'The source in which it was quoted, if the cited document itself was not read.',
    }),
    locator: t.exposeString('at', { description: 'Where in the source: heading and paragraph, section, or page.' }),
    url: t.string({
      nullable: true,
      description:
        'Opens the source at the place: section anchor, page, or text fragment (#:~:text=first words,last words).',
      resolve: (passage) => addressOf(passage),
    }),
    says: t.exposeString('says', { description: "What it says there, in the graph's own words." }),
    isStale: t.boolean({
      description:
        "Whether the source was last checked longer ago than the server's operator allows; one year by default.",
      resolve: ({ source }, _, { today, staleAfterDays }) => isStale(source, today, staleAfterDays),
    }),
    fingerprint: t.exposeString('fingerprint', {
      nullable: true,
      description:
        'SHA-256 of the passage in the normal form of `npm run check -- --explain fingerprint`; null if the passage was not available.',
    }),
    quote: t.exposeString('quote', {
      nullable: true,
      description: "The passage itself, if this server's operator has the original and it matches the fingerprint.",
    }),
  }),
});

/** Pipeline step 4: divides the words of a question into names of entries, counts, a year, idioms and unknown names. */
import { type BillingDetail, findBillingDetails } from './billing-details.ts';
import { type CountMention, findCounts, findYear, type YearMention } from './counts-and-dates.ts';
import { entityMentions } from './entity-mentions.ts';
import { findIdioms } from './idioms.ts';
import { type Mention, overlaps, type WordRange, wordIndexes } from './mention.ts';
import type { NameIndex } from './name-index.ts';
import type { Token } from './tokenizer.ts';
import { findUnknownNames, type UnknownName } from './unknown-names.ts';

/** A question divided into chunks. Words that are in no chunk are stop words. */
export interface ChunkedQuestion {
  readonly words: readonly Token[];
  /** Names of entries, in order, without those within a count or an unknown name. */
  readonly mentions: readonly Mention[];
  readonly counts: readonly CountMention[];
  readonly year: YearMention | null;
  readonly unknownNames: readonly UnknownName[];
  readonly billingDetails: readonly BillingDetail[];
}

/**
 * Divides a question into chunks.
 * @param today the day chosen if the question names the current year, as YYYY-MM-DD; null if no year is looked for
 */
export function chunkMentions(words: readonly Token[], index: NameIndex, today: string | null): ChunkedQuestion {
  const allMentions = entityMentions(words, index);
  const year = today === null ? null : findYear(words, allMentions, today);
  const billingDetails = findBillingDetails(words, index);
  const isInDetail = (range: WordRange): boolean => billingDetails.some((detail) => overlaps(detail, range));
  const counts = findCounts(words, index).filter((count) => !isInDetail(count));
  const idioms = findIdioms(words, isAboutPlaces(words, allMentions));
  const otherWords = wordIndexes([...(year === null ? [] : [year]), ...counts, ...idioms, ...billingDetails]);
  const outsideCounts = allMentions.filter(
    (mention) => !counts.some((count) => overlaps(count, mention)) && !isInDetail(mention),
  );
  const { unknownNames, mentions } = findUnknownNames(words, outsideCounts, otherWords, index);
  return { words, mentions, counts, year, unknownNames, billingDetails };
}

/** Whether a question names a place, or begins with "which", "what" or "where" and so may ask for one. */
function isAboutPlaces(words: readonly Token[], mentions: readonly Mention[]): boolean {
  return (
    mentions.some(({ names }) => names.some(({ entry }) => entry.kind === 'TERRITORY')) ||
    /^(?:which|what|where)$/.test(words[0]?.stem ?? '')
  );
}

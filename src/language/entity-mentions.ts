/**
 * Finds the names of entries in a question. Of all ways to cover the words with names, it chooses the one that covers
 * the most words with the fewest names.
 */
import { addEllipticalMentions } from './ellipsis.ts';
import { NAME_RANK, type EntityName } from './entity-names.ts';
import type { Mention } from './mention.ts';
import type { NameIndex } from './name-index.ts';
import { withInsurers } from './plan-numbers.ts';
import { isStopWord } from './stop-words.ts';
import { isOptionalWord, keyOf, type Token } from './tokenizer.ts';
import { addTravelRoutes } from './travel-routes.ts';

/**
 * The mentions of entries in a question, in the order of their words: names, names shortened by an ellipsis
 * ("Plan G or N") and travel routes. Only the places in a travel route are mentioned twice, alone and in the route.
 */
export function entityMentions(words: readonly Token[], index: NameIndex): Mention[] {
  const named = withInsurers(words, bestCover(words, index));
  const withEllipses = addEllipticalMentions(words, named, index);
  return addTravelRoutes(words, withEllipses, index);
}

/** The mentions in the rest of a question, from one word on, and what they are worth. */
interface Cover {
  readonly worth: number;
  /** The mention that begins at this word; null if none does. */
  readonly mention: Mention | null;
}

/** Optional words that a question may add to the longest name of the graph. */
const MOST_OPTIONAL_WORDS = 3;

/**
 * The best cover, by dynamic programming from the last word to the first. Takes time in proportion to the number of
 * words times the number of words in the longest name.
 */
function bestCover(words: readonly Token[], index: NameIndex): Mention[] {
  const covers: Cover[] = [];
  covers[words.length] = { worth: 0, mention: null };
  for (let from = words.length - 1; from >= 0; from--) covers[from] = bestCoverFrom(from, words, covers, index);
  const mentions: Mention[] = [];
  let at = 0;
  while (at < words.length) {
    const mention = covers[at]?.mention ?? null;
    if (mention) mentions.push(mention);
    at = mention?.to ?? at + 1;
  }
  return mentions;
}

/** The best cover of the words from one on. `covers` holds the best covers from every later word. */
function bestCoverFrom(from: number, words: readonly Token[], covers: readonly Cover[], index: NameIndex): Cover {
  let best: Cover = { worth: covers[from + 1]?.worth ?? 0, mention: null };
  // A name does not begin with an optional word, unless that is the last word of the question ("Plan A").
  if (isOptionalWord(words[from]?.stem ?? '') && from + 1 < words.length) return best;
  const furthest = Math.min(words.length, from + index.longestName + MOST_OPTIONAL_WORDS);
  for (let to = from + 1; to <= furthest; to++) {
    const names = namesOfRange(words, from, to, index);
    if (names.length === 0) continue;
    // Each word counts two and each name costs one.
    const worth = 2 * (to - from) - 1 + (covers[to]?.worth ?? 0);
    if (worth >= best.worth) best = { worth, mention: { names, from, to } };
  }
  return best;
}

/** The names with the words of a range. Titles of sources are left out, because they are often questions themselves. */
function namesOfRange(words: readonly Token[], from: number, to: number, index: NameIndex): readonly EntityName[] {
  if (!isMeantAsName(words, from, to) || hasUnrelatedArticle(words, from, to)) return [];
  const names = index.names.get(keyOf(words.slice(from, to).map(({ stem }) => stem)));
  return names?.filter(({ entry, rank }) => entry.kind !== 'SOURCE' || rank !== NAME_RANK) ?? [];
}

/** Names that are also common words, such as the code of a state. */
const COMMON_WORDS: ReadonlySet<string> = new Set([
  'us',
  'me',
  'it',
  'as',
  'in',
  'or',
  'no',
  'so',
  'to',
  'am',
  'my',
  'do',
  'is',
  'be',
  'at',
  'by',
  'he',
]);

/** A name that is also a common word ("us") is meant only if it is in capitals or follows "the", "in" or the like. */
function isMeantAsName(words: readonly Token[], from: number, to: number): boolean {
  const word = words[from];
  if (word === undefined || to - from > 1 || !COMMON_WORDS.has(word.stem)) return true;
  return (
    word.text === word.text.toUpperCase() || /^(?:the|in|outside|within|inside)$/.test(words[from - 1]?.stem ?? '')
  );
}

/**
 * Whether an article within the range separates two phrases, as in "is deep tissue a massage style", which does not
 * mention deep tissue massage. An article that belongs to a name has a stop word before or after it.
 */
function hasUnrelatedArticle(words: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at < to - 1; at++)
    if (
      isOptionalWord(words[at]?.stem ?? '') &&
      !isStopWord(words[at - 1]?.stem ?? '') &&
      !isStopWord(words[at + 1]?.stem ?? '')
    )
      return true;
  return false;
}

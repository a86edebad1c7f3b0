/**
 * Search for entries by name, alternate name or code. Tolerates misspelling and words that are not typed to their end.
 */
import type { Entry, Graph } from '../graph/entries.ts';
import type { ConceptKind } from '../model/words.ts';
import { type IndexedName, type NameIndex, nameIndexOf, tokenizeFor } from './name-index.ts';
import { spellingCandidates } from './spelling.ts';
import { type Token, tokenize } from './tokenizer.ts';

/**
 * The score of a name for one word of the search text: by whether it has the word, a word that begins with it, or one
 * with one or two edits.
 */
const WORD_SCORE = { exact: 1, prefix: 0.75, oneEdit: 0.6, twoEdits: 0.4 };
/** The least average score of a name over the words of the search text. */
const LEAST_SCORE = 0.35;
/** How much each rank of a name costs, so that an entry's own name comes before its phrases. */
const RANK_PENALTY = 0.05;
const SOURCE_PENALTY = 0.2;

const MOST_RESULTS = 200;
/** The most words that are looked at with the same prefix, so that a search for one letter stays cheap. */
const MOST_PREFIX_MATCHES = 64;
/** The number of characters that are searched for; the rest of a longer text is ignored. */
const LONGEST_TEXT = 200;

/** An entry as a search result. */
interface SearchResult {
  readonly entry: Entry;
  readonly score: number;
  /** From 0 to 1, the average of the scores of the words. */
  readonly average: number;
  /** The stems of the search text that its name has. */
  readonly matched: ReadonlySet<string>;
}

/**
 * The entries whose names match a text, best first; with the same score by kind and then slug. At most 200.
 * @param kinds the kinds of entries to search for; null for all
 */
export function search(graph: Graph, text: string, kinds: readonly ConceptKind[] | null = null): Entry[] {
  const index = nameIndexOf(graph);
  const stems = new Set(stemsOfText(tokensOfText(text.slice(0, LONGEST_TEXT), index), index));
  return withOtherName(rankedEntries(stems, index, kinds), stems, index, kinds)
    .slice(0, MOST_RESULTS)
    .map(({ entry }) => entry);
}

/** The entries whose names match the stems, best first. */
function rankedEntries(
  stems: ReadonlySet<string>,
  index: NameIndex,
  kinds: readonly ConceptKind[] | null,
): SearchResult[] {
  const totals = new Map<IndexedName, number>();
  const matches = new Map<IndexedName, string[]>();
  for (const stem of stems)
    for (const [name, score] of scoredNames(stem, index)) {
      totals.set(name, (totals.get(name) ?? 0) + score);
      matches.set(name, [...(matches.get(name) ?? []), stem]);
    }
  const best = new Map<Entry, SearchResult>();
  for (const [indexedName, total] of totals) {
    const { entry } = indexedName.name;
    if (kinds !== null && !kinds.includes(entry.kind)) continue;
    const average = total / stems.size;
    const score = scoreOfName(indexedName, average, matches.get(indexedName)?.length ?? 0);
    if (average >= LEAST_SCORE && score > (best.get(entry)?.score ?? 0))
      best.set(entry, { entry, score, average, matched: new Set(matches.get(indexedName)) });
  }
  return [...best.values()].sort(compareResults);
}

/** The least letters of a word that a second name is looked for with. */
const SHORTEST_OTHER_WORD = 4;

/**
 * The results with the best entry for the words that the best one does not have behind it, so that a text of two names finds both:
 * "tricare prme masage". A source that has all words exactly stays first: then its title is searched for.
 */
function withOtherName(
  results: readonly SearchResult[],
  stems: ReadonlySet<string>,
  index: NameIndex,
  kinds: readonly ConceptKind[] | null,
): readonly SearchResult[] {
  const isTitle = results[0]?.entry.kind === 'SOURCE' && results[0].average === WORD_SCORE.exact;
  const best = results.find(({ entry }) => entry.kind !== 'SOURCE');
  if (best === undefined || isTitle) return results;
  const others = [...stems].filter((stem) => !best.matched.has(stem) && stem.length >= SHORTEST_OTHER_WORD);
  const found = rankedEntries(new Set(others), index, kinds).find(({ entry }) => entry.kind !== 'SOURCE');
  if (found === undefined || found.entry === best.entry) return results;
  return [best, found, ...results.filter(({ entry }) => entry !== best.entry && entry !== found.entry)];
}

/** The score of a name. It is higher the better the words match, and the fewer other words the name has. */
function scoreOfName({ name, stems }: IndexedName, average: number, wordCount: number): number {
  return (
    average * average +
    average * Math.min(1, wordCount / stems.length) -
    name.rank * RANK_PENALTY -
    (name.entry.kind === 'SOURCE' ? SOURCE_PENALTY : 0)
  );
}

function compareResults(a: SearchResult, b: SearchResult): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.entry.kind !== b.entry.kind) return a.entry.kind < b.entry.kind ? -1 : 1;
  return a.entry.slug < b.entry.slug ? -1 : 1;
}

/** A plan number that is not typed to its end: its digits are not those of another, shorter number. */
const UNFINISHED_NUMBER = /[-_]\d{1,2}$/;

function tokensOfText(text: string, index: NameIndex): Token[] {
  return UNFINISHED_NUMBER.test(text.trim()) ? tokenize(text) : tokenizeFor(index, text);
}

/** The least letters of a part when a word is split: the "De" of "De Kalb". */
const SHORTEST_PART = 2;

/** A word as two if no name has it as one, nor a word that begins with it: "dekalb" for "De Kalb". Null if none has both. */
function splitStem(stem: string, { words }: NameIndex): readonly [string, string] | null {
  if (words.has(stem) || words.atPrefix(stem).size > 0) return null;
  for (let cut = SHORTEST_PART; cut <= stem.length - SHORTEST_PART; cut++) {
    const [first, second] = [stem.slice(0, cut), stem.slice(cut)] as const;
    if (!words.has(first) || !words.has(second)) continue;
    const names = new Set(words.get(first));
    if (words.get(second)?.some((name) => names.has(name)) === true) return [first, second];
  }
  return null;
}

/** The stems of the words, two words as one or one as two if a name has them so: "tri-care", "dekalb". */
function stemsOfText(tokens: readonly Token[], index: NameIndex): string[] {
  const { words } = index;
  const stems: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const stem = tokens[at]?.stem ?? '';
    const next = tokens[at + 1];
    const isOneWord = next !== undefined && words.has(stem + next.stem) && (next.isJoined || !words.has(stem));
    if (isOneWord) stems.push(stem + next.stem);
    else stems.push(...(splitStem(stem, index) ?? [stem]));
    if (isOneWord) at++;
  }
  return stems;
}

/** The letters of a word that is too short to be corrected in a question, where a wrong guess would be answered. */
const SHORT_WORD = 4;

/** The words that a short one is if a letter was left out after the first: "prime" for "prme". */
function wordsWithLetterMore(stem: string, { words }: Pick<NameIndex, 'words'>): string[] {
  if (stem.length !== SHORT_WORD || /\P{L}/u.test(stem)) return [];
  return [...words.fuzzyGet(stem, 1).keys()].filter(
    (word) => word.length === stem.length + 1 && word.startsWith(stem.charAt(0)),
  );
}

/**
 * Each name that has a word, or one like it, with its score. Misspelled words are looked for only if no other is
 * found.
 */
function scoredNames(stem: string, { words }: NameIndex): Map<IndexedName, number> {
  const scores = new Map<IndexedName, number>();
  const addAll = (names: readonly IndexedName[], score: number): void => {
    for (const name of names) if ((scores.get(name) ?? 0) < score) scores.set(name, score);
  };
  addAll(words.get(stem) ?? [], WORD_SCORE.exact);
  if (stem.length >= 2) {
    let prefixMatches = 0;
    for (const [word, names] of words.atPrefix(stem)) {
      if (word !== stem) addAll(names, WORD_SCORE.prefix);
      prefixMatches += 1;
      if (prefixMatches >= MOST_PREFIX_MATCHES) break;
    }
  }
  if (scores.size > 0) return scores;
  for (const { word, edits } of spellingCandidates(stem, { words }))
    addAll(words.get(word) ?? [], edits === 1 ? WORD_SCORE.oneEdit : WORD_SCORE.twoEdits);
  if (scores.size === 0)
    for (const word of wordsWithLetterMore(stem, { words })) addAll(words.get(word) ?? [], WORD_SCORE.oneEdit);
  return scores;
}

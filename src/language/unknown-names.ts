/**
 * Names in a question that are not in the graph. A word counts as an unknown name if it is not a stop word, if it is
 * capitalized within a sentence, or if it is a letter after "plan" or "part". A known name next to an unknown one is
 * made part of it: "Medicare Gold" is not Medicare.
 */
import { type Mention, type WordRange, wordIndexes } from './mention.ts';
import { canBeSetAside } from './set-aside.ts';
import type { NameIndex } from './name-index.ts';
import { NOUNS_AFTER_NAMES, isQuestionWord, isStopWord } from './stop-words.ts';
import { type Token, typedText } from './tokenizer.ts';

/** A range of words that is a name of nothing in the graph. */
export interface UnknownName extends WordRange {
  /** The name as it was typed. */
  readonly text: string;
  /** Whether the question can be answered without it, because it can change nothing that is meant. */
  readonly isIrrelevant: boolean;
}

/** The unknown names in a question, and the mentions that are not part of one. */
interface UnknownNamesResult {
  readonly unknownNames: UnknownName[];
  readonly mentions: Mention[];
}

/**
 * Finds the unknown names.
 * @param otherWords indexes of words that have another meaning, such as a year or an idiom, and so cannot be names
 */
export function findUnknownNames(
  words: readonly Token[],
  mentions: readonly Mention[],
  otherWords: ReadonlySet<number>,
  index: NameIndex,
): UnknownNamesResult {
  const mentionedWords = wordIndexes(mentions);
  const planEnds = new Set(mentions.filter(isPlan).map(({ to }) => to));
  const capitalsMarkNames = hasLowerCaseWords(words);
  const isUnknown = (at: number): boolean => {
    const word = words[at];
    if (word === undefined || mentionedWords.has(at) || otherWords.has(at)) return false;
    const plan = mentions.find((mention) => mention.to === at && isPlan(mention));
    const followsPlan = plan !== undefined && !word.afterComma;
    if (!isStopWord(word.stem) || isLetterOfName(words, at, planEnds)) return true;
    if (followsPlan && (VARIANTS.has(word.stem) || isLetterAfterPlan(words, at, plan))) return true;
    return capitalsMarkNames && isCapitalizedName(words, at, mentionedWords);
  };
  const unknownNames: UnknownName[] = [];
  let remaining: readonly Mention[] = mentions;
  for (let at = 0; at < words.length; at++) {
    if (!isUnknown(at)) continue;
    const first = at;
    while (isUnknown(at + 1) && words[at + 1]?.afterComma !== true) at++;
    const startsWithNoun = isLetterOfName(words, first, planEnds) && !mentionedWords.has(first - 1);
    const range = { from: startsWithNoun ? first - 1 : first, to: at + 1 };
    if (canBeSetAside({ words, mentions, capitalsMarkNames, index }, range)) {
      unknownNames.push({ text: typedText(words.slice(range.from, range.to)), isIrrelevant: true, ...range });
      continue;
    }
    const before = absorbedBefore(words, range, remaining);
    const after = absorbedAfter(words, range, remaining);
    remaining = remaining.filter((mention) => mention !== before && mention !== after);
    const from = before?.from ?? range.from;
    const to = after?.to ?? range.to;
    unknownNames.push({ text: typedText(words.slice(from, to)), isIrrelevant: false, from, to });
  }
  return { unknownNames, mentions: [...remaining] };
}

/** Whether the word after "i" shows that it is the pronoun. */
const isPronoun = (after: Token | undefined): boolean =>
  after?.afterComma === false &&
  /^(?:have|had|need|want|am|can|will|would|wa|was|do|did|get|got|live|use|take|go|see|pay|m|ve)$/.test(after.stem);

/** Nouns that make another plan of the name before them: "Medicare Advantage" is not Medicare. */
const VARIANTS: ReadonlySet<string> = new Set(['advantage', 'supplement', 'option', 'choice']);

const isPlan = ({ names }: Mention): boolean => names.some(({ entry }) => entry.kind === 'PLAN');

/** Whether a mention may become part of an unknown name: a plan or a place. */
const isAbsorbable = ({ names }: Mention): boolean =>
  names.some(({ entry }) => entry.kind === 'PLAN' || entry.kind === 'TERRITORY');

/** The mention directly before an unknown name that becomes part of it: "Medicare" in "Medicare Gold". */
function absorbedBefore(
  words: readonly Token[],
  { from }: WordRange,
  mentions: readonly Mention[],
): Mention | undefined {
  if (words[from]?.afterComma === true) return undefined;
  return mentions.find((mention) => mention.to === from && isAbsorbable(mention));
}

/** The mention directly after an unknown name that becomes part of it, if both are capitalized: "Gold Medicare". */
function absorbedAfter(
  words: readonly Token[],
  { from, to }: WordRange,
  mentions: readonly Mention[],
): Mention | undefined {
  const isCapitalized = words[from]?.isCapital === true && words[to]?.isCapital === true;
  if (!isCapitalized || words[to]?.afterComma === true) return undefined;
  return mentions.find((mention) => mention.from === to && isAbsorbable(mention));
}

/** Whether some longer word is in lower case. If none is, capitals do not mark names in this question. */
function hasLowerCaseWords(words: readonly Token[]): boolean {
  return words.some(({ text, isCapital }) => !isCapital && text.length >= 4);
}

/**
 * Whether a word is a letter after a noun such as "part" or "plan", as in "Part D" or "Plan Z", and not an article or
 * "I".
 */
function isLetterOfName(words: readonly Token[], at: number, planEnds: ReadonlySet<number>): boolean {
  const word = words[at];
  const before = words[at - 1];
  const after = words[at + 1];
  if (word === undefined || !/^[a-z]$/.test(word.stem)) return false;
  if (!/^(?:part|plan|letter)$/.test(before?.stem ?? '')) return false;
  if (word.stem === 'i') return !isPronoun(after);
  if (word.stem !== 'a' || planEnds.has(at - 1)) return true;
  return word.isCapital || after === undefined || /^(?:cover|pay|and|or|for|require|include)$/.test(after.stem);
}

/**
 * Whether a word is a letter after the name of a plan, as in "Medigap A", and neither an article, as in "is Medicare a plan",
 * nor "I", as in "the Medicare I have".
 */
function isLetterAfterPlan(words: readonly Token[], at: number, plan: Mention): boolean {
  const stem = words[at]?.stem ?? '';
  const before = words[plan.from - 1]?.stem ?? '';
  if (!/^[a-z]$/.test(stem)) return false;
  if (stem === 'a') return !/^(?:is|are|wa|was|be|ha|has)$/.test(before);
  return stem !== 'i' || !isPronoun(words[at + 1]);
}

/**
 * Whether a stop word is part of a name: capitalized, next to another capitalized word, as in "US Family Health Plan".
 */
function isCapitalizedName(words: readonly Token[], at: number, mentionedWords: ReadonlySet<number>): boolean {
  const word = words[at];
  if (word === undefined || !isCapitalWithinClause(word, at) || word.text.length < 2) return false;
  if (isQuestionWord(word.stem) || word.text === word.text.toUpperCase()) return false;
  if (NOUNS_AFTER_NAMES.has(word.stem) && mentionedWords.has(at - 1)) return false;
  const isNamePart = (index: number): boolean => {
    const other = words[index];
    return other !== undefined && isCapitalWithinClause(other, index) && other.text.length > 1;
  };
  return isNamePart(at - 1) || isNamePart(at + 1);
}

/** Whether a word is capitalized although no sentence or clause begins there. */
const isCapitalWithinClause = (word: Token, at: number): boolean => at > 0 && word.isCapital && !word.afterComma;

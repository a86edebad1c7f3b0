/**
 * Names shortened by an ellipsis: "Plan G or N", "Tricare Prime and Select", "physical or occupational therapy". Two
 * names share words that are typed only once.
 */
import { type Mention, wordIndexes } from './mention.ts';
import type { NameIndex } from './name-index.ts';
import { isStopWord } from './stop-words.ts';
import { keyOf, type Token } from './tokenizer.ts';

const CONJUNCTIONS: ReadonlySet<string> = new Set(['and', 'or', 'vs', 'versus', 'nor', 'than', 'with', 'to']);

/**
 * Adds the mentions that an ellipsis shortens to one word, and returns all mentions in the order of their first words. A
 * free word after a mention and a conjunction or comma is read in the place of the mention's last word; a free word
 * before it, in the place of its first.
 */
export function addEllipticalMentions(
  words: readonly Token[],
  mentions: readonly Mention[],
  index: NameIndex,
): Mention[] {
  const added: Mention[] = [];
  const takenWords = wordIndexes(mentions);
  const isFree = (at: number): boolean => {
    const word = words[at];
    return word !== undefined && !takenWords.has(at) && (word.stem.length === 1 || !isStopWord(word.stem));
  };
  /** Adds a mention of one word if the stems are a name of the same kind as `like`. Returns whether they are. */
  const addIfName = (at: number, stems: readonly string[], like: Mention): boolean => {
    if (!isFree(at)) return false;
    const kind = like.names[0]?.entry.kind;
    const names = (index.names.get(keyOf(stems)) ?? []).filter(({ entry }) => entry.kind === kind);
    if (names.length === 0) return false;
    added.push({ names, from: at, to: at + 1 });
    takenWords.add(at);
    return true;
  };
  for (const mention of mentions) {
    const stems = words.slice(mention.from, mention.to).map(({ stem }) => stem);
    if (stems.length < 2) continue;
    const withLastWord = (at: number): string[] => [...stems.slice(0, -1), words[at]?.stem ?? ''];
    let next = joinedWordAfter(words, mention.to);
    while (next !== null && addIfName(next, withLastWord(next), mention)) next = joinedWordAfter(words, next + 1);
    const conjunction = mention.from - 1;
    const before = conjunction - 1;
    if (isConjunction(words[conjunction])) addIfName(before, [words[before]?.stem ?? '', ...stems.slice(1)], mention);
  }
  return [...mentions, ...added].sort((a, b) => a.from - b.from);
}

const isConjunction = (word: Token | undefined): boolean => CONJUNCTIONS.has(word?.stem ?? '');

/** The index of the word that a conjunction or a comma at `at` joins to the words before; null if neither is there. */
function joinedWordAfter(words: readonly Token[], at: number): number | null {
  if (isConjunction(words[at])) return at + 1;
  return words[at]?.afterComma === true ? at : null;
}

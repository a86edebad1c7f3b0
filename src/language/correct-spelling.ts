/**
 * Pipeline step 3: corrects the words of a question. It joins words that were typed apart, splits words that were typed
 * together, removes a billing code's modifier and corrects misspellings.
 */
import SearchableMap from 'minisearch/SearchableMap';
import { STOP_WORDS, isStopWord } from './stop-words.ts';
import { correctedWord } from './spelling.ts';
import { isModifierText } from './billing-details.ts';
import { isEnglishWord } from './word-classes.ts';
import type { IndexedName, NameIndex } from './name-index.ts';
import { stemOf, type Token } from './tokenizer.ts';

const SHORTEST_PART = 3;

let stopWordTree: { readonly words: SearchableMap<IndexedName[]> } | undefined;

/** The stop words in a tree that finds misspelled ones. It is built on the first call. */
function indexedStopWords(): { readonly words: SearchableMap<IndexedName[]> } {
  if (stopWordTree === undefined) {
    const words = new SearchableMap<IndexedName[]>();
    for (const word of STOP_WORDS) words.set(word, []);
    stopWordTree = { words };
  }
  return stopWordTree;
}

/**
 * The words of a question with their stems corrected; the typed text is kept. A word that is not recognized is left as
 * it is.
 */
export function correctSpelling(words: readonly Token[], index: NameIndex): Token[] {
  const corrected: Token[] = [];
  const known = words.map(({ stem }) => isKnownWord(stem, index));
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const areKnown = known[at] === true && known[at + 1] === true;
    const joined = joinedWithNext(word, words[at + 1], areKnown, index);
    if (joined !== null) {
      corrected.push(joined);
      at++;
    } else if (!isModifier(word, corrected.at(-1), index))
      corrected.push(...correctedTokens(word, words[at - 1], index));
  }
  return corrected;
}

const isKnownWord = (stem: string, { words }: NameIndex): boolean => words.has(stem) || isStopWord(stem);

/** The words of one that is not known. A word of English is no misspelling, whatever name it is near. */
function correctedTokens(word: Token, before: Token | undefined, index: NameIndex): Token[] {
  if (isKnownWord(word.stem, index) || isEnglishWord(word.text.toLowerCase())) return [word];
  return splitWord(word, index) ?? [respelledWord(word, before, index)];
}

/**
 * Two words as one, if a name contains them as one: "tri-care". Words that are both known are joined only at a hyphen.
 */
function joinedWithNext(word: Token, next: Token | undefined, areKnown: boolean, index: NameIndex): Token | null {
  if (next === undefined || next.afterComma) return null;
  if (areKnown && !next.isJoined) return null;
  const stem = stemOf(`${word.text}${next.text}`.toLowerCase());
  if (!index.words.has(stem)) return null;
  return { ...word, text: `${word.text}${next.isJoined ? '-' : ' '}${next.text}`, stem };
}

/**
 * Whether a word is a modifier that is left out: two letters or digits after the hyphen of a billing code, other than those that
 * `billing-details.ts` reads.
 */
function isModifier(word: Token, before: Token | undefined, { words }: NameIndex): boolean {
  return (
    word.isJoined &&
    !isModifierText(word.text) &&
    /^[a-z0-9]{2}$/i.test(word.text) &&
    before !== undefined &&
    /^[a-z]?\d{4,5}$/i.test(before.text) &&
    words.has(before.stem)
  );
}

/** Splits two words typed as one: "tricareprime", "CPT97124", "97124GP". Null if no split gives two known words. */
function splitWord(word: Token, { words }: NameIndex): Token[] | null {
  const [, code, modifier] = /^(\d{5})([a-z]{2})$/i.exec(word.text) ?? [];
  if (code !== undefined && modifier !== undefined && words.has(code)) {
    const codeWord = { ...word, text: code, stem: code };
    if (!isModifierText(modifier)) return [codeWord];
    return [codeWord, { ...word, text: modifier, stem: modifier.toLowerCase(), isJoined: true, afterComma: false }];
  }
  for (let cut = SHORTEST_PART; cut <= word.stem.length - SHORTEST_PART; cut++) {
    const first = word.stem.slice(0, cut);
    const second = word.stem.slice(cut);
    if (words.has(first) && words.has(second)) {
      return [
        { ...word, text: word.text.slice(0, cut), stem: first },
        { ...word, text: word.text.slice(cut), stem: second, isJoined: true, afterComma: false },
      ];
    }
  }
  return null;
}

/** Words before a place. */
const BEFORE_PLACE = /^(?:in|to|from|through|near|visiting|outside|via)$/;

/**
 * A word with the stem of the name's word or stop word that it misspells. A capitalized word can only be a name. The name of a
 * place is capitalized, or the word before it shows that a place is meant.
 */
function respelledWord(word: Token, before: Token | undefined, index: NameIndex): Token {
  const wordOfName = correctedWord(word.stem, index);
  const canBePlace = word.isCapital || BEFORE_PLACE.test(before?.stem ?? '');
  if (wordOfName !== null && (canBePlace || !isOnlyInPlaces(wordOfName, index)))
    return { ...word, stem: wordOfName, isRespelled: true };
  const stopWord = word.isCapital ? null : correctedWord(word.stem, indexedStopWords());
  return stopWord === null ? word : { ...word, stem: stopWord, isRespelled: true };
}

/** Whether a word occurs in names of places alone. */
function isOnlyInPlaces(stem: string, { words }: NameIndex): boolean {
  return (words.get(stem) ?? []).every(({ name }) => name.entry.kind === 'TERRITORY');
}

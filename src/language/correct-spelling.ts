/** Words as they were meant: typed apart or together, with a modifier behind a code, or misspelt. */
import SearchableMap from 'minisearch/SearchableMap';
import { LEXICON, isGrammar } from './stop-words.ts';
import { spelling } from './spelling.ts';
import type { Label, NameIndex } from './name-index.ts';
import { stemOf, type Token } from './tokenizer.ts';

/** Made when a word is first misspelt. */
let grammarWords: { readonly words: SearchableMap<Label[]> } | undefined;
const wordsOfGrammar = () =>
  (grammarWords ??= {
    words: SearchableMap.from<Label[]>([...LEXICON].map((word): [string, Label[]] => [word, []])) as SearchableMap<
      Label[]
    >,
  });
const SHORTEST_PART = 3;

export function correctSpelling(words: readonly Token[], vocabulary: NameIndex): Token[] {
  const isKnown = (stem: string): boolean => vocabulary.words.has(stem) || isGrammar(stem);
  const corrected: Token[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined) break;
    const together = next === undefined ? '' : stemOf(`${word.text}${next.text}`.toLowerCase());
    if (
      next &&
      !next.afterComma &&
      vocabulary.words.has(together) &&
      (next.isJoined || !isKnown(word.stem) || !isKnown(next.stem))
    ) {
      corrected.push({ ...word, text: `${word.text}${next.isJoined ? '-' : ' '}${next.text}`, stem: together });
      at++;
    } else if (isModifier(word, corrected.at(-1), vocabulary)) continue;
    else corrected.push(...(isKnown(word.stem) ? [word] : (parted(word, vocabulary) ?? [respelt(word, vocabulary)])));
  }
  return corrected;
}

/** The two letters or digits behind a code, as in 97124-GP. */
function isModifier(word: Token, before: Token | undefined, { words }: NameIndex): boolean {
  return (
    word.isJoined &&
    /^[a-z0-9]{2}$/i.test(word.text) &&
    before !== undefined &&
    /^[a-z]?\d{4,5}$/i.test(before.text) &&
    words.has(before.stem)
  );
}

/** Two words typed as one: "tricareprime", "CPT97124", "97124GP". */
function parted(word: Token, { words }: NameIndex): Token[] | null {
  const modified = /^(\d{5})[a-z]{2}$/.exec(word.stem)?.[1];
  if (modified !== undefined && words.has(modified)) return [{ ...word, stem: modified }];
  for (let cut = SHORTEST_PART; cut <= word.stem.length - SHORTEST_PART; cut++) {
    const [first, second] = [word.stem.slice(0, cut), word.stem.slice(cut)];
    if (words.has(first) && words.has(second)) {
      return [
        { ...word, text: word.text.slice(0, cut), stem: first },
        { ...word, text: word.text.slice(cut), stem: second, isJoined: true, afterComma: false },
      ];
    }
  }
  return null;
}

/** A misspelt name, else a misspelt word of grammar; a capital speaks for a name. */
function respelt(word: Token, vocabulary: NameIndex): Token {
  const meant = spelling(word.stem, vocabulary) ?? (word.isCapital ? null : spelling(word.stem, wordsOfGrammar()));
  return meant === null ? word : { ...word, stem: meant };
}

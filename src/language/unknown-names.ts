/**
 * What a question names and the graph does not. A word that is no word of grammar is a name; so is one typed with a
 * capital in the midst of a sentence, and a letter behind "plan" or "part". A name takes along the known one that it
 * stands beside: Medicare Gold is no Medicare.
 */
import { FIELD_NOUNS, isAsking, isGrammar } from './stop-words.ts';
import type { Mention, MentionChunks } from './chunk-mentions.ts';
import type { Token } from './tokenizer.ts';

interface Unknown {
  /** As it was typed. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** `isAccounted` holds for words that were taken up otherwise, as a year is. Mentions that an unknown name takes along are left out of `mentions`. */
export function unknownNames(
  { words, mentions }: MentionChunks,
  isAccounted: (at: number) => boolean,
): { unknown: Unknown[]; mentions: Mention[] } {
  const taken = new Set(
    mentions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
  const capitals = capitalsTell(words);
  const isName = (at: number): boolean => {
    const word = words[at];
    if (word === undefined || taken.has(at) || isAccounted(at)) return false;
    return !isGrammar(word.stem) || isLetterOfName(words, at) || (capitals && isCapitalName(words, at, taken));
  };
  const unknown: Unknown[] = [];
  let kept = [...mentions];
  for (let at = 0; at < words.length; at++) {
    if (!isName(at)) continue;
    let from = at;
    while (isName(at + 1) && words[at + 1]?.afterComma !== true) at++;
    let to = at + 1;
    if (isLetterOfName(words, from) && !taken.has(from - 1)) from -= 1;
    const before = kept.find(
      (mention) => mention.to === from && words[from]?.afterComma !== true && isTakenAlong(mention),
    );
    const after = kept.find(
      (mention) =>
        mention.from === to &&
        words[to]?.afterComma !== true &&
        isTakenAlong(mention) &&
        words[from]?.isCapital === true &&
        words[to]?.isCapital === true,
    );
    if (before) from = before.from;
    if (after) to = after.to;
    kept = kept.filter((mention) => mention !== before && mention !== after);
    unknown.push({
      text: words
        .slice(from, to)
        .map(
          ({ text, isJoined }, index) =>
            `${index === 0 || isJoined ? '' : ' '}${isJoined && index > 0 ? '-' : ''}${text}`,
        )
        .join(''),
      from,
      to,
    });
  }
  return { unknown, mentions: kept };
}

const isTakenAlong = ({ terms }: Mention): boolean =>
  terms.some(({ entry }) => entry.kind === 'PLAN' || entry.kind === 'TERRITORY');

/** Whether capitals tell names from other words here: not where every longer word, or every word, has one. */
function capitalsTell(words: readonly Token[]): boolean {
  return words.some(({ text, isCapital }) => !isCapital && text.length >= 4);
}

/** "Part D", "Plan Z": a letter behind such a noun, where no known name has it. */
function isLetterOfName(words: readonly Token[], at: number): boolean {
  const [word, before, after] = [words[at], words[at - 1], words[at + 1]];
  if (word === undefined || !/^[a-z]$/.test(word.stem) || !/^(?:part|plan|letter)$/.test(before?.stem ?? ''))
    return false;
  return word.stem !== 'a'
    ? word.stem !== 'i'
    : word.isCapital || after === undefined || /^(?:cover|pay|and|or|for|require|include)$/.test(after.stem);
}

/** "US Family Health Plan": a word of grammar with a capital, beside another name or capital. */
function isCapitalName(words: readonly Token[], at: number, taken: ReadonlySet<number>): boolean {
  const [word, before, after] = [words[at], words[at - 1], words[at + 1]];
  if (
    word === undefined ||
    at === 0 ||
    word.afterComma ||
    !word.isCapital ||
    word.text.length < 2 ||
    isAsking(word.stem) ||
    word.text === word.text.toUpperCase()
  )
    return false;
  if (FIELD_NOUNS.has(word.stem) && taken.has(at - 1)) return false;
  const beside = (other: Token | undefined, index: number): boolean =>
    other !== undefined && index > 0 && other.isCapital && other.text.length > 1 && !other.afterComma;
  return beside(before, at - 1) || beside(after, at + 1);
}

/**
 * The tokenizer: splits a text into words. It folds letter width and case, writes out contractions, treats a hyphen as
 * a space and reduces plurals to the singular. Names in the graph and questions are tokenized by the same rules, so that
 * a name in a question can be looked up.
 */

/** One word of a text. */
export interface Token {
  /** The word as it was typed. */
  readonly text: string;
  /** The word in lower case and in the singular. Comparisons use this. */
  readonly stem: string;
  /** True if the word was typed with a capital first letter. */
  readonly isCapital: boolean;
  /** True if no white space separates the word from the one before it, as in "tri-care". */
  readonly isJoined: boolean;
  /** True if a comma or the end of a clause separates the word from the one before it. */
  readonly afterComma: boolean;
  /** True if the word was typed with the ending 's of a possessive, which `text` leaves out. */
  readonly isPossessive: boolean;
  /** True if `stem` is another word than was typed, because that was taken for a misspelling. */
  readonly isRespelled?: true;
}

const APOSTROPHES = /[\u2018\u2019\u02BC\u0060\u00B4]/gu;
/** Initials such as "U.S." and "D.C." are one word each; their dots are removed. */
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu;
const IRREGULAR_CONTRACTIONS = new Map<string, readonly string[]>(
  Object.entries({
    "can't": ['can', 'not'],
    "won't": ['will', 'not'],
    "shan't": ['shall', 'not'],
    cannot: ['can', 'not'],
    dont: ['do', 'not'],
    doesnt: ['does', 'not'],
    isnt: ['is', 'not'],
    wont: ['will', 'not'],
    cant: ['can', 'not'],
    didnt: ['did', 'not'],
    arent: ['are', 'not'],
    wasnt: ['was', 'not'],
    whats: ['what', 'is'],
    whos: ['who', 'is'],
  }),
);
/** What a contraction's ending means: the `re` of "they're" is "are". */
const CONTRACTED_VERBS = new Map(Object.entries({ s: 'is', re: 'are', ll: 'will', ve: 'have', d: 'would', m: 'am' }));
/** Abbreviations of "with" and "without". */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}])w\/o(?![\p{L}\p{N}])/giu, 'without'],
  [/(?<![\p{L}\p{N}])w\/(?=\s|\p{L}|\p{N})/giu, 'with '],
  [/(?<![\p{L}\p{N}'.])w(?= )/gu, 'with'],
];
/** After these words `'s` means "is"; after any other word it is the possessive. */
const WORDS_BEFORE_IS = new Set([
  'what',
  'who',
  'that',
  'it',
  'where',
  'how',
  'when',
  'there',
  'he',
  'she',
  'here',
  'why',
]);

/**
 * The singular of a lower-case word, as far as its ending shows it, in American spelling. It need not be correct
 * English: it is enough that both sides of a comparison get the same stem.
 */
export function stemOf(lowerCaseWord: string): string {
  const word = lowerCaseWord
    .replace(/programme(?=s?$)/, 'program')
    .replace(/(?<=author|recogn)is(?=e|a|i)/, 'iz')
    .replace(/licenc(?=e)/, 'licens');
  if (word.length < 4 || /\d/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Writes out a contraction: "don't" is "do", "not"; "what's" is "what", "is"; "doctor's" is "doctor". */
function expandContraction(typed: string): readonly string[] {
  const lowerCase = typed.toLowerCase();
  const irregular = IRREGULAR_CONTRACTIONS.get(lowerCase);
  if (irregular) return irregular;
  const negatedVerb = /^(.+)n't$/u.exec(lowerCase)?.[1];
  if (negatedVerb !== undefined) return [negatedVerb, 'not'];
  const [, word, ending] = /^(.+)'(\p{L}*)$/u.exec(typed) ?? [];
  if (word === undefined || ending === undefined) return [typed];
  const verb = CONTRACTED_VERBS.get(ending.toLowerCase());
  const isPossessive = ending.toLowerCase() === 's' && !WORDS_BEFORE_IS.has(word.toLowerCase());
  return verb === undefined || isPossessive ? [word] : [word, verb];
}

function writtenOut(text: string): string {
  return ABBREVIATIONS.reduce((written, [pattern, words]) => written.replace(pattern, words), text);
}

/** The words of a text, in order. Takes time in proportion to the length of the text. */
export function tokenize(text: string): Token[] {
  const plainText = writtenOut(
    text
      .normalize('NFKC')
      .replace(APOSTROPHES, "'")
      .replace(INITIALS, (initials) => initials.replaceAll('.', '')),
  );
  const tokens: Token[] = [];
  let end = 0;
  for (const match of plainText.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:'\p{L}+)*'?/gu)) {
    const separator = plainText.slice(end, match.index);
    end = match.index + match[0].length;
    const isJoined = tokens.length > 0 && /^[-_\u2010-\u2015/&.]+$/.test(separator);
    const afterComma = /[,;:.?!()]/.test(separator);
    const parts = expandContraction(match[0].replace(/'$/, ''));
    const isPossessive = parts.length === 1 && /'s$/iu.test(match[0]);
    parts.forEach((part, index) =>
      tokens.push({
        text: part,
        stem: stemOf(part.toLowerCase()),
        isCapital: /^\p{Lu}/u.test(part),
        isJoined: index === 0 && isJoined,
        afterComma: index === 0 && afterComma,
        isPossessive,
      }),
    );
  }
  return tokens;
}

/** Words that a name may have or lack: articles and possessives. */
const OPTIONAL_WORDS = new Set([
  'a',
  'an',
  'the',
  'my',
  'your',
  'his',
  'her',
  'our',
  'their',
  'its',
  'this',
  'that',
  'some',
  'any',
]);

/** Whether a stem is an article or a possessive, which a name may have or lack. */
export const isOptionalWord = (stem: string): boolean => OPTIONAL_WORDS.has(stem);

/**
 * The key under which a name is looked up: its stems without optional words, joined by spaces. The last stem is always
 * part of the key, because "a" is part of the name in "Plan A".
 */
export function keyOf(stems: readonly string[]): string {
  return stems.filter((stem, index) => index === stems.length - 1 || !isOptionalWord(stem)).join(' ');
}

/** Consecutive words as they were typed: joined by a hyphen where no white space separated them, else by a space. */
export function typedText(words: readonly Token[]): string {
  return words
    .map(({ text, isJoined }, index) => {
      if (index === 0) return text;
      return isJoined ? `-${text}` : ` ${text}`;
    })
    .join('');
}

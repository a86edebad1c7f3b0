/**
 * A text as words: one spelling for letters of every width and case, contractions written out, a hyphen a space,
 * plural and singular alike. Names in the graph and questions are read by the same rules, so that they meet.
 */

export interface Token {
  /** As it was typed. */
  readonly text: string;
  /** In small letters, in the singular: what is compared. */
  readonly stem: string;
  /** Whether it was typed with a capital first. */
  readonly isCapital: boolean;
  /** Whether no white space parts it from the word before, as in tri-care. */
  readonly isJoined: boolean;
  /** Whether a comma or the end of a clause parts it from the word before. */
  readonly afterComma: boolean;
}

const APOSTROPHES = /[\u2018\u2019\u02BC\u0060\u00B4]/gu;
/** U.S. and D.C. are words of their own; the dots go. */
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu;
const IRREGULAR_NOT = new Map<string, readonly string[]>(
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
const ENDINGS = new Map(Object.entries({ s: 'is', re: 'are', ll: 'will', ve: 'have', d: 'would', m: 'am' }));
/** After these 's is "is"; after any other word it is a genitive. */
const ASKING = new Set(['what', 'who', 'that', 'it', 'where', 'how', 'when', 'there', 'he', 'she', 'here', 'why']);

/** The singular of a word in small letters, so far as its ending tells; the same on both sides is enough. */
export function stemOf(typed: string): string {
  const word = typed
    .replace(/programme(?=s?$)/, 'program')
    .replace(/(?<=author|recogn)is(?=e|a|i)/, 'iz')
    .replace(/licenc(?=e)/, 'licens');
  if (word.length < 4 || /\d/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** don't as do and not, what's as what and is, doctor's as doctor. */
function partsOf(token: string): readonly string[] {
  const small = token.toLowerCase();
  const irregular = IRREGULAR_NOT.get(small);
  if (irregular) return irregular;
  const negated = /^(.+)n't$/u.exec(small);
  if (negated?.[1] !== undefined) return [negated[1], 'not'];
  const [, stem, ending] = /^(.+)'(\p{L}*)$/u.exec(token) ?? [];
  if (stem === undefined || ending === undefined) return [token];
  const said = ENDINGS.get(ending.toLowerCase());
  return said === undefined || (ending.toLowerCase() === 's' && !ASKING.has(stem.toLowerCase()))
    ? [stem]
    : [stem, said];
}

/** The words of a text in their order. Takes time in proportion to its length. */
export function tokenize(text: string): Token[] {
  const plain = text
    .normalize('NFKC')
    .replace(APOSTROPHES, "'")
    .replace(INITIALS, (initials) => initials.replaceAll('.', ''));
  const words: Token[] = [];
  let end = 0;
  for (const match of plain.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:'\p{L}+)*'?/gu)) {
    const between = plain.slice(end, match.index);
    end = match.index + match[0].length;
    const token = match[0].replace(/'$/, '');
    partsOf(token).forEach((part, index) =>
      words.push({
        text: part,
        stem: stemOf(part.toLowerCase()),
        isCapital: /^\p{Lu}/u.test(part),
        isJoined:
          index === 0 &&
          words.length > 0 &&
          between !== '' &&
          !/\s/.test(between) &&
          /^[-\u2010-\u2015/&.]+$/.test(between),
        afterComma: index === 0 && /[,;:.?!()]/.test(between),
      }),
    );
  }
  return words;
}

/** Words that a name may have or lack. */
const PASSED_OVER = new Set([
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
export const isPassedOver = (stem: string): boolean => PASSED_OVER.has(stem);

/** What a stretch of words is looked up by: a letter at the end is part of a name (Plan A), an article within is not. */
export function keyOf(stems: readonly string[]): string {
  return stems.filter((stem, index) => index === stems.length - 1 || !isPassedOver(stem)).join(' ');
}

/** Tells what kind of word a word is, as far as that decides whether a question can be answered without it. */
import { brotliDecompressSync } from 'node:zlib';
import { ENGLISH_WORDS } from './generated/english-words.ts';
import { isNameOfMonth } from './relative-days.ts';
import {
  BODY_PARTS,
  DIAGNOSES,
  DOUBTFUL_WORDS,
  MANNERS,
  OTHER_REQUESTS,
  OUT_OF_REACH,
  PEOPLE,
  SETTINGS,
  TIMES,
} from './word-lists.ts';
import { stemOf, type Token } from './tokenizer.ts';

/**
 * The class of a word. `ENGLISH` is any other word of English; `DOUBTFUL` is a word that can reverse what is said, such as
 * "expired", or that no answer can take into account; `NUMBER` is a number of at most four digits; `DATE` is a
 * month or a year; `UNKNOWN` is no word of English.
 */
export type WordClass =
  | 'BODY_PART'
  | 'DIAGNOSIS'
  | 'PERSON'
  | 'TIME'
  | 'MANNER'
  | 'SETTING'
  | 'NUMBER'
  | 'DATE'
  | 'DOUBTFUL'
  | 'ENGLISH'
  | 'UNKNOWN';

const CLASSES: readonly (readonly [WordClass, ReadonlySet<string>])[] = [
  ['DOUBTFUL', DOUBTFUL_WORDS],
  ['DOUBTFUL', OUT_OF_REACH],
  ['DOUBTFUL', OTHER_REQUESTS],
  ['BODY_PART', BODY_PARTS],
  ['DIAGNOSIS', DIAGNOSES],
  ['PERSON', PEOPLE],
  ['TIME', TIMES],
  ['MANNER', MANNERS],
  ['SETTING', SETTINGS],
];

let englishWords: ReadonlySet<string> | undefined;

/** The stems of the list of English words. It is decompressed at the first call and takes about 4 MB. */
function englishStems(): ReadonlySet<string> {
  englishWords ??= new Set(
    brotliDecompressSync(Buffer.from(ENGLISH_WORDS, 'base64')).toString('latin1').split('\n').map(stemOf),
  );
  return englishWords;
}

/** Whether a word in lower case is an ordinary word of English, in the singular or the plural. */
export function isEnglishWord(lowerCaseWord: string): boolean {
  const stem = stemOf(lowerCaseWord);
  return englishStems().has(stem) || CLASSES.some(([, words]) => words.has(stem));
}

/** The class of a word of a question. */
export function classOfWord({ stem, text }: Pick<Token, 'stem' | 'text'>): WordClass {
  if (isNameOfMonth(text.toLowerCase()) || /^(?:19|20)\d\d$/.test(text)) return 'DATE';
  for (const [wordClass, words] of CLASSES) if (words.has(stem)) return wordClass;
  if (/^x?\d{1,4}(?:st|nd|rd|th|x|yo|yr|yrs|k|am|pm)?$/i.test(text) && !/^0\d/.test(text)) return 'NUMBER';
  return englishStems().has(stem) || englishStems().has(text.toLowerCase()) ? 'ENGLISH' : 'UNKNOWN';
}

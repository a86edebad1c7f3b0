/** Recognizes questions in Spanish, which are not read yet, so that the answer can say so. */
import { isEnglishWord } from './word-classes.ts';

/** The answer to a question in Spanish, in both languages. */
export const SPANISH_ANSWER =
  'This question seems to be in Spanish. For now, questions are read and answered in English only.\n' +
  'Esta pregunta parece estar en español. Por ahora, las preguntas se leen y se responden solo en inglés.';

/** Common words of Spanish, in lower case and without accents. Those that are words of English too are left out. */
const SPANISH_WORDS: ReadonlySet<string> = new Set(
  `que cual cuales cuanto cuantos cuanta cuantas como donde cuando quien porque el los las una unos unas del mi mis su sus para con
  sin por en es esta estan ser soy estoy tengo tiene tienen necesito necesita puedo puede hay cubre cubren cubierto cubierta paga
  pagan pagar pago cobra cuesta cuestan seguro medico medica terapia masaje masajes acupuntura quiropractico fisioterapia receta
  autorizacion previa planes parte esposa esposo hijo hija mexico si y o de la al se ofrece ofrecen incluye requiere pido quiero`.split(
    /\s+/,
  ),
);
/** Words of the list that also stand in English questions, in names of places or as typing errors. */
const WEAK_WORDS: ReadonlySet<string> = new Set([
  'el',
  'los',
  'las',
  'la',
  'de',
  'del',
  'en',
  'y',
  'o',
  'si',
  'al',
  'mexico',
  'se',
  'mi',
]);

const LEAST_WORDS = 2;

/**
 * Whether a text is in Spanish: it has at least two common words of Spanish, one of them not a word that English questions have
 * too, and no fewer of them than of the other words that are English.
 */
export function isSpanish(text: string): boolean {
  const words = (text.toLowerCase().match(/[\p{L}]+/gu) ?? []).map(withoutAccents);
  const spanish = words.filter((word) => SPANISH_WORDS.has(word));
  const isCertain = spanish.some((word) => !WEAK_WORDS.has(word)) || text.includes('\u00bf');
  const english = words.filter((word) => !SPANISH_WORDS.has(word) && word.length > 1 && isEnglishWord(word));
  const isMarked = text.includes('\u00bf') && spanish.length > 0;
  return isCertain && (isMarked || (spanish.length >= LEAST_WORDS && spanish.length >= english.length));
}

const withoutAccents = (word: string): string => word.normalize('NFD').replaceAll(/\p{M}/gu, '');

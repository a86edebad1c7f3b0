/**
 * Reads abbreviations that mean different things by the words around them: PA is Pennsylvania or prior authorization; MA is Massachusetts or Medicare Advantage; DC is a chiropractor or the District of Columbia.
 */
import type { Plan } from '../graph/entries.ts';
import { isState, stateCode } from '../model/counties.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';
import type { NameIndex } from './name-index.ts';
import { type Token, tokenize } from './tokenizer.ts';

/** An abbreviation of a profession or formality, where the word before shows that it is meant. */
interface Abbreviation {
  readonly text: string;
  readonly meaning: string;
  readonly after: RegExp;
}

const ABBREVIATIONS: readonly Abbreviation[] = [
  {
    text: 'PA',
    meaning: 'prior authorization',
    after: /^(?:need|require|required|requiring|without|request|submit|get)$/,
  },
  { text: 'DC', meaning: 'chiropractor', after: /^(?:by|a|my|her|his|our|licensed)$/ },
];

/** The words of a question with such abbreviations written out. One whose meaning the words around do not show is kept. */
export function withAbbreviations(words: readonly Token[], index: NameIndex): Token[] {
  // In a text that is all in capitals, they do not show an abbreviation.
  if (!words.some(({ text }) => /\p{Ll}/u.test(text))) return [...words];
  return words.flatMap((word, at) => {
    if (!/^[A-Z]{2}$/.test(word.text)) return [word];
    const state = stateOfPlanName(words, at, index);
    if (state !== null) return tokenize(state);
    const before = word.afterComma ? '' : (words[at - 1]?.stem ?? '');
    const meant = ABBREVIATIONS.find(({ text, after }) => text === word.text && after.test(before));
    if (meant === undefined) return [word];
    return tokenize(meant.meaning).map((token) => ({ ...token, afterComma: false }));
  });
}

const BEFORE_STATE = /^(?:in|within|throughout|across|inside|from|near)$/;
/** Nouns that show that the letters before them are those of a plan: "an MA plan". */
const PLAN_NOUN = /^(?:plan|hmo|ppo|pos|insurance|policy|organization|enrollee|member|benefit)$/;

/**
 * The name of the state if the letters of one are also a plan's name and the state is meant: after "in" if the question names
 * another plan, or next to the name of a plan that the one with these letters is not within. Null otherwise.
 */
function stateOfPlanName(words: readonly Token[], at: number, index: NameIndex): string | null {
  const word = words[at];
  const [abbreviated] = plansCalled(word, index);
  if (word === undefined || abbreviated === undefined || PLAN_NOUN.test(words[at + 1]?.stem ?? '')) return null;
  const isMeant = isInState(words, at, index) || isNextToOtherPlan(words, at, abbreviated, index);
  const code = stateCode(word.text);
  return isMeant && isState(code) ? (index.graph.territories.get(code)?.name ?? null) : null;
}

/** Whether a word follows "in" and another word names a plan. */
function isInState(words: readonly Token[], at: number, index: NameIndex): boolean {
  const namesPlan = (word: Token): boolean => plansCalled(word, index).length > 0;
  return BEFORE_STATE.test(words[at - 1]?.stem ?? '') && words.some((word, other) => other !== at && namesPlan(word));
}

/** Whether the word before or after one is the name of a plan that a plan is not within. */
function isNextToOtherPlan(words: readonly Token[], at: number, plan: Plan, index: NameIndex): boolean {
  const isOther = (word: Token | undefined): boolean =>
    plansCalled(word, index).some((other) => !isPlanWithin(plan, other));
  const before = words[at]?.afterComma === true ? undefined : words[at - 1];
  const after = words[at + 1]?.afterComma === true ? undefined : words[at + 1];
  return isOther(before) || isOther(after);
}

/** The plans whose whole name is one word. */
function plansCalled(word: Token | undefined, { names }: NameIndex): Plan[] {
  return (names.get(word?.stem ?? '') ?? []).flatMap(({ entry }) => (entry.kind === 'PLAN' ? [entry] : []));
}

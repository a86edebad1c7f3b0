/**
 * Writes out the codes of states: "in PA" is "in Pennsylvania". A code is taken for a state only in capitals and after
 * a preposition, because "in" and "or" are codes too, and not if it is a name of something else in the graph.
 */
import { isState, stateCode } from '../model/counties.ts';
import type { NameIndex } from './name-index.ts';
import { type Token, tokenize } from './tokenizer.ts';

const PREPOSITION = /^(?:in|within|throughout|across|inside|of|from|near)$/;
/** After these, "OR" is the conjunction: "in OR out of network". */
const ALTERNATIVE = /^(?:out|outside|not|without|near|at|on|by)$/;

/** The words of a question with the names of states instead of their codes. */
export function withStateNames(words: readonly Token[], { graph, names }: NameIndex): Token[] {
  // In a text that is all in capitals, they do not show what a code is.
  if (!words.some(({ text }) => /\p{Ll}/u.test(text))) return [...words];
  return words.flatMap((word, at) => {
    const isCode =
      /^[A-Z]{2}$/.test(word.text) &&
      PREPOSITION.test(words[at - 1]?.text ?? '') &&
      !ALTERNATIVE.test(words[at + 1]?.stem ?? '');
    const code = stateCode(word.text);
    const state = isCode && isState(code) && !names.has(word.stem) ? graph.territories.get(code) : undefined;
    return state === undefined ? [word] : tokenize(state.name);
  });
}

/**
 * Characters that are invisible but that a terminal acts on: the control characters of Unicode (C0, DEL and C1) except tab
 * and line feed, and the marks that change the direction of text (Unicode Standard Annex 9).
 */
const HIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const ALL_HIDDEN = new RegExp(HIDDEN, 'g');

/** The first such character of a text and its index in UTF-16 units; null where there is none. */
export function firstHiddenCharacter(text: string): { readonly character: string; readonly index: number } | null {
  const found = HIDDEN.exec(text);
  return found === null ? null : { character: found[0], index: found.index };
}

/** The name of a character as Unicode writes it: U+001B. */
export function unicodeName(character: string): string {
  return `U+${hexadecimal(character).toUpperCase()}`;
}

/** The text with every such character as an escape, `\u001b`, that JSON reads as the same character. */
export function escapeHidden(text: string): string {
  return text.replace(ALL_HIDDEN, (character) => `\\u${hexadecimal(character)}`);
}

/** The text with a space in place of every such character. */
export function withoutHidden(text: string): string {
  return text.replace(ALL_HIDDEN, ' ');
}

const hexadecimal = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0');

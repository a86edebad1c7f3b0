/**
 * The types of settings: each parses a text into a value, or returns the problem. The text is never empty and has no spaces
 * around it. No function reads anything but its arguments.
 */
import { isIP } from 'node:net';
import { closest } from '../graph/did-you-mean.ts';

/** A value, or a problem that continues a sentence which begins with the name of the setting. */
export type Parsed<Value> =
  { readonly value: Value; readonly problem?: never } | { readonly problem: string; readonly value?: never };

export interface ValueType<Value> {
  /** What is allowed, for the documentation: "whole number from 0 to 65535". */
  readonly allowed: string;
  readonly parse: (text: string) => Parsed<Value>;
}

const longestQuoted = 100;
/** C1 control characters, and characters that change the direction of text. */
const hidden = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A value for an error message: in quotes, at most 100 characters, with control characters escaped. */
export function quoted(text: string): string {
  const shown = text.length > longestQuoted ? `${text.slice(0, longestQuoted)}…` : text;
  return JSON.stringify(shown).replace(
    hidden,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** `; did you mean "a"?`, or an empty text if no name is similar. */
export function suggestion(text: string, names: readonly string[]): string {
  const [nearest] = closest(text, names);
  return nearest === undefined ? '' : `; did you mean ${quoted(nearest)}?`;
}

const wrong = (text: string, why: string): { problem: string } => ({ problem: `is ${quoted(text)}, ${why}` });

/** A whole number in decimal digits, both bounds included. `noun`: "a port". `note` is added to what is allowed. */
export function wholeNumber(noun: string, least: number, most: number, note = ''): ValueType<number> {
  const allowed = `whole number from ${String(least)} to ${String(most)}${note}`;
  return {
    allowed,
    parse: (text) => {
      const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
      return value >= least && value <= most ? { value } : wrong(text, `which is not ${noun}: use a ${allowed}`);
    },
  };
}

const yes = ['true', 'yes', 'on', '1'];
const no = ['false', 'no', 'off', '0'];

/** The spellings of yes and no that every switch takes, in any case. */
export const yesOrNo: ValueType<boolean> = {
  allowed: `yes or no (also ${[...yes, ...no].filter((each) => each !== 'yes' && each !== 'no').join(', ')}; in any case)`,
  parse: (text) => {
    const word = text.toLowerCase();
    if (yes.includes(word)) return { value: true };
    if (no.includes(word)) return { value: false };
    return wrong(text, `which is neither yes nor no: use one of ${[...yes, ...no].join(', ')}`);
  },
};

/** One word of a closed list, in any case. `noun`: "a level of the log". */
export function oneOf<Word extends string>(noun: string, words: readonly Word[]): ValueType<Word> {
  return {
    allowed: words.join(', '),
    parse: (text) => {
      const value = words.find((word) => word.toLowerCase() === text.toLowerCase());
      return value === undefined
        ? wrong(text, `which is not ${noun}: use one of ${words.join(', ')}${suggestion(text, words)}`)
        : { value };
    },
  };
}

/** A host name or an IP address to listen on, without a port. */
export const listenAddress: ValueType<string> = {
  allowed: 'host name or IP address',
  parse: (text) => {
    const bare = text.replace(/^\[(.*)\]$/, '$1');
    const isName = /^(?!-)[a-z\d-]+(?:\.[a-z\d-]+)*\.?$/i.test(bare) && !/^[\d.]+$/.test(bare);
    return isName || isIP(bare) > 0
      ? { value: bare }
      : wrong(
          text,
          'which is not an address to listen on: use a host name or an IP address without a port, such as 127.0.0.1, or 0.0.0.0 for all interfaces',
        );
  },
};

/** An origin as browsers send it, or `*` for all. */
export const origin: ValueType<string> = {
  allowed: 'scheme and host, such as https://app.example, or * for all',
  parse: (text) => {
    if (text === '*') return { value: text };
    const use =
      'use a scheme and a host, such as https://app.example, without a path; list each origin by itself, or * alone for all';
    if (text.includes('*')) return { problem: `has ${quoted(text)}, and a pattern matches no origin: ${use}` };
    const parsed = URL.canParse(text) ? new URL(text) : null;
    if (parsed?.origin === text) return { value: text };
    const canonical = parsed !== null && parsed.origin !== 'null' ? suggestion(text, [parsed.origin]) : '';
    return { problem: `has ${quoted(text)}, which is not an origin: ${use}${canonical}` };
  },
};

/** A path; whether it exists is checked where it is used. */
export const path: ValueType<string> = {
  allowed: 'path',
  parse: (text) =>
    text.includes('\0') ? wrong(text, 'which is not a path: leave out the NUL character') : { value: text },
};

/** Any text. */
export const anyText: ValueType<string> = { allowed: 'text', parse: (value) => ({ value }) };

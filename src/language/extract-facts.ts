/** What a question says of the case in passing, and what of it the question asks about. */
import type { Condition } from '../graph/entries.ts';
import { NEGATIONS } from './stop-words.ts';
import type { Mention } from './chunk-mentions.ts';
import { type NameIndex } from './name-index.ts';
import { keyOf, type Token } from './tokenizer.ts';

export interface Stated {
  readonly condition: Condition;
  /** Null where it is asked about, not stated. */
  readonly holds: boolean | null;
}

/** Words that may stand between a negation, or a need, and what it is of. */
const BETWEEN: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'my',
  'your',
  'his',
  'her',
  'their',
  'any',
  'have',
  'has',
  'had',
  'get',
  'got',
  'been',
  'be',
  'being',
  'was',
  'were',
  'is',
  'are',
  'it',
  'for',
  'from',
  'of',
  'yet',
  'ever',
  'actually',
  'or',
  'nor',
  'and',
  'first',
  'also',
  'to',
  'by',
  'with',
  'go',
  'see',
  'in',
  'use',
  'doing',
  'receive',
  'received',
  'really',
  'do',
  'done',
  'follow',
  'submit',
  'send',
  'provide',
  'give',
  'given',
  'part',
  'some',
  'kind',
  'always',
  'ever',
  'still',
  'usually',
  'generally',
  'sometimes',
  'really',
  'that',
  'perform',
  'performed',
  'a',
  'part',
  'i',
  'we',
  'you',
  'he',
  'she',
  'they',
  'even',
  'through',
  'under',
  'as',
]);
const NEEDS = /^(?:need|needed|require|required|requirement|must|necessary|mandatory|should|who|which|ought|what)$/;
const REACH = 7;
const FORMALITIES: ReadonlySet<string> = new Set(['AUTHORIZATION', 'REFERRAL', 'DOCUMENTATION']);
const HAD = /\b(?:have|has|had|got|with|no|without|not|by|is|was|been|if|gave|using|on|in)\b/;

/** The nearest word before that BETWEEN and other facts do not take up; null past the end of a clause. */
function wordBefore(words: readonly Token[], from: number, isFact: (at: number) => boolean): Token | null {
  if (words[from]?.afterComma === true) return null;
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    const word = words[at];
    if (word === undefined) return null;
    if (!BETWEEN.has(word.stem) && !isFact(at)) return word;
    if (word.afterComma && !isFact(at + 1)) return null;
  }
  return null;
}

function wordAfter(words: readonly Token[], to: number): Token | null {
  for (let at = to; at < Math.min(words.length, to + REACH); at++) {
    const word = words[at];
    if (word === undefined || word.afterComma) return null;
    if (!BETWEEN.has(word.stem)) return word;
  }
  return null;
}

/** "have to be prescribed", "has to have a referral". */
function isObliged(words: readonly Token[], from: number): boolean {
  const before = words
    .slice(Math.max(0, from - REACH), from)
    .map(({ stem }) => stem)
    .join(' ');
  return /\b(?:have|has|had|got|need|supposed) to(?: (?:be|have|get|see|go|first|also|be part|be part of|follow|mind|submit|send|give|provide|come|use|be in|be a|be an))*(?: (?:a|an|the|my|any|your))?$/.test(
    before,
  );
}

/** "Must it be part of a program": the clause asks what must be so, and gives nothing. */
function isUnderMust(words: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0; at--) {
    const stem = words[at]?.stem ?? '';
    if (/^(?:if|when|with|without|while|because|since)$/.test(stem)) return false;
    if (/^(?:must|should)$/.test(stem)) return true;
    if (words[at]?.afterComma === true) return false;
  }
  return false;
}

/** Whether a condition that a question names holds, does not hold, or is what the question asks about. `isFact` tells words of other conditions. */
export function statedBy(
  mention: Mention,
  condition: Condition,
  saysHolds: boolean,
  words: readonly Token[],
  isFact: (at: number) => boolean,
): Stated {
  const before = wordBefore(words, mention.from, isFact);
  const after = wordAfter(words, mention.to);
  const opensQuestion =
    mention.from === 0 ||
    before === null ||
    (before === words[0] && /^(?:is|are|must|do|doe|does|can|will|should|would)$/.test(before.stem));
  const isNeeded =
    NEEDS.test(before?.stem ?? '') ||
    /^(?:need|needed|required|necessary|mandatory)$/.test(after?.stem ?? '') ||
    isObliged(words, mention.from);
  if (
    isNeeded ||
    (opensQuestion && /^(?:count|matter|enough|apply|qualify|work|suffice|ok|okay)$/.test(after?.stem ?? ''))
  )
    return { condition, holds: null };
  // "Prior auth, massage?" asks about a formality; "with prior auth" gives it.
  if (
    FORMALITIES.has(condition.topic) &&
    !/^(?:with|have|had|got|if|after|no|not|never|when|once|since|because|without|via|by|lack|lacking|already)$/.test(
      before?.stem ?? '',
    ) &&
    !/^(?:with|have|has|had|got|no|without|not)$/.test(words[mention.from - 1]?.stem ?? '') &&
    !HAD.test(
      words
        .slice(Math.max(0, mention.from - 4), mention.from)
        .map(({ stem }) => stem)
        .join(' '),
    )
  )
    return { condition, holds: null };
  if (isUnderMust(words, mention.from)) return { condition, holds: null };
  const negated = NEGATIONS.has(before?.stem ?? '') || NEGATIONS.has(words[mention.from - 1]?.stem ?? '');
  return { condition, holds: negated ? !saysHolds : saysHolds };
}

/** The year that a question names, as a day in it: today where today is in it, else its first. `at` is the word that names it. */
export function dayIn(words: readonly Token[], today: string): { readonly on: string; readonly at: number } | null {
  const at = words.findIndex(
    ({ stem }, index) =>
      /^(?:19|20)\d\d$/.test(stem) &&
      (index === words.length - 1 || /^(?:in|for|during|of|year|since|as|by)$/.test(words[index - 1]?.stem ?? '')),
  );
  const year = words[at]?.stem;
  return year === undefined ? null : { on: today.startsWith(year) ? today : `${year}-01-01`, at };
}

const MOST_BESIDE = 6;
/** Numbers of what a condition counts: "70 days into my trip", "day 70 of my trip". `from` and `to` bound the words that say so. */
export function countsIn(
  words: readonly Token[],
  { phrases }: NameIndex,
): { condition: Condition; count: number; from: number; to: number }[] {
  const found: { condition: Condition; count: number; from: number; to: number }[] = [];
  words.forEach((word, at) => {
    const number = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(word.stem)?.[1];
    if (number === undefined) return;
    for (let from = Math.max(0, at - 2); from <= at; from++) {
      for (let to = Math.min(words.length, at + MOST_BESIDE); to > at; to--) {
        const key = keyOf(
          words
            .slice(from, to)
            .filter((_, index) => from + index !== at)
            .map(({ stem }) => stem),
        );
        const condition = phrases
          .get(key)
          ?.map(({ entry }) => entry)
          .find((entry) => entry.kind === 'COVERAGE_CONDITION' && entry.counts !== null);
        if (condition?.kind !== 'COVERAGE_CONDITION') continue;
        found.push({ condition, count: Number(number), from, to });
        return;
      }
    }
  });
  return found;
}

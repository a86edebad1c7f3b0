/**
 * Decides what a question says about each condition that it names: that the condition holds, that it does not hold, or
 * nothing, because the question asks about it.
 */
import type { Condition } from '../graph/entries.ts';
import { type Mention, stemText } from './mention.ts';
import { NEGATIONS } from './stop-words.ts';
import type { Token } from './tokenizer.ts';

/** A condition that a question names. */
export interface StatedFact {
  readonly condition: Condition;
  /** Whether the question says that the condition holds; null if it asks about the condition. */
  readonly holds: boolean | null;
}

/** Words that may come between a condition and the word that negates it or says that it is needed. */
const CONNECTING_WORDS: ReadonlySet<string> = new Set([
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
  'still',
  'usually',
  'generally',
  'sometimes',
  'that',
  'perform',
  'performed',
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

/** How many words before and after a mention are looked at. */
const CONTEXT_WORDS = 7;

/** Topics of conditions that a plan may demand as a formality. */
const FORMALITIES: ReadonlySet<string> = new Set(['AUTHORIZATION', 'REFERRAL', 'DOCUMENTATION']);

/**
 * What a question says about a condition that it names.
 * @param mention the words that name the condition
 * @param holdsByName whether the words themselves say that the condition holds ("prescribed") or not ("not prescribed")
 * @param conditionWords indexes of the words that name conditions
 */
export function extractFact(
  mention: Mention,
  condition: Condition,
  holdsByName: boolean,
  words: readonly Token[],
  conditionWords: ReadonlySet<number>,
): StatedFact {
  const before = wordBefore(words, mention.from, conditionWords);
  const after = wordAfter(words, mention.to);
  if (
    isNeeded(words, mention, before, after) ||
    isSubjectOfQuestion(words, mention, before, after) ||
    isUnstatedFormality(words, mention, condition, before) ||
    isOrNot(words, mention) ||
    isInMustClause(words, mention.from)
  )
    return { condition, holds: null };
  const isNegated = isNegatedAt(words, mention.from, conditionWords);
  return { condition, holds: isNegated ? !holdsByName : holdsByName };
}

/** The nearest earlier word in the same clause that is neither a connecting word nor part of a condition. */
function wordBefore(words: readonly Token[], from: number, conditionWords: ReadonlySet<number>): Token | null {
  if (words[from]?.afterComma === true) return null;
  for (let at = from - 1; at >= Math.max(0, from - CONTEXT_WORDS); at--) {
    const word = words[at];
    if (word === undefined) return null;
    if (!CONNECTING_WORDS.has(word.stem) && !conditionWords.has(at)) return word;
    if (word.afterComma && !conditionWords.has(at + 1)) return null;
  }
  return null;
}

/** Words that carry a negation from one condition on to the next: "without a referral or a prescription". */
const CARRIES_NEGATION = /^(?:and|or|nor)$/;
/** Prepositions between a negation and what it negates: "not in a program", "not by a licensed therapist". */
const PREPOSITION = /^(?:in|by|for|from|of|to|with|through|under|as|part)$/;

/**
 * Whether a negation before a condition is about it. It is not if another condition stands between and only a preposition joins
 * the two: in "without a referral in a physical therapy program" the program is not denied.
 */
function isNegatedAt(words: readonly Token[], from: number, conditionWords: ReadonlySet<number>): boolean {
  if (NEGATIONS.has(words[from - 1]?.stem ?? '')) return true;
  if (words[from]?.afterComma === true) return false;
  const between: string[] = [];
  for (let at = from - 1; at >= Math.max(0, from - CONTEXT_WORDS); at--) {
    const { stem = '', afterComma = false } = words[at] ?? {};
    if (conditionWords.has(at)) {
      if (!carriesNegation(between)) return false;
    } else if (!CONNECTING_WORDS.has(stem)) return NEGATIONS.has(stem);
    else between.push(stem);
    if (afterComma && !conditionWords.has(at + 1)) return false;
  }
  return false;
}

/** Whether a negation of one condition holds for the next too, given the words between the two. */
const carriesNegation = (between: readonly string[]): boolean =>
  between.some((stem) => CARRIES_NEGATION.test(stem)) && !between.some((stem) => PREPOSITION.test(stem));

/** The nearest later word in the same clause that is no connecting word. */
function wordAfter(words: readonly Token[], to: number): Token | null {
  for (let at = to; at < Math.min(words.length, to + CONTEXT_WORDS); at++) {
    const word = words[at];
    if (word === undefined || word.afterComma) return null;
    if (!CONNECTING_WORDS.has(word.stem)) return word;
  }
  return null;
}

/** "Do I need a referral", "is a referral required", "who must prescribe it". */
function isNeeded(words: readonly Token[], { from }: Mention, before: Token | null, after: Token | null): boolean {
  return (
    /^(?:need|needed|require|required|requirement|must|necessary|mandatory|should|who|which|ought|what)$/.test(
      before?.stem ?? '',
    ) ||
    /^(?:need|needed|required|necessary|mandatory)$/.test(after?.stem ?? '') ||
    isObligation(stemText(words, from - CONTEXT_WORDS, from))
  );
}

/** Whether the words before a condition say that it is an obligation: "have to be", "has to have a". */
function isObligation(textBefore: string): boolean {
  return /\b(?:have|has|had|got|need|supposed) to(?: (?:be|have|get|see|go|first|also|be part|be part of|follow|mind|submit|send|give|provide|come|use|be in|be a|be an))*(?: (?:a|an|the|my|any|your))?$/.test(
    textBefore,
  );
}

/**
 * "Does a referral matter", "is a prescription enough": the condition is the subject of a question about its effect.
 */
function isSubjectOfQuestion(
  words: readonly Token[],
  { from }: Mention,
  before: Token | null,
  after: Token | null,
): boolean {
  const opensQuestion =
    from === 0 ||
    before === null ||
    (before === words[0] && /^(?:is|are|must|do|doe|does|can|will|should|would)$/.test(before.stem));
  return opensQuestion && /^(?:count|matter|enough|apply|qualify|work|suffice|ok|okay)$/.test(after?.stem ?? '');
}

/**
 * A formality that the question names without saying that it is done. "Prior auth, massage?" asks about a formality;
 * "with prior auth" states it.
 */
function isUnstatedFormality(
  words: readonly Token[],
  { from }: Mention,
  { topic }: Condition,
  before: Token | null,
): boolean {
  return (
    FORMALITIES.has(topic) &&
    !/^(?:with|have|had|got|if|after|no|not|never|when|once|since|because|without|via|by|lack|lacking|already|give|gives|gave|given|wrote|written|obtained)$/.test(
      before?.stem ?? '',
    ) &&
    !/^(?:with|have|has|had|got|no|without|not)$/.test(words[from - 1]?.stem ?? '') &&
    !/\b(?:have|has|had|got|with|no|without|not|by|is|was|been|if|give|gives|gave|wrote|already|using|on|in)\b/.test(
      stemText(words, from - 4, from),
    )
  );
}

/** Whether a condition is named with its opposite: "with a referral or not", "with or without a referral". */
function isOrNot(words: readonly Token[], { from, to }: Mention): boolean {
  const [or, not] = words.slice(to, to + 2);
  if (or?.stem === 'or' && /^(?:not|without|no)$/.test(not?.stem ?? '')) {
    const next = words[to + 2];
    return next === undefined || next.afterComma;
  }
  return /\bwith or without(?: (?:a|an|the|my|any))?$/.test(stemText(words, from - 4, from));
}

/** Whether the clause asks what must be so, as in "must it be part of a program". */
function isInMustClause(words: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0; at--) {
    const stem = words[at]?.stem ?? '';
    if (/^(?:if|when|with|without|while|because|since)$/.test(stem)) return false;
    if (/^(?:must|should)$/.test(stem)) return true;
    if (words[at]?.afterComma === true) return false;
  }
  return false;
}

/**
 * What a question takes from the one before it: "what about Select?" and "and with a referral?" name only a part of what they
 * mean. Plan, subject, place, day and facts are taken over where the question names none.
 */
import type { Condition, Plan, Subject, Territory } from '../graph/entries.ts';
import type { ClassifiedQuestion, QuestionIntent } from './classify-intent.ts';
import type { Interpretation, TakenOver } from './fill-slots.ts';
import type { NameIndex } from './name-index.ts';
import type { ResolvedQuestion } from './resolve-entities.ts';
import { isStopWord } from './stop-words.ts';
import { keyOf, type Token, tokenize } from './tokenizer.ts';

/** What is known from the question before. */
export interface Conversation {
  /** Null if it is not known. */
  readonly intent: QuestionIntent | null;
  readonly plans: readonly Plan[];
  readonly subjects: readonly Subject[];
  readonly territory: Territory | null;
  /** The place where plans are offered as words of a question: "in Allegheny County, Pennsylvania". Null if there is none. */
  readonly offerText: string | null;
  readonly day: string | null;
  readonly met: readonly Condition[];
  readonly unmet: readonly Condition[];
  readonly counts: ReadonlyMap<Condition, number>;
}

/** Openings of a question that goes on from the one before. */
const CONTINUES =
  /^(?:(?:and|but|or|also|ok|okay|so|then|now|same|even|yes|no|thanks?|hm+|what about|how about|what if|if|with|without|in|for|at|on|after|before|only|just)\b|(?:what|how) (?:about|if)\b)/i;
/** Words for something that was named before. */
const REFERS_BACK = /\b(?:it|its|that|this|those|these|them|there|same|one|ones|either|both)\b/i;
/** Questions that ask for plans and so are not about the plans of the question before. */
const ASKS_FOR_PLANS =
  /\b(?:which|what|any|other|list)(?: other)? (?:plans?|insurances?|insurers?)\b|\bwho (?:else )?(?:covers|pays)\b/i;
/** Another person than the question before may have been about. */
const NAMES_PERSON =
  /\b(?:wife|husband|spouse|partner|son|daughter|kids?|child|children|mom|mother|dad|father|parents?|brother|sister|friend|dependents?)\b/i;
const COMPARISON = /\b(?:compar\w*|differ\w*|versus|vs|than|better|both)\b/i;

/** Whether a question begins as one that goes on from the question before. */
export const continues = (question: string): boolean => CONTINUES.test(question.trim());

/** Whether a question cannot be read without another one: it goes on from it, or asks for the reasons or sources of an answer. */
export const goesOn = (question: string): boolean =>
  continues(question) || /^(?:why|how so|where did you get|says who|are you sure)\b/i.test(question.trim());

/** Whether a question means the same without the one before it. */
export function isComplete(question: string, interpretation: Interpretation): boolean {
  const { plans, subjects, intent, notUnderstood, conditionsAsked } = interpretation;
  if (continues(question) || intent === null || notUnderstood.length > 0) return false;
  if (intent === 'DESCRIBE' && conditionsAsked.length > 0) return true;
  if (plans.length > 0 && subjects.length > 0) return true;
  return plans.length + subjects.length > 0 && !REFERS_BACK.test(question) && !NEEDS_PLAN_AND_SUBJECT.has(intent);
}

const NEEDS_PLAN_AND_SUBJECT: ReadonlySet<QuestionIntent> = new Set<QuestionIntent>([
  'COVERAGE',
  'REQUIREMENTS',
  'COST',
  'COMPARE',
  'EXPLAIN',
]);

/**
 * The words of a question with a plan's name written out where only its last word is typed: after a question about
 * TRICARE Prime, "Select" is TRICARE Select.
 */
export function withSharedWords(words: readonly Token[], { plans }: Conversation, { names }: NameIndex): Token[] {
  return words.flatMap((word, at) => {
    if (names.has(word.stem) || isArticle(word)) return [word];
    if (isStopWord(word.stem) && word.stem.length > 1) return [word];
    for (const plan of plans) {
      const shared = tokenize(plan.name).slice(0, -1);
      const isTyped = shared.some(({ stem }) => words[at - 1]?.stem === stem);
      const key = keyOf([...shared.map(({ stem }) => stem), word.stem]);
      if (shared.length === 0 || isTyped || names.get(key)?.some(({ entry }) => entry.kind === 'PLAN') !== true)
        continue;
      return [...shared, { ...word, afterComma: false }];
    }
    return [word];
  });
}

const isArticle = ({ text, stem }: Token): boolean => stem === 'i' || text === 'a';

/** A question with the plans, subjects and place of the one before it, where it names none. */
export function withEntriesOf(question: ResolvedQuestion, typed: string, before: Conversation): ResolvedQuestion {
  const { plans, subjects, placeOfCare, places } = question;
  const addsPlans = plans.length === 1 && COMPARISON.test(typed);
  const takesPlans = (plans.length === 0 && !ASKS_FOR_PLANS.test(typed)) || addsPlans;
  return Object.assign({}, question, {
    plans: takesPlans ? [...new Set([...before.plans, ...plans])] : plans,
    subjects: subjects.length === 0 ? before.subjects : subjects,
    placeOfCare: places.length === 0 ? { ...placeOfCare, territory: before.territory } : placeOfCare,
  });
}

/** Words that say what is asked, so that a question with one of them does not ask what the question before did. */
const SAYS_WHAT_IS_ASKED =
  /\b(?:cover\w*|pay|paid|reimburse\w*|need|needed|require\w*|cost|costs|how much|copay|why|what is|what are|which|how many|how often)\b/i;

/**
 * A question with the intent of the one before it, if it does not say what it asks: "what about Select?" after a question
 * about costs asks for costs.
 */
export function withIntentOf(question: ClassifiedQuestion, typed: string, before: Conversation): ClassifiedQuestion {
  const { intent } = question;
  const isOpen = intent === null || intent === 'COVERAGE' || intent === 'DESCRIBE' || intent === 'LIST_PLANS';
  if (!isOpen || before.intent === null || SAYS_WHAT_IS_ASKED.test(typed)) return question;
  if (before.intent === 'COMPARE' && question.plans.length < 2) return question;
  return Object.assign({}, question, { intent: before.intent });
}

/**
 * An interpretation with the day and the facts of the question before, where it states none of its own on the same matter. Facts
 * of the case are not taken over if the question names another person.
 */
export function withFactsOf(interpretation: Interpretation, typed: string, before: Conversation): Interpretation {
  const { plans, subjects, met, unmet, counts, day, territory } = interpretation;
  const isOtherPerson = NAMES_PERSON.test(typed);
  const isStated = (condition: Condition): boolean => met.includes(condition) || unmet.includes(condition);
  const canStillBeMet = (condition: Condition): boolean =>
    !unmet.some((each) => condition.impliedClosure.has(each)) &&
    !met.some((each) => excludeOneAnother(each, condition));
  const canStillBeUnmet = (condition: Condition): boolean =>
    !met.some(({ impliedClosure }) => impliedClosure.has(condition));
  const taken = (conditions: readonly Condition[], canStillBe: (condition: Condition) => boolean): Condition[] =>
    isOtherPerson ? [] : conditions.filter((condition) => !isStated(condition) && canStillBe(condition));
  const takenOver: TakenOver = {
    plans: plans.filter((plan) => before.plans.includes(plan)),
    subjects: subjects.filter((subject) => before.subjects.includes(subject)),
    territory: territory === before.territory && interpretation.places.length === 0 ? territory : null,
    offerText: interpretation.places.length === 0 ? before.offerText : null,
    day: day === null ? before.day : null,
    met: taken(before.met, canStillBeMet),
    unmet: taken(before.unmet, canStillBeUnmet),
    counts: new Map(isOtherPerson ? [] : [...before.counts].filter(([condition]) => !counts.has(condition))),
  };
  const counted = countOf(interpretation, takenOver);
  if (counted === null) return Object.assign({}, interpretation, { notUnderstood: numbersSetAside(interpretation) });
  return Object.assign({}, interpretation, {
    ...counted,
    met: [...met, ...takenOver.met],
    unmet: [...unmet, ...takenOver.unmet],
    day: day ?? before.day,
  });
}

const numbersSetAside = ({ setAside }: Interpretation): string[] => setAside.filter((text) => /\d/.test(text));

/**
 * The counts of an interpretation and of the question before. A number that nothing in the question explains is the new count of
 * what the question before counted: "what about day 20?". Null if it could be several.
 */
function countOf(
  interpretation: Interpretation,
  takenOver: TakenOver,
): Pick<Interpretation, 'counts' | 'setAside' | 'takenOver'> | null {
  const { counts, setAside } = interpretation;
  const numbers = numbersSetAside(interpretation);
  const [first, ...others] = takenOver.counts;
  if (numbers.length === 0 || first === undefined)
    return { counts: new Map([...takenOver.counts, ...counts]), setAside, takenOver };
  const number = /^\d+(?=st$|nd$|rd$|th$|$)/.exec(numbers[0] ?? '')?.[0];
  if (number === undefined || numbers.length > 1 || others.length > 0) return null;
  return {
    counts: new Map([...counts, [first[0], Number(number)]]),
    setAside: setAside.filter((text) => text !== numbers[0]),
    takenOver: { ...takenOver, counts: new Map() },
  };
}

/** Whether two conditions cannot both be met. */
function excludeOneAnother(a: Condition, b: Condition): boolean {
  const excludes = (one: Condition, other: Condition): boolean =>
    [...one.impliedClosure].some(({ excludes: links }) =>
      links.some(({ to }) => [...other.impliedClosure].some((implied) => implied === to)),
    );
  return excludes(a, b) || excludes(b, a);
}

/** Says that no source states something, if that is proved, or else what the sources state and why it does not decide. */
import {
  type AbsenceTopic,
  type Mention,
  type MentionReason,
  isAbout,
  narrowerSubjects,
  partsWithRules,
  proveAbsence,
} from '../engine/absence.ts';
import type { Determination } from '../engine/determination.ts';
import type { Passage, Plan, Rule, Subject } from '../graph/entries.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';
import { dutyText, expressionText, list, sentence } from '../graph/sentences.ts';
import { printCostShare, printLimit } from '../model/amounts.ts';
import { OUTCOMES } from '../model/words.ts';
import { type AnswerRequest, determineFor } from './answer-helpers.ts';

/** A sentence of absence. */
export interface AbsenceClaim {
  readonly topic: AbsenceTopic;
  /** What no source does, as the end of a sentence: "states a number for acupuncture under Medicare". */
  readonly claim: string;
  /** What is asked about, as in "What sources state about prior authorization:". */
  readonly about: string;
  /** What the absence does not mean. */
  readonly caution: string;
}

const MOST_MENTIONS = 3;

/**
 * Adds "No source in the graph ..." if no source in reach of the determination states it. Otherwise adds what the sources
 * state, three places at most, each with the reason why it does not decide.
 */
export function addAbsence(request: AnswerRequest, determination: Determination, absence: AbsenceClaim): void {
  const { topic, claim, about, caution } = absence;
  const { answerText, graph } = request;
  // A determination derives its parts when they are read, so it cannot be spread.
  const { plan, subject, territory, on, accordingTo, minimumAuthority } = determination;
  const question = { graph, plan, subject, territory, on, accordingTo, minimumAuthority };
  const { absent, heardAll, mentions } = proveAbsence(question, topic);
  if (absent) {
    const sources = heardAll ? 'No source in the graph' : 'None of the sources included';
    answerText.add(`${sources} ${claim}. ${caution}`);
    return;
  }
  answerText.add(`No rule that decides this answer ${claim}. What sources state about ${about}:`);
  const stated = new Map(mentions.map((mention) => [mentionText(mention, topic, determination), mention.cites]));
  for (const [text, cites] of [...stated].slice(0, MOST_MENTIONS)) answerText.add(`- ${text}`, cites);
  if (stated.size > MOST_MENTIONS) answerText.add(`- ${String(stated.size - MOST_MENTIONS)} more in the graph.`);
}

function mentionText(mention: Mention, topic: AbsenceTopic, determination: Determination): string {
  const { rule, remark, inheritance, about, reason } = mention;
  if (remark !== null) return `${sentence(remark.text)} This is a remark on ${about.name}, not a rule.`;
  if (inheritance !== null) {
    const required = list(
      inheritance.requires.map(({ condition }) => dutyText(condition)),
      'and',
    );
    return `${about.name} has its own requirements for care that it takes over from ${inheritance.plan.name}: ${required}.`;
  }
  return rule === null ? '' : ruleMentionText(rule, reason, topic, determination);
}

function ruleMentionText(rule: Rule, reason: MentionReason, topic: AbsenceTopic, determination: Determination): string {
  const terms = termsText(rule, topic);
  return [
    `${rule.plan.name}, ${rule.subject.phrase}${terms === '' ? ': one of its rules is about this' : `: ${terms}`}.`,
    dayText(rule, determination.on),
    reasonText(rule, reason, determination),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function reasonText(rule: Rule, reason: MentionReason, determination: Determination): string {
  const text = REASON_TEXT[reason](rule, determination);
  return text === '' ? '' : sentence(text);
}

/** What a rule states of the topic; for a topic that only its condition names, the condition. Empty for a topic of any rule. */
function termsText({ requires, limits, costs, when }: Rule, topic: AbsenceTopic): string {
  if (topic.kind === 'LIMIT') return limits.map((limit) => printLimit(limit)).join(', ');
  if (topic.kind === 'COST') return costs.map((cost) => printCostShare(cost)).join(', ');
  if (topic.kind === 'RULE') return '';
  const required = requires
    .filter(({ condition }) => isAbout(condition, topic))
    .map(({ condition, strength }) => `${dutyText(condition)} ${STRENGTH_TEXT[strength]}`);
  if (required.length > 0 || when === null) return required.join(', ');
  return `one of its rules applies if ${expressionText(when)}`;
}

const STRENGTH_TEXT: Record<Rule['requires'][number]['strength'], string> = {
  REQUIRED: 'is required',
  PLAN_RULES_APPLY: "follows the plan's own rules",
  MAY_BE_REQUIRED: 'may be required',
  NOT_REQUIRED: 'is not required',
};

/** The days on which a rule holds, if the day is not among them; otherwise empty. */
export function dayText({ from, until }: Pick<Rule, 'from' | 'until'>, on: string): string {
  if (from !== null && on < from) return `This applies from ${from}.`;
  return until !== null && on >= until ? `This applied until ${until}.` : '';
}

const REASON_TEXT: Record<MentionReason, (rule: Rule, determination: Determination) => string> = {
  PART_OF_PROGRAM: ({ plan }, { plan: asked }) => `${plan.name} is a part of ${asked.name}`,
  NARROWER_SUBJECT: ({ subject }, { subject: asked }) => `${subject.phrase} is a kind of ${asked.phrase}`,
  CODE: ({ subject }, { subject: asked }) => `${subject.phrase} is a code for ${asked.phrase}`,
  OTHER_DAY: () => '',
  OTHER_PLACE: () => 'it is about care in another place',
  NOT_TAKEN_OVER: ({ plan }, { plan: asked }) => `${asked.name} does not take this rule over from ${plan.name}`,
  NOT_DECIDING: (rule, { rejectedRules }) => {
    const rejected = rejectedRules.find((each) => each.rule === rule);
    return rejected === undefined ? 'it does not decide this answer' : WHY_REJECTED[rejected.reason];
  },
  REMARK: () => '',
};

const WHY_REJECTED: Record<Determination['rejectedRules'][number]['reason'], string> = {
  OTHER_PLACE: 'it is about care in another place',
  OTHER_TIME: '',
  CONDITION_FALSE: 'its condition does not hold',
  CONDITION_UNKNOWN: 'it is not known whether its condition holds',
  DEFEATED: 'another rule takes precedence over it',
  RESTATED: 'a fuller rule says the same',
  SOURCE_LEFT_OUT: 'its source was left out',
  NOT_INHERITED: 'the plan does not take this rule over',
};

const MOST_PARTS = 3;
const MOST_DETERMINED = 40;

/**
 * The determinations of up to three parts of a program that state something about the subject, if no source says whether
 * the program covers it. Parts at home in the place asked about come first, then classes of plans, then the best outcome.
 * A part of another part with the same outcome is left out, and so is a plan of a class of which some plans may: what the
 * class says stands for each of its plans, of which there may be thousands.
 * @param states whether a part states what is asked about; by default every part does
 */
export function partsStating(
  request: AnswerRequest,
  { status, plan, subject }: Determination,
  states: (part: Determination) => boolean = () => true,
): Determination[] {
  if (status !== 'NOT_STATED') return [];
  const isAtHome = ({ plan: part }: Determination): number => Number(hasOwnHomeIn(part, request));
  const stating = partsWithRules(plan, subject)
    .sort((a, b) => byLevel(a, b) || Number(b.within === plan) - Number(a.within === plan))
    .slice(0, MOST_DETERMINED)
    .map((part) => determineFor(request, part, subject))
    .filter((part) => part.status !== 'NOT_STATED' && states(part))
    .sort(
      (a, b) =>
        isAtHome(b) - isAtHome(a) ||
        byLevel(a.plan, b.plan) ||
        OUTCOMES.indexOf(a.best) - OUTCOMES.indexOf(b.best) ||
        Number(a.plan.slug > b.plan.slug) - Number(a.plan.slug < b.plan.slug),
    );
  const isWithinOther = (part: Determination): boolean =>
    stating.some(
      (other) =>
        isPlanWithin(part.plan, other.plan) && (part.best === other.best || other.hedges.includes('SOME_PLANS')),
    );
  return stating.filter((part) => !isWithinOther(part)).slice(0, MOST_PARTS);
}

const byLevel = (a: Plan, b: Plan): number => Number(a.level === 'PLAN') - Number(b.level === 'PLAN');
/** Whether the plan states a home of its own that holds the place asked about. */
const hasOwnHomeIn = (plan: Plan, { territory }: AnswerRequest): boolean =>
  territory !== null &&
  plan.home?.statedBy === plan &&
  [...territory.atoms].every((atom) => plan.home?.atoms.has(atom) === true);

/**
 * The determinations of up to three narrower services or codes that may be covered, if the subject is not covered or no
 * source says; best outcome first, services before codes.
 */
export function narrowerCovered(request: AnswerRequest, { status, plan, subject }: Determination): Determination[] {
  if (status !== 'NOT_STATED' && status !== 'NOT_COVERED') return [];
  const narrower = [...narrowerSubjects(subject)].filter((each) => each !== subject);
  const isCode = (each: Subject): number => Number(each.kind === 'BILLING_CODE');
  return narrower
    .slice(0, MOST_DETERMINED)
    .map((each) => determineFor(request, plan, each))
    .filter(({ best }) => best === 'COVERED' || best === 'MAY_BE_COVERED')
    .sort(
      (a, b) =>
        OUTCOMES.indexOf(a.best) - OUTCOMES.indexOf(b.best) ||
        isCode(a.subject) - isCode(b.subject) ||
        Number(a.subject.slug > b.subject.slug) - Number(a.subject.slug < b.subject.slug),
    )
    .slice(0, MOST_PARTS);
}

/** The names of the sources of some passages, each once. */
export const sourceNames = (passages: readonly Passage[]): string =>
  list([...new Set(passages.map(({ source }) => source.name))], 'and');

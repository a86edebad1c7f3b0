/**
 * Proves that no source in reach of a question states something (docs/semantics.md#absence): looks at the rules
 * and remarks of the plan, of the plans that it takes rules from and of those within it, on the subject, on broader and
 * narrower services and on the codes that bill them, on any day.
 */
import type {
  Condition,
  ConditionExpression,
  Entry,
  Inheritance,
  Passage,
  Plan,
  Remark,
  Rule,
  RuleRequirement,
  Subject,
} from '../graph/entries.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';
import type { ConditionTopic } from '../model/words.ts';
import { planChain, sourceFilter, subjectChain } from './applicable-rules.ts';
import type { Question } from './question.ts';
import { exceptionChainsAt } from './rule-territory.ts';

/** What a sentence of absence says is not stated. RULE: anything about coverage at all. */
export type AbsenceTopic =
  | { readonly kind: 'CONDITION'; readonly condition: Condition }
  | { readonly kind: 'FORMALITY'; readonly topic: ConditionTopic }
  | { readonly kind: 'LIMIT' | 'COST' | 'RULE' };

/** Why something that a source states does not decide the answer. */
export type MentionReason =
  | 'NARROWER_SUBJECT'
  | 'CODE'
  | 'PART_OF_PROGRAM'
  | 'OTHER_DAY'
  | 'OTHER_PLACE'
  | 'NOT_TAKEN_OVER'
  | 'NOT_DECIDING'
  | 'REMARK';

/** A place in the sources that names what was asked about. Exactly one of `rule`, `inheritance` and `remark` is given. */
export interface Mention {
  readonly reason: MentionReason;
  readonly rule: Rule | null;
  /** A plan takes over rules and requires something for all that it takes over. */
  readonly inheritance: Inheritance | null;
  readonly remark: Remark | null;
  /** The plan or subject that it is about. */
  readonly about: Entry;
  readonly cites: readonly Passage[];
}

/** The result of a proof of absence. */
export interface Absence {
  /** Whether no source in reach states it. */
  readonly absent: boolean;
  /** Whether all sources were included. */
  readonly heardAll: boolean;
  /** Where it is stated: those of the plan or the subject itself first. Empty if it is absent. */
  readonly mentions: readonly Mention[];
}

/** The part of a question that absence depends on. */
export type AbsenceQuestion = Pick<
  Question,
  'graph' | 'plan' | 'subject' | 'territory' | 'on' | 'accordingTo' | 'minimumAuthority'
>;

/** Everything in reach of a question. */
interface Reach {
  readonly question: AbsenceQuestion;
  readonly chain: ReadonlySet<Plan>;
  /** The subject and everything broader. */
  readonly broader: ReadonlySet<Subject>;
  /** Narrower services, and the codes that bill these or the subject. */
  readonly narrower: ReadonlySet<Subject>;
  readonly isIncluded: (passage: Passage) => boolean;
}

const REASONS: readonly MentionReason[] = [
  'NOT_DECIDING',
  'OTHER_DAY',
  'REMARK',
  'PART_OF_PROGRAM',
  'NARROWER_SUBJECT',
  'CODE',
  'NOT_TAKEN_OVER',
  'OTHER_PLACE',
];

/** Proves that no included source in reach of the question states something, or returns the places that do. */
export function proveAbsence(question: AbsenceQuestion, topic: AbsenceTopic): Absence {
  const reach = reachOf(question);
  const mentions = [
    ...rulesInReach(reach)
      .filter((rule) => ruleNames(rule, topic, reach.isIncluded))
      .map((rule) => mentionOfRule(rule, reach)),
    ...linksInReach(reach, topic),
    ...remarksInReach(reach, topic),
  ];
  return {
    absent: mentions.length === 0,
    heardAll: question.accordingTo === null && question.minimumAuthority === null,
    mentions: mentions.sort(
      (a, b) => distance(a, question) - distance(b, question) || REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason),
    ),
  };
}

/** 0 for what is stated of the plan or the subject of the question itself, else 1. */
const distance = ({ about }: Mention, { plan, subject }: AbsenceQuestion): number =>
  about === plan || about === subject ? 0 : 1;

function reachOf(question: AbsenceQuestion): Reach {
  const broader = new Set(subjectChain(question.subject).keys());
  const narrower = narrowerSubjects(question.subject);
  for (const subject of broader) narrower.delete(subject);
  return {
    question,
    chain: planChain(question.plan),
    broader,
    narrower,
    isIncluded: sourceFilter({ ...question, met: [], unmet: [], counts: new Map(), onAssumed: false }),
  };
}

/** The subject itself, every narrower service, and the codes that bill one of these. */
export function narrowerSubjects(subject: Subject): Set<Subject> {
  const found = new Set<Subject>([subject]);
  // A set yields members that are added while it is iterated.
  for (const each of found)
    for (const { kind, to } of each.links) if (kind === 'NARROWER' || kind === 'BILLED_BY') found.add(to as Subject);
  return found;
}

const isPlanInReach = (plan: Plan, { question, chain }: Reach): boolean =>
  chain.has(plan) || isPlanWithin(plan, question.plan);

function rulesInReach(reach: Reach): Rule[] {
  const { broader, narrower, isIncluded } = reach;
  return [...broader, ...narrower].flatMap(({ rules }) =>
    rules.filter((rule) => isPlanInReach(rule.plan, reach) && rule.cites.some(isIncluded)),
  );
}

const holdsOn = ({ from, until }: Rule, on: string): boolean =>
  (from === null || from <= on) && (until === null || until > on);

function mentionOfRule(rule: Rule, reach: Reach): Mention {
  return { reason: reasonOf(rule, reach), rule, inheritance: null, remark: null, about: rule.plan, cites: rule.cites };
}

/** The first reason that applies. */
function reasonOf(rule: Rule, { question, chain, narrower }: Reach): MentionReason {
  const { graph, plan, territory, on } = question;
  if (!chain.has(rule.plan)) return 'PART_OF_PROGRAM';
  if (narrower.has(rule.subject)) return rule.subject.kind === 'BILLING_CODE' ? 'CODE' : 'NARROWER_SUBJECT';
  if (!holdsOn(rule, on)) return 'OTHER_DAY';
  if (exceptionChainsAt(graph, plan, territory)(rule).length === 0) return 'OTHER_PLACE';
  return isTakenOver(rule, plan) ? 'NOT_DECIDING' : 'NOT_TAKEN_OVER';
}

/** Whether the plan takes over the rule: every rule through links that take everything, else grants alone. */
function isTakenOver(rule: Rule, plan: Plan): boolean {
  const whole = new Set<Plan>([plan]);
  for (const each of whole)
    for (const { plan: giver, takes } of each.takesRulesFrom) if (takes === 'EVERYTHING') whole.add(giver);
  return whole.has(rule.plan) || rule.effect === 'COVERED';
}

/** Whether a rule names it in its condition or, citing an included source, in what it requires, its limits or its costs. */
function ruleNames(rule: Rule, topic: AbsenceTopic, isIncluded: Reach['isIncluded']): boolean {
  const cited = <C extends { readonly cites: readonly Passage[] }>(claims: readonly C[]): readonly C[] =>
    claims.filter(({ cites }) => cites.some(isIncluded));
  if (topic.kind === 'RULE') return rule.effect !== 'ASKS';
  if (topic.kind === 'LIMIT') return cited(rule.limits).length > 0;
  const statesCost = cited(rule.costs).some(({ kind }) => kind !== 'NOT_STATED');
  if (topic.kind === 'COST') return statesCost;
  if (topic.kind === 'FORMALITY' && topic.topic === 'COST_SHARING' && statesCost) return true;
  const tested = [rule, ...rule.exceptTo].flatMap(({ when }) => testedIn(when));
  const required = cited(rule.requires).map(({ condition }) => condition);
  return [...tested, ...required].some((each) => isAbout(each, topic));
}

function testedIn(expression: ConditionExpression | null): readonly Condition[] {
  if (expression === null) return [];
  return expression.type === 'TEST' ? [expression.condition] : expression.of.flatMap(testedIn);
}

/** Whether a condition is the one asked about, implies it or is implied by it, or is or implies one of the topic. */
export function isAbout(condition: Condition, topic: AbsenceTopic): boolean {
  if (topic.kind === 'CONDITION')
    return condition.impliedClosure.has(topic.condition) || topic.condition.impliedClosure.has(condition);
  return topic.kind === 'FORMALITY' && [...condition.impliedClosure].some((each) => each.topic === topic.topic);
}

/** The links by which a plan in reach takes over rules and requires it for all care that it takes over. */
function linksInReach(reach: Reach, topic: AbsenceTopic): Mention[] {
  const names = ({ condition, cites }: RuleRequirement): boolean =>
    isAbout(condition, topic) && cites.some(reach.isIncluded);
  return plansInReach(reach).flatMap((plan) =>
    plan.takesRulesFrom
      .filter(({ requires }) => requires.some(names))
      .map((inheritance): Mention => ({
        reason: reach.chain.has(plan) ? 'NOT_DECIDING' : 'PART_OF_PROGRAM',
        rule: null,
        inheritance,
        remark: null,
        about: plan,
        cites: inheritance.requires.filter(names).flatMap(({ cites }) => cites),
      })),
  );
}

function plansInReach({ question, chain }: Reach): Plan[] {
  const plans = new Set<Plan>([question.plan]);
  for (const each of plans) for (const part of each.contains) plans.add(part);
  return [...new Set([...chain, ...plans])];
}

/** The remarks on a plan or a subject in reach that name it. */
function remarksInReach(reach: Reach, topic: AbsenceTopic): Mention[] {
  const names = namesInRemarks(reach, topic);
  const plans = plansInReach(reach);
  const subjects = [...reach.broader, ...reach.narrower];
  return [...plans, ...subjects].flatMap((about: Entry) =>
    about.remarks
      .filter((remark) => remark.cites.some(reach.isIncluded) && names(remark, about))
      .map((remark): Mention => ({
        reason: 'REMARK',
        rule: null,
        inheritance: null,
        remark,
        about,
        cites: remark.cites,
      })),
  );
}

/** Returns whether a remark on an entry in reach names it. No remark states coverage; that takes a rule. */
function namesInRemarks(reach: Reach, topic: AbsenceTopic): (remark: Remark, about: Entry) => boolean {
  if (topic.kind === 'RULE') return () => false;
  if (topic.kind === 'LIMIT' || topic.kind === 'COST') {
    const states = topic.kind === 'LIMIT' ? statesLimit : statesCost;
    return (remark, about) => states(remark) && isOfPair(remark, about, reach);
  }
  const conditions =
    topic.kind === 'CONDITION'
      ? [topic.condition]
      : [...reach.question.graph.conditions.values()].filter((condition) => isAbout(condition, topic));
  const names = conditions.flatMap(namesOf).map(wordsOf);
  return ({ text }) => {
    const words = ` ${wordsOf(text)} `;
    return names.some((name) => containsName(words, name));
  };
}

const LIMIT_IN_WORDS = /\d[\d,]* (?:visits?|days?|hours?|sessions?|units?|treatments?)\b/i;
const statesLimit = ({ text }: Remark): boolean => LIMIT_IN_WORDS.test(text);
const statesCost = ({ topic, text }: Remark): boolean => topic === 'COST' && /\$\s?\d|\d ?%|\d percent/i.test(text);

/** Whether a remark on a plan names a subject in reach, or a remark on a subject names a plan in reach. */
function isOfPair({ text }: Remark, about: Entry, { question, chain, broader, narrower }: Reach): boolean {
  const words = ` ${wordsOf(text)} `;
  const others: Iterable<Entry> = about.kind === 'PLAN' ? narrowed(broader, narrower) : [question.plan, ...chain];
  return [...others].some((entry) => namesOf(entry).some((name) => containsName(words, wordsOf(name))));
}

/** The subject and narrower ones. The broadest service is named in most remarks and says little. */
const narrowed = ([subject]: Iterable<Subject>, narrower: ReadonlySet<Subject>): Subject[] => [
  ...(subject === undefined ? [] : [subject]),
  ...narrower,
];

const namesOf = (entry: Entry): readonly string[] => [
  entry.name,
  ...entry.alternateNames,
  ...entry.phrases,
  ...('phrase' in entry ? [entry.phrase] : []),
];

/** A text in lower case, with single spaces in place of everything but letters and digits. */
const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a name stands in a text as whole words, or in the plural. Both are as `wordsOf` returns them. */
const containsName = (words: string, name: string): boolean =>
  name !== '' && (words.includes(` ${name} `) || words.includes(` ${name}s `));

/** The classes within a plan, and the plans within it that have rules on the subject or on a broader or narrower one. */
export function partsWithRules(plan: Plan, subject: Subject): Plan[] {
  const subjects = new Set<Subject>([...subjectChain(subject).keys(), ...narrowerSubjects(subject)]);
  const stating = [...subjects].flatMap(({ rules }) => rules.map((rule) => rule.plan));
  const classes = plan.contains.filter(({ level }) => level !== 'PLAN');
  return [...new Set([...classes, ...stating])].filter((part) => isPlanWithin(part, plan));
}

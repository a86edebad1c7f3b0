/**
 * Answers that need determinations of the plans and subjects named: whether care is covered, on which terms, at what
 * cost, and why.
 */
import { planChain } from '../engine/applicable-rules.ts';
import { comparePlans } from '../engine/compare-plans.ts';
import type { Determination, Formality, Requirement, TermsTold } from '../engine/determination.ts';
import { allDisagreements } from '../engine/disagreement-index.ts';
import { termsText } from '../engine/summary-duties.ts';
import type { Condition, Passage, Plan, Subject } from '../graph/entries.ts';
import { dutyText, ruleText, sentence } from '../graph/sentences.ts';
import { type CostShare, printCostShare, printLimit } from '../model/amounts.ts';
import { addAbsence, dayText, narrowerCovered, partsStating, sourceNames } from './absence-text.ts';
import {
  addDisagreements,
  addSummary,
  type AnswerDraft,
  type AnswerFunction,
  type AnswerRequest,
  determineFor,
  passagesBehind,
} from './answer-helpers.ts';
import type { AnswerText } from './answer-text.ts';
import { broadestService } from './broadest-service.ts';
import { addClassCounts } from './class-counts.ts';
import {
  comparisonOperation,
  costRemarksOperation,
  coverageOperation,
  disagreementsOperation,
} from './graphql-operations.ts';
import { stemsOf } from './remark-terms.ts';
import { dayToHear, entriesOfSameNumber } from './same-plan-number.ts';
import { tokenize } from './tokenizer.ts';

/** The determinations of every plan named with every subject. */
interface Determinations {
  readonly determinations: readonly Determination[];
  readonly subjects: readonly Subject[];
}

/** Determines every plan named with every subject, plan by plan. Null if no plan is named, or no subject. */
function determineAll(request: AnswerRequest): Determinations | null {
  const { plans } = request;
  const subjects = subjectsOrAnyCare(request);
  if (plans.length === 0 || subjects.length === 0) return null;
  return {
    determinations: plans.flatMap((plan) => subjects.map((subject) => determineFor(request, plan, subject))),
    subjects,
  };
}

/** The subjects named. If none is but a place or a word such as "anything" is, the broadest service. */
function subjectsOrAnyCare({ subjects, territory, patternText, graph }: AnswerRequest): readonly Subject[] {
  if (subjects.length > 0) return subjects;
  const isAboutAnyCare = territory !== null || /\b(?:everything|anything|all|any)\b/.test(patternText);
  const broadest = broadestService(graph);
  return isAboutAnyCare && broadest !== null ? [broadest] : [];
}

/** Answers whether plans cover subjects. */
export const answerCoverage: AnswerFunction = (request) => {
  const determined = determineAll(request);
  if (determined === null) return null;
  const { answerText, asksForNumber } = request;
  const { determinations, subjects } = determined;
  for (const determination of determinations) {
    const { nextQuestion } = determination;
    const related = [...partsStating(request, determination), ...narrowerCovered(request, determination)];
    addSummaries(request, determination, related);
    addLimits(answerText, determination);
    for (const each of related) addLimits(answerText, each, nameOf(each));
    if (asksForNumber && [determination, ...related].every(statesNoNumber)) addNoNumber(request, determination);
    addTermsOfChange(request, determination);
    addSameNumber(request, determination);
    addClassCounts(request, determination);
    if (nextQuestion?.question != null && determinations.length === 1)
      answerText.add(`To know more: ${nextQuestion.question}`);
  }
  addDisagreements(answerText, determinations);
  return { determinations, operation: coverageOperation(request, subjects) };
};

/** Adds what other entries of the plan's number say, each on a day of which it speaks. */
function addSameNumber(request: AnswerRequest, asked: Determination): void {
  const { plan, subject, on } = asked;
  for (const other of entriesOfSameNumber(request.graph, plan)) {
    const day = dayToHear(other, on);
    const determination = determineFor({ ...request, day }, other, subject);
    if (determination.status === 'NOT_STATED') continue;
    const isSame = determination.summary.replaceAll(other.name, plan.name) === asked.summary;
    request.answerText.add(
      `Another entry has the same plan number, ${other.name}. For ${day}${isSame ? ' it says the same.' : `: ${determination.summary}`}`,
      passagesBehind(determination),
    );
  }
}

/** Adds the limits. `name` says whose they are, if they are not those of the plan and subject that the question names. */
function addLimits(answerText: AnswerText, { limits }: Pick<Determination, 'limits'>, name?: string): void {
  for (const limit of limits) {
    const text = `limit: ${printLimit(limit)}${termsText(limit)}`;
    answerText.add(name === undefined ? sentence(text) : `${name}, ${text}.`, limit.cites);
  }
}

const nameOf = ({ plan, subject }: Determination): string => `${plan.name}, ${subject.phrase}`;

/**
 * Adds the summary, followed on the same line by those of parts of the program and of narrower services, and by that of
 * the next change.
 */
function addSummaries(request: AnswerRequest, determination: Determination, related: readonly Determination[]): void {
  const change = nextChange(request, determination);
  // The summary names parts and narrower services, and the next change if the day was assumed.
  const { summary } = determination;
  const later =
    change === null || summary.includes(`From ${change.on}: `) ? '' : ` From ${change.on}: ${change.summary}`;
  const summaries = `${summary}${later}`;
  const passages = [determination, ...related, ...(change === null ? [] : [change])].map(passagesBehind);
  // One passage of each first, because a line cites six at most.
  const most = Math.max(...passages.map(({ length }) => length));
  const inTurn = Array.from({ length: most }, (_, index) => passages.flatMap((each) => each[index] ?? [])).flat();
  request.answerText.add(summaries, inTurn);
}

const statesNoNumber = ({ limits, costs }: Determination): boolean => limits.length === 0 && costs.length === 0;

function addNoNumber(request: AnswerRequest, determination: Determination): void {
  const { plan, subject } = determination;
  addAbsence(request, determination, {
    topic: { kind: 'LIMIT' },
    claim: `states a number for ${subject.phrase} under ${plan.name}`,
    about: 'numbers',
    caution: 'That does not mean that there is no limit.',
  });
}

const STRENGTH_TEXT: Record<Requirement['strength'], string> = {
  REQUIRED: 'required',
  PLAN_RULES_APPLY: "the plan's own rules apply",
  MAY_BE_REQUIRED: 'may be required',
  NOT_REQUIRED: 'not required',
};
const ROLE_TEXT: Record<Requirement['role'], string> = {
  FOR_COVERAGE: 'for coverage',
  ONCE_COVERED: 'once covered',
  ALSO_STATED: 'also stated',
};
const STATE_TEXT: Record<Requirement['state'], string> = { MET: '; met', UNMET: '; not met', UNKNOWN: '' };

function requirementText({ text, role, strength, state, dependsOn }: Requirement): string {
  const dependencies = dependsOn.length > 0 ? `, depending on ${dependsOn.join(' and ')}` : '';
  return `${text} (${ROLE_TEXT[role]}: ${STRENGTH_TEXT[strength]}${dependencies}${STATE_TEXT[state]})`;
}

function addRequirements(answerText: AnswerText, requirements: readonly Requirement[]): void {
  for (const requirement of requirements) answerText.add(`- ${requirementText(requirement)}`, requirement.cites);
}

/** The determination of the first later day within a year on which the answer changes; null if the question names a day. */
function nextChange(request: AnswerRequest, determination: Determination): Determination | null {
  const { plan, subject, on, upcomingChanges } = determination;
  if (request.day !== null) return null;
  const inOneYear = String(Number(on.slice(0, 4)) + 1) + on.slice(4);
  const change = upcomingChanges.find((each) => each.on <= inOneYear);
  if (change === undefined) return null;
  const later = determineFor({ ...request, day: change.on }, plan, subject);
  return termsOf(later) === termsOf(determination) ? null : later;
}

/** A text that is the same for two determinations if these have the same summary, limits and costs. */
const termsOf = ({ summary, limits, costs }: Determination): string =>
  [summary, ...limits.map((limit) => printLimit(limit)), ...costs.map((cost) => printCostShare(cost))].join('\n');

/** Adds what is required, limited and paid from the next change on. */
function addTermsOfChange(request: AnswerRequest, determination: Determination): void {
  const change = nextChange(request, determination);
  if (change === null) return;
  const { answerText, conditionsAsked } = request;
  const from = `From ${change.on}`;
  const year = Number(change.on.slice(0, 4));
  for (const condition of conditionsAsked)
    for (const requirement of distinct(requirementsOn(change, condition)))
      answerText.add(`${from}, ${requirementText(requirement)}.`, requirement.cites);
  if (determination.summary.includes(`${from}:`)) return;
  addLimits(answerText, change, from);
  for (const share of change.costs) answerText.add(`${from}, ${costText(share, year, share.terms)}`, share.cites);
}

/** Answers what plans require for subjects, or whether they require the conditions that the question asks about. */
export const answerRequirements: AnswerFunction = (request) => {
  const determined = determineAll(request);
  if (determined === null) return null;
  const { answerText } = request;
  const { determinations, subjects } = determined;
  for (const determination of determinations) {
    const parts = partsStating(request, determination, (part) => statesRequired(request, part));
    addSummaries(request, determination, parts);
    if (parts.length === 0) addRequired(request, determination);
    for (const part of parts) addRequired(request, part, nameOf(part));
    addTermsOfChange(request, determination);
  }
  addDisagreements(answerText, determinations);
  return { determinations, operation: coverageOperation(request, subjects) };
};

/** Whether a determination has a requirement that is asked about or, if the question names none, any requirement. */
const statesRequired = ({ conditionsAsked }: AnswerRequest, determination: Determination): boolean =>
  conditionsAsked.length === 0
    ? determination.requirements.length > 0
    : conditionsAsked.some((condition) => requirementsOn(determination, condition).length > 0);

/** The requirements that are a condition, imply it or are implied by it; those of single routes if there are no others. */
export function requirementsOn({ requirements, routes }: Determination, condition: Condition): readonly Requirement[] {
  const isAsked = ({ anyOf }: Requirement): boolean => anyOf.some((fact) => isRelated(fact.condition, condition));
  const listed = requirements.filter(isAsked);
  return listed.length > 0 ? listed : routes.flatMap((route) => route.requirements.filter(isAsked));
}

/** Adds whether the conditions asked about are required or, if there are none, everything that is; and the limits. */
function addRequired(request: AnswerRequest, determination: Determination, name?: string): void {
  const { answerText, conditionsAsked } = request;
  for (const condition of conditionsAsked) addWhetherRequired(request, determination, condition);
  if (conditionsAsked.length === 0) addRequirements(answerText, determination.requirements);
  addLimits(answerText, determination, name);
}

/**
 * Adds the requirements that are a condition, imply it or are implied by it. Without any, the verdict on the formality
 * that the condition is; without that, where sources mention it, or that none does.
 */
function addWhetherRequired(request: AnswerRequest, determination: Determination, condition: Condition): void {
  const { answerText } = request;
  const { plan, subject } = determination;
  const related = requirementsOn(determination, condition);
  for (const requirement of distinct(related)) addVerdict(answerText, plan, subject, requirement);
  if (related.length > 0) return;
  const verdict = formalityOn(determination, condition);
  if (verdict !== undefined) {
    answerText.add(`${plan.name}, ${subject.phrase}: ${verdict.text}`, verdict.cites);
    return;
  }
  addAbsence(request, determination, {
    topic: { kind: 'CONDITION', condition },
    claim: `states that ${plan.name} requires this for ${subject.phrase}: ${dutyText(condition)}`,
    about: dutyText(condition),
    caution: 'That does not mean no.',
  });
}

/** The verdict on the formality that is the condition or is related to it; undefined if no source states one. */
export const formalityOn = ({ formalities }: Determination, asked: Condition): Formality | undefined =>
  formalities.find(
    ({ status, condition }) => status !== 'NOT_STATED' && condition !== null && isRelated(condition, asked),
  );

const distinct = (requirements: readonly Requirement[]): Requirement[] => [
  ...new Map(requirements.map((requirement) => [requirementText(requirement), requirement])).values(),
];

/**
 * Adds whether a plan requires something: "TRICARE Prime may require prior authorization for massage therapy, depending
 * on the plan." What only some sources state beside those that decide is said with their names.
 */
function addVerdict(answerText: AnswerText, { name }: Plan, { phrase }: Subject, requirement: Requirement): void {
  const { text, role, strength, state, dependsOn, cites } = requirement;
  const depends = dependsOn.length > 0 ? `, depending on ${dependsOn.join(' and ')}` : '';
  const verdict: Record<Requirement['strength'], string> = {
    REQUIRED: `${name} requires this for ${phrase}: ${text}`,
    PLAN_RULES_APPLY: `${name} has its own rules about this for ${phrase}: ${text}`,
    MAY_BE_REQUIRED: `${name} may require this for ${phrase}: ${text}`,
    NOT_REQUIRED: `${name} does not require this for ${phrase}: ${text}`,
  };
  const source = role === 'ALSO_STATED' ? `According to ${sourceNames(cites)}, ` : '';
  answerText.add(`${source}${verdict[strength]}${depends}.${MET_TEXT[state]}`, cites);
}

const MET_TEXT: Record<Requirement['state'], string> = {
  MET: ' The facts given meet it.',
  UNMET: ' The facts given do not meet it.',
  UNKNOWN: '',
};

const isRelated = (one: Condition, other: Condition): boolean =>
  one === other || one.impliedClosure.has(other) || other.impliedClosure.has(one);

/** Answers what subjects cost under plans or, if no subject is named, what the plans cost. */
export const answerCost: AnswerFunction = (request) => {
  if (request.subjects.length === 0 && request.plans.length > 0) return answerCostOfPlans(request);
  const determined = determineAll(request);
  if (determined === null) return null;
  const { determinations, subjects } = determined;
  for (const determination of determinations) {
    const parts = partsStating(request, determination, ({ costs }) => costs.length > 0);
    addSummaries(request, determination, parts);
    if (parts.length === 0) addCosts(request, determination);
    for (const part of parts) addCosts(request, part, nameOf(part));
    addTermsOfChange(request, determination);
  }
  return { determinations, operation: coverageOperation(request, subjects) };
};

/** Adds the costs of covered care. An amount of another year is given as of that year; it is not the amount of the day. */
function addCosts(request: AnswerRequest, determination: Determination, name?: string): void {
  const { answerText } = request;
  const { plan, subject, costs, on } = determination;
  const year = Number(on.slice(0, 4));
  for (const share of costs) {
    const text = costText(share, year, share.terms);
    answerText.add(name === undefined ? `- ${text}` : `- ${name}: ${text}`, share.cites);
  }
  const stated = costs.filter(({ kind }) => kind !== 'NOT_STATED');
  for (const requirement of determination.requirements)
    if (requirement.anyOf.some(({ condition }) => condition.topic === 'COST_SHARING'))
      addVerdict(answerText, plan, subject, requirement);
  if (stated.length === 0)
    addAbsence(request, determination, {
      topic: { kind: 'COST' },
      claim: `states an amount for ${subject.phrase} under ${plan.name}`,
      about: 'amounts',
      caution: 'That does not mean that it is free.',
    });
  else if (stated.every((share) => share.year !== null && share.year !== year))
    answerText.add(`These are amounts of other years. None for ${String(year)} is in the graph.`);
}

function costText(share: CostShare<Passage>, year: number, terms: TermsTold = []): string {
  if (share.year === null || share.year === year) return sentence(printCostShare(share) + termsText({ terms }));
  const amount = printCostShare({ ...share, year: null });
  return `As of ${String(share.year)}, and not for ${String(year)}: ${amount}${termsText({ terms })}.`;
}

/** A statement with the passages that make it. */
interface CitedText {
  readonly text: string;
  readonly cites: readonly Passage[];
}

function answerCostOfPlans(request: AnswerRequest): AnswerDraft {
  for (const plan of request.plans) addCostsOfPlan(request, plan);
  return { concepts: request.plans, operation: costRemarksOperation(request.plans) };
}

const MOST_PLANS_PRICED = 3;

/**
 * Adds what sources state of the cost of a plan. For a program, and if they state nothing, up to three plans are given:
 * the program itself, plans that it takes rules from, and parts of it. If the question names a year of which no amount is stated, that is said.
 */
function addCostsOfPlan({ answerText, remarkTerms, day, today }: AnswerRequest, plan: Plan): void {
  const on = day ?? today;
  const hasCurrentCost = ({ rules }: Plan): boolean =>
    rules.some((rule) => rule.costs.length > 0 && dayText(rule, on) === '');
  // The plan itself, then those with a cost that applies on the day.
  const rankOf = (each: Plan): number => (each === plan ? 0 : 2 - Number(hasCurrentCost(each)));
  const priced = [plan, ...plansAround(plan)]
    .map((each) => ({ each, statements: costStatements(each, remarkTerms, on) }))
    .filter(({ statements }) => statements.length > 0)
    .sort((a, b) => rankOf(a.each) - rankOf(b.each));
  if (priced.length === 0) answerText.add(`No source in the graph states what ${plan.name} costs.`);
  const isAnswered = priced[0]?.each === plan && plan.level !== 'PROGRAM';
  const shown = priced.slice(0, isAnswered ? 1 : MOST_PLANS_PRICED);
  for (const { each, statements } of shown) {
    const byText = new Map(statements.map((statement) => [statement.text, statement]));
    answerText.add(`What the sources state of the cost of ${each.name}:`);
    for (const { text, cites } of byText.values()) answerText.add(`- ${text}`, cites);
  }
  const year = day?.slice(0, 4);
  const texts = shown.flatMap(({ statements }) => statements.map(({ text }) => text));
  if (year !== undefined && texts.some(namesYear) && !texts.some((text) => statesYear(text, year)))
    answerText.add(`None of these amounts is stated for ${year}.`);
}

/** The plans that a plan takes rules from, and those within it: those within no other of these first. */
function plansAround(plan: Plan): Plan[] {
  const parts = new Set<Plan>([plan]);
  for (const each of parts) for (const part of each.contains) parts.add(part);
  const depthOf = (each: Plan): number => (each.within === null ? 0 : 1 + depthOf(each.within));
  return [...new Set([...planChain(plan), ...[...parts].sort((a, b) => depthOf(a) - depthOf(b))])].filter(
    (each) => each !== plan,
  );
}

const namesYear = (text: string): boolean => /\b20\d\d\b/.test(text);
/** Whether a text states something of a year. "Not for 2027" does not. */
const statesYear = (text: string, year: string): boolean => text.replaceAll(/not for \d{4}/g, '').includes(year);

/**
 * The costs in a plan's rules and the remarks on its cost. If there are terms, only those that contain all of them. A
 * cost of a rule that does not hold on the day is given with the days on which it holds.
 */
function costStatements(plan: Plan, remarkTerms: readonly string[], on: string): CitedText[] {
  const remarks = plan.remarks.filter(
    (remark) => remark.topic === 'COST' && remarkTerms.every((term) => stemsOf(remark).has(term)),
  );
  const year = Number(on.slice(0, 4));
  const costsInRules = plan.rules.flatMap((rule) =>
    rule.costs.map((share) => ({
      text: [sentence(`${rule.subject.phrase}: ${costText(share, year)}`), dayText(rule, on)].filter(Boolean).join(' '),
      cites: share.cites,
    })),
  );
  const containsTerms = ({ text }: CitedText): boolean => {
    const stems = new Set(tokenize(text).map(({ stem }) => stem));
    return remarkTerms.every((term) => stems.has(term));
  };
  return [...costsInRules.filter(containsTerms), ...remarks];
}

const MOST_PLANS_COMPARED = 10;
const MOST_CITATIONS_PER_VALUE = 2;

/** Compares two to ten plans on the first subject named. */
export const answerComparison: AnswerFunction = (request) => {
  const { plans, answerText, graph } = request;
  const [subject] = request.subjects;
  if (plans.length < 2 || plans.length > MOST_PLANS_COMPARED || subject === undefined) return null;
  const { determinations, shared, differences } = comparePlans(
    graph,
    subject,
    plans.map((plan) => determineFor(request, plan, subject)),
  );
  for (const determination of determinations) addSummary(answerText, determination);
  answerText.add(shared.length > 0 ? 'Asked for by all of them:' : 'Nothing is asked for by all of them.');
  addRequirements(answerText, shared);
  for (const { aspect, values } of differences) {
    if (aspect === 'SOURCE') continue;
    answerText.add(
      `They differ (${aspect.toLowerCase()}): ${values.map(({ plan, text }) => `${plan.name}: ${text}`).join('; ')}.`,
      values.flatMap(({ cites }) => cites.slice(0, MOST_CITATIONS_PER_VALUE)),
    );
  }
  return { determinations, operation: comparisonOperation(request, subject) };
};

const MOST_REJECTED_RULES = 3;

/**
 * Answers why: the rules behind a determination with their sources' reasons. Without a plan, where sources disagree.
 */
export const answerWhy: AnswerFunction = (request) => {
  if (request.plans.length === 0) return answerDisagreements(request);
  const determined = determineAll(request);
  if (determined === null) return null;
  const { determinations, subjects } = determined;
  for (const determination of determinations) addReasons(request, determination);
  addDisagreements(request.answerText, determinations);
  return { determinations, operation: coverageOperation(request, subjects) };
};

/** Adds the reasons for a determination or, if no rule decides it, those of the parts of the program. */
function addReasons(request: AnswerRequest, determination: Determination): void {
  const { answerText } = request;
  const parts = partsStating(request, determination);
  addSummaries(request, determination, parts);
  for (const each of [determination, ...parts]) addRulesBehind(answerText, each);
  if (parts.length === 0 && passagesBehind(determination).length === 0) addNoReason(request, determination);
}

function addRulesBehind(answerText: AnswerText, { proof, rejectedRules }: Determination): void {
  for (const rule of new Set(proof.flatMap((step) => step.rule ?? []))) {
    const reason = rule.rationale === null ? '' : ` The source's reason: ${sentence(rule.rationale)}`;
    answerText.add(`- ${sentence(ruleText(rule))}${reason}`, rule.cites);
  }
  for (const { reason, text, rule } of rejectedRules.slice(0, MOST_REJECTED_RULES))
    if (reason === 'DEFEATED') answerText.add(`- Did not decide: ${sentence(text)}`, rule.cites);
}

function addNoReason(request: AnswerRequest, determination: Determination): void {
  const { plan, subject } = determination;
  addAbsence(request, determination, {
    topic: { kind: 'RULE' },
    claim: `says whether ${plan.name} covers ${subject.phrase}, so there is no reason to give`,
    about: 'coverage',
    caution: 'That does not mean that it is not covered.',
  });
}

const MOST_DISAGREEMENTS = 8;

/** Lists the disagreements of sources in the graph, on the subjects named if there are any. */
function answerDisagreements({ graph, today, subjects, answerText }: AnswerRequest): AnswerDraft {
  const disagreements = allDisagreements(graph, today).filter(
    ({ about }) => subjects.length === 0 || subjects.some((subject) => about.includes(subject)),
  );
  answerText.add(
    disagreements.length === 0
      ? 'No disagreement of sources is in the graph on this.'
      : `Where sources do not agree (${String(disagreements.length)}):`,
  );
  for (const { title, positions } of disagreements.slice(0, MOST_DISAGREEMENTS)) {
    const positionTexts = positions.map(({ says, cites }) => `${sentence(says)}${answerText.cite(cites)}`);
    answerText.add(`- ${title} ${positionTexts.join(' / ')}`);
  }
  const concepts = disagreements
    .flatMap(({ about }) => about)
    .filter(({ kind }) => kind !== 'TERRITORY' && kind !== 'COVERAGE_CONDITION' && kind !== 'SOURCE');
  return { concepts: [...new Set(concepts)], operation: disagreementsOperation };
}

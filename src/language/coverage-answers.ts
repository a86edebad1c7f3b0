/**
 * Answers that need determinations of the plans and subjects named: whether care is covered, on which terms, at what
 * cost, and why.
 */
import { comparePlans } from '../engine/compare-plans.ts';
import type { Determination, Requirement } from '../engine/determination.ts';
import { allDisagreements } from '../engine/disagreement-index.ts';
import type { Condition, Passage, Plan, Subject } from '../graph/entries.ts';
import { dutyText, ruleText, sentence } from '../graph/sentences.ts';
import { printCostShare, printLimit } from '../model/amounts.ts';
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
import {
  comparisonOperation,
  costRemarksOperation,
  coverageOperation,
  disagreementsOperation,
} from './graphql-operations.ts';
import { stemsOf } from './remark-terms.ts';

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
    const { limits, costs, nextQuestion } = determination;
    addSummary(answerText, determination);
    addLimits(answerText, determination);
    if (asksForNumber && limits.length === 0 && costs.length === 0) addNoNumber(answerText, determination);
    if (nextQuestion?.question != null && determinations.length === 1)
      answerText.add(`To know more: ${nextQuestion.question}`);
  }
  addDisagreements(answerText, determinations);
  return { determinations, operation: coverageOperation(request, subjects) };
};

function addLimits(answerText: AnswerText, { limits }: Determination): void {
  for (const limit of limits) answerText.add(sentence(`limit: ${printLimit(limit)}`), limit.cites);
}

function addNoNumber(answerText: AnswerText, { plan, subject }: Determination): void {
  answerText.add(
    `No source in the graph states a number for ${subject.phrase} under ${plan.name}; that is not the same as none.`,
  );
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

/** Answers what plans require for subjects, or whether they require the conditions that the question asks about. */
export const answerRequirements: AnswerFunction = (request) => {
  const determined = determineAll(request);
  if (determined === null) return null;
  const { answerText, conditionsAsked } = request;
  const { determinations, subjects } = determined;
  for (const determination of determinations) {
    addSummary(answerText, determination);
    for (const condition of conditionsAsked) addWhetherRequired(answerText, determination, condition);
    if (conditionsAsked.length === 0) addRequirements(answerText, determination.requirements);
    addLimits(answerText, determination);
  }
  addDisagreements(answerText, determinations);
  return { determinations, operation: coverageOperation(request, subjects) };
};

/** Adds the requirements that are a condition, imply it or are implied by it, or that no source states one. */
function addWhetherRequired(answerText: AnswerText, determination: Determination, condition: Condition): void {
  const { plan, subject, requirements } = determination;
  const related = requirements.filter(({ anyOf }) => anyOf.some((fact) => isRelated(fact.condition, condition)));
  if (related.length === 0)
    answerText.add(
      `No source in the graph states that ${plan.name} asks for this with ${subject.phrase}: ${dutyText(condition)}. That is not a no.`,
    );
  addRequirements(answerText, related);
}

const isRelated = (one: Condition, other: Condition): boolean =>
  one === other || one.impliedClosure.has(other) || other.impliedClosure.has(one);

/** Answers what subjects cost under plans or, if no subject is named, what the plans cost. */
export const answerCost: AnswerFunction = (request) => {
  if (request.subjects.length === 0 && request.plans.length > 0) return answerCostOfPlans(request);
  const determined = determineAll(request);
  if (determined === null) return null;
  const { answerText } = request;
  const { determinations, subjects } = determined;
  for (const determination of determinations) {
    const { plan, subject, costs } = determination;
    addSummary(answerText, determination);
    for (const share of costs) answerText.add(`- ${sentence(printCostShare(share))}`, share.cites);
    if (costs.every(({ kind }) => kind === 'NOT_STATED'))
      answerText.add(`No source in the graph states an amount for ${subject.phrase} under ${plan.name}.`);
  }
  return { determinations, operation: coverageOperation(request, subjects) };
};

/** A statement with the passages that make it. */
interface CitedText {
  readonly text: string;
  readonly cites: readonly Passage[];
}

function answerCostOfPlans({ plans, answerText, remarkTerms }: AnswerRequest): AnswerDraft {
  for (const plan of plans) {
    const statements = costStatements(plan, remarkTerms);
    const byText = new Map(statements.map((statement) => [statement.text, statement]));
    answerText.add(
      byText.size === 0
        ? `No source in the graph states what ${plan.name} costs.`
        : `What the sources state of the cost of ${plan.name}:`,
    );
    for (const { text, cites } of byText.values()) answerText.add(`- ${text}`, cites);
  }
  return { concepts: plans, operation: costRemarksOperation(plans) };
}

/**
 * The costs in a plan's rules and the remarks on its cost. If there are terms, only the remarks that contain all of
 * them.
 */
function costStatements(plan: Plan, remarkTerms: readonly string[]): CitedText[] {
  const remarks = plan.remarks.filter(
    (remark) => remark.topic === 'COST' && remarkTerms.every((term) => stemsOf(remark).has(term)),
  );
  if (remarkTerms.length > 0) return remarks;
  const costsInRules = plan.rules.flatMap(({ subject, costs }) =>
    costs.map((share) => ({ text: sentence(`${subject.phrase}: ${printCostShare(share)}`), cites: share.cites })),
  );
  return [...costsInRules, ...remarks];
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
  for (const determination of determinations) addReasons(request.answerText, determination);
  addDisagreements(request.answerText, determinations);
  return { determinations, operation: coverageOperation(request, subjects) };
};

function addReasons(answerText: AnswerText, determination: Determination): void {
  const { proof, rejectedRules } = determination;
  addSummary(answerText, determination);
  for (const rule of new Set(proof.flatMap((step) => step.rule ?? []))) {
    const reason = rule.rationale === null ? '' : ` The source's reason: ${sentence(rule.rationale)}`;
    answerText.add(`- ${sentence(ruleText(rule))}${reason}`, rule.cites);
  }
  for (const { reason, text, rule } of rejectedRules.slice(0, MOST_REJECTED_RULES))
    if (reason === 'DEFEATED') answerText.add(`- Did not decide: ${sentence(text)}`, rule.cites);
  if (passagesBehind(determination).length === 0)
    answerText.add('No rule in the graph speaks to it, so there is no reason to give.');
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

/**
 * Lists over plans that are not about whether they cover something: which require a formality, what each charges, and what
 * changes for a plan.
 */
import type { Determination } from '../engine/determination.ts';
import type { Condition, Passage, Plan, Subject } from '../graph/entries.ts';
import { dutyText, list, sentence } from '../graph/sentences.ts';
import { printCostShare, printLimit } from '../model/amounts.ts';
import { type AnswerDraft, type AnswerRequest, determineFor, passagesBehind } from './answer-helpers.ts';
import { formalityOn, requirementsOn } from './coverage-answers.ts';
import { bySubjectOperation, byPlanOperation, coverageOperation, operationOfTwoDays } from './graphql-operations.ts';
import { MOST_LISTED } from './list-answers.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';

const MOST_CITATIONS = 2;

/** All plans in the order of their names, each with its determination for a subject. */
function allDetermined(request: AnswerRequest, subject: Subject): Determination[] {
  return [...request.graph.plans.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, MOST_LISTED)
    .map((plan) => determineFor(request, plan, subject));
}

/** The determinations of all plans on another day. */
interface LaterAnswers {
  readonly day: string;
  readonly determinations: readonly Determination[];
}

/**
 * The determinations on the first day within a year on which that of a plan changes, for a question that names no day. Null for any
 * other: its answer is that of the day.
 */
function laterAnswers(
  request: AnswerRequest,
  subject: Subject,
  determinations: readonly Determination[],
): LaterAnswers | null {
  if (request.day !== null) return null;
  const { today } = request;
  const inOneYear = `${String(Number(today.slice(0, 4)) + 1)}${today.slice(4)}`;
  const days = determinations.flatMap(({ upcomingChanges }) => upcomingChanges.map(({ on }) => on));
  const [day] = days.filter((each) => each <= inOneYear).sort();
  return day === undefined ? null : { day, determinations: allDetermined({ ...request, day }, subject) };
}

/** What a list over all plans returns besides its text. */
function draftOf(
  request: AnswerRequest,
  subject: Subject,
  determinations: readonly Determination[],
  later: LaterAnswers | null,
): AnswerDraft {
  const operation = byPlanOperation(request, subject, undefined);
  return {
    determinations: [...determinations, ...(later?.determinations ?? [])],
    concepts: determinations.map(({ plan }) => plan),
    operation:
      later === null
        ? operation
        : operationOfTwoDays(operation, byPlanOperation({ ...request, day: later.day }, subject, undefined)),
  };
}

/** What a plan says of a formality, best for the patient first. */
const VERDICTS = [
  ['NOT_REQUIRED', 'Not required'],
  ['MAY_BE_REQUIRED', 'May be required'],
  ['PLAN_RULES_APPLY', "The plan's own rules apply"],
  ['REQUIRED', 'Required'],
] as const;
type Verdict = (typeof VERDICTS)[number][0];

interface StatedVerdict {
  readonly plan: Plan;
  readonly verdict: Verdict;
  readonly cites: readonly Passage[];
}

/** Answers which plans require the conditions that the question asks about, for its only subject, and which will within a year. */
export function answerPlansRequiring(request: AnswerRequest): AnswerDraft | null {
  const [subject, ...others] = request.subjects;
  if (subject === undefined || others.length > 0 || request.conditionsAsked.length === 0) return null;
  const determinations = allDetermined(request, subject);
  const later = laterAnswers(request, subject, determinations);
  for (const condition of request.conditionsAsked) addVerdicts(request, subject, condition, determinations, later);
  return draftOf(request, subject, determinations, later);
}

/** Adds which plans require a condition. Plans that do not cover the subject, or whose rules do not say, are left out. */
function addVerdicts(
  request: AnswerRequest,
  { phrase }: Subject,
  condition: Condition,
  determinations: readonly Determination[],
  later: LaterAnswers | null,
): void {
  const { answerText } = request;
  const duty = dutyText(condition);
  const verdictsIn = (some: readonly Determination[]): StatedVerdict[] =>
    some.flatMap((determination) => verdictOn(determination, condition) ?? []);
  const stated = verdictsIn(determinations);
  answerText.add(
    stated.length === 0
      ? `No rule in the graph that holds on ${request.day ?? request.today} says of a plan whether it requires this for ${phrase}: ${duty}.`
      : `${duty.charAt(0).toUpperCase()}${duty.slice(1)} for ${phrase}, by plan:`,
  );
  addByVerdict(request, stated, '');
  const isNew = ({ plan, verdict }: StatedVerdict): boolean =>
    !stated.some((each) => each.plan === plan && each.verdict === verdict);
  if (later !== null) addByVerdict(request, verdictsIn(later.determinations).filter(isNew), `From ${later.day}, `);
  answerText.add(
    'The rules of the other plans do not say. That does not mean no, and remarks may say more of a single plan.',
  );
}

function addByVerdict({ answerText }: AnswerRequest, stated: readonly StatedVerdict[], from: string): void {
  for (const [verdict, heading] of VERDICTS) {
    const plans = stated.filter((each) => each.verdict === verdict);
    const texts = plans.map(({ plan, cites }) => `${plan.name}${answerText.cite(cites.slice(0, MOST_CITATIONS))}`);
    const title = from === '' ? heading : `${from}${heading.charAt(0).toLowerCase()}${heading.slice(1)}`;
    if (texts.length > 0) answerText.add(`${title}: ${list(texts, 'and')}.`);
  }
}

/** What the sources of a determination say of a condition: the strictest verdict. Null if they say nothing, or exclude the care. */
function verdictOn(determination: Determination, condition: Condition): StatedVerdict | null {
  const { plan, status } = determination;
  if (status === 'NOT_COVERED' || status === 'MAY_BE_EXCLUDED') return null;
  const requirements = requirementsOn(determination, condition);
  const strictest = VERDICTS.findLast(([verdict]) => requirements.some(({ strength }) => strength === verdict))?.[0];
  if (strictest !== undefined)
    return { plan, verdict: strictest, cites: requirements.flatMap(({ cites }) => [...cites]) };
  const formality = formalityOn(determination, condition);
  const verdict = VERDICTS.find(([each]) => each === formality?.status)?.[0];
  return formality === undefined || verdict === undefined ? null : { plan, verdict, cites: formality.cites };
}

/** Words of a question that asks what all plans charge, and not what something costs. */
const ASKS_OF_PLANS = /\b(?:plan|insurance|insurer|policy|cheapest|cheaper|lowest|who)\b/;

/** Answers what the plans charge for the only subject of a question that names no plan, and what they will within a year. */
export function answerCostByPlan(request: AnswerRequest): AnswerDraft | null {
  const { answerText, day, today } = request;
  const [subject, ...others] = request.subjects;
  if (subject === undefined || others.length > 0 || !ASKS_OF_PLANS.test(request.patternText)) return null;
  const determinations = allDetermined(request, subject);
  const later = laterAnswers(request, subject, determinations);
  const now = determinations.filter(statesCost);
  const on = day ?? today;
  answerText.add(
    now.length === 0
      ? `No rule in the graph states what a plan charges for ${subject.phrase} on ${on}.`
      : `What sources state that plans charge for ${subject.phrase} on ${on}:`,
  );
  addCostsOf(request, now);
  const changed = (later?.determinations ?? []).filter(
    (each) =>
      statesCost(each) && !now.some(({ plan, costs }) => plan === each.plan && textOf(costs) === textOf(each.costs)),
  );
  if (later !== null && changed.length > 0) answerText.add(`From ${later.day}:`);
  addCostsOf(request, changed);
  answerText.add(
    'They are not ranked, because terms and premiums differ. Of the other plans no rule states an amount; that does not mean that they charge nothing.',
  );
  return draftOf(request, subject, determinations, later);
}

const statedCosts = (costs: Determination['costs']): Determination['costs'] =>
  costs.filter(({ kind }) => kind !== 'NOT_STATED');
const statesCost = ({ costs }: Determination): boolean => statedCosts(costs).length > 0;
const textOf = (costs: Determination['costs']): string =>
  statedCosts(costs)
    .map((cost) => printCostShare(cost))
    .join('; ');

function addCostsOf({ answerText }: AnswerRequest, determinations: readonly Determination[]): void {
  for (const { plan, costs } of determinations)
    answerText.add(
      `- ${plan.name}: ${textOf(costs)}.`,
      statedCosts(costs).flatMap(({ cites }) => [...cites]),
    );
}

/** The most plans within a program whose changes are given. */
const MOST_PARTS = 10;

/** Whose answers are compared on two days: every plan with every subject. */
interface ComparedCells {
  readonly plans: readonly Plan[];
  readonly subjects: readonly Subject[];
  /** How many plans with changes are left out. */
  readonly left: number;
}

/** The plans named and those within them that have a rule that begins or ends, with the subjects named or those of these rules. */
function cellsToCompare({ graph, plans, subjects }: AnswerRequest, from: string, to: string): ComparedCells {
  const isBetween = (day: string | null): boolean => day !== null && day > from && day <= to;
  const parts = [...graph.plans.values()]
    .filter((part) => !plans.includes(part) && plans.some((plan) => isPlanWithin(part, plan)))
    .map((part) => ({
      part,
      changing: part.rules
        .filter((rule) => isBetween(rule.from) || isBetween(rule.until))
        .map(({ subject }) => subject),
    }))
    .filter(({ changing }) => changing.length > 0);
  const shown = parts.slice(0, MOST_PARTS);
  const services = [...graph.services.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1)).slice(0, MOST_LISTED);
  const ofParts = shown.flatMap(({ changing }) => changing);
  const unnamed = shown.length > 0 ? [...new Set(ofParts)] : services;
  return {
    plans: [...plans, ...shown.map(({ part }) => part)],
    subjects: subjects.length > 0 ? subjects : unnamed,
    left: parts.length - shown.length,
  };
}

/**
 * Answers what changes for plans between today and the day that the question names or, without one, the first day of next year:
 * each service whose answer, limits or costs are then others. For a program, those of the plans within it too.
 */
export function answerChanges(request: AnswerRequest): AnswerDraft | null {
  const { answerText, today } = request;
  const [plan, ...otherPlans] = request.plans;
  if (plan === undefined || (otherPlans.length > 0 && request.subjects.length === 0)) return null;
  const other = request.day ?? `${String(Number(today.slice(0, 4)) + 1)}-01-01`;
  const [from, to] = [today, other].sort() as [string, string];
  const { plans, subjects, left } = cellsToCompare(request, from, to);
  const pairs = plans.flatMap((each) =>
    subjects.map((subject) => ({
      before: determineFor({ ...request, day: from }, each, subject),
      after: determineFor({ ...request, day: to }, each, subject),
    })),
  );
  const changed = pairs
    .filter(({ before, after }) => textOfTerms(before) !== textOfTerms(after))
    .map(({ after }) => after);
  const named = list(
    request.plans.map(({ name }) => name),
    'or',
  );
  answerText.add(
    changed.length === 0
      ? `No rule in the graph states a change for ${named} between ${from} and ${to}. That does not mean that nothing changes.`
      : `What sources state of ${to} and not of ${from}:`,
  );
  for (const determination of changed) answerText.add(`- ${textOfTerms(determination)}`, passagesBehind(determination));
  if (left > 0) answerText.add(`${String(left)} more plans within ${named} have changes; ask about one of them.`);
  const onDay = { ...request, plans, day: to };
  const isWhole = plans.length === 1 && request.subjects.length === 0;
  return {
    determinations: pairs.map(({ after }) => after),
    concepts: [...new Set(changed.map(({ subject }) => subject))],
    operation: isWhole ? bySubjectOperation(onDay, plan) : coverageOperation(onDay, subjects),
  };
}

/** The summary, which names the costs, and the limits. */
const textOfTerms = ({ summary, limits }: Determination): string =>
  [summary, ...limits.map((limit) => sentence(`limit: ${printLimit(limit)}`))].join(' ');

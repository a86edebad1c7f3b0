/**
 * Answers a question in plain English. If a part of the question is not understood, or fits several entries, it is
 * reported and nothing is derived: a guess could be a confident wrong answer.
 */
import type { CaseFact, Determination } from '../engine/determination.ts';
import { ContradictingFacts } from '../engine/question.ts';
import type { Condition, Entry, Graph, Passage, Plan, Subject, Territory } from '../graph/entries.ts';
import { factText, list } from '../graph/sentences.ts';
import type { AnswerDraft, AnswerFunction, AnswerRequest } from './answer-helpers.ts';
import { AnswerText } from './answer-text.ts';
import { COUNTY_INTENTS, type QuestionIntent } from './classify-intent.ts';
import { countyText, type OfferPlace } from './county.ts';
import { answerComparison, answerCost, answerCoverage, answerRequirements, answerWhy } from './coverage-answers.ts';
import { answerDescription, answerEffects, answerEligibility, answerEvidence } from './entry-answers.ts';
import { addBillingDetails, answerBilling } from './billing-answers.ts';
import type { AmbiguousText, Interpretation } from './fill-slots.ts';
import { answerInclusion, answerPlace } from './graph-answers.ts';
import { type Conversation, goesOn, isComplete } from './conversation.ts';
import { namedOperation, operationOfParts } from './graphql-operations.ts';
import { asksForChanges } from './classify-intent.ts';
import { matterNotHeld, otherMatterNotHeld } from './matters-not-held.ts';
import { answerChanges, answerCostByPlan, answerPlansRequiring } from './plan-lists.ts';
import { interpret, interpretNext } from './interpret.ts';
import { answerCodes, answerOptions, answerPlans, answerTechniques } from './list-answers.ts';
import { addWhetherOffered, answerPlansByBothReadings, answerPlansInPlace } from './plans-in-county.ts';
import { readPreviousOperation } from './previous-operation.ts';
import { isSpanish, SPANISH_ANSWER } from './spanish.ts';
import { saysTheSame, type SplitQuestion, splitQuestion } from './split-question.ts';
import { suggestions } from './suggestions.ts';
import { unreadInStateOf } from './unread-states.ts';

/** What a question was taken to mean, and the answer. */
export interface QuestionAnswer {
  /** The question as it was typed. */
  readonly question: string;
  /** False if the question was not understood or does not name enough. Then nothing is derived, and `text` says why. */
  readonly understood: boolean;
  /** What the question asks for; null if that was not understood. */
  readonly intent: QuestionIntent | null;
  readonly plans: readonly Plan[];
  readonly subjects: readonly Subject[];
  /** The territory where the care is given, or that the question asks about. */
  readonly territory: Territory | null;
  /** The county in which plans are asked about, such as "Allegheny County, Pennsylvania". */
  readonly county: string | null;
  /** The facts of the case that the question states. */
  readonly given: readonly CaseFact[];
  /** Yes or no, if the question asks that of the graph itself and a source answers it; otherwise null. */
  readonly yes: boolean | null;
  /** The answer in words, with the numbers of its citations in brackets. */
  readonly text: string;
  readonly determinations: readonly Determination[];
  /** The entries that a list or description is about. */
  readonly concepts: readonly Entry[];
  /** Parts of the question that were not understood, as they were typed. */
  readonly notUnderstood: readonly string[];
  /** Words that the question was answered without, as they were typed. */
  readonly setAside: readonly string[];
  /** If the question was not understood: up to three similar questions that are. */
  readonly suggestions: readonly string[];
  /** The GraphQL operation that asks the same; null if the question was not understood. */
  readonly operation: string | null;
  /** The passages cited in the text, in the order of their numbers, from 1. */
  readonly cites: readonly Passage[];
}

/** The most pairs of a plan and a subject that are derived for one question. */
const MOST_PAIRS = 50;

const ANSWER_FUNCTIONS: Record<QuestionIntent, AnswerFunction> = {
  COVERAGE: answerCoverage,
  REQUIREMENTS: answerRequirements,
  COST: answerCost,
  COMPARE: answerComparison,
  LIST_PLANS: answerPlans,
  LIST_TECHNIQUES: answerTechniques,
  LIST_CODES: answerCodes,
  INCLUDES: answerInclusion,
  DESCRIBE: answerDescription,
  ELIGIBILITY: answerEligibility,
  EFFECTS: answerEffects,
  EVIDENCE: answerEvidence,
  PLACE: answerPlace,
  OPTIONS: answerOptions,
  EXPLAIN: answerWhy,
};

/**
 * Answers a question in plain English. A text with several questions gets the answers to all of them, if all are understood.
 * @param today the day of the care if the question names no year, as YYYY-MM-DD
 * @param previous the operation of an earlier answer, from which the question takes what it leaves out
 * @throws UnreadableOperation if `previous` is not an operation as answers have it
 */
export function ask(graph: Graph, question: string, today: string, previous: string | null = null): QuestionAnswer {
  const before = previous === null ? null : readPreviousOperation(graph, previous);
  const whole = interpretAfter(graph, question, today, before);
  const parts = partsToAnswer(graph, question, today, before, whole);
  if (parts.length < 2) return answerTo(graph, question, today, whole);
  const answerText = new AnswerText();
  const answers = parts.map((part, index) => {
    if (index > 0) answerText.add('');
    answerText.add(`${String(index + 1)}. ${headingOf(part.asked)}`);
    return answerTo(graph, part.question, today, part.interpretation, answerText);
  });
  return answers.every(({ understood }) => understood)
    ? joinedAnswer(question, answers, answerText)
    : answerTo(graph, question, today, whole);
}

const headingOf = (question: string): string => question.charAt(0).toUpperCase() + question.slice(1);

/** A question with its interpretation: on its own or, if it leaves something out, after the question before. */
function interpretAfter(graph: Graph, question: string, today: string, before: Conversation | null): Interpretation {
  const alone = interpret(graph, question, today);
  return before === null || isComplete(question, alone) ? alone : interpretNext(graph, question, today, before);
}

interface QuestionPart extends SplitQuestion {
  readonly interpretation: Interpretation;
}

/** The most questions of one text that are answered one by one. */
const MOST_PARTS = 4;

/**
 * The questions in a text that need answers of their own. Empty if one answer to the whole text says all that theirs would, or if
 * one of them is not understood.
 */
function partsToAnswer(
  graph: Graph,
  question: string,
  today: string,
  before: Conversation | null,
  whole: Interpretation,
): readonly QuestionPart[] {
  const texts = splitQuestion(question);
  if (texts.length < 2 || texts.length > MOST_PARTS) return [];
  const parts: QuestionPart[] = [];
  let last = before;
  for (const text of texts) {
    const interpretation = interpretAfter(graph, text.question, today, last);
    if (interpretation.intent === null || !canBeAnswered(interpretation)) return [];
    parts.push({ ...text, interpretation });
    last = conversationOf(interpretation);
  }
  return saysTheSame(
    whole,
    parts.map(({ interpretation }) => interpretation),
  )
    ? []
    : parts;
}

/** What the next question takes from an interpreted one. */
const conversationOf = ({ county, ...interpretation }: Interpretation): Conversation => ({
  ...interpretation,
  offerText: county === null ? null : `in ${countyText(county)}`,
});

/** Answers one interpreted question. Without an answer nothing that it would write is kept in a text of its own. */
function answerTo(
  graph: Graph,
  question: string,
  today: string,
  interpretation: Interpretation,
  answerText = new AnswerText(),
): QuestionAnswer {
  const { intent, plans, subjects, territory, county, offeredState, notUnderstood } = interpretation;
  const meaning = {
    question,
    intent,
    plans,
    subjects,
    territory: territory ?? offeredState?.state ?? null,
    county: county && countyText(county),
    given: statedFacts(interpretation),
    notUnderstood,
    setAside: interpretation.setAside,
  };
  addReading(answerText, interpretation);
  const notHeld = otherMatterNotHeld(question);
  if (notHeld !== null) answerText.add(notHeld);
  const result = answerInterpretation(graph, interpretation, today, answerText);
  if ('reason' in result) {
    return {
      ...meaning,
      understood: false,
      yes: null,
      text: reasonText(interpretation, question, result.reason),
      determinations: [],
      concepts: [],
      suggestions: suggestions(graph, question, interpretation, today),
      operation: null,
      cites: [],
    };
  }
  const { yes = null, determinations = [], concepts = [], operation } = result;
  return {
    ...meaning,
    subjects: subjectsAnswered(interpretation, determinations),
    understood: true,
    yes,
    text: answerText.text,
    determinations,
    concepts,
    suggestions: [],
    operation: namedOperation(operation, intent),
    cites: answerText.cites,
  };
}

/** The answers to the questions of one text as one answer, whose text they share. */
function joinedAnswer(question: string, answers: readonly QuestionAnswer[], answerText: AnswerText): QuestionAnswer {
  const all = <Item>(itemsOf: (answer: QuestionAnswer) => readonly Item[]): readonly Item[] => [
    ...new Set(answers.flatMap(itemsOf)),
  ];
  const facts = new Map(answers.flatMap(({ given }) => given.map((fact) => [fact.text, fact])));
  return {
    question,
    understood: true,
    intent: answers[0]?.intent ?? null,
    plans: all(({ plans }) => plans),
    subjects: all(({ subjects }) => subjects),
    territory: answers.find(({ territory }) => territory !== null)?.territory ?? null,
    county: answers.find(({ county }) => county !== null)?.county ?? null,
    given: [...facts.values()],
    yes: null,
    text: answerText.text,
    determinations: all(({ determinations }) => determinations),
    concepts: all(({ concepts }) => concepts),
    notUnderstood: [],
    setAside: all(({ setAside }) => setAside),
    suggestions: [],
    operation: operationOfParts(answers.map(({ operation }) => operation ?? '')),
    cites: answerText.cites,
  };
}

/** Adds what was taken from the question before. */
function addTakenOver(answerText: AnswerText, { takenOver }: Interpretation): void {
  if (takenOver === null) return;
  const { plans, subjects, territory, offerText, day, met, unmet, counts } = takenOver;
  const facts = [
    ...met.map((condition) => factText({ condition, holds: true, count: null, atLeast: null, atMost: null })),
    ...unmet.map((condition) => factText({ condition, holds: false, count: null, atLeast: null, atMost: null })),
    ...[...counts].map(([condition, count]) =>
      factText({ condition, holds: null, count, atLeast: null, atMost: null }),
    ),
  ];
  const taken = [
    ...plans.map(({ name }) => name),
    ...subjects.map(({ phrase }) => phrase),
    ...(territory === null ? [] : [territory.name]),
    ...(offerText === null ? [] : [offerText]),
    ...(day === null ? [] : [`on ${day}`]),
    ...facts,
  ];
  if (taken.length > 0) answerText.add(`From the question before: ${taken.join(', ')}.`);
}

/** Adds the words that were set aside and those that were read as other words. */
function addReading(answerText: AnswerText, interpretation: Interpretation): void {
  const { setAside, respellings } = interpretation;
  addTakenOver(answerText, interpretation);
  if (setAside.length > 0) answerText.add(`I did not use: ${setAside.join(', ')}.`);
  const readings = respellings.map(({ typed, read }) => `"${typed}" as ${read}`);
  if (readings.length > 0) answerText.add(`I read ${list(readings, 'and')}.`);
}

/** Why a question has no answer, with what can be said of questions of its kind. */
function reasonText(interpretation: Interpretation, question: string, reason: string): string {
  if (isSpanish(question)) return SPANISH_ANSWER;
  const { plans, subjects, notUnderstood } = interpretation;
  const namesNothing = plans.length + subjects.length + notUnderstood.length === 0;
  if (namesNothing && goesOn(question))
    return 'This seems to go on from another question, and none was given. Ask it in full, with the plan and the service.';
  const notHeld = matterNotHeld(question);
  return notHeld === null ? reason : `${notHeld} ${reason}`;
}

/** Why a question has no answer. */
interface NoAnswer {
  readonly reason: string;
}

/** Answers an interpreted question and writes the text of the answer, or returns the reason why there is none. */
function answerInterpretation(
  graph: Graph,
  interpretation: Interpretation,
  today: string,
  answerText: AnswerText,
): AnswerDraft | NoAnswer {
  const { intent } = interpretation;
  if (intent === null || !canBeAnswered(interpretation)) return { reason: reasonForNoAnswer(graph, interpretation) };
  const request = Object.assign({}, interpretation, { graph, today, answerText });
  try {
    const place = offerPlaceOf(interpretation);
    const isOnlyAboutBilling = intent === 'DESCRIBE' && request.billingDetails.length > 0 && request.plans.length === 0;
    const answer = isOnlyAboutBilling ? answerBilling : answerFunctionOf(request, intent);
    const draft = place === null ? answer(request) : answerWithPlace(request, intent, place);
    if (draft !== null && !isOnlyAboutBilling) addBillingDetails(request);
    return draft ?? { reason: reasonForNoAnswer(graph, interpretation) };
  } catch (error) {
    if (!(error instanceof ContradictingFacts)) throw error;
    return { reason: `What the question says of the case cannot all be so: ${error.message}.` };
  }
}

/** The function that answers an intent. Questions over all plans and over time have functions of their own. */
function answerFunctionOf({ plans, patternText }: AnswerRequest, intent: QuestionIntent): AnswerFunction {
  if (plans.length > 0)
    return asksForChanges(patternText) && intent === 'OPTIONS' ? answerChanges : ANSWER_FUNCTIONS[intent];
  if (intent === 'REQUIREMENTS') return answerPlansRequiring;
  if (intent === 'COST') return answerCostByPlan;
  return ANSWER_FUNCTIONS[intent];
}

/** Where the question asks for plans, or may do so; null if it names no such place. */
function offerPlaceOf({ county, offeredState }: Interpretation): OfferPlace | null {
  return county ?? (offeredState && { kind: 'STATE', state: offeredState.state });
}

/** Answers a question that names a place where plans may be offered. */
function answerWithPlace(request: AnswerRequest, intent: QuestionIntent, place: OfferPlace): AnswerDraft | null {
  const { plans, offeredState } = request;
  const isOnlyReading = place.kind === 'COUNTY' || offeredState?.isStated === true;
  if (intent === 'LIST_PLANS')
    return isOnlyReading ? answerPlansInPlace(request, place) : answerPlansByBothReadings(request, place);
  if (isOnlyReading) addWhetherOffered(request, place, plans);
  else if (COUNTY_INTENTS.has(intent))
    addWhetherOffered(
      request,
      place,
      plans.filter(({ serviceAreas }) => serviceAreas.length > 0),
    );
  return ANSWER_FUNCTIONS[intent](request);
}

function canBeAnswered({ notUnderstood, ambiguous, plans, subjects }: Interpretation): boolean {
  return notUnderstood.length === 0 && ambiguous.length === 0 && plans.length * subjects.length <= MOST_PAIRS;
}

/** The subjects that the question names. If it names none, those of the determinations. */
function subjectsAnswered(
  { subjects, intent }: Interpretation,
  determinations: readonly Determination[],
): readonly Subject[] {
  if (subjects.length > 0 || intent === 'OPTIONS') return subjects;
  return [...new Set(determinations.map(({ subject }) => subject))];
}

function reasonForNoAnswer(
  graph: Graph,
  { notUnderstood, invalidDay, ambiguous, plans, subjects }: Interpretation,
): string {
  const ambiguities = ambiguous.map(ambiguityText);
  if (invalidDay !== null)
    return `"${invalidDay}" is not a day of the calendar. Write the day as January 31, 2027, 1/31/2027 or 2027-01-31.`;
  if (notUnderstood.length > 0) {
    const names = notUnderstood.map((name) => `"${name}"`);
    const unread = notUnderstood.flatMap((name) => unreadInStateOf(graph, name));
    const called = `Nothing in the graph is called ${list(names, 'or')}, so nothing was looked up.`;
    return [called, ...unread, ...ambiguities].join(' ');
  }
  if (ambiguities.length > 0) return ambiguities.join(' ');
  if (plans.length > 0 && subjects.length === 0)
    return 'The question names no service, technique or billing code that is in the graph.';
  if (subjects.length > 0 && plans.length === 0) return 'The question names no plan that is in the graph.';
  return 'The question was not understood.';
}

function ambiguityText({ text, entries, isCounty, choices = [] }: AmbiguousText): string {
  if (choices.length > 0) {
    const state = list(
      entries.map(({ name }) => name),
      'or',
    );
    return `"${text}" could be ${list(choices, 'or')} in ${state}, which are two places: name one of them.`;
  }
  if (isCounty === true) {
    const states = entries.map(({ name }) => name);
    const orCode =
      states.length === 1 ? " and give the county's code, because several counties there have that name" : '';
    return `"${text}" could be in ${list(states, 'or')}: name the state${orCode}.`;
  }
  const names = entries.map(({ name, kind, slug }) =>
    kind === 'TERRITORY' ? `${name} (${slug.toUpperCase()})` : name,
  );
  return `${text === '' ? 'The place' : `"${text}"`} could be ${list(names, 'or')}.`;
}

/** The facts that a question states: conditions met, conditions unmet, and counts. */
function statedFacts({ met, unmet, counts }: Interpretation): CaseFact[] {
  const caseFact = (condition: Condition, holds: boolean | null, count: number | null): CaseFact => {
    const fact = { condition, holds, count, atLeast: null, atMost: null };
    return { ...fact, text: factText(fact) };
  };
  return [
    ...met.map((condition) => caseFact(condition, true, null)),
    ...unmet.map((condition) => caseFact(condition, false, null)),
    ...[...counts].map(([condition, count]) => caseFact(condition, null, count)),
  ];
}

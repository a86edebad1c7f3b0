/**
 * A question in plain English: what it was taken to mean, and the answer to that, or an honest "not understood". A name
 * that nothing answers to, and one that fits several entries, is never passed over: then nothing is derived.
 */
import type { CaseFact, Determination } from '../engine/determination.ts';
import { ContradictingFacts } from '../engine/question.ts';
import type { Entry, Graph, Passage, Plan, Subject, Territory } from '../graph/entries.ts';
import { factText, list } from '../graph/sentences.ts';
import type { AnswerDraft, Answering } from './answer-helpers.ts';
import { answerComparison, answerCost, answerCoverage, answerRequirements, answerWhy } from './coverage-answers.ts';
import { countyText } from './county-text.ts';
import { answerDescription, answerEffects, answerEligibility, answerEvidence } from './entry-answers.ts';
import { answerInclusion, answerPlace } from './graph-answers.ts';
import { interpret, type Interpretation } from './interpret.ts';
import type { QuestionIntent } from './classify-intent.ts';
import { answerCodes, answerOptions, answerPlans, answerTechniques } from './list-answers.ts';
import { answerPlansInCounty, sayWhetherOffered } from './plans-in-county.ts';
import { suggestions } from './suggestions.ts';
import { AnswerText } from './answer-text.ts';

export interface Answer {
  readonly question: string;
  readonly understood: boolean;
  readonly intent: QuestionIntent | null;
  readonly plans: readonly Plan[];
  readonly subjects: readonly Subject[];
  readonly territory: Territory | null;
  /** The county in which plans are asked about, in words. */
  readonly county: string | null;
  readonly given: readonly CaseFact[];
  /** Null unless the question asks yes or no of the graph itself, and a source answers it. */
  readonly yes: boolean | null;
  readonly text: string;
  readonly determinations: readonly Determination[];
  readonly concepts: readonly Entry[];
  readonly notUnderstood: readonly string[];
  readonly suggestions: readonly string[];
  readonly operation: string | null;
  /** In the order of the numbers in the text. */
  readonly cites: readonly Passage[];
}

/** Pairs of a plan and a subject that one question may be about. */
const MOST_PAIRS = 50;

const ANSWERS: Record<QuestionIntent, Answering> = {
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

/** `today` is an ISO day: the day of the care where the question names none. */
export function ask(graph: Graph, question: string, today: string): Answer {
  const asked = interpret(graph, question, today);
  const shown = {
    question,
    intent: asked.intent,
    plans: asked.plans,
    subjects: asked.subjects,
    territory: asked.territory,
    county: asked.county && countyText(asked.county),
    given: givenFacts(asked),
    notUnderstood: asked.notUnderstood,
  };
  const nothing = { understood: false, yes: null, determinations: [], concepts: [], operation: null, cites: [] };
  const writing = new AnswerText();
  const answered = answer(graph, asked, today, writing);
  if (answered === null || typeof answered === 'string') {
    return {
      ...shown,
      ...nothing,
      text: answered ?? whyNot(asked),
      suggestions: suggestions(graph, question, asked, today),
    };
  }
  const { yes = null, determinations = [], concepts = [], operation } = answered;
  const subjects =
    asked.subjects.length > 0 || asked.intent === 'OPTIONS'
      ? asked.subjects
      : [...new Set(determinations.map(({ subject }) => subject))];
  return {
    ...shown,
    subjects,
    understood: true,
    yes,
    text: writing.text,
    determinations,
    concepts,
    suggestions: [],
    operation,
    cites: writing.cites,
  };
}

/** A text instead of an answer says why there is none. */
function answer(graph: Graph, asked: Interpretation, today: string, writing: AnswerText): AnswerDraft | string | null {
  if (
    asked.intent === null ||
    asked.notUnderstood.length > 0 ||
    asked.ambiguous.length > 0 ||
    asked.plans.length * asked.subjects.length > MOST_PAIRS
  )
    return null;
  try {
    const whole = { ...asked, graph, today, writing };
    if (asked.county !== null && asked.intent === 'LIST_PLANS') return answerPlansInCounty(whole, asked.county);
    if (asked.county !== null) sayWhetherOffered(whole, asked.county);
    return ANSWERS[asked.intent](whole);
  } catch (error) {
    if (error instanceof ContradictingFacts)
      return `What the question says of the case cannot all be so: ${error.message}.`;
    throw error;
  }
}

function whyNot({ notUnderstood, ambiguous, plans, subjects }: Interpretation): string {
  const several = ambiguous.map(({ text, entries, isCounty }) =>
    isCounty === true
      ? `"${text}" could be in ${list(
          entries.map(({ name }) => name),
          'or',
        )}: name the state${entries.length === 1 ? " and ask by the county's code, for several there have that name" : ''}.`
      : `${text === '' ? 'The place' : `"${text}"`} could be ${list(
          entries.map(({ name, kind, slug }) => (kind === 'TERRITORY' ? `${name} (${slug.toUpperCase()})` : name)),
          'or',
        )}.`,
  );
  if (notUnderstood.length > 0)
    return [
      `Nothing in the graph answers to ${list(
        notUnderstood.map((name) => `"${name}"`),
        'and',
      )}, so nothing was looked up.`,
      ...several,
    ].join(' ');
  if (several.length > 0) return several.join(' ');
  if (plans.length > 0 && subjects.length === 0)
    return 'The question names no service, technique or billing code that the graph knows.';
  if (subjects.length > 0 && plans.length === 0) return 'The question names no plan that the graph knows.';
  return 'The question was not understood.';
}

function givenFacts({ met, unmet, counts }: Interpretation): CaseFact[] {
  const fact = (terms: Pick<CaseFact, 'condition' | 'holds' | 'count'>): CaseFact => {
    const whole = { ...terms, atLeast: null, atMost: null };
    return { ...whole, text: factText(whole) };
  };
  return [
    ...met.map((condition) => fact({ condition, holds: true, count: null })),
    ...unmet.map((condition) => fact({ condition, holds: false, count: null })),
    ...[...counts].map(([condition, count]) => fact({ condition, holds: null, count })),
  ];
}

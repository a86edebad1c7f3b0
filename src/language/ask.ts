/** A question in plain English: what it was taken to mean, and the answer to that, or an honest "not understood". */
import { determine } from '../engine/determine.ts';
import type { CaseFact, Determination } from '../engine/determination.ts';
import type { Entry, Graph, Passage, Plan, Subject, Territory } from '../graph/entries.ts';
import { factText } from '../graph/sentences.ts';
import { interpret, broadest, type Interpretation } from './interpretation.ts';
import type { QuestionIntent } from './intents.ts';
import { coverageOperation } from './operation.ts';

export interface Answer {
  readonly question: string;
  readonly understood: boolean;
  readonly intent: QuestionIntent | null;
  readonly plans: readonly Plan[];
  readonly subjects: readonly Subject[];
  readonly territory: Territory | null;
  readonly given: readonly CaseFact[];
  readonly yes: boolean | null;
  readonly text: string;
  readonly determinations: readonly Determination[];
  readonly concepts: readonly Entry[];
  readonly notUnderstood: readonly string[];
  readonly suggestions: readonly string[];
  readonly operation: string | null;
  readonly cites: readonly Passage[];
}

export const LONGEST_QUESTION = 1_000;

export function ask(graph: Graph, question: string, today: string): Answer {
  const asked = interpret(graph, question.slice(0, LONGEST_QUESTION), today);
  const subjects = asked.subjects.length > 0 ? asked.subjects : [broadest(graph)].filter((each) => each !== null);
  const understood = question.length <= LONGEST_QUESTION && asked.notUnderstood.length === 0 && asked.ambiguous.length === 0 && asked.plans.length > 0 && subjects.length > 0;
  const determinations = understood ? asked.plans.flatMap((plan) => subjects.map((subject) => determine({
    graph, plan, subject, met: asked.met, unmet: asked.unmet, counts: asked.counts, territory: asked.territory, on: asked.on ?? today, onAssumed: asked.on === null, accordingTo: asked.accordingTo, minimumAuthority: null,
  }))) : [];
  return {
    question, understood, intent: asked.intent, plans: asked.plans, subjects, territory: asked.territory,
    given: givenFacts(asked), yes: null,
    text: understood ? determinations.map(({ summary }) => summary).join(' ') : 'The question was not understood.',
    determinations, concepts: [], notUnderstood: asked.notUnderstood, suggestions: [],
    operation: understood ? coverageOperation(asked, subjects) : null,
    cites: [...new Set(determinations.flatMap(({ cites }) => cites))],
  };
}

function givenFacts({ met, unmet, counts }: Interpretation): CaseFact[] {
  const fact = (terms: Omit<CaseFact, 'text' | 'atLeast' | 'atMost'>): CaseFact => {
    const whole = { ...terms, atLeast: null, atMost: null };
    return { ...whole, text: factText(whole) };
  };
  return [
    ...met.map((condition) => fact({ condition, holds: true, count: null })),
    ...unmet.map((condition) => fact({ condition, holds: false, count: null })),
    ...[...counts].map(([condition, count]) => fact({ condition, holds: null, count })),
  ];
}

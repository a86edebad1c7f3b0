/** What every kind of question shares in being answered: what was asked, how to derive, and what an answer is made of. */
import { determine } from '../engine/determine.ts';
import type { Determination, ProofStep } from '../engine/determination.ts';
import type { Entry, Graph, Passage, Plan, Subject } from '../graph/entries.ts';
import { sentence } from '../graph/sentences.ts';
import type { Interpretation } from './interpret.ts';
import type { AnswerText } from './answer-text.ts';

/** The question as it is answered. */
export interface AnswerRequest extends Interpretation {
  readonly graph: Graph;
  readonly today: string;
  readonly writing: AnswerText;
}

/** What a kind of question adds to the text that it writes; null where too little was named to answer it. */
export interface AnswerDraft {
  readonly yes?: boolean | null;
  readonly determinations?: readonly Determination[];
  readonly concepts?: readonly Entry[];
  readonly operation: string;
}
export type Answering = (asked: AnswerRequest) => AnswerDraft | null;

/** One plan on one subject, with all that the question gives. */
export function determineFor(
  { graph, met, unmet, counts, territory, on, today, accordingTo }: AnswerRequest,
  plan: Plan,
  subject: Subject,
): Determination {
  return determine({
    graph,
    plan,
    subject,
    met,
    unmet,
    counts,
    territory,
    on: on ?? today,
    onAssumed: on === null,
    accordingTo,
    minimumAuthority: null,
  });
}

/** The passages of the rules and links that the conclusion rests on, nearest first; the long list of what is home is left out. */
export function passagesBehind({ proof }: Determination): Passage[] {
  const steps = new Map(proof.map((step) => [step.number, step]));
  const reached = new Set(proof.findLast(({ kind }) => kind === 'CONCLUSION')?.restsOn);
  const found: ProofStep[] = [];
  for (const number of reached) {
    const step = steps.get(number);
    if (step === undefined) continue;
    if (step.kind === 'RULE' || (step.kind === 'LINK' && step.link?.kind !== 'HOME')) found.push(step);
    for (const below of step.restsOn) reached.add(below);
  }
  const rank = ({ kind }: ProofStep): number => (kind === 'RULE' ? 0 : 1);
  return [...new Set(found.sort((a, b) => rank(a) - rank(b)).flatMap(({ cites }) => cites))];
}

/** The summary, with who says so. */
export function saySummary(writing: AnswerText, answer: Determination): void {
  writing.say(answer.summary, passagesBehind(answer));
}

/** Disagreements that an answer touches, at most two of them; the determination holds them all. */
export function sayDisagreements(writing: AnswerText, answers: readonly Determination[]): void {
  const seen = new Map(
    answers.flatMap(({ disagreements }) =>
      disagreements
        .filter(({ positions }) => positions.some(({ status }) => status !== null))
        .map((each) => [each.title, each]),
    ),
  );
  for (const { title, positions } of [...seen.values()].slice(0, 2)) {
    writing.say(`Not all sources agree. ${title}`);
    for (const { says, cites } of positions) writing.say(`- ${sentence(says)}`, cites);
  }
}

/** What the answers to all intents share: the request, the draft, and how a determination is obtained and cited. */
import { determine } from '../engine/determine.ts';
import type { Determination, Position, ProofStep } from '../engine/determination.ts';
import type { Entry, Graph, Passage, Plan, Subject } from '../graph/entries.ts';
import { sentence } from '../graph/sentences.ts';
import { AUTHORITIES } from '../model/words.ts';
import type { AnswerText } from './answer-text.ts';
import type { Interpretation } from './fill-slots.ts';

/** An interpreted question with what is needed to answer it. */
export interface AnswerRequest extends Interpretation {
  readonly graph: Graph;
  /** The current day, as YYYY-MM-DD. */
  readonly today: string;
  /** The text of the answer, which the answer functions write to. */
  readonly answerText: AnswerText;
}

/** The parts of an answer other than its text. */
export interface AnswerDraft {
  /** Yes or no, for a question that the graph itself answers; null if no source answers it. */
  readonly yes?: boolean | null;
  readonly determinations?: readonly Determination[];
  /** The entries that a list or description is about. */
  readonly concepts?: readonly Entry[];
  /** A GraphQL operation that asks the same. */
  readonly operation: string;
}

/**
 * Answers questions of one intent: writes the text of the answer and returns its other parts. Returns null, and writes
 * nothing, if the question does not name enough to answer it.
 */
export type AnswerFunction = (request: AnswerRequest) => AnswerDraft | null;

/** The determination of a plan and a subject, with all facts that the question states. */
export function determineFor(request: AnswerRequest, plan: Plan, subject: Subject): Determination {
  const { graph, met, unmet, counts, territory, day, today, accordingTo } = request;
  return determine({
    graph,
    plan,
    subject,
    met,
    unmet,
    counts,
    territory,
    on: day ?? today,
    onAssumed: day === null,
    accordingTo,
    minimumAuthority: null,
  });
}

/**
 * The passages of the rules and links that a conclusion depends on, each once: those of rules first, nearest to the
 * conclusion first. Links that list home territories are left out, because there are many.
 */
export function passagesBehind({ proof }: Determination): Passage[] {
  const stepsByNumber = new Map(proof.map((step) => [step.number, step]));
  const reached = new Set(proof.findLast(({ kind }) => kind === 'CONCLUSION')?.restsOn);
  const cited: ProofStep[] = [];
  // A set yields members that are added while it is iterated.
  for (const number of reached) {
    const step = stepsByNumber.get(number);
    if (step === undefined) continue;
    if (step.kind === 'RULE' || (step.kind === 'LINK' && step.link?.kind !== 'HOME')) cited.push(step);
    for (const premise of step.restsOn) reached.add(premise);
  }
  const rank = ({ kind }: ProofStep): number => (kind === 'RULE' ? 0 : 1);
  return [...new Set(cited.sort((a, b) => rank(a) - rank(b)).flatMap(({ cites }) => cites))];
}

/** Adds the summary of a determination with its citations. */
export function addSummary(answerText: AnswerText, determination: Determination): void {
  answerText.add(determination.summary, passagesBehind(determination));
}

const MOST_DISAGREEMENTS = 2;
const MOST_POSITIONS = 5;

/**
 * Adds what sources disagree on, at most two matters, each with its different positions, those of the highest authority
 * first. A position of an earlier day is given with that day. The determinations hold all disagreements.
 */
export function addDisagreements(answerText: AnswerText, determinations: readonly Determination[]): void {
  const withStatus = determinations
    .flatMap(({ disagreements }) => disagreements)
    .filter(({ positions }) => positions.some(({ status }) => status !== null));
  const positionsByTitle = new Map<string, Position[]>();
  for (const { title, positions } of withStatus)
    positionsByTitle.set(title, [...(positionsByTitle.get(title) ?? []), ...positions]);
  for (const [title, positions] of [...positionsByTitle].slice(0, MOST_DISAGREEMENTS)) {
    const byText = new Map<string, Passage[]>();
    for (const position of positions.sort(byAuthority)) {
      const text = positionText(position);
      byText.set(text, [...(byText.get(text) ?? []), ...position.cites]);
    }
    answerText.add(`Not all sources agree. ${title}`);
    for (const [text, cites] of [...byText].slice(0, MOST_POSITIONS)) answerText.add(`- ${text}`, cites);
    const left = byText.size - MOST_POSITIONS;
    if (left > 0) answerText.add(`- ${String(left)} more ${left === 1 ? 'position' : 'positions'} in the graph.`);
  }
}

/** Current positions before those of an earlier day, and those of the highest authority first. */
function byAuthority(a: Position, b: Position): number {
  const rank = ({ sources }: Position): number =>
    Math.min(...sources.map(({ authority }) => AUTHORITIES.indexOf(authority)));
  return Number(a.asOf !== null) - Number(b.asOf !== null) || rank(a) - rank(b);
}

const positionText = ({ says, asOf }: Position): string =>
  asOf === null ? sentence(says) : `As of ${asOf}: ${sentence(says)}`;

/** Which rules stand: docs/semantics.md#section-4. A ground at a time, to be read together with it. */
import type { RequirementStrength } from '../../../src/model/words.ts';
import type { Speaker } from './applicable-rules.ts';
import { isSubset } from './place.ts';
import type { Question } from './question.ts';
import { rankOf, type Rule } from './rules.ts';

/** The subject of what a plan asks of all care that it takes over: broader than any other. */
export const ALL_CARE = '(all care)';

interface Defeat<T = Speaker> {
  readonly winner: T;
  readonly loser: T;
  /** A hedged rule takes a firm one out of the count, and does not put it out. */
  readonly isSoft: boolean;
}

type Ground = (question: Question, r: Speaker, s: Speaker) => boolean;

/** docs/semantics.md#ground-1: r names s in `exceptTo`, or names what s restates. */
const ground1: Ground = (_, r, s) =>
  r.rule.targets.some((target) => target === s.rule || s.rule.fuller.includes(target));

/** docs/semantics.md#ground-2: s is SECONDARY, r is not, and r's subject is s's or nearer. */
const ground2: Ground = (question, r, s) =>
  !isSecondary(question, r) && isSecondary(question, s) && isAsNear(question, r, s);

/** docs/semantics.md#ground-3: r is a grant that must be taken over, s an exclusion of the plan's own. */
const ground3: Ground = ({ plans }, r, s) =>
  r.takenFrom !== null && r.rule.effect === 'covered' && s.takenFrom === null && plans.chain(s.plan).has(r.plan);

/** docs/semantics.md#ground-4: r is at least as specific in plan, subject and place, and more so in one. */
const ground4: Ground = (question, r, s) => isAsSpecific(question, r, s) && !isAsSpecific(question, s, r);

/** docs/semantics.md#ground-5: r's source has the higher authority. */
const ground5: Ground = (question, r, s) => rankOf(question, voiceOf(r)) < rankOf(question, voiceOf(s));

/** docs/semantics.md#ground-6: same plan, subject, place, authority and publisher, both dated, r later. */
const ground6: Ground = (question, r, s) => {
  const { publisher, publishedOn: day } = question.data.sources[voiceOf(r)] ?? {};
  const { publisher: other, publishedOn: otherDay } = question.data.sources[voiceOf(s)] ?? {};
  const isOfOnePublisher = publisher !== undefined && publisher === other;
  const isLater = day !== undefined && otherDay !== undefined && day > otherDay;
  return isOfOnePublisher && isLater && isAsSpecific(question, r, s) && isAsSpecific(question, s, r);
};

/** docs/semantics.md#ground-7: one source says both, and r is the exclusion. */
const ground7: Ground = (_, r, s) =>
  r.rule.effect === 'excluded' && r.rule.voices.some((source) => s.rule.voices.includes(source));

/** The source that a rule speaks with. */
const voiceOf = ({ rule }: Speaker): string => rule.voices[0] ?? '';

function isSecondary({ data }: Question, speaker: Speaker): boolean {
  return data.sources[voiceOf(speaker)]?.authority === 'SECONDARY';
}

/** Whether r's subject is s's, or nearer to what was asked. */
function isAsNear({ subjectChain }: Question, r: Speaker, s: Speaker): boolean {
  if (s.rule.subject === ALL_CARE) return true;
  return subjectChain(r.rule.subject).has(s.rule.subject);
}

/** An unplaced grant and an unplaced exclusion are equal in place. */
function isAsSpecific(question: Question, r: Speaker, s: Speaker): boolean {
  const areUnplaced = r.rule.isUnplaced && s.rule.isUnplaced;
  return (
    question.plans.chain(r.plan).has(s.plan) &&
    isAsNear(question, r, s) &&
    (areUnplaced || isSubset(r.rule.places, s.rule.places))
  );
}

/** Every rule that this one is an exception to, however far. */
function allTargets({ targets }: Rule): Rule[] {
  return targets.flatMap((target) => [target, ...allTargets(target)]);
}

/** Whether r is an exception, however far, to s or to what s restates. */
export function isExceptionTo(r: Rule, s: Rule): boolean {
  const wordings = [s, ...s.fuller].map(({ slug }) => slug);
  return allTargets(r).some(({ slug }) => wordings.includes(slug));
}

/**
 * The grounds that can decide a pair, in their order. A rule that lifts says nothing else; a chain of exceptions is one
 * "unless"; what is taken from one plan comes as it stood there. A general official sentence does not silence
 * a specific one of a summary, so that across the SECONDARY line no later ground is looked at.
 */
function groundsFor(question: Question, one: Speaker, other: Speaker): readonly Ground[] {
  const isJoined = isExceptionTo(one.rule, other.rule) || isExceptionTo(other.rule, one.rule);
  const lifts = one.rule.effect === 'lifted' || other.rule.effect === 'lifted';
  const isSettledThere = one.takenFrom !== null && one.takenFrom === other.takenFrom;
  if (isJoined || lifts || isSettledThere) return [ground1];
  if (isSecondary(question, one) !== isSecondary(question, other)) return [ground1, ground2];
  return [ground1, ground3, ground4, ground5, ground6, ground7];
}

/** The grounds by which a hedged rule takes a firm one out of the count. */
const STRONG: readonly Ground[] = [ground1, ground2];

/** The first ground that applies to the pair, in either direction, decides. */
function decide(question: Question, one: Speaker, other: Speaker, grounds: readonly Ground[]): Defeat | null {
  for (const ground of grounds) {
    const directions = [
      { winner: one, loser: other },
      { winner: other, loser: one },
    ];
    const decided = directions.find(({ winner, loser }) => ground(question, winner, loser));
    if (!decided) continue;
    const isSoft = decided.winner.rule.isHedged && !decided.loser.rule.isHedged;
    return isSoft && !STRONG.includes(ground) ? null : { ...decided, isSoft };
  }
  return null;
}

function defeatBetween(question: Question, one: Speaker, other: Speaker): Defeat | null {
  if (one.rule.effect === other.rule.effect) return null;
  return decide(question, one, other, groundsFor(question, one, other));
}

/** The speakers that count, of those whose conditions hold. */
export function resolve(question: Question, speakers: readonly Speaker[]): readonly Speaker[] {
  const defeats = speakers.flatMap((one, index) =>
    speakers.slice(index + 1).flatMap((other) => defeatBetween(question, one, other) ?? []),
  );
  const out = speakersOut(speakers, defeats);
  const standing = speakers.filter((speaker) => {
    const isDemoted = defeats.some(({ winner, loser, isSoft }) => isSoft && loser === speaker && !out.has(winner));
    return !out.has(speaker) && !isDemoted && speaker.rule.effect !== 'lifted';
  });
  return standing.filter((speaker) => !isOutranked(question, speaker, standing));
}

/** A SECONDARY rule does not count where an official one on the same or a nearer subject stands. */
function isOutranked(question: Question, speaker: Speaker, standing: readonly Speaker[]): boolean {
  if (!isSecondary(question, speaker)) return false;
  return standing.some((other) => !isSecondary(question, other) && isAsNear(question, other, speaker));
}

/**
 * A rule is out where a standing rule defeats it, and stands where all that defeat it are out; a ring leaves both open.
 */
function speakersOut<T>(speakers: readonly T[], defeats: readonly Defeat<T>[]): ReadonlySet<T> {
  const out = new Set<T>();
  const stands = new Set<T>();
  const winnersOver = (speaker: T): T[] =>
    defeats.filter(({ loser, isSoft }) => loser === speaker && !isSoft).map(({ winner }) => winner);
  // Each round but the last settles one speaker at least.
  for (let round = 0; round <= speakers.length; round++) {
    for (const speaker of speakers) {
      const winners = winnersOver(speaker);
      if (winners.some((winner) => stands.has(winner))) out.add(speaker);
      else if (winners.every((winner) => out.has(winner))) stands.add(speaker);
    }
  }
  return out;
}

/** What a rule or a link says of one condition. */
export interface Statement {
  readonly condition: string;
  readonly strength: RequirementStrength;
  readonly dependsOn: readonly string[];
  readonly by: Speaker;
  /** The rule on whose condition it is made: the rule itself, or the grant that a link goes with. */
  readonly on: Rule;
}

/**
 * The grounds that decide between two statements, as if they were of opposite effect. So only ground 1, which is none of
 * these, is between an exception and what it is an exception to.
 */
function groundsForStatements(question: Question, one: Speaker, other: Speaker): readonly Ground[] {
  if (isExceptionTo(one.rule, other.rule) || isExceptionTo(other.rule, one.rule)) return [];
  if (isSecondary(question, one) !== isSecondary(question, other)) return [ground2];
  return [ground4, ground5, ground6];
}

/** The defeat between two statements that say different things of the same condition: docs/semantics.md#section-2-asks. */
export function defeatOfStatement(question: Question, one: Statement, other: Statement): Defeat<Statement> | null {
  if (one.condition !== other.condition || one.strength === other.strength) return null;
  const [r, s] = [onTheCareOf(question, one.by, other.by), onTheCareOf(question, other.by, one.by)];
  const defeat = decide(question, r, s, groundsForStatements(question, r, s));
  if (defeat === null) return null;
  return defeat.winner === r
    ? { winner: one, loser: other, isSoft: defeat.isSoft }
    : { winner: other, loser: one, isSoft: defeat.isSoft };
}

/**
 * A link asks something of all care that it takes over, so it is broader than any rule of the plan. Compared with a
 * grant that it takes over, and goes with, it is on the same care.
 */
function onTheCareOf({ data, plans }: Question, link: Speaker, { rule, plan, takenFrom }: Speaker): Speaker {
  const giver = link.takenFrom ?? '';
  const takesAll = data.plans[link.plan]?.takesRulesFrom?.[giver]?.takes === 'EVERYTHING';
  const isTakenAsGrant = takenFrom === giver && plan === link.plan;
  const isTakenByIt = isTakenAsGrant || (takesAll && takenFrom === null && plans.takenWhole(giver).has(plan));
  if (link.rule.subject !== ALL_CARE || rule.effect !== 'covered' || !isTakenByIt) return link;
  const { subject, places, isUnplaced } = rule;
  return { ...link, rule: { ...link.rule, subject, places, isUnplaced } };
}

/** The statements that are shown, of those made on the same facts. */
export function statementsShown(question: Question, statements: readonly Statement[]): readonly Statement[] {
  const defeats = statements.flatMap((one, index) =>
    statements.slice(index + 1).flatMap((other) => defeatOfStatement(question, one, other) ?? []),
  );
  const out = speakersOut(statements, defeats);
  const isDemoted = (statement: Statement): boolean =>
    defeats.some(({ winner, loser, isSoft }) => isSoft && loser === statement && !out.has(winner));
  return statements.filter((statement) => !out.has(statement) && !isDemoted(statement));
}

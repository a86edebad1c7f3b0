/**
 * Which rules stand where rules of opposite effect meet: docs/semantics.md#section-4.
 *
 * For each pair the first of seven grounds that applies, in either direction, decides which rule defeats the other. A
 * rule is then out where a standing rule defeats it, and stands where all rules that defeat it are out.
 */
import type { Graph, Rule } from '../graph/entries.ts';
import type { DefeatGround } from '../model/words.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { rankOf } from './day-and-sources.ts';
import { planChain } from './plan-chain.ts';
import { isUnplaced, placesOf } from './rule-territory.ts';
import { isAsNear } from './subject-chain.ts';
import { isSubset } from './territory.ts';

export interface Defeat {
  readonly winner: ApplicableRule;
  readonly loser: ApplicableRule;
  readonly ground: DefeatGround;
  /** A hedged rule defeats a firm one: the loser no longer counts, but it still keeps out what it defeats. */
  readonly isSoft: boolean;
}

/** Every defeat among the rules, pair by pair in their order. */
export function defeatsAmong(graph: Graph, rules: readonly ApplicableRule[]): readonly Defeat[] {
  return rules.flatMap((rule, index) =>
    rules.slice(index + 1).flatMap((other) => defeatBetween(graph, rule, other) ?? []),
  );
}

/** The defeat that decides a pair; null where neither rule defeats the other. */
function defeatBetween(graph: Graph, one: ApplicableRule, other: ApplicableRule): Defeat | null {
  if (one.rule.effect === other.rule.effect) return null;
  for (const { ground, applies } of groundsFor(one, other)) {
    const directions = [
      { winner: one, loser: other },
      { winner: other, loser: one },
    ];
    const decided = directions.find(({ winner, loser }) => applies(winner, loser, graph));
    if (decided) return defeatBy(ground, decided.winner, decided.loser);
  }
  return null;
}

/** A hedged rule does nothing to a firm one by the weaker grounds. */
function defeatBy(ground: DefeatGround, winner: ApplicableRule, loser: ApplicableRule): Defeat | null {
  const isSoft = winner.isHedged && !loser.isHedged;
  return isSoft && !STRONG_GROUNDS.has(ground) ? null : { winner, loser, ground, isSoft };
}

interface Ground {
  readonly ground: DefeatGround;
  /** Whether r defeats s by this ground. The grounds before it in the list do not apply to the pair. */
  readonly applies: (r: ApplicableRule, s: ApplicableRule, graph: Graph) => boolean;
}

/** docs/semantics.md#ground-1: r names s in `exceptTo`, or names what s restates. */
const EXCEPTION: Ground = { ground: 'EXCEPTION', applies: (r, s) => names(r.rule, s.rule) };

/**
 * docs/semantics.md#ground-2: s comes from a SECONDARY source, r does not, and r's subject is s's or nearer to what was
 * asked.
 */
const OFFICIAL_OVER_SUMMARY: Ground = {
  ground: 'OFFICIAL_OVER_SUMMARY',
  applies: (r, s) => !isSecondary(r) && isSecondary(s) && isAsNear(r.rule.subject, s.rule.subject),
};

/** docs/semantics.md#ground-3: r is a grant that the plan must take over, and s an exclusion of that plan's own. */
const MANDATED_GRANT: Ground = {
  ground: 'MANDATED_GRANT',
  applies: (r, s) => {
    const isGrantTaken = r.takenFrom !== null && r.rule.effect === 'COVERED';
    return isGrantTaken && s.takenFrom === null && planChain(s.plan).has(r.plan);
  },
};

/** docs/semantics.md#ground-4: r is at least as specific in plan, subject and place, and more so in one. */
const MORE_SPECIFIC: Ground = {
  ground: 'MORE_SPECIFIC',
  applies: (r, s, graph) => isAsSpecific(graph, r, s) && !isAsSpecific(graph, s, r),
};

/** docs/semantics.md#ground-5: r's source has the higher authority. */
const HIGHER_AUTHORITY: Ground = {
  ground: 'HIGHER_AUTHORITY',
  applies: (r, s) => authorityOf(r) < authorityOf(s),
};

/** docs/semantics.md#ground-6: same plan, subject, place, authority and publisher, both dated, r later. */
const LATER: Ground = {
  ground: 'LATER',
  applies: (r, s, graph) =>
    isAsSpecific(graph, r, s) &&
    isAsSpecific(graph, s, r) &&
    authorityOf(r) === authorityOf(s) &&
    hasSamePublisher(r, s) &&
    isDatedLater(r, s),
};

/** docs/semantics.md#ground-7: the two come from the same source, and r is the exclusion. */
const EXCLUSION_LIMITS_GRANT: Ground = {
  ground: 'EXCLUSION_LIMITS_GRANT',
  applies: (r, s) => r.rule.effect === 'EXCLUDED' && r.voices.some((source) => s.voices.includes(source)),
};

/** The grounds by which a hedged rule takes a firm one out of the count; by the others it does nothing to it. */
const STRONG_GROUNDS: ReadonlySet<DefeatGround> = new Set(['EXCEPTION', 'OFFICIAL_OVER_SUMMARY']);

/** The grounds that can decide a pair, in their order. */
function groundsFor(one: ApplicableRule, other: ApplicableRule): readonly Ground[] {
  if (isDecidedByExceptionsAlone(one, other)) return [EXCEPTION];
  if (isSecondary(one) !== isSecondary(other)) return [EXCEPTION, OFFICIAL_OVER_SUMMARY];
  return [EXCEPTION, MANDATED_GRANT, MORE_SPECIFIC, HIGHER_AUTHORITY, LATER, EXCLUSION_LIMITS_GRANT];
}

/**
 * A rule that only lifts says nothing else; a chain of exceptions is one reading; what one plan gave was settled there.
 */
function isDecidedByExceptionsAlone(one: ApplicableRule, other: ApplicableRule): boolean {
  return (
    one.rule.effect === 'LIFTED' ||
    other.rule.effect === 'LIFTED' ||
    isExceptionTo(one.rule, other.rule) ||
    isExceptionTo(other.rule, one.rule) ||
    (one.takenFrom !== null && one.takenFrom === other.takenFrom)
  );
}

/** Whether r is an exception to s, or to a wording that s restates. */
function names(r: Rule, s: Rule): boolean {
  return r.exceptTo.includes(s) || s.restates.some((fuller) => names(r, fuller));
}

/** Whether r is an exception, however far, to s or to a wording that s restates. */
export function isExceptionTo(r: Rule, s: Rule): boolean {
  return names(r, s) || r.exceptTo.some((target) => isExceptionTo(target, s));
}

const isSecondary = ({ voices: [voice] }: ApplicableRule): boolean => voice?.authority === 'SECONDARY';

/** Zero for the highest authority. */
const authorityOf = ({ voices: [voice] }: ApplicableRule): number => (voice ? rankOf(voice) : Infinity);

function hasSamePublisher({ voices: [r] }: ApplicableRule, { voices: [s] }: ApplicableRule): boolean {
  const publisher = r?.publisher ?? null;
  return publisher !== null && publisher === s?.publisher;
}

function isDatedLater({ voices: [r] }: ApplicableRule, { voices: [s] }: ApplicableRule): boolean {
  const date = r?.publishedOn ?? null;
  const other = s?.publishedOn ?? null;
  return date !== null && other !== null && date > other;
}

/** Whether r is at least as specific as s in plan, subject and place. */
function isAsSpecific(graph: Graph, r: ApplicableRule, s: ApplicableRule): boolean {
  return planChain(r.plan).has(s.plan) && isAsNear(r.rule.subject, s.rule.subject) && isAsPlaced(graph, r.rule, s.rule);
}

/** Whether r speaks only where s speaks. Two rules that name no place are equal in place, whatever is read of them. */
function isAsPlaced(graph: Graph, r: Rule, s: Rule): boolean {
  if (isUnplaced(r) && isUnplaced(s)) return true;
  return isSubset(placesOf(graph, r), placesOf(graph, s));
}

/** What becomes of the rules that act. */
export interface Resolution {
  /** No standing rule defeats them. Rules in a ring of defeat are not out. */
  readonly notOut: ReadonlySet<ApplicableRule>;
  /** Those that bring about the outcome. */
  readonly counting: ReadonlySet<ApplicableRule>;
}

/** Resolves the conflicts among rules that act on the same facts. */
export function resolve(acting: ReadonlySet<ApplicableRule>, defeats: readonly Defeat[]): Resolution {
  const among = defeats.filter(({ winner, loser }) => acting.has(winner) && acting.has(loser));
  const out = rulesOut(acting, among);
  const notOut = [...acting].filter((each) => !out.has(each));
  const demoted = new Set(among.filter(({ winner, isSoft }) => isSoft && !out.has(winner)).map(({ loser }) => loser));
  const standing = notOut.filter((each) => !demoted.has(each) && each.rule.effect !== 'LIFTED');
  return { notOut: new Set(notOut), counting: new Set(standing.filter((each) => !isOutranked(each, standing))) };
}

/** A SECONDARY rule does not count where an official rule on the same or a nearer subject stands. */
function isOutranked(rule: ApplicableRule, standing: readonly ApplicableRule[]): boolean {
  if (!isSecondary(rule)) return false;
  return standing.some((other) => !isSecondary(other) && isAsNear(other.rule.subject, rule.rule.subject));
}

/** The rules that a standing rule defeats, worked out until nothing changes. */
function rulesOut(acting: ReadonlySet<ApplicableRule>, defeats: readonly Defeat[]): ReadonlySet<ApplicableRule> {
  const winnersOver = new Map([...acting].map((rule): [ApplicableRule, ApplicableRule[]] => [rule, []]));
  for (const { winner, loser, isSoft } of defeats) if (!isSoft) winnersOver.get(loser)?.push(winner);
  const out = new Set<ApplicableRule>();
  const stands = new Set<ApplicableRule>();
  let settledBefore = -1;
  while (out.size + stands.size > settledBefore) {
    settledBefore = out.size + stands.size;
    for (const [rule, winners] of winnersOver) {
      if (winners.some((winner) => stands.has(winner))) out.add(rule);
      else if (winners.every((winner) => out.has(winner))) stands.add(rule);
    }
  }
  return out;
}

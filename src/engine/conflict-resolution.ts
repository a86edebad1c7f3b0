/**
 * Which rules stand (docs/semantics.md#section-4). For every pair of opposite effect the first of the seven grounds
 * that applies, in either direction, decides; then a rule is out where a standing rule defeats it and stands where all
 * that defeat it are out. Both hold of each completion of the facts, so they are functions of the facts, worked out for
 * all at once.
 */
import type { Graph, Rule } from '../graph/entries.ts';
import type { DefeatGround } from '../model/words.ts';
import { FALSE, type Algebra } from './bdd.ts';
import { comparePlaces } from './rule-territory.ts';
import { compareAuthority, planChain, subjectChain, type ApplicableRule } from './applicable-rules.ts';

/** One speaker defeats another, by their places in the list of speakers. */
export interface Defeat {
  readonly by: number;
  readonly of: number;
  readonly ground: DefeatGround;
  /** A hedged rule defeats a firm one: that one no longer counts, but still keeps out what it defeats. */
  readonly soft: boolean;
}

const isSecondary = ({ source: voice }: ApplicableRule): boolean => voice.authority === 'SECONDARY';

/** -1 where a is the nearer to what was asked, 1 where b is, 0 where equal, null where neither leads to the other. */
type Comparison = -1 | 0 | 1 | null;
function compareSubjects(a: Rule, b: Rule): Comparison {
  if (a.subject === b.subject) return 0;
  return subjectChain(a.subject).has(b.subject) ? -1 : subjectChain(b.subject).has(a.subject) ? 1 : null;
}
function comparePlans(a: ApplicableRule, b: ApplicableRule): Comparison {
  if (a.plan === b.plan) return 0;
  return planChain(a.plan).has(b.plan) ? -1 : planChain(b.plan).has(a.plan) ? 1 : null;
}
/** Whether the first speaks of the same subject as the second, or a nearer one. */
const asNear = (a: ApplicableRule, b: ApplicableRule): boolean => (compareSubjects(a.rule, b.rule) ?? 1) <= 0;
/** Whether the first speaks of a broader subject than the second. */
export const isBroader = (a: ApplicableRule, b: ApplicableRule): boolean => compareSubjects(a.rule, b.rule) === 1;

/** Every defeat among the speakers. */
export function defeats(graph: Graph, speakers: readonly ApplicableRule[]): Defeat[] {
  const found: Defeat[] = [];
  speakers.forEach((a, first) => {
    for (let second = first + 1; second < speakers.length; second++) {
      const b = speakers[second];
      if (!b || a.rule.effect === b.rule.effect) continue;
      const decided = groundBetween(graph, a, b);
      if (!decided) continue;
      const [by, of] = decided.winner === a ? [first, second] : [second, first];
      const [winner, loser] = decided.winner === a ? [a, b] : [b, a];
      const soft = winner.hedged && !loser.hedged;
      if (soft && !STRONG.has(decided.ground)) continue;
      found.push({ by, of, ground: decided.ground, soft });
    }
  });
  return found;
}
/** The grounds by which a hedged rule takes a firm one out of the count. */
const STRONG: ReadonlySet<DefeatGround> = new Set(['EXCEPTION', 'OFFICIAL_OVER_SUMMARY']);

/** Whether the first is an exception to the second, or to a wording that the second restates. */
export function names(r: Rule, s: Rule): boolean {
  for (let wording: Rule | null = s; wording; wording = wording.restates) if (r.exceptTo.includes(wording)) return true;
  return false;
}

/**
 * Whether the first is an exception, however far, to the second. 2026-11-23: ground 7 would set the exclusion of a
 * chain against the third exception in it, and all four would stand in a ring; docs/semantics.md#i14 says what a chain
 * means, so rules that a chain joins are held against one another by EXCEPTION alone.
 */
export function isExceptionTo(r: Rule, s: Rule): boolean {
  return names(r, s) || r.exceptTo.some((target) => isExceptionTo(target, s));
}

interface Decided {
  readonly winner: ApplicableRule;
  readonly ground: DefeatGround;
}

/** The first ground that applies to the pair in either direction; null where none does. */
function groundBetween(graph: Graph, a: ApplicableRule, b: ApplicableRule): Decided | null {
  if (names(a.rule, b.rule)) return { winner: a, ground: 'EXCEPTION' };
  if (names(b.rule, a.rule)) return { winner: b, ground: 'EXCEPTION' };
  // A rule that only lifts says nothing but what it is an exception to; two taken from one plan were settled there.
  if (a.rule.effect === 'LIFTED' || b.rule.effect === 'LIFTED' || (a.takenFrom && a.takenFrom === b.takenFrom))
    return null;
  if (isExceptionTo(a.rule, b.rule) || isExceptionTo(b.rule, a.rule)) return null;

  if (isSecondary(a) !== isSecondary(b)) {
    const [official, summary] = isSecondary(b) ? [a, b] : [b, a];
    // A general sentence does not silence a specific one: then no ground applies, not even a later one.
    return asNear(official, summary) ? { winner: official, ground: 'OFFICIAL_OVER_SUMMARY' } : null;
  }
  const mandated = mustTakeOver(a, b) ? a : mustTakeOver(b, a) ? b : null;
  if (mandated) return { winner: mandated, ground: 'MANDATED_GRANT' };

  const comparisons = [comparePlans(a, b), compareSubjects(a.rule, b.rule), comparePlaces(graph, a.rule, b.rule)];
  const atLeast = (side: -1 | 1): boolean =>
    comparisons.every((each) => each === 0 || each === side) && comparisons.includes(side);
  if (atLeast(-1)) return { winner: a, ground: 'MORE_SPECIFIC' };
  if (atLeast(1)) return { winner: b, ground: 'MORE_SPECIFIC' };

  const authority = compareAuthority(a.source, b.source);
  if (authority !== 0) return { winner: authority < 0 ? a : b, ground: 'HIGHER_AUTHORITY' };

  const [dateA, dateB] = [a.source.publishedOn, b.source.publishedOn];
  if (
    comparisons.every((each) => each === 0) &&
    a.source.publisher !== null &&
    a.source.publisher === b.source.publisher &&
    dateA !== null &&
    dateB !== null &&
    dateA !== dateB
  )
    return { winner: dateA > dateB ? a : b, ground: 'LATER' };

  if (a.sources.some((source) => b.sources.includes(source)))
    return { winner: a.rule.effect === 'EXCLUDED' ? a : b, ground: 'EXCLUSION_LIMITS_GRANT' };
  return null;
}

/** Whether the exclusion is one of the plan that must take the grant over, or of a plan that takes that plan's rules. */
function mustTakeOver(grant: ApplicableRule, exclusion: ApplicableRule): boolean {
  return (
    grant.takenFrom !== null &&
    grant.rule.effect === 'COVERED' &&
    exclusion.rule.effect === 'EXCLUDED' &&
    exclusion.takenFrom === null &&
    planChain(exclusion.plan).has(grant.plan)
  );
}

/** For each speaker, on which facts it is so. */
export interface DefeatResult {
  /** Its own condition holds, and so do those of the rules that it is an exception to. */
  readonly acts: readonly number[];
  /** It acts, and no standing rule defeats it. Rules in a ring of defeat are not out. */
  readonly notOut: readonly number[];
  /** It is not out, nor taken out of the count by a hedged rule. */
  readonly stands: readonly number[];
  /** It stands, and is no summary where an official rule on the same or a nearer subject stands. */
  readonly counts: readonly number[];
}

/** What stands and what counts, once the defeats among the speakers are worked out. */
export function resolveDefeats(
  speakers: readonly ApplicableRule[],
  acts: readonly number[],
  against: readonly Defeat[],
  algebra: Algebra,
): DefeatResult {
  const { notOut, stands } = against.length === 0 ? { notOut: acts, stands: acts } : workedOut(acts, against, algebra);
  const counts = stands.map((f, each) => {
    const speaker = speakers[each];
    if (!speaker || speaker.rule.effect === 'LIFTED') return FALSE;
    return f === FALSE || !isSecondary(speaker) ? f : besideOfficial(speaker, f, speakers, stands, algebra);
  });
  return { acts, notOut, stands, counts };
}

/** On which facts a summary counts that stands on those of `f`: those on which no official rule as near stands. */
function besideOfficial(
  summary: ApplicableRule,
  f: number,
  speakers: readonly ApplicableRule[],
  stands: readonly number[],
  { and, not }: Algebra,
): number {
  return speakers.reduce(
    (all, other, index) =>
      isSecondary(other) || other.rule.effect === 'LIFTED' || !asNear(other, summary)
        ? all
        : and(all, not(stands[index] ?? FALSE)),
    f,
  );
}

/** Works the defeats out to their end: the least fixed point, reached after at most as many rounds as twice the speakers. */
function workedOut(
  acts: readonly number[],
  against: readonly Defeat[],
  { and, or, not }: Algebra,
): Pick<DefeatResult, 'notOut' | 'stands'> {
  const at = (functions: readonly number[], index: number): number => functions[index] ?? FALSE;
  const full = new Map<number, number[]>();
  for (const { by, of, soft } of against) {
    if (soft) continue;
    const others = full.get(of);
    if (others) others.push(by);
    else full.set(of, [by]);
  }
  const stands = acts.map((act, each) => (full.has(each) ? FALSE : act));
  const out = acts.map(() => FALSE);
  let changed = full.size > 0;
  for (let round = 0; changed && round <= 2 * acts.length; round++) {
    changed = false;
    for (const [each, others] of full) {
      let [nowStands, nowOut] = [at(acts, each), FALSE];
      for (const by of others) {
        nowStands = and(nowStands, or(not(at(acts, by)), at(out, by)));
        nowOut = or(nowOut, at(stands, by));
      }
      nowOut = and(at(acts, each), nowOut);
      changed ||= nowStands !== stands[each] || nowOut !== out[each];
      [stands[each], out[each]] = [nowStands, nowOut];
    }
  }
  const notOut = acts.map((act, each) => and(act, not(at(out, each))));
  const counted = [...notOut];
  for (const { by, of, soft } of against) if (soft) counted[of] = and(at(counted, of), not(at(notOut, by)));
  return { notOut, stands: counted };
}

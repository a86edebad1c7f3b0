/**
 * Which of the applicable rules are defeated and which count (docs/semantics.md#section-4). For each pair of rules with
 * opposite effects, the first of the seven grounds that applies decides which rule defeats the other. A rule is out if a
 * rule that is not out defeats it. This depends on the facts, so each result is a Boolean function of the facts, computed
 * for all completions at once.
 */
import type { Graph, Rule } from '../graph/entries.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';
import type { DefeatGround } from '../model/words.ts';
import { FALSE, type Algebra } from './bdd.ts';
import { comparePlaces } from './rule-territory.ts';
import { compareAuthority, planChain, subjectChain, type ApplicableRule } from './applicable-rules.ts';

/** One rule defeats another. `by` and `of` are indexes into the list of applicable rules. */
export interface Defeat {
  readonly by: number;
  readonly of: number;
  readonly ground: DefeatGround;
  /** True if a hedged rule defeats a firm one: the loser no longer counts, but it still defeats others. */
  readonly soft: boolean;
}

const isSecondary = ({ source }: ApplicableRule): boolean => source.authority === 'SECONDARY';

/** -1 if a is more specific, 1 if b is, 0 if they are equal, null if neither contains the other. */
export type Comparison = -1 | 0 | 1 | null;
/** Which of two rules speaks of the more specific care. */
export interface CareComparison {
  readonly subjects: Comparison;
  readonly places: Comparison;
}
function compareSubjects(a: Rule, b: Rule): Comparison {
  if (a.subject === b.subject) return 0;
  if (subjectChain(a.subject).has(b.subject)) return -1;
  return subjectChain(b.subject).has(a.subject) ? 1 : null;
}
function comparePlans(a: ApplicableRule, b: ApplicableRule): Comparison {
  if (a.plan === b.plan) return 0;
  if (planChain(a.plan).has(b.plan)) return -1;
  return planChain(b.plan).has(a.plan) ? 1 : null;
}
/** The same for rules that ask, which also apply to the plans within their own that take nothing from it. */
function compareAskingPlans(a: ApplicableRule, b: ApplicableRule): Comparison {
  if (isPlanWithin(a.plan, b.plan)) return -1;
  return isPlanWithin(b.plan, a.plan) ? 1 : comparePlans(a, b);
}
/** Whether the first is about the same subject as the second, or about a more specific one. */
const asNear = (a: ApplicableRule, b: ApplicableRule): boolean => (compareSubjects(a.rule, b.rule) ?? 1) <= 0;
/** Whether the first is about a broader subject than the second. */
export const isBroader = (a: ApplicableRule, b: ApplicableRule): boolean => compareSubjects(a.rule, b.rule) === 1;

/** Every defeat between two of the rules. */
export function defeats(graph: Graph, applicable: readonly ApplicableRule[]): Defeat[] {
  const found: Defeat[] = [];
  applicable.forEach((a, first) => {
    for (let second = first + 1; second < applicable.length; second++) {
      const b = applicable[second];
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
/** The only grounds on which a hedged rule can defeat a firm one. */
const STRONG: ReadonlySet<DefeatGround> = new Set(['EXCEPTION', 'OFFICIAL_OVER_SUMMARY']);

/** Whether the first is an exception to the second, or to a wording that the second restates. */
export function names(r: Rule, s: Rule): boolean {
  return r.exceptTo.includes(s) || s.restates.some((fuller) => names(r, fuller));
}

/**
 * Whether the first is an exception to the second, directly or through other exceptions. Rules that a chain of exceptions
 * joins are compared by the ground EXCEPTION alone (docs/semantics.md#i14): with ground 7 as well, the exclusion of a
 * chain and the third exception in it would defeat each other in a circle.
 */
export function isExceptionTo(r: Rule, s: Rule): boolean {
  return names(r, s) || r.exceptTo.some((target) => isExceptionTo(target, s));
}

/** Which of two rules defeats the other, and why. */
interface Decision {
  readonly winner: ApplicableRule;
  readonly ground: DefeatGround;
}

/** The first ground that applies to the pair in either direction; null if none does. */
function groundBetween(graph: Graph, a: ApplicableRule, b: ApplicableRule): Decision | null {
  if (names(a.rule, b.rule)) return { winner: a, ground: 'EXCEPTION' };
  if (names(b.rule, a.rule)) return { winner: b, ground: 'EXCEPTION' };
  // A lifting rule conflicts only with what it is an exception to; two rules taken from one plan were compared there.
  if (a.rule.effect === 'LIFTED' || b.rule.effect === 'LIFTED' || (a.takenFrom && a.takenFrom === b.takenFrom))
    return null;
  if (isExceptionTo(a.rule, b.rule) || isExceptionTo(b.rule, a.rule)) return null;

  if (isSecondary(a) !== isSecondary(b)) {
    const [official, summary] = isSecondary(b) ? [a, b] : [b, a];
    // A general official rule does not defeat a specific summary, and then no later ground applies either.
    return asNear(official, summary) ? { winner: official, ground: 'OFFICIAL_OVER_SUMMARY' } : null;
  }
  if (mustTakeOver(a, b)) return { winner: a, ground: 'MANDATED_GRANT' };
  if (mustTakeOver(b, a)) return { winner: b, ground: 'MANDATED_GRANT' };
  return groundOfDegree(a, b, {
    plans: comparePlans(a, b),
    subjects: compareSubjects(a.rule, b.rule),
    places: comparePlaces(graph, a.rule, b.rule),
  });
}

/**
 * The rule whose requirement holds where two rules say different things of the same condition
 * (docs/semantics.md#section-2-asks): by grounds 2, 4, 5 and 6, as if they had opposite effects; null if neither does.
 */
export function strongerClaim(
  graph: Graph,
  a: ApplicableRule,
  b: ApplicableRule,
  care: CareComparison = {
    subjects: compareSubjects(a.rule, b.rule),
    places: comparePlaces(graph, a.rule, b.rule),
  },
): ApplicableRule | null {
  const { subjects } = care;
  if (isSecondary(a) !== isSecondary(b)) {
    const isNearEnough = subjects === 0 || subjects === (isSecondary(b) ? -1 : 1);
    const official = isSecondary(b) ? a : b;
    return isNearEnough ? official : null;
  }
  const decided = groundOfDegree(a, b, { ...care, plans: compareAskingPlans(a, b) });
  if (decided === null || decided.ground === 'EXCLUSION_LIMITS_GRANT') return null;
  const loser = decided.winner === a ? b : a;
  return decided.winner.hedged && !loser.hedged ? null : decided.winner;
}

/** The grounds that compare specificity, authority, date and source, in that order. */
function groundOfDegree(
  a: ApplicableRule,
  b: ApplicableRule,
  { plans, subjects, places }: CareComparison & { readonly plans: Comparison },
): Decision | null {
  const comparisons = [plans, subjects, places];
  const atLeast = (side: -1 | 1): boolean =>
    comparisons.every((each) => each === 0 || each === side) && comparisons.includes(side);
  if (atLeast(-1)) return { winner: a, ground: 'MORE_SPECIFIC' };
  if (atLeast(1)) return { winner: b, ground: 'MORE_SPECIFIC' };

  const authority = compareAuthority(a.source, b.source);
  if (authority !== 0) return { winner: authority < 0 ? a : b, ground: 'HIGHER_AUTHORITY' };

  const later = comparisons.every((each) => each === 0) ? laterEdition(a, b) : null;
  if (later) return { winner: later, ground: 'LATER' };

  if (a.sources.some((source) => b.sources.includes(source)))
    return { winner: a.rule.effect === 'EXCLUDED' ? a : b, ground: 'EXCLUSION_LIMITS_GRANT' };
  return null;
}

/** Of two rules whose sources have one publisher, the one published later; null if that cannot be decided. */
function laterEdition(a: ApplicableRule, b: ApplicableRule): ApplicableRule | null {
  const dateA = a.source.publishedOn;
  const dateB = b.source.publishedOn;
  if (a.source.publisher === null || a.source.publisher !== b.source.publisher) return null;
  if (dateA === null || dateB === null || dateA === dateB) return null;
  return dateA > dateB ? a : b;
}

/** Whether the exclusion belongs to the plan that must take over the grant, or to a plan that takes rules from it. */
function mustTakeOver(grant: ApplicableRule, exclusion: ApplicableRule): boolean {
  return (
    grant.takenFrom !== null &&
    grant.rule.effect === 'COVERED' &&
    exclusion.rule.effect === 'EXCLUDED' &&
    exclusion.takenFrom === null &&
    planChain(exclusion.plan).has(grant.plan)
  );
}

/** For each applicable rule, by index: the function that says on which facts it has the property. */
export interface DefeatResult {
  /** Its condition holds, and so do the conditions of the rules that it is an exception to. */
  readonly acts: readonly number[];
  /** It acts, and no rule that stands defeats it. Rules that defeat each other in a circle are not out. */
  readonly notOut: readonly number[];
  /** It is not out, and no hedged rule defeats it either. */
  readonly stands: readonly number[];
  /** It stands, and if it is a summary, no official rule on the same or a more specific subject stands. */
  readonly counts: readonly number[];
}

/** Computes on which facts each rule acts, is not out, stands and counts. */
export function resolveDefeats(
  applicable: readonly ApplicableRule[],
  acts: readonly number[],
  against: readonly Defeat[],
  algebra: Algebra,
): DefeatResult {
  const { notOut, stands } = against.length === 0 ? { notOut: acts, stands: acts } : workedOut(acts, against, algebra);
  const counts = stands.map((f, each) => {
    const candidate = applicable[each];
    if (!candidate || candidate.rule.effect === 'LIFTED') return FALSE;
    return f === FALSE || !isSecondary(candidate) ? f : unlessOfficial(candidate, f, applicable, stands, algebra);
  });
  return { acts, notOut, stands, counts };
}

/** On which facts a summary counts that stands on the facts of `f`: no official rule that is as specific stands. */
function unlessOfficial(
  summary: ApplicableRule,
  f: number,
  applicable: readonly ApplicableRule[],
  stands: readonly number[],
  { and, not }: Algebra,
): number {
  return applicable.reduce(
    (all, other, index) =>
      isSecondary(other) || other.rule.effect === 'LIFTED' || !asNear(other, summary)
        ? all
        : and(all, not(stands[index] ?? FALSE)),
    f,
  );
}

/** Applies the defeats until nothing changes: the least fixed point, reached in at most twice as many rounds as rules. */
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

/**
 * Derives the outcomes of one plan for all facts at once (docs/semantics.md#section-3 to docs/semantics.md#section-5):
 * the applicable rules, when each acts, which of them count, and the outcome. A plan whose grants are taken over
 * (GRANTS_ONLY) is derived first, on the same facts, place and sources.
 */
import type { Plan, Rule } from '../graph/entries.ts';
import { OUTCOMES, type Outcome } from '../model/words.ts';
import { defeats, isBroader, resolveDefeats, type Defeat, type DefeatResult } from './conflict-resolution.ts';
import { FALSE, TRUE, type Algebra } from './bdd.ts';
import { functionOf, type BooleanVariables } from './boolean-variables.ts';
import type { Question } from './question.ts';
import type { ExceptionChain } from './rule-territory.ts';
import {
  collectApplicableRules,
  type ApplicableRules,
  type InapplicableRule,
  type ApplicableRule,
} from './applicable-rules.ts';

/** The rules that apply to a plan, and those of every plan whose grants it must take over, directly or indirectly. */
export interface RuleSet {
  readonly reach: ApplicableRules;
  readonly mandated: ReadonlyMap<Plan, RuleSet>;
}

const NO_PLANS: ReadonlyMap<Plan, never> = new Map<Plan, never>();
/** Collects the rule set of a plan. `wording` is a shorter rule to use in place of the fuller rule that it restates. */
export function ruleSetOf(question: Question, plan: Plan, wording?: Rule): RuleSet {
  const own = collectApplicableRules(question, plan, wording);
  if (own.givers.size === 0) return { reach: own, mandated: NO_PLANS };
  const mandated = new Map<Plan, RuleSet>();
  for (const giver of own.givers) mandated.set(giver, ruleSetOf(question, giver, wording));
  return { reach: own, mandated };
}

/**
 * Every rule whose condition can affect the answer, nearest plan first, including the rules that an applicable exception
 * is an exception to.
 */
export function rulesInView({ reach: { applicable }, mandated }: RuleSet, inView = new Set<Rule>()): ReadonlySet<Rule> {
  for (const { chains } of applicable) for (const { rules } of chains) for (const each of rules) inView.add(each);
  for (const other of mandated.values()) rulesInView(other, inView);
  return inView;
}

/** The result for one plan. Numbers are functions of the facts, as in `Algebra`. */
export interface Derivation {
  readonly applicable: readonly ApplicableRule[];
  readonly defeats: readonly Defeat[];
  readonly standing: DefeatResult;
  /** For each outcome the facts on which it results. Exactly one outcome results on any facts. */
  readonly outcomes: ReadonlyMap<Outcome, number>;
  /** Rules of the plan's own chain that do not apply to the question, with the reason. */
  readonly inapplicable: readonly InapplicableRule[];
  /** The derivations of the plans whose grants are taken over. */
  readonly from: ReadonlyMap<Plan, Derivation>;
}

/** Derives the outcomes of the plan of `whole`. Uses functions of the algebra in place of facts. */
export function derive(question: Question, whole: RuleSet, vocabulary: BooleanVariables, algebra: Algebra): Derivation {
  const { and, or } = algebra;
  const { reach: own, mandated } = whole;
  const from =
    mandated.size === 0
      ? NO_PLANS
      : new Map([...mandated].map(([plan, other]) => [plan, derive(question, other, vocabulary, algebra)]));
  const applicable = [...own.applicable];
  const acts = own.applicable.map(({ chains }) => effectiveCondition(chains, vocabulary, algebra));
  for (const {
    taker,
    inheritance: { plan: giver },
  } of own.mandates) {
    const there = from.get(giver);
    if (!there) continue;
    for (const { candidate, on } of handedDown(there, giver, algebra)) {
      if (applicable.some((each) => each.rule === candidate.rule)) continue;
      const { rule, sources, source, hedged, chains } = candidate;
      applicable.push({ rule, plan: taker, takenFrom: giver, sources, source, hedged, chains });
      acts.push(on);
    }
  }
  const against = defeats(question.graph, applicable);
  const result = resolveDefeats(applicable, acts, against, algebra);
  return {
    applicable,
    defeats: against,
    standing: result,
    from,
    outcomes: outcomesOf(applicable, result.counts, algebra),
    inapplicable: own.inapplicable,
  };

  /**
   * What a plan hands down whose grants must be taken over: each of its own grants, on the facts on which it counts and
   * that plan is not NOT_COVERED; and, where that plan is CONFLICTING, the firm exclusion that contradicts the grant.
   */
  function handedDown(there: Derivation, giver: Plan, { not }: Algebra): { candidate: ApplicableRule; on: number }[] {
    const refused = there.outcomes.get('NOT_COVERED') ?? FALSE;
    const contested = there.outcomes.get('CONFLICTING') ?? FALSE;
    const grants = there.applicable
      .map((candidate, index) => ({ candidate, on: and(there.standing.counts[index] ?? FALSE, not(refused)) }))
      .filter(
        ({ candidate: { rule, takenFrom }, on }) =>
          rule.effect === 'COVERED' && rule.plan === giver && takenFrom === null && on !== FALSE,
      );
    const someGrant = grants.reduce((some, { on }) => or(some, on), FALSE);
    const contradicting = there.applicable
      .map((candidate, index) => ({
        candidate,
        on: and(and(there.standing.counts[index] ?? FALSE, contested), someGrant),
      }))
      .filter(({ candidate: { rule, hedged }, on }) => rule.effect === 'EXCLUDED' && !hedged && on !== FALSE);
    return [...grants, ...contradicting];
  }
}

/** Every rule that was examined and does not apply, of the plan itself and of the plans whose grants it takes over. */
export const allInapplicable = ({ inapplicable, from }: Derivation): InapplicableRule[] => [
  ...inapplicable,
  ...[...from.values()].flatMap(allInapplicable),
];
/** Whether some rule that was examined, of the plan itself or of a plan whose grants it takes over, passes the test. */
export function someRuleInReach(
  { applicable, inapplicable, from }: Derivation,
  test: (rule: Rule) => boolean,
): boolean {
  for (const { rule } of applicable) if (test(rule)) return true;
  for (const { rule } of inapplicable) if (test(rule)) return true;
  for (const there of from.values()) if (someRuleInReach(there, test)) return true;
  return false;
}
/** Every rule that was examined, of the plan itself and of the plans whose grants it takes over. */
export function rulesInReach({ applicable, inapplicable, from }: Derivation): Set<Rule> {
  return new Set([
    ...applicable.map(({ rule }) => rule),
    ...inapplicable.map(({ rule }) => rule),
    ...[...from.values()].flatMap((there) => [...rulesInReach(there)]),
  ]);
}

/**
 * The facts on which a rule acts. An exception acts only where the rule that it is an exception to would, so the
 * conditions of every rule in one of its chains must hold together.
 */
export function effectiveCondition(
  chains: readonly ExceptionChain[],
  vocabulary: BooleanVariables,
  algebra: Algebra,
): number {
  const { and, or } = algebra;
  return chains.reduce(
    (some, { rules }) =>
      or(
        some,
        rules.reduce((all, { when }) => and(all, functionOf(when, vocabulary, algebra)), TRUE),
      ),
    FALSE,
  );
}

/** A rule, and the facts on which it counts. */
interface Counted {
  readonly candidate: ApplicableRule;
  readonly on: number;
}

const NOTHING_STATED: ReadonlyMap<Outcome, number> = new Map(
  OUTCOMES.map((outcome) => [outcome, outcome === 'NOT_STATED' ? TRUE : FALSE]),
);
/** The outcome of the rules that count (docs/semantics.md#section-5-status). */
function outcomesOf(
  applicable: readonly ApplicableRule[],
  counts: readonly number[],
  { and, or, not }: Algebra,
): ReadonlyMap<Outcome, number> {
  if (counts.every((on) => on === FALSE)) return NOTHING_STATED;
  const grants: Counted[] = [];
  const hedgedGrants: Counted[] = [];
  const exclusions: Counted[] = [];
  const hedgedExclusions: Counted[] = [];
  applicable.forEach((candidate, index) => {
    const on = counts[index] ?? FALSE;
    const { effect } = candidate.rule;
    if (on === FALSE) return;
    if (effect === 'COVERED') (candidate.hedged ? hedgedGrants : grants).push({ candidate, on });
    else if (effect === 'EXCLUDED') (candidate.hedged ? hedgedExclusions : exclusions).push({ candidate, on });
  });
  const any = (some: readonly Counted[]): number => some.reduce((all, { on }) => or(all, on), FALSE);
  const granted = any(grants);
  const mayBeGranted = any(hedgedGrants);
  const excluded = any(exclusions);
  const mayBeExcluded = any(hedgedExclusions);
  const undisputed = and(granted, not(excluded));
  // A firm grant of a broader subject does not remove the hedge on a narrower one; a grant that is as specific does.
  const firmly =
    hedgedGrants.length === 0
      ? granted
      : grants.reduce(
          (some, grant) =>
            or(
              some,
              hedgedGrants
                .filter((hedge) => isBroader(grant.candidate, hedge.candidate))
                .reduce((all, hedge) => and(all, not(hedge.on)), grant.on),
            ),
          FALSE,
        );
  const open = and(not(granted), not(excluded));
  const qualified = or(mayBeExcluded, not(firmly));
  return new Map<Outcome, number>([
    ['COVERED', and(undisputed, not(qualified))],
    ['MAY_BE_COVERED', or(and(undisputed, qualified), and(open, mayBeGranted))],
    ['CONFLICTING', and(granted, excluded)],
    ['NOT_STATED', and(open, and(not(mayBeGranted), not(mayBeExcluded)))],
    ['MAY_BE_EXCLUDED', and(open, and(not(mayBeGranted), mayBeExcluded))],
    ['NOT_COVERED', and(excluded, not(granted))],
  ]);
}

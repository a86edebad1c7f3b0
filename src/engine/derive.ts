/**
 * docs/semantics.md#section-3 to docs/semantics.md#section-5, for one plan on all facts at once: the rules that speak,
 * when each acts, which stand, and the outcome. Under GRANTS_ONLY the other plan is derived first, on the same facts,
 * place and sources.
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

/** The reach of a plan and of every plan whose grants it must take over, however far. */
export interface RuleSet {
  readonly reach: ApplicableRules;
  readonly mandated: ReadonlyMap<Plan, RuleSet>;
}

const NO_PLANS: ReadonlyMap<Plan, never> = new Map<Plan, never>();
/** `wording`: a shorter wording that is heard in place of the fuller one it restates. */
export function ruleSetOf(question: Question, plan: Plan, wording?: Rule): RuleSet {
  const own = collectApplicableRules(question, plan, wording);
  if (own.givers.size === 0) return { reach: own, mandated: NO_PLANS };
  const mandated = new Map<Plan, RuleSet>();
  for (const giver of own.givers) mandated.set(giver, ruleSetOf(question, giver, wording));
  return { reach: own, mandated };
}

/** Every rule whose condition the answer may turn on, nearest plan first; of an exception also the rules it excepts to. */
export function rulesInView(
  { reach: { applicable: speakers }, mandated }: RuleSet,
  inView = new Set<Rule>(),
): ReadonlySet<Rule> {
  for (const { chains: routes } of speakers) for (const { rules } of routes) for (const each of rules) inView.add(each);
  for (const other of mandated.values()) rulesInView(other, inView);
  return inView;
}

export interface Derivation {
  readonly applicable: readonly ApplicableRule[];
  readonly defeats: readonly Defeat[];
  readonly standing: DefeatResult;
  /** For each outcome the facts on which it comes about; together they are TRUE, no two overlap. */
  readonly outcomes: ReadonlyMap<Outcome, number>;
  /** Rules of the plan's own chain that do not speak to the question. */
  readonly inapplicable: readonly InapplicableRule[];
  /** The derivations of the plans that grants are taken from. */
  readonly from: ReadonlyMap<Plan, Derivation>;
}

/** Carries the sections out for the plan of `whole`, with the algebra's functions in place of facts. */
export function derive(question: Question, whole: RuleSet, vocabulary: BooleanVariables, algebra: Algebra): Derivation {
  const { and, or } = algebra;
  const { reach: own, mandated } = whole;
  const from =
    mandated.size === 0
      ? NO_PLANS
      : new Map([...mandated].map(([plan, other]) => [plan, derive(question, other, vocabulary, algebra)]));
  const speakers = [...own.applicable];
  const acts = own.applicable.map(({ chains: routes }) => effectiveCondition(routes, vocabulary, algebra));
  for (const {
    taker,
    inheritance: { plan: giver },
  } of own.mandates) {
    const there = from.get(giver);
    if (!there) continue;
    for (const { speaker, on } of handedDown(there, giver, algebra)) {
      if (speakers.some((each) => each.rule === speaker.rule)) continue;
      const { rule, sources: voices, source: voice, hedged, chains: routes } = speaker;
      speakers.push({ rule, plan: taker, takenFrom: giver, sources: voices, source: voice, hedged, chains: routes });
      acts.push(on);
    }
  }
  const against = defeats(question.graph, speakers);
  const result = resolveDefeats(speakers, acts, against, algebra);
  return {
    applicable: speakers,
    defeats: against,
    standing: result,
    from,
    outcomes: outcomesOf(speakers, result.counts, algebra),
    inapplicable: own.inapplicable,
  };

  /**
   * Of a plan that must be followed in what it grants: each grant of its own where it counts there, unless that plan comes
   * to NOT_COVERED; and where the grant is contested there, the firm exclusion beside it.
   */
  function handedDown(there: Derivation, giver: Plan, { not }: Algebra): { speaker: ApplicableRule; on: number }[] {
    const refused = there.outcomes.get('NOT_COVERED') ?? FALSE;
    const contested = there.outcomes.get('CONFLICTING') ?? FALSE;
    const grants = there.applicable
      .map((speaker, index) => ({ speaker, on: and(there.standing.counts[index] ?? FALSE, not(refused)) }))
      .filter(
        ({ speaker: { rule, takenFrom }, on }) =>
          rule.effect === 'COVERED' && rule.plan === giver && takenFrom === null && on !== FALSE,
      );
    const someGrant = grants.reduce((some, { on }) => or(some, on), FALSE);
    const beside = there.applicable
      .map((speaker, index) => ({ speaker, on: and(and(there.standing.counts[index] ?? FALSE, contested), someGrant) }))
      .filter(({ speaker: { rule, hedged }, on }) => rule.effect === 'EXCLUDED' && !hedged && on !== FALSE);
    return [...grants, ...beside];
  }
}

/** Everything that was looked at and does not speak, of the plan itself and of those that grants are taken from. */
export const allInapplicable = ({ inapplicable: silent, from }: Derivation): InapplicableRule[] => [
  ...silent,
  ...[...from.values()].flatMap(allInapplicable),
];
/** Every rule that was looked at, of the plan itself and of those that grants are taken from. */
export function rulesInReach({ applicable: speakers, inapplicable: silent, from }: Derivation): Set<Rule> {
  return new Set([
    ...speakers.map(({ rule }) => rule),
    ...silent.map(({ rule }) => rule),
    ...[...from.values()].flatMap((there) => [...rulesInReach(there)]),
  ]);
}

/** An exception speaks only where a rule it excepts to would: the conditions of that one, and of its target, are read with its own. */
export function effectiveCondition(
  routes: readonly ExceptionChain[],
  vocabulary: BooleanVariables,
  algebra: Algebra,
): number {
  const { and, or } = algebra;
  return routes.reduce(
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
  readonly speaker: ApplicableRule;
  readonly on: number;
}

const NOTHING_STATED: ReadonlyMap<Outcome, number> = new Map(
  OUTCOMES.map((outcome) => [outcome, outcome === 'NOT_STATED' ? TRUE : FALSE]),
);
/** The outcome of the rules that count (docs/semantics.md#section-5-status). */
function outcomesOf(
  speakers: readonly ApplicableRule[],
  counts: readonly number[],
  { and, or, not }: Algebra,
): ReadonlyMap<Outcome, number> {
  if (counts.every((on) => on === FALSE)) return NOTHING_STATED;
  const [grants, hedgedGrants, exclusions, hedgedExclusions] = [[], [], [], []] as [
    Counted[],
    Counted[],
    Counted[],
    Counted[],
  ];
  speakers.forEach((speaker, index) => {
    const on = counts[index] ?? FALSE;
    const { effect } = speaker.rule;
    if (on === FALSE) return;
    if (effect === 'COVERED') (speaker.hedged ? hedgedGrants : grants).push({ speaker, on });
    else if (effect === 'EXCLUDED') (speaker.hedged ? hedgedExclusions : exclusions).push({ speaker, on });
  });
  const any = (some: readonly Counted[]): number => some.reduce((all, { on }) => or(all, on), FALSE);
  const [granted, mayBeGranted, excluded, mayBeExcluded] = [
    any(grants),
    any(hedgedGrants),
    any(exclusions),
    any(hedgedExclusions),
  ];
  const undisputed = and(granted, not(excluded));
  // What the sources hedge of a narrower subject is not made firm by a firm grant of a broader one; one as near does.
  const firmly =
    hedgedGrants.length === 0
      ? granted
      : grants.reduce(
          (some, grant) =>
            or(
              some,
              hedgedGrants
                .filter((hedge) => isBroader(grant.speaker, hedge.speaker))
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

/**
 * Which rules apply to a question: docs/semantics.md#section-3.
 *
 * A rule applies to a plan where it is written on the plan, or on one whose rules the plan takes over whole; where it
 * speaks of the subject asked or a broader one, and of the whole place asked; where it holds on the day; where a source
 * that it cites is heard; and where no fuller wording of the same is in view.
 */
import type { Plan, Rule, Source } from '../graph/entries.ts';
import type { RejectionReason } from '../model/words.ts';
import { isInForce, voicesOf } from './day-and-sources.ts';
import { grantsTakenBy, plansTakenWhole } from './plan-chain.ts';
import type { Question } from './question.ts';
import { chainsHere, type TargetChain } from './rule-territory.ts';
import { subjectChain } from './subject-chain.ts';

export interface ApplicableRule {
  readonly rule: Rule;
  /**
   * The plan that it counts as written for: a rule taken under GRANTS_ONLY counts as written for the plan that takes
   * it.
   */
  readonly plan: Plan;
  /** The plan that it is taken from under GRANTS_ONLY; else null. */
  readonly takenFrom: Plan | null;
  /** Not firm: it speaks of some or most of the plans or services, or says no more than "may". */
  readonly isHedged: boolean;
  /** The heard sources of the highest authority that it cites, the latest first. */
  readonly voices: readonly Source[];
  /** By which chains of targets it speaks of the place asked. */
  readonly chains: readonly TargetChain[];
}

/** A rule on the subject asked that does not apply, with the first reason. */
export interface InapplicableRule {
  readonly rule: Rule;
  readonly reason: RejectionReason;
}

/** The rules of one plan for one question. */
export interface PlanRules {
  readonly plan: Plan;
  /** In the order of the plan chain, then of the file; after these, the rules that may be taken under GRANTS_ONLY. */
  readonly applicable: readonly ApplicableRule[];
  readonly inapplicable: readonly InapplicableRule[];
  /** The same for each plan that this one takes grants from. */
  readonly givers: readonly PlanRules[];
}

/** Everything that bears on the question, for the plan and for each plan that it takes grants from, however far. */
export function rulesFor(question: Question, plan: Plan): PlanRules {
  const giverPlans = new Set(grantsTakenBy(plan).map(({ giver }) => giver));
  const givers = [...giverPlans].map((giver) => rulesFor(question, giver));
  const subjects = subjectChain(question.subject);
  const applicable: ApplicableRule[] = [];
  const inapplicable: InapplicableRule[] = [];
  for (const from of plansTakenWhole(plan).keys()) {
    for (const rule of from.rules) {
      if (!subjects.has(rule.subject) || rule.effect === 'ASKS') continue;
      const reason = reasonAgainst(question, plan, rule);
      if (reason === null) applicable.push(applied(question, rule));
      else inapplicable.push({ rule, reason });
    }
  }
  return { plan, applicable: [...applicable, ...rulesTaken(plan, givers, applicable)], inapplicable, givers };
}

/** A rule that applies to the plan as one of its own. */
export function applied(question: Question, rule: Rule): ApplicableRule {
  const { quantifier, extent, modality, plan } = rule;
  return {
    rule,
    plan,
    takenFrom: null,
    isHedged: quantifier !== 'ALL' || extent !== 'ALL' || modality === 'MAY',
    voices: voicesOf(rule, question.hears),
    chains: chainsHere(question, rule),
  };
}

function reasonAgainst(question: Question, plan: Plan, rule: Rule): RejectionReason | null {
  return reasonOutOfView(question, rule) ?? (isRestated(question, plan, rule) ? 'RESTATED' : null);
}

/** Why a rule on the subject does not speak of this place, on this day, with these sources. */
export function reasonOutOfView(question: Question, rule: Rule): RejectionReason | null {
  if (chainsHere(question, rule).length === 0) return 'OTHER_PLACE';
  if (!isInForce(rule, question.on)) return 'OTHER_TIME';
  if (!rule.cites.some(question.hears)) return 'SOURCE_LEFT_OUT';
  return null;
}

/**
 * Whether a fuller wording that the rule restates, directly or through another one, is in view and reaches the
 * question.
 */
function isRestated(question: Question, plan: Plan, { restates }: Rule): boolean {
  return restates.some((fuller) => {
    const isInView = reaches(question, plan, fuller) && reasonOutOfView(question, fuller) === null;
    return isInView || isRestated(question, plan, fuller);
  });
}

/** Whether a fuller wording that the rule restates is in view, of a rule that speaks for all of these plans. */
export function isRestatedAmong(question: Question, plans: readonly Plan[], { restates }: Rule): boolean {
  const subjects = subjectChain(question.subject);
  return restates.some((fuller) => {
    const reachesHere = plans.includes(fuller.plan) && subjects.has(fuller.subject);
    return (reachesHere && reasonOutOfView(question, fuller) === null) || isRestatedAmong(question, plans, fuller);
  });
}

/**
 * Whether a rule is on the subject, and on a plan that is taken over; of a plan that only grants are taken from, a
 * grant.
 */
function reaches(question: Question, plan: Plan, rule: Rule): boolean {
  if (!subjectChain(question.subject).has(rule.subject)) return false;
  const isGrantTaken = rule.effect === 'COVERED' && grantsTakenBy(plan).some(({ giver }) => giver === rule.plan);
  return plansTakenWhole(plan).has(rule.plan) || isGrantTaken;
}

/** Whether it is a grant that the giver itself states, and so one that flows down to a plan that must follow it. */
export function isGrantOf(giver: Plan, { rule, takenFrom }: ApplicableRule): boolean {
  return rule.effect === 'COVERED' && rule.plan === giver && takenFrom === null;
}

export function isFirmExclusion({ rule, isHedged }: ApplicableRule): boolean {
  return rule.effect === 'EXCLUDED' && !isHedged;
}

/**
 * The rules that may flow down under GRANTS_ONLY: of each giver its own grants, then the firm exclusions that may
 * contest them.
 */
function rulesTaken(
  plan: Plan,
  givers: readonly PlanRules[],
  own: readonly ApplicableRule[],
): readonly ApplicableRule[] {
  const known = new Set(own.map(({ rule }) => rule));
  const taken: ApplicableRule[] = [];
  for (const { taker, giver } of grantsTakenBy(plan)) {
    const there = givers.find((each) => each.plan === giver)?.applicable ?? [];
    const grants = there.filter((each) => isGrantOf(giver, each));
    for (const each of [...grants, ...there.filter(isFirmExclusion)]) {
      if (known.has(each.rule)) continue;
      known.add(each.rule);
      taken.push({ ...each, plan: taker, takenFrom: giver });
    }
  }
  return taken;
}

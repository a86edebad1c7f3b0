/**
 * What is asked of covered care in addition to what grants say themselves (docs/semantics.md#section-2-asks): the rules
 * that ask, and the requirements of the links by which grants are taken over.
 */
import type { Inheritance, Link, Plan, Rule, RuleRequirement } from '../graph/entries.ts';
import {
  inForce,
  isHedged,
  leadingSources,
  rulesOn,
  sourceFilter,
  type ApplicableRule,
  type ApplicableRules,
} from './applicable-rules.ts';
import { perConclusion, type Conclusion } from './outcomes.ts';
import { exceptionChainsAt } from './rule-territory.ts';

const hasAsks = (plan: Plan): boolean => plan.rules.some(({ effect }) => effect === 'ASKS');

/** Every plan that the plan is within, nearest first. */
export function plansAround(plan: Plan): Set<Plan> {
  const found = new Set<Plan>();
  for (let outer = plan.within; outer && !found.has(outer); outer = outer.within) found.add(outer);
  return found;
}

const asking = new WeakMap<Plan, readonly Plan[]>();
/**
 * The plan, the plans whose rules it takes over in full, and every plan that it is within, whatever it takes over: those of
 * them that have rules that ask. Cached per plan.
 */
function plansThatAsk({ plan, plans }: ApplicableRules): readonly Plan[] {
  const cached = asking.get(plan);
  if (cached) return cached;
  const found = new Set(plans.keys());
  for (const outer of plansAround(plan)) found.add(outer);
  const some = [...found].filter(hasAsks);
  asking.set(plan, some);
  return some;
}

/** The rules that ask and apply to the question, nearest plan first. Cached per conclusion. */
export const asksInReach = perConclusion(findAsks);

/** The rules that ask and would apply on another day: their place and sources fit. */
export function asksOfOtherDays({ question, whole: { reach } }: Conclusion): Rule[] {
  const plans = plansThatAsk(reach);
  if (plans.length === 0) return [];
  const chainsOf = exceptionChainsAt(question.graph, question.plan, question.territory);
  const isIncluded = sourceFilter(question);
  return plans
    .flatMap((plan) => rulesOn(plan, reach.subjects))
    .filter((rule) => rule.effect === 'ASKS' && !inForce(rule, question.on))
    .filter((rule) => chainsOf(rule).length > 0 && rule.cites.some(isIncluded));
}

const NONE: readonly never[] = [];
/** The rules that ask and whose place, day and sources fit the question, also those that a fuller one makes silent. */
export function asksHeard({ question, whole: { reach } }: Conclusion): readonly Rule[] {
  const plans = plansThatAsk(reach);
  if (plans.length === 0) return NONE;
  const chainsOf = exceptionChainsAt(question.graph, question.plan, question.territory);
  const isIncluded = sourceFilter(question);
  return plans
    .flatMap((plan) => rulesOn(plan, reach.subjects))
    .filter(
      (rule) =>
        rule.effect === 'ASKS' &&
        chainsOf(rule).length > 0 &&
        inForce(rule, question.on) &&
        rule.cites.some(isIncluded),
    );
}

function findAsks(conclusion: Conclusion): readonly ApplicableRule[] {
  const heard = asksHeard(conclusion);
  if (heard.length === 0) return NONE;
  const { question } = conclusion;
  const chainsOf = exceptionChainsAt(question.graph, question.plan, question.territory);
  const isIncluded = sourceFilter(question);
  const isRestated = ({ restates }: Rule): boolean =>
    restates.some((fuller) => heard.includes(fuller) || isRestated(fuller));
  return heard
    .filter((rule) => !isRestated(rule))
    .flatMap((rule): ApplicableRule[] => {
      const sources = leadingSources(rule, isIncluded);
      const [source] = sources;
      if (!source) return [];
      const hedged = isHedged(rule);
      return [{ rule, plan: rule.plan, takenFrom: null, sources, source, hedged, chains: chainsOf(rule) }];
    });
}

/** A requirement that a link attaches to a grant, with the link as the rule that makes the claim. */
export interface LinkRequirement {
  readonly claim: ApplicableRule;
  readonly link: Inheritance;
  readonly requirement: RuleRequirement;
}

/**
 * What the links ask by which a grant reached the plan. A requirement is a claim with citations of its own, so it is told
 * only where one of its sources is included.
 */
export function linkRequirements(grant: ApplicableRule, { question, whole: { reach } }: Conclusion): LinkRequirement[] {
  const isIncluded = sourceFilter(question);
  return inheritancesOf(grant, reach).flatMap((inheritance) =>
    inheritance.requires.flatMap((requirement): LinkRequirement[] => {
      const sources = leadingSources(requirement, isIncluded);
      const [source] = sources;
      if (!source) return [];
      const plan = inheritance.link.from as Plan;
      return [{ claim: { ...grant, plan, sources, source, hedged: false }, link: inheritance, requirement }];
    }),
  );
}

/** The inheritances by which a grant was taken over, from the plan of the question on; none for a grant of its own. */
export function inheritancesOf(
  { plan, takenFrom }: ApplicableRule,
  { plans }: ApplicableRules,
): readonly Inheritance[] {
  const links = plans.get(plan) ?? NONE;
  if (links.length === 0 && takenFrom === null) return NONE;
  const whole = links.flatMap((link) => inheritanceOf(link));
  return takenFrom === null ? whole : [...whole, ...plan.takesRulesFrom.filter((each) => each.plan === takenFrom)];
}
const inheritanceOf = (link: Link): readonly Inheritance[] =>
  (link.from as Plan).takesRulesFrom.filter((each) => each.link === link);

const required = new WeakMap<Plan, readonly RuleRequirement[]>();
/** What the links of the plans in reach ask of the grants that they take over. Cached per plan. */
export function requirementsOfLinks({ plan, plans }: ApplicableRules): readonly RuleRequirement[] {
  const cached = required.get(plan);
  if (cached) return cached;
  const found = [...plans.keys()].flatMap(({ takesRulesFrom }) => takesRulesFrom.flatMap(({ requires }) => requires));
  required.set(plan, found);
  return found;
}

/**
 * What rules and links ask once care is covered, and which of two claims about one condition is not shown:
 * docs/semantics.md#section-2-asks.
 */
import type {
  Condition,
  Inheritance,
  Link,
  Passage,
  Plan,
  Rule,
  RuleRequirement,
  Source,
  Subject,
} from '../graph/entries.ts';
import type { RequirementStrength } from '../model/words.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { isExceptionTo } from './conflict-resolution.ts';
import { rankOf, voicesAmong } from './day-and-sources.ts';
import { planChain, plansTakenWhole } from './plan-chain.ts';
import type { Question } from './question.ts';
import { isUnplaced, placesOf } from './rule-territory.ts';
import { isAsNear } from './subject-chain.ts';
import { isSubset } from './territory.ts';

export interface Claim {
  readonly condition: Condition;
  readonly strength: RequirementStrength;
  readonly dependsOn: readonly string[];
  readonly cites: readonly Passage[];
  /** The plan that it counts as written for. */
  readonly plan: Plan;
  /** The rule that states it, or the rule taken over by the link that states it. */
  readonly applicable: ApplicableRule;
  /** The link that states it; null where a rule does. */
  readonly link: Link | null;
  readonly voices: readonly Source[];
}

function subjectOf({ applicable }: Claim): Subject {
  return applicable.rule.subject;
}

function isHeardClaim(question: Question, { cites }: RuleRequirement): boolean {
  return cites.length === 0 || cites.some(question.hears);
}

function isWithin({ within }: Plan, whole: Plan): boolean {
  return within !== null && (within === whole || isWithin(within, whole));
}

/** Whether a rule speaks of some of the plans in a class that the plan asked about belongs to. */
export function isOfSomePlans({ plan }: Question, { rule }: ApplicableRule): boolean {
  return rule.quantifier !== 'ALL' && isWithin(plan, rule.plan);
}

/** What a rule itself asks. What it requires of some plans of a class may be required by one of them. */
export function claimsOfRule(question: Question, applicable: ApplicableRule): readonly Claim[] {
  const isWeakened = isOfSomePlans(question, applicable);
  return applicable.rule.requires.map((each) => ({
    ...each,
    strength: isWeakened && each.strength === 'REQUIRED' ? 'MAY_BE_REQUIRED' : each.strength,
    plan: applicable.plan,
    applicable,
    link: null,
    voices: applicable.voices,
  }));
}

/** What the links ask by which a grant is taken over. */
export function claimsOfLinks(question: Question, applicable: ApplicableRule): readonly Claim[] {
  return inheritancesTo(question.plan, applicable).flatMap(({ link, requires }) =>
    requires
      .filter((each) => isHeardClaim(question, each))
      .map((each) => ({
        ...each,
        plan: link.from as Plan,
        applicable,
        link,
        voices: voicesAmong(each.cites, question.hears),
      })),
  );
}

/** The links by which the plan comes to a rule, as its file states them. */
function inheritancesTo(plan: Plan, { plan: writtenFor, takenFrom }: ApplicableRule): readonly Inheritance[] {
  const path = plansTakenWhole(plan).get(writtenFor) ?? [];
  const whole = path.flatMap((link) => (link.from as Plan).takesRulesFrom.filter((each) => each.link === link));
  return [...whole, ...writtenFor.takesRulesFrom.filter((each) => each.plan === takenFrom)];
}

/** The claims that do not lose to another one about the same condition. */
export function claimsThatStand(question: Question, claims: readonly Claim[]): readonly Claim[] {
  const beatenBy = new Map(
    claims.map((claim) => [claim, claims.filter((other) => isContested(claim, other) && wins(question, other, claim))]),
  );
  const out = new Set<Claim>();
  const stands = new Set<Claim>();
  let settledBefore = -1;
  while (out.size + stands.size > settledBefore) {
    settledBefore = out.size + stands.size;
    for (const [claim, winners] of beatenBy) {
      if (winners.some((winner) => stands.has(winner))) out.add(claim);
      else if (winners.every((winner) => out.has(winner))) stands.add(claim);
    }
  }
  return claims.filter((claim) => !out.has(claim));
}

/** Whether two claims say different things of one condition. */
export function isContested(one: Claim, other: Claim): boolean {
  return one.condition === other.condition && one.strength !== other.strength;
}

/**
 * Whether r wins against s: by the first of grounds 2, 4, 5 and 6 that applies in either direction. Between an exception
 * and what it is an exception to only ground 1 applies.
 */
export function wins(question: Question, r: Claim, s: Claim): boolean {
  if (r.link === null && s.link === null && areJoined(r.applicable.rule, s.applicable.rule)) return false;
  if (isSecondary(r) !== isSecondary(s)) return isSecondary(s) && isOnAsNear(r, s);
  if (r.applicable.isHedged && r.link === null && !isHedged(s)) return false;
  const isAsR = isAsSpecific(question, r, s);
  const isAsS = isAsSpecific(question, s, r);
  if (isAsR !== isAsS) return isAsR;
  const ranks = authorityOf(r) - authorityOf(s);
  if (ranks !== 0) return ranks < 0;
  return isAsR && isLater(r, s);
}

const areJoined = (one: Rule, other: Rule): boolean => isExceptionTo(one, other) || isExceptionTo(other, one);

function isHedged({ applicable, link }: Claim): boolean {
  return link === null && applicable.isHedged;
}

const isSecondary = ({ voices: [voice] }: Claim): boolean => voice?.authority === 'SECONDARY';
const authorityOf = ({ voices: [voice] }: Claim): number => (voice ? rankOf(voice) : Infinity);

/** A link asks of all care, but of a grant that it takes over it asks of the same care. */
function isOfAllCare(claim: Claim, other: Claim): boolean {
  return claim.link !== null && claim.applicable.rule !== other.applicable.rule;
}

function isOnAsNear(r: Claim, s: Claim): boolean {
  if (isOfAllCare(s, r)) return true;
  return !isOfAllCare(r, s) && isAsNear(subjectOf(r), subjectOf(s));
}

function isAsPlaced({ graph }: Question, r: Claim, s: Claim): boolean {
  if (s.link !== null) return true;
  if (r.link !== null) return isOfAllCare(r, s) ? isUnplaced(s.applicable.rule) : true;
  const [one, other] = [r.applicable.rule, s.applicable.rule];
  return (isUnplaced(one) && isUnplaced(other)) || isSubset(placesOf(graph, one), placesOf(graph, other));
}

function isAsSpecific(question: Question, r: Claim, s: Claim): boolean {
  return planChain(r.plan).has(s.plan) && isOnAsNear(r, s) && isAsPlaced(question, r, s);
}

function isLater({ voices: [r] }: Claim, { voices: [s] }: Claim): boolean {
  const isOfOnePublisher = r?.publisher !== null && r?.publisher === s?.publisher;
  const date = r?.publishedOn ?? null;
  const other = s?.publishedOn ?? null;
  return isOfOnePublisher && date !== null && other !== null && date > other;
}

/** What rules and links state of conditions that are no part of `when`: docs/semantics.md#section-2-asks. */
import type { RuleDocument } from '../../../src/model/shapes.ts';
import type { RequirementStrength } from '../../../src/model/words.ts';
import type { Speaker } from './applicable-rules.ts';
import { ALL_CARE, type Statement } from './conflict-resolution.ts';
import type { Question } from './question.ts';
import { voicesOf, type Rule } from './rules.ts';

type Requires = NonNullable<RuleDocument['requires']>;

export const speakerOfAsking = (rule: Rule): Speaker => ({ rule, plan: rule.plan, takenFrom: null });

/** REQUIRED by a rule hedged in quantifier is MAY_BE_REQUIRED for a plan within the class. */
export function strengthFor({ ask, plans }: Question, rule: Rule, strength: RequirementStrength): RequirementStrength {
  const isOfSomePlans = (rule.document.quantifier ?? 'ALL') !== 'ALL';
  const isOfClass = rule.plan !== ask.plan && plans.larger(ask.plan).has(rule.plan);
  return strength === 'REQUIRED' && isOfSomePlans && isOfClass ? 'MAY_BE_REQUIRED' : strength;
}

/**
 * What a speaker requires. Where passages of its own are cited for a requirement, it is shown where one of these is of a
 * source heard, and with the authority of that source.
 */
function statementsIn(question: Question, requires: Requires, by: Speaker): Statement[] {
  return Object.entries(requires).flatMap(([condition, { strength, dependsOn = [], cites }]): Statement[] => {
    const voices = cites === undefined ? by.rule.voices : voicesOf(question, cites);
    if (voices.length === 0) return [];
    const speaker = cites === undefined ? by : { ...by, rule: { ...by.rule, voices } };
    return [{ condition, dependsOn, strength: strengthFor(question, by.rule, strength), by: speaker, on: by.rule }];
  });
}

/** What a rule that asks requires. */
export function statementsAsked(question: Question, rule: Rule): Statement[] {
  return statementsIn(question, rule.document.requires ?? {}, speakerOfAsking(rule));
}

/** What a grant requires, and what the links ask by which the plan takes it over. */
export function statementsOfGrant(question: Question, grant: Speaker): Statement[] {
  const own = statementsIn(question, grant.rule.document.requires ?? {}, grant);
  return [...own, ...linksOf(question, grant).flatMap((link) => statementsOfLink(question, link, grant.rule))];
}

/** The links by which the plan asked about comes to a grant. */
function linksOf({ data, ask, plans }: Question, grant: Speaker): { taker: string; giver: string }[] {
  const last = grant.takenFrom === null ? [] : [{ taker: grant.plan, giver: grant.takenFrom }];
  const whole = [...plans.takenWhole(ask.plan)].flatMap((taker) =>
    Object.entries(data.plans[taker]?.takesRulesFrom ?? {})
      .filter(([giver, { takes }]) => takes === 'EVERYTHING' && plans.takenWhole(giver).has(grant.plan))
      .map(([giver]) => ({ taker, giver })),
  );
  return [...whole, ...last];
}

/** A link speaks of all care that is taken over, so its subject is the broadest, and it names no place. */
function statementsOfLink(
  question: Question,
  { taker, giver }: { taker: string; giver: string },
  grant: Rule,
): Statement[] {
  const { requires, cites = [] } = question.data.plans[taker]?.takesRulesFrom?.[giver] ?? {};
  if (requires === undefined) return [];
  return Object.entries(requires).flatMap(([condition, { strength, dependsOn = [], cites: own = cites }]) => {
    const voices = voicesOf(question, own);
    if (voices.length === 0) return [];
    const rule: Rule = {
      slug: `${taker} from ${giver}`,
      plan: taker,
      subject: ALL_CARE,
      effect: 'asks',
      isHedged: false,
      targets: [],
      fuller: [],
      chains: [],
      places: question.places.everywhere,
      isUnplaced: true,
      isInForce: true,
      document: { asks: ALL_CARE, cites: own },
      voices,
    };
    return [{ condition, strength, dependsOn, by: { rule, plan: taker, takenFrom: giver }, on: grant }];
  });
}

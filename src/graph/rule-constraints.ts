/** Laws of exceptions and restatements: what a rule may say of another. */
import type { RuleEffect } from '../model/words.ts';
import type { Graph, Plan, Rule, Subject } from './entries.ts';
import { placeOfRule, within } from './data-paths.ts';
import type { Problem } from './problems.ts';

/** What an exception of each effect may be made to: a grant lifts an exclusion, an exclusion takes back a grant or a lifting. */
const OPPOSED: Record<RuleEffect, readonly RuleEffect[]> = {
  COVERED: ['EXCLUDED'],
  LIFTED: ['EXCLUDED'],
  EXCLUDED: ['COVERED', 'LIFTED'],
  ASKS: [],
};

/** The plan and every plan that it takes rules from, however far. */
export function chainOf(plan: Plan): Set<Plan> {
  const chain = new Set<Plan>([plan]);
  for (const each of chain) for (const taken of each.takesRulesFrom) chain.add(taken.plan);
  return chain;
}

const isSecondary = (rule: Rule): boolean => rule.cites.every(({ source }) => source.authority === 'SECONDARY');

function wrongException(
  rule: Rule,
  target: Rule,
  chain: ReadonlySet<Plan>,
): Pick<Problem, 'message' | 'remedy'> | null {
  if (target.subject !== rule.subject) {
    return {
      message: `${target.slug} speaks of ${target.subject.slug}, this exception to it of ${rule.subject.slug}`,
      remedy: 'Give it the same subject, and narrow it by a condition.',
    };
  }
  if (rule.effect === 'ASKS' || target.effect === 'ASKS') {
    return {
      message:
        rule.effect === 'ASKS'
          ? `a rule that asks grants and excludes nothing, so it is no exception to ${target.slug}`
          : `${target.slug} asks, and grants and excludes nothing, so there is no exception to it`,
      remedy: 'Say in when where a rule that asks applies, and leave out exceptTo.',
    };
  }
  if (!OPPOSED[rule.effect].includes(target.effect)) {
    return {
      message: `${rule.effect.toLowerCase()} is no exception to ${target.slug}, which is ${target.effect.toLowerCase()}`,
      remedy: 'An exception has the opposite effect, or lifts an exclusion.',
    };
  }
  if (!chain.has(target.plan)) {
    return {
      message: `${target.slug} does not reach ${rule.plan.slug}, which takes no rules from ${target.plan.slug}`,
      remedy: `Write the exception in ${target.plan.slug} or in a plan that takes rules from it.`,
    };
  }
  if (isSecondary(rule) && !isSecondary(target) && rule.reading === null) {
    return {
      message: `only a secondary source stands for this exception to ${target.slug}, which has a better one`,
      remedy: 'Cite a better source, or say in reading how the two are read together.',
    };
  }
  return null;
}

export function exceptions(graph: Graph): Problem[] {
  return [...graph.rules.values()].flatMap((rule): Problem[] => {
    const place = placeOfRule(rule);
    if (rule.effect === 'LIFTED' && rule.exceptTo.length === 0) {
      return [
        {
          law: 'exception',
          place: within(place, 'lifted'),
          message: 'this rule lifts an exclusion and names none',
          remedy: 'Name it in exceptTo.',
        },
      ];
    }
    const chain = rule.exceptTo.length > 0 ? chainOf(rule.plan) : new Set<Plan>();
    return rule.exceptTo.flatMap((target, index): Problem[] => {
      // A rule that names itself is a circle.
      const wrong = target === rule ? null : wrongException(rule, target, chain);
      return wrong ? [{ law: 'exception', place: within(place, 'exceptTo', index), ...wrong }] : [];
    });
  });
}

/** The subject and everything that a question climbs to from it. */
function climb(subject: Subject): Set<Subject> {
  const climbed = new Set<Subject>([subject]);
  for (const each of climbed) for (const link of each.up) climbed.add(link.to as Subject);
  return climbed;
}

/** A restatement says what the fuller rule says, of the same subject or a broader one, where both can be in view. */
export function restatements(graph: Graph): Problem[] {
  return [...graph.rules.values()].flatMap((rule) =>
    rule.restates.flatMap((fuller): Problem[] => {
      const message = fuller === rule ? null : wrongRestatement(rule, fuller);
      if (message === null) return [];
      const place = within(placeOfRule(rule), 'restates');
      return [
        { law: 'restatement', place, message, remedy: 'Restate a rule that says the same, or leave out restates.' },
      ];
    }),
  );
}

/** Why the rule cannot restate the other one; null if it can. */
function wrongRestatement(rule: Rule, fuller: Rule): string | null {
  if (!climb(fuller.subject).has(rule.subject))
    return `${fuller.slug} speaks of ${fuller.subject.slug}, not of ${rule.subject.slug}`;
  if (fuller.effect !== rule.effect)
    return `${fuller.slug} is ${fuller.effect.toLowerCase()}, this rule ${rule.effect.toLowerCase()}`;
  if (!chainOf(rule.plan).has(fuller.plan) && !chainOf(fuller.plan).has(rule.plan))
    return `neither of ${rule.plan.slug} and ${fuller.plan.slug} takes rules from the other, so no question meets both`;
  return null;
}

/** Constraints on exceptions and restatements. */
import type { RuleEffect } from '../model/words.ts';
import type { Graph, Plan, Rule, Subject } from './entries.ts';
import { placeOfRule, within } from './data-paths.ts';
import type { Problem } from './problems.ts';

/** The effects of the rules that an exception with each effect may have as its target. */
const OPPOSED: Record<RuleEffect, readonly RuleEffect[]> = {
  COVERED: ['EXCLUDED'],
  LIFTED: ['EXCLUDED'],
  EXCLUDED: ['COVERED', 'LIFTED'],
};

/** The plan and every plan that it takes rules from, directly or through others. */
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
      message: `${target.slug} is about ${target.subject.slug}, but this exception to it is about ${rule.subject.slug}`,
      remedy: 'Give it the same subject, and narrow it with a condition.',
    };
  }
  if (!OPPOSED[rule.effect].includes(target.effect)) {
    return {
      message: `${target.slug} is ${target.effect.toLowerCase()}, and a rule that is ${rule.effect.toLowerCase()} is not an exception to it`,
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
      message: `this exception cites only secondary sources, but ${target.slug} cites a better one`,
      remedy: 'Cite a better source, or explain in "reading" how the two fit together.',
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
          message: 'this rule lifts an exclusion but does not name it',
          remedy: 'Name the exclusion in "exceptTo".',
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

/** The subject and every broader one. */
function withBroader(subject: Subject): Set<Subject> {
  const found = new Set<Subject>([subject]);
  for (const each of found) for (const link of each.up) found.add(link.to as Subject);
  return found;
}

/** A restatement has the effect of the fuller rule, on the same subject or a broader one, in a plan that is linked with its plan. */
export function restatements(graph: Graph): Problem[] {
  return [...graph.rules.values()].flatMap((rule): Problem[] => {
    const fuller = rule.restates;
    if (!fuller || fuller === rule) return [];
    const place = within(placeOfRule(rule), 'restates');
    const remedy = 'Name a rule that says the same, or remove "restates".';
    if (!withBroader(fuller.subject).has(rule.subject))
      return [
        {
          law: 'restatement',
          place,
          message: `${fuller.slug} is about ${fuller.subject.slug}, not about ${rule.subject.slug}`,
          remedy,
        },
      ];
    if (fuller.effect !== rule.effect)
      return [
        {
          law: 'restatement',
          place,
          message: `${fuller.slug} is ${fuller.effect.toLowerCase()}, but this rule is ${rule.effect.toLowerCase()}`,
          remedy,
        },
      ];
    if (!chainOf(rule.plan).has(fuller.plan) && !chainOf(fuller.plan).has(rule.plan)) {
      return [
        {
          law: 'restatement',
          place,
          message: `neither ${rule.plan.slug} nor ${fuller.plan.slug} takes rules from the other, so no question uses both`,
          remedy,
        },
      ];
    }
    return [];
  });
}

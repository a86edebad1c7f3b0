/** The law of what a rule requires: it is something other than what the rule turns on. */
import type { Graph, Rule } from './entries.ts';
import { placeOfRule, within } from './data-paths.ts';
import type { Problem } from './problems.ts';
import { testsOf } from './rules.ts';

/** The conditions that a rule both turns on, at any depth of its `when`, and requires. */
export function repeatedConditions(graph: Graph): Problem[] {
  return [...graph.rules.values()].flatMap(repeatedIn);
}

function repeatedIn(rule: Rule): Problem[] {
  if (rule.requires.length === 0) return [];
  const turnsOn = new Set(testsOf(rule.when).map(({ condition }) => condition));
  return rule.requires
    .filter(({ condition }) => turnsOn.has(condition))
    .map(({ condition: { slug } }) => ({
      law: 'repeated-condition',
      place: within(placeOfRule(rule), 'requires', slug),
      message: `${slug} is a condition in "when" of this rule and in "requires" too`,
      remedy:
        'Keep it in "when" if the care is covered only where it holds; keep it in "requires" if it is done once the care is covered.',
    }));
}

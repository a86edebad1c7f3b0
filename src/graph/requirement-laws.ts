/** The constraint that no rule has one condition in both `when` and `requires`. */
import type { Graph, Rule } from './entries.ts';
import { placeOfRule, within } from './data-paths.ts';
import type { Problem } from './problems.ts';
import { testsOf } from './rules.ts';

/** The conditions that a rule has both in `when`, at any depth, and in `requires`. */
export function repeatedConditions(graph: Graph): Problem[] {
  return [...graph.rules.values()].flatMap(repeatedIn);
}

function repeatedIn(rule: Rule): Problem[] {
  if (rule.requires.length === 0) return [];
  const inWhen = new Set(testsOf(rule.when).map(({ condition }) => condition));
  return rule.requires
    .filter(({ condition }) => inWhen.has(condition))
    .map(({ condition: { slug } }) => ({
      law: 'repeated-condition',
      place: within(placeOfRule(rule), 'requires', slug),
      message: `${slug} is both in "when" and in "requires" of this rule`,
      remedy:
        'Keep it in "when" if care is covered only if it is met. Keep it in "requires" if it is a step to take for care that is covered.',
    }));
}

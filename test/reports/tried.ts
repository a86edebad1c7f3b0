/** What the cases of the plans cover: which rules decided a case, and with which truth values each condition of a rule was tried. */
import { determine } from '../../src/engine/determine.ts';
import type { Case, Graph, Rule } from '../../src/graph/entries.ts';
import type { TruthValue } from '../../src/model/words.ts';

function conditionsOf(rule: Rule): Set<string> {
  const found = new Set<string>();
  const walk = (expression: Rule['when']): void => {
    if (expression === null) return;
    if (expression.type === 'TEST') found.add(expression.condition.slug);
    else expression.of.forEach(walk);
  };
  walk(rule.when);
  return found;
}

/** Every gap as a sentence; none where each rule that can speak decides some case, and each of its conditions is seen true, false and unknown. */
export function neverTried(graph: Graph, today: string): string[] {
  const decided = new Set<Rule>();
  const seen = new Map<string, Set<TruthValue>>();
  const cases: Case[] = [...graph.plans.values()].flatMap((plan) => plan.cases);
  for (const { plan, subject, met, unmet, counts, territory, on, accordingTo } of cases) {
    const { proof } = determine({
      graph,
      plan,
      subject,
      met,
      unmet,
      counts,
      territory,
      on: on ?? today,
      onAssumed: false,
      accordingTo,
      minimumAuthority: null,
    });
    const last = proof.at(-1);
    for (const { kind, rule, number } of proof)
      if (kind === 'RULE' && rule && last?.restsOn.includes(number)) decided.add(rule);
    const truthOf = (slug: string, count: boolean): TruthValue => {
      const given = (list: Case['met']): boolean =>
        list.some((condition) => condition.impliedClosure.has(graph.conditions.get(slug) ?? condition));
      if (count) return [...counts.keys()].some((condition) => condition.slug === slug) ? 'TRUE' : 'UNKNOWN';
      return given(met) ? 'TRUE' : unmet.some((condition) => condition.slug === slug) ? 'FALSE' : 'UNKNOWN';
    };
    for (const rule of plan.rules) {
      for (const slug of conditionsOf(rule)) {
        const key = `${rule.slug} ${slug}`;
        seen.set(
          key,
          (seen.get(key) ?? new Set<TruthValue>()).add(truthOf(slug, graph.conditions.get(slug)?.counts !== null)),
        );
      }
    }
  }
  // A shorter wording applies only where the fuller one is not heard, and a rule that asks decides no status.
  const rules = [...graph.rules.values()].filter(({ restates, effect }) => restates.length === 0 && effect !== 'ASKS');
  return rules.flatMap((rule) => [
    ...(decided.has(rule) ? [] : [`${rule.slug} decides no case`]),
    ...[...conditionsOf(rule)].flatMap((slug) => {
      const counts = graph.conditions.get(slug)?.counts !== null;
      const wanted: TruthValue[] = counts ? ['TRUE', 'UNKNOWN'] : ['TRUE', 'FALSE', 'UNKNOWN'];
      return wanted
        .filter((truth) => !seen.get(`${rule.slug} ${slug}`)?.has(truth))
        .map(
          (truth) =>
            `${rule.slug}: no case in which ${slug} is ${counts && truth === 'TRUE' ? 'counted' : truth.toLowerCase()}`,
        );
    }),
  ]);
}

/** Which rules make an answer hedged, and how (docs/semantics.md#i9). */
import type { Rule } from '../graph/entries.ts';
import { HEDGES, type CoverageHedge, type Outcome } from '../model/words.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { FALSE } from './bdd.ts';
import { isPossible, type Conclusion } from './outcomes.ts';

/** The rules that make an outcome hedged: the hedged grants; if there are none, or for MAY_BE_EXCLUDED, all hedged rules. */
export function hedgedBehind(conclusion: Conclusion, outcome: Outcome): readonly ApplicableRule[] {
  const {
    derivation: { applicable, standing, outcomes },
    algebra,
  } = conclusion;
  const goal = outcomes.get(outcome) ?? FALSE;
  const behind = applicable.filter(
    (candidate, index) =>
      candidate.hedged && isPossible(algebra.and(standing.counts[index] ?? FALSE, goal), conclusion),
  );
  const grants = behind.filter(({ rule }) => rule.effect === 'COVERED');
  return outcome === 'MAY_BE_EXCLUDED' || grants.length === 0 ? behind : grants;
}

function hedgesOfRule({ quantifier, extent, modality, plan }: Rule): CoverageHedge[] {
  return [
    ...(quantifier === 'ALL' ? [] : [plan.level === 'PLAN' ? ('SOME_CASES' as const) : ('SOME_PLANS' as const)]),
    ...(extent === 'ALL' ? [] : ['SOME_SERVICES' as const]),
    ...(modality === 'MAY' ? ['SOME_CASES' as const] : []),
  ];
}

/** Why the best outcome is not certain; empty unless it is MAY_BE_COVERED or MAY_BE_EXCLUDED. */
export function hedges(conclusion: Conclusion): CoverageHedge[] {
  const { best } = conclusion;
  if (best !== 'MAY_BE_COVERED' && best !== 'MAY_BE_EXCLUDED') return [];
  const found = new Set(hedgedBehind(conclusion, best).flatMap(({ rule }) => hedgesOfRule(rule)));
  return HEDGES.filter((hedge) => found.has(hedge));
}

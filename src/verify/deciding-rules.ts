/** Which rules decide an answer, and why each other rule does not: docs/semantics.md#section-5. */
import type { Rule } from '../graph/entries.ts';
import type { CoverageStatus, RejectionReason } from '../model/words.ts';
import type { ApplicableRule, InapplicableRule } from './applicable-rules.ts';
import type { Defeat } from './conflict-resolution.ts';
import type { Derivation, Standing } from './derivation.ts';
import { isEnoughFor } from './outcomes.ts';

/** Whether something is so in some scenario. */
export function isPossible({ standings }: Derivation, isSo: (standing: Standing) => boolean): boolean {
  return standings.some(isSo);
}

/**
 * The applicable rules, without those taken under GRANTS_ONLY that flow down in no scenario: these are the other
 * plan's.
 */
export function rulesPresent(derivation: Derivation): readonly ApplicableRule[] {
  return derivation.applicable.filter(
    (each) => each.takenFrom === null || isPossible(derivation, ({ acting }) => acting.has(each)),
  );
}

/** Whether a defeat takes place in a scenario: the winner is not out, and the loser acts. */
export const takesPlace =
  ({ winner, loser }: Defeat) =>
  ({ notOut, acting }: Standing): boolean =>
    notOut.has(winner) && acting.has(loser);

/** The defeats that take place in some scenario. */
export function defeatsPresent(derivation: Derivation): readonly Defeat[] {
  return derivation.defeats.filter((defeat) => isPossible(derivation, takesPlace(defeat)));
}

/**
 * The rules that decide: those that count in some scenario; of a settled answer only those that count in every
 * scenario, where they are enough; and rules that lift an exclusion, or keep it from being lifted.
 */
export function decidingRules(derivation: Derivation, status: CoverageStatus): ReadonlySet<ApplicableRule> {
  const counting = rulesPresent(derivation).filter((each) =>
    isPossible(derivation, (standing) => standing.counting.has(each)),
  );
  const certain = counting.filter((each) => derivation.standings.every((standing) => standing.counting.has(each)));
  const lifting = defeatsPresent(derivation).filter(
    ({ winner, loser }) => winner.rule.effect === 'LIFTED' || loser.rule.effect === 'LIFTED',
  );
  const isSettled = isEnoughFor(status, certain);
  return new Set([...(isSettled ? certain : counting), ...lifting.map(({ winner }) => winner)]);
}

/** Every rule in reach that does not decide, each once, with the first reason. */
export function rejectedRules(
  derivation: Derivation,
  deciding: ReadonlySet<ApplicableRule>,
): readonly InapplicableRule[] {
  const present = rulesPresent(derivation);
  const undecided = present
    .filter((each) => !deciding.has(each))
    .map((each) => ({ rule: each.rule, reason: reasonAgainst(derivation, each) }));
  const reasons = new Map<Rule, RejectionReason>();
  const heldBack = [...derivation.inapplicable, ...derivation.givers.flatMap(rulesHeldBack)];
  for (const { rule, reason } of heldBack) {
    const isKnown = reasons.has(rule) || present.some((each) => each.rule === rule);
    if (!isKnown) reasons.set(rule, reason);
  }
  return [...undecided, ...[...reasons].map(([rule, reason]) => ({ rule, reason }))];
}

function reasonAgainst(derivation: Derivation, each: ApplicableRule): RejectionReason {
  if (!isPossible(derivation, ({ acting }) => acting.has(each))) return 'CONDITION_FALSE';
  const isEffective = isPossible(derivation, ({ notOut, counting }) =>
    (each.rule.effect === 'LIFTED' ? notOut : counting).has(each),
  );
  return isEffective ? 'CONDITION_UNKNOWN' : 'DEFEATED';
}

/** What a plan that grants are taken from has in reach and does not hand down. */
function rulesHeldBack(giver: Derivation): readonly InapplicableRule[] {
  return [
    ...giver.inapplicable,
    ...giver.givers.flatMap(rulesHeldBack),
    ...rulesPresent(giver).map(({ rule }) => ({ rule, reason: 'NOT_INHERITED' as const })),
  ];
}

/**
 * Which rules decide the answer, and why each of the others in reach does not (docs/semantics.md#section-5).
 */
import type { Rule } from '../graph/entries.ts';
import type { RejectedRule } from './determination.ts';
import type { RejectionReason } from '../model/words.ts';
import { isCertain, isPossible, perConclusion, type Conclusion } from './outcomes.ts';
import type { Derivation } from './derive.ts';
import { FALSE } from './bdd.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { rejectionText } from './rejection-texts.ts';

/**
 * The indexes, in the list of applicable rules, of the rules that can count. If the rules that certainly count are enough
 * for the status, only those. Cached per conclusion.
 */
export const decidingRules = perConclusion(findDecidingRules);

function findDecidingRules(conclusion: Conclusion): ReadonlySet<number> {
  const {
    derivation: { applicable, standing, defeats },
    status,
    algebra,
  } = conclusion;
  const indexes = [...applicable.keys()];
  const counts = (index: number): number => standing.counts[index] ?? FALSE;
  const possible = indexes.filter((index) => isPossible(counts(index), conclusion));
  const certain = possible.filter((index) => isCertain(counts(index), conclusion));
  const enough =
    status !== 'CONDITIONAL' &&
    sufficient(
      certain.flatMap((index) => applicable[index] ?? []),
      status,
    );
  const deciding = new Set(enough ? certain : possible);
  for (const { by, of } of defeats) {
    const lifts = applicable[by]?.rule.effect === 'LIFTED' || applicable[of]?.rule.effect === 'LIFTED';
    if (lifts && isPossible(algebra.and(standing.notOut[by] ?? FALSE, standing.acts[of] ?? FALSE), conclusion))
      deciding.add(by);
  }
  return deciding;
}

/** Whether the rules that count on all facts are enough for the status, without those that count on some facts. */
function sufficient(certain: readonly ApplicableRule[], status: Conclusion['status']): boolean {
  const has = (effect: string, hedged: boolean): boolean =>
    certain.some((each) => each.rule.effect === effect && each.hedged === hedged);
  const [granted, excluded] = [has('COVERED', false), has('EXCLUDED', false)];
  const need: Partial<Record<Conclusion['status'], boolean>> = {
    COVERED: granted,
    NOT_COVERED: excluded,
    CONFLICTING: granted && excluded,
    MAY_BE_COVERED: has('COVERED', true) || (granted && has('EXCLUDED', true)),
    MAY_BE_EXCLUDED: has('EXCLUDED', true),
  };
  return need[status] ?? true;
}

/**
 * Every rule in reach that does not decide, once, with the first reason in the order of docs/semantics.md, sections 3 to 5.
 */
export function rejectedRules(conclusion: Conclusion): readonly RejectedRule[] {
  const { derivation, algebra } = conclusion;
  const { applicable, standing, defeats } = derivation;
  const deciding = decidingRules(conclusion);
  const reject = (rule: Rule, reason: RejectionReason, winner?: ApplicableRule): RejectedRule => ({
    rule,
    reason,
    text: rejectionText(rule, reason, conclusion, winner),
  });
  const spoke = applicable.flatMap((candidate, index) => {
    const { rule } = candidate;
    if (deciding.has(index) || !isHere(candidate, index, derivation, conclusion)) return [];
    const acts = standing.acts[index] ?? FALSE;
    if (!isPossible(acts, conclusion)) return [reject(rule, 'CONDITION_FALSE')];
    const loses = rule.effect === 'LIFTED' ? (standing.notOut[index] ?? FALSE) : (standing.counts[index] ?? FALSE);
    if (isPossible(loses, conclusion)) return [reject(rule, 'CONDITION_UNKNOWN')];
    const winner = defeats.find(
      ({ by, of }) => of === index && isPossible(algebra.and(standing.notOut[by] ?? FALSE, acts), conclusion),
    );
    return [reject(rule, 'DEFEATED', winner && applicable[winner.by])];
  });
  const here = new Set(
    applicable.filter((candidate, index) => isHere(candidate, index, derivation, conclusion)).map(({ rule }) => rule),
  );
  const others = [
    ...derivation.inapplicable,
    ...[...derivation.from.values()].flatMap((there) => heldBack(there, conclusion)),
  ];
  const first = new Map<Rule, RejectionReason>();
  for (const { rule, reason } of others) if (!here.has(rule) && !first.has(rule)) first.set(rule, reason);
  return [...spoke, ...[...first].map(([rule, reason]) => reject(rule, reason))];
}

/** Whether an applicable rule matters here: a rule taken from another plan only if the given facts let it be handed down. */
export function isHere(
  { takenFrom }: ApplicableRule,
  index: number,
  { standing }: Derivation,
  conclusion: Conclusion,
): boolean {
  return takenFrom === null || isPossible(standing.acts[index] ?? FALSE, conclusion);
}

/** The rules of a plan whose grants are taken over that are not handed down. */
function heldBack(there: Derivation, conclusion: Conclusion): { rule: Rule; reason: RejectionReason }[] {
  return [
    ...there.inapplicable,
    ...[...there.from.values()].flatMap((further) => heldBack(further, conclusion)),
    ...there.applicable
      .filter((candidate, index) => isHere(candidate, index, there, conclusion))
      .map(({ rule }) => ({ rule, reason: 'NOT_INHERITED' as const })),
  ];
}

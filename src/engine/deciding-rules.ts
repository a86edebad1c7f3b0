/**
 * Which rules decided the answer, and why each of the others in reach did not (docs/semantics.md#section-5). What an
 * answer requires, limits and costs is what the deciding grants say.
 */
import type { Rule } from '../graph/entries.ts';
import type { RejectedRule } from './determination.ts';
import type { RejectionReason } from '../model/words.ts';
import { isCertain, isPossible, type Conclusion } from './outcomes.ts';
import type { Derivation } from './derive.ts';
import { FALSE } from './bdd.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { ruleText, sentence } from '../graph/sentences.ts';

const decided = new WeakMap<Conclusion, ReadonlySet<number>>();
/** The places, in the list of speakers, of those that can count; of a settled answer only those it needs. Worked out once for all parts of an answer. */
export function decidingRules(conclusion: Conclusion): ReadonlySet<number> {
  let deciding = decided.get(conclusion);
  if (!deciding) decided.set(conclusion, (deciding = thoseThatDecide(conclusion)));
  return deciding;
}

function thoseThatDecide(conclusion: Conclusion): ReadonlySet<number> {
  const {
    derivation: { applicable: speakers, standing, defeats },
    status,
    algebra,
  } = conclusion;
  const indexes = [...speakers.keys()];
  const counts = (index: number): number => standing.counts[index] ?? FALSE;
  const possible = indexes.filter((index) => isPossible(counts(index), conclusion));
  const certain = possible.filter((index) => isCertain(counts(index), conclusion));
  const enough =
    status !== 'CONDITIONAL' &&
    sufficient(
      certain.flatMap((index) => speakers[index] ?? []),
      status,
    );
  const deciding = new Set(enough ? certain : possible);
  for (const { by, of } of defeats) {
    const lifts = speakers[by]?.rule.effect === 'LIFTED' || speakers[of]?.rule.effect === 'LIFTED';
    if (lifts && isPossible(algebra.and(standing.notOut[by] ?? FALSE, standing.acts[of] ?? FALSE), conclusion))
      deciding.add(by);
  }
  return deciding;
}

/** Whether rules that count on all facts bring the status about without any that count on some. */
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

/** The deciding grants that count where the outcome comes about: theirs are the requirements, limits and costs once covered. */
export function grantsBehind(conclusion: Conclusion, outcome: Conclusion['best']): readonly ApplicableRule[] {
  const {
    derivation: { applicable: speakers, standing, outcomes },
    algebra,
  } = conclusion;
  const goal = outcomes.get(outcome) ?? FALSE;
  const deciding = decidingRules(conclusion);
  return speakers.filter(
    ({ rule }, index) =>
      rule.effect === 'COVERED' &&
      deciding.has(index) &&
      isPossible(algebra.and(standing.counts[index] ?? FALSE, goal), conclusion),
  );
}

const WHY: Record<RejectionReason, string> = {
  OTHER_PLACE: 'It speaks of another place',
  OTHER_TIME: 'It does not hold on that day',
  CONDITION_FALSE: 'Its condition does not hold',
  CONDITION_UNKNOWN: 'Whether its condition holds is not known, and the answer does not turn on it',
  DEFEATED: 'Another rule stands against it',
  RESTATED: 'A fuller wording says the same',
  SOURCE_LEFT_OUT: 'Its source was left out',
  NOT_INHERITED: 'It is a rule of another plan, and not one that this plan must take over',
};

/**
 * Every rule in reach that did not decide, each once, with the first reason in the order of docs/semantics.md, sections
 * 3 to 5.
 */
export function rejectedRules(conclusion: Conclusion): readonly RejectedRule[] {
  const { derivation, algebra } = conclusion;
  const { applicable: speakers, standing, defeats } = derivation;
  const deciding = decidingRules(conclusion);
  const reject = (rule: Rule, reason: RejectionReason, by = ''): RejectedRule => ({
    rule,
    reason,
    text: `${sentence(ruleText(rule))} ${sentence(`${WHY[reason]}${by}`)}`,
  });
  const spoke = speakers.flatMap((speaker, index) => {
    const { rule } = speaker;
    if (deciding.has(index) || !isHere(speaker, index, derivation, conclusion)) return [];
    const acts = standing.acts[index] ?? FALSE;
    if (!isPossible(acts, conclusion)) return [reject(rule, 'CONDITION_FALSE')];
    const loses = rule.effect === 'LIFTED' ? (standing.notOut[index] ?? FALSE) : (standing.counts[index] ?? FALSE);
    if (isPossible(loses, conclusion)) return [reject(rule, 'CONDITION_UNKNOWN')];
    const winner = defeats.find(
      ({ by, of }) => of === index && isPossible(algebra.and(standing.notOut[by] ?? FALSE, acts), conclusion),
    );
    return [
      reject(
        rule,
        'DEFEATED',
        winner ? `: ${speakers[winner.by]?.rule.slug ?? ''}` : ': an official source speaks of the same',
      ),
    ];
  });
  const here = new Set(
    speakers.filter((speaker, index) => isHere(speaker, index, derivation, conclusion)).map(({ rule }) => rule),
  );
  const others = [
    ...derivation.inapplicable,
    ...[...derivation.from.values()].flatMap((there) => heldBack(there, conclusion)),
  ];
  const first = new Map<Rule, RejectionReason>();
  for (const { rule, reason } of others) if (!here.has(rule) && !first.has(rule)) first.set(rule, reason);
  return [...spoke, ...[...first].map(([rule, reason]) => reject(rule, reason))];
}

/** Whether a speaker bears on this derivation: one taken from another plan only where the facts given let it be handed down. */
export function isHere(
  { takenFrom }: ApplicableRule,
  index: number,
  { standing }: Derivation,
  conclusion: Conclusion,
): boolean {
  return takenFrom === null || isPossible(standing.acts[index] ?? FALSE, conclusion);
}

/** What was looked at where a grant would be taken from, and is not handed down. */
function heldBack(there: Derivation, conclusion: Conclusion): { rule: Rule; reason: RejectionReason }[] {
  return [
    ...there.inapplicable,
    ...[...there.from.values()].flatMap((further) => heldBack(further, conclusion)),
    ...there.applicable
      .filter((speaker, index) => isHere(speaker, index, there, conclusion))
      .map(({ rule }) => ({ rule, reason: 'NOT_INHERITED' as const })),
  ];
}

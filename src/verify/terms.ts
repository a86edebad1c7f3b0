/** On which facts what a rule states applies: docs/semantics.md#section-2-terms. */
import type { ConditionTest } from '../graph/entries.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { holds, testsOf, type Facts } from './completions.ts';
import { isSo, spaceOf, strongestClauses, testOf, type FactSet } from './fact-sets.ts';
import type { Question } from './question.ts';

/** The tests in a rule's condition and in those of its targets. */
export function testsIn({ chains }: ApplicableRule): readonly ConditionTest[] {
  return chains.flatMap(({ rules }) => rules.flatMap(({ when }) => testsOf(when)));
}

/** A rule acts where its own condition and those of its targets hold, along one chain of targets. */
export function acts({ chains }: ApplicableRule, facts: Facts): boolean {
  return chains.some(({ rules }) => rules.every(({ when }) => holds(when, facts)));
}

/** What is known already: every clause has a fact that is so. */
export type Known = readonly FactSet[];

export const asKnown = (facts: FactSet): Known => facts.map((fact) => [fact]);

/**
 * The clauses of a rule's condition, or of several rules of which one is enough, that neither the facts given nor `known` imply; null where these rule the condition
 * out. `tooLarge` where that cannot be worked out.
 */
export function termsOf(
  question: Question,
  rules: readonly ApplicableRule[],
  known: Known,
): readonly FactSet[] | null | 'tooLarge' {
  const own = rules.flatMap(testsIn);
  if (own.length === 0) return [];
  const isActing = (facts: Facts): boolean => rules.some((rule) => acts(rule, facts));
  const all = [...own, ...known.flat().map(testOf)];
  const open = spaceOf(new Map(), own);
  const left = spaceOf(question.given, all)?.completions.filter((facts) => isKnownIn(known, facts));
  if (open === null || left === undefined) return 'tooLarge';
  if (!left.some(isActing)) return null;
  const clauses = strongestClauses(open, (place) => {
    const facts = open.completions[place];
    return facts !== undefined && isActing(facts);
  });
  if (clauses === null) return 'tooLarge';
  return clauses.filter((clause) => !left.every((facts) => clause.some((fact) => isSo(fact, facts))));
}

export function isKnownIn(known: Known, facts: Facts): boolean {
  return known.every((clause) => clause.some((fact) => isSo(fact, facts)));
}

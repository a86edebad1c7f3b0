/** The terms on which a cost or a limit applies: docs/semantics.md#section-2-terms. */
import { Completions, type GivenFacts } from './completions.ts';
import { clauseHolds, factsOf } from './literals.ts';
import { Boxes } from './prime-implicants.ts';
import type { Question } from './question.ts';
import { chainsHere, holds, testsIn, type Facts, type Rule } from './rules.ts';

/**
 * The prime implicates of a rule's condition, read with those of its targets; null where the facts given rule the rule
 * out. What is given is not asked again, so an alternative that the facts rule out is no part of them.
 */
export function implicatesOfCondition(question: Question, rule: Rule, given: GivenFacts): readonly string[] | null {
  const chains = chainsHere(question, rule);
  const tests = chains.flatMap(({ when }) => when.flatMap(testsIn));
  const isMet = (facts: Facts): boolean =>
    chains.some(({ when }) => when.every((expression) => holds(expression, facts)));
  const completions = new Completions(question, tests, given, (facts) => (isMet(facts) ? 'COVERED' : 'NOT_COVERED'));
  if (!completions.possibleOutcomes().includes('COVERED')) return null;
  return new Boxes(completions).implicates('COVERED');
}

/** The clauses that do not hold in every one of these completions. */
export function stillOpen(clauses: readonly string[], completions: readonly Facts[]): readonly string[] {
  return clauses.filter((clause) => !completions.every((facts) => clauseHolds(clause, facts)));
}

/** The clauses without the alternatives that hold in none of these completions. */
export function withoutAlternatives(clauses: readonly string[], completions: readonly Facts[]): readonly string[] {
  const isPossible = (fact: string): boolean => completions.some((facts) => clauseHolds(fact, facts));
  return strongest(clauses.map((clause) => factsOf(clause).filter(isPossible).join(' | ')));
}

/** The clauses, each once, without those of which another one says more: "c1" leaves nothing of "c1 or c2". */
function strongest(clauses: readonly string[]): readonly string[] {
  const isWithin = (inner: string, outer: string): boolean =>
    inner !== outer && factsOf(inner).every((fact) => factsOf(outer).includes(fact));
  return [...new Set(clauses)].filter((clause) => !clauses.some((other) => isWithin(other, clause)));
}

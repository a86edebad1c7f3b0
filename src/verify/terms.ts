/** On which facts what a rule states applies: docs/semantics.md#section-2-terms. */
import type { ConditionTest } from '../graph/entries.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { holds, testsOf, type Facts } from './completions.ts';
import { factKey, isSo, setKey, spaceOf, strongestClauses, testOf, type FactSet } from './fact-sets.ts';
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
export interface Known {
  readonly clauses: readonly FactSet[];
  /** Whether these are the facts of a route, which drops every alternative that they rule out. */
  readonly isOfRoute: boolean;
}

export const asKnown = (facts: FactSet): Known => ({ clauses: facts.map((fact) => [fact]), isOfRoute: true });

/**
 * The clauses of a rule's condition, or of several rules of which one is enough, that neither the facts given nor `known`
 * imply; null where these rule the condition out. `tooLarge` where that cannot be worked out.
 */
export function termsOf(
  question: Question,
  rules: readonly ApplicableRule[],
  known: Known,
): readonly FactSet[] | null | 'tooLarge' {
  const own = rules.flatMap(testsIn);
  if (own.length === 0) return [];
  const isActing = (facts: Facts): boolean => rules.some((rule) => acts(rule, facts));
  const all = [...own, ...known.clauses.flat().map(testOf)];
  const open = spaceOf(question.given, own);
  const left = spaceOf(question.given, all)?.completions.filter((facts) => isKnownIn(known, facts));
  if (open === null || left === undefined) return 'tooLarge';
  if (!left.some(isActing)) return null;
  const clauses = strongestClauses(open, (place) => {
    const facts = open.completions[place];
    return facts !== undefined && isActing(facts);
  });
  if (clauses === null) return 'tooLarge';
  const wanted = clausesNotImplied(clauses, left);
  return known.isOfRoute ? withoutAlternatives(wanted, left) : wanted;
}

/** The clauses that do not hold in all of these completions. */
export function clausesNotImplied(clauses: readonly FactSet[], completions: readonly Facts[]): readonly FactSet[] {
  return clauses.filter((clause) => !completions.every((facts) => clause.some((fact) => isSo(fact, facts))));
}

/** The clauses without the facts that hold in none of these completions, and without those that another one implies. */
function withoutAlternatives(clauses: readonly FactSet[], completions: readonly Facts[]): readonly FactSet[] {
  const possible = clauses.map((clause) => clause.filter((fact) => completions.some((facts) => isSo(fact, facts))));
  const distinct = [...new Map(possible.map((clause) => [setKey(clause), clause])).values()];
  const keysOf = (clause: FactSet): ReadonlySet<string> => new Set(clause.map(factKey));
  return distinct.filter((clause) => {
    const keys = keysOf(clause);
    return !distinct.some((other) => other.length < clause.length && other.every((fact) => keys.has(factKey(fact))));
  });
}

export function isKnownIn(known: Known, facts: Facts): boolean {
  return known.clauses.every((clause) => clause.some((fact) => isSo(fact, facts)));
}

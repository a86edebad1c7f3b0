/** Facts and clauses as text: `+slug`, `-slug`, `slug>=n`, `slug<=n`; a clause joins its facts by ` | `. */
import type { Question } from './question.ts';
import type { Facts } from './rules.ts';

export const factsOf = (clause: string): string[] => clause.split(' | ').filter((fact) => fact !== '');

/** The condition that a fact is about. */
export function conditionOf(fact: string): string {
  return fact.replace(/^[+-]/, '').replace(/[<>]=\d+$/, '');
}

function factHolds(fact: string, facts: Facts): boolean {
  const value = facts(conditionOf(fact));
  if (fact.startsWith('+')) return value === 1;
  if (fact.startsWith('-')) return value === 0;
  const bound = Number(fact.split('=')[1]);
  return fact.includes('>=') ? value >= bound : value <= bound;
}

/** Whether any fact of a clause holds. */
export function clauseHolds(clause: string, facts: Facts): boolean {
  return factsOf(clause).some((fact) => factHolds(fact, facts));
}

/** Whether a fact says of a condition that it is met, or brings another one about that is. */
export function brings({ impliedBy }: Question, fact: string, condition: string): boolean {
  return fact.startsWith('+') && impliedBy(conditionOf(fact)).has(condition);
}

/** Whether each fact of one clause implies a fact of the other. */
export function clauseImplies(question: Question, clause: string, other: string): boolean {
  const implies = (fact: string, wanted: string): boolean =>
    fact === wanted || (wanted.startsWith('+') && brings(question, fact, conditionOf(wanted)));
  return factsOf(clause).every((fact) => factsOf(other).some((wanted) => implies(fact, wanted)));
}

/** Facts about a case: those that a question gives, and those that an answer wants. */
import type { Condition } from '../graph/entries.ts';
import { factText } from '../graph/sentences.ts';
import type { BooleanVariables } from './boolean-variables.ts';
import type { CaseFact } from './determination.ts';
import type { FactSet } from './outcomes.ts';
import type { Literal } from './prime-implicants.ts';
import type { Question } from './question.ts';

/** Makes a fact about the case, with its text. */
export function caseFact(
  condition: Condition,
  { holds = null, count = null, atLeast = null, atMost = null }: Partial<Omit<CaseFact, 'condition' | 'text'>>,
): CaseFact {
  return { condition, holds, count, atLeast, atMost, text: factText({ condition, holds, count, atLeast, atMost }) };
}

/** The facts that a question gives, with their texts. */
export function givenFacts({ met, unmet, counts }: Question): CaseFact[] {
  return [
    ...met.map((condition) => caseFact(condition, { holds: true })),
    ...unmet.map((condition) => caseFact(condition, { holds: false })),
    ...[...counts].map(([condition, count]) => caseFact(condition, { count })),
  ];
}

/** A literal as a fact that is wanted; the variable of a count becomes a bound. Null for an unknown index. */
export function wantedFact({ index, holds }: Literal, { variables }: BooleanVariables): CaseFact | null {
  const variable = variables[index];
  if (!variable) return null;
  const { condition, atLeast } = variable;
  if (atLeast === null) return caseFact(condition, { holds });
  return caseFact(condition, holds ? { atLeast } : { atMost: atLeast - 1 });
}

/** A set of literals as facts that must hold together; two bounds of one count become one fact. */
export function factsTogether(set: FactSet, vocabulary: BooleanVariables): CaseFact[] {
  const facts: CaseFact[] = [];
  for (const literal of set) {
    const fact = wantedFact(literal, vocabulary);
    if (!fact) continue;
    const same = fact.holds === null ? facts.findIndex(({ condition }) => condition === fact.condition) : -1;
    const other = facts[same];
    if (other)
      facts[same] = caseFact(fact.condition, {
        atLeast: fact.atLeast ?? other.atLeast,
        atMost: fact.atMost ?? other.atMost,
      });
    else facts.push(fact);
  }
  return facts;
}

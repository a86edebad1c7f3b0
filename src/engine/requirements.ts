/**
 * Requirements, two lists in one (docs/semantics.md#section-2-requirements). FOR_COVERAGE is what coverage itself turns
 * on; ONCE_COVERED is what the deciding grants ask to be done or paid, which never changes the status.
 */
import type { Condition, Rule } from '../graph/entries.ts';
import { union } from '../graph/links.ts';
import type { RequirementState } from '../model/words.ts';
import type { Question } from './question.ts';
import { coverageRequirements, type Conclusion, type CoverageTerms, type FactSet } from './outcomes.ts';
import { decidingRules, grantsBehind } from './deciding-rules.ts';
import { eachTest, type BooleanVariables } from './boolean-variables.ts';
import type { Literal } from './prime-implicants.ts';
import type { CaseFact, Requirement } from './determination.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { alternativesText, dutyText, factText } from '../graph/sentences.ts';

/** A fact about the case, with its words. */
export function caseFact(
  condition: Condition,
  { holds = null, count = null, atLeast = null, atMost = null }: Partial<Omit<CaseFact, 'condition' | 'text'>>,
): CaseFact {
  return { condition, holds, count, atLeast, atMost, text: factText({ condition, holds, count, atLeast, atMost }) };
}

/** What the asker gave, each with its words. */
export function givenFacts({ met, unmet, counts }: Question): CaseFact[] {
  return [
    ...met.map((condition) => caseFact(condition, { holds: true })),
    ...unmet.map((condition) => caseFact(condition, { holds: false })),
    ...[...counts].map(([condition, count]) => caseFact(condition, { count })),
  ];
}

/** A variable that holds, or does not, as a fact wanted: of a count, a bound. */
function wantedFact({ index, holds }: Literal, { variables }: BooleanVariables): CaseFact | null {
  const variable = variables[index];
  if (!variable) return null;
  const { condition, atLeast } = variable;
  if (atLeast === null) return caseFact(condition, { holds });
  return caseFact(condition, holds ? { atLeast } : { atMost: atLeast - 1 });
}

/** Facts that must hold together; two bounds of one count are one fact. */
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

/** A rule and every rule that it is an exception to, whose conditions are read with its own. */
export function withTargets(rule: Rule): Rule[] {
  return [rule, ...rule.exceptTo.flatMap(withTargets)];
}
/** Whether the rule's own condition names this one. */
export function namesCondition(rule: Rule, condition: Condition): boolean {
  let named = false;
  eachTest(rule.when, (test) => {
    named ||= test.condition === condition;
  });
  return named;
}

/** What is required. The list reads as: all of these; within one, any of its facts is enough. */
export function requirements(
  conclusion: Conclusion,
  terms: CoverageTerms = coverageRequirements(conclusion),
): Requirement[] {
  return [...forCoverage(conclusion, terms), ...onceCovered(conclusion)];
}

function forCoverage(conclusion: Conclusion, { alternatives }: CoverageTerms): Requirement[] {
  const {
    vocabulary,
    derivation: { applicable: speakers },
  } = conclusion;
  const deciding = decidingRules(conclusion);
  const amongst = (some: readonly ApplicableRule[], facts: readonly CaseFact[]): Rule[] =>
    [...new Set(some.flatMap(({ rule }) => withTargets(rule)))].filter((rule) =>
      facts.some(({ condition }) => namesCondition(rule, condition)),
    );
  /** The deciding rules that name one of the facts; where what was given has silenced those, any that does. */
  const naming = (facts: readonly CaseFact[]): Rule[] => {
    const found = amongst(
      speakers.filter((_, index) => deciding.has(index)),
      facts,
    );
    return found.length > 0 ? found : amongst(speakers, facts);
  };
  return alternatives.map((set) => {
    const facts = set.flatMap((literal) => wantedFact(literal, vocabulary) ?? []);
    const states = set.map(({ index, holds }): RequirementState => {
      const given = vocabulary.given.get(index);
      return given === undefined ? 'UNKNOWN' : given === holds ? 'MET' : 'UNMET';
    });
    return {
      role: 'FOR_COVERAGE',
      anyOf: facts,
      strength: 'REQUIRED',
      dependsOn: [],
      state: states.includes('MET') ? 'MET' : states.every((state) => state === 'UNMET') ? 'UNMET' : 'UNKNOWN',
      text: alternativesText(facts.map(({ text }) => text)),
      cites: union(naming(facts).map(({ cites }) => cites)),
    };
  });
}

function onceCovered(conclusion: Conclusion): Requirement[] {
  const {
    best,
    vocabulary: { settled },
  } = conclusion;
  if (best !== 'COVERED' && best !== 'MAY_BE_COVERED') return [];
  const found = new Map<string, Requirement>();
  for (const { rule } of grantsBehind(conclusion, best)) {
    for (const { condition, strength, dependsOn, cites } of rule.requires) {
      const key = JSON.stringify([condition.slug, strength, dependsOn]);
      const holds = settled(condition);
      found.set(key, {
        role: 'ONCE_COVERED',
        strength,
        dependsOn,
        text: dutyText(condition),
        anyOf: [caseFact(condition, { holds: true })],
        state: holds === null ? 'UNKNOWN' : holds ? 'MET' : 'UNMET',
        cites: union([found.get(key)?.cites ?? [], cites]),
      });
    }
  }
  return [...found.values()];
}

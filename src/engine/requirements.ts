/**
 * The requirements of an answer (docs/semantics.md#section-2-requirements). FOR_COVERAGE: coverage depends on it.
 * ONCE_COVERED: it is asked for on the routes to the best outcome, once the care is covered; it never changes the status.
 */
import type { Condition, Rule } from '../graph/entries.ts';
import { union } from '../graph/links.ts';
import type { RequirementState } from '../model/words.ts';
import { coverageRequirements, type Conclusion, type CoverageTerms, type FactSet } from './outcomes.ts';
import { decidingRules } from './deciding-rules.ts';
import { eachTest, type BooleanVariables } from './boolean-variables.ts';
import type { CaseFact, Requirement } from './determination.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { alternativesText } from '../graph/sentences.ts';
import { wantedFact } from './facts.ts';
import { onceCovered } from './routes-told.ts';

/** A rule and every rule that it is an exception to, directly or indirectly. */
export function withTargets(rule: Rule): Rule[] {
  return [rule, ...rule.exceptTo.flatMap(withTargets)];
}
/** Whether the `when` of the rule itself names the condition. */
export function namesCondition(rule: Rule, condition: Condition): boolean {
  let named = false;
  eachTest(rule.when, (test) => {
    named ||= test.condition === condition;
  });
  return named;
}

/** The requirements of an answer. All of them must be met; each is met by any one of its facts. */
export function requirements(
  conclusion: Conclusion,
  terms: CoverageTerms = coverageRequirements(conclusion),
): Requirement[] {
  return [...forCoverage(conclusion, terms), ...onceCovered(conclusion)];
}

export function forCoverage(conclusion: Conclusion, { alternatives }: CoverageTerms): Requirement[] {
  const {
    vocabulary,
    derivation: { applicable },
  } = conclusion;
  const deciding = decidingRules(conclusion);
  const namingAmong = (rules: readonly ApplicableRule[], facts: readonly CaseFact[]): Rule[] =>
    [...new Set(rules.flatMap(({ rule }) => withTargets(rule)))].filter((rule) =>
      facts.some(({ condition }) => namesCondition(rule, condition)),
    );
  /** The deciding rules that name one of the facts; if the given facts left none of those, any applicable rule that does. */
  const naming = (facts: readonly CaseFact[]): Rule[] => {
    const decidingRulesNaming = namingAmong(
      applicable.filter((_, index) => deciding.has(index)),
      facts,
    );
    return decidingRulesNaming.length > 0 ? decidingRulesNaming : namingAmong(applicable, facts);
  };
  return alternatives.map((set) => {
    const facts = set.flatMap((literal) => wantedFact(literal, vocabulary) ?? []);
    return {
      role: 'FOR_COVERAGE',
      anyOf: facts,
      strength: 'REQUIRED',
      dependsOn: [],
      state: stateOfAlternatives(set, vocabulary),
      text: alternativesText(facts.map(({ text }) => text)),
      cites: union(naming(facts).map(({ cites }) => cites)),
    };
  });
}

/** The state of a requirement that any one of the literals meets. */
function stateOfAlternatives(set: FactSet, { given }: BooleanVariables): RequirementState {
  if (set.some(({ index, holds }) => given.get(index) === holds)) return 'MET';
  return set.every(({ index }) => given.has(index)) ? 'UNMET' : 'UNKNOWN';
}

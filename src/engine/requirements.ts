/**
 * The requirements of an answer (docs/semantics.md#section-2-requirements). FOR_COVERAGE: coverage depends on it.
 * ONCE_COVERED: it is asked for on the routes to the best outcome, once the care is covered; it never changes the status.
 */
import type { Condition, Rule } from '../graph/entries.ts';
import { union } from '../graph/links.ts';
import type { RequirementState } from '../model/words.ts';
import { coverageRequirements, type Conclusion, type CoverageTerms, type FactSet } from './outcomes.ts';
import { decidingRules } from './deciding-rules.ts';
import { conditionsOf, type BooleanVariables } from './boolean-variables.ts';
import type { CaseFact, Requirement } from './determination.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { alternativesText } from '../graph/sentences.ts';
import { wantedFact } from './facts.ts';
import { onceCovered } from './routes-told.ts';

const chains = new WeakMap<Rule, readonly Rule[]>();
/** A rule and every rule that it is an exception to, directly or indirectly. Cached per rule. */
export function withTargets(rule: Rule): readonly Rule[] {
  const cached = chains.get(rule);
  if (cached) return cached;
  const found = [rule, ...rule.exceptTo.flatMap(withTargets)];
  chains.set(rule, found);
  return found;
}
const tested = new WeakMap<Rule, ReadonlySet<Condition>>();
/** Whether the `when` of the rule itself names the condition. */
export function namesCondition(rule: Rule, condition: Condition): boolean {
  if (rule.when === null) return false;
  let named = tested.get(rule);
  if (!named) {
    named = new Set(conditionsOf(rule));
    tested.set(rule, named);
  }
  return named.has(condition);
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
  if (alternatives.length === 0) return [];
  const deciding = decidingRules(conclusion);
  const testing = rulesWithTests(applicable.filter((_, index) => deciding.has(index)));
  const namingAmong = (rules: readonly Rule[], facts: readonly CaseFact[]): Rule[] =>
    rules.filter((rule) => facts.some(({ condition }) => namesCondition(rule, condition)));
  /** The deciding rules that name one of the facts; if the given facts left none of those, any applicable rule that does. */
  const naming = (facts: readonly CaseFact[]): Rule[] => {
    const decidingRulesNaming = namingAmong(testing, facts);
    return decidingRulesNaming.length > 0 ? decidingRulesNaming : namingAmong(rulesWithTests(applicable), facts);
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

/** The rules that test something, and those that they are exceptions to, each once. */
function rulesWithTests(rules: readonly ApplicableRule[]): Rule[] {
  const found = new Set<Rule>();
  for (const { rule } of rules) for (const each of withTargets(rule)) if (each.when !== null) found.add(each);
  return [...found];
}

/** The state of a requirement that any one of the literals meets. */
function stateOfAlternatives(set: FactSet, { given }: BooleanVariables): RequirementState {
  if (set.some(({ index, holds }) => given.get(index) === holds)) return 'MET';
  return set.every(({ index }) => given.has(index)) ? 'UNMET' : 'UNKNOWN';
}

/**
 * The requirements of an answer (docs/semantics.md#section-2-requirements). FOR_COVERAGE: coverage depends on it.
 * ONCE_COVERED: the deciding grants require it once the care is covered; it never changes the status.
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
function wantedFact({ index, holds }: Literal, { variables }: BooleanVariables): CaseFact | null {
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

function forCoverage(conclusion: Conclusion, { alternatives }: CoverageTerms): Requirement[] {
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

/** The state of a requirement by whether its condition holds; null means that this is not known. */
function stateOf(holds: boolean | null): RequirementState {
  if (holds === null) return 'UNKNOWN';
  return holds ? 'MET' : 'UNMET';
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
      found.set(key, {
        role: 'ONCE_COVERED',
        strength,
        dependsOn,
        text: dutyText(condition),
        anyOf: [caseFact(condition, { holds: true })],
        state: stateOf(settled(condition)),
        cites: union([found.get(key)?.cites ?? [], cites]),
      });
    }
  }
  return [...found.values()];
}

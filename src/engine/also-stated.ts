/**
 * ALSO_STATED (docs/semantics.md#section-2-also-stated): the formalities that a source asks for by itself, and that the
 * answer's other requirements do not hold. The comparison of sources on coverage does not silence them.
 */
import type { Condition, ConditionExpression, Passage, Rule, Source } from '../graph/entries.ts';
import { union } from '../graph/links.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';
import { AUTHORITIES, FORMALITY_TOPICS, type ConditionTopic, type RequirementState } from '../model/words.ts';
import { sourceFilter, type ApplicableRule } from './applicable-rules.ts';
import { asksInReach } from './asking-rules.ts';
import { FALSE, makeBdd } from './bdd.ts';
import { background, eachTest, functionOf, makeBooleanVariables } from './boolean-variables.ts';
import { rulesInReach } from './derive.ts';
import type { CaseFact, Requirement } from './determination.ts';
import { BUDGET, conclude, coverageRequirements, withinBudget, type Conclusion } from './outcomes.ts';
import type { Question } from './question.ts';
import { forCoverage, withTargets } from './requirements.ts';
import { strongerOf, type Claim } from './route-terms.ts';
import { grantsOfRoutes, isCoverage, routesToBest } from './routes.ts';
import { claimsToBest, notRequired, onceCovered } from './routes-told.ts';

const FORMALITIES: ReadonlySet<ConditionTopic> = new Set(FORMALITY_TOPICS);
export const isFormality = ({ topic }: Condition): boolean => FORMALITIES.has(topic);

/** What is wanted in a requirement: all of its facts are wanted as holding and are formalities. */
const asksFormality = ({ anyOf }: Requirement): boolean =>
  anyOf.length > 0 && anyOf.every(({ holds, condition }) => holds === true && isFormality(condition));

/** An entry as one source makes it, with the rules that make it. */
interface Stated {
  readonly source: Source;
  readonly requirement: Requirement;
  readonly by: readonly Claim[];
}

/** The entries of ALSO_STATED, given the entries of the other two lists. */
export function alsoStated(conclusion: Conclusion, others: readonly Requirement[]): Requirement[] {
  if (!isCoverage(conclusion.best)) return [];
  const stated = sourcesToAsk(conclusion).flatMap((source) => statedBy(source, conclusion));
  const notAsked = notRequired(conclusion).filter(({ isOpen }) => !isOpen);
  const kept = stated
    .filter(({ requirement }) => !others.some((other) => implies(other, requirement)))
    .filter((each) => !losesTo(notAsked, each, conclusion))
    .filter(({ requirement }) => canHoldTogether(requirement, others, conclusion));
  return merged(kept, conclusion);
}

/** The included sources with a grant in reach that state a formality, in order of authority and then of slug. */
function sourcesToAsk(conclusion: Conclusion): Source[] {
  const { question, derivation } = conclusion;
  const isIncluded = sourceFilter(question);
  const rules = [...rulesInReach(derivation)];
  const citedBy = (some: readonly Rule[]): Set<Source> =>
    new Set(some.flatMap(({ cites }) => cites.filter(isIncluded).map(({ source }) => source)));
  const granting = citedBy(rules.filter(({ effect }) => effect === 'COVERED'));
  const stating = citedBy([...rules, ...asksInReach(conclusion).map(({ rule }) => rule)].filter(statesFormality));
  for (const source of sourcesOfLinks(conclusion)) stating.add(source);
  return [...granting]
    .filter((source) => stating.has(source))
    .sort((a, b) => AUTHORITIES.indexOf(a.authority) - AUTHORITIES.indexOf(b.authority) || (a.slug < b.slug ? -1 : 1));
}

function sourcesOfLinks({ question, whole: { reach } }: Conclusion): Source[] {
  const isIncluded = sourceFilter(question);
  return [...reach.plans.keys()].flatMap(({ takesRulesFrom }) =>
    takesRulesFrom.flatMap(({ requires }) =>
      requires
        .filter(({ condition }) => isFormality(condition))
        .flatMap(({ cites }) => cites.filter(isIncluded).map(({ source }) => source)),
    ),
  );
}

const stating = new WeakMap<Rule, boolean>();
/** Whether the rule, or a rule that it is an exception to, names a formality. Cached per rule. */
function statesFormality(rule: Rule): boolean {
  const cached = stating.get(rule);
  if (cached !== undefined) return cached;
  let found = rule.requires.some(({ condition }) => isFormality(condition));
  for (const each of withTargets(rule))
    eachTest(each.when, ({ condition }) => {
      found ||= isFormality(condition);
    });
  stating.set(rule, found);
  return found;
}

const alone = new WeakMap<Conclusion, Map<Source, Conclusion>>();
/** The same question of one source alone, without the given facts that are formalities. Cached per conclusion. */
function askedAlone(conclusion: Conclusion, source: Source): Conclusion {
  const cached = alone.get(conclusion) ?? new Map<Source, Conclusion>();
  alone.set(conclusion, cached);
  const known = cached.get(source);
  if (known) return known;
  const { question } = conclusion;
  const isOther = (condition: Condition): boolean => !isFormality(condition);
  const narrowed: Question = {
    ...question,
    accordingTo: [source],
    minimumAuthority: null,
    met: question.met.filter(isOther),
    unmet: question.unmet.filter(isOther),
    counts: new Map([...question.counts].filter(([condition]) => isOther(condition))),
  };
  const found = conclude(narrowed);
  cached.set(source, found);
  return found;
}

function statedBy(source: Source, conclusion: Conclusion): Stated[] {
  const view = askedAlone(conclusion, source);
  if (!isCoverage(view.best)) return [];
  const own = (cites: readonly Passage[]): readonly Passage[] => {
    const ofSource = cites.filter((passage) => passage.source === source);
    return ofSource.length > 0 ? ofSource : cites;
  };
  const stated = (requirement: Requirement, by: readonly Claim[]): Stated => ({
    source,
    by,
    requirement: { ...requirement, cites: own(requirement.cites) },
  });
  const grants = grantsOfRoutes(view, routesToBest(view).routes);
  return [
    ...forCoverage(view, coverageRequirements(view))
      .filter(asksFormality)
      .map((each) => stated({ ...each, strength: strengthOf(view) }, claimsOfGrants(each.anyOf, grants))),
    ...onceCovered(view)
      .filter(asksFormality)
      .map((each) => stated(each, claimantsOf(each, view))),
  ];
}

/** Coverage by some plans of a class turns on what such plans ask, which one plan within the class may or may not. */
function strengthOf(view: Conclusion): Requirement['strength'] {
  const { plan } = view.question;
  const grants = grantsOfRoutes(view, routesToBest(view).routes);
  const isOfSome = grants.every(({ rule }) => rule.quantifier !== 'ALL' && isPlanWithin(plan, rule.plan));
  return isOfSome ? 'MAY_BE_REQUIRED' : 'REQUIRED';
}

/** What coverage turns on, by a source alone: each of its grants says that the facts are required. */
const claimsOfGrants = (facts: readonly CaseFact[], grants: readonly ApplicableRule[]): Claim[] =>
  facts.flatMap(({ condition }) =>
    grants.map((by): Claim => {
      const requirement = { condition, strength: 'REQUIRED', dependsOn: [], cites: by.rule.cites } as const;
      return { by, requirement, link: null };
    }),
  );
const claimantsOf = ({ anyOf, strength }: Requirement, view: Conclusion): Claim[] =>
  claimsToBest(view).flatMap(({ claims }) =>
    claims.filter(
      ({ requirement }) =>
        requirement.strength === strength && anyOf.some(({ condition }) => condition === requirement.condition),
    ),
  );

/** Whether the first, once met, meets the second: each of its facts implies one of the other's. */
function implies(first: Requirement, second: Requirement): boolean {
  return first.anyOf.every(
    ({ condition, holds }) =>
      holds === true && second.anyOf.some((wanted) => condition.impliedClosure.has(wanted.condition)),
  );
}

/** Whether for each of its facts another claim says that it is not asked for, and each rule that asks loses to one. */
function losesTo(notAsked: readonly Claim[], { requirement, by }: Stated, { question, whole }: Conclusion): boolean {
  if (notAsked.length === 0 || by.length === 0) return false;
  return requirement.anyOf.every(({ condition }) => {
    const against = notAsked.filter((claim) => claim.requirement.condition === condition);
    return by
      .filter((asking) => asking.requirement.condition === condition)
      .every((asking) => against.some((claim) => strongerOf(question.graph, claim, asking, whole.reach) === claim.by));
  });
}

/** Whether the entry can be met where everything is met that coverage depends on. */
function canHoldTogether({ anyOf }: Requirement, others: readonly Requirement[], { question }: Conclusion): boolean {
  const wanted = others.filter(({ role }) => role === 'FOR_COVERAGE').map((each) => each.anyOf);
  const isFree = anyOf.some(({ condition }) =>
    [...condition.impliedClosure].every(({ excludes }) => excludes.length === 0),
  );
  const isDenied = wanted.some((facts) => facts.some(({ holds }) => holds === false));
  if (isFree && !isDenied) return true;
  const tests = [...wanted, anyOf].map((facts) => facts.map(testOf));
  const when: ConditionExpression = { type: 'GROUP', operator: 'ALL', of: tests.flat() };
  const vocabulary = makeBooleanVariables({ ...question, met: [], unmet: [], counts: new Map() }, [{ when }]);
  const diagram = makeBdd(BUDGET.nodes);
  return withinBudget(
    () => {
      const all = tests.reduce(
        (left, of) => diagram.and(left, functionOf({ type: 'GROUP', operator: 'ANY', of }, vocabulary, diagram)),
        background(vocabulary, diagram),
      );
      return all !== FALSE;
    },
    () => true,
  );
}

/** A fact that is wanted, as an expression. */
function testOf({ condition, holds, atLeast, atMost }: CaseFact): ConditionExpression {
  const test: ConditionExpression = { type: 'TEST', condition, atLeast, atMost };
  return holds === false ? { type: 'GROUP', operator: 'NONE', of: [test] } : test;
}

/** Alike entries of several sources as one that cites them all. */
function merged(stated: readonly Stated[], { vocabulary }: Conclusion): Requirement[] {
  const found = new Map<string, Requirement>();
  for (const { requirement } of stated) {
    const { anyOf, strength, dependsOn, cites } = requirement;
    const key = JSON.stringify([anyOf.map(({ condition }) => condition.slug).sort(), strength, dependsOn]);
    const before = found.get(key);
    found.set(key, {
      ...(before ?? requirement),
      role: 'ALSO_STATED',
      state: stateOfAny(anyOf.map(({ condition }) => vocabulary.settled(condition))),
      cites: union([before?.cites ?? [], cites]),
    });
  }
  return [...found.values()];
}

function stateOfAny(settled: readonly (boolean | null)[]): RequirementState {
  if (settled.includes(true)) return 'MET';
  return settled.every((holds) => holds === false) ? 'UNMET' : 'UNKNOWN';
}

/**
 * ALSO_STATED (docs/semantics.md#section-2-also-stated): the formalities that a source asks for by itself, and that the
 * answer's other requirements do not hold. The comparison of sources on coverage does not silence them.
 */
import type { Condition, ConditionExpression, Passage, Source } from '../graph/entries.ts';
import { union } from '../graph/links.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';
import type { RequirementState } from '../model/words.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { FALSE, makeBdd } from './bdd.ts';
import { background, functionOf, makeBooleanVariables } from './boolean-variables.ts';
import type { CaseFact, Requirement } from './determination.ts';
import { BUDGET, conclude, coverageRequirements, withinBudget, type Conclusion, type FactSet } from './outcomes.ts';
import type { Question } from './question.ts';
import { forCoverage } from './requirements.ts';
import { strongerOf, type Claim } from './route-terms.ts';
import { grantsOfRoutes, isCoverage, routesToBest } from './routes.ts';
import { claimsToBest, notRequired, onceCovered } from './routes-told.ts';
import { impliesOneOf, isFormality, sourcesWithMore } from './stated-formalities.ts';

/** An entry as one source makes it, with the rules that make it. */
interface Stated {
  readonly source: Source;
  readonly requirement: Requirement;
  readonly by: readonly Claim[];
}

/** The entries of ALSO_STATED, given the entries of the other two lists. */
export function alsoStated(conclusion: Conclusion, others: readonly Requirement[]): Requirement[] {
  if (!isCoverage(conclusion.best)) return [];
  const missing = sourcesWithMore(conclusion, others).flatMap((source) => statedBy(source, conclusion, others));
  if (missing.length === 0) return [];
  const notAsked = notRequired(conclusion).filter(({ isOpen }) => !isOpen);
  const kept = missing
    .filter((each) => !losesTo(notAsked, each, conclusion))
    .filter(({ requirement }) => canHoldTogether(requirement, others, conclusion));
  return merged(kept, conclusion);
}

/** The same question of one source alone, without the given facts that are formalities. */
function askedAlone({ question }: Conclusion, source: Source): Conclusion {
  const isOther = (condition: Condition): boolean => !isFormality(condition);
  const narrowed: Question = {
    ...question,
    accordingTo: [source],
    minimumAuthority: null,
    met: question.met.filter(isOther),
    unmet: question.unmet.filter(isOther),
    counts: new Map([...question.counts].filter(([condition]) => isOther(condition))),
  };
  return conclude(narrowed);
}

/** What the source alone asks for and the other two lists do not imply. */
function statedBy(source: Source, conclusion: Conclusion, others: readonly Requirement[]): Stated[] {
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
  const isLacking = (conditions: readonly Condition[]): boolean =>
    conditions.length > 0 && conditions.every(isFormality) && !others.some((other) => impliesOneOf(other, conditions));
  const terms = coverageRequirements(view);
  const alternatives = terms.alternatives.filter((set) => isLacking(conditionsWanted(set, view)));
  const grants = alternatives.length === 0 ? [] : grantsOfRoutes(view, routesToBest(view).routes);
  return [
    ...forCoverage(view, { ...terms, alternatives }).map((each) =>
      stated({ ...each, strength: strengthOf(view) }, claimsOfGrants(each.anyOf, grants)),
    ),
    ...onceCovered(view)
      .filter(({ anyOf }) => isLacking(anyOf.map(({ condition }) => condition)))
      .map((each) => stated(each, claimantsOf(each, view))),
  ];
}

/** Coverage by some plans of a class turns on what such plans ask, which one plan within the class may or may not. */
function strengthOf(view: Conclusion): Requirement['strength'] {
  const { plan } = view.question;
  const isOfSome = ({ rule }: ApplicableRule): boolean => rule.quantifier !== 'ALL' && isPlanWithin(plan, rule.plan);
  const isGrantOfSome = view.derivation.applicable.some((each) => each.rule.effect === 'COVERED' && isOfSome(each));
  if (!isGrantOfSome) return 'REQUIRED';
  return grantsOfRoutes(view, routesToBest(view).routes).every(isOfSome) ? 'MAY_BE_REQUIRED' : 'REQUIRED';
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

/** The conditions of a set of facts that are all wanted as holding; none if one is not. */
function conditionsWanted(set: FactSet, { vocabulary: { variables } }: Conclusion): Condition[] {
  const conditions: Condition[] = [];
  for (const { index, holds } of set) {
    const variable = variables[index];
    if (!variable || !holds || variable.atLeast !== null) return [];
    conditions.push(variable.condition);
  }
  return conditions;
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

/** A verdict on each formality: docs/semantics.md#section-2-formalities. */
import type { Condition } from '../graph/entries.ts';
import {
  FORMALITY_TOPICS,
  type FormalityStatus,
  type RequirementRole,
  type RequirementState,
  type RequirementStrength,
} from '../model/words.ts';
import { implications } from './completions.ts';
import { factKey, setKey, type FactSet } from './fact-sets.ts';
import type { Question } from './question.ts';
import { dependsOn, stateOf, wanted, type Requirement } from './requirements.ts';
import type { Cost, Route, RouteClaim } from './routes.ts';
import { dependence } from './wording.ts';

type Topic = (typeof FORMALITY_TOPICS)[number];

export interface Formality {
  readonly topic: Topic;
  readonly condition: Condition | null;
  readonly status: FormalityStatus;
  readonly role: RequirementRole | null;
  readonly dependsOn: readonly string[];
}

/** Something that belongs to a topic. */
interface Belonging {
  readonly status: RequirementStrength;
  readonly state: RequirementState;
  readonly condition: Condition | null;
  readonly role: RequirementRole | null;
  readonly dependsOn: readonly string[];
}

/** The verdicts in the order of the topics. `requirements`: the three lists; `routes`: all ways to coverage; `costs`: those of the answer. */
export function formalitiesOf(
  question: Question,
  requirements: readonly Requirement[],
  routes: readonly Route[],
  costs: readonly Cost[],
): readonly Formality[] {
  return FORMALITY_TOPICS.map((topic) => {
    const ofCosts = topic === 'COST_SHARING' ? costs.flatMap((cost) => ofCost(cost, routes)) : [];
    return verdictOn(topic, [...belongingTo(topic, question, requirements, routes), ...ofCosts]);
  });
}

const STRONGEST_FIRST: readonly FormalityStatus[] = ['REQUIRED', 'PLAN_RULES_APPLY', 'MAY_BE_REQUIRED'];

function verdictOn(topic: Topic, belonging: readonly Belonging[]): Formality {
  const asked = belonging.filter(({ status }) => status !== 'NOT_REQUIRED');
  const unmet = asked.filter(({ state }) => state !== 'MET');
  const strongest = STRONGEST_FIRST.find((strength) => unmet.some(({ status }) => status === strength));
  if (strongest !== undefined)
    return told(
      topic,
      strongest,
      unmet.find(({ status }) => status === strongest),
    );
  if (asked.length > 0) return told(topic, 'MET', asked[0]);
  return told(topic, belonging.length > 0 ? 'NOT_REQUIRED' : 'NOT_STATED', belonging[0]);
}

function told(topic: Topic, status: FormalityStatus, first?: Belonging): Formality {
  return {
    topic,
    status,
    condition: first?.condition ?? null,
    role: first?.role ?? null,
    dependsOn: first?.dependsOn ?? [],
  };
}

function belongingTo(
  topic: Topic,
  question: Question,
  requirements: readonly Requirement[],
  routes: readonly Route[],
): readonly Belonging[] {
  const known = new Set(requirements.map(({ anyOf, strength }) => `${setKey(anyOf)} ${strength}`));
  const claims = routes.flatMap((route) => route.claims).filter(({ condition }) => isOf(topic, [wanted(condition)]));
  const ofRoutes = claims.filter(({ condition, strength }) => !known.has(`${setKey([wanted(condition)])} ${strength}`));
  return [
    ...requirements.filter(({ anyOf }) => isOf(topic, anyOf)).map(ofEntry),
    ...routes
      .flatMap(({ facts }) => facts)
      .filter((fact) => isOf(topic, [fact]) && !known.has(`${setKey([fact])} REQUIRED`))
      .map((fact) => ofFact(question, fact, routes)),
    ...ofRoutes.map((claim) => ofClaim(question, claim, routes)),
  ];
}

/** Whether each fact is wanted as holding and is, or implies, a condition of the topic. */
function isOf(topic: Topic, anyOf: FactSet): boolean {
  return anyOf.every(
    ({ condition, holds }) =>
      holds === true && [...implications(condition).keys()].some((implied) => implied.topic === topic),
  );
}

function ofEntry(entry: Requirement): Belonging {
  const { anyOf, strength, state, role } = entry;
  const [only, ...others] = anyOf;
  const isShared = entry.isOfAllRoutes;
  return {
    status: isShared ? strength : 'MAY_BE_REQUIRED',
    state,
    role,
    dependsOn: entry.dependsOn,
    condition: others.length === 0 ? (only?.condition ?? null) : null,
  };
}

function isOnAll(claim: RouteClaim | undefined, routes: readonly Route[]): boolean {
  return routes.every(({ claims }) =>
    claims.some(({ condition, strength }) => condition === claim?.condition && strength === claim.strength),
  );
}

/** A fact that a way to coverage needs. */
function ofFact({ given }: Question, fact: FactSet[number], routes: readonly Route[]): Belonging {
  const isShared = routes.every(({ facts }) => facts.some((each) => factKey(each) === factKey(fact)));
  return {
    status: isShared ? 'REQUIRED' : 'MAY_BE_REQUIRED',
    state: stateOf(given, [fact]),
    condition: fact.condition,
    role: 'FOR_COVERAGE',
    dependsOn: [],
  };
}

function ofClaim({ given }: Question, claim: RouteClaim, routes: readonly Route[]): Belonging {
  const { condition, strength } = claim;
  const isWeakened = strength !== 'NOT_REQUIRED' && !isOnAll(claim, routes);
  return {
    status: isWeakened ? 'MAY_BE_REQUIRED' : strength,
    state: stateOf(given, [wanted(condition)]),
    condition,
    role: strength === 'NOT_REQUIRED' ? null : 'ONCE_COVERED',
    dependsOn: dependsOn([claim], claim.terms),
  };
}

/** No charge on some facts alone is no verdict on the others. */
function ofCost({ amount, terms }: Cost, routes: readonly Route[]): readonly Belonging[] {
  const isFree = amount.kind === 'NONE';
  if (isFree && terms.length > 0) return [];
  const isShared = routes.every(({ costs }) => costs.some((cost) => cost.amount === amount));
  const status = isShared ? 'REQUIRED' : 'MAY_BE_REQUIRED';
  return [
    {
      status: isFree ? 'NOT_REQUIRED' : status,
      state: 'UNKNOWN',
      condition: null,
      role: null,
      dependsOn: terms.map(dependence),
    },
  ];
}

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
import { dependsOn, requirementsOnceCovered, stateOf, wanted, type Requirement } from './requirements.ts';
import type { Cost, Route, RouteClaim } from './routes.ts';
import { asKnown } from './terms.ts';
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

/** What an answer states. */
interface Stated {
  /** The three lists. */
  readonly requirements: readonly Requirement[];
  readonly routes: readonly Route[];
  /** The routes to the best outcome. */
  readonly toBest: readonly Route[];
  /** The costs of the answer. */
  readonly costs: readonly Cost[];
}

/** The verdicts in the order of the topics. */
export function formalitiesOf(question: Question, stated: Stated): readonly Formality[] {
  return FORMALITY_TOPICS.map((topic) => verdictOn(topic, belongingTo(topic, question, stated)));
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

function belongingTo(topic: Topic, question: Question, stated: Stated): readonly Belonging[] {
  const { requirements, routes } = stated;
  const asked = routes.map((route) => requirementsOnceCovered(question, [route], asKnown(route.facts)));
  const ofRoutes = routes.flatMap(({ facts }, index) => [
    ...facts.filter((fact) => isOf(topic, [fact])).map((fact) => ofFact(question, fact, routes)),
    ...(asked[index] ?? []).filter(({ anyOf }) => isOf(topic, anyOf)).map((entry) => ofRoute(entry, asked)),
  ]);
  const denials = routes
    .flatMap(({ claims }) => claims)
    .filter(({ condition, strength }) => strength === 'NOT_REQUIRED' && isOf(topic, [wanted(condition)]));
  return [
    ...requirements.filter(({ anyOf }) => isOf(topic, anyOf)).map(ofEntry),
    ...ofRoutes,
    ...(topic === 'COST_SHARING' ? ofCosts(stated) : []),
    ...denials.map((claim) => ofDenial(question, claim)),
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

/** What one route asks; `asked`: what each of them asks. */
function ofRoute(entry: Requirement, asked: readonly (readonly Requirement[])[]): Belonging {
  const isSame = ({ anyOf, strength }: Requirement): boolean =>
    setKey(anyOf) === setKey(entry.anyOf) && strength === entry.strength;
  return ofEntry({ ...entry, isOfAllRoutes: asked.every((each) => each.some(isSame)) });
}

/** What a route states not to be required. */
function ofDenial({ given }: Question, { condition, ...claim }: RouteClaim): Belonging {
  return {
    status: 'NOT_REQUIRED',
    state: stateOf(given, [wanted(condition)]),
    condition,
    role: null,
    dependsOn: dependsOn([{ ...claim, condition }], claim.terms),
  };
}

/** The costs of the answer, then those of lesser routes alone. */
function ofCosts({ routes, toBest, costs }: Stated): readonly Belonging[] {
  const isShared = (cost: Cost): boolean => toBest.every((route) => route.costs.some((each) => isSameCost(each, cost)));
  const plainest = (cost: Cost): Cost =>
    costs.find((each) => each.terms.length === 0 && isSameCost(each, cost)) ?? cost;
  const isOfAnswer = (cost: Cost): boolean => costs.some((each) => isSameCost(each, cost));
  const lesser = routes.flatMap((route) => route.costs).filter((cost) => !isOfAnswer(cost));
  return [
    ...costs.flatMap((cost) => ofCost(plainest(cost), isShared(cost))),
    ...lesser.flatMap((cost) => (cost.amount.kind === 'NONE' ? [] : ofCost(cost, false))),
  ];
}

function isSameCost({ amount: one }: Cost, { amount: other }: Cost): boolean {
  const textOf = ({ cites: _, ...fields }: Cost['amount']): string => JSON.stringify(fields);
  return textOf(one) === textOf(other);
}

/** No charge on some facts or routes alone is no verdict on the others. */
function ofCost({ amount, terms }: Cost, isShared: boolean): readonly Belonging[] {
  const isFree = amount.kind === 'NONE';
  if (isFree && (terms.length > 0 || !isShared)) return [];
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

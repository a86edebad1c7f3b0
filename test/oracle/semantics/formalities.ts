/** One verdict on each formality: docs/semantics.md#section-2-formalities. */
import { parseCostShare } from '../../../src/model/amounts.ts';
import type { ConditionTopic, RequirementRole, RequirementStrength } from '../../../src/model/words.ts';
import { alsoStated, FORMALITIES } from './also-stated.ts';
import { isCoverage, type Derivation } from './derivation.ts';
import { brings, conditionOf, factsOf } from './literals.ts';
import { amounts, dutiesOf, onceCovered, routesToBest } from './once-covered.ts';
import type { Question } from './question.ts';
import type { Amount } from './routes.ts';

export type FormalityStatus = RequirementStrength | 'MET' | 'NOT_STATED';

export interface Formality {
  readonly topic: ConditionTopic;
  readonly status: FormalityStatus;
  /** The list that the first entry with this verdict is in; null where none is. */
  readonly role: RequirementRole | 'ALSO_STATED' | null;
  /** The conditions of the entries of that list with this verdict; null where an entry has alternatives. */
  readonly conditions: readonly (string | null)[];
}

/** Something that may belong to a topic. */
interface Entry {
  /** A clause; null for a cost. */
  readonly anyOf: string | null;
  readonly strength: RequirementStrength;
  readonly role: Formality['role'];
}

const STRONGEST_FIRST: readonly RequirementStrength[] = ['REQUIRED', 'PLAN_RULES_APPLY', 'MAY_BE_REQUIRED'];

export function formalities(derivation: Derivation): Formality[] {
  if (!isCoverage(derivation.best)) return [];
  const entries = entriesOf(derivation);
  return FORMALITIES.map((topic) =>
    verdictOn(
      derivation.question,
      topic,
      entries.filter((entry) => belongsTo(derivation.question, entry, topic)),
    ),
  );
}

/** Each fact is wanted as holding and is, or implies, a condition of the topic. */
function belongsTo(question: Question, { anyOf }: Entry, topic: ConditionTopic): boolean {
  if (anyOf === null) return topic === 'COST_SHARING';
  const ofTopic = Object.keys(question.data.conditions).filter(
    (condition) => question.data.conditions[condition]?.topic === topic,
  );
  return factsOf(anyOf).every((fact) => ofTopic.some((condition) => brings(question, fact, condition)));
}

function verdictOn(question: Question, topic: ConditionTopic, entries: readonly Entry[]): Formality {
  const isMet = ({ anyOf }: Entry): boolean =>
    anyOf !== null &&
    factsOf(anyOf).some((fact) => question.ask.met.some((given) => brings(question, `+${given}`, conditionOf(fact))));
  const asking = entries.filter(({ strength }) => strength !== 'NOT_REQUIRED');
  const verdict = (status: FormalityStatus, from: readonly Entry[]): Formality => {
    const role = from[0]?.role ?? null;
    const conditions = from
      .filter((entry) => entry.role === role)
      .map(({ anyOf }) => (anyOf === null || factsOf(anyOf).length > 1 ? null : conditionOf(anyOf)));
    return { topic, status, role, conditions };
  };
  if (entries.length === 0) return verdict('NOT_STATED', []);
  if (asking.length === 0) return verdict('NOT_REQUIRED', entries);
  const unmet = asking.filter((entry) => !isMet(entry));
  if (unmet.length === 0) return verdict('MET', asking);
  const strength = STRONGEST_FIRST.find((each) => unmet.some((entry) => entry.strength === each)) ?? 'MAY_BE_REQUIRED';
  return verdict(
    strength,
    unmet.filter((entry) => entry.strength === strength),
  );
}

/** The entries of the three lists, of the routes, and the costs; what only some routes ask counts as MAY_BE_REQUIRED. */
function entriesOf(derivation: Derivation): Entry[] {
  const covering = derivation.forCoverage.map((anyOf): Entry => ({
    anyOf,
    strength: 'REQUIRED',
    role: 'FOR_COVERAGE',
  }));
  const duties = onceCovered(derivation).map(({ condition, strength, isOnEveryRoute }): Entry => ({
    anyOf: `+${condition}`,
    strength: isOnEveryRoute ? strength : 'MAY_BE_REQUIRED',
    role: 'ONCE_COVERED',
  }));
  const also = alsoStated(derivation).map(({ anyOf, strength }): Entry => ({ anyOf, strength, role: 'ALSO_STATED' }));
  return [...covering, ...duties, ...also, ...entriesOfRoutes(derivation), ...entriesOfCosts(derivation)];
}

/** What the lists do not hold: the facts and the duties of routes, and that something is not asked for. */
function entriesOfRoutes(derivation: Derivation): Entry[] {
  const routes = derivation.routes();
  const facts = [...new Set(routes.flatMap((route) => route.facts))].map((anyOf): Entry => ({
    anyOf,
    strength: routes.every((route) => route.facts.includes(anyOf)) ? 'REQUIRED' : 'MAY_BE_REQUIRED',
    role: null,
  }));
  const held = new Set(onceCovered(derivation).map(({ condition, strength }) => `${condition} ${strength}`));
  const duties = dutiesOf(routes)
    .filter(({ condition, strength }) => !held.has(`${condition} ${strength}`))
    .map(({ condition, strength, isOnEveryRoute }): Entry => ({
      anyOf: `+${condition}`,
      strength: isOnEveryRoute || strength === 'NOT_REQUIRED' ? strength : 'MAY_BE_REQUIRED',
      role: null,
    }));
  return [...facts, ...duties];
}

/**
 * A cost is REQUIRED, where each route to the best outcome has one; "no charge" is NOT_REQUIRED where it is so without
 * terms on each of them.
 */
function entriesOfCosts(derivation: Derivation): Entry[] {
  const isFree = ({ text }: Amount): boolean => parseCostShare(text)?.kind === 'NONE';
  const toBest = routesToBest(derivation);
  const ofAnswer = amounts(derivation, 'costs');
  const isNone = ofAnswer.some(
    (cost) =>
      isFree(cost) &&
      cost.terms.length === 0 &&
      toBest.every(({ costs }) => costs.some(({ rule }) => rule === cost.rule)),
  );
  const isPaid = [...ofAnswer, ...derivation.routes().flatMap(({ costs }) => costs)].some((cost) => !isFree(cost));
  const isPaidOnEach = toBest.every(({ costs }) => costs.some((cost) => !isFree(cost)));
  const entry = (strength: RequirementStrength): Entry => ({ anyOf: null, strength, role: null });
  return [
    ...(isNone ? [entry('NOT_REQUIRED')] : []),
    ...(isPaid ? [entry(isPaidOnEach ? 'REQUIRED' : 'MAY_BE_REQUIRED')] : []),
  ];
}

/** What a source asks for by itself and the other two lists do not hold: docs/semantics.md#section-2-also-stated. */
import type { ConditionTopic, RequirementStrength } from '../../../src/model/words.ts';
import { Completions } from './completions.ts';
import { defeatOfStatement, type Statement } from './conflict-resolution.ts';
import { derive, isCoverage, type Derivation } from './derivation.ts';
import { clauseHolds, clauseImplies, conditionOf, factsOf } from './literals.ts';
import { onceCovered, routesToBest } from './once-covered.ts';
import type { Ask, Question } from './question.ts';
import { isHeard, rankOf } from './rules.ts';
import { strengthFor } from './statements.ts';

export const FORMALITIES: readonly ConditionTopic[] = [
  'ORDER',
  'AUTHORIZATION',
  'REFERRAL',
  'NETWORK',
  'DOCUMENTATION',
  'COST_SHARING',
];

export interface AlsoStated {
  /** A clause. */
  readonly anyOf: string;
  readonly strength: RequirementStrength;
  readonly dependsOn: readonly string[];
  readonly isPlain: boolean;
  /** Those that say so, the first in the order of the list first. */
  readonly sources: readonly string[];
}

interface Claim extends AlsoStated {
  /** The statements that it rests on; of each fact every grant that turns on it. */
  readonly statements: readonly Statement[];
}

/** The sources heard, by authority and then by slug. */
export function sourcesHeard(question: Question): string[] {
  return Object.keys(question.data.sources)
    .filter((source) => isHeard(question, source))
    .sort((a, b) => rankOf(question, a) - rankOf(question, b) || (a < b ? -1 : 1));
}

/** In the order of authority, of the source's slug, and of the source's own list. */
export function alsoStated(derivation: Derivation): AlsoStated[] {
  if (!isCoverage(derivation.best)) return [];
  const claims = sourcesHeard(derivation.question).flatMap((source) => claimsOf(derivation, source));
  return alikeAsOne(claims.filter((claim) => !isLeftOut(derivation, claim)));
}

function alikeAsOne(claims: readonly Claim[]): AlsoStated[] {
  const known = new Map<string, AlsoStated>();
  for (const { anyOf, strength, dependsOn, isPlain, sources } of claims) {
    const key = JSON.stringify([anyOf, strength, dependsOn, isPlain]);
    const before = known.get(key)?.sources ?? [];
    known.set(key, { anyOf, strength, dependsOn, isPlain, sources: [...before, ...sources] });
  }
  return [...known.values()];
}

const topicOf = ({ data }: Question, condition: string): ConditionTopic | undefined =>
  data.conditions[condition]?.topic;

function isFormality(question: Question, condition: string): boolean {
  const topic = topicOf(question, condition);
  return topic !== undefined && FORMALITIES.includes(topic);
}

/** The source asked alone, without the facts given of these topics. */
function aloneAsk(question: Question, source: string): Ask {
  const { ask } = question;
  const isKept = (condition: string): boolean => !isFormality(question, condition);
  return {
    ...ask,
    met: ask.met.filter(isKept),
    unmet: ask.unmet.filter(isKept),
    counts: Object.fromEntries(Object.entries(ask.counts).filter(([condition]) => isKept(condition))),
    accordingTo: [source],
  };
}

function claimsOf({ question }: Derivation, source: string): Claim[] {
  const alone = derive(question.data, aloneAsk(question, source));
  if (alone === null || !isCoverage(alone.best)) return [];
  const isOfFormalities = (clause: string): boolean =>
    factsOf(clause).every((fact) => fact.startsWith('+') && isFormality(question, conditionOf(fact)));
  const asked = onceCovered(alone).map((duty): Claim => ({
    anyOf: `+${duty.condition}`,
    strength: duty.strength,
    dependsOn: duty.dependsOn,
    isPlain: duty.isPlain,
    sources: [source],
    statements: duty.asked.map(({ statement }) => statement),
  }));
  return [...alone.forCoverage.map((clause) => claimOfCoverage(alone, source, clause)), ...asked].filter(({ anyOf }) =>
    isOfFormalities(anyOf),
  );
}

/** What coverage turns on, by a source alone: each of its grants says that the condition is required. */
function claimOfCoverage(alone: Derivation, source: string, clause: string): Claim {
  const grants = routesToBest(alone).flatMap((route) => route.grants);
  const statements = factsOf(clause).flatMap((fact) =>
    grants.map((by): Statement => ({
      condition: conditionOf(fact),
      strength: strengthFor(alone.question, by.rule, 'REQUIRED'),
      dependsOn: [],
      by,
      on: by.rule,
    })),
  );
  const isHedged = statements.every(({ strength }) => strength !== 'REQUIRED') && statements.length > 0;
  const strength = isHedged ? 'MAY_BE_REQUIRED' : 'REQUIRED';
  return { anyOf: clause, strength, dependsOn: [], isPlain: true, sources: [source], statements };
}

function isLeftOut(derivation: Derivation, claim: Claim): boolean {
  const { question, forCoverage } = derivation;
  const others = [...forCoverage, ...onceCovered(derivation).map(({ condition }) => `+${condition}`)];
  return (
    others.some((other) => clauseImplies(question, other, claim.anyOf)) ||
    !canHoldTogether(question, [...forCoverage, claim.anyOf]) ||
    losesToNotRequired(derivation, claim)
  );
}

/** Whether some facts, of those that the links between conditions allow, meet all of the clauses. */
function canHoldTogether(question: Question, clauses: readonly string[]): boolean {
  const tests = clauses.flatMap(factsOf).map((fact) => {
    const bound = Number(fact.split('=')[1]);
    const condition = conditionOf(fact);
    if (fact.includes('>=')) return { condition, atLeast: bound };
    return fact.includes('<=') ? { condition, atMost: bound } : { condition };
  });
  const completions = new Completions(question, tests, new Map(), (facts) =>
    clauses.every((clause) => clauseHolds(clause, facts)) ? 'COVERED' : 'NOT_COVERED',
  );
  return completions.possibleOutcomes().includes('COVERED');
}

/** Whether each statement that the claim rests on loses to one that the condition is not asked for. */
function losesToNotRequired(derivation: Derivation, { statements }: Claim): boolean {
  const notRequired = derivation
    .routes()
    .flatMap(({ asked }) => asked)
    .filter(({ strength, isOpen }) => strength === 'NOT_REQUIRED' && !isOpen)
    .map(({ statement }) => statement);
  const loses = (statement: Statement): boolean =>
    notRequired.some((other) => defeatOfStatement(derivation.question, statement, other)?.winner === other);
  return statements.length > 0 && statements.every(loses);
}

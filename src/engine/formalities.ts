/**
 * One verdict on each formality (docs/semantics.md#section-2-formalities), from all that the answer requires, all that is
 * also stated, and all that its routes ask.
 */
import type { Condition, Passage } from '../graph/entries.ts';
import { printCostShare } from '../model/amounts.ts';
import { dutyText, list, sentence } from '../graph/sentences.ts';
import {
  FORMALITY_TOPICS,
  REQUIREMENT_STRENGTHS,
  type ConditionTopic,
  type FormalityStatus,
  type RequirementRole,
  type RequirementStrength,
} from '../model/words.ts';
import type { CaseFact, CostTold, CoverageRoute, Formality, Requirement } from './determination.ts';
import type { Conclusion } from './outcomes.ts';
import { isCoverage } from './routes.ts';
import { costsOf, type Claim, type RouteClaims } from './route-terms.ts';
import { dependences } from './routes-told.ts';

/** What is told of the answer that formalities are read from. */
export interface FormalitySources {
  /** The three lists, in order. */
  readonly requirements: readonly Requirement[];
  readonly costs: readonly CostTold[];
  readonly routes: readonly CoverageRoute[];
  readonly routesComplete: boolean;
  /** What is stated not to be asked for. */
  readonly notRequired: readonly Claim[];
  /** What is asked on each route to the best outcome. */
  readonly toBest: readonly RouteClaims[];
}

/** Something that the answer asks for, or says that it does not ask for. */
interface Entry {
  readonly conditions: readonly Condition[];
  readonly strength: RequirementStrength;
  readonly isMet: boolean;
  readonly role: RequirementRole | null;
  /** What is asked for, as it reads inside a sentence. */
  readonly text: string;
  readonly dependsOn: readonly string[];
  readonly cites: readonly Passage[];
}

/** One verdict for each of the six topics, in their order; none if the best outcome is not coverage. */
export function formalities({ best }: Conclusion, sources: FormalitySources): Formality[] {
  if (!isCoverage(best)) return [];
  return FORMALITY_TOPICS.map((topic) => verdictOn(topic, entriesOn(topic, sources), sources.routesComplete));
}

const belongs = (anyOf: readonly CaseFact[], topic: ConditionTopic): boolean =>
  anyOf.length > 0 &&
  anyOf.every(
    ({ condition, holds }) => holds === true && [...condition.impliedClosure].some((each) => each.topic === topic),
  );

function entriesOn(topic: ConditionTopic, sources: FormalitySources): Entry[] {
  const { requirements, routes, notRequired, toBest } = sources;
  const listed = requirements
    .filter(({ anyOf }) => belongs(anyOf, topic))
    .map((each) => (isOnEachRoute(each, toBest) ? entryOf(each) : weakened(entryOf(each))));
  const ofRoutes = routes.flatMap((route) => [
    ...route.facts
      .filter((fact) => belongs([fact], topic))
      .map((fact) => ({ entry: factEntry(fact, route), isShared: routes.every((each) => wants(each, fact)) })),
    ...route.requirements
      .filter(({ anyOf }) => belongs(anyOf, topic))
      .map((each) => ({ entry: entryOf(each), isShared: routes.every((other) => asks(other, each)) })),
  ]);
  const unlisted = ofRoutes.map(({ entry, isShared }) => (isShared ? entry : weakened(entry)));
  const denied = notRequired
    .filter(({ requirement: { condition } }) => [...condition.impliedClosure].some((each) => each.topic === topic))
    .map(deniedEntry);
  return [...listed, ...unlisted, ...(topic === 'COST_SHARING' ? pricesOf(sources) : []), ...denied];
}

/** Whether every route to the best outcome asks for it; what is no ONCE_COVERED is no matter of routes. */
function isOnEachRoute({ role, anyOf, strength }: Requirement, toBest: readonly RouteClaims[]): boolean {
  if (role !== 'ONCE_COVERED') return true;
  return toBest.every(({ claims }) =>
    claims.some(
      ({ requirement }) => requirement.condition === anyOf[0]?.condition && requirement.strength === strength,
    ),
  );
}
const wants = ({ facts }: CoverageRoute, wanted: CaseFact): boolean => facts.some(({ text }) => text === wanted.text);
const asks = ({ requirements }: CoverageRoute, wanted: Requirement): boolean =>
  requirements.some(({ text, strength }) => text === wanted.text && strength === wanted.strength);
/** What only some routes ask for may be required. */
const weakened = (entry: Entry): Entry => ({ ...entry, strength: 'MAY_BE_REQUIRED' });

const entryOf = ({ anyOf, strength, state, role, text, dependsOn, cites }: Requirement): Entry => ({
  conditions: anyOf.map(({ condition }) => condition),
  isMet: state === 'MET',
  strength,
  role,
  text,
  dependsOn,
  cites,
});

const factEntry = ({ condition, text }: CaseFact, { cites }: CoverageRoute): Entry => ({
  conditions: [condition],
  strength: 'REQUIRED',
  isMet: false,
  role: 'FOR_COVERAGE',
  text,
  dependsOn: [],
  cites,
});

/** A cost is cost sharing; "no charge" says that there is none, where it has no terms. */
function pricesOf({ costs, routes, toBest }: FormalitySources): Entry[] {
  const isFree = ({ kind }: CostTold): boolean => kind === 'NONE';
  const isShared = (cost: CostTold): boolean =>
    toBest.every(({ rules }) =>
      rules.some((rule) => costsOf(rule).some((each) => printCostShare(each) === printCostShare(cost))),
    );
  const told = costs.filter((cost) => !isFree(cost) || (cost.terms.length === 0 && isShared(cost)));
  const strengthOf = (cost: CostTold): RequirementStrength => {
    if (isFree(cost)) return 'NOT_REQUIRED';
    return isShared(cost) ? 'REQUIRED' : 'MAY_BE_REQUIRED';
  };
  // Of equal prices one without terms says more than one with terms.
  const plainest = (cost: CostTold): CostTold =>
    costs.find((each) => each.terms.length === 0 && printCostShare(each) === printCostShare(cost)) ?? cost;
  const texts = new Set(costs.map((cost) => printCostShare(cost)));
  const ofRoutes = routes
    .flatMap((route) => route.costs)
    .filter((cost) => !isFree(cost) && !texts.has(printCostShare(cost)));
  const entry = (cost: CostTold, strength: RequirementStrength): Entry => ({
    conditions: [],
    strength,
    isMet: false,
    role: null,
    text: printCostShare(cost),
    dependsOn: dependences(cost.terms),
    cites: cost.cites,
  });
  return [
    ...told.map((cost) => entry(plainest(cost), strengthOf(cost))),
    ...ofRoutes.map((cost) => entry(cost, 'MAY_BE_REQUIRED')),
  ];
}

const deniedEntry = ({ requirement: { condition, dependsOn, cites } }: Claim): Entry => ({
  conditions: [condition],
  strength: 'NOT_REQUIRED',
  isMet: false,
  role: null,
  text: dutyText(condition),
  dependsOn,
  cites,
});

function verdictOn(topic: ConditionTopic, entries: readonly Entry[], isComplete: boolean): Formality {
  const status = statusOf(entries, isComplete);
  const first = entries.find((entry) => (status === 'MET' ? entry.isMet : !entry.isMet && entry.strength === status));
  const [only = null, ...more] = first?.conditions ?? [];
  return {
    topic,
    status,
    condition: more.length > 0 ? null : only,
    text: sentence(textOf(topic, status, first)),
    role: first?.role ?? null,
    dependsOn: first?.dependsOn ?? [],
    cites: first?.cites ?? [],
  };
}

/** The strongest of what is not met. Past the budget of routes nothing is told to be absent. */
function statusOf(entries: readonly Entry[], isComplete: boolean): FormalityStatus {
  if (entries.length === 0) return isComplete ? 'NOT_STATED' : 'MAY_BE_REQUIRED';
  const asked = entries.filter(({ strength }) => strength !== 'NOT_REQUIRED');
  if (asked.length === 0) return 'NOT_REQUIRED';
  const unmet = asked.filter(({ isMet }) => !isMet);
  return REQUIREMENT_STRENGTHS.find((each) => unmet.some(({ strength }) => strength === each)) ?? 'MET';
}

const TOPIC_TEXT: Partial<Record<ConditionTopic, string>> = {
  ORDER: 'an order',
  AUTHORIZATION: 'authorization',
  REFERRAL: 'a referral',
  NETWORK: "the plan's network",
  DOCUMENTATION: 'documentation',
  COST_SHARING: 'cost sharing',
};

function textOf(topic: ConditionTopic, status: FormalityStatus, entry: Entry | undefined): string {
  const named = TOPIC_TEXT[topic] ?? topic;
  if (status === 'NOT_STATED') return `what this answer rests on does not speak of ${named}`;
  if (!entry) return `there are more ways to be covered than were listed, and some may ask for ${named}`;
  const depends = entry.dependsOn.length === 0 ? '' : `, depending on ${list(entry.dependsOn, 'and')}`;
  const verdict: Record<Exclude<FormalityStatus, 'NOT_STATED'>, string> = {
    REQUIRED: `required: ${entry.text}`,
    PLAN_RULES_APPLY: `the plan's own rules apply: ${entry.text}`,
    MAY_BE_REQUIRED: `may be required: ${entry.text}`,
    NOT_REQUIRED: `not required: ${entry.text}`,
    MET: `met: ${entry.text}`,
  };
  return verdict[status] + depends;
}

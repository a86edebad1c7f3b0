/** What a source asks for by itself: docs/semantics.md#section-2-also-stated. */
import type { Condition, Rule, Source } from '../graph/entries.ts';
import { FORMALITY_TOPICS, type RequirementStrength } from '../model/words.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { isOfSomePlans, wins, type Claim } from './claims.ts';
import { implications } from './completions.ts';
import { isHeard, rankOf } from './day-and-sources.ts';
import { deriveQuestion } from './derivation.ts';
import { isSo, setKey, spaceOf, testOf, type FactSet } from './fact-sets.ts';
import { conclude } from './outcomes.ts';
import { planChain } from './plan-chain.ts';
import type { Question } from './question.ts';
import { requirementsForCoverage, requirementsOnceCovered, stateOf, type Requirement } from './requirements.ts';
import { isCoverage, routesOf, type Route, type RouteClaim } from './routes.ts';
import { subjectChain } from './subject-chain.ts';

const TOPICS: readonly string[] = FORMALITY_TOPICS;

/** Whether a condition is one of the six formalities. */
function isFormality({ topic }: Condition): boolean {
  return TOPICS.includes(topic);
}

/** The entries of each source that the other two lists lack, by authority, then by the source's slug. */
export function alsoStated(
  question: Question,
  lists: readonly Requirement[],
  routes: readonly Route[],
): readonly Requirement[] {
  const entries = new Map<string, Requirement>();
  for (const source of sourcesHeard(question)) {
    for (const entry of entriesOf(alone(question, source))) {
      if (isLeftOut(question, entry, lists, routes)) continue;
      const key = `${setKey(entry.anyOf)} ${entry.strength} ${entry.dependsOn.join('; ')}`;
      const known = entries.get(key);
      const cites = [...new Set([...(known?.cites ?? []), ...entry.cites])];
      const state = stateOf(question.given, entry.anyOf);
      entries.set(key, { ...(known ?? entry), role: 'ALSO_STATED', state, cites, isOfAllRoutes: true });
    }
  }
  return [...entries.values()];
}

/** The heard sources with a rule or a link in reach, in the order of the list. */
function sourcesHeard(question: Question): readonly Source[] {
  const { plan, subject, accordingTo, minimumAuthority } = question;
  const subjects = subjectChain(subject);
  const rules = plansInReach(plan).flatMap((each) => each.rules.filter((rule) => subjects.has(rule.subject)));
  const links = plansInReach(plan).flatMap(({ takesRulesFrom }) => takesRulesFrom.flatMap(({ requires }) => requires));
  const passages = [...rules.flatMap(citedBy), ...links.flatMap(({ cites }) => cites)];
  const heard = passages.filter((passage) => isHeard(passage, accordingTo, minimumAuthority));
  return [...new Set(heard.map(({ source }) => source))].sort(
    (a, b) => rankOf(a) - rankOf(b) || (a.slug < b.slug ? -1 : 1),
  );
}

function citedBy({ cites }: Rule): Rule['cites'] {
  return cites;
}

function plansInReach(plan: Question['plan']): readonly Question['plan'][] {
  const around: Question['plan'][] = [];
  for (let outer = plan.within; outer !== null; outer = outer.within) around.push(outer);
  return [...new Set([...planChain(plan).keys(), ...around])];
}

/** The question of one source alone, without what was given of the six topics. */
function alone(question: Question, source: Source): Question {
  const given = new Map([...question.given].filter(([condition]) => !isFormality(condition)));
  return { ...question, given, accordingTo: [source], hears: (passage) => passage.source === source };
}

/** What a source by itself asks for, where it comes to coverage. */
function entriesOf(question: Question): readonly Requirement[] {
  const derivation = deriveQuestion(question);
  if (!('root' in derivation)) return [];
  const { best } = conclude(derivation.root.standings.map(({ outcome }) => outcome));
  if (!isCoverage(best)) return [];
  const routes = routesOf(question, derivation).filter(({ outcome }) => outcome === best);
  const grants = routes.flatMap((route) => route.grants);
  const ofSomePlans = grants.every((grant) => isOfSomePlans(question, grant));
  const strength = ofSomePlans ? ('MAY_BE_REQUIRED' as const) : ('REQUIRED' as const);
  const cites = [...new Set(grants.flatMap(({ rule }) => rule.cites))].filter(question.hears);
  const forCoverage = requirementsForCoverage(question, best).map((entry) => ({
    ...entry,
    strength,
    cites,
    claims: grants.flatMap((grant) => claimsAbout(entry.anyOf, grant, strength)),
  }));
  const known = { clauses: forCoverage.map(({ anyOf }) => anyOf), isOfRoute: false };
  const once = requirementsOnceCovered(question, routes, known);
  return [...forCoverage, ...once].filter(({ anyOf }) =>
    anyOf.every(({ condition, holds }) => holds === true && isFormality(condition)),
  );
}

/** What coverage depends on, as claims of the grant that brings it about. */
function claimsAbout(anyOf: FactSet, grant: ApplicableRule, strength: RequirementStrength): readonly RouteClaim[] {
  const { plan, voices, rule } = grant;
  const about = { strength, dependsOn: [], cites: rule.cites, plan, applicable: grant, link: null, voices, terms: [] };
  return anyOf.map(({ condition }) => ({ ...about, condition }));
}

function isLeftOut(
  question: Question,
  entry: Requirement,
  lists: readonly Requirement[],
  routes: readonly Route[],
): boolean {
  return (
    lists.some(({ anyOf }) => impliesAll(anyOf, entry.anyOf)) ||
    !canHoldWith(entry.anyOf, lists) ||
    losesToNotRequired(question, entry, routes)
  );
}

/** Whether each fact of one entry implies one of the other's. */
function impliesAll(one: FactSet, other: FactSet): boolean {
  return one.every((fact) =>
    other.some(({ condition }) => fact.holds === true && implications(fact.condition).has(condition)),
  );
}

/** Whether an entry can be met together with all that coverage depends on. */
function canHoldWith(anyOf: FactSet, lists: readonly Requirement[]): boolean {
  const clauses = [anyOf, ...lists.filter(({ role }) => role === 'FOR_COVERAGE').map((each) => each.anyOf)];
  const space = spaceOf(new Map(), clauses.flat().map(testOf));
  return (
    space === null || space.completions.some((facts) => clauses.every((each) => each.some((fact) => isSo(fact, facts))))
  );
}

function losesToNotRequired(question: Question, { claims }: Requirement, routes: readonly Route[]): boolean {
  const denials: readonly Claim[] = routes
    .flatMap((route) => route.claims)
    .filter(({ strength, terms }) => strength === 'NOT_REQUIRED' && terms.length === 0);
  return (
    claims.length > 0 &&
    claims.every((claim) =>
      denials.some((denial) => denial.condition === claim.condition && wins(question, denial, claim)),
    )
  );
}

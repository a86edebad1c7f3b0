/** Why no source says: docs/semantics.md#section-5-not-stated. */
import type { Rule } from '../graph/entries.ts';
import type { NotStatedReason } from '../model/words.ts';
import { isInForce } from './day-and-sources.ts';
import { deriveQuestion, type WholeDerivation } from './derivation.ts';
import { conclude } from './outcomes.ts';
import { grantsTakenBy, plansTakenWhole } from './plan-chain.ts';
import type { Question } from './question.ts';
import { isCoverage } from './routes.ts';
import { chainsHere } from './rule-territory.ts';
import { subjectChain } from './subject-chain.ts';
import { geographyOf, isSubset } from './territory.ts';

/** The first reason that applies to an answer that is NOT_STATED. */
export function reasonNotStated(question: Question, derivation: WholeDerivation): NotStatedReason {
  const rules = rulesInReach(question);
  const isHere = (rule: Rule): boolean => chainsHere(question, rule).length > 0;
  const isNow = (rule: Rule): boolean => isInForce(rule, question.on);
  const isHeard = (rule: Rule): boolean => rule.cites.some(question.hears);
  if (isRouteClosed(question)) return 'ROUTE_CLOSED';
  if (rules.some((rule) => isHere(rule) && isHeard(rule) && !isNow(rule))) return 'OTHER_DAYS';
  if (rules.some((rule) => isHere(rule) && !isHeard(rule))) return 'SOURCES_LEFT_OUT_BY_ASKER';
  if (rules.some((rule) => !isHere(rule) && isPlaceTheReason(question, rule))) return 'PLACE_NOT_ADDRESSED';
  if (hasNoRules(question)) return 'NO_SOURCE_READ_FOR_PLAN';
  const own = derivation.root.applicable.filter(({ takenFrom }) => takenFrom === null);
  const isSpokenOf = own.some(({ rule }) => rule.subject === question.subject);
  return isSpokenOf || isClaimedComplete(question) ? 'SOURCES_SILENT' : 'OUTSIDE_WHAT_IS_CLAIMED';
}

/** The rules on the subject of the plan's own, and the grants that it takes; rules that ask do not speak of coverage. */
function rulesInReach({ plan, subject }: Question): readonly Rule[] {
  const own = [...plansTakenWhole(plan).keys()].flatMap(({ rules }) => rules);
  const taken = grantsTakenBy(plan).flatMap(({ giver }) => giver.rules.filter(({ effect }) => effect === 'COVERED'));
  return [...own, ...taken].filter((rule) => rule.effect !== 'ASKS' && subjectChain(subject).has(rule.subject));
}

/** Whether there is a way to coverage with nothing given, so that the facts given close it. */
function isRouteClosed(question: Question): boolean {
  const open = deriveQuestion({ ...question, given: new Map() });
  return 'root' in open && isCoverage(conclude(open.root.standings.map(({ outcome }) => outcome)).best);
}

function isPlaceTheReason({ graph, plan, subject, territory }: Question, rule: Rule): boolean {
  const geography = geographyOf(graph);
  const isAtHome = territory === null || isSubset(geography.placesIn(territory), geography.homeOf(plan));
  return rule.subject === subject || !isAtHome;
}

/** Whether no rule was read for the plan, nor for any whose rules it takes over whole. */
function hasNoRules({ plan }: Question): boolean {
  return [...plansTakenWhole(plan).keys()].every(({ rules }) => rules.length === 0);
}

function isClaimedComplete({ graph, plan, subject }: Question): boolean {
  const chain = subjectChain(subject);
  return graph.completeness.some(
    ({ plans, subjects }) => plans.includes(plan) && subjects.some((each) => chain.has(each)),
  );
}

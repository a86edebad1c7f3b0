/** Why no source says whether something is covered (docs/semantics.md#section-5-not-stated). */
import type { Rule } from '../graph/entries.ts';
import { list } from '../graph/sentences.ts';
import type { NotStatedReason } from '../model/words.ts';
import { hasRuleOn, sourceFilter, type InapplicableRule } from './applicable-rules.ts';
import { FALSE } from './bdd.ts';
import { withinBudget, type Conclusion } from './outcomes.ts';
import { isAtHome } from './rule-territory.ts';
import { isClaimed } from './scope.ts';

/** The rules in reach that do not apply, also the grants that a plan would take over. */
export function silentRules({ whole }: Conclusion): readonly InapplicableRule[] {
  const grantsToTake = [...whole.mandated].flatMap(([giver, there]) =>
    there.reach.inapplicable.filter(({ rule }) => rule.plan === giver && rule.effect === 'COVERED'),
  );
  return [...whole.reach.inapplicable, ...grantsToTake];
}
/** The rules that fit the place and the sources of the question, and not its day. */
function rulesOfOtherDays(conclusion: Conclusion): Rule[] {
  const isIncluded = sourceFilter(conclusion.question);
  return silentRules(conclusion)
    .filter(({ rule, reason }) => reason === 'OTHER_TIME' && rule.cites.some(isIncluded))
    .map(({ rule }) => rule);
}
/** The days of these rules: "from 2027-01-01 on", "before 2021-04-09"; three at most, the nearest first. */
export function otherDaysText(conclusion: Conclusion): string {
  const { on } = conclusion.question;
  const rules = rulesOfOtherDays(conclusion);
  const later = rules.flatMap(({ from }) => (from !== null && from > on ? [from] : [])).sort();
  const earlier = rules.flatMap(({ until }) => (until !== null && until <= on ? [until] : [])).sort();
  const days = [
    ...[...new Set(later)].map((day) => `from ${day} on`),
    ...[...new Set(earlier.reverse())].map((day) => `before ${day}`),
  ];
  return list(days.slice(0, 3), 'and');
}

/** Whether coverage is possible if nothing is given: then the given facts close the way to it. */
function isCoveredWithoutGiven({ derivation: { outcomes }, algebra, allowedWithoutGiven }: Conclusion): boolean {
  return (['COVERED', 'MAY_BE_COVERED'] as const).some((outcome) =>
    withinBudget(
      () => algebra.and(outcomes.get(outcome) ?? FALSE, allowedWithoutGiven) !== FALSE,
      () => true,
    ),
  );
}

/** Why the status is NOT_STATED, closest reason first (docs/semantics.md#section-5-not-stated); null for other statuses. */
export function notStatedReason(conclusion: Conclusion): NotStatedReason | null {
  const {
    status,
    question: { plan, subject, graph, territory },
  } = conclusion;
  if (status !== 'NOT_STATED') return null;
  if (isCoveredWithoutGiven(conclusion)) return 'ROUTE_CLOSED';
  if (rulesOfOtherDays(conclusion).length > 0) return 'OTHER_DAYS';
  const silent = silentRules(conclusion);
  const isIncluded = sourceFilter(conclusion.question);
  const isLeftOut = ({ rule, reason }: InapplicableRule): boolean =>
    reason === 'SOURCE_LEFT_OUT' || (reason === 'OTHER_TIME' && !rule.cites.some(isIncluded));
  if (silent.some(isLeftOut)) return 'SOURCES_LEFT_OUT_BY_ASKER';
  const isAbroad = !isAtHome(graph, plan, territory);
  if (silent.some(({ rule, reason }) => reason === 'OTHER_PLACE' && (isAbroad || rule.subject === subject)))
    return 'PLACE_NOT_ADDRESSED';
  const chain = [...conclusion.whole.reach.plans.keys()];
  if (chain.every(({ rules }) => rules.length === 0)) return 'NO_SOURCE_READ_FOR_PLAN';
  return isClaimed(conclusion) || chain.some((each) => hasRuleOn(each, subject))
    ? 'SOURCES_SILENT'
    : 'OUTSIDE_WHAT_IS_CLAIMED';
}

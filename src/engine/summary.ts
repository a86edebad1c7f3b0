/**
 * Writes the answer in one or two sentences, never firmer than its sources (docs/semantics.md#i9): the plan, the extent
 * and the certainty are those of the rules that count.
 */
import type { Rule } from '../graph/entries.ts';
import { alternativesText, dutyText, list, placeText, ruleText, sentence, subjectText } from '../graph/sentences.ts';
import { HEDGES, type CoverageHedge, type NotStatedReason, type Outcome } from '../model/words.ts';
import { isPossible, withinBudget, type Conclusion, type CoverageTerms } from './outcomes.ts';
import type { Requirement } from './determination.ts';
import { FALSE } from './bdd.ts';
import { isAtHome } from './rule-territory.ts';
import { isClaimed } from './scope.ts';
import { hasRuleOn, sourceFilter, type ApplicableRule, type InapplicableRule } from './applicable-rules.ts';

/** The rules that make an outcome hedged: the hedged grants; if there are none, or for MAY_BE_EXCLUDED, all hedged rules. */
function hedgedBehind(conclusion: Conclusion, outcome: Outcome): readonly ApplicableRule[] {
  const {
    derivation: { applicable, standing, outcomes },
    algebra,
  } = conclusion;
  const goal = outcomes.get(outcome) ?? FALSE;
  const behind = applicable.filter(
    (candidate, index) =>
      candidate.hedged && isPossible(algebra.and(standing.counts[index] ?? FALSE, goal), conclusion),
  );
  const grants = behind.filter(({ rule }) => rule.effect === 'COVERED');
  return outcome === 'MAY_BE_EXCLUDED' || grants.length === 0 ? behind : grants;
}

function hedgesOfRule({ quantifier, extent, modality, plan }: Rule): CoverageHedge[] {
  return [
    ...(quantifier === 'ALL' ? [] : [plan.level === 'PLAN' ? ('SOME_CASES' as const) : ('SOME_PLANS' as const)]),
    ...(extent === 'ALL' ? [] : ['SOME_SERVICES' as const]),
    ...(modality === 'MAY' ? ['SOME_CASES' as const] : []),
  ];
}

/** Why the best outcome is not certain; empty unless it is MAY_BE_COVERED or MAY_BE_EXCLUDED. */
export function hedges(conclusion: Conclusion): CoverageHedge[] {
  const { best } = conclusion;
  if (best !== 'MAY_BE_COVERED' && best !== 'MAY_BE_EXCLUDED') return [];
  const found = new Set(hedgedBehind(conclusion, best).flatMap(({ rule }) => hedgesOfRule(rule)));
  return HEDGES.filter((hedge) => found.has(hedge));
}

/** The rules in reach that do not apply, also the grants that a plan would take over. */
function silentRules({ whole }: Conclusion): readonly InapplicableRule[] {
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
function otherDaysText(conclusion: Conclusion): string {
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
const WHY_NOT_STATED: Record<NotStatedReason, string> = {
  ROUTE_CLOSED: 'the way to coverage that the sources name is closed by what was given, and they name no other',
  PLACE_NOT_ADDRESSED: 'what they say is of care in another place',
  SOURCES_LEFT_OUT_BY_ASKER: 'those that do were left out of the question',
  NO_SOURCE_READ_FOR_PLAN: 'no source has been read for this plan',
  OTHER_DAYS: 'those that do speak of other days',
  SOURCES_SILENT: 'those read in full for it are silent',
  OUTSIDE_WHAT_IS_CLAIMED: 'this lies outside what the graph claims to hold',
};

/** One outcome as a clause: `main` comes before the condition and `rider` after it. */
interface Clause {
  readonly main: string;
  readonly rider: string;
}
/** An outcome as a clause: "TRICARE Prime covers massage therapy". */
function outcomeClause(outcome: Outcome, conclusion: Conclusion): Clause {
  const { plan, subject, territory } = conclusion.question;
  const what = `${subjectText(subject)}${placeText(territory)}`;
  if (outcome === 'MAY_BE_COVERED') return mayBeCovered(conclusion, what);
  const main = {
    COVERED: `${plan.name} covers ${what}`,
    CONFLICTING: `the sources contradict one another on whether ${plan.name} covers ${what}`,
    NOT_STATED: `no source in the graph says whether ${plan.name} covers ${what}`,
    MAY_BE_EXCLUDED: `${plan.name} may not cover ${what}`,
    NOT_COVERED: `${plan.name} does not cover ${what}`,
  }[outcome];
  return { main, rider: '' };
}

/** The clause for MAY_BE_COVERED, worded like the weakest of the rules behind it. */
function mayBeCovered(conclusion: Conclusion, what: string): Clause {
  const { plan, subject } = conclusion.question;
  const rules = hedgedBehind(conclusion, 'MAY_BE_COVERED').map(({ rule }) => rule);
  const [first] = rules;
  if (!first || first.effect !== 'COVERED')
    return { main: `${plan.name} covers ${what} in general and may exclude it`, rider: '' };
  const may = rules.some(({ modality }) => modality === 'MAY');
  const ofClass = rules.find(({ quantifier, plan: { level } }) => quantifier !== 'ALL' && level !== 'PLAN');
  const parts = rules.filter(({ extent }) => extent !== 'ALL');
  const inPart = parts.find((rule) => rule.subject === subject) ?? parts[0];
  const who = ofClass ? `${ofClass.quantifier.toLowerCase()} ${ofClass.plan.name} plans` : plan.name;
  const plainVerb = ofClass ? 'cover' : 'covers';
  const verb = may ? 'may cover' : plainVerb;
  const cases = rules.some(({ quantifier, plan: { level } }) => quantifier !== 'ALL' && level === 'PLAN')
    ? ' in some cases'
    : '';
  if (!inPart) return { main: `${who} ${verb} ${what}${cases}`, rider: '' };
  const part = `${inPart.extent.toLowerCase()} ${subjectText(inPart.subject)}${placeText(conclusion.question.territory)}${cases}`;
  return {
    main: `${who} ${verb} ${part}`,
    rider:
      inPart.subject === subject ? '' : `, and the sources do not say whether that takes in ${subjectText(subject)}`,
  };
}

const OTHERWISE: Record<Outcome, string> = {
  COVERED: 'it is covered',
  MAY_BE_COVERED: 'it may be covered',
  CONFLICTING: 'the sources contradict one another',
  NOT_STATED: 'the sources do not say',
  MAY_BE_EXCLUDED: 'it may not be covered',
  NOT_COVERED: 'it is not covered',
};

/** The summary of a determination. */
export function summary(conclusion: Conclusion, required: readonly Requirement[], terms: CoverageTerms): string {
  const { status, best, possibleOutcomes } = conclusion;
  const { main, rider } = outcomeClause(best, conclusion);
  const clause = main + rider;
  const once = [...onceCoveredText(required), ...alsoStatedText(required)];
  const turningOn = required.filter(({ role }) => role === 'FOR_COVERAGE');
  if (status === 'CONDITIONAL') {
    if (best !== 'COVERED' && best !== 'MAY_BE_COVERED')
      return sentence(
        `what holds depends on facts not given: ${list(
          possibleOutcomes.map((outcome) => OTHERWISE[outcome]),
          'or',
        )}`,
      );
    const open = turningOn
      .filter(({ state }) => state !== 'MET')
      .map(({ text, anyOf }) =>
        anyOf.length > 1 &&
        alternativesText(anyOf.map((fact) => fact.text)) ===
          list(
            anyOf.map((fact) => fact.text),
            'or',
          )
          ? `(${text})`
          : text,
      );
    const ifWhat =
      open.length === 0 || !terms.complete
        ? ' on some facts not given'
        : ` if ${open.length === 1 ? (open[0] ?? '').replace(/^\((.*)\)$/, '$1') : list(open, 'and')}`;
    return [
      sentence(
        `${main}${ifWhat}${rider}; otherwise ${list(
          possibleOutcomes.slice(1).map((outcome) => OTHERWISE[outcome]),
          'or',
        )}`,
      ),
      ...once,
    ].join(' ');
  }
  if (status === 'NOT_STATED') return [sentence(clause), whyNotStated(conclusion)].join(' ');
  if (status === 'NOT_COVERED' || status === 'MAY_BE_EXCLUDED') {
    const unmet = turningOn.filter(({ state }) => state === 'UNMET').map(({ text }) => text);
    return [
      sentence(clause),
      ...(unmet.length > 0 ? [sentence(`it would have to be ${list(unmet, 'and')}`)] : []),
    ].join(' ');
  }
  if (status === 'CONFLICTING') return sentence(`${clause}: ${contradiction(conclusion)}`);
  return [sentence(clause), ...once].join(' ');
}

function whyNotStated(conclusion: Conclusion): string {
  const { plan } = conclusion.question;
  // Only for a program: the search goes through every rule on the subject until it finds one of a plan within it.
  const saying =
    plan.level === 'PROGRAM' &&
    [...conclusion.whole.reach.subjects.keys()].some(({ rules }) => rules.some((rule) => within(rule.plan, plan)));
  if (saying) return sentence(`it depends on the part of ${plan.name}: ask of a plan within it`);
  const reason = notStatedReason(conclusion) ?? 'SOURCES_SILENT';
  const days = reason === 'OTHER_DAYS' ? `: ${otherDaysText(conclusion)}` : '';
  return sentence(WHY_NOT_STATED[reason] + days);
}
const within = (inner: Rule['plan'], outer: Rule['plan']): boolean =>
  inner.within !== null && (inner.within === outer || within(inner.within, outer));

function contradiction({ derivation: { applicable, standing } }: Conclusion): string {
  const firm = applicable.filter(
    ({ hedged, rule }, index) => !hedged && rule.effect !== 'LIFTED' && (standing.counts[index] ?? FALSE) !== FALSE,
  );
  return list([...new Set(firm.map(({ rule, source }) => `${source.name} says that ${ruleText(rule)}`))], 'and');
}

const STRENGTH_TEXT: Record<Requirement['strength'], string> = {
  REQUIRED: 'required',
  PLAN_RULES_APPLY: "the plan's own rules apply",
  MAY_BE_REQUIRED: 'may be required',
  NOT_REQUIRED: 'not required',
};
/** What sources ask for by themselves and is not met, one sentence for each source, and what is denied first. */
function alsoStatedText(requirements: readonly Requirement[]): string[] {
  const stated = requirements.filter(({ role, state }) => role === 'ALSO_STATED' && state !== 'MET');
  const bySource = new Map<string, Requirement[]>();
  for (const each of stated) {
    const sources = list([...new Set(each.cites.map(({ source }) => source.name))], 'and');
    bySource.set(sources, [...(bySource.get(sources) ?? []), each]);
  }
  const text = ({ text: what, strength, dependsOn, state }: Requirement): string => {
    const depends = dependsOn.length > 0 ? ` depending on ${list(dependsOn, 'and')}` : '';
    return `${what} (${STRENGTH_TEXT[strength]}${depends}${state === 'UNMET' ? '; not met' : ''})`;
  };
  return [...bySource].map(([sources, entries]) => {
    const inOrder = [...entries].sort((a, b) => Number(b.state === 'UNMET') - Number(a.state === 'UNMET'));
    return sentence(`also stated by ${sources}: ${list(inOrder.map(text), 'and')}`);
  });
}

/** What is required once covered, one sentence per strength, after a sentence with what the given facts do not meet. */
function onceCoveredText(requirements: readonly Requirement[]): string[] {
  const due = requirements.filter(({ role }) => role === 'ONCE_COVERED');
  const name = ({ anyOf }: Requirement): string =>
    list(
      anyOf.map(({ condition }) => dutyText(condition)),
      'or',
    );
  const names = (some: readonly Requirement[]): string => list(some.map(name), 'and');
  const dependence = ({ dependsOn }: Requirement): string =>
    dependsOn.length > 0 ? `depending on ${list(dependsOn, 'and')}` : '';
  /** Whether all of them depend on the same: then that is written once, at the end, and else after each of them. */
  const alike = (some: readonly Requirement[]): boolean => new Set(some.map(dependence)).size < 2;
  const each = (some: readonly Requirement[]): string =>
    alike(some)
      ? names(some)
      : list(
          some.map((one) => [name(one), ...(dependence(one) === '' ? [] : [`(${dependence(one)})`])].join(' ')),
          'and',
        );
  const depends = (some: readonly Requirement[]): string =>
    some[0] && alike(some) && dependence(some[0]) !== '' ? `, ${dependence(some[0])}` : '';
  const unmet = due.filter(({ state }) => state === 'UNMET');
  const open = due.filter(({ state }) => state === 'UNKNOWN');
  const say = (strength: Requirement['strength'], text: (some: readonly Requirement[]) => string): string[] => {
    const some = open.filter((each) => each.strength === strength);
    return some.length > 0 ? [sentence(text(some))] : [];
  };
  return [
    ...(unmet.length > 0 ? [sentence(`not met: ${names(unmet)}`)] : []),
    ...say(
      'REQUIRED',
      (some) => `once covered, ${each(some)} ${some.length > 1 ? 'are' : 'is'} required${depends(some)}`,
    ),
    ...say('PLAN_RULES_APPLY', (some) => `once covered, the plan's own rules on ${each(some)} apply${depends(some)}`),
    ...say('MAY_BE_REQUIRED', (some) => `once covered, ${each(some)} may be required${depends(some)}`),
  ];
}

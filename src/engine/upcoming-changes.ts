/**
 * Answers of later days (docs/semantics.md#section-3-later-days): where the day was assumed, the days within a year on
 * which rules in reach begin, and what the summary says of the first of them on which the answer differs.
 */
import type { Rule } from '../graph/entries.ts';
import { printCostShare, printLimit } from '../model/amounts.ts';
import { list, sentence } from '../graph/sentences.ts';
import { sourceFilter } from './applicable-rules.ts';
import { asksInReach, asksOfOtherDays } from './asking-rules.ts';
import { allInapplicable, rulesInReach, someRuleInReach } from './derive.ts';
import type { Determination, TermsTold, UpcomingChange } from './determination.ts';
import { perConclusion, type Conclusion } from './outcomes.ts';
import type { Question } from './question.ts';
import type { SummaryClause } from './summary.ts';

/** The number of days to list at most, earliest first. */
const MOST_CHANGES = 20;

/** The same day a year later, as ISO text; it need not be in the calendar. */
const yearAfter = (day: string): string => `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;

/** The rules in reach that fit the place and the sources, whether or not they hold on the day. Cached per conclusion. */
export const rulesOfAnyDay = perConclusion((conclusion): readonly Rule[] => {
  const { question, derivation } = conclusion;
  const isIncluded = sourceFilter(question);
  const elsewhere = new Set(
    allInapplicable(derivation)
      .filter(({ reason }) => reason !== 'OTHER_TIME')
      .map(({ rule }) => rule),
  );
  const rules = [...rulesInReach(derivation)].filter((rule) => !elsewhere.has(rule) && rule.cites.some(isIncluded));
  return [...rules, ...asksInReach(conclusion).map(({ rule }) => rule), ...asksOfOtherDays(conclusion)];
});

/**
 * Whether a rule in reach may begin or end after the day of the question. It looks at no place and no source, so it is true
 * more often than a later answer differs; most answers need not look further.
 */
export const mayChangeLater = perConclusion((conclusion): boolean => {
  const { derivation, question } = conclusion;
  const changes = (rule: Rule): boolean => turnsAfter(rule, question.on);
  return (
    someRuleInReach(derivation, changes) ||
    asksInReach(conclusion).some(({ rule }) => changes(rule)) ||
    asksOfOtherDays(conclusion).some(changes)
  );
});
const turnsAfter = ({ from, until }: Rule, day: string): boolean =>
  (from !== null && from > day) || (until !== null && until > day);

/**
 * The days within a year after the day that was assumed on which a rule in reach begins, in order, with the answer on that
 * day. None if the question gives a day.
 */
export function upcomingChanges(
  conclusion: Conclusion,
  answer: (question: Question) => Determination,
): readonly UpcomingChange[] {
  const { question } = conclusion;
  if (!question.onAssumed || !mayChangeLater(conclusion)) return [];
  const rules = rulesOfAnyDay(conclusion);
  const days = new Set(rules.flatMap(({ from }) => (from !== null && isSoon(from, question.on) ? [from] : [])));
  return [...days]
    .sort()
    .slice(0, MOST_CHANGES)
    .map((on) => {
      const determination = answer({ ...question, on, onAssumed: false });
      return {
        on,
        begins: rules.filter(({ from }) => from === on),
        ends: rules.filter(({ until }) => until === on),
        status: determination.status,
        best: determination.best,
        determination,
      };
    });
}
const isSoon = (day: string, today: string): boolean => day > today && day <= yearAfter(today);

const termsKey = (terms: TermsTold): string[][] => terms.map((facts) => facts.map(({ text }) => text));
/** What a person acts on in an answer, part by part: what is derived first comes first. */
const ACTED_ON: readonly ((answer: Determination) => unknown)[] = [
  ({ status }) => status,
  ({ notStated }) => notStated,
  ({ pathways }) => pathways.map(({ facts }) => facts.map(({ text }) => text)),
  ({ limits }) => limits.map((limit) => [printLimit(limit), termsKey(limit.terms)]),
  ({ costs }) => costs.map((cost) => [printCostShare(cost), termsKey(cost.terms)]),
  ({ requirements }) =>
    requirements.map(({ role, anyOf, strength, dependsOn }) => [
      role,
      anyOf.map(({ text }) => text),
      strength,
      dependsOn,
    ]),
];

/** Whether a person would act on both answers alike: status, pathways, requirements, limits and costs. */
export const sameAnswer = (a: Determination, b: Determination): boolean =>
  ACTED_ON.every((part) => JSON.stringify(part(a)) === JSON.stringify(part(b)));

/**
 * The sentences of the summary with the answer of the first later day on which it differs. That answer comes first where
 * rules of the plan's own reach the question, none of them holds on the day, and one begins within the year.
 */
export function withLaterDay(
  clauses: readonly SummaryClause[],
  answer: Determination,
  changes: readonly UpcomingChange[],
  conclusion: Conclusion,
): readonly SummaryClause[] {
  if (!mayChangeLater(conclusion)) return clauses;
  const own = ownRules(conclusion);
  const later = changes.find(({ determination }) => !sameAnswer(answer, determination));
  if (!later) return [...clauses, ...endText(own, conclusion).map(ofOtherDay)];
  const { determination } = later;
  const texts = [determination.summary, ...limitsText(answer, determination)];
  const laterClauses = fromDay(`From ${later.on}`, texts.map(ofOtherDay));
  const { on } = conclusion.question;
  const isFirst =
    own.some(({ from }) => from !== null && isSoon(from, on)) &&
    !own.some(({ from, until }) => (from === null || from <= on) && (until === null || on < until));
  return isFirst ? [...laterClauses, ...fromDay(`On ${on}`, clauses)] : [...clauses, ...laterClauses];
}

/** A sentence on another day. It rests on no step of the proof of this day. */
const ofOtherDay = (text: string): SummaryClause => ({ text, basis: [] });

/** Clauses of which the first begins with the day from which, or on which, they hold. */
const fromDay = (day: string, [first, ...rest]: readonly SummaryClause[]): SummaryClause[] =>
  first === undefined ? [] : [{ ...first, text: `${day}: ${first.text}` }, ...rest];

/** The limits of the later day, where they differ from those of the day. The summary names the prices. */
function limitsText(today: Determination, later: Determination): string[] {
  const [before, after] = [today, later].map(({ limits }) => limits.map((limit) => printLimit(limit)));
  if (!before || !after || after.length === 0 || before.join() === after.join()) return [];
  return [sentence(`limits then: ${list(after, 'and')}`)];
}

/** The rules written on the plan, or on a plan whose rules it takes over in full. */
function ownRules(conclusion: Conclusion): Rule[] {
  const { plans } = conclusion.whole.reach;
  return rulesOfAnyDay(conclusion).filter((rule) => plans.has(rule.plan));
}

/** Where all that was read of the plan's own ends within the year: the last day on which it holds. */
function endText(own: readonly Rule[], { question }: Conclusion): string[] {
  const holding = own.filter(
    ({ from, until }) => (from === null || from <= question.on) && (until ?? '9') > question.on,
  );
  const ends = holding.map(({ until }) => until).filter((until) => until !== null);
  const last = ends.sort().at(-1);
  if (last === undefined || ends.length < holding.length || !isSoon(last, question.on)) return [];
  return [sentence(`what was read of it ends on ${dayBefore(last)}`)];
}
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

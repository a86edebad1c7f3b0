/** The answers of later days: docs/semantics.md#section-3-later-days. */
import { makeRuleReader, chainsHere, type Rule } from './rules.ts';
import { questionOf, type Ask, type Question } from './question.ts';

/** The day a year after another. */
function aYearAfter(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 1)}${day.slice(4)}`;
}

/** The days within a year after the day asked about on which a rule that reaches the question begins, in order. */
export function daysOfNewRules(data: Question['data'], ask: Ask): string[] {
  const question = questionOf(data, ask);
  const read = makeRuleReader(question);
  const begins = [...plansInReach(question)]
    .flatMap((plan) => Object.keys(data.plans[plan]?.rules ?? {}).map((key) => read(`${plan}/${key}`)))
    .filter((rule) => reaches(question, rule))
    .flatMap(({ document }) => document.from ?? []);
  return [...new Set(begins)].filter((day) => day > ask.on && day <= aYearAfter(ask.on)).sort();
}

function plansInReach({ plans, ask }: Question): ReadonlySet<string> {
  return new Set([...plans.chain(ask.plan), ...plans.larger(ask.plan)]);
}

/** All but the day fits. */
function reaches(question: Question, rule: Rule): boolean {
  const { ask, plans, subjectChain } = question;
  const isOwn = plans.takenWhole(ask.plan).has(rule.plan);
  const isTaken = rule.effect === 'covered' && plans.grantsTaken(ask.plan).some(({ giver }) => giver === rule.plan);
  const isAsked = rule.effect === 'asks' && plans.larger(ask.plan).has(rule.plan);
  return (
    (isOwn || isTaken || isAsked) &&
    subjectChain(ask.subject).has(rule.subject) &&
    chainsHere(question, rule).length > 0 &&
    rule.voices.length > 0
  );
}

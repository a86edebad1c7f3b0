/** Says why a rule in reach does not decide, by name: the condition that fails, the rule that defeats it, its source. */
import type { ConditionExpression, ConditionTest, Rule } from '../graph/entries.ts';
import { factText, list, ruleText, sentence } from '../graph/sentences.ts';
import type { RejectionReason } from '../model/words.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { functionOf } from './boolean-variables.ts';
import { isCertain, isPossible, type Conclusion } from './outcomes.ts';

/** What the rule says, and why it does not decide. `winner` is the rule that defeats it. */
export function rejectionText(
  rule: Rule,
  reason: RejectionReason,
  conclusion: Conclusion,
  winner?: ApplicableRule,
): string {
  return `${sentence(ruleText(rule))} ${sentence(REASONS[reason](rule, conclusion, winner))}`;
}

type Reason = (rule: Rule, conclusion: Conclusion, winner: ApplicableRule | undefined) => string;
const REASONS: Record<RejectionReason, Reason> = {
  OTHER_PLACE: () => 'it speaks of another place',
  OTHER_TIME: otherTime,
  CONDITION_FALSE: conditionFalse,
  CONDITION_UNKNOWN: () => 'whether its condition holds is not known, and the answer does not turn on it',
  DEFEATED: defeated,
  RESTATED: restated,
  SOURCE_LEFT_OUT: ({ cites }) => `its source was left out: ${sourcesOf({ cites })}`,
  NOT_INHERITED: ({ plan }) => `it is a rule of ${plan.name}, and not one that this plan must take over`,
};

const sourcesOf = ({ cites }: Pick<Rule, 'cites'>): string =>
  list([...new Set(cites.map(({ source }) => source.name))], 'and');

function otherTime({ from, until }: Rule, { question: { on } }: Conclusion): string {
  if (from !== null && on < from) return `it does not hold on ${on}: it begins on ${from}`;
  return until === null ? `it does not hold on ${on}` : `it does not hold on ${on}: it ended on ${until}`;
}

function defeated(_: Rule, __: Conclusion, winner: ApplicableRule | undefined): string {
  if (!winner) return 'an official source speaks of the same';
  return `another rule stands against it: ${ruleText(winner.rule)}, by ${winner.source.name}`;
}

function restated({ restates }: Rule): string {
  const fuller = restates.map((each) => `${ruleText(each)}, by ${sourcesOf(each)}`);
  return fuller.length === 0
    ? 'a fuller wording says the same'
    : `a fuller wording says the same: ${list(fuller, 'or')}`;
}

/** The tests of an expression that fail, and below NONE those that hold, as facts of the case. */
function failing(expression: ConditionExpression, conclusion: Conclusion, isNegated = false): string[] {
  if (expression.type === 'GROUP')
    return expression.of.flatMap((part) => failing(part, conclusion, isNegated !== (expression.operator === 'NONE')));
  const { vocabulary, algebra } = conclusion;
  const holds = functionOf(expression, vocabulary, algebra);
  if (isNegated) return isCertain(holds, conclusion) ? [textOf(expression, true)] : [];
  return isPossible(holds, conclusion) ? [] : [textOf(expression, false)];
}

function textOf({ condition, atLeast, atMost }: ConditionTest, isSo: boolean): string {
  if (condition.counts === null) return factText({ condition, holds: isSo, count: null, atLeast: null, atMost: null });
  const bounds = factText({ condition, holds: null, count: null, atLeast, atMost });
  return isSo ? bounds : `not ${bounds}`;
}

function conditionFalse(rule: Rule, conclusion: Conclusion): string {
  const whole = [rule, ...targetsOf(rule)].flatMap(({ when }) => (when === null ? [] : failing(when, conclusion)));
  const facts = [...new Set(whole)];
  return facts.length === 0 ? 'its condition does not hold' : `its condition does not hold: ${list(facts, 'and')}`;
}

const targetsOf = ({ exceptTo }: Rule): Rule[] => exceptTo.flatMap((target) => [target, ...targetsOf(target)]);

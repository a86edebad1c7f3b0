/** Which of the plans that a question names it is about. */
import type { Plan } from '../graph/entries.ts';
import type { TaggedMentions } from './tag-mentions.ts';
import type { Token } from './tokenizer.ts';

const APART = /^(?:and|or|vs|v|versus|than|with|to|nor)$/;
const PASSED_BY = /^(?:not|except|besides|excluding|without)$/;
const ASKS_COVER = /^(?:cover|covered|pay|paid|include|do|doe|does|is|are|will|would|can|why)$/;

/**
 * The plans that the question is about. "TRICARE … Prime" names the programme and then the plan; "only the one, not the
 * other" turns a plan away.
 */
export function resolvePlans({ entries }: TaggedMentions, words: readonly Token[]): Plan[] {
  const named = entries.flatMap(({ mention, entry }) => (entry.kind === 'PLAN' ? [{ mention, plan: entry }] : []));
  const isTurnedAway = (at: number): boolean => {
    for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
      const stem = words[before]?.stem ?? '';
      if (PASSED_BY.test(stem)) return !words.slice(before + 1, at).some((word) => ASKS_COVER.test(word.stem));
      if (ASKS_COVER.test(stem) || words[before]?.afterComma === true) return false;
    }
    return false;
  };
  const kept = named.filter(({ mention }) => !isTurnedAway(mention.from));
  const apart = words.some(
    ({ stem }, at) =>
      /^(?:compare|comparing|comparison|differ|difference|different|better|between|part|within|belong|belongs|included)$/.test(
        stem,
      ) ||
      (APART.test(stem) &&
        named.some(({ mention }) => mention.to === at) &&
        named.some(({ mention }) => mention.from > at)),
  );
  const plans = [...new Set((kept.length > 0 ? kept : named).map(({ plan }) => plan))];
  return apart ? plans : plans.filter((plan) => !plans.some((other) => other !== plan && isWithin(other, plan)));
}
const isWithin = (plan: Plan, outer: Plan): boolean =>
  plan.within !== null && (plan.within === outer || isWithin(plan.within, outer));

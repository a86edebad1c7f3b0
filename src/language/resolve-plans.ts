/** Decides which of the plans that a question names the question is about. */
import type { Plan } from '../graph/entries.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';
import type { TaggedMention, TaggedQuestion } from './tag-mentions.ts';
import type { Token } from './tokenizer.ts';

const COMPARISON =
  /^(?:compare|comparing|comparison|differ|difference|different|better|between|part|within|belong|belongs|included)$/;
const CONJUNCTION = /^(?:and|or|vs|v|versus|than|with|to|nor)$/;
const EXCLUSION = /^(?:not|except|besides|excluding|without)$/;
const COVERAGE_VERB = /^(?:cover|covered|pay|paid|include|do|doe|does|is|are|will|would|can|why)$/;

/** How many words before a plan are searched for a word that excludes it. */
const MOST_WORDS_AFTER_EXCLUSION = 5;

/**
 * The plans that a question is about, in its order. A plan that the question excludes ("Prime, not Select") is left out.
 * So is a plan that contains another one named ("TRICARE ... Prime" is about Prime), unless the question compares them.
 */
export function resolvePlans({ tags, words }: Pick<TaggedQuestion, 'tags' | 'words'>): Plan[] {
  const planTags = tags.filter(({ entry }) => entry.kind === 'PLAN');
  const included = planTags.filter(({ mention }) => !isExcluded(words, mention.from));
  const plans = plansOf(included.length > 0 ? included : planTags);
  if (comparesPlans(words, planTags)) return plans;
  return plans.filter((plan) => !plans.some((other) => isPlanWithin(other, plan)));
}

function plansOf(tags: readonly TaggedMention[]): Plan[] {
  return [...new Set(tags.flatMap(({ entry }) => (entry.kind === 'PLAN' ? [entry] : [])))];
}

/**
 * Whether a word such as "not" excludes the plan named at a word, and not the coverage: "not Select", but "does not
 * cover".
 */
function isExcluded(words: readonly Token[], planAt: number): boolean {
  for (let at = planAt - 1; at >= Math.max(0, planAt - MOST_WORDS_AFTER_EXCLUSION); at--) {
    const stem = words[at]?.stem ?? '';
    if (EXCLUSION.test(stem)) return !words.slice(at + 1, planAt).some((word) => COVERAGE_VERB.test(word.stem));
    if (COVERAGE_VERB.test(stem) || words[at]?.afterComma === true) return false;
  }
  return false;
}

/** Whether a question compares its plans: by a word such as "compare", or by a conjunction between them. */
function comparesPlans(words: readonly Token[], planTags: readonly TaggedMention[]): boolean {
  const joinsPlans = (at: number): boolean =>
    planTags.some(({ mention }) => mention.to === at) && planTags.some(({ mention }) => mention.from > at);
  return words.some(({ stem }, at) => COMPARISON.test(stem) || (CONJUNCTION.test(stem) && joinsPlans(at)));
}

/** What a change of the data does to answers, as lines: each answer that changes, what it was, what it is, and which rules make the difference. */
import type { SlugAnswer, AnswerDifference, QuestionBySlug, RuleChange } from '../engine/answer-diff.ts';

const CHANGE: Record<RuleChange, string> = {
  ADDED: 'added',
  REMOVED: 'removed',
  REWRITTEN: 'changed',
  REWEIGHED: 'unchanged, counts otherwise for what it hangs on',
};

function asking({
  plan,
  subject,
  met = [],
  unmet = [],
  counts = {},
  territory,
  on,
  accordingTo,
}: QuestionBySlug): string {
  const counted = Object.entries(counts).map(([slug, count]) => `${slug} = ${String(count)}`);
  const facts = [...met, ...unmet.map((slug) => `not ${slug}`), ...counted];
  return [
    `${plan} × ${subject}`,
    facts.length > 0 ? `given ${facts.join(', ')}` : '',
    territory === undefined ? '' : `in ${territory}`,
    `on ${on}`,
    accordingTo ? `according to ${accordingTo.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
const told = (answered: SlugAnswer): string =>
  'cannotBeAsked' in answered
    ? `cannot be asked: ${answered.cannotBeAsked}`
    : `${answered.status}. ${answered.summary}`;

/** One answer that changes. */
function linesOf({ question: asked, before, after, responsible, links }: AnswerDifference): string[] {
  const rules = [
    ...responsible.map(({ rule, change }) => `${rule} (${CHANGE[change]})`),
    ...links.map(({ link, change }) => `the link ${link} (${CHANGE[change]})`),
  ];
  const gone = 'cannotBeAsked' in before || 'cannotBeAsked' in after;
  return [
    asking(asked),
    `  before: ${told(before)}`,
    `  after:  ${told(after)}`,
    `  by:     ${rules.length > 0 ? rules.join(', ') : gone ? 'an entry that only one of the two has' : 'what the data claims to hold in full'}`,
    '',
  ];
}

/** All that change, and how many of those asked. */
export function answerLines(found: readonly AnswerDifference[], asked: number): string[] {
  if (found.length === 0) return [`No answer changes. (${String(asked)} questions asked.)`];
  return [...found.flatMap(linesOf), `${String(found.length)} of ${String(asked)} answers change.`];
}

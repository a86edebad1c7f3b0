/** Prints how a change of the data changes answers: each answer before and after, and the rules and links that cause it. */
import type { SlugAnswer, AnswerDifference, QuestionBySlug, RuleChange } from '../engine/answer-diff.ts';

const CHANGE: Record<RuleChange, string> = {
  ADDED: 'added',
  REMOVED: 'removed',
  REWRITTEN: 'changed',
  REWEIGHED: 'unchanged, but counts differently because of what it depends on',
};

/** "tricare-prime × massage-therapy, given prescribed, in US, on 2026-11-23". */
function questionText({
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

const answerText = (answer: SlugAnswer): string =>
  'cannotBeAsked' in answer ? `cannot be asked: ${answer.cannotBeAsked}` : `${answer.status}. ${answer.summary}`;

/** The rules and links that cause a difference; if there are none, what else does. */
function causeText({ before, after, responsible, links }: AnswerDifference): string {
  const causes = [
    ...responsible.map(({ rule, change }) => `${rule} (${CHANGE[change]})`),
    ...links.map(({ link, change }) => `the link ${link} (${CHANGE[change]})`),
  ];
  if (causes.length > 0) return causes.join(', ');
  const isUnknownToOne = 'cannotBeAsked' in before || 'cannotBeAsked' in after;
  return isUnknownToOne ? 'an entry that only one of the two has' : 'what the data claims to cover completely';
}

/** One answer that changes, and an empty line. */
function linesOf(difference: AnswerDifference): string[] {
  const { question, before, after } = difference;
  return [
    questionText(question),
    `  before: ${answerText(before)}`,
    `  after:  ${answerText(after)}`,
    `  by:     ${causeText(difference)}`,
    '',
  ];
}

/** Every answer that changes, then a count; `total` is how many questions were asked of both data sets. */
export function answerLines(differences: readonly AnswerDifference[], total: number): string[] {
  if (differences.length === 0) return [`No answer changes. (${String(total)} questions asked.)`];
  return [...differences.flatMap(linesOf), `${String(differences.length)} of ${String(total)} answers change.`];
}

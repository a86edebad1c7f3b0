/** The same question on every day of a span: the intervals on which the answer is one. */
import type { Rule } from '../graph/entries.ts';
import { sameAnswer, rulesOfAnyDay } from './upcoming-changes.ts';
import { determine } from './determine.ts';
import type { Determination } from './determination.ts';
import { conclude } from './outcomes.ts';
import type { Question } from './question.ts';

export interface CoverageInterval {
  /** The first day. */
  readonly from: string;
  /** The first day after it; null at the end of the span. */
  readonly until: string | null;
  readonly determination: Determination;
  /** The rules that begin or end on the first day. */
  readonly begins: readonly Rule[];
  readonly ends: readonly Rule[];
}

/**
 * The intervals from the first day to the last, which is in the span, in order and without gaps. The day of `question` is
 * not looked at. Throws ContradictingFacts if the given facts cannot hold together.
 */
export function coverageTimeline(question: Question, from: string, to: string): CoverageInterval[] {
  const onDay = (on: string): Question => ({ ...question, on, onAssumed: false });
  const rules = rulesOfAnyDay(conclude(onDay(from)));
  const days = new Set(
    rules.flatMap((rule) => [rule.from, rule.until]).filter((day) => day !== null && day > from && day <= to),
  );
  const intervals: CoverageInterval[] = [];
  for (const day of [from, ...[...days].sort()]) {
    if (day === null) continue;
    const determination = determine(onDay(day));
    const last = intervals.at(-1);
    if (last && sameAnswer(last.determination, determination)) continue;
    if (last) intervals[intervals.length - 1] = { ...last, until: day };
    intervals.push({
      from: day,
      until: null,
      determination,
      begins: rules.filter((rule) => rule.from === day),
      ends: rules.filter((rule) => rule.until === day),
    });
  }
  return intervals;
}

/**
 * The rules in reach that begin or end after the day asked, and the answer from then on
 * (docs/semantics.md#section-3-later-days).
 */
import type { Rule } from '../graph/entries.ts';
import type { CoverageStatus, Outcome } from '../model/words.ts';
import { conclude, type Conclusion } from './outcomes.ts';
import { allInapplicable, rulesInReach } from './derive.ts';

/** A day on which the answer may change, because rules in reach begin to hold or cease to. */
export interface UpcomingChange {
  readonly on: string;
  readonly begins: readonly Rule[];
  readonly ends: readonly Rule[];
  /** What the same question comes to on that day. */
  readonly status: CoverageStatus;
  readonly best: Outcome;
}

/** How many days are looked ahead to, nearest first. */
const MOST_CHANGES = 20;

/** Every change of a rule that speaks of the place asked and whose source is heard, in the order of days. */
export function upcomingChanges({ question, derivation }: Conclusion): UpcomingChange[] {
  const elsewhere = new Set(
    allInapplicable(derivation)
      .filter(({ reason }) => reason !== 'OTHER_TIME')
      .map(({ rule }) => rule),
  );
  const rules = [...rulesInReach(derivation)].filter((rule) => !elsewhere.has(rule));
  const days = new Set(
    rules.flatMap(({ from, until }) => [from, until]).filter((day) => day !== null && day > question.on),
  );
  return [...days]
    .sort()
    .slice(0, MOST_CHANGES)
    .map((on) => {
      const { status, best } = conclude({ ...question, on: on ?? question.on });
      return {
        on: on ?? question.on,
        begins: rules.filter(({ from }) => from === on),
        ends: rules.filter(({ until }) => until === on),
        status,
        best,
      };
    });
}

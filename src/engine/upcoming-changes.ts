/**
 * The rules in reach that begin or end after the day of the question, and the answer from then on
 * (docs/semantics.md#section-3-later-days).
 */
import type { Rule } from '../graph/entries.ts';
import type { CoverageStatus, Outcome } from '../model/words.ts';
import { conclude, type Conclusion } from './outcomes.ts';
import { allInapplicable, rulesInReach } from './derive.ts';

/** A day on which the answer may change, because rules in reach begin or end. */
export interface UpcomingChange {
  readonly on: string;
  readonly begins: readonly Rule[];
  readonly ends: readonly Rule[];
  /** The status of the same question on that day. */
  readonly status: CoverageStatus;
  readonly best: Outcome;
}

/** The number of days to list at most, earliest first. */
const MOST_CHANGES = 20;

/** The days on which a rule begins or ends that applies to the place and whose source is included, in order. */
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

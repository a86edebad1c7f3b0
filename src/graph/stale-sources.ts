/** Whether a source was checked too long ago. */
import type { Source } from './entries.ts';

/** The age in days above which a check is too old if the operator sets no other. */
const DEFAULT_STALE_AFTER_DAYS = 365;
const MILLISECONDS_PER_DAY = 86_400_000;

/** The number of days from one ISO date to another. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY;

/** Whether a curator last checked the data against the source more than `staleAfterDays` days before `today` (an ISO date). */
export function isStale(
  { checkedOn }: Pick<Source, 'checkedOn'>,
  today: string,
  staleAfterDays = DEFAULT_STALE_AFTER_DAYS,
): boolean {
  return daysBetween(checkedOn, today) > staleAfterDays;
}

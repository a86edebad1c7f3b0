/**
 * The current day in America/New_York, which the server uses for questions that give no day. The clock of the visitor's
 * device may be wrong, so it is corrected by the Date header of each response, which is never ahead of the server's clock.
 */
import { useEffect, useState } from 'preact/hooks';

const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** How often an open page checks whether the day has changed, in milliseconds. */
const interval = 10_000;

let correction = 0;
const watchers = new Set<() => void>();

/** Corrects the clock by the Date header of a response that has just arrived. */
export function setClock(date: string | null): void {
  const moment = Date.parse(date ?? '');
  if (Number.isNaN(moment)) return;
  correction = moment - Date.now();
  for (const watcher of watchers) watcher();
}

/** The current day, to compare with others, not to show. */
export const today = (): string => calendar.format(Date.now() + correction);

/** The current day as state of a component, updated after midnight, even if the device was asleep then. */
export function useToday(): string {
  const [day, setDay] = useState(today);
  useEffect(() => {
    const look = (): void => {
      setDay(today());
    };
    const timer = setInterval(look, interval);
    watchers.add(look);
    addEventListener('pageshow', look);
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      clearInterval(timer);
      watchers.delete(look);
      removeEventListener('pageshow', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return day;
}

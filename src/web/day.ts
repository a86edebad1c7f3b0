/**
 * The day that answers without a day are made for: the server's, in America/New_York. The clock of the visitor's machine may
 * be wrong, so it is corrected by the Date header of each answer, which is never ahead of the server's clock.
 */
import { useEffect, useState } from 'preact/hooks';

const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** How often a page that stays open looks whether the day is over, in milliseconds. */
const interval = 10_000;

let correction = 0;
const watchers = new Set<() => void>();

/** Corrects the clock by the Date header of an answer that has just come. */
export function setClock(date: string | null): void {
  const moment = Date.parse(date ?? '');
  if (Number.isNaN(moment)) return;
  correction = moment - Date.now();
  for (const watcher of watchers) watcher();
}

/** Today; to be compared, not shown. */
export const today = (): string => calendar.format(Date.now() + correction);

/** Today, kept up with midnight, also where the machine has slept through it. */
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

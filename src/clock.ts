/** The calendar day in New York, which is the day of a question that names none. */

/** The ISO day in America/New_York at a moment, in milliseconds since 1970 in UTC, independent of the machine's time zone. */
export function dayInNewYork(moment: number): string {
  const minute = Math.floor(moment / 60_000); // in every time zone a day begins at a full minute
  if (last.minute !== minute) last = { minute, day: dayAt(moment) };
  return last.day;
}

let last = { minute: Number.NaN, day: '' };

const hour = 3_600_000;
const dayInUtc = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/**
 * New York is four or five hours behind UTC. If both give the same day, that is the day; only in the one hour in which they
 * differ is the calendar of Intl needed, which is slow to load.
 */
function dayAt(moment: number): string {
  const [day, other] = [dayInUtc(moment - 5 * hour), dayInUtc(moment - 4 * hour)];
  return day === other ? day : formatted(moment);
}

function formatted(moment: number): string {
  const newYork = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/New_York',
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = Object.fromEntries(newYork.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts['year'] ?? ''}-${parts['month'] ?? ''}-${parts['day'] ?? ''}`;
}

/**
 * The moment at which an ISO day ends in America/New_York, in milliseconds since 1970 in UTC: four hours after midnight in
 * UTC if daylight saving time is in force when the next day begins, otherwise five.
 */
export function endOfDayInNewYork(day: string): number {
  if (lastEnd.day !== day) lastEnd = { day, end: endOf(day) };
  return lastEnd.end;
}
let lastEnd = { day: '', end: Number.NaN };

function endOf(day: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 24 * hour;
  const inSummer = midnight + 4 * hour;
  return dayAt(inSummer) === day ? midnight + 5 * hour : inSummer;
}

/** Today, as coverage counts it. */

/** The ISO day in America/New_York at a moment, in milliseconds since 1970 in UTC, whatever the machine's own time zone. */
export function dayInNewYork(moment: number): string {
  const minute = Math.floor(moment / 60_000); // days begin with a minute, in every time zone that has been
  if (last.minute !== minute) last = { minute, day: dayAt(moment) };
  return last.day;
}
let last = { minute: Number.NaN, day: '' };

const hour = 3_600_000;
const dayInUtc = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/** New York is four or five hours behind UTC, all year and since it keeps time by zones: its calendar, which takes long to load, is needed for one hour a day. */
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

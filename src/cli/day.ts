/** Today, as coverage counts it. */

const newYork = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The ISO day in America/New_York at a moment, whatever the machine's own time zone. */
export function dayInNewYork(moment: Date): string {
  const minute = Math.floor(moment.getTime() / 60_000); // days begin with a minute, in every time zone that has been
  if (last.minute !== minute) last = { minute, day: formatted(moment) };
  return last.day;
}
let last = { minute: Number.NaN, day: '' };

function formatted(moment: Date): string {
  const parts = Object.fromEntries(newYork.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts['year'] ?? ''}-${parts['month'] ?? ''}-${parts['day'] ?? ''}`;
}

/** Days that a question names from today: "next year", "in January", "Jan 1", "open enrollment", "tomorrow". */
import { followsPastEvent } from './counts-and-dates.ts';
import { type WordRange, stemText } from './mention.ts';
import type { Token } from './tokenizer.ts';

/** Words that name a day from today. */
export interface RelativeDay extends WordRange {
  /** The day as YYYY-MM-DD. */
  readonly day: string;
}

/** How a phrase becomes a day; `year` and `month` (from 1) are today's. */
interface DayPhrase {
  /** Matched against the stems from a word on. */
  readonly pattern: RegExp;
  readonly dayOf: (today: CalendarDay) => string;
}

interface CalendarDay {
  readonly iso: string;
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

const firstOf = (year: number, month: number): string => `${String(year)}-${String(month).padStart(2, '0')}-01`;
const firstOfYear = (year: number): string => firstOf(year, 1);

function daysLater({ iso }: CalendarDay, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** Open enrollment is for the plan year that begins on the following January 1 (42 CFR 422.62(a)(2), 45 CFR 155.410(f)). */
const PHRASES: readonly DayPhrase[] = [
  {
    pattern:
      /^(?:next|coming|upcoming|following|new)(?: (?:plan|calendar|benefit|contract|coverage|insurance))? year\b/,
    dayOf: ({ year }) => firstOfYear(year + 1),
  },
  {
    pattern: /^(?:this|current)(?: (?:plan|calendar|benefit|contract|coverage))? (?:year|month|week)\b/,
    dayOf: ({ iso }) => iso,
  },
  { pattern: /^(?:last|previous)(?: (?:plan|calendar|benefit))? year\b/, dayOf: ({ year }) => firstOfYear(year - 1) },
  {
    pattern: /^(?:(?:during|in|at|after) )?(?:(?:this|the|annual) )*open (?:enrollment|enrolment|season)(?: period)?\b/,
    dayOf: ({ year }) => firstOfYear(year + 1),
  },
  {
    pattern: /^next month\b/,
    dayOf: ({ year, month }) => (month === 12 ? firstOfYear(year + 1) : firstOf(year, month + 1)),
  },
  { pattern: /^next week\b/, dayOf: (today) => daysLater(today, 7) },
  { pattern: /^tomorrow\b/, dayOf: (today) => daysLater(today, 1) },
];

/** The names of the months and their abbreviations, in order. */
const MONTHS = [
  ['jan', 'january'],
  ['feb', 'february'],
  ['mar', 'march'],
  ['apr', 'april'],
  ['may'],
  ['jun', 'june'],
  ['jul', 'july'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
] as const;
/** Words that make the name of a month after them a time to come. */
const BEFORE_MONTH = /^(?:in|by|starting|start|beginning|begin|effective|from|come|of|this|next|during|until|till|on)$/;
/** Whether a word in lower case is the name of a month, other than one that is an ordinary word too. */
export const isNameOfMonth = (word: string): boolean =>
  word !== 'may' && MONTHS.some((names) => (names as readonly string[]).includes(word));

/** The most words of a phrase. */
const LONGEST_PHRASE = 7;

/** The day that the words from one on name, counted from today; null if they name none. */
export function relativeDayAt(words: readonly Token[], at: number, today: string): RelativeDay | null {
  const [year = 0, month = 0, dayOfMonth = 0] = today.split('-').map(Number);
  const calendarDay: CalendarDay = { iso: today, year, month, dayOfMonth };
  const text = stemText(words, at, at + LONGEST_PHRASE);
  for (const { pattern, dayOf } of PHRASES) {
    const matched = pattern.exec(text)?.[0];
    if (matched !== undefined) return { from: at, to: at + matched.split(' ').length, day: dayOf(calendarDay) };
  }
  return monthAt(words, at, calendarDay);
}

/** A month to come, with or without a day: "in January", "Jan 1". The word "may" is a month only in a capital or after "in". */
function monthAt(words: readonly Token[], at: number, today: CalendarDay): RelativeDay | null {
  const word = words[at];
  const month = monthOf(word);
  if (word === undefined || month === null || followsPastEvent(words, at)) return null;
  const dayOfMonth = dayOfMonthAt(words, at + 1);
  const isAfterPreposition = BEFORE_MONTH.test(words[at - 1]?.stem ?? '');
  const isVerb = /^(?:may|march|mar)$/i.test(word.text) && !word.isCapital;
  if (!isAfterPreposition && (dayOfMonth === null || isVerb)) return null;
  return { from: at, to: at + (dayOfMonth === null ? 1 : 2), day: nextOccurrence(month, dayOfMonth, today) };
}

/** The month that a word names, from 1; null if it names none. */
export function monthOf(word: Token | undefined): number | null {
  const name = word?.text.toLowerCase() ?? '';
  const index = MONTHS.findIndex((names) => (names as readonly string[]).includes(name));
  return index === -1 ? null : index + 1;
}

function dayOfMonthAt(words: readonly Token[], at: number): number | null {
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(words[at]?.stem ?? '')?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : null;
}

/** The next such day from today on; of a month without a day, today if it is in that month, else its first day. */
function nextOccurrence(month: number, dayOfMonth: number | null, today: CalendarDay): string {
  if (month === today.month && dayOfMonth === null) return today.iso;
  const isPast = month < today.month || (month === today.month && (dayOfMonth ?? 1) < today.dayOfMonth);
  const first = firstOf(isPast ? today.year + 1 : today.year, month);
  return `${first.slice(0, -2)}${String(dayOfMonth ?? 1).padStart(2, '0')}`;
}

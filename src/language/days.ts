/**
 * Pipeline step 2: finds the day that a question names and removes its words: "on January 1, 2027", "as of 1/1/2027",
 * "starting 2027-01-01". Numbers with slashes are read as Americans write them: the month, the day and the year.
 */
import { rangeText, type WordRange } from './mention.ts';
import { monthOf, relativeDayAt } from './relative-days.ts';
import type { Token } from './tokenizer.ts';

/** What a question says about the day of the care. */
export interface DaySearchResult {
  /** The question without the words that name the day. */
  readonly words: readonly Token[];
  /** The day as YYYY-MM-DD; null if none is named in full. */
  readonly day: string | null;
  /** What is written as a day and is none, as it was typed: "February 30 2027". */
  readonly invalidDay: string | null;
}

/** Whether a question writes a day, valid or not. A year elsewhere in it is then not read as the time of the care. */
export const namesDay = ({ day, invalidDay }: DaySearchResult): boolean => day !== null || invalidDay !== null;

/** A date in a question. */
interface TypedDate extends WordRange {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly dayOfMonth: number;
}

/** Words before a day that say no more than that it is one. */
const BEFORE_DAY = /^(?:on|as|of|starting|start|beginning|begin|effective|from|since|by|at|in|the|day|date|dated)$/;

/** Words before a day that make it the end or the beginning of a time, which no answer can take into account. */
const TIME_BOUND = /^(?:before|after|until|till|through|between|to|and)$/;

/**
 * Finds the first day in a question that is written in full, or else with its month and year. A month means today if
 * that is in it, else its first day. If there is none, finds the first that is named from today, such as "next year".
 * @param today as YYYY-MM-DD
 */
export function findDay(words: readonly Token[], today: string): DaySearchResult {
  for (const at of words.keys()) {
    const date = dateAt(words, at, today);
    if (date === null) continue;
    if (TIME_BOUND.test(words[date.from - 1]?.stem ?? '')) return { words, day: null, invalidDay: null };
    const day = isoDay(date);
    return { words: withoutDay(words, date), day, invalidDay: day === null ? typedDate(words, date) : null };
  }
  for (const at of words.keys()) {
    const relative = relativeDayAt(words, at, today);
    if (relative === null) continue;
    if (TIME_BOUND.test(words[relative.from - 1]?.stem ?? '')) break;
    return { words: withoutDay(words, relative), day: relative.day, invalidDay: null };
  }
  return { words, day: null, invalidDay: null };
}

/** The words without those of a day and the prepositions before it. */
function withoutDay(words: readonly Token[], { from, to }: WordRange): Token[] {
  let first = from;
  while (BEFORE_DAY.test(words[first - 1]?.stem ?? '')) first--;
  return [...words.slice(0, first), ...words.slice(to)];
}

/** A date as it was typed, except that numbers are joined as their order suggests. */
function typedDate(words: readonly Token[], { from, to }: TypedDate): string {
  const text = rangeText(words, { from, to });
  if (words[from + 1]?.isJoined !== true) return text;
  return text.replaceAll(' ', isYear(words[from]?.stem ?? '') ? '-' : '/');
}

/** The date as YYYY-MM-DD; null if the calendar has no such day. */
function isoDay({ year, month, dayOfMonth }: TypedDate): string | null {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const isInCalendar = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return isInCalendar ? date.toISOString().slice(0, 'YYYY-MM-DD'.length) : null;
}

function dateAt(words: readonly Token[], at: number, today: string): TypedDate | null {
  return (
    numericDate(words, at) ?? monthBeforeDay(words, at) ?? dayBeforeMonth(words, at) ?? monthOfYear(words, at, today)
  );
}

/** 2027-01-01, 1/1/2027, 01/01/27, 1-1-2027. A year of two digits is in this century. */
function numericDate(words: readonly Token[], at: number): TypedDate | null {
  const [before, second, third, after] = [0, 1, 2, 3].map((offset) => words[at + offset]?.isJoined ?? false);
  if (before === true || second !== true || third !== true || after === true) return null;
  const range = { from: at, to: at + 3 };
  const text = rangeText(words, range);
  const iso = /^((?:19|20)\d\d) (\d{1,2}) (\d{1,2})$/.exec(text);
  if (iso) return { ...range, year: Number(iso[1]), month: Number(iso[2]), dayOfMonth: Number(iso[3]) };
  const american = /^(\d{1,2}) (\d{1,2}) ((?:19|20)?\d\d)$/.exec(text);
  if (!american) return null;
  const [, month, dayOfMonth, year = ''] = american;
  return {
    ...range,
    year: year.length === 2 ? Number(`20${year}`) : Number(year),
    month: Number(month),
    dayOfMonth: Number(dayOfMonth),
  };
}

/** "January 1, 2027", "Jan. 1st 2027", "January the 1st, 2027". */
function monthBeforeDay(words: readonly Token[], at: number): TypedDate | null {
  const month = monthOf(words[at]);
  const dayAt = words[at + 1]?.stem === 'the' ? at + 2 : at + 1;
  const dayOfMonth = ordinalAt(words, dayAt);
  const year = words[dayAt + 1]?.stem ?? '';
  if (month === null || dayOfMonth === null || !isYear(year)) return null;
  return { from: at, to: dayAt + 2, year: Number(year), month, dayOfMonth };
}

/** "1 January 2027", "the 1st of January, 2027". */
function dayBeforeMonth(words: readonly Token[], at: number): TypedDate | null {
  const dayOfMonth = ordinalAt(words, at);
  const monthWordAt = words[at + 1]?.stem === 'of' ? at + 2 : at + 1;
  const month = monthOf(words[monthWordAt]);
  const year = words[monthWordAt + 1]?.stem ?? '';
  if (month === null || dayOfMonth === null || !isYear(year)) return null;
  return { from: at, to: monthWordAt + 2, year: Number(year), month, dayOfMonth };
}

/** "January 2027". */
function monthOfYear(words: readonly Token[], at: number, today: string): TypedDate | null {
  const month = monthOf(words[at]);
  const year = words[at + 1]?.stem ?? '';
  // A number directly before it would be a day of the month that is not understood.
  if (month === null || !isYear(year) || /\d/.test(words[at - 1]?.stem ?? '')) return null;
  const isThisMonth = today.startsWith(`${year}-${String(month).padStart(2, '0')}-`);
  return { from: at, to: at + 2, year: Number(year), month, dayOfMonth: isThisMonth ? Number(today.slice(-2)) : 1 };
}

const isYear = (stem: string): boolean => /^(?:19|20)\d\d$/.test(stem);

/** The number of one or two digits at a word, with or without its ending: "1", "1st". Null if there is none. */
function ordinalAt(words: readonly Token[], at: number): number | null {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(words[at]?.stem ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

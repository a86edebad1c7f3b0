/** The day is that of New York in every time zone of the machine. */
import { describe, expect, test } from 'vitest';
import { dayInNewYork } from '../src/clock.ts';

describe('today', () => {
  test.each([
    ['2026-11-24T04:59:59Z', '2026-11-23'],
    ['2026-11-24T05:00:00Z', '2026-11-24'], // winter: five hours behind
    ['2026-07-01T03:59:59Z', '2026-06-30'],
    ['2026-07-01T04:00:00Z', '2026-07-01'], // summer: four
    ['2027-01-01T00:00:00Z', '2026-12-31'],
  ])('at %s is %s in New York', (moment, day) => {
    expect(dayInNewYork(Date.parse(moment))).toBe(day);
  });

  test("is what New York's calendar says at every half hour of four years, and in other centuries", () => {
    const calendar = new Intl.DateTimeFormat('en-CA', {
      timeZone: 'America/New_York',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    const from = Date.UTC(2025, 0, 1);
    const moments = [
      ...Array.from({ length: 4 * 366 * 48 }, (_, half) => from + half * 1_800_000),
      Date.UTC(1950, 6, 1, 4),
      Date.UTC(1943, 0, 5, 4, 30),
      Date.UTC(2099, 11, 31, 23),
    ];
    expect(moments.filter((moment) => dayInNewYork(moment) !== calendar.format(moment))).toEqual([]);
  });
});

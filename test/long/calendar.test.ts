/**
 * The long run of the calendar (`npm run test:long`): the check and the expected answers on the first of each month for three
 * years, in the hours around both changes of New York's clocks, and around a leap day.
 */
import { expect, test } from 'vitest';
import { at, check, wrongAnswers } from '../acceptance/calendar.ts';

const months = Array.from({ length: 36 }, (_, index) => {
  const [year, month] = [2027 + Math.floor(index / 12), (index % 12) + 1];
  const day = `${String(year)}-${String(month).padStart(2, '0')}-01`;
  return [`${day}T17:00:00Z`, day] as const;
});

/** Moments in UTC with the day in New York, worked out by hand: UTC-5 in winter, UTC-4 in summer. */
const hours = [
  // Clocks go from 02:00 to 03:00 on 2027-03-14, at 07:00 in UTC.
  ['2027-03-14T04:59:59Z', '2027-03-13'],
  ['2027-03-14T05:00:00Z', '2027-03-14'],
  ['2027-03-14T06:59:59Z', '2027-03-14'],
  ['2027-03-14T07:00:00Z', '2027-03-14'],
  ['2027-03-15T03:59:59Z', '2027-03-14'],
  ['2027-03-15T04:00:00Z', '2027-03-15'],
  // Clocks go from 02:00 back to 01:00 on 2027-11-07, at 06:00 in UTC.
  ['2027-11-07T03:59:59Z', '2027-11-06'],
  ['2027-11-07T04:00:00Z', '2027-11-07'],
  ['2027-11-07T05:59:59Z', '2027-11-07'],
  ['2027-11-07T06:00:00Z', '2027-11-07'],
  ['2027-11-08T04:59:59Z', '2027-11-07'],
  ['2027-11-08T05:00:00Z', '2027-11-08'],
  // A leap day.
  ['2028-02-29T04:59:59Z', '2028-02-28'],
  ['2028-02-29T05:00:00Z', '2028-02-29'],
  ['2028-03-01T04:59:59Z', '2028-02-29'],
  ['2028-03-01T05:00:00Z', '2028-03-01'],
] as const;

test.each([...months, ...hours])('at %s it is %s, the data is sound and the answers are right', async (moment, day) => {
  await at(moment, async (today) => {
    expect(today).toBe(day);
    expect(await wrongAnswers(await check(), today)).toEqual([]);
  });
});

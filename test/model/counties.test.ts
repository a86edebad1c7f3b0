/** Counties as data files write them: what is printed is read back, and nothing else is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countyNameKey,
  isCountyAndCity,
  parseCounties,
  printCounties,
  type ServedCounty,
  stateOfFips,
} from '../../src/model/counties.ts';
import { randomSeed } from '../helpers/random-seed.ts';

const SEED = randomSeed('test/model/counties.test.ts');

const whole = { fips: null, ssa: null, name: null, isPartial: false, zipCodes: [] };

test.each<[string, readonly Partial<ServedCounty>[]]>([
  ['US-PA: SSA 39010 Allegheny', [{ ssa: '39010', name: 'Allegheny' }]],
  ['US-FL: SSA 10150 Duval; FIPS 12031', [{ ssa: '10150', name: 'Duval' }, { fips: '12031' }]],
  ['US-FL: FIPS 12031 SSA 10150 Duval', [{ fips: '12031', ssa: '10150', name: 'Duval' }]],
  [
    'US-VA: FIPS 51059 (part: 20120 20121); FIPS 51153 (part)',
    [
      { fips: '51059', isPartial: true, zipCodes: ['20120', '20121'] },
      { fips: '51153', isPartial: true },
    ],
  ],
  ['US-CA: San Francisco', [{ name: 'San Francisco' }]],
  ['PR: FIPS 72001 Adjuntas (part)', [{ fips: '72001', name: 'Adjuntas', isPartial: true }]],
])('%s', (text, counties) => {
  expect(parseCounties(text)).toEqual({
    state: text.split(':')[0],
    counties: counties.map((county) => ({ ...whole, ...county })),
  });
});

test.each([
  '',
  'US-PA',
  'US-PA: ',
  'Allegheny',
  'pa: SSA 39010',
  'US-PA: 39010',
  'US-PA: FIPS 4203',
  'US-PA: FIPS 420033',
  'US-PA: SSA 39010 FIPS 42003',
  'US-PA: FIPS 42003;FIPS 42005',
  'US-PA: FIPS 42003; ',
  'US-PA: FIPS 42003 (some)',
  'US-PA: FIPS 42003 (part: 1520)',
  'US-PA: (part)',
  'US-PA: FIPS 42003  Allegheny',
])('"%s" is not understood', (text) => {
  expect(parseCounties(text)).toBeNull();
});

test('what is printed is read back', () => {
  const code = fc.integer({ min: 0, max: 99_999 }).map((each) => String(each).padStart(5, '0'));
  const county = fc
    .record({
      fips: fc.option(code),
      ssa: fc.option(code),
      name: fc.option(fc.constantFrom('Allegheny', "St. Mary's", 'Doña Ana', 'Prince of Wales-Hyder', 'Isle of Wight')),
      isPartial: fc.boolean(),
      zipCodes: fc.array(code, { maxLength: 3 }),
    })
    .filter(({ fips, ssa, name }) => fips !== null || ssa !== null || name !== null)
    .map((each) => ({ ...each, zipCodes: each.isPartial ? each.zipCodes : [] }));
  fc.assert(
    fc.property(fc.constantFrom('US-PA', 'PR'), fc.array(county, { minLength: 1, maxLength: 5 }), (state, counties) => {
      expect(parseCounties(printCounties({ state, counties }))).toEqual({ state, counties });
    }),
    { seed: SEED },
  );
});

test('one county under several spellings of its name, and no others', () => {
  expect(['Saint Clair County', 'ST. CLAIR', 'St Clair'].map(countyNameKey)).toEqual([
    'st clair',
    'st clair',
    'st clair',
  ]);
  expect(['Doña Ana', "Prince George's County", 'Baltimore City', 'Baltimore'].map(countyNameKey)).toEqual([
    'dona ana',
    'prince georges',
    'baltimore city',
    'baltimore',
  ]);
});

test('a state is known by the first digits of a FIPS code', () => {
  expect(['42003', '12031', '72001', '03001'].map(stateOfFips)).toEqual(['US-PA', 'US-FL', 'PR', null]);
});

test.each([
  ['San Juan Municipio', 'san juan'],
  ['Matanuska-Susitna Borough', 'matanuska susitna'],
  ['Anchorage Municipality', 'anchorage'],
  ['Municipality of Anchorage', 'anchorage'],
  ['Juneau City and Borough', 'juneau'],
  ['Nome Census Area', 'nome'],
  ['Orleans Parish', 'orleans'],
  ['St. Louis City', 'st louis city'],
  ['James City County', 'james city'],
])('%s is compared as %s', (name, key) => {
  expect(countyNameKey(name)).toBe(key);
});

test('a name is that of a county and of an independent city in one state alone', () => {
  expect(isCountyAndCity('St. Louis', 'US-MO')).toBe(true);
  expect(isCountyAndCity('Saint Louis County', 'US-MO')).toBe(true);
  expect(isCountyAndCity('St. Louis', 'US-MN')).toBe(false);
  expect(isCountyAndCity('Alexandria', 'US-VA')).toBe(false);
});

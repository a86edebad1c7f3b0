/** From a place to the plans offered there: what the areas say, what they leave open, and how much of them is looked at. */
import { describe, expect, test } from 'vitest';
import { areaIndexOf, type ServicePlace } from '../../src/graph/area-index.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { graphOf } from './documents.ts';

const territories = {
  US: { name: 'United States' },
  'US-PA': { name: 'Pennsylvania' },
  'US-VA': { name: 'Virginia' },
  'US-OH': { name: 'Ohio' },
};
const year = { from: '2027-01-01', until: '2028-01-01', cites: ['handbook#p'] };
const plan = (name: string, ...areas: object[]) => ({
  name,
  cites: ['handbook#p'],
  ...(areas.length === 0 ? {} : { serviceAreas: areas.map((area) => ({ ...year, ...area })) }),
});
const graph: Graph = graphOf({
  territories,
  plans: {
    'by-ssa': plan('By SSA', { counties: ['US-PA: SSA 39010 Allegheny; SSA 39020 Armstrong (part)'] }),
    'by-fips': plan('By FIPS', { counties: ['US-PA: FIPS 42003', 'US-VA: FIPS 51059 (part: 20120 20121)'] }),
    'by-name': plan('By name', { counties: ['US-PA: Allegheny'] }),
    whole: plan('Whole', { states: ['US-PA'] }),
    perhaps: plan('Perhaps', { counties: ['US-PA: FIPS 42003'], modality: 'may' }),
    later: plan('Later', { counties: ['US-PA: SSA 39010 Allegheny'], from: '2028-01-01', until: '2029-01-01' }),
    unstated: plan('Unstated'),
    sold: plan('Sold', { counties: ['US-OH: FIPS 39003 SSA 36010 Allen'] }),
    variant: { ...plan('Variant'), within: 'sold' },
    klass: { ...plan('Class'), level: 'plan-class' as const },
  },
});
const index = areaIndexOf(graph);
const county = (system: 'fips' | 'ssa', code: string): ServicePlace => {
  const found = index.countyWithCode(system, code);
  if (!found) throw new Error(`no county ${code}`);
  return found;
};
const named = (name: string, state = 'US-PA') =>
  index.countiesNamed(name, graph.territories.get(state) ?? graph.abroad);
const one = (name: string, state?: string): ServicePlace => {
  const [found, ...others] = named(name, state);
  if (!found || others.length > 0) throw new Error(`${String(others.length)} more`);
  return found;
};
const state = (code: string): ServicePlace => ({ kind: 'STATE', state: graph.territories.get(code) ?? graph.abroad });
const offered = (place: ServicePlace, day = '2027-06-01') =>
  index
    .offeredIn(place, day)
    .offers.map(({ plan: { slug }, isWhole, isCertain, zipCodes }) =>
      [slug, ...(isWhole ? [] : ['in part']), ...(isCertain ? [] : ['perhaps']), ...zipCodes].join(' '),
    );
const open = (place: ServicePlace, day = '2027-06-01') =>
  index.notComparable(place, day, index.offeredIn(place, day).offers, () => true);

describe('a county', () => {
  test('by FIPS code: the plans that name it so and those of the whole state; of those with other codes or names it is not known', () => {
    expect(offered(county('fips', '42003'))).toEqual(['by-fips', 'perhaps in part perhaps', 'whole']);
    expect(open(county('fips', '42003'))).toBe(2);
  });

  test("by Social Security's code", () => {
    expect(offered(county('ssa', '39010'))).toEqual(['by-ssa', 'whole']);
    expect(offered(county('ssa', '39020'))).toEqual(['by-ssa in part', 'whole']);
    expect(open(county('ssa', '39010'))).toBe(3);
  });

  test('by name: a code stated with a name does not lead to codes of the other system', () => {
    expect(offered(one('allegheny county'))).toEqual(['by-name', 'by-ssa', 'whole']);
    expect(open(one('Allegheny'))).toBe(2);
  });

  test('a county that no area names is not found, even if its digits are a code of the other numbering', () => {
    expect([
      index.countyWithCode('fips', '39010'),
      index.countyWithCode('ssa', '42003'),
      index.countyWithCode('fips', '42999'),
    ]).toEqual([null, null, null]);
    expect(named('Erie')).toEqual([]);
  });

  test('both codes stated together are a crosswalk, for other areas too', () => {
    const joined = areaIndexOf(
      graphOf({
        territories,
        plans: {
          both: plan('Both', { counties: ['US-PA: FIPS 42003 SSA 39010 Allegheny'] }),
          a: plan('A', { counties: ['US-PA: FIPS 42003'] }),
          b: plan('B', { counties: ['US-PA: SSA 39010 Allegheny'] }),
          c: plan('C', { counties: ['US-PA: SSA 39020 Armstrong'] }),
        },
      }),
    );
    for (const place of [
      joined.countyWithCode('fips', '42003'),
      joined.countyWithCode('ssa', '39010'),
      ...joined.countiesNamed('Allegheny', graph.territories.get('US-PA') ?? graph.abroad),
    ]) {
      expect(
        place &&
          joined
            .offeredIn({ ...place, state: [...place.named][0]?.list.state ?? place.state }, '2027-06-01')
            .offers.map((offer) => offer.plan.slug),
      ).toEqual(['a', 'b', 'both']);
    }
  });

  test('a name that two counties of a state have is two counties', () => {
    const twice = graphOf({
      territories,
      plans: {
        a: plan('A', { counties: ['US-VA: SSA 49420 Richmond'] }),
        b: plan('B', { counties: ['US-VA: SSA 49790 Richmond'] }),
      },
    });
    const virginia = twice.territories.get('US-VA');
    expect(
      virginia &&
        areaIndexOf(twice)
          .countiesNamed('Richmond', virginia)
          .map(({ ssa }) => [...ssa]),
    ).toEqual([['49420'], ['49790']]);
  });
});

test('spaces in the name of a county do not count: plans of sources that write it in two ways are found together', () => {
  const spaced = graphOf({
    territories,
    plans: {
      a: plan('A', { counties: ['US-PA: SSA 39010 Mc Kean'] }),
      b: plan('B', { counties: ['US-PA: McKean'] }),
    },
  });
  const pennsylvania = spaced.territories.get('US-PA');
  for (const name of ['McKean', 'Mc Kean County', 'MCKEAN']) {
    const found = pennsylvania ? areaIndexOf(spaced).countiesNamed(name, pennsylvania) : [];
    const slugs = found.map((each) =>
      areaIndexOf(spaced)
        .offeredIn(each, '2027-06-01')
        .offers.map((o) => o.plan.slug),
    );
    expect(slugs, name).toEqual([['a', 'b']]);
  }
});

describe('a state, and a ZIP code', () => {
  test('a state is served whole or by counties', () => {
    expect(offered(state('US-PA'))).toEqual([
      'by-fips in part',
      'by-name in part',
      'by-ssa in part',
      'perhaps in part perhaps',
      'whole',
    ]);
    expect(offered(state('US-VA'))).toEqual(['by-fips in part']);
  });

  test('a ZIP code is known only where an area names it', () => {
    expect(offered({ kind: 'ZIP_CODE', zipCode: '20121' })).toEqual(['by-fips']);
    expect(offered({ kind: 'ZIP_CODE', zipCode: '15213' })).toEqual([]);
    expect(open({ kind: 'ZIP_CODE', zipCode: '20121' })).toBe(5);
  });

  test('part of a county has the ZIP codes that are said', () => {
    expect(offered(county('fips', '51059'))).toEqual(['by-fips in part 20120 20121']);
  });
});

test('areas hold between their days, and the next change is given', () => {
  expect(offered(one('Allegheny'), '2026-12-31')).toEqual([]);
  expect(index.offeredIn(one('Allegheny'), '2026-12-31').changesOn).toBe('2027-01-01');
  expect(offered(one('Allegheny'), '2028-01-01')).toEqual(['later']);
  expect(index.offeredIn(one('Allegheny'), '2028-06-01').changesOn).toBe('2029-01-01');
});

test('a variant is offered where its plan is, and stands for it; a class of plans is not offered by itself', () => {
  expect(offered(county('fips', '39003'))).toEqual(['variant']);
  expect(index.withoutArea('2027-06-01', () => true)).toBe(2);
  expect(index.withoutArea('2026-06-01', () => true)).toBe(8);
});

test('an answer looks at the areas of its place alone, however many there are elsewhere', () => {
  const many = (plans: number): Graph =>
    graphOf({
      territories,
      plans: {
        ...Object.fromEntries(
          [...Array(plans).keys()].map((each) => [
            `p-${String(each)}`,
            plan(`P ${String(each)}`, { counties: [`US-OH: FIPS 39${String(each % 900).padStart(3, '0')}`] }),
          ]),
        ),
        here: plan('Here', { counties: ['US-PA: FIPS 42003'] }),
      },
    });
  const lookedAt = [10, 1_000].map((plans) => {
    const each = areaIndexOf(many(plans));
    const place = each.countyWithCode('fips', '42003');
    return place && each.offeredIn(place, '2027-06-01').areasExamined;
  });
  expect(lookedAt).toEqual([1, 1]);
});

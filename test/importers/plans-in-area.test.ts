/** The question that the imports are for: which plans in this county cover massage, at what copayment, with prior authorization or not. */
import { beforeAll, describe, expect, test } from 'vitest';
import { cmsPbp } from '../../src/importers/cms-pbp/importer.ts';
import { marketplacePuf } from '../../src/importers/marketplace-puf/importer.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { loadFolders } from '../../src/store/folders.ts';
import { ask as asking, at, refusal as refusing } from '../schema/ask.ts';
import { fixture, imported } from './import.ts';

let graph: Graph;
beforeAll(async () => {
  const packs = [
    await imported(cmsPbp(2027), fixture('made-up-pbp-2027')),
    await imported(marketplacePuf(), fixture('made-up-puf')),
  ];
  const loaded = await loadFolders({ data: [at('data'), ...packs.map(({ pack }) => pack)], sources: [] });
  if (!loaded.graph) throw new Error('the packs are sound');
  ({ graph } = loaded);
});
const over = () => ({ graph, today: '2027-03-01', loadedAt: '2026-11-23T12:00:00Z' });

interface Found {
  totalCount: number;
  possiblyOffered: number;
  withoutStatedArea: number;
  notComparable: number;
  withoutStatedCost: number | null;
  withoutStatedLimit: number | null;
  changesOn: string | null;
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  nodes: {
    plan: { slug: string };
    isCertain: boolean;
    isWhole: boolean;
    zipCodes: string[];
    areas: { citations: { locator: string }[] }[];
    determination: { status: string; costs: { text: string }[]; requirements: { strength: string }[] } | null;
  }[];
}
const FIELDS = `totalCount possiblyOffered withoutStatedArea notComparable withoutStatedCost withoutStatedLimit changesOn edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor }
  nodes { plan { slug } isCertain isWhole zipCodes areas { citations { locator } } determination { status costs { text } requirements { strength } } }`;
const ALLEGHENY = 'area: { countyNamed: { name: "Allegheny County", state: "PA" } }';
const MASSAGE = `${ALLEGHENY}, within: "medicare-advantage", of: { service: "massage-therapy" }`;
const found = (args: string): Found =>
  asking<{ plansInArea: Found }>(`{ plansInArea(${args}) { ${FIELDS} } }`, {}, over()).plansInArea;
const slugs = (args: string): string[] =>
  found(args).nodes.map(({ plan: { slug } }) => slug.replace(/^h9901-/, '').replace(/-2027$/, ''));
const refusal = (args: string) => refusing(`{ plansInArea(${args}) { totalCount } }`, {}, over());

describe('which Medicare Advantage plans in Allegheny County cover massage', () => {
  test('each with its status, copayment and authorization, the cheapest first, and the number of plans that are not known', () => {
    const { nodes, totalCount, withoutStatedArea, notComparable, possiblyOffered } = found(`${MASSAGE}, orderBy: COST`);
    expect(
      nodes.map(({ plan, determination }) => [
        plan.slug,
        determination?.status,
        determination?.costs[0]?.text,
        determination?.requirements.map(({ strength }) => strength),
      ]),
    ).toEqual([
      ['h9901-001-2-2027', 'MAY_BE_COVERED', '$0 copayment in network in 2027', ['REQUIRED']],
      ['h9901-002-0-2027', 'COVERED', 'no charge in network in 2027', ['MAY_BE_REQUIRED']],
      ['h9901-001-0-2027', 'COVERED', '$20 copayment in network in 2027', ['REQUIRED']],
      ['h9901-003-0-2027', 'NOT_COVERED', undefined, []],
      ['h9901-006-0-2027', 'MAY_BE_COVERED', undefined, []],
      ['upmc-for-life-h5533-019', 'NOT_STATED', undefined, []],
    ]);
    // Three curated plans and one of the pack say nowhere where they are offered.
    expect([totalCount, withoutStatedArea, notComparable, possiblyOffered]).toEqual([6, 4, 0, 0]);
    expect(nodes[2]?.areas[0]?.citations[0]?.locator).toContain(
      'PlanArea.txt, rows H9901-001-0, columns county_code, county, stcd',
    );
  });

  test.each([
    ['status: [COVERED]', ['001-0', '002-0'], [null, null]],
    ['status: [COVERED], requires: ["prior-authorization"]', ['001-0', '002-0'], [null, null]],
    [
      'status: [COVERED, MAY_BE_COVERED], withoutRequirement: ["prior-authorization"]',
      ['001-2', '006-0'],
      [null, null],
    ],
    ['requires: ["referral"]', ['001-2'], [null, null]],
    ['copayAtMost: "20"', ['001-0', '001-2', '002-0'], [3, null]],
    ['copayAtMost: "19.99"', ['001-2', '002-0'], [3, null]],
    ['status: [COVERED, MAY_BE_COVERED], copayAtMost: "0"', ['001-2', '002-0'], [1, null]],
    ['coinsuranceAtMost: "30"', ['002-0'], [5, null]],
    ['limitAtLeast: { quantity: "12", unit: SESSIONS, per: PLAN_YEAR }', ['001-0'], [null, 5]],
    ['limitAtLeast: { quantity: "13", unit: SESSIONS, per: PLAN_YEAR }', [], [null, 5]],
    ['copayAtMost: "20", limitAtLeast: { quantity: "1", unit: SESSIONS, per: PLAN_YEAR }', ['001-0'], [0, 2]],
  ] as const)('%s', (filter, expected, [withoutCost, withoutLimit]) => {
    expect(slugs(`${MASSAGE}, ${filter}`)).toEqual(expected);
    const { totalCount, withoutStatedCost, withoutStatedLimit } = found(`${MASSAGE}, ${filter}`);
    expect([totalCount, withoutStatedCost, withoutStatedLimit]).toEqual([expected.length, withoutCost, withoutLimit]);
  });

  test('page by page, each plan once, whatever the order', () => {
    for (const orderBy of ['NAME', 'COST']) {
      const whole = slugs(`${MASSAGE}, orderBy: ${orderBy}`);
      const paged: string[] = [];
      let after = '';
      for (let more = true; more;) {
        const { nodes, pageInfo } = found(
          `${MASSAGE}, orderBy: ${orderBy}, first: 2${after === '' ? '' : `, after: "${after}"`}`,
        );
        paged.push(...nodes.map(({ plan: { slug } }) => slug.replace(/^h9901-/, '').replace(/-2027$/, '')));
        [more, after] = [pageInfo.hasNextPage, pageInfo.endCursor ?? ''];
      }
      expect(paged).toEqual(whole);
    }
  });

  test("by Social Security's code the same, but for what has a name alone; in the year before, nothing, and when that changes", () => {
    const { nodes, notComparable } = found('area: { county: "SSA:39010" }, within: "medicare-advantage"');
    expect([nodes.length, notComparable]).toEqual([5, 1]);
    expect(nodes.every(({ determination }) => determination === null)).toBe(true);
    expect(found(`${ALLEGHENY}, given: { on: "2026-12-31" }`)).toMatchObject({
      totalCount: 0,
      changesOn: '2027-01-01',
    });
  });

  test('an answer derives no more than its page where nothing is filtered or put in order by it', () => {
    let derived = 0;
    asking(
      `{ plansInArea(${MASSAGE}, first: 1) { nodes { determination { status } } } }`,
      {},
      {
        ...over(),
        derived: () => {
          derived += 1;
        },
      },
    );
    expect(derived).toBe(1);
    asking(
      `{ plansInArea(${MASSAGE}, first: 1, status: [COVERED]) { nodes { determination { status } } } }`,
      {},
      {
        ...over(),
        derived: () => {
          derived += 1;
        },
      },
    );
    expect(derived).toBe(7);
  });
});

describe('other places', () => {
  test('a state, a county by FIPS code, a ZIP code', () => {
    expect(slugs('area: { state: "oh" }')).toEqual(['002-0']);
    expect(slugs('area: { state: "US-CA" }')).toEqual(['scan-costco-medicare-advantage-h5425-140']);
    expect(slugs('area: { county: "12031" }, within: "marketplace-plans", given: { on: "2026-03-01" }')).toEqual([
      '99001fl0010001-01-2026',
    ]);
    expect(found('area: { county: "12031" }, given: { on: "2027-03-01" }')).toMatchObject({
      totalCount: 0,
      notComparable: 1,
    });
    expect(found('area: { county: "12019" }, given: { on: "2026-03-01" }').nodes).toMatchObject([
      { isWhole: false, zipCodes: ['32003', '32065'] },
    ]);
    expect(slugs('area: { zipCode: "32065" }, given: { on: "2026-03-01" }')).toEqual(['99001fl0010001-01-2026']);
  });

  test('plans that may be offered there are counted, and listed where that is asked for', () => {
    const asked = 'area: { state: "FL" }, given: { on: "2026-03-01" }';
    expect(found(asked)).toMatchObject({ totalCount: 1, possiblyOffered: 1 });
    expect(found(`${asked}, uncertain: true`)).toMatchObject({ totalCount: 2, possiblyOffered: 0 });
    expect(found(`${asked}, uncertain: true`).nodes.map(({ plan: { slug }, isCertain }) => [slug, isCertain])).toEqual([
      ['99001fl0010001-01-2026', true],
      ['99001fl0010002-00-2026', false],
    ]);
  });

  test('what a plan says of itself', () => {
    expect(
      asking(
        '{ plan(slug: "h9901-001-0-2027") { serviceAreas { from until modality states { code } counties(first: 1) { totalCount nodes { state { code } name fips ssa isPartial zipCodes } pageInfo { hasNextPage } } } } }',
        {},
        over(),
      ),
    ).toEqual({
      plan: {
        serviceAreas: [
          {
            from: '2027-01-01',
            until: '2028-01-01',
            modality: 'STATED',
            states: [],
            counties: {
              totalCount: 2,
              nodes: [
                {
                  state: { code: 'US-PA' },
                  name: 'Allegheny',
                  fips: null,
                  ssa: '39010',
                  isPartial: false,
                  zipCodes: [],
                },
              ],
              pageInfo: { hasNextPage: true },
            },
          },
        ],
      },
    });
  });
});

test.each([
  ['area: { county: "39010" }', 'UNKNOWN_TERRITORY', 'area.county', '"SSA:39010" is Allegheny, Pennsylvania.'],
  ['area: { county: "SSA:12031" }', 'UNKNOWN_TERRITORY', 'area.county', 'the other numbering: "12031".'],
  ['area: { county: "42999" }', 'UNKNOWN_TERRITORY', 'area.county', 'by the FIPS code 42999'],
  ['area: { county: "Allegheny" }', 'UNKNOWN_TERRITORY', 'area.county', 'no code of a county'],
  [
    'area: { countyNamed: { name: "Aleghany", state: "PA" } }',
    'UNKNOWN_TERRITORY',
    'area.countyNamed.name',
    'Did you mean "Allegheny"?',
  ],
  [
    'area: { countyNamed: { name: "Allegheny", state: "OH" } }',
    'UNKNOWN_TERRITORY',
    'area.countyNamed.name',
    'in Ohio.',
  ],
  [
    'area: { countyNamed: { name: "Allegheny", state: "FR" } }',
    'UNKNOWN_TERRITORY',
    'area.countyNamed.state',
    'France is no state',
  ],
  ['area: { state: "Florida" }', 'UNKNOWN_TERRITORY', 'area.state', 'Did you mean "us-fl"'],
  ['area: { zipCode: "3206" }', 'UNKNOWN_TERRITORY', 'area.zipCode', 'Give five digits.'],
  ['area: { state: "PA" }, within: "medicare-advantag"', 'UNKNOWN_PLAN', 'within', 'medicare-advantage'],
  [
    'area: { state: "PA" }, copayAtMost: "20"',
    'UNKNOWN_SUBJECT',
    'of',
    '"copayAtMost" is about what plans say of a service.',
  ],
  ['area: { state: "PA" }, orderBy: COST', 'UNKNOWN_SUBJECT', 'of', '"orderBy" is about'],
  [
    'area: { state: "PA" }, of: { service: "massage-therapy" }, requires: ["prior-authorisation"]',
    'UNKNOWN_CONDITION',
    'requires[0]',
    'Did you mean "prior-authorization"',
  ],
  [
    'area: { state: "PA" }, of: { service: "massage-therapy" }, status: []',
    'EMPTY_LIST',
    'status',
    'leave "status" out',
  ],
  ['area: { state: "PA" }, given: { on: "2027-02-30" }', 'BAD_DATE', 'given.on', 'no day'],
  ['area: { state: "PA" }, first: 101', 'BAD_PAGE_SIZE', 'first', '100'],
  ['area: { state: "PA" }, after: "x"', 'BAD_CURSOR', 'after', 'no cursor'],
])('%s is refused with %s', (args, code, argument, words) => {
  const refused = refusal(args);
  expect(refused).toMatchObject({ code, argument, path: 'plansInArea' });
  expect(refused.message).toContain(words);
});

test('an amount that is no number is refused before anything is asked', () => {
  expect(() => asking(`{ plansInArea(${MASSAGE}, copayAtMost: "-1") { totalCount } }`, {}, over())).toThrow(
    /A Decimal is a number of zero or more/,
  );
  expect(() => asking(`{ plansInArea(${MASSAGE}, copayAtMost: 20) { totalCount } }`, {}, over())).toThrow(
    /written as text/,
  );
});

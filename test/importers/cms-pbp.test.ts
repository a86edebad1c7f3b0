/** The Plan Benefit Package as an operator meets it: files in, a pack, and questions answered from both with their places. */
import { readFileSync, writeFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cmsPbp } from '../../src/importers/cms-pbp/importer.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { printCostShare, printLimit } from '../../src/model/amounts.ts';
import { printCounties } from '../../src/model/counties.ts';
import { loadFolders } from '../../src/store/folders.ts';
import { ask as asking, at } from '../schema/ask.ts';
import { fixture, graphWith, imported, scratch } from './import.ts';

interface Answer {
  status: string;
  best: string;
  summary: string;
  assumptions: string[];
  hedges: string[];
  notStated: string | null;
  costs: { text: string; citations: { locator: string }[] }[];
  limits: { text: string }[];
  requirements: {
    text: string;
    strength: string;
    role: string;
    citations: { locator: string; source: { slug: string; authority: string } }[];
  }[];
  citations: { locator: string; source: { slug: string } }[];
}
const QUESTION = `query ($plan: String!, $of: SubjectInput!, $given: SituationInput) { coverage(plan: $plan, of: $of, given: $given) {
  status best summary assumptions hedges notStated costs { text citations { locator } } limits { text } requirements { text strength role citations { locator source { slug authority } } } citations { locator source { slug } } } }`;
function answer(graph: Graph, plan: string, service: string, given: object = {}): Answer {
  return asking<{ coverage: Answer }>(
    QUESTION,
    { plan, of: { service }, given: { on: '2027-03-01', ...given } },
    { graph, today: '2026-11-23', loadedAt: '2026-11-23T12:00:00Z' },
  ).coverage;
}

describe('made-up plans with massage', () => {
  let graph: Graph;
  let summary: string[];
  beforeAll(async () => {
    const result = await imported(cmsPbp(2027), fixture('made-up-pbp-2027'));
    ({ lines: summary } = result);
    graph = await graphWith(result.pack);
  });

  test('does this plan cover massage, at what copayment, with prior authorization: each answer names file, row and column', () => {
    const { status, costs, limits, requirements, citations } = answer(graph, 'h9901-001-0-2027', 'massage-therapy');
    expect(status).toBe('COVERED');
    expect(costs).toEqual([
      {
        text: '$20 copayment in network in 2027',
        citations: [
          {
            locator: expect.stringContaining(
              'pbp_b14_preventive.txt, row H9901-001-0, columns pbp_b14c_copay_min_amt_thmg, pbp_b14c_copay_max_amt_thmg',
            ) as string,
          },
        ],
      },
    ]);
    expect(limits.map(({ text }) => text)).toEqual(['12 sessions per plan year', '$600 per plan year']);
    expect(requirements.map(({ role, strength }) => [role, strength])).toEqual([['ONCE_COVERED', 'REQUIRED']]);
    expect(requirements[0]?.citations[0]?.locator).toContain(
      'pbp_b14_preventive.txt, row H9901-001-0, column pbp_b14c_auth_yn',
    );
    expect(requirements[0]?.citations[0]?.source).toEqual({ slug: 'cms-pbp-2027-h9901', authority: 'PLAN_DOCUMENT' });
    expect(citations.map(({ locator }) => locator).join(' ')).toContain(
      'columns pbp_b14c_bendesc_yn, pbp_b14c_bendesc_ehc',
    );
    expect(graph.plans.get('h9901-001-0-2027')?.name).toBe('Café Sol Massage Plus (HMO) (H9901-001-0, 2027)');
  });

  test('outside its year the row says nothing', () => {
    expect(answer(graph, 'h9901-001-0-2027', 'massage-therapy', { on: '2026-12-31' }).status).toBe('NOT_STATED');
    expect(answer(graph, 'h9901-001-0-2027', 'massage-therapy', { on: '2028-01-01' }).status).toBe('NOT_STATED');
  });

  test('not offered, blank, and a file that was not loaded stay three things', () => {
    expect(answer(graph, 'h9901-003-0-2027', 'massage-therapy').status).toBe('NOT_COVERED');
    expect(answer(graph, 'h9901-005-0-2027', 'massage-therapy').status).toBe('NOT_STATED');
    expect(graph.plans.get('h9901-005-0-2027')?.remarks.map(({ text }) => text)).toContain(
      'Of therapeutic massage its row says nothing: what it asks there is blank.',
    );
    expect(graph.services.get('urgent-care')?.rules.filter(({ plan }) => plan.slug.startsWith('h9901'))).toEqual([]);
    expect(graph.plans.get('h9901-003-0-2027')?.remarks.map(({ text }) => text)).toEqual(['An HMO.']);
    expect(graph.notices.filter((notice) => notice.startsWith('CMS Plan Benefit Package 2027: pbp_b4'))).toHaveLength(
      1,
    );
  });

  test('health education, 14c1, is not massage, 14c18', () => {
    expect([...(graph.plans.get('h9901-003-0-2027')?.rules ?? [])].map(({ key, effect }) => [key, effect])).toEqual([
      ['massage-therapy-2027-not-offered', 'EXCLUDED'],
      ['alternative-therapies-2027-not-offered', 'EXCLUDED'],
    ]);
  });

  test('what Medicare itself grants is covered although massage is not offered as an extra', () => {
    const met = ['performed-by-physical-or-occupational-therapist', 'plan-of-care', 'medically-necessary'];
    expect(
      asking<{ coverage: { status: string } }>(
        'query ($met: [String!]) { coverage(plan: "h9901-003-0-2027", of: { billingCode: "97124" }, given: { met: $met, on: "2027-03-01" }) { status } }',
        { met },
        { graph, today: '2026-11-23', loadedAt: '2026-11-23T12:00:00Z' },
      ).coverage.status,
    ).toBe('COVERED');
  });

  test("an optional package and a benefit in the plan's own words are hedged, never a no and never a yes", () => {
    const package1 = answer(graph, 'h9901-004-0-2027', 'massage-therapy');
    expect([package1.status, package1.hedges]).toEqual(['MAY_BE_COVERED', ['SOME_CASES']]);
    expect(package1.assumptions.join(' ')).toContain('bought the optional package');
    const own = answer(graph, 'h9901-006-0-2027', 'massage-therapy');
    expect(own.status).toBe('MAY_BE_COVERED');
    expect(own.assumptions.join(' ')).toContain('speaks of massage; on which terms is not read');
    expect(
      JSON.stringify(
        [...(graph.plans.get('h9901-006-0-2027')?.rules ?? [])].map(({ reading, rationale }) => [reading, rationale]),
      ),
    ).not.toContain('caregivers');
  });

  test('a type of benefit that is not for all is hedged; a range of coinsurance and an amount of nothing are not made into numbers', () => {
    const { status, costs, limits, assumptions, requirements } = answer(graph, 'h9901-001-2-2027', 'massage-therapy');
    expect(status).toBe('MAY_BE_COVERED');
    expect(costs.map(({ text }) => text)).toEqual([
      '$0 copayment in network in 2027',
      '$100 deductible in network in 2027',
      '$1,500 out-of-pocket maximum per plan year in network in 2027',
    ]);
    expect(limits).toEqual([]);
    expect(assumptions.join(' ')).toContain('coinsurance runs from 20 to 40 percent');
    expect(requirements.map(({ strength }) => strength)).toEqual(['REQUIRED']);
  });

  test('authorization of the category is only perhaps one of massage where section A names other extras', () => {
    const { costs, limits, assumptions, requirements } = answer(graph, 'h9901-002-0-2027', 'massage-therapy');
    expect(requirements.map(({ strength }) => strength)).toEqual(['MAY_BE_REQUIRED']);
    expect(requirements[0]?.citations.map(({ locator }) => locator).join(' ')).toContain('pbp_a_ffs_bid_b_auth_cats');
    expect(costs.map(({ text }) => text)).toEqual(['no charge in network in 2027']);
    expect(limits).toEqual([]);
    expect(assumptions.join(' ')).toContain('limited to 6 sessions every three months');
  });

  test("where a plan is offered is by Social Security's codes and names, in its year, with its rows", () => {
    const areas = (slug: string) =>
      (graph.plans.get(slug)?.serviceAreas ?? []).map((area) => [
        area.counties.map(({ state, counties }) => printCounties({ state: state.code, counties })),
        area.modality,
        area.from,
        area.until,
        area.cites.map(({ at: place, line }) => [place, line]),
      ]);
    expect(areas('h9901-001-0-2027')).toEqual([
      [
        ['US-PA: SSA 39010 Allegheny; SSA 39020 Armstrong (part)'],
        'STATED',
        '2027-01-01',
        '2028-01-01',
        [['PlanArea.txt, rows H9901-001-0, columns county_code, county, stcd, partial_flag', 2]],
      ],
    ]);
    expect(areas('h9901-002-0-2027').map(([counties]) => counties)).toEqual([
      ['US-OH: SSA 36010 Allen', 'US-PA: SSA 39010 Allegheny'],
    ]);
    expect(graph.plans.get('h9901-005-0-2027')?.serviceAreas).toEqual([]);
    expect(
      [...graph.plans.values()]
        .flatMap(({ serviceAreas }) =>
          serviceAreas.flatMap(({ counties }) => counties.flatMap((list) => list.counties.map(({ fips }) => fips))),
        )
        .every((fips) => fips === null),
    ).toBe(true);
  });

  test('what is pending, and what is for groups alone, may or may not be open', () => {
    const areas = (slug: string) =>
      (graph.plans.get(slug)?.serviceAreas ?? []).map(({ counties, modality }) => [
        counties.map((list) => list.counties.map(({ name }) => name)),
        modality,
      ]);
    expect(areas('h9901-004-0-2027')).toEqual([
      [[['Duval']], 'STATED'],
      [[['Doña Ana']], 'MAY'],
    ]);
    expect(areas('h9901-006-0-2027')).toEqual([
      [[['Allegheny']], 'STATED'],
      [[['Armstrong']], 'MAY'],
    ]);
  });

  test('plans with the same counties share them', () => {
    const [one, other] = ['h9901-001-2-2027', 'h9901-003-0-2027'].map(
      (slug) => graph.plans.get(slug)?.serviceAreas[0]?.counties[0],
    );
    expect(one).toBe(other);
  });

  test('the summary says what was read, kept and left out and why, and which files were missing', () => {
    expect(summary.map((line) => line.trim().replace(/ +/g, ' '))).toEqual(
      expect.arrayContaining([
        '9 pbp_Section_A.txt',
        '1 pbp_Section_A.txt: type 29, a plan for drugs alone: no Medicare Advantage plan',
        '1 pbp_Section_A.txt: type 20, a PACE organization: no Medicare Advantage plan',
        '1 blank in the row: therapeutic massage',
        '3 not offered: therapeutic massage',
        '3 covered: therapeutic massage',
        '7 plans',
        '6 plans with a service area',
        '1 plans of which no file says where they are offered',
        '1 PlanArea.txt: contract_year is 2026 and not 2027',
        '1 PlanArea.txt: stcd holds no state of the United States',
        "1 PlanArea.txt: county_code holds no county's number",
        'pbp_Section_C.txt was not loaded: whether plans pay out of network is not said.',
      ]),
    );
  });
});

describe('five real plans of 2027, value by value', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await graphWith((await imported(cmsPbp(2027), fixture('five-plans-2027'))).pack);
  });
  const NONE = [[], []] as const;
  const AUTH = ['prior-authorization'];
  const BOTH = ['prior-authorization', 'referral'];
  const copay = (text: string): string => `${text} copayment in network in 2027`;
  const abroad = (text: string): string => `${text} copayment in 2027`;
  const expected: Record<
    string,
    Record<
      string,
      readonly [effect: string, costs: readonly string[], requires?: readonly string[], limits?: readonly string[]]
    >
  > = {
    'h1036-068-0-2027': {
      'physical-therapy': ['COVERED', [copay('$5 to $20')], BOTH],
      'occupational-therapy': ['COVERED', [copay('$5 to $20')], BOTH],
      'chiropractic-manipulation': ['COVERED', [copay('$15')], AUTH],
      'chiropractic-care': ['EXCLUDED', []],
      acupuncture: ['COVERED', [copay('$5')], AUTH, ['12 visits per plan year']],
      'emergency-care': ['COVERED', [abroad('$150')]],
      'urgent-care': ['COVERED', ['no charge in 2027']],
      'ambulance-services': ['COVERED', [abroad('$240')]],
    },
    'h1609-028-0-2027': {
      'physical-therapy': ['COVERED', [copay('$35')]],
      'occupational-therapy': ['COVERED', [copay('$35')]],
      'chiropractic-manipulation': ['COVERED', [copay('$15')]],
      'chiropractic-care': ['EXCLUDED', ...NONE],
      acupuncture: ['EXCLUDED', ...NONE],
      'emergency-care': ['COVERED', [abroad('$130')]],
      'urgent-care': ['COVERED', [abroad('$130')]],
      'ambulance-services': ['COVERED', [abroad('$250')]],
    },
    'h2406-013-0-2027': {
      'physical-therapy': ['COVERED', [copay('$65')], AUTH],
      'occupational-therapy': ['COVERED', [copay('$50')], AUTH],
      'chiropractic-manipulation': ['COVERED', [copay('$15')], AUTH],
      'chiropractic-care': ['EXCLUDED', ...NONE],
      acupuncture: ['EXCLUDED', ...NONE],
      'emergency-care': ['EXCLUDED', ...NONE],
      'urgent-care': ['EXCLUDED', ...NONE],
      'ambulance-services': ['EXCLUDED', ...NONE],
    },
    'h5425-140-0-2027': {
      'physical-therapy': ['COVERED', [copay('$15')], BOTH],
      'occupational-therapy': ['COVERED', [copay('$15')], BOTH],
      'chiropractic-manipulation': ['COVERED', ['no charge in network in 2027'], BOTH],
      'chiropractic-care': ['EXCLUDED', ...NONE],
      acupuncture: ['EXCLUDED', ...NONE],
      'emergency-care': ['COVERED', [abroad('$90')]],
      'urgent-care': ['COVERED', []],
      'ambulance-services': ['COVERED', [abroad('$175')]],
    },
    'h5533-019-0-2027': {
      'physical-therapy': ['COVERED', [copay('$20')], AUTH],
      'occupational-therapy': ['COVERED', [copay('$20')], AUTH],
      'chiropractic-manipulation': ['COVERED', [copay('$15')]],
      'chiropractic-care': ['EXCLUDED', ...NONE],
      acupuncture: ['EXCLUDED', ...NONE],
      'emergency-care': ['COVERED', [abroad('$130')]],
      'urgent-care': ['COVERED', [abroad('$50')]],
      'ambulance-services': ['COVERED', [abroad('$340')]],
    },
  };

  test.each(Object.keys(expected))('%s', (slug) => {
    const rules = graph.plans.get(slug)?.rules ?? [];
    expect(
      Object.fromEntries(
        rules.map((rule) => [
          rule.subject.slug,
          [
            rule.effect,
            rule.costs.map(printCostShare),
            rule.requires.map(({ condition }) => condition.slug),
            rule.limits.map(printLimit),
          ],
        ]),
      ),
    ).toEqual(
      Object.fromEntries(
        Object.entries(expected[slug] ?? {}).map(([service, [effect, costs, requires = [], limits = []]]) => [
          service,
          [effect, costs, requires, limits],
        ]),
      ),
    );
    for (const { where, subject } of rules)
      expect(where.scope).toBe(
        ['emergency-care', 'urgent-care', 'ambulance-services'].includes(subject.slug) ? 'ABROAD' : 'UNSTATED',
      );
    expect(answer(graph, slug, 'massage-therapy').status).toBe('NOT_STATED');
  });

  test('each is offered in the counties of its rows', () => {
    const said = Object.keys(expected).map((slug) => [
      slug,
      (graph.plans.get(slug)?.serviceAreas ?? []).flatMap(({ counties }) =>
        counties.map(({ state, counties: own }) => printCounties({ state: state.code, counties: own })),
      ),
    ]);
    expect(said).toEqual([
      [
        'h1036-068-0-2027',
        [
          'US-FL: SSA 10000 Alachua; SSA 10010 Baker; SSA 10030 Bradford; SSA 10090 Clay; SSA 10110 Columbia; SSA 10150 Duval; SSA 10440 Nassau; SSA 10530 Putnam; SSA 10540 St. Johns',
        ],
      ],
      [
        'h1609-028-0-2027',
        [
          'US-FL: SSA 10070 Charlotte; SSA 10090 Clay; SSA 10150 Duval; SSA 10280 Hillsborough; SSA 10400 Manatee; SSA 10410 Marion; SSA 10480 Osceola; SSA 10510 Pinellas; SSA 10520 Polk; SSA 10570 Sarasota; SSA 10580 Seminole',
        ],
      ],
      [
        'h2406-013-0-2027',
        [
          'US-FL: SSA 10090 Clay; SSA 10150 Duval; SSA 10170 Flagler; SSA 10440 Nassau; SSA 10530 Putnam; SSA 10540 St. Johns; SSA 10630 Volusia',
        ],
      ],
      ['h5425-140-0-2027', ['US-CA: SSA 05480 San Francisco']],
      ['h5533-019-0-2027', ['US-PA: SSA 39010 Allegheny']],
    ]);
  });

  test('a copayment that the row announces and leaves blank is not known, and not zero', () => {
    const { status, costs, assumptions } = answer(graph, 'h5425-140-0-2027', 'urgent-care', { territory: 'FR' });
    expect([status, costs]).toEqual(['COVERED', []]);
    expect(assumptions.join(' ')).toContain('pbp_b4c_copay_amt_wuc_max are blank; whether it has one is not known');
  });

  test('a copayment that is waived in some cases says so', () => {
    const reading = (slug: string, service: string): string =>
      answer(graph, slug, service, { territory: 'FR' }).assumptions.join(' ');
    expect(reading('h1036-068-0-2027', 'emergency-care')).toContain('Its copayment is waived in some cases');
    expect(reading('h1036-068-0-2027', 'ambulance-services')).not.toContain('waived');
  });

  test('the reading gives a maximum abroad and says that its period is not read', () => {
    expect(answer(graph, 'h1609-028-0-2027', 'emergency-care', { territory: 'FR' }).assumptions.join(' ')).toContain(
      '$250,000, over what time is not read',
    );
    expect(
      answer(graph, 'h1036-068-0-2027', 'emergency-care', { territory: 'FR' }).assumptions.join(' '),
    ).not.toContain('at most');
  });

  test('what the curated entry of the same plan says of authorization and status, the row says too', () => {
    for (const [curated, slug] of [
      ['humana-gold-plus-h1036-068', 'h1036-068-0-2027'],
      ['aarp-medicare-advantage-h2406-013', 'h2406-013-0-2027'],
    ] as const)
      for (const service of ['physical-therapy', 'acupuncture']) {
        const [a, b] = [answer(graph, curated, service), answer(graph, slug, service)];
        expect(
          a.requirements.filter(({ role }) => role === 'ONCE_COVERED').map(({ strength, text }) => [strength, text]),
        ).toEqual(
          b.requirements.filter(({ role }) => role === 'ONCE_COVERED').map(({ strength, text }) => [strength, text]),
        );
      }
  });
});

describe('other files than those of benefits', () => {
  const withFiles = async (files: Record<string, string>, year = 2027): Promise<{ pack: string; lines: string[] }> => {
    const folder = scratch();
    cpSync(fixture('made-up-pbp-2027'), folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return await imported(cmsPbp(year), folder);
  };
  const KEY =
    'pbp_a_hnumber\tpbp_a_plan_identifier\tsegment_id\tpbp_a_ben_cov\tpbp_a_plan_type\torgtype\tbid_id\tversion';
  const ROW = 'H9901\t003\t0\t1\t01\t01\tH9901_003_0\t1';

  test('the plan has remarks on care out of network and on the most that a member pays; an amount of zero is no maximum', async () => {
    const { pack } = await withFiles({
      'pbp_Section_C.txt': `${KEY}\tpbp_c_oon_yn\tpbp_c_pos_yn\r\n${ROW}\t1\t2\r\n`,
      'pbp_Section_D.txt': `${KEY}\tpbp_d_out_pocket_amt\tpbp_d_comb_max_enr_amt\r\n${ROW}\t6700.00\t0.00\r\n`,
    });
    const graph = await graphWith(pack);
    expect(graph.plans.get('h9901-003-0-2027')?.remarks.map(({ text, cites }) => [text, cites[0]?.at])).toEqual([
      ['An HMO.', expect.anything()],
      [
        'It has benefits out of network; on which terms is not read.',
        'pbp_Section_C.txt, row H9901-003-0, column pbp_c_oon_yn',
      ],
      [
        'The most that a member pays out of pocket in a year: $6,700.',
        'pbp_Section_D.txt, row H9901-003-0, column pbp_d_out_pocket_amt',
      ],
    ]);
  });

  test('alternative therapies, 14c17, are offered or not by their own code, and no massage', async () => {
    const b14 = readFileSync(join(fixture('made-up-pbp-2027'), 'pbp_b14_preventive.txt'), 'latin1');
    const { pack } = await withFiles({ 'pbp_b14_preventive.txt': b14.replace('14c1;14c8;', '14c1;14c17;') });
    const graph = await graphWith(pack);
    expect([
      answer(graph, 'h9901-003-0-2027', 'alternative-therapies').status,
      answer(graph, 'h9901-003-0-2027', 'massage-therapy').status,
    ]).toEqual(['COVERED', 'NOT_COVERED']);
  });

  test('benefits for some members only are not read, and the summary says so', async () => {
    const { lines } = await withFiles({
      'pbp_b14c_b19b_preventive_vbid_uf.txt': 'a\tb\r\n',
      'pbp_b1_inpatient.txt': '',
      'readme.txt': '',
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        'pbp_b14c_b19b_preventive_vbid_uf.txt was not read: benefits for some members alone: what a plan offers those is left out, and never taken for an offer to all.',
        '2 more files of the folder were not read.',
      ]),
    );
  });

  test('two years lie side by side, each with its own entries', async () => {
    const [a, b] = [await withFiles({}), await withFiles({}, 2026)];
    const { graph, problems } = await loadFolders({ data: [at('data'), a.pack, b.pack], sources: [] });
    expect(problems).toEqual([]);
    const years = [2026, 2027].map((year) => graph?.plans.get(`h9901-001-0-${String(year)}`));
    expect(years.map((plan) => [plan?.rules[0]?.from, plan?.name])).toEqual(
      [2026, 2027].map((year) => [
        `${String(year)}-01-01`,
        `Café Sol Massage Plus (HMO) (H9901-001-0, ${String(year)})`,
      ]),
    );
    expect(years.map((plan) => plan?.serviceAreas.length)).toEqual([0, 1]);
  });
});

describe('a file whose columns are not those known', () => {
  const changed = (from: string, to: string): string => {
    const folder = scratch();
    cpSync(fixture('made-up-pbp-2027'), folder, { recursive: true });
    const file = join(folder, 'pbp_b14_preventive.txt');
    writeFileSync(file, readFileSync(file, 'latin1').replace(from, to), 'latin1');
    return folder;
  };

  test('a column that is missing or renamed stops the import by its name, with what would be accepted', async () => {
    await expect(
      imported(cmsPbp(2027), changed('pbp_b14c_copay_min_amt_thmg', 'pbp_b14c_copay_massage_low')),
    ).rejects.toThrow(
      /pbp_b14_preventive\.txt lacks a column .*\n {2}pbp_b14c_copay_min_amt_thmg: accepted are pbp_b14c_copay_min_amt_thmg, pbp_b14c_copay_thmg_min_amt, pbp_b14c_copay_thmg_amt_min \(from CMS's SAS layout.*the nearest in the file is "/,
    );
  });

  test('a county without its code would be misread: the column is asked for by name', async () => {
    const folder = changed('never', 'never');
    const file = join(folder, 'PlanArea.txt');
    writeFileSync(file, readFileSync(file, 'latin1').replace('county_code', 'fips_code'), 'latin1');
    await expect(imported(cmsPbp(2027), folder)).rejects.toThrow(
      /PlanArea\.txt lacks a column .*\n {2}county_code: accepted are county_code; the nearest in the file is "/,
    );
  });

  test('the same words in another order are the same column, and cited by the name in the file', async () => {
    const graph = await graphWith(
      (await imported(cmsPbp(2027), changed('pbp_b14c_copay_min_amt_thmg', 'PBP_B14C_COPAY_THMG_MIN_AMT'))).pack,
    );
    expect(answer(graph, 'h9901-001-0-2027', 'massage-therapy').costs[0]?.citations[0]?.locator).toContain(
      'columns PBP_B14C_COPAY_THMG_MIN_AMT, pbp_b14c_copay_max_amt_thmg',
    );
  });
});

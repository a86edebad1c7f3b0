/**
 * The columns of the Plan Benefit Package one by one: the values of the published rows against a reading of their own, and
 * cells that none of those rows has, in the published headers.
 */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cmsPbp } from '../../src/importers/cms-pbp/importer.ts';
import { statesOfRegion } from '../../src/importers/cms-pbp/regions.ts';
import type { PlanEntry, SourceEntry } from '../../src/importers/importer.ts';
import { storedWords } from '../../src/importers/own-words.ts';
import { at } from '../schema/ask.ts';
import { bytesOf, fixture, graphWith, imported, scratch } from './import.ts';

const FIVE = fixture('five-plans-2027');
const B4 = 'pbp_b4_emerg_urgent.txt';
const B7 = 'pbp_b7_health_prof.txt';
const B13 = 'pbp_b13_other_services.txt';

/** A table of tabs as it was published. Of two columns of one name the first is read. */
function tableOf(file: string): { header: string[]; rows: string[][] } {
  const [header = [], ...rows] = new TextDecoder('windows-1252')
    .decode(readFileSync(file))
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  return { header, rows };
}

/** The published files with some cells of the row of a contract changed, and other files added. */
function changed(
  cells: Record<string, Record<string, string>>,
  contract = 'H1036',
  added: Record<string, string> = {},
) {
  const folder = scratch();
  cpSync(FIVE, folder, { recursive: true });
  for (const [name, values] of Object.entries(cells)) {
    const { header, rows } = tableOf(join(FIVE, name));
    for (const [column, value] of Object.entries(values)) {
      const index = header.indexOf(column);
      if (index === -1) throw new Error(`${name} has no column ${column}`);
      for (const row of rows) if (row[0] === contract) row[index] = value;
    }
    writeFileSync(join(folder, name), [header, ...rows].map((row) => `${row.join('\t')}\r\n`).join(''), 'latin1');
  }
  for (const [name, text] of Object.entries(added)) writeFileSync(join(folder, name), text, 'latin1');
  return folder;
}

function entriesOf<Entry>(pack: string, folder: 'plans' | 'sources'): Entry[] {
  return readdirSync(join(pack, folder)).flatMap((name) =>
    readFileSync(join(pack, folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Entry),
  );
}

/** The plan of a contract in the pack made from a folder. Every law of the data is checked on the pack. */
async function planFrom(folder: string, slug = 'h1036-068-0-2027', keepTexts = false) {
  const { pack, lines } = await imported(cmsPbp(2027, keepTexts), folder);
  await graphWith(pack);
  const plan = entriesOf<PlanEntry>(pack, 'plans').find((each) => each.slug === slug);
  if (!plan) throw new Error(`the pack has no plan ${slug}`);
  const rule = (key: string) => plan.rules?.[`${key}-2027`];
  return {
    pack,
    lines,
    plan,
    rule,
    shares: (key: string) => (rule(key)?.costs ?? []).map(({ share }) => share),
    limits: (key: string) => (rule(key)?.limits ?? []).map(({ limit }) => limit),
    reading: (key: string) => rule(key)?.reading ?? '',
    remarks: (plan.remarks ?? []).map(({ text }) => text),
  };
}

describe('the published rows, read a second time in another way', () => {
  let plans: Map<string, PlanEntry>;
  beforeAll(async () => {
    const { pack } = await imported(cmsPbp(2027), FIVE);
    plans = new Map(entriesOf<PlanEntry>(pack, 'plans').map((plan) => [plan.slug, plan]));
  });

  const dollars = (text: string): string => `$${text.replace(/\.00$/, '')}`;
  /** What a row of amounts says: the gate of the copayment, that of the coinsurance, the least and the most. */
  function expectedShares(gate: string, coinsurance: string, least: string, most: string, network: string): string[] {
    if (coinsurance !== '2') throw new Error('no published row has a coinsurance');
    if (gate === '2' || (Number(most) === 0 && most !== '')) return [`no charge${network} in 2027`];
    if (most === '') return [];
    return [`${least === most ? dollars(least) : `${dollars(least)} to ${dollars(most)}`} copayment${network} in 2027`];
  }

  test.each([
    [B7, 'physical-therapy', 'pbp_b7i_', 'mc_amt_min', 'mc_amt_max', null],
    [B7, 'occupational-therapy', 'pbp_b7c_', 'mc_amt_min', 'mc_amt_max', null],
    [B7, 'manipulation-of-the-spine', 'pbp_b7b_', 'mc_amt_min', 'mc_amt_max', null],
    [B13, 'acupuncture', 'pbp_b13a_', 'amt_min', 'amt_max', 'pbp_b13a_bendesc_yn'],
    [B4, 'emergency-care-abroad', 'pbp_b4c_', 'amt_wec_min', 'amt_wec_max', 'pbp_b4c_bendesc_yn'],
    [B4, 'urgent-care-abroad', 'pbp_b4c_', 'amt_wuc_min', 'amt_wuc_max', 'pbp_b4c_bendesc_yn'],
    [B4, 'ambulance-services-abroad', 'pbp_b4c_', 'amt_wet_min', 'amt_wet_max', 'pbp_b4c_bendesc_yn'],
  ])('%s: %s', (file, key, prefix, least, most, offered) => {
    const { header, rows } = tableOf(join(FIVE, file));
    expect(rows).toHaveLength(5);
    for (const row of rows) {
      const cell = (column: string): string => row[header.indexOf(column)] ?? 'missing';
      const slug = `${cell('bid_id').toLowerCase().replaceAll('_', '-')}-2027`;
      const rules = plans.get(slug)?.rules ?? {};
      const isOffered = offered === null || cell(offered) === '1';
      expect([slug, Object.hasOwn(rules, `${key}-2027`), Object.hasOwn(rules, `${key}-2027-not-offered`)]).toEqual([
        slug,
        isOffered,
        !isOffered,
      ]);
      if (!isOffered) continue;
      const rule = rules[`${key}-2027`];
      expect([slug, rule?.costs?.map(({ share }) => share) ?? []]).toEqual([
        slug,
        expectedShares(
          cell(`${prefix}copay_yn`),
          cell(`${prefix}coins_yn`),
          cell(`${prefix}copay_${least}`),
          cell(`${prefix}copay_${most}`),
          key.endsWith('abroad') ? '' : ' in network',
        ),
      ]);
      const required = [
        ...(cell(`${prefix}auth_yn`) === '1' ? ['prior-authorization'] : []),
        ...(cell(`${prefix}refer_yn`) === '1' ? ['referral'] : []),
      ];
      expect([slug, Object.keys(rule?.requires ?? {})]).toEqual([slug, required]);
    }
  });

  test('every county of the rows is in an area of its plan, and no other', () => {
    const { header, rows } = tableOf(join(FIVE, 'PlanArea.txt'));
    const counties = new Map<string, string[]>();
    for (const row of rows) {
      const cell = (column: string): string => row[header.indexOf(column)] ?? 'missing';
      const slug = `${cell('bid_id').toLowerCase().replaceAll('_', '-')}-2027`;
      counties.set(slug, [...(counties.get(slug) ?? []), `SSA ${cell('county_code')} ${cell('county')}`]);
    }
    expect([...counties.values()].map(({ length }) => length)).toEqual([9, 11, 7, 1, 1]);
    for (const [slug, own] of counties)
      expect(
        (plans.get(slug)?.serviceAreas ?? []).flatMap(({ counties: texts = [] }) =>
          texts.flatMap((text) => text.replace(/^\S+: /, '').split('; ')),
        ),
      ).toEqual(own.sort());
  });
});

test('a county with an asterisk is served in part, and one that is for groups or pending may be open', async () => {
  const folder = changed({});
  const file = join(folder, 'PlanArea.txt');
  const { header, rows } = tableOf(file);
  const flags: Record<string, [column: string, value: string]> = {
    Baker: ['partial_flag', '*'],
    Clay: ['eghp_flag', '1'],
    Duval: ['pending_flag', '1'],
  };
  for (const row of rows) {
    const [column, value] = (row[0] === 'H1036' && flags[row[header.indexOf('county')] ?? '']) || ['', ''];
    if (column !== '') row[header.indexOf(column)] = value;
  }
  writeFileSync(file, [header, ...rows].map((row) => `${row.join('\t')}\r\n`).join(''), 'latin1');
  const { plan } = await planFrom(folder);
  expect(plan.serviceAreas?.map(({ counties, modality }) => [counties, modality])).toEqual([
    [
      [
        'US-FL: SSA 10000 Alachua; SSA 10010 Baker (part); SSA 10030 Bradford; SSA 10110 Columbia; SSA 10440 Nassau; SSA 10530 Putnam; SSA 10540 St. Johns',
      ],
      undefined,
    ],
    [['US-FL: SSA 10090 Clay'], 'may'],
    [['US-FL: SSA 10150 Duval'], 'may'],
  ]);
});

describe('care abroad', () => {
  test('a coinsurance is its price, with what may be waived, a deductible and the maximum of a member', async () => {
    const { shares, reading } = await planFrom(
      changed({
        [B4]: {
          pbp_b4c_coins_yn: '1',
          pbp_b4c_coins_pct_wec_min: '20',
          pbp_b4c_coins_pct_wec_max: '20',
          pbp_b4c_coins_wav_wec_yn: '1',
          pbp_b4c_coins_pct_wuc_min: '10',
          pbp_b4c_coins_pct_wuc_max: '30',
          pbp_b4c_copay_yn: '2',
          pbp_b4c_copay_amt_wec_min: '',
          pbp_b4c_copay_amt_wec_max: '',
          pbp_b4c_copay_amt_wuc_min: '',
          pbp_b4c_copay_amt_wuc_max: '',
          pbp_b4c_copay_amt_wet_min: '',
          pbp_b4c_copay_amt_wet_max: '',
          pbp_b4c_ded_yn: '1',
          pbp_b4c_ded_amt: '250.00',
          pbp_b4c_maxenr_yn: '1',
          pbp_b4c_maxenr_amt: '5000.00',
          pbp_b4c_maxenr_per: '3',
        },
      }),
    );
    const rest = ['$250 deductible in 2027', '$5,000 out-of-pocket maximum per plan year in 2027'];
    expect(shares('emergency-care-abroad')).toEqual(['$0 copayment in 2027', '20% coinsurance in 2027', ...rest]);
    expect(reading('emergency-care-abroad')).toContain('coinsurance is waived in some cases');
    expect(shares('urgent-care-abroad')).toEqual(['$0 copayment in 2027', ...rest]);
    expect(reading('urgent-care-abroad')).toContain('coinsurance runs from 10 to 30 percent');
    expect(shares('ambulance-services-abroad')).toEqual(['$0 copayment in 2027', ...rest]);
    expect(reading('ambulance-services-abroad')).toContain(
      'pbp_b4c_coins_yn says that there is a coinsurance, and pbp_b4c_coins_pct_wet_min and pbp_b4c_coins_pct_wet_max are blank',
    );
  });

  test('what has neither copayment nor coinsurance is free of charge, unless a deductible applies', async () => {
    const none = { pbp_b4c_copay_yn: '2', pbp_b4c_copay_amt_wet_min: '', pbp_b4c_copay_amt_wet_max: '' };
    const free = await planFrom(changed({ [B4]: none }));
    expect(free.shares('ambulance-services-abroad')).toEqual(['no charge in 2027']);
    const deductible = { pbp_b4c_ded_yn: '1', pbp_b4c_ded_amt: '250.00' };
    const charged = await planFrom(changed({ [B4]: { ...none, ...deductible } }));
    expect(charged.shares('ambulance-services-abroad')).toEqual(['$0 copayment in 2027', '$250 deductible in 2027']);
    // Its gate says that there is no copayment, and its own columns that there is.
    expect(free.shares('emergency-care-abroad')).toEqual([]);
    expect(free.reading('emergency-care-abroad')).toContain('neither is read');
  });

  test('a benefit of which only a coinsurance is filled in is offered', async () => {
    const { shares } = await planFrom(
      changed(
        {
          [B4]: {
            pbp_b4c_bendesc_amo_wuc: '',
            pbp_b4c_coins_yn: '1',
            pbp_b4c_coins_pct_wuc_min: '20',
            pbp_b4c_coins_pct_wuc_max: '20',
          },
        },
        'H5425',
      ),
      'h5425-140-0-2027',
    );
    expect(shares('urgent-care-abroad')).toEqual(['20% coinsurance in 2027']);
  });

  test('a maximum against its own gate is not read, and one without an amount is not made up', async () => {
    const maximum = (gate: string, amount: string) =>
      planFrom(changed({ [B4]: { pbp_b4c_wwc_maxplan_yn: gate, pbp_b4c_wwc_maxplan_amt: amount } }));
    expect((await maximum('2', '50000.00')).reading('emergency-care-abroad')).toContain('neither is read');
    expect((await maximum('1', '')).reading('emergency-care-abroad')).toContain(
      'There is a maximum that the plan pays, and pbp_b4c_wwc_maxplan_amt does not say how much.',
    );
  });
});

describe('chiropractic care and acupuncture', () => {
  const ROUTINE = {
    pbp_b7b_bendesc_yn: '1',
    pbp_b7b_bendesc_amo_rc: '2',
    pbp_b7b_bendesc_lim_rc: '2',
    pbp_b7b_bendesc_num_rc: '24',
    pbp_b7b_bendesc_per_rc: '3',
    pbp_b7b_copay_rc_amt_min: '15.00',
    pbp_b7b_copay_rc_amt_max: '15.00',
  };

  test('routine care has its own coinsurance and limit, and the maximum that the plan pays', async () => {
    const { shares, limits } = await planFrom(
      changed({
        [B7]: {
          ...ROUTINE,
          pbp_b7b_copay_yn: '2',
          pbp_b7b_copay_mc_amt_min: '',
          pbp_b7b_copay_mc_amt_max: '',
          pbp_b7b_copay_rc_amt_min: '',
          pbp_b7b_copay_rc_amt_max: '',
          pbp_b7b_coins_yn: '1',
          pbp_b7b_coins_pct_mc_min: '20',
          pbp_b7b_coins_pct_mc_max: '20',
          pbp_b7b_coins_pct_rc_min: '35',
          pbp_b7b_coins_pct_rc_max: '35',
          pbp_b7b_maxplan_yn: '1',
          pbp_b7b_maxplan_amt: '500.00',
          pbp_b7b_maxplan_per: '3',
        },
      }),
    );
    const network = ['$0 copayment in network in 2027'];
    expect(shares('routine-chiropractic-care')).toEqual([...network, '35% coinsurance in network in 2027']);
    expect(limits('routine-chiropractic-care')).toEqual(['24 visits per plan year', '$500 per plan year']);
    expect(shares('manipulation-of-the-spine')).toEqual([...network, '20% coinsurance in network in 2027']);
    expect(limits('manipulation-of-the-spine')).toEqual([]);
  });

  test('routine care that is not limited has no limit, and a quantity against that is not read', async () => {
    const unlimited = { pbp_b7b_bendesc_lim_rc: '1' };
    const plain = await planFrom(changed({ [B7]: { ...ROUTINE, ...unlimited, pbp_b7b_bendesc_num_rc: '' } }));
    expect([plain.limits('routine-chiropractic-care'), plain.reading('routine-chiropractic-care')]).toEqual([[], '']);
    const against = await planFrom(changed({ [B7]: { ...ROUTINE, ...unlimited } }));
    expect(against.limits('routine-chiropractic-care')).toEqual([]);
    expect(against.reading('routine-chiropractic-care')).toContain(
      'pbp_b7b_bendesc_lim_rc says that it is not limited, and pbp_b7b_bendesc_num_rc that it is; neither is read.',
    );
  });

  test('acupuncture that is limited without a number says so; its maximum of another period is in the reading', async () => {
    const { limits, reading, shares } = await planFrom(
      changed({
        [B13]: {
          pbp_b13a_bendesc_numv: '',
          pbp_b13a_maxplan_yn: '1',
          pbp_b13a_maxplan_amt: '300.00',
          pbp_b13a_maxplan_per: '5',
          pbp_b13a_ded_yn: '1',
          pbp_b13a_ded_amt: '50.00',
        },
      }),
    );
    expect(limits('acupuncture')).toEqual([]);
    expect(reading('acupuncture')).toBe(
      'It is limited, and pbp_b13a_bendesc_numv does not say to how much. For it the plan pays at most $300 every three months.',
    );
    expect(shares('acupuncture')).toEqual(['$5 copayment in network in 2027', '$50 deductible in network in 2027']);
  });

  test("another chiropractic service in the plan's own words that is massage is perhaps covered", async () => {
    const { rule, remarks } = await planFrom(
      changed({ [B7]: { pbp_b7b_addl_service_other: 'Massage ordered by the chiropractor' } }),
    );
    expect(rule('massage-in-own-words')).toMatchObject({
      covered: 'massage-therapy',
      modality: 'may',
      requires: { prescribed: { strength: 'may-be-required', dependsOn: ["the plan's own words"] } },
    });
    expect(remarks.join(' ')).not.toContain('own words');
  });
});

describe('names of columns', () => {
  const renamed = (file: string, names: Record<string, string>): string => {
    const folder = scratch();
    cpSync(FIVE, folder, { recursive: true });
    const { header, rows } = tableOf(join(FIVE, file));
    const other = header.map((name) => names[name] ?? name);
    expect(other.filter((name, index) => name !== header[index])).toHaveLength(Object.keys(names).length);
    writeFileSync(join(folder, file), [other, ...rows].map((row) => `${row.join('\t')}\r\n`).join(''), 'latin1');
    return folder;
  };

  test.each([
    ['of 7a', 'copay_amt_mc_min', 'copay_amt_mc_max', 'coins_pct_mc_min', 'coins_pct_mc_max'],
    ['of 7g', 'copay_mc_amt', 'copay_mc_max_amt', 'coins_pct_mc', 'coins_max_pct_mc'],
    ['of 7e', 'copay_mc_minamt', 'copay_mc_maxamt', 'coins_mc_minpct', 'coins_mc_maxpct'],
    ['of none', 'copay_mc_min_amt', 'copay_mc_max_amt', 'coins_mc_pct_min', 'coins_mc_pct_max'],
  ])('the order of words %s is understood of physical therapy too', async (_, least, most, leastShare, mostShare) => {
    const names: Record<string, string> = {
      pbp_b7i_copay_mc_amt_min: `pbp_b7i_${least}`,
      pbp_b7i_copay_mc_amt_max: `pbp_b7i_${most}`,
      pbp_b7i_coins_pct_mc_min: `pbp_b7i_${leastShare}`,
      pbp_b7i_coins_pct_mc_max: `pbp_b7i_${mostShare}`,
    };
    const changes = Object.fromEntries(Object.entries(names).filter(([name, other]) => name !== other));
    const { shares, pack } = await planFrom(renamed(B7, changes));
    expect(shares('physical-therapy')).toEqual(['$5 to $20 copayment in network in 2027']);
    const [source] = entriesOf<SourceEntry>(pack, 'sources').filter(({ slug }) => slug.endsWith('h1036'));
    expect(source?.passages['H1036-068-0.7i-copay']?.at).toContain(`columns pbp_b7i_${least}, pbp_b7i_${most}`);
  });

  test.each([
    [B4, 'pbp_b4c_coins_pct_wec_min'],
    [B7, 'pbp_b7b_coins_yn'],
    [B7, 'pbp_b7b_maxplan_amt'],
    [B13, 'pbp_b13a_bendesc_lim'],
    [B13, 'pbp_b13a_copay_yn'],
  ])('%s without %s stops the import', async (file, name) => {
    await expect(imported(cmsPbp(2027), renamed(file, { [name]: 'another_name' }))).rejects.toThrow(
      `${name}: accepted are ${name}`,
    );
  });
});

describe('for whom a plan is', () => {
  test.each([
    ['23 characters, as until 2025', `${'0'.repeat(14)}1${'0'.repeat(8)}`, 'number 15 of 23'],
    ['33 characters, as from 2026', `1${'0'.repeat(13)}1${'0'.repeat(17)}1`, 'numbers 1, 15, 33 of 33'],
  ])('chronic conditions of %s', async (_, conditions, words) => {
    const { plan } = await planFrom(changed({ 'pbp_Section_A.txt': { pbp_a_snp_cond: conditions } }));
    expect(plan.remarks?.filter(({ topic }) => topic === 'eligibility').map(({ text }) => text)).toEqual([
      `It is for people with certain chronic conditions: ${words}; which conditions those are is not in the row.`,
    ]);
  });

  test('a plan without such conditions says nothing of them', async () => {
    const { remarks } = await planFrom(changed({ 'pbp_Section_A.txt': { pbp_a_snp_cond: '0'.repeat(33) } }));
    expect(remarks).toEqual(['An HMO of Humana.']);
  });
});

describe('regions of regional plans', () => {
  const { header } = tableOf(join(FIVE, 'PlanRegionArea.txt'));
  interface RegionRow {
    readonly type?: string;
    readonly code: string;
    readonly region: string;
    readonly pending?: string;
    readonly partial?: string;
    readonly groups?: string;
    readonly year?: string;
  }
  /** A row of a made-up regional plan in the layout that CMS's SAS program documents. */
  function regionRow({
    type = 'MA',
    code,
    region,
    pending = '0',
    partial = '',
    groups = '0',
    year = '2027',
  }: RegionRow) {
    const key = ['R9901', '001', '0', '1', '31', '01', 'R9901_001_0', 'R9901', '001', '0'];
    return [...key, pending, partial, year, groups, type, code, region].join('\t');
  }
  const withRegions = (...rows: RegionRow[]) =>
    planFrom(
      changed({}, 'H1036', {
        'PlanRegionArea.txt': [header.join('\t'), ...rows.map(regionRow)].map((line) => `${line}\r\n`).join(''),
      }),
      'r9901-001-0-2027',
    );

  test('the published header is the documented layout', () => {
    expect(regionRow({ code: '10', region: 'Alabama and Tennessee' }).split('\t')).toHaveLength(header.length);
    expect(header.slice(-7)).toEqual([
      'pending_flag',
      'partial_flag',
      'contract_year',
      'eghp_flag',
      'region_type',
      'ma_or_pdp_region_code',
      'region',
    ]);
  });

  test('a region whose name lists its states is these states, whole, in its year', async () => {
    const { plan, lines } = await withRegions(
      { code: '10', region: 'Alabama and Tennessee' },
      { code: '09', region: 'Florida' },
    );
    expect(plan.serviceAreas).toEqual([
      {
        states: ['US-AL', 'US-FL', 'US-TN'],
        from: '2027-01-01',
        until: '2028-01-01',
        cites: ['cms-pbp-2027-r9901#R9901-001-0.region-area'],
      },
    ]);
    expect(plan.remarks?.map(({ text }) => text)).toEqual(['A regional PPO.']);
    expect(lines.map((line) => line.trim().replace(/ +/g, ' '))).toContain('6 plans with a service area');
  });

  test('a region whose name does not is kept by its name, and the area of the plan is not known', async () => {
    const { plan, lines } = await withRegions(
      { code: '09', region: 'Florida' },
      { code: '01', region: 'Northern New England' },
    );
    expect(plan.serviceAreas).toBeUndefined();
    expect(plan.remarks?.map(({ text }) => text)).toContain(
      'A region in which it is offered: Northern New England (MA region 01). Which states and counties belong to it is not in the file.',
    );
    expect(lines.map((line) => line.trim().replace(/ +/g, ' '))).toContain(
      '1 plans offered in a region of which the file does not say the states',
    );
  });

  test('regions that are pending, served in part or for groups alone are possible areas', async () => {
    const { plan } = await withRegions(
      { code: '09', region: 'Florida' },
      { code: '12', region: 'Ohio', pending: '1' },
      { code: '17', region: 'Texas', partial: '*' },
      { code: '24', region: 'California', groups: '1' },
    );
    expect(plan.serviceAreas?.map(({ states, modality }) => [states, modality])).toEqual([
      [['US-FL'], undefined],
      [['US-CA'], 'may'],
      [['US-TX'], 'may'],
      [['US-OH'], 'may'],
    ]);
  });

  test('rows of another year and of drug plans are left out', async () => {
    const { plan, lines } = await withRegions(
      { code: '09', region: 'Florida' },
      { code: '12', region: 'Ohio', year: '2026' },
      { code: '14', region: 'Texas', type: 'PD' },
    );
    expect(plan.serviceAreas?.map(({ states }) => states)).toEqual([['US-FL']]);
    expect(lines.map((line) => line.trim().replace(/ +/g, ' '))).toEqual(
      expect.arrayContaining([
        '1 PlanRegionArea.txt: contract_year is 2026 and not 2027',
        '1 PlanRegionArea.txt: region_type is that of a region of drug plans',
      ]),
    );
  });

  test('a file with its header alone is no mistake of the file, and says that it gives nothing', async () => {
    expect((await imported(cmsPbp(2027), FIVE)).lines).toContain(
      'Warning: PlanRegionArea.txt gives nothing: none of its 0 rows was kept.',
    );
  });

  test.each([
    ['Florida', ['US-FL']],
    ['Indiana and Kentucky', ['US-IN', 'US-KY']],
    ['Idaho, Oregon, Utah, and Washington', ['US-ID', 'US-OR', 'US-UT', 'US-WA']],
    ['Mid-Atlantic (Delaware, District of Columbia, Maryland)', ['US-DC', 'US-DE', 'US-MD']],
    ['Northern New England (ME, NH)', ['US-ME', 'US-NH']],
    ['Alabama and Tennessee (AL, TN)', ['US-AL', 'US-TN']],
    ['Alabama and Tennessee (AL, GA)', null],
    ['Upper Midwest and Northern Plains', null],
    ['Florida and the Keys', null],
    ['New England (part of Maine)', null],
    ['', null],
  ])('%j', (region, states) => {
    expect(statesOfRegion(region)).toEqual(states);
  });
});

describe('benefits in optional packages', () => {
  const packageOf = (names: readonly string[], values: Record<string, string>): string => {
    const key = ['pbp_a_hnumber', 'pbp_a_plan_identifier', 'segment_id', 'pbp_a_ben_cov', 'pbp_a_plan_type'];
    const row: Record<string, string> = {
      ...Object.fromEntries(key.map((name, index) => [name, ['H1609', '028', '0', '1', '02'][index] ?? ''])),
      pbp_d_opt_identifier: '001',
      ...values,
    };
    const header = [...key, ...names, 'pbp_d_opt_identifier'];
    return [header, header.map((name) => row[name] ?? '')].map((cells) => `${cells.join('\t')}\r\n`).join('');
  };
  const column = (file: string, start: string): string[] =>
    tableOf(join(FIVE, file)).header.filter((name) => name.startsWith(start));

  test('routine chiropractic care and acupuncture of a package are for some members, and no longer excluded', async () => {
    const step7b = packageOf(
      column(B7, 'pbp_b7b_').filter((name) => !/_(?:ded|maxenr)_/.test(name)),
      {
        pbp_b7b_bendesc_yn: '1',
        pbp_b7b_bendesc_amo_rc: '2',
        pbp_b7b_copay_yn: '1',
        pbp_b7b_copay_rc_amt_min: '20.00',
        pbp_b7b_copay_rc_amt_max: '20.00',
      },
    );
    const step13 = packageOf(column(B13, 'pbp_b13a_'), {
      pbp_b13a_bendesc_yn: '1',
      pbp_b13a_bendesc_amo: '3',
      pbp_b13a_bendesc_lim: '2',
      pbp_b13a_bendesc_numv: '10',
      pbp_b13a_bendesc_per: '3',
    });
    const { plan } = await planFrom(
      changed({}, 'H1609', { 'pbp_step7b.txt': step7b, 'pbp_step13.txt': step13 }),
      'h1609-028-0-2027',
    );
    const rules = plan.rules ?? {};
    expect(Object.keys(rules)).not.toContain('routine-chiropractic-care-2027-not-offered');
    expect(Object.keys(rules)).not.toContain('acupuncture-2027-not-offered');
    expect(rules['routine-chiropractic-care-in-package-001-2027']).toMatchObject({
      covered: 'chiropractic-care',
      quantifier: 'some',
      costs: [{ share: '$20 copayment in network in 2027' }],
    });
    expect(rules['acupuncture-in-package-001-2027']).toMatchObject({
      covered: 'acupuncture',
      quantifier: 'some',
      limits: [{ limit: '10 visits per plan year' }],
    });
  });

  test('care abroad of a package is abroad, and for some members', async () => {
    const step4 = packageOf(column(B4, 'pbp_b4c_'), {
      pbp_b4c_bendesc_yn: '1',
      pbp_b4c_bendesc_amo_wec: '3',
      pbp_b4c_coins_yn: '1',
      pbp_b4c_coins_pct_wec_min: '20',
      pbp_b4c_coins_pct_wec_max: '20',
      pbp_b4c_copay_yn: '2',
    }).replace('H1609\t028\t0\t1\t02', 'H2406\t013\t0\t1\t04');
    const { plan } = await planFrom(changed({}, 'H2406', { 'pbp_step4.txt': step4 }), 'h2406-013-0-2027');
    expect(plan.rules?.['emergency-care-abroad-in-package-001-2027']).toMatchObject({
      covered: 'emergency-care',
      quantifier: 'some',
      where: 'abroad',
      costs: [{ share: '$0 copayment in 2027' }, { share: '20% coinsurance in 2027' }],
    });
    expect(Object.keys(plan.rules ?? {})).not.toContain('emergency-care-abroad-2027-not-offered');
    expect(Object.keys(plan.rules ?? {})).toContain('urgent-care-abroad-2027-not-offered');
  });
});

describe('texts in the words of plans', () => {
  const WORDS = 'Medical massage, 30 minutes; a prescription and prior authorization are asked for';
  const folder = () =>
    changed({
      [B13]: {
        pbp_b13d_bendesc_service: WORDS,
        pbp_b13e_bendesc_service: 'Gym class',
        pbp_b13a_bendesc_per: '6',
        pbp_b13a_bendesc_per_d: 'Every calendar quarter with a referral',
      },
    });

  test('are not in the pack unless asked for; what they mention only adds what may be required', async () => {
    const { pack, rule } = await planFrom(folder());
    const text = Object.values(bytesOf(pack)).join('');
    for (const words of ['30 minutes', 'Gym class', 'calendar quarter', 'quotes']) expect(text).not.toContain(words);
    expect(Object.keys(rule('massage-in-own-words')?.requires ?? {})).toEqual(['prior-authorization', 'prescribed']);
    expect(rule('acupuncture')?.requires).toMatchObject({
      'prior-authorization': { strength: 'required' },
      referral: { strength: 'may-be-required', dependsOn: ["the plan's own words"] },
    });
  });

  test('are quoted with their row where the operator asks for them, and the pack says so', async () => {
    const [without, quoting] = [await planFrom(folder()), await planFrom(folder(), undefined, true)];
    const passages = entriesOf<SourceEntry>(quoting.pack, 'sources').find(({ slug }) =>
      slug.endsWith('h1036'),
    )?.passages;
    expect(passages?.['H1036-068-0.own-words-b13d_bendesc']).toEqual({
      at: 'pbp_b13_other_services.txt, row H1036-068-0, column pbp_b13d_bendesc_service',
      line: '2',
      says: `In its own words: "${WORDS}"`,
    });
    expect(passages?.['H1036-068-0.13a-words-1']?.says).toBe(
      'In its own words: "Every calendar quarter with a referral"',
    );
    expect(quoting.rule('acupuncture')?.cites).toContain('cms-pbp-2027-h1036#H1036-068-0.13a-words-1');
    expect(quoting.remarks).toContain(
      "pbp_b13e_bendesc_service has a benefit in the plan's own words, which the source quotes.",
    );
    const terms = ({ rule }: typeof quoting) =>
      ['massage-in-own-words', 'acupuncture'].map((key) => {
        const { cites: _, ...rest } = rule(key) ?? { cites: [] };
        return rest;
      });
    expect(terms(quoting)).toEqual(terms(without));
    expect(quoting.lines.join('\n')).toContain('do not publish it');
    expect(readFileSync(join(quoting.pack, 'dataset.yaml'), 'utf8')).toContain('do not publish it');
  });

  test('a pack that quotes is not written into the folder of the program', async () => {
    const { runImport } = await import('../../src/importers/run-import.ts');
    const into = scratch();
    const settings = { from: FIVE, readOn: '2026-11-30', progress: () => undefined, programFolder: into };
    await expect(runImport(cmsPbp(2027, true), { ...settings, to: join(into, 'data', 'pack') })).rejects.toThrow(
      /in the program's own folder.*\n.*without --keep-texts/,
    );
    await expect(runImport(cmsPbp(2027), { ...settings, to: join(into, 'pack') })).resolves.toContain(
      `The pack is ${join(into, 'pack')}: load it together with the data, as in --data data --data ${join(into, 'pack')}.`,
    );
    await expect(runImport(cmsPbp(2027, true), { ...settings, to: join(scratch(), 'pack') })).resolves.toBeDefined();
  });

  test('no pack of the data that is distributed quotes', () => {
    const marks = readdirSync(at('data'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.import.json'),
    );
    for (const mark of marks) expect(readFileSync(join(at('data'), mark), 'utf8')).not.toContain('quotesTexts');
    for (const name of readdirSync(at('data'), { recursive: true, encoding: 'utf8' }))
      if (/\.(?:yaml|ndjson)$/.test(name))
        expect([name, readFileSync(join(at('data'), name), 'utf8').includes('In its own words: ')]).toEqual([
          name,
          false,
        ]);
  });

  test.each([
    ['Prior-auth needed', ['authorization']],
    ['Must be prescribed; precertification', ['authorization', 'prescriber']],
    ["On a physician's order", ['prescriber']],
    ['No referral needed', ['referral']],
    ['Prescription drugs', []],
    ['In order to relax', []],
  ])('%s', (text, mentions) => {
    expect(JSON.parse(storedWords(text, false))).toEqual({ mentions, words: null });
  });

  test('a very long text is shortened, and says so', () => {
    const { words } = JSON.parse(storedWords('massage '.repeat(500), true)) as { words: string };
    expect(words.length).toBeLessThan(1_820);
    expect(words.endsWith('[...]')).toBe(true);
  });
});

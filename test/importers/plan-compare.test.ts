/** Plan Compare's table in a small made-up form: what each cell becomes, and what is said of cells that cannot be read. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { PlanEntry, SourceEntry } from '../../src/importers/importer.ts';
import { planCompare } from '../../src/importers/plan-compare/importer.ts';
import { readPrice } from '../../src/importers/plan-compare/prices.ts';
import { runImport } from '../../src/importers/run-import.ts';
import { at } from '../schema/ask.ts';
import { bytesOf, fixture, graphWith, imported, scratch } from './import.ts';

const BENEFITS = [
  'massage_therapy',
  'alternative_therapies',
  'acupuncture',
  'chiropractic_services',
  'physical_and_speech_therapy',
  'occupational_therapy',
  'worldwide_emergency',
] as const;
const COLUMNS = [
  'plan_id',
  'name',
  'organization',
  'kind',
  'snp',
  'states',
  ...BENEFITS.flatMap((benefit) => [benefit, `${benefit}_rules`]),
];
const cell = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
/** A table with these rows, each with the cells that it names; the others say "Not covered", or are blank. */
function tableOf(rows: readonly Record<string, string>[], columns: readonly string[] = COLUMNS): string {
  const line = (row: Record<string, string>): string =>
    columns
      .map((column) => cell(row[column] ?? (BENEFITS.some((each) => each === column) ? 'Not covered' : '')))
      .join(',');
  return `${[columns.join(','), ...rows.map(line)].join('\n')}\n`;
}
const PLAN = {
  plan_id: 'H9901-001-0',
  name: 'Made-up Plan (HMO)',
  organization: 'Made-up',
  kind: 'MAPD',
  states: 'OH',
};
const COUNTIES = 'plan_id,state,all_counties,counties\nH9901-001-0,OH,no,Summit;Saint Clair;E. Nowhere\n';
const CODES =
  '"county","state","ssacounty","fipscounty"\n"SUMMIT","OH","36780","39153"\n"ST. CLAIR","OH","36999","39998"\n"EAST NOWHERE","OH","36998","39996"\n"STATEWIDE","OH","36999","39990"\n';

function folderWith(files: Readonly<Record<string, string>>): string {
  const from = scratch();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(from, name), text);
  return from;
}
async function entriesOf(files: Readonly<Record<string, string>>, settings = {}) {
  const { pack, lines } = await imported(planCompare({ year: 2026, ...settings }), folderWith(files));
  const read = <T>(kind: string): T[] =>
    Object.entries(bytesOf(pack))
      .filter(([name]) => name.startsWith(`${kind}/`))
      .flatMap(([, text]) => text.trimEnd().split('\n'))
      .map((line) => JSON.parse(line) as T);
  return { pack, lines, plans: read<PlanEntry>('plans'), sources: read<SourceEntry>('sources') };
}
const rulesOf = async (row: Record<string, string>) => {
  const { plans } = await entriesOf({ 'medicare-plan-compare-2026.csv': tableOf([{ ...PLAN, ...row }]) });
  return plans[0]?.rules ?? {};
};

describe('the price of a row', () => {
  test.each<[string, string[], string[]]>([
    ['In-network: $20 copay', ['$20 copayment in network in 2026'], []],
    ['$115 copay', ['$115 copayment in 2026'], []],
    ['In-network: 20% coinsurance', ['20% coinsurance in network in 2026'], []],
    ['In-network: $5-$20 copay', ['$5 to $20 copayment in network in 2026'], []],
    [
      'In-network: $0 copay | Out-of-network: $0 copay, 0% coinsurance',
      ['$0 copayment in network in 2026', 'no charge out of network in 2026'],
      [],
    ],
    [
      'In-network: $0 or $35-$50 copay',
      ['$0 to $50 copayment in network in 2026'],
      ['In network it costs $0 or $35 to $50 copayment; which applies when is not on the page.'],
    ],
    [
      'In-network: 0% or 20% coinsurance',
      [],
      ['In network it costs 0% or 20% coinsurance; which applies when is not on the page.'],
    ],
    [
      'In-network: $10 copay | Out-of-network: 30%-50% coinsurance',
      ['$10 copayment in network in 2026'],
      ['Out of network it costs 30% to 50% coinsurance; which applies when is not on the page.'],
    ],
    [
      'Out-of-network: $45 copay, 50% coinsurance',
      ['$45 copayment out of network in 2026', '50% coinsurance out of network in 2026'],
      ['Out of network it costs $45 copayment and 50% coinsurance; which applies when is not on the page.'],
    ],
    [
      'In-network: $0 copay, 0% or 20% coinsurance',
      [],
      ['In network it costs $0 copayment and 0% or 20% coinsurance; which applies when is not on the page.'],
    ],
    ['In-network: $1,500 copay', ['$1,500 copayment in network in 2026'], []],
  ])('%s', (text, shares, notes) => {
    expect(readPrice(text, 2026)).toEqual({ shares, notes });
  });

  test.each([
    '',
    'copay',
    '$ copay',
    'In-network: $20',
    'In-network: $20 copay or 5% coinsurance',
    'In-network: $20-$5 copay',
    'In-network: $5 copay | In-network: $6 copay',
    'In-network: $5 copay, $6 copay',
    'Elsewhere: $5 copay',
    'In-network: 20% copay',
  ])('"%s" is outside the grammar, and nothing of it is read', (text) => {
    expect(readPrice(text, 2026)).toBeNull();
  });
});

describe('a row of the table', () => {
  test('gives a rule for each benefit, with its price, approval, referral and limits', async () => {
    const rules = await rulesOf({ massage_therapy: 'In-network: $15 copay', massage_therapy_rules: 'ARL' });
    expect(rules['massage-therapy-2026']).toEqual({
      covered: 'massage-therapy',
      from: '2026-01-01',
      until: '2027-01-01',
      requires: { 'prior-authorization': { strength: 'required' }, referral: { strength: 'required' } },
      costs: [{ share: '$15 copayment in network in 2026' }],
      reading: 'The plan limits it; the page does not say to how much.',
      cites: ['plan-compare-2026-h9901-001-0#massage-therapy'],
    });
  });

  test('"Not covered" leaves out the extra, and beside acupuncture and chiropractic services never what Medicare covers', async () => {
    const rules = await rulesOf({});
    expect(Object.values(rules).map(({ excluded, where }) => [excluded, where])).toEqual([
      ['massage-therapy', undefined],
      ['alternative-therapies', undefined],
      ['routine-acupuncture', undefined],
      ['routine-chiropractic-care', undefined],
      ['physical-therapy', undefined],
      ['occupational-therapy', undefined],
      ['emergency-care', 'abroad'],
    ]);
  });

  test.each([
    ['Dual Eligible', 'both Medicare and Medicaid'],
    ['Chronic Condition', 'certain chronic conditions'],
    ['Institutional', 'live in an institution'],
    ['Something New', 'of a kind that was not read'],
  ])('a special-needs plan says so: %s', async (snp, words) => {
    const { plans } = await entriesOf({ 'medicare-plan-compare.csv': tableOf([{ ...PLAN, snp }]) });
    expect(plans[0]?.remarks?.find(({ topic }) => topic === 'eligibility')?.text).toContain(words);
  });

  test('cites the page of the plan and year, the source in which it was read, and the age of the copy', async () => {
    const { sources } = await entriesOf(
      { 'medicare-plan-compare.csv': tableOf([PLAN]) },
      { via: 'saved-plan-compare-pages', edition: 'pages of January 2026' },
    );
    expect(sources[0]).toMatchObject({
      slug: 'plan-compare-2026-h9901-001-0',
      authority: 'agency-page',
      url: 'https://www.medicare.gov/plan-compare/#/plan-details/2026-H9901-001-0?year=2026',
      via: 'saved-plan-compare-pages',
      edition: 'pages of January 2026',
    });
  });

  test('columns may be in any order, and further columns are passed over', async () => {
    const files = (columns: readonly string[]) => ({ 'medicare-plan-compare.csv': tableOf([PLAN], columns) });
    const usual = await entriesOf(files(COLUMNS));
    const other = await entriesOf(files(['premium', ...[...COLUMNS].reverse()]));
    expect(other.plans).toEqual(usual.plans);
  });
});

describe('what cannot be read is said with its line and column', () => {
  const two = (row: Record<string, string>) =>
    entriesOf({
      'medicare-plan-compare.csv': tableOf([
        { ...PLAN, plan_id: 'H9901-002-0' },
        { ...PLAN, ...row },
      ]),
    });
  const told = (lines: readonly string[]): string[] =>
    lines.filter((line) => line.includes('a text that was not read')).map((line) => line.trim().replace(/^1 +/, ''));

  test('a price outside the grammar: the plan covers it, at a price that was not read', async () => {
    const { lines, plans } = await two({ massage_therapy: 'In-network: $20 copay per visit' });
    expect(told(lines)).toEqual([
      'medicare-plan-compare.csv: a text that was not read, on line 3, column massage_therapy, of plan H9901-001-0',
    ]);
    expect(plans[0]?.rules?.['massage-therapy-2026']).toMatchObject({
      covered: 'massage-therapy',
      reading: 'Its price on the page was not read.',
    });
    expect(plans[0]?.rules?.['massage-therapy-2026']?.costs).toBeUndefined();
  });

  test('a text that is neither a price nor "Not covered" gives no rule, and a remark', async () => {
    const { lines, plans } = await two({ massage_therapy: 'See the plan' });
    expect(told(lines)).toHaveLength(1);
    expect(Object.keys(plans[0]?.rules ?? {}).some((key) => key.startsWith('massage'))).toBe(false);
    expect(plans[0]?.remarks?.map(({ text }) => text)).toContain('What its page says of massage therapy was not read.');
  });

  test('a letter of no known rule', async () => {
    const { lines, plans } = await two({ massage_therapy: '$5 copay', massage_therapy_rules: 'AX' });
    expect(told(lines)).toEqual([
      'medicare-plan-compare.csv: a text that was not read, on line 3, column massage_therapy_rules, of plan H9901-001-0',
    ]);
    expect(plans[0]?.rules?.['massage-therapy-2026']?.reading).toBe('The page marks it with a rule that was not read.');
  });

  test('of many such cells of a contract five are named, and the others counted', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => ({
      ...PLAN,
      plan_id: `H9901-00${String(index)}-0`,
      massage_therapy: '$5',
    }));
    const { lines } = await entriesOf({ 'medicare-plan-compare.csv': tableOf(rows) });
    const counted = lines.filter((line) => line.includes('a text that was not read'));
    expect(counted).toHaveLength(6);
    expect(counted.find((line) => line.includes('later lines'))).toMatch(/^ +4 .*on later lines of contract H9901$/);
  });

  test('a second row of a plan, a row without a plan, and counties of a plan without a page are counted', async () => {
    const { lines, plans } = await entriesOf({
      'medicare-plan-compare.csv': tableOf([PLAN, { ...PLAN, name: 'Other' }, { ...PLAN, plan_id: 'nothing' }]),
      'medicare-plan-counties.csv': `${COUNTIES}H9901-777-0,OH,no,Summit\n`,
    });
    expect(plans.map(({ name }) => name)).toEqual(['Made-up Plan (HMO) (H9901-001-0, 2026)']);
    const report = lines.join('\n');
    expect(report).toContain('a second row of the same plan, on line 3');
    expect(report).toContain('no contract, plan and segment to know the plan by');
    expect(report).toContain('counties of a plan of which there is no page');
  });

  test('a missing column stops the import and is named', async () => {
    const columns = COLUMNS.filter((column) => column !== 'acupuncture_rules');
    await expect(entriesOf({ 'medicare-plan-compare.csv': tableOf([PLAN], columns) })).rejects.toThrow(
      /lacks a column[^]*acupuncture_rules[^]*nearest in the file is "acupuncture"/,
    );
  });

  test('rows of another width are counted with the line of the first, and more of them than of others stop the import', async () => {
    const rows = tableOf([PLAN, { ...PLAN, plan_id: 'H9901-002-0' }]);
    const { lines, plans } = await entriesOf({ 'medicare-plan-compare.csv': `${rows}H9901-003-0,cut off\n` });
    expect(plans).toHaveLength(2);
    expect(lines.join('\n')).toContain('more or fewer cells than columns, at first on line 4');
    await expect(
      entriesOf({ 'medicare-plan-compare.csv': `${tableOf([PLAN])}H9901-003-0,a\nH9901-004-0,b\n` }),
    ).rejects.toThrow('line 3: this row has 2 cells');
  });
});

describe('counties', () => {
  const files = {
    'medicare-plan-compare.csv': tableOf([PLAN]),
    'medicare-plan-counties.csv': COUNTIES,
    'ssa_fips_state_county2017.csv': CODES,
  };

  test('get the codes of a name that the crosswalk is known to spell otherwise, and only of that spelling in its place', async () => {
    const codesOf = async (state: string, counties: string, rows: readonly string[]): Promise<unknown> => {
      const { plans } = await entriesOf({
        'medicare-plan-compare.csv': tableOf([PLAN]),
        'medicare-plan-counties.csv': `plan_id,state,all_counties,counties\nH9901-001-0,${state},no,${counties}\n`,
        'ssa_fips_state_county2017.csv': ['county,state,ssacounty,fipscounty', ...rows, ''].join('\n'),
      });
      return plans[0]?.serviceAreas?.[0]?.counties;
    };
    expect(
      await codesOf('LA', 'East Baton Rouge;Jefferson Davis', [
        'E. BATON ROUGE,LA,19160,22033',
        'JEFFRSON DAVIS,LA,19260,22053',
      ]),
    ).toEqual(['US-LA: FIPS 22033 SSA 19160 East Baton Rouge; FIPS 22053 SSA 19260 Jefferson Davis']);
    expect(await codesOf('DC', 'District of Columbia', ['THE DISTRICT,DC,09000,11001'])).toEqual([
      'US-DC: FIPS 11001 SSA 09000 District of Columbia',
    ]);
    expect(await codesOf('PA', 'Northumberland', ['NORTHUMBERLND,PA,39600,42999'])).toEqual(['US-PA: Northumberland']);
  });

  test('get their codes where the crosswalk has the whole name, and keep their name alone where it does not', async () => {
    const { plans, lines } = await entriesOf(files);
    expect(plans[0]?.serviceAreas?.[0]?.counties).toEqual([
      'US-OH: FIPS 39153 SSA 36780 Summit; FIPS 39998 SSA 36999 Saint Clair; E. Nowhere',
    ]);
    const report = lines.join('\n');
    expect(report).toContain('the codes of a county whose name the crosswalk does not have: US-OH E. Nowhere');
    expect(report).toContain('a whole state, which is no county');
  });

  test('of a plan without a row are not known, and its page says under which states it was found', async () => {
    const { plans } = await entriesOf({
      ...files,
      'medicare-plan-compare.csv': tableOf([PLAN, { ...PLAN, plan_id: 'H9901-002-0', states: 'KS MO' }]),
    });
    expect(plans[1]?.serviceAreas).toBeUndefined();
    expect(plans[1]?.remarks?.map(({ text }) => text)).toContain(
      'Its page was found under KS, MO. In which counties it is offered was not read.',
    );
  });

  test('of all files, a pack gives a sound graph, and says of which states pages are missing', async () => {
    const { pack } = await entriesOf({
      ...files,
      'medicare-plan-compare-gaps.csv': 'state,pages_read,pages\nMI,0,\nMT,20,43\n',
    });
    const { notRead } = await graphWith(pack);
    const own = notRead.filter((text) => text.includes('Plan Compare'));
    expect(own.map((text) => text.split('.', 1)[0])).toEqual([
      'MI: no Plan Compare page of 2026 was read',
      'MT: only 20 of 43 Plan Compare pages of 2026 were read',
    ]);
  });
});

test('the pack in the repository is what the tables give', { timeout: 300_000 }, async () => {
  const from = scratch();
  for (const name of [
    'medicare-plan-compare-2026.csv',
    'medicare-plan-counties-2026.csv',
    'ssa_fips_state_county2017.csv',
    'medicare-plan-compare-gaps-2026.csv',
  ])
    writeFileSync(
      join(from, name),
      brotliDecompressSync(readFileSync(join(fixture('plan-compare-2026'), `${name}.br`))),
    );
  const shipped = at('packs/medicare-plan-compare-2026');
  const settings = {
    year: 2026,
    via: 'saved-plan-compare-pages',
    edition: 'plan year 2026; pages of December 2025 and January 2026',
  };
  const { pack } = await imported(planCompare(settings), from, '2026-11-30');
  for (const kind of ['plans', 'sources']) {
    const written = Object.entries(bytesOf(pack))
      .filter(([name]) => name.startsWith(`${kind}/`))
      .map(([, text]) => text)
      .join('');
    const entries = brotliDecompressSync(readFileSync(join(shipped, kind, 'entries.ndjson.br')));
    expect(entries.equals(Buffer.from(written, 'latin1'))).toBe(true);
  }
  for (const name of ['README.md', 'dataset.yaml'])
    expect(readFileSync(join(pack, name), 'utf8')).toBe(readFileSync(join(shipped, name), 'utf8'));
});

test('a compressed pack loads as the one that is not, and a damaged one is refused in words', async () => {
  const from = folderWith({ 'medicare-plan-compare.csv': tableOf([PLAN]) });
  const pack = join(scratch(), 'pack');
  await runImport(planCompare({ year: 2026 }), {
    from,
    to: pack,
    readOn: '2026-11-30',
    compress: true,
    progress: () => undefined,
  });
  expect(Object.keys(bytesOf(pack)).filter((name) => name.endsWith('.br'))).toEqual([
    'plans/entries.ndjson.br',
    'sources/entries.ndjson.br',
  ]);
  const plain = await imported(planCompare({ year: 2026 }), from, '2026-11-30');
  expect((await graphWith(pack)).version).toBe((await graphWith(plain.pack)).version);
  const file = join(pack, 'plans', 'entries.ndjson.br');
  const bytes = readFileSync(file);
  for (const damaged of [bytes.subarray(0, bytes.length - 5), Buffer.from('{"slug":"x"}\n')]) {
    writeFileSync(file, damaged);
    await expect(graphWith(pack)).rejects.toThrow(
      /entries\.ndjson\.br:\d+.*this file is damaged: what it holds cannot be decompressed with Brotli[^]*import it again/,
    );
  }
});

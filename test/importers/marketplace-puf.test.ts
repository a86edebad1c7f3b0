/** The marketplace's public use files, in today's layout and the older one, from files to answers. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { marketplacePuf } from '../../src/importers/marketplace-puf/importer.ts';
import { costSentence, readCost } from '../../src/importers/marketplace-puf/costs.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { printCostShare, printLimit } from '../../src/model/amounts.ts';
import { printCounties } from '../../src/model/counties.ts';
import { ask, at } from '../schema/ask.ts';
import { bytesOf, fixture, graphWith, imported, scratch } from './import.ts';

const A = '99001fl0010001-01-2026';
const B = '99001fl0010002-00-2026';

describe('made-up plans', () => {
  let graph: Graph;
  let pack: string;
  let summary: string;
  beforeAll(async () => {
    const made = await imported(marketplacePuf(), fixture('made-up-puf'));
    ({ pack } = made);
    summary = made.lines.map((line) => line.trim()).join('\n');
    graph = await graphWith(pack);
  });
  const status = (plan: string, service: string, on = '2026-06-01', territory?: string): string =>
    ask<{ coverage: { status: string } }>(
      'query ($plan: String!, $of: SubjectInput!, $given: SituationInput) { coverage(plan: $plan, of: $of, given: $given) { status } }',
      { plan, of: { service }, given: { on, ...(territory === undefined ? {} : { territory }) } },
      { graph, today: '2026-11-23', loadedAt: '2026-11-23T12:00:00Z' },
    ).coverage.status;
  const rule = (key: string, plan = A) => {
    const found = graph.rules.get(`${plan}/${key}`);
    if (!found) throw new Error(`no rule ${key}`);
    return {
      effect: found.effect,
      extent: found.extent,
      costs: found.costs.map(printCostShare),
      limits: found.limits.map(printLimit),
      together: found.limits.flatMap(({ combinedWith }) => combinedWith.map(({ slug }) => slug)),
      reading: found.reading ?? '',
      requires: found.requires.map(({ strength }) => strength),
      at: found.cites.map((passage) => passage.at),
    };
  };

  test("the issuer's words are quoted only where the operator asks for them, and change nothing else but the reading", async () => {
    const quoting = await imported(marketplacePuf(true), fixture('made-up-puf'));
    const other = await graphWith(quoting.pack);
    const words = 'In its own words: "Requires prior authorization. 97124 "some descriptor" applies."';
    const [with_, without] = [other, graph].map((each) => each.rules.get(`${A}/massage-therapy-2026`));
    expect(with_?.cites.map(({ at: place, says }) => [place, says])).toContainEqual([
      `benefits-and-cost-sharing-puf.csv, row 99001FL0010001-01 of 2026, Massage Therapy, column Explanation`,
      words,
    ]);
    expect(Object.values(bytesOf(pack)).join('')).not.toContain('some descriptor');
    const terms = (found: typeof with_) => [
      found?.effect,
      found?.extent,
      found?.costs.map(printCostShare),
      found?.limits.map(printLimit),
      found?.requires.map(({ condition, strength }) => [condition.slug, strength]),
    ];
    expect(terms(with_)).toEqual(terms(without));
    expect(with_?.reading).toBe(`${without?.reading ?? ''} The source quotes the issuer's words.`);
    expect(quoting.lines.join('\n')).toContain('do not publish it');
  });

  test("a prescription or a referral in the issuer's words may be required, and what they say against it removes nothing", async () => {
    const folder = scratch();
    cpSync(fixture('made-up-puf'), folder, { recursive: true });
    const file = join(folder, 'benefits-and-cost-sharing-puf.csv');
    writeFileSync(
      file,
      readFileSync(file, 'latin1').replace('Requires prior authorization.', 'Prescribed by a doctor. No referral.'),
      'latin1',
    );
    const changed = await graphWith((await imported(marketplacePuf(), folder)).pack);
    expect(
      changed.rules
        .get(`${A}/massage-therapy-2026`)
        ?.requires.map(({ condition, strength, dependsOn }) => [condition.slug, strength, dependsOn]),
    ).toEqual([
      ['prescribed', 'MAY_BE_REQUIRED', ["the issuer's own words"]],
      ['referral', 'MAY_BE_REQUIRED', ["the issuer's own words"]],
    ]);
  });

  test('massage is covered at its copayment and limit, in its year, each with file, row and column', () => {
    expect(status(A, 'massage-therapy')).toBe('COVERED');
    expect(status('99001fl0010001-01-2015', 'massage-therapy', '2015-06-01')).toBe('NOT_COVERED');
    expect(status(A, 'massage-therapy', '2015-06-01')).toBe('NOT_STATED');
    expect(status(A, 'massage-therapy', '2020-06-01')).toBe('NOT_STATED');
    const { costs, limits, requires, reading, at: places } = rule('massage-therapy-2026');
    expect([costs, limits, requires]).toEqual([
      ['$40 copayment in network in 2026'],
      ['12 visits per plan year'],
      ['MAY_BE_REQUIRED'],
    ]);
    expect(reading).toContain('In the first tier of the network: the copayment after the deductible.');
    expect(reading).toContain('Out of network: the member pays the whole price');
    expect(places).toEqual([
      'benefits-and-cost-sharing-puf.csv, row 99001FL0010001-01 of 2026, Massage Therapy, column IsCovered',
    ]);
    expect(graph.rules.get('99001fl0010001-01-2015/acupuncture-2015')?.cites[0]?.at).toContain(
      'Benefits_Cost_Sharing_PUF.csv, row 99001FL0010001-01 of 2015',
    );
  });

  test('not covered, blank, blank with prices, and a missing row are distinguished', () => {
    expect(status(A, 'acupuncture')).toBe('NOT_COVERED');
    expect(rule('acupuncture-2026').reading).toBe('');
    expect(rule('chiropractic-care-2026')).toMatchObject({
      effect: 'EXCLUDED',
      reading: "The row leaves IsCovered blank, which the agency's dictionary reads as not covered.",
    });
    expect(status(A, 'specialty-care')).toBe('NOT_STATED');
    expect(status(A, 'preventive-care')).toBe('NOT_STATED');
    expect(summary).toContain('1  IsCovered is blank beside cost shares: nothing is said of the benefit');
  });

  test('one row for two therapies is two rules with one limit together', () => {
    expect(rule('physical-therapy-2026')).toMatchObject({
      costs: ['25% coinsurance in network in 2026'],
      limits: ['30 visits per plan year'],
      together: ['occupational-therapy'],
    });
    expect(rule('occupational-therapy-2026')).toMatchObject({ together: ['physical-therapy'] });
  });

  test('a service is free only if nothing else is to be paid; a second tier and unknown words become notes, not numbers', () => {
    expect(rule('urgent-care-2026').costs).toEqual([
      'no charge in network in 2026',
      '$90 copayment out of network in 2026',
    ]);
    expect(rule('urgent-care-2026').reading).toContain('In the second tier of the network: $75 copayment');
    expect(rule('emergency-care-2026')).toMatchObject({
      costs: [],
      reading: 'What CopayInnTier1 says is not understood.',
    });
  });

  test('exclusions in words that are not read make it some of the service; two spellings are one benefit; rows that differ settle nothing', () => {
    expect(rule('massage-therapy-2026', B)).toMatchObject({
      extent: 'SOME',
      costs: ['$30 copayment in network in 2026'],
    });
    expect(status(B, 'massage-therapy')).toBe('MAY_BE_COVERED');
    expect(graph.rules.get(`${B}/acupuncture-2026`)).toBeUndefined();
    expect(summary).toContain('1  rows of one plan and benefit that differ');
  });

  test('care abroad that is no emergency is left out, and an emergency abroad is not spoken of', () => {
    expect(rule('medical-care-abroad-2026', B).effect).toBe('EXCLUDED');
    expect(graph.rules.get(`${B}/medical-care-abroad-2026`)?.when).not.toBeNull();
    expect(status(B, 'emergency-care', '2026-06-01', 'FR')).toBe('CONDITIONAL');
  });

  test('a plan holds its variants, takes nothing from its class, and has its names from the attributes', () => {
    expect([graph.plans.get(A)?.name, graph.plans.get(A)?.within?.name]).toEqual([
      'Heron Silver 94 (99001FL0010001-01, 2026)',
      'Heron Silver, Broad (99001FL0010001, 2026)',
    ]);
    expect(graph.plans.get('99001fl0010001-2026')?.takesRulesFrom).toEqual([]);
    expect(graph.plans.get(B)?.name).toBe('Marketplace plan (99001FL0010002-00, 2026)');
    expect(graph.plans.get('99001fl0010001-2026')?.remarks.map(({ text }) => text)).toEqual([
      'An HMO. Sold to individuals.',
    ]);
  });

  const areasOf = (slug: string) =>
    (graph.plans.get(slug)?.serviceAreas ?? []).map((area) => [
      area.states.map(({ code }) => code),
      area.counties.map(({ state, counties }) => printCounties({ state: state.code, counties })),
      area.modality,
      area.from,
    ]);
  test('a plan is offered in the area that its attributes name, by FIPS code, and its variants with it', () => {
    expect(areasOf(A)).toEqual([[[], ['US-FL: FIPS 12019 (part: 32003 32065); FIPS 12031'], 'STATED', '2026-01-01']]);
    expect(graph.plans.get(A)?.serviceAreas).toBe(graph.plans.get('99001fl0010001-2026')?.serviceAreas);
    expect(
      graph.plans.get(A)?.serviceAreas[0]?.cites.map(({ at: place, line, lastLine }) => [place, line, lastLine]),
    ).toEqual([
      [
        'service-area-puf.csv, rows of issuer and area FLS001 in FL, columns ServiceAreaId, County, PartialCounty, ZipCodes',
        2,
        5,
      ],
    ]);
  });

  test('where no attributes name it, it may be any area of its issuer in that state and year', () => {
    expect(areasOf(B)).toEqual([
      [[], ['US-FL: FIPS 12019 (part: 32003 32065); FIPS 12031'], 'MAY', '2026-01-01'],
      [['US-FL'], [], 'MAY', '2026-01-01'],
    ]);
    expect(areasOf('99001fl0010001-01-2015')).toEqual([[[], ['US-FL: FIPS 12031'], 'MAY', '2015-01-01']]);
  });

  test('a code of another state, a county without a code and an issuer without plans are left out and counted', () => {
    for (const line of [
      '1  service-area-puf.csv: County is a code of another state than StateCode',
      '1  service-area-puf.csv: County is no FIPS code',
      '1  rows of service areas of issuers of whose plans no row was kept',
    ])
      expect(summary).toContain(line);
  });

  test('no word of a free text reaches the pack', () => {
    expect(Object.values(bytesOf(pack)).join('\n')).not.toMatch(/descriptor|Caf|D.tail|97124/);
  });
});

test('a renamed column stops the import by its name', async () => {
  const from = scratch();
  cpSync(fixture('made-up-puf'), from, { recursive: true });
  const file = join(from, 'benefits-and-cost-sharing-puf.csv');
  writeFileSync(file, readFileSync(file, 'utf8').replace('IsCovered', 'Covered').replace('LimitQty', 'LimitCount'));
  await expect(imported(marketplacePuf(), from)).rejects.toThrow(
    /lacks 2 columns[^\n]*\n {2}IsCovered: accepted are IsCovered; the nearest in the file is "covered"\n {2}LimitQty: accepted are LimitQty, LimitQuantity;/,
  );
});

test('a file that is not a valid table is refused with its line', async () => {
  const from = scratch();
  writeFileSync(
    join(from, 'benefits-and-cost-sharing-puf.csv'),
    `${readFileSync(join(fixture('made-up-puf'), 'benefits-and-cost-sharing-puf.csv'), 'utf8')}2026,"FL,\n`,
  );
  await expect(imported(marketplacePuf(), from)).rejects.toThrow(
    /benefits-and-cost-sharing-puf\.csv is not a valid table after line \d+: /,
  );
});

test.each([
  ['', null, true],
  ['Not Applicable', null, true],
  ['No Charge', null, true],
  ['$0', '$0 copayment in network in 2026', false],
  ['$1,250.50 Copay per Stay', '$1,250.50 copayment in network in 2026', false],
  ['$40 Copay per Day before deductible', '$40 copayment per day in network in 2026', false],
  ['20%', '20% coinsurance in network in 2026', false],
  ['7.50% Coinsurance after deductible', '7.50% coinsurance in network in 2026', false],
  ['100%', null, false],
])('"%s" is read as %s', (text, share, isNone) => {
  expect(readCost(text, 'IN', 2026, 'copayment')).toMatchObject({ share, isNone });
});
test.each(['$', '40', '$40 or less', '20% of $40', 'no charges'])('"%s" is not understood', (text) => {
  expect(readCost(text, 'IN', 2026, 'copayment')).toBeNull();
});

test.each([
  [
    '$100 Copay before deductible',
    '0% Coinsurance after deductible',
    'the copayment before the deductible, the coinsurance after the deductible',
  ],
  [
    '$100 Copay after deductible',
    '20% Coinsurance after deductible',
    'the copayment and the coinsurance after the deductible',
  ],
  ['$100 Copay with deductible', '20%', 'the copayment with the deductible'],
  ['$100', '20% Coinsurance after deductible', 'the coinsurance after the deductible'],
  ['No Charge after deductible', 'No Charge after deductible', 'no copayment and no coinsurance after the deductible'],
  ['$500 Copay per Stay after deductible', 'Not Applicable', 'the copayment for each stay after the deductible'],
  [
    '$500 Copay per Stay',
    '100%',
    'the copayment for each stay, the member pays the whole price, so the plan pays nothing there',
  ],
  ['$100', '20%', null],
])('"%s" and "%s": %s', (copay, coinsurance, said) => {
  const notes = [
    readCost(copay, 'IN', 2026, 'copayment')?.note ?? [],
    readCost(coinsurance, 'IN', 2026, 'coinsurance')?.note ?? [],
  ].flat();
  expect(costSentence('Here', notes)).toBe(said === null ? null : `Here: ${said}.`);
});

test.skipIf(!existsSync(join(at('../shared/data'), 'benefits-and-cost-sharing-puf.sample.csv')))(
  'no reading of real rows says a sentence twice, or says when something is paid without saying what',
  async () => {
    const from = scratch();
    mkdirSync(from, { recursive: true });
    for (const name of ['benefits-and-cost-sharing-puf.sample.csv', 'service-area-puf.sample.csv'])
      cpSync(join(at('../shared/data'), name), join(from, name));
    const graph = await graphWith((await imported(marketplacePuf(), from)).pack);
    const readings = [...graph.rules.values()].flatMap(({ reading }) => reading ?? []);
    const ofDeductible = readings.filter((reading) => /(?:before|after|with) the deductible/.test(reading));
    expect(ofDeductible.length).toBeGreaterThan(0);
    for (const reading of readings) {
      const sentences = reading.split(/(?<=\.) /);
      expect(new Set(sentences).size, reading).toBe(sentences.length);
      expect(reading).not.toMatch(/: (?:before|after|with) the deductible/);
    }
  },
  120_000,
);

// Left out where the real rows are not at hand; they are not kept here.
const real = at('../shared/data');
test.skipIf(!existsSync(join(real, 'benefits-and-cost-sharing-puf.sample.csv')))(
  '5,034 real rows of 2014 to 2016 give sound data, with every price understood',
  async () => {
    const from = scratch();
    mkdirSync(from, { recursive: true });
    for (const name of ['benefits-and-cost-sharing-puf.sample.csv', 'service-area-puf.sample.csv'])
      cpSync(join(real, name), join(from, name));
    const { pack, lines } = await imported(marketplacePuf(), from);
    expect(lines.join('\n')).toMatch(/5,034 {2}benefits-and-cost-sharing-puf\.sample\.csv/);
    expect(lines.join('\n')).toMatch(/7,681 {2}service-area-puf\.sample\.csv\n/);
    expect(lines.join('\n')).not.toMatch(/none of the known ones|service-area-puf\.sample\.csv:/);
    const graph = await graphWith(pack);
    expect(graph.rules.get('60761az0710001-02-2015/massage-therapy-2015')?.limits.map(printLimit)).toEqual([
      '12 visits per plan year',
    ]);
    expect(graph.rules.get('60761az0270001-02-2015/massage-therapy-2015')?.effect).toBe('EXCLUDED');
  },
  120_000,
);

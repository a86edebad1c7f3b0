/**
 * Made-up files of CMS's two families at any size, in the layouts that are documented: as many rows of the largest file as
 * are asked for, and of the others what belongs to them. The same number gives the same bytes. Nothing in them is real.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

/** Numbers that look like chance and are the same each time (a linear congruential generator). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

async function write(file: string, lines: Iterable<string>, end: string): Promise<void> {
  const out = createWriteStream(file, { encoding: 'latin1', highWaterMark: 1024 * 1024 });
  let held: string[] = [];
  let size = 0;
  for (const line of lines) {
    held.push(line);
    size += line.length;
    if (size < 512 * 1024) continue;
    if (!out.write(`${held.join(end)}${end}`)) await once(out, 'drain');
    [held, size] = [[], 0];
  }
  out.end(held.length > 0 ? `${held.join(end)}${end}` : '');
  await finished(out);
}

const STATES = [
  '01 AL',
  '04 AZ',
  '05 AR',
  '12 FL',
  '13 GA',
  '17 IL',
  '18 IN',
  '19 IA',
  '20 KS',
  '21 KY',
  '26 MI',
  '29 MO',
  '31 NE',
  '37 NC',
  '39 OH',
  '40 OK',
  '42 PA',
  '45 SC',
  '47 TN',
  '48 TX',
  '51 VA',
  '55 WI',
].map((each) => each.split(' ') as [string, string]);
const COUNTIES_IN_A_STATE = 90;
const NAMES = [
  'Adams',
  'Allegheny',
  'Brown',
  'Clay',
  'Doña Ana',
  'Franklin',
  'Greene',
  'Jackson',
  'Lake',
  'Madison',
  'Monroe',
  'Orange',
  'Polk',
  'St. Clair',
  'Union',
  'Washington',
  'Wayne',
  'York',
];

const KEY = [
  'pbp_a_hnumber',
  'pbp_a_plan_identifier',
  'segment_id',
  'pbp_a_ben_cov',
  'pbp_a_plan_type',
  'orgtype',
  'bid_id',
];
const AREA = [
  ...KEY,
  'contract_id',
  'plan_id',
  'segment_id',
  'county_code',
  'pending_flag',
  'partial_flag',
  'contract_year',
  'eghp_flag',
  'county',
  'stcd',
];
const B14 = [
  'bendesc_yn',
  'bendesc_ehc',
  'bendesc_thp_msg',
  'thp_msg_unlimited',
  'thp_msg_num_amt',
  'thp_msg_period',
  'maxplan_amt_thms',
  'maxplan_per_thms',
  'maxenr_amt_thmg',
  'maxenr_per_thmg',
  'coins_yn',
  'coins_pct_min_thmg',
  'coins_pct_max_thmg',
  'copay_yn',
  'copay_min_amt_thmg',
  'copay_max_amt_thmg',
  'ded_yn',
  'ded_amt',
  'auth_yn',
  'refer_yn',
].map((each) => `pbp_b14c_${each}`);
const MEMBER_CEILING = ['maxenr_yn', 'maxenr_amt', 'maxenr_per'];
const B7 = ['i', 'c']
  .flatMap((each) =>
    [
      'coins_yn',
      'coins_pct_mc_min',
      'coins_pct_mc_max',
      'ded_yn',
      'ded_amt',
      'copay_yn',
      'copay_mc_amt_min',
      'copay_mc_amt_max',
      'auth_yn',
      'refer_yn',
      ...MEMBER_CEILING,
    ].map((column) => `pbp_b7${each}_${column}`),
  )
  .concat(
    [
      'copay_mc_amt_min',
      'copay_mc_amt_max',
      'auth_yn',
      'refer_yn',
      'bendesc_yn',
      'bendesc_amo_rc',
      'bendesc_num_rc',
      'bendesc_per_rc',
      'copay_rc_amt_min',
      'copay_rc_amt_max',
      'copay_yn',
      'coins_yn',
      'coins_pct_mc_min',
      'coins_pct_mc_max',
      'coins_pct_rc_min',
      'coins_pct_rc_max',
      'bendesc_lim_rc',
      'maxplan_yn',
      'maxplan_amt',
      'maxplan_per',
      'ded_yn',
      'ded_amt',
      ...MEMBER_CEILING,
    ].map((column) => `pbp_b7b_${column}`),
  );
/** Real files have hundreds of columns that nothing reads. */
const filler = (count: number): string[] => Array.from({ length: count }, (_, index) => `unread_${String(index)}`);

/** Rows of `PlanArea.txt`; one plan in twelve is offered in every county, the others in some twenty, as employers' plans make it in the real file. */
export async function makePbp(folder: string, areaRows: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const all = STATES.length * COUNTIES_IN_A_STATE;
  const perPlan = Math.round(all / 12 + (20 * 11) / 12);
  const plans = Math.max(12, Math.round(areaRows / perPlan));
  const keyOf = (plan: number): string[] => {
    const [contract, identifier] = [
      `H${String(1000 + Math.floor(plan / 9)).padStart(4, '0')}`,
      String(1 + (plan % 9)).padStart(3, '0'),
    ];
    return [
      contract,
      identifier,
      '0',
      '1',
      ['01', '02', '04', '31'][plan % 4] ?? '01',
      '01',
      `${contract}_${identifier}_0`,
    ];
  };
  const table = (
    name: string,
    columns: readonly string[],
    cells: (plan: number, roll: (below: number) => number) => readonly string[],
  ) =>
    write(
      join(folder, name),
      (function* () {
        const unread = filler(Math.max(0, 300 - columns.length));
        yield [...KEY, 'version', ...columns, ...unread].join('\t');
        for (let plan = 0; plan < plans; plan += 1)
          yield [...keyOf(plan), '1', ...cells(plan, dice(plan)), ...unread.map(() => '')].join('\t');
      })(),
      '\r\n',
    );
  await write(
    join(folder, 'PlanArea.txt'),
    (function* () {
      yield AREA.join('\t');
      for (let plan = 0, rows = 0; plan < plans && rows < areaRows; plan += 1) {
        const key = keyOf(plan);
        const [first, count] = plan % 12 === 0 ? [0, all] : [dice(plan)(all - 20), 20];
        for (let county = first; county < first + count && rows < areaRows; county += 1, rows += 1) {
          const [, letters] = STATES[Math.floor(county / COUNTIES_IN_A_STATE)] ?? ['01', 'AL'];
          const code = `${String(1 + Math.floor(county / COUNTIES_IN_A_STATE)).padStart(2, '0')}${String((county % COUNTIES_IN_A_STATE) * 10).padStart(3, '0')}`;
          yield [
            ...key,
            ...key.slice(0, 3),
            code,
            '',
            county % 50 === 7 ? '1' : '',
            '2027',
            '',
            `${NAMES[county % NAMES.length] ?? ''} ${String(county % COUNTIES_IN_A_STATE)}`,
            letters,
          ].join('\t');
        }
      }
    })(),
    '\r\n',
  );
  await table(
    'pbp_Section_A.txt',
    [
      'pbp_a_plan_name',
      'pbp_a_org_marketing_name',
      'pbp_a_eghp_yn',
      'pbp_a_ffs_bid_b_auth_cats',
      'pbp_a_ffs_bid_b_ref_cats',
    ],
    (plan, roll) => [
      `Made-up Plan ${String(plan)}`,
      `Organization ${String(roll(200))}`,
      plan % 12 === 0 ? '1' : '2',
      roll(2) === 0 ? '7i;7c;14c18;' : '',
      '',
    ],
  );
  await table('pbp_b14_preventive.txt', B14, (_, roll) => {
    const [offered, copay] = [roll(5) === 0, String(5 * roll(9))];
    return offered
      ? [
          '1',
          '14c4;14c18;',
          '2',
          '2',
          String(6 + 6 * roll(4)),
          '3',
          '',
          '',
          '',
          '',
          '2',
          '',
          '',
          copay === '0' ? '2' : '1',
          copay,
          copay,
          '2',
          '',
          String(1 + roll(2)),
          '2',
        ]
      : ['1', '14c4;', ...B14.slice(2).map(() => '')];
  });
  await table('pbp_b7_health_prof.txt', B7, (_, roll) => {
    const therapy = ['2', '', '', '2', '', '1', String(10 + 5 * roll(8)), '50', '1', '2', '2', '', ''];
    const chiropractic = ['15', '15', '1', '2', '2', '', '', '', '', '', '1', '2', ...Array<string>(8).fill('')];
    return [...therapy, ...therapy, ...chiropractic, '2', '', '2', '', ''];
  });
}

const BENEFITS = [
  'Massage Therapy',
  'Acupuncture',
  'Chiropractic Care',
  'Rehabilitative Occupational and Rehabilitative Physical Therapy',
  'Emergency Room Services',
  'Urgent Care Centers or Facilities',
  'Specialist Visit',
  'Primary Care Visit to Treat an Injury or Illness',
];
const BENEFIT_COLUMNS =
  'BusinessYear,StateCode,IssuerId,SourceName,ImportDate,StandardComponentId,PlanId,BenefitName,CopayInnTier1,CopayInnTier2,CopayOutofNet,CoinsInnTier1,CoinsInnTier2,CoinsOutofNet,IsEHB,IsCovered,QuantLimitOnSvc,LimitQty,LimitUnit,Exclusions,Explanation,EHBVarReason,IsExclFromInnMOOP,IsExclFromOonMOOP';
const BENEFITS_OF_A_PLAN = 66;
const VARIANTS = 5;
const PLANS_OF_AN_ISSUER = 40;

/** Rows of the benefits; 66 of a variant, five variants of a plan, and of each issuer four areas. */
export async function makePuf(folder: string, benefitRows: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const plans = Math.max(1, Math.ceil(benefitRows / (BENEFITS_OF_A_PLAN * VARIANTS)));
  const of = (plan: number) => {
    const issuer = String(10_000 + Math.floor(plan / PLANS_OF_AN_ISSUER));
    const [digits, state] = STATES[Math.floor(plan / PLANS_OF_AN_ISSUER) % STATES.length] ?? ['01', 'AL'];
    return { issuer, digits, state, component: `${issuer}${state}${String(plan % 1_000_000).padStart(7, '0')}` };
  };
  await write(
    join(folder, 'benefits-and-cost-sharing-puf.csv'),
    (function* () {
      yield BENEFIT_COLUMNS;
      for (let row = 0; row < benefitRows; row += 1) {
        const { issuer, state, component } = of(Math.floor(row / (BENEFITS_OF_A_PLAN * VARIANTS)));
        const [variant, benefit] = [Math.floor(row / BENEFITS_OF_A_PLAN) % VARIANTS, row % BENEFITS_OF_A_PLAN];
        const roll = dice(row);
        const isCovered = roll(3) > 0;
        yield [
          '2026',
          state,
          issuer,
          'HIOS',
          '2025-08-01',
          component,
          `${component}-0${String(variant)}`,
          BENEFITS[benefit] ?? `Benefit number ${String(benefit)}`,
          ...(isCovered
            ? [
                `$${String(5 * roll(12))}${roll(2) === 0 ? ' Copay after deductible' : ''}`,
                '',
                'Not Applicable',
                'Not Applicable',
                '',
                '100.00%',
                'Yes',
                'Covered',
                'Yes',
                String(10 + roll(40)),
                'Visit(s) per Year',
              ]
            : ['', '', '', '', '', '', '', 'Not Covered', '', '', '']),
          '',
          roll(6) === 0 ? '"Prior authorization, ""as needed"".\nSee the plan\'s document."' : '',
          '',
          'No',
          'No',
        ].join(',');
      }
    })(),
    '\n',
  );
  await write(
    join(folder, 'plan-attributes-puf.csv'),
    (function* () {
      yield 'BusinessYear,StateCode,IssuerId,MarketCoverage,DentalOnlyPlan,StandardComponentId,PlanMarketingName,ServiceAreaId,PlanType,PlanId,PlanVariantMarketingName';
      for (let plan = 0; plan < plans; plan += 1)
        for (let variant = 0; variant < VARIANTS; variant += 1) {
          const { issuer, state, component } = of(plan);
          yield [
            '2026',
            state,
            issuer,
            'Individual',
            'No',
            component,
            `"Made-up ${String(plan)}, Silver"`,
            `${state}S00${String(1 + (plan % 4))}`,
            ['HMO', 'EPO', 'PPO'][plan % 3],
            `${component}-0${String(variant)}`,
            `Made-up ${String(plan)} Silver ${String(variant)}`,
          ].join(',');
        }
    })(),
    '\n',
  );
  await write(
    join(folder, 'service-area-puf.csv'),
    (function* () {
      yield 'BusinessYear,StateCode,IssuerId,SourceName,ImportDate,ServiceAreaId,ServiceAreaName,CoverEntireState,County,PartialCounty,ZipCodes,PartialCountyJustification,MarketCoverage,DentalOnlyPlan';
      for (let plan = 0; plan < plans; plan += PLANS_OF_AN_ISSUER)
        for (let area = 1; area <= 4; area += 1) {
          const { issuer, state, digits } = of(plan);
          const start = ['2026', state, issuer, 'HIOS', '2025-08-01', `${state}S00${String(area)}`, 'Made-up area'];
          if (area === 4) yield [...start, 'Yes', '', '', '', '', 'Individual', 'No'].join(',');
          else
            for (let county = 0; county < 30; county += 1)
              yield [
                ...start,
                'No',
                `${digits}${String(1 + 2 * (county + 30 * (area - 1))).padStart(3, '0')}`,
                county === 3 ? 'Yes' : 'No',
                county === 3 ? '"30001, 30002"' : '',
                '',
                'Individual',
                'No',
              ].join(',');
        }
    })(),
    '\n',
  );
}

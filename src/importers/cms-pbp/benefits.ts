/**
 * The benefits that are read from CMS's Plan Benefit Package, each with its columns. In every file a row is a plan, 1 is yes
 * and 2 is no. The columns of 4c, 7b, 7c, 7i and 13a are those of the files of 2027. The columns of 14c follow CMS's SAS
 * layout of the optional package's file, because no real `pbp_b14_preventive.txt` was available when this was written. If a
 * file lacks one of these columns, the import stops.
 */
import type { ImportColumn, RuleEntry } from '../importer.ts';

/** The columns that say whether a plan offers a benefit beyond Medicare. */
export interface OfferColumns {
  /** 1 offered, 2 not. */
  readonly gate: string;
  /** A column with codes separated by semicolons, and the benefit's code, which must be among them. */
  readonly list?: readonly [column: string, code: string];
  /** 2 is for every member; other codes are for some members, or not known. */
  readonly type?: string;
  /** Set where several benefits share the gate, so only the type says whether this one is offered. */
  readonly typeDecides?: true;
}
/** The columns of a copayment or a coinsurance. */
export interface AmountColumns {
  /** 1 and 3: there is one; 2: there is none. Undefined where the file has no such column. */
  readonly gate?: string;
  readonly least: string;
  readonly most: string;
  /** 1: it is waived in some cases. */
  readonly waiver?: string;
}
/** The columns of a limit. */
export interface LimitColumns {
  /** 1 is unlimited, 2 is limited. */
  readonly unlimited?: string;
  readonly quantity: string;
  /** The column with the period; null where none is known. */
  readonly period: string | null;
  readonly unit: 'SESSIONS' | 'VISITS';
}
/** The columns of a maximum amount. */
export interface CeilingColumns {
  /** 1: there is one; 2: there is none. Undefined where the file has no such column. */
  readonly gate?: string;
  readonly amount: string;
  readonly period: string | null;
  /** The column that says to which services it applies, in a code that is not read. */
  readonly services?: string;
}
/** A benefit and the columns that describe it. */
export interface Benefit {
  /** The key of the rule, before the year. */
  readonly key: string;
  readonly category: string;
  /** The name of the benefit within a sentence. */
  readonly label: string;
  readonly subject: string;
  readonly where?: RuleEntry['where'];
  /** The condition under which Medicare covers it, for a benefit that every plan must cover. */
  readonly when?: RuleEntry['when'];
  readonly offer?: OfferColumns;
  readonly copayment?: AmountColumns;
  readonly coinsurance?: AmountColumns;
  readonly deductible?: { readonly gate: string; readonly amount: string };
  readonly limit?: LimitColumns;
  /** The most that the plan pays. */
  readonly planCeiling?: CeilingColumns;
  /** The most that a member pays. */
  readonly memberCeiling?: CeilingColumns;
  readonly authorization?: string;
  readonly referral?: string;
  /** The columns with parts of the terms in the plan's own words, such as a period that has no code. */
  readonly ownWords?: readonly string[];
  /** Only members who have bought the optional package have it. */
  readonly isOptional?: true;
  readonly columns: readonly ImportColumn[];
}

/**
 * Other spellings of a column's name: the agency uses several orders of its words. The file of health professionals of 2027
 * has four of them: `b7a_copay_amt_mc_min`, `b7c_copay_mc_amt_min`, `b7g_copay_mc_max_amt` (with `b7g_copay_mc_amt` for the
 * least) and `b7e_copay_mcis_minamt`; and for percentages `b7c_coins_pct_mc_min`, `b7g_coins_max_pct_mc` (with
 * `b7g_coins_pct_mc` for the least) and `b7e_coins_mcis_minpct`.
 */
const otherOrders = (name: string): string[] =>
  [
    name.replace(/_(mc|rc)_amt_(min|max)$/, '_$1_$2_amt'),
    name.replace(/_(mc|rc)_amt_(min|max)$/, '_amt_$1_$2'),
    name.replace(/_(mc|rc)_amt_(min|max)$/, '_$1_$2amt'),
    name.replace(/_(mc|rc)_amt_min$/, '_$1_amt'),
    name.replace(/_pct_(mc|rc)_(min|max)$/, '_$1_pct_$2'),
    name.replace(/_pct_(mc|rc)_(min|max)$/, '_$2_pct_$1'),
    name.replace(/_pct_(mc|rc)_(min|max)$/, '_$1_$2pct'),
    name.replace(/_pct_(mc|rc)_min$/, '_pct_$1'),
    name.replace(/(copay)_amt_(min|max)$/, '$1_$2_amt'),
    name.replace(/_copay_(min|max)_amt_thmg$/, '_copay_thmg_$1_amt'),
    name.replace(/_copay_(min|max)_amt_thmg$/, '_copay_thmg_amt_$1'),
    name.replace(/_pct_(min|max)_thmg$/, '_pct_thmg_$1'),
    name.replace(/_coins_pct_(w..)_(min|max)$/, '_coins_$1_pct_$2'),
    name.replace(/_copay_amt_(w..)_(min|max)$/, '_copay_$1_amt_$2'),
  ].filter((other) => other !== name);
const column = (name: string, more: Omit<ImportColumn, 'names'> = {}): ImportColumn => ({
  names: [name, ...otherOrders(name)],
  ...more,
});

/** The gate, amount and period of a maximum that a member pays. */
const MEMBER_CEILING = ['maxenr_yn', 'maxenr_amt', 'maxenr_per'] as const;
/** The gate and amount of a deductible. */
const DEDUCTIBLE = ['ded_yn', 'ded_amt'] as const;
const memberCeilingOf = (at: string): CeilingColumns => ({
  gate: `${at}_maxenr_yn`,
  amount: `${at}_maxenr_amt`,
  period: `${at}_maxenr_per`,
});
const deductibleOf = (at: string): NonNullable<Benefit['deductible']> => ({
  gate: `${at}_ded_yn`,
  amount: `${at}_ded_amt`,
});
/** Columns in the plan's own words, which a file may lack: without them nothing is misread. */
const wordColumns = (names: readonly string[]): ImportColumn[] => names.map((name) => column(name, { optional: true }));

const MEDICARE_THERAPY = {
  all: ['performed-by-physical-or-occupational-therapist', 'plan-of-care', 'medically-necessary'],
};

function therapy(key: 'physical-therapy' | 'occupational-therapy', category: '7i' | '7c'): Benefit {
  const at = `pbp_b${category}`;
  const names = [
    'coins_yn',
    'coins_pct_mc_min',
    'coins_pct_mc_max',
    ...DEDUCTIBLE,
    'copay_yn',
    'copay_mc_amt_min',
    'copay_mc_amt_max',
    ...MEMBER_CEILING,
    'auth_yn',
    'refer_yn',
  ].map((each) => `${at}_${each}`);
  return {
    key,
    category,
    label: key.replace('-', ' '),
    subject: key,
    when: MEDICARE_THERAPY,
    copayment: { gate: `${at}_copay_yn`, least: `${at}_copay_mc_amt_min`, most: `${at}_copay_mc_amt_max` },
    coinsurance: { gate: `${at}_coins_yn`, least: `${at}_coins_pct_mc_min`, most: `${at}_coins_pct_mc_max` },
    deductible: deductibleOf(at),
    memberCeiling: memberCeilingOf(at),
    authorization: `${at}_auth_yn`,
    referral: `${at}_refer_yn`,
    columns: names.map((name) => column(name)),
  };
}

const manipulation: Benefit = {
  key: 'manipulation-of-the-spine',
  category: '7b',
  label: 'chiropractic care that Medicare covers',
  subject: 'chiropractic-manipulation',
  when: 'corrects-subluxation',
  copayment: { gate: 'pbp_b7b_copay_yn', least: 'pbp_b7b_copay_mc_amt_min', most: 'pbp_b7b_copay_mc_amt_max' },
  coinsurance: { gate: 'pbp_b7b_coins_yn', least: 'pbp_b7b_coins_pct_mc_min', most: 'pbp_b7b_coins_pct_mc_max' },
  deductible: deductibleOf('pbp_b7b'),
  memberCeiling: memberCeilingOf('pbp_b7b'),
  authorization: 'pbp_b7b_auth_yn',
  referral: 'pbp_b7b_refer_yn',
  columns: [
    'coins_yn',
    'coins_pct_mc_min',
    'coins_pct_mc_max',
    'copay_yn',
    'copay_mc_amt_min',
    'copay_mc_amt_max',
    ...DEDUCTIBLE,
    ...MEMBER_CEILING,
    'auth_yn',
    'refer_yn',
  ].map((each) => column(`pbp_b7b_${each}`)),
};

const routineChiropractic: Benefit = {
  key: 'routine-chiropractic-care',
  category: '7b',
  label: 'routine chiropractic care',
  subject: 'chiropractic-care',
  offer: { gate: 'pbp_b7b_bendesc_yn', type: 'pbp_b7b_bendesc_amo_rc', typeDecides: true },
  copayment: { gate: 'pbp_b7b_copay_yn', least: 'pbp_b7b_copay_rc_amt_min', most: 'pbp_b7b_copay_rc_amt_max' },
  coinsurance: { gate: 'pbp_b7b_coins_yn', least: 'pbp_b7b_coins_pct_rc_min', most: 'pbp_b7b_coins_pct_rc_max' },
  deductible: deductibleOf('pbp_b7b'),
  limit: {
    unlimited: 'pbp_b7b_bendesc_lim_rc',
    quantity: 'pbp_b7b_bendesc_num_rc',
    period: 'pbp_b7b_bendesc_per_rc',
    unit: 'VISITS',
  },
  planCeiling: { gate: 'pbp_b7b_maxplan_yn', amount: 'pbp_b7b_maxplan_amt', period: 'pbp_b7b_maxplan_per' },
  memberCeiling: memberCeilingOf('pbp_b7b'),
  ownWords: ['pbp_b7b_bendesc_per_rc_d', 'pbp_b7b_maxplan_per_d'],
  authorization: 'pbp_b7b_auth_yn',
  referral: 'pbp_b7b_refer_yn',
  columns: [
    ...[
      'bendesc_yn',
      'bendesc_amo_rc',
      'bendesc_lim_rc',
      'bendesc_num_rc',
      'bendesc_per_rc',
      'maxplan_yn',
      'maxplan_amt',
      'maxplan_per',
      'coins_yn',
      'coins_pct_rc_min',
      'coins_pct_rc_max',
      'copay_yn',
      'copay_rc_amt_min',
      'copay_rc_amt_max',
      ...DEDUCTIBLE,
      ...MEMBER_CEILING,
      'auth_yn',
      'refer_yn',
    ].map((each) => column(`pbp_b7b_${each}`)),
    ...wordColumns(['pbp_b7b_bendesc_per_rc_d', 'pbp_b7b_maxplan_per_d']),
  ],
};

const acupuncture: Benefit = {
  key: 'acupuncture',
  category: '13a',
  label: 'acupuncture beyond what Medicare covers',
  subject: 'acupuncture',
  offer: { gate: 'pbp_b13a_bendesc_yn', type: 'pbp_b13a_bendesc_amo' },
  copayment: { gate: 'pbp_b13a_copay_yn', least: 'pbp_b13a_copay_amt_min', most: 'pbp_b13a_copay_amt_max' },
  coinsurance: { gate: 'pbp_b13a_coins_yn', least: 'pbp_b13a_coins_pct_min', most: 'pbp_b13a_coins_pct_max' },
  deductible: deductibleOf('pbp_b13a'),
  limit: {
    unlimited: 'pbp_b13a_bendesc_lim',
    quantity: 'pbp_b13a_bendesc_numv',
    period: 'pbp_b13a_bendesc_per',
    unit: 'VISITS',
  },
  planCeiling: { gate: 'pbp_b13a_maxplan_yn', amount: 'pbp_b13a_maxplan_amt', period: 'pbp_b13a_maxplan_per' },
  memberCeiling: memberCeilingOf('pbp_b13a'),
  ownWords: ['pbp_b13a_bendesc_per_d', 'pbp_b13a_maxplan_per_d'],
  authorization: 'pbp_b13a_auth_yn',
  referral: 'pbp_b13a_refer_yn',
  columns: [
    ...[
      'bendesc_yn',
      'bendesc_amo',
      'bendesc_lim',
      'bendesc_numv',
      'bendesc_per',
      'maxplan_yn',
      'maxplan_amt',
      'maxplan_per',
      ...MEMBER_CEILING,
      'coins_yn',
      'coins_pct_min',
      'coins_pct_max',
      ...DEDUCTIBLE,
      'copay_yn',
      'copay_amt_min',
      'copay_amt_max',
      'auth_yn',
      'refer_yn',
    ].map((each) => column(`pbp_b13a_${each}`)),
    ...wordColumns(['pbp_b13a_bendesc_per_d', 'pbp_b13a_maxplan_per_d']),
  ],
};

function worldwide(key: string, suffix: 'wec' | 'wuc' | 'wet', label: string): Benefit {
  return {
    key: `${key}-abroad`,
    category: '4c',
    label,
    subject: key,
    where: 'abroad',
    offer: { gate: 'pbp_b4c_bendesc_yn', type: `pbp_b4c_bendesc_amo_${suffix}`, typeDecides: true },
    copayment: {
      gate: 'pbp_b4c_copay_yn',
      least: `pbp_b4c_copay_amt_${suffix}_min`,
      most: `pbp_b4c_copay_amt_${suffix}_max`,
      waiver: `pbp_b4c_copay_wav_${suffix}_yn`,
    },
    coinsurance: {
      gate: 'pbp_b4c_coins_yn',
      least: `pbp_b4c_coins_pct_${suffix}_min`,
      most: `pbp_b4c_coins_pct_${suffix}_max`,
      waiver: `pbp_b4c_coins_wav_${suffix}_yn`,
    },
    deductible: deductibleOf('pbp_b4c'),
    planCeiling: {
      gate: 'pbp_b4c_wwc_maxplan_yn',
      amount: 'pbp_b4c_wwc_maxplan_amt',
      period: null,
      services: 'pbp_b4c_wwc_maxplan_svcs_yn',
    },
    memberCeiling: memberCeilingOf('pbp_b4c'),
    columns: [
      'bendesc_yn',
      `bendesc_amo_${suffix}`,
      'wwc_maxplan_yn',
      'wwc_maxplan_svcs_yn',
      'wwc_maxplan_amt',
      ...MEMBER_CEILING,
      'coins_yn',
      `coins_pct_${suffix}_min`,
      `coins_pct_${suffix}_max`,
      `coins_wav_${suffix}_yn`,
      'copay_yn',
      `copay_amt_${suffix}_min`,
      `copay_amt_${suffix}_max`,
      `copay_wav_${suffix}_yn`,
      ...DEDUCTIBLE,
    ].map((each) => column(`pbp_b4c_${each}`)),
  };
}

const SAS = { learntFrom: "from CMS's SAS layout of the optional package; no file with massage was read" };
const massage: Benefit = {
  key: 'massage-therapy',
  category: '14c18',
  label: 'therapeutic massage',
  subject: 'massage-therapy',
  offer: { gate: 'pbp_b14c_bendesc_yn', list: ['pbp_b14c_bendesc_ehc', '14c18'], type: 'pbp_b14c_bendesc_thp_msg' },
  copayment: { gate: 'pbp_b14c_copay_yn', least: 'pbp_b14c_copay_min_amt_thmg', most: 'pbp_b14c_copay_max_amt_thmg' },
  coinsurance: { gate: 'pbp_b14c_coins_yn', least: 'pbp_b14c_coins_pct_min_thmg', most: 'pbp_b14c_coins_pct_max_thmg' },
  deductible: { gate: 'pbp_b14c_ded_yn', amount: 'pbp_b14c_ded_amt' },
  limit: {
    unlimited: 'pbp_b14c_thp_msg_unlimited',
    quantity: 'pbp_b14c_thp_msg_num_amt',
    period: 'pbp_b14c_thp_msg_period',
    unit: 'SESSIONS',
  },
  planCeiling: { amount: 'pbp_b14c_maxplan_amt_thms', period: 'pbp_b14c_maxplan_per_thms' },
  memberCeiling: { amount: 'pbp_b14c_maxenr_amt_thmg', period: 'pbp_b14c_maxenr_per_thmg' },
  ownWords: ['pbp_b14c_thp_msg_period_d'],
  authorization: 'pbp_b14c_auth_yn',
  referral: 'pbp_b14c_refer_yn',
  columns: [
    ...[
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
    ].map((each) => column(`pbp_b14c_${each}`, SAS)),
    ...wordColumns(['pbp_b14c_thp_msg_period_d']),
  ],
};

/** No header with these columns was available, so all are optional. Without them these questions stay open. */
const alternativeTherapies: Benefit = {
  key: 'alternative-therapies',
  category: '14c17',
  label: 'alternative therapies',
  subject: 'alternative-therapies',
  offer: { gate: 'pbp_b14c_bendesc_yn', list: ['pbp_b14c_bendesc_ehc', '14c17'], type: 'pbp_b14c_bendesc_amo_at' },
  copayment: { least: 'pbp_b14c_copay_at_min_amt', most: 'pbp_b14c_copay_at_max_amt' },
  coinsurance: { least: 'pbp_b14c_coins_pct_min_at', most: 'pbp_b14c_coins_pct_max_at' },
  limit: { quantity: 'pbp_b14c_at_visits', period: null, unit: 'VISITS' },
  authorization: 'pbp_b14c_auth_yn',
  referral: 'pbp_b14c_refer_yn',
  columns: [
    'bendesc_amo_at',
    'copay_at_min_amt',
    'copay_at_max_amt',
    'coins_pct_min_at',
    'coins_pct_max_at',
    'at_visits',
  ].map((each) => column(`pbp_b14c_${each}`, { ...SAS, optional: true })),
};

/** The columns with the names of benefits in the plan's own words. */
export const FREE_TEXTS = [
  'pbp_b7b_addl_service_other',
  'pbp_b13d_bendesc_service',
  'pbp_b13e_bendesc_service',
  'pbp_b13f_bendesc_service',
] as const;
const freeTextsOf = (file: 'b7b' | 'b13'): ImportColumn[] =>
  wordColumns(FREE_TEXTS.filter((name) => name.startsWith(`pbp_${file}`)));

/** Every column in the plan's own words. */
export const OWN_WORDS: ReadonlySet<string> = new Set([
  ...FREE_TEXTS,
  ...[routineChiropractic, acupuncture, massage].flatMap(({ ownWords = [] }) => ownWords),
]);

const WORLDWIDE = [
  worldwide('emergency-care', 'wec', 'emergency care abroad'),
  worldwide('urgent-care', 'wuc', 'urgent care abroad'),
  worldwide('ambulance-services', 'wet', 'emergency transport abroad'),
];

/**
 * A benefit as an optional package offers it. Files of packages have the columns of their category, but not all of them: the
 * one of chiropractic care has no deductible and no maximum for members. Only the gate is required.
 */
const inPackage = (benefit: Benefit): Benefit => ({
  ...benefit,
  isOptional: true,
  columns: benefit.columns.map((each) => ({ ...each, optional: each.names[0] !== benefit.offer?.gate })),
});
const PACKAGE_COLUMNS: readonly ImportColumn[] = [{ names: ['pbp_d_opt_identifier'] }];

/** The files of benefits, and the benefits and other columns that are read from each. */
export const BENEFIT_FILES: readonly {
  readonly name: string;
  readonly benefits: readonly Benefit[];
  readonly columns?: readonly ImportColumn[];
}[] = [
  { name: 'pbp_b4_emerg_urgent.txt', benefits: WORLDWIDE },
  {
    name: 'pbp_b7_health_prof.txt',
    benefits: [
      therapy('physical-therapy', '7i'),
      therapy('occupational-therapy', '7c'),
      manipulation,
      routineChiropractic,
    ],
    columns: freeTextsOf('b7b'),
  },
  { name: 'pbp_b13_other_services.txt', benefits: [acupuncture], columns: freeTextsOf('b13') },
  { name: 'pbp_b14_preventive.txt', benefits: [massage, alternativeTherapies] },
  { name: 'pbp_step4.txt', benefits: WORLDWIDE.map(inPackage), columns: PACKAGE_COLUMNS },
  { name: 'pbp_step7b.txt', benefits: [inPackage(routineChiropractic)], columns: PACKAGE_COLUMNS },
  { name: 'pbp_step13.txt', benefits: [inPackage(acupuncture)], columns: PACKAGE_COLUMNS },
  { name: 'pbp_step14.txt', benefits: [{ ...massage, isOptional: true }], columns: PACKAGE_COLUMNS },
];

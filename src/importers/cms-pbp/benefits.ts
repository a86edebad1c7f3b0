/**
 * The benefits that are read from CMS's Plan Benefit Package, each with its columns. In every file a row is a plan, 1 is yes
 * and 2 is no. The columns of 14c follow CMS's SAS layout of the optional package's file, because no real
 * `pbp_b14_preventive.txt` was available when this was written. If a file lacks one of these columns, the import stops.
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
  readonly amount: string;
  readonly period: string | null;
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
  /** Only members who have bought the optional package have it. */
  readonly isOptional?: true;
  readonly columns: readonly ImportColumn[];
}

/** Other spellings of a column's name: the agency uses several orders of its words. */
const otherOrders = (name: string): string[] =>
  [
    name.replace(/_(mc|rc)_amt_(min|max)$/, '_$1_$2_amt'),
    name.replace(/_(mc|rc)_amt_(min|max)$/, '_amt_$1_$2'),
    name.replace(/(copay)_amt_(min|max)$/, '$1_$2_amt'),
    name.replace(/_copay_(min|max)_amt_thmg$/, '_copay_thmg_$1_amt'),
    name.replace(/_copay_(min|max)_amt_thmg$/, '_copay_thmg_amt_$1'),
    name.replace(/_pct_(min|max)_thmg$/, '_pct_thmg_$1'),
    name.replace(/_pct_mc_(min|max)$/, '_mc_pct_$1'),
    name.replace(/_copay_amt_(w..)_(min|max)$/, '_copay_$1_amt_$2'),
  ].filter((other) => other !== name);
const column = (name: string, more: Omit<ImportColumn, 'names'> = {}): ImportColumn => ({
  names: [name, ...otherOrders(name)],
  ...more,
});

const MEDICARE_THERAPY = {
  all: ['performed-by-physical-or-occupational-therapist', 'plan-of-care', 'medically-necessary'],
};

function therapy(key: 'physical-therapy' | 'occupational-therapy', category: '7i' | '7c'): Benefit {
  const at = `pbp_b${category}`;
  const names = [
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
  ].map((each) => `${at}_${each}`);
  return {
    key,
    category,
    label: key.replace('-', ' '),
    subject: key,
    when: MEDICARE_THERAPY,
    copayment: { gate: `${at}_copay_yn`, least: `${at}_copay_mc_amt_min`, most: `${at}_copay_mc_amt_max` },
    coinsurance: { gate: `${at}_coins_yn`, least: `${at}_coins_pct_mc_min`, most: `${at}_coins_pct_mc_max` },
    deductible: { gate: `${at}_ded_yn`, amount: `${at}_ded_amt` },
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
  authorization: 'pbp_b7b_auth_yn',
  referral: 'pbp_b7b_refer_yn',
  columns: [
    ...['copay_mc_amt_min', 'copay_mc_amt_max', 'auth_yn', 'refer_yn'].map((each) => column(`pbp_b7b_${each}`)),
    // No header with these columns was available. Without them these questions stay open.
    ...['copay_yn', 'coins_yn', 'coins_pct_mc_min', 'coins_pct_mc_max'].map((each) =>
      column(`pbp_b7b_${each}`, { optional: true }),
    ),
  ],
};

const routineChiropractic: Benefit = {
  key: 'routine-chiropractic-care',
  category: '7b',
  label: 'routine chiropractic care',
  subject: 'chiropractic-care',
  offer: { gate: 'pbp_b7b_bendesc_yn', type: 'pbp_b7b_bendesc_amo_rc', typeDecides: true },
  copayment: { least: 'pbp_b7b_copay_rc_amt_min', most: 'pbp_b7b_copay_rc_amt_max' },
  limit: { quantity: 'pbp_b7b_bendesc_num_rc', period: 'pbp_b7b_bendesc_per_rc', unit: 'VISITS' },
  authorization: 'pbp_b7b_auth_yn',
  referral: 'pbp_b7b_refer_yn',
  columns: [
    'bendesc_yn',
    'bendesc_amo_rc',
    'bendesc_num_rc',
    'bendesc_per_rc',
    'copay_rc_amt_min',
    'copay_rc_amt_max',
  ].map((each) => column(`pbp_b7b_${each}`)),
};

const acupuncture: Benefit = {
  key: 'acupuncture',
  category: '13a',
  label: 'acupuncture beyond what Medicare covers',
  subject: 'acupuncture',
  offer: { gate: 'pbp_b13a_bendesc_yn', type: 'pbp_b13a_bendesc_amo' },
  copayment: { gate: 'pbp_b13a_copay_yn', least: 'pbp_b13a_copay_amt_min', most: 'pbp_b13a_copay_amt_max' },
  coinsurance: { gate: 'pbp_b13a_coins_yn', least: 'pbp_b13a_coins_pct_min', most: 'pbp_b13a_coins_pct_max' },
  limit: { quantity: 'pbp_b13a_bendesc_numv', period: 'pbp_b13a_bendesc_per', unit: 'VISITS' },
  authorization: 'pbp_b13a_auth_yn',
  referral: 'pbp_b13a_refer_yn',
  columns: [
    ...[
      'bendesc_yn',
      'bendesc_amo',
      'bendesc_numv',
      'bendesc_per',
      'coins_pct_min',
      'coins_pct_max',
      'copay_amt_min',
      'copay_amt_max',
      'auth_yn',
      'refer_yn',
    ].map((each) => column(`pbp_b13a_${each}`)),
    ...['copay_yn', 'coins_yn'].map((each) => column(`pbp_b13a_${each}`, { optional: true })),
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
    copayment: { least: `pbp_b4c_copay_amt_${suffix}_min`, most: `pbp_b4c_copay_amt_${suffix}_max` },
    planCeiling: { amount: 'pbp_b4c_wwc_maxplan_amt', period: null },
    columns: [
      'pbp_b4c_bendesc_yn',
      `pbp_b4c_bendesc_amo_${suffix}`,
      `pbp_b4c_copay_amt_${suffix}_min`,
      `pbp_b4c_copay_amt_${suffix}_max`,
      'pbp_b4c_wwc_maxplan_amt',
    ].map((name) => column(name)),
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
  authorization: 'pbp_b14c_auth_yn',
  referral: 'pbp_b14c_refer_yn',
  columns: [
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

/** The columns with benefits in the plan's own words. */
export const FREE_TEXTS = ['pbp_b13d_bendesc_service', 'pbp_b13e_bendesc_service', 'pbp_b13f_bendesc_service'] as const;

/** The files of benefits, and the benefits and other columns that are read from each. */
export const BENEFIT_FILES: readonly {
  readonly name: string;
  readonly benefits: readonly Benefit[];
  readonly columns?: readonly ImportColumn[];
}[] = [
  {
    name: 'pbp_b4_emerg_urgent.txt',
    benefits: [
      worldwide('emergency-care', 'wec', 'emergency care abroad'),
      worldwide('urgent-care', 'wuc', 'urgent care abroad'),
      worldwide('ambulance-services', 'wet', 'emergency transport abroad'),
    ],
  },
  {
    name: 'pbp_b7_health_prof.txt',
    benefits: [
      therapy('physical-therapy', '7i'),
      therapy('occupational-therapy', '7c'),
      manipulation,
      routineChiropractic,
    ],
  },
  {
    name: 'pbp_b13_other_services.txt',
    benefits: [acupuncture],
    columns: FREE_TEXTS.map((name) => column(name, { optional: true })),
  },
  { name: 'pbp_b14_preventive.txt', benefits: [massage, alternativeTherapies] },
  {
    name: 'pbp_step14.txt',
    benefits: [{ ...massage, isOptional: true }],
    columns: [{ names: ['pbp_d_opt_identifier'] }],
  },
];

/**
 * CMS's public use files of the Health Insurance Marketplace: benefits and cost sharing, one row a variant of a plan and a
 * benefit, and the attributes of plans. Today's layout and that of 2014 to 2016, which has more columns in another order.
 */
import { AREA_COLUMNS, areaLeftOut } from './areas.ts';
import type { Cells, Column, Importer, ImportFile, KeptRow, RuleEntry } from '../importer.ts';
import { issuerEntries } from './issuer.ts';

export interface MarketplaceBenefit {
  readonly subjects: readonly string[];
  readonly where?: RuleEntry['where'];
  readonly when?: RuleEntry['when'];
  /** The row speaks of part of the service only. */
  readonly extent?: 'some';
}

/** The names of benefits that are entries of the data, in small letters. Near names, as of habilitation or one clinic's therapy, are not taken for them. */
const BENEFITS: Readonly<Record<string, MarketplaceBenefit>> = {
  'massage therapy': { subjects: ['massage-therapy'] },
  acupuncture: { subjects: ['acupuncture'] },
  'chiropractic care': { subjects: ['chiropractic-care'] },
  'rehabilitative occupational and rehabilitative physical therapy': {
    subjects: ['physical-therapy', 'occupational-therapy'],
  },
  'rehabilitative physical therapy': { subjects: ['physical-therapy'] },
  'rehabilitative occupational therapy': { subjects: ['occupational-therapy'] },
  'emergency room services': { subjects: ['emergency-care'] },
  'emergency transportation/ambulance': { subjects: ['ambulance-services'] },
  'urgent care centers or facilities': { subjects: ['urgent-care'] },
  'preventive care/screening/immunization': { subjects: ['preventive-care'] },
  'primary care visit to treat an injury or illness': { subjects: ['primary-care'] },
  'specialist visit': { subjects: ['specialty-care'] },
  'non-emergency care when traveling outside the u.s.': {
    subjects: ['medical-care'],
    where: 'abroad',
    when: { none: ['medical-emergency'] },
    extent: 'some',
  },
};
export const benefitNamed = (name: string): MarketplaceBenefit | undefined => {
  const key = name.toLowerCase().replace(/\s+/g, ' ').trim();
  return Object.hasOwn(BENEFITS, key) ? BENEFITS[key] : undefined;
};

export const COSTS = [
  'CopayInnTier1',
  'CopayInnTier2',
  'CopayOutofNet',
  'CoinsInnTier1',
  'CoinsInnTier2',
  'CoinsOutofNet',
] as const;
const column = (name: string): Column => ({ names: [name] });
const BENEFIT_COLUMNS: readonly Column[] = [
  ...['BusinessYear', 'StandardComponentId', 'PlanId', 'BenefitName', ...COSTS, 'IsCovered', 'QuantLimitOnSvc'].map(
    column,
  ),
  { names: ['LimitQty', 'LimitQuantity'] },
  ...['LimitUnit', 'Exclusions', 'Explanation'].map(column),
];
const ATTRIBUTE_COLUMNS: readonly Column[] = [
  ...['BusinessYear', 'StandardComponentId', 'PlanId', 'PlanMarketingName'].map(column),
  ...['PlanVariantMarketingName', 'ServiceAreaId', 'PlanType', 'MarketCoverage'].map((name): Column => ({
    names: [name],
    optional: true,
  })),
];

const PLAN_ID = /^\d{5}[A-Z]{2}\d{7}(?:-\d{2})?$/i;
/** Texts in an issuer's own words, which may hold a code's descriptor: that there is one is kept, and whether it speaks of authorization. */
const freeText = (text: string): string =>
  text === '' ? '' : /prior(?:\s|-)*auth|pre-?auth|pre-?cert/i.test(text) ? 'authorization' : 'text';

function keep(columns: readonly Column[], leftOut: (cells: Cells) => string | null): (cells: Cells) => KeptRow {
  return (cells) => {
    if (
      !PLAN_ID.test(cells('PlanId')) ||
      !cells('PlanId').startsWith(cells('StandardComponentId')) ||
      cells('StandardComponentId') === ''
    )
      return { leftOut: 'no plan id to know the plan by' };
    if (!/^20\d\d$/.test(cells('BusinessYear'))) return { leftOut: 'no year' };
    const why = leftOut(cells);
    if (why !== null) return { leftOut: why };
    const kept = columns.map(({ names: [name] }): [string, string] => [
      name,
      name === 'Exclusions' || name === 'Explanation'
        ? freeText(cells(name))
        : name === 'PlanId'
          ? cells(name).toUpperCase()
          : cells(name),
    ]);
    return {
      group: `${cells('StandardComponentId').slice(0, 5)}-${cells('BusinessYear')}`,
      cells: Object.fromEntries(kept.filter(([, text]) => text !== '')),
    };
  };
}

const benefits: ImportFile = {
  name: 'benefits-and-cost-sharing-puf.csv',
  matches: /^benefits[-_ ]?(?:and[-_ ]?)?cost[-_ ]?sharing.*\.csv$/,
  format: 'csv',
  columns: BENEFIT_COLUMNS,
  without: 'of benefits nothing is said.',
  keep: keep(BENEFIT_COLUMNS, (cells) =>
    benefitNamed(cells('BenefitName')) === undefined ? 'a benefit that is no service of the data' : null,
  ),
};
const attributes: ImportFile = {
  name: 'plan-attributes-puf.csv',
  matches: /^plan[-_ ]?attributes.*\.csv$/,
  format: 'csv',
  columns: ATTRIBUTE_COLUMNS,
  without: "plans have no names but their ids, and which area of its issuer is a plan's is left open.",
  keep: keep(ATTRIBUTE_COLUMNS, () => null),
};
const areas: ImportFile = {
  name: 'service-area-puf.csv',
  matches: /^service[-_ ]?area.*\.csv$/,
  format: 'csv',
  columns: AREA_COLUMNS,
  without: 'where plans are offered is not said.',
  keep: (cells) => {
    const why = areaLeftOut(cells);
    if (why !== null) return { leftOut: why };
    const kept = AREA_COLUMNS.map(({ names: [name] }): [string, string] => [name, cells(name)]).filter(
      ([, text]) => text !== '',
    );
    return { group: `${cells('IssuerId')}-${cells('BusinessYear')}`, cells: Object.fromEntries(kept) };
  },
};

export function marketplacePuf(): Importer {
  return {
    name: 'CMS Marketplace public use files',
    edition: 'marketplace-puf 2',
    files: [attributes, benefits, areas],
    assemble: issuerEntries,
    unread: [
      [
        /^(?:network|rate|business[-_ ]?rules?|plan[-_ ]?id[-_ ]?crosswalk|crosswalk)[-_ ]?.*\.csv$/,
        'premiums, networks and rules of enrolment say nothing of what is covered',
      ],
    ],
  };
}
export const isAreaRow = (file: ImportFile): boolean => file === areas;
export const isBenefitRow = (file: ImportFile): boolean => file === benefits;

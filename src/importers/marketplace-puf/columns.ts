/** The files of the marketplace that are read: their names, their columns, and the benefits that are services of the data. */
import type { ImportColumn, ImportFile, RuleEntry } from '../importer.ts';

/** The name of the file with the benefits and cost sharing of plans, as messages give it. */
export const BENEFIT_FILE = 'benefits-and-cost-sharing-puf.csv';
/** The name of the file with the attributes of plans, as messages give it. */
export const ATTRIBUTE_FILE = 'plan-attributes-puf.csv';
/** The name of the file with the service areas of issuers, as messages give it. */
export const AREA_FILE = 'service-area-puf.csv';

/** Whether a row of this file is a service area of an issuer. */
export const isAreaRow = ({ name }: ImportFile): boolean => name === AREA_FILE;
/** Whether a row of this file is a benefit of a plan variant. */
export const isBenefitRow = ({ name }: ImportFile): boolean => name === BENEFIT_FILE;

/** The services of the data that a benefit of the files stands for. */
export interface MarketplaceBenefit {
  readonly subjects: readonly string[];
  readonly where?: RuleEntry['where'];
  readonly when?: RuleEntry['when'];
  /** Set where the benefit is only a part of the service. */
  readonly extent?: 'some';
}

/**
 * The benefits that are services of the data, by their names in lower case. Similar names, such as those of
 * habilitation, are other benefits and are left out.
 */
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
/** The benefit with this name, in any case and spacing; undefined where the data has no service for it. */
export const benefitNamed = (name: string): MarketplaceBenefit | undefined => {
  const key = name.toLowerCase().replace(/\s+/g, ' ').trim();
  return Object.hasOwn(BENEFITS, key) ? BENEFITS[key] : undefined;
};

/** The columns with a copayment or a coinsurance. */
export const COST_COLUMNS = [
  'CopayInnTier1',
  'CopayInnTier2',
  'CopayOutofNet',
  'CoinsInnTier1',
  'CoinsInnTier2',
  'CoinsOutofNet',
] as const;
const column = (name: string): ImportColumn => ({ names: [name] });
/** The columns that are read from the file of benefits. */
export const BENEFIT_COLUMNS: readonly ImportColumn[] = [
  ...[
    'BusinessYear',
    'StandardComponentId',
    'PlanId',
    'BenefitName',
    ...COST_COLUMNS,
    'IsCovered',
    'QuantLimitOnSvc',
  ].map(column),
  { names: ['LimitQty', 'LimitQuantity'] },
  ...['LimitUnit', 'Exclusions', 'Explanation'].map(column),
];
/** The columns that are read from the file of plan attributes. */
export const ATTRIBUTE_COLUMNS: readonly ImportColumn[] = [
  ...['BusinessYear', 'StandardComponentId', 'PlanId', 'PlanMarketingName'].map(column),
  ...['PlanVariantMarketingName', 'ServiceAreaId', 'PlanType', 'MarketCoverage'].map((name): ImportColumn => ({
    names: [name],
    optional: true,
  })),
];

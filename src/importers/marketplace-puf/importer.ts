/**
 * CMS's public use files of the Health Insurance Marketplace: which files and rows are read. The file of benefits has one row
 * for each plan variant and benefit. Both layouts are read: today's, and that of 2014 to 2016 with more columns in another order.
 */
import { AREA_COLUMNS, areaLeftOut } from './areas.ts';
import {
  AREA_FILE,
  ATTRIBUTE_COLUMNS,
  ATTRIBUTE_FILE,
  BENEFIT_COLUMNS,
  BENEFIT_FILE,
  benefitNamed,
} from './columns.ts';
import type { Cells, ImportColumn, Importer, ImportFile, KeptRow } from '../importer.ts';
import { storedWords } from '../own-words.ts';
import { issuerEntries } from './issuer.ts';

const PLAN_ID = /^\d{5}[A-Z]{2}\d{7}(?:-\d{2})?$/i;

function keptText(column: string, text: string, keepTexts: boolean): string {
  if (column === 'Exclusions' || column === 'Explanation') return storedWords(text, keepTexts);
  return column === 'PlanId' ? text.toUpperCase() : text;
}

function keep(
  columns: readonly ImportColumn[],
  keepTexts: boolean,
  leftOut: (cells: Cells) => string | null,
): (cells: Cells) => KeptRow {
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
    const kept = columns.map(({ names: [name] }): [string, string] => [name, keptText(name, cells(name), keepTexts)]);
    return {
      group: `${cells('StandardComponentId').slice(0, 5)}-${cells('BusinessYear')}`,
      cells: Object.fromEntries(kept.filter(([, text]) => text !== '')),
    };
  };
}

const benefitsFile = (keepTexts: boolean): ImportFile => ({
  name: BENEFIT_FILE,
  matches: /^benefits[-_ ]?(?:and[-_ ]?)?cost[-_ ]?sharing.*\.csv$/,
  format: 'csv',
  columns: BENEFIT_COLUMNS,
  without: 'of benefits nothing is said.',
  keep: keep(BENEFIT_COLUMNS, keepTexts, (cells) =>
    benefitNamed(cells('BenefitName')) === undefined ? 'a benefit that is no service of the data' : null,
  ),
});
const attributes: ImportFile = {
  name: ATTRIBUTE_FILE,
  matches: /^plan[-_ ]?attributes.*\.csv$/,
  format: 'csv',
  columns: ATTRIBUTE_COLUMNS,
  without: "plans have no names but their ids, and which area of its issuer is a plan's is left open.",
  keep: keep(ATTRIBUTE_COLUMNS, false, () => null),
};
const areas: ImportFile = {
  name: AREA_FILE,
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

/**
 * The importer of the marketplace's files. A folder may hold the files of several years. With `keepTexts` the entries quote
 * the exclusions and explanations in the issuers' own words.
 */
export function marketplacePuf(keepTexts = false): Importer {
  return {
    name: 'CMS Marketplace public use files',
    edition: `marketplace-puf 3${keepTexts ? ' with texts' : ''}`,
    ...(keepTexts ? { quotesTexts: true as const } : {}),
    files: [attributes, benefitsFile(keepTexts), areas],
    assemble: issuerEntries,
    unread: [
      [
        /^(?:network|rate|business[-_ ]?rules?|plan[-_ ]?id[-_ ]?crosswalk|crosswalk)[-_ ]?.*\.csv$/,
        'premiums, networks and rules of enrolment say nothing of what is covered',
      ],
    ],
  };
}

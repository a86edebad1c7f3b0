/**
 * CMS's Plan Benefit Package: which files and rows are read. The files are tab-separated Windows-1252 with a header row
 * and one row for each plan.
 */
import { AREA_COLUMNS, AREA_FILE, areaLeftOut } from './areas.ts';
import { type Benefit, BENEFIT_FILES, OWN_WORDS } from './benefits.ts';
import { contractEntries } from './contract.ts';
import { REGION_COLUMNS, REGION_FILE, regionLeftOut } from './regions.ts';
import { SECTIONS } from './sections.ts';
import type { Cells, ImportColumn, Importer, ImportFile, KeptRow } from '../importer.ts';
import { storedWords } from '../own-words.ts';

/** The columns that identify a plan in every file. If a file has one twice, the first is read. */
const KEY: readonly ImportColumn[] = ['pbp_a_hnumber', 'pbp_a_plan_identifier', 'segment_id', 'pbp_a_plan_type'].map(
  (name) => ({ names: [name] }),
);
const SECTION_A: readonly ImportColumn[] = [
  { names: ['pbp_a_plan_name'] },
  ...[
    'pbp_a_org_marketing_name',
    'pbp_a_special_need_flag',
    'pbp_a_eghp_yn',
    'pbp_a_snp_cond',
    'pbp_a_ffs_bid_b_auth_cats',
    'pbp_a_ffs_bid_b_ref_cats',
  ].map((name): ImportColumn => ({ names: [name], optional: true })),
];
/** The plan types that must cover what Original Medicare covers: HMOs, PPOs, medical savings accounts and private fee-for-service plans. */
const MEDICARE_ADVANTAGE = new Set(['01', '02', '04', '07', '09', '31']);
const OTHER_TYPES: Readonly<Record<string, string>> = {
  18: 'a cost plan',
  20: 'a PACE organization',
  29: 'a plan for drugs alone',
};

function keepOf(
  columns: readonly ImportColumn[],
  keepTexts: boolean,
  leftOut: (cells: Cells) => string | null,
): (cells: Cells) => KeptRow {
  const names = columns.map(({ names: [name] }) => name);
  return (cells) => {
    const contract = cells('pbp_a_hnumber').toLowerCase();
    const plan = cells('pbp_a_plan_identifier');
    const segment = cells('segment_id');
    const type = cells('pbp_a_plan_type').padStart(2, '0');
    if (!/^[a-z]\d{4}$/.test(contract) || !/^\d{1,3}$/.test(plan) || !/^\d{1,3}$/.test(segment))
      return { leftOut: 'no contract, plan and segment to know the plan by' };
    if (!MEDICARE_ADVANTAGE.has(type))
      return { leftOut: `type ${type}, ${OTHER_TYPES[type] ?? 'which is not known'}: no Medicare Advantage plan` };
    const why = leftOut(cells);
    if (why !== null) return { leftOut: why };
    const kept = names
      .map((name): [string, string] => [name, OWN_WORDS.has(name) ? storedWords(cells(name), keepTexts) : cells(name)])
      .filter(([, text]) => text !== '');
    return { group: contract, cells: Object.fromEntries(kept) };
  };
}

/** How the rows of a file are kept. */
interface FileOptions {
  readonly keepTexts?: boolean;
  readonly leftOut?: (cells: Cells) => string | null;
}

function fileOf(
  name: string,
  columns: readonly ImportColumn[],
  without: string,
  { keepTexts = false, leftOut = () => null }: FileOptions = {},
): ImportFile {
  const all = [...new Map([...KEY, ...columns].map((column) => [column.names[0], column])).values()];
  return {
    name,
    matches: new RegExp(`^${name.toLowerCase().replace('.', '\\.')}$`),
    format: 'tab',
    columns: all,
    without,
    keep: keepOf(all, keepTexts, leftOut),
  };
}

/**
 * The importer for a contract year. The operator gives the year, because the files do not have it. With `keepTexts` the
 * entries quote the texts in the plans' own words.
 */
export function cmsPbp(year: number, keepTexts = false): Importer {
  return {
    name: `CMS Plan Benefit Package ${String(year)}`,
    edition: `cms-pbp ${String(year)} 3${keepTexts ? ' with texts' : ''}`,
    ...(keepTexts ? { quotesTexts: true as const } : {}),
    files: [
      fileOf(
        'pbp_Section_A.txt',
        SECTION_A,
        'plans have no names but their numbers, and what needs authorization is stated by category alone.',
      ),
      fileOf(AREA_FILE, AREA_COLUMNS, 'where plans are offered is not said.', {
        leftOut: (cells) => areaLeftOut(cells, year),
      }),
      {
        ...fileOf(REGION_FILE, REGION_COLUMNS, 'where regional plans are offered is not said.', {
          leftOut: (cells) => regionLeftOut(cells, year),
        }),
        mayBeEmpty: true,
      },
      ...SECTIONS.map(({ name, columns, without }) => fileOf(name, columns, without)),
      ...BENEFIT_FILES.map(({ name, benefits, columns = [] }) =>
        fileOf(
          name,
          [...benefits.flatMap((benefit) => benefit.columns), ...columns],
          `of ${benefits.map(labelOf).join(', ')} nothing is said.`,
          { keepTexts },
        ),
      ),
    ],
    unread: [
      [
        /vbid|_uf\b|ssbci|b19b/,
        'benefits for some members alone: what a plan offers those is left out, and never taken for an offer to all',
      ],
      [/^pbp_section_c_(?:oon|pos)/, 'the terms out of network: prices are those in network'],
    ],
    assemble: (contract, rows, readOn, tally) => contractEntries(year, contract, rows, readOn, tally),
  };
}

/** The label of a benefit in the report of an import. */
function labelOf({ label, isOptional }: Benefit): string {
  return isOptional === true ? `${label} in optional packages` : label;
}

/**
 * The pages of Medicare.gov's Plan Compare as a table: which files and rows are read. A row of the table is a plan and
 * segment; a cell is what the page says of one benefit. Two more tables say where plans are offered and which codes
 * counties have, and one says of which states not all pages are in the table.
 */
import type { Cells, ImportColumn, Importer, ImportFile, KeptRow } from '../importer.ts';
import { SHARED_GROUP } from '../importer.ts';
import { PAGE_ROWS, rulesColumn } from './benefits.ts';
import { contractEntries } from './contract.ts';
import { AREA_FILE, GAP_FILE, TABLE_FILE } from './files.ts';
import { CROSSWALK_COLUMNS, CROSSWALK_FILE, crosswalkLeftOut } from './crosswalk.ts';
import { packEntries } from './pack.ts';
import type { PlanCompareSettings } from './settings.ts';

const PLAN_ID = /^([A-Z]\d{4})-\d{1,3}-\d{1,3}$/i;
const required = (name: string): ImportColumn => ({ names: [name] });
const optional = (name: string): ImportColumn => ({ names: [name], optional: true });

const TABLE_COLUMNS: readonly ImportColumn[] = [
  ...['plan_id', 'name'].map(required),
  ...['organization', 'kind', 'snp', 'states'].map(optional),
  ...PAGE_ROWS.flatMap((row) => [row.column, rulesColumn(row)].map(row.isForSome ? optional : required)),
];
const AREA_COLUMNS: readonly ImportColumn[] = [
  ...['plan_id', 'state', 'counties'].map(required),
  optional('all_counties'),
];
const GAP_COLUMNS = ['state', 'pages_read', 'pages'].map(required);

function cellsOf(columns: readonly ImportColumn[], cells: Cells): Record<string, string> {
  return Object.fromEntries(
    columns.map(({ names: [name] }): [string, string] => [name, cells(name)]).filter(([, text]) => text !== ''),
  );
}

function keepPlan(columns: readonly ImportColumn[], why: (cells: Cells) => string | null): (cells: Cells) => KeptRow {
  return (cells) => {
    const [, contract] = PLAN_ID.exec(cells('plan_id')) ?? [];
    if (contract === undefined) return { leftOut: 'no contract, plan and segment to know the plan by' };
    const leftOut = why(cells);
    return leftOut === null ? { group: contract.toLowerCase(), cells: cellsOf(columns, cells) } : { leftOut };
  };
}

function keepShared(columns: readonly ImportColumn[], why: (cells: Cells) => string | null): (cells: Cells) => KeptRow {
  return (cells) => {
    const leftOut = why(cells);
    return leftOut === null ? { group: SHARED_GROUP, cells: cellsOf(columns, cells) } : { leftOut };
  };
}

/** True for the name of a state or territory in two letters. */
const hasState = (cells: Cells): boolean => /^[A-Z]{2}$/i.test(cells('state'));

const files: readonly ImportFile[] = [
  {
    name: TABLE_FILE,
    matches: /^medicare[-_]plan[-_]compare(?:[-_]\d{4})?\.csv$/,
    format: 'csv',
    columns: TABLE_COLUMNS,
    without: 'of benefits nothing is said.',
    keep: keepPlan(TABLE_COLUMNS, () => null),
  },
  {
    name: AREA_FILE,
    matches: /^medicare[-_]plan[-_]counties(?:[-_]\d{4})?\.csv$/,
    format: 'csv',
    columns: AREA_COLUMNS,
    without: 'where plans are offered is not said.',
    keep: keepPlan(AREA_COLUMNS, (cells) => {
      if (!hasState(cells)) return 'state is not the two letters of a state';
      return cells('counties') === '' && !/^yes$/i.test(cells('all_counties')) ? 'no county' : null;
    }),
  },
  {
    name: CROSSWALK_FILE,
    matches: /^ssa_fips_state_county(?:_?\d{4})?\.csv$/,
    format: 'csv',
    columns: CROSSWALK_COLUMNS,
    without: 'counties have no codes, so only their names find a plan.',
    keep: keepShared(CROSSWALK_COLUMNS, crosswalkLeftOut),
  },
  {
    name: GAP_FILE,
    matches: /^medicare[-_]plan[-_]compare[-_]gaps(?:[-_]\d{4})?\.csv$/,
    format: 'csv',
    columns: GAP_COLUMNS,
    without: 'of which states pages are missing is not said.',
    keep: keepShared(GAP_COLUMNS, (cells) => {
      if (!hasState(cells)) return 'state is not the two letters of a state';
      return /^\d+$/.test(cells('pages_read')) && /^\d*$/.test(cells('pages')) ? null : 'no number of pages';
    }),
  },
];

/** The importer of the pages of a year. The operator gives the year, because the table does not have it. */
export function planCompare(settings: PlanCompareSettings): Importer {
  const { year, via, edition } = settings;
  return {
    name: `Medicare.gov Plan Compare ${String(year)}`,
    edition: `plan-compare ${String(year)} ${via ?? ''} ${edition ?? ''} 1`,
    files,
    assemble: (_contract, rows, readOn, tally, shared) => contractEntries(settings, rows, readOn, tally, shared),
    pack: (readOn, shared, found) => packEntries(settings, readOn, shared, found),
  };
}

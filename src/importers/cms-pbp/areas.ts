/**
 * Where plans of the Plan Benefit Package are offered, from `PlanArea.txt`. A row has a plan and a county, by Social
 * Security's code and by name: CMS's SAS program planArea.sas calls `county_code` the SSA state and county code. The file has
 * no FIPS codes, so none are written, and no code of it is read as one.
 */
import { isState, stateCode } from '../../model/counties.ts';
import { type AreaEntry, countyName, type CountyRow, countyTexts } from '../counties.ts';
import type { Cells, ImportColumn, Row } from '../importer.ts';
import type { Passages } from '../passages.ts';

/** The name of the file of service areas. */
export const AREA_FILE = 'PlanArea.txt';
/** The columns that are read from it, in addition to those of the plan. */
export const AREA_COLUMNS: readonly ImportColumn[] = [
  ...['county_code', 'county', 'stcd'].map((name): ImportColumn => ({ names: [name] })),
  ...['partial_flag', 'pending_flag', 'eghp_flag', 'contract_year'].map((name): ImportColumn => ({
    names: [name],
    optional: true,
  })),
];

/** States and territories by the first two digits of Social Security's codes, which `stcd` may have instead of letters. */
const SSA_STATES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '01 AL 02 AK 03 AZ 04 AR 05 CA 06 CO 07 CT 08 DE 09 DC 10 FL 11 GA 12 HI 13 ID 14 IL 15 IN 16 IA 17 KS 18 KY 19 LA 20 ME 21 MD 22 MA 23 MI 24 MN 25 MS 26 MO 27 MT 28 NE 29 NV 30 NH ' +
    '31 NJ 32 NM 33 NY 34 NC 35 ND 36 OH 37 OK 38 OR 39 PA 40 PR 41 RI 42 SC 43 SD 44 TN 45 TX 46 UT 47 VT 48 VI 49 VA 50 WA 51 WV 52 WI 53 WY'
  )
    .match(/\d\d [A-Z]{2}/g)
    ?.map((each) => [each.slice(0, 2), each.slice(3)]) ?? [],
);

function stateOf(cells: Cells): string | null {
  const text = cells('stcd').toUpperCase();
  const letters = stateLetters(text, cells('county_code'));
  return letters !== undefined && isState(stateCode(letters)) ? stateCode(letters) : null;
}

/** The two letters of a state, from letters or from the digits of Social Security's code. */
function stateLetters(text: string, countyCode: string): string | undefined {
  if (/^[A-Z]{2}$/.test(text)) return text;
  return /^\d{2}$/.test(text) || text === countyCode ? SSA_STATES[text.slice(0, 2)] : undefined;
}

/**
 * False for a flag that is blank or says no. Any other value counts as yes, because then the answer claims less: the files
 * have 0 and 1, and an asterisk for a county that is served in part.
 */
export const isFlagged = (flag: string): boolean => !/^(?:0|2|n|no|f|false)?$/i.test(flag);

/** Why a row is left out, as the words under which it is counted; null for a row that is kept. */
export function areaLeftOut(cells: Cells, year: number): string | null {
  const said = cells('contract_year');
  if (/^\d{4}$/.test(said) && said !== String(year)) return `contract_year is ${said} and not ${String(year)}`;
  if (stateOf(cells) === null) return 'stcd holds no state of the United States';
  if (cells('county_code') !== '' && !/^\d{4,5}$/.test(cells('county_code')))
    return "county_code holds no county's number";
  return cells('county_code') === '' && countyName(cells('county')) === null
    ? 'neither the code nor the name of a county'
    : null;
}

function countyOf({ cells }: Row): CountyRow {
  const cell = (column: string): string => cells[column] ?? '';
  const code = cell('county_code');
  return {
    state: stateOf(cell) ?? '',
    fips: null,
    ssa: code === '' ? null : code.padStart(5, '0'),
    name: countyName(cell('county')),
    isPartial: isFlagged(cell('partial_flag')),
    zipCodes: [],
  };
}

function kindOf({ cells }: Row, isForGroups: boolean): 'pending' | 'groups' | 'area' {
  if (isFlagged(cells['pending_flag'] ?? '')) return 'pending';
  return isFlagged(cells['eghp_flag'] ?? '') && !isForGroups ? 'groups' : 'area';
}

/**
 * The service areas of a plan, one for each kind of row. Pending counties, and counties that an individual's plan has only
 * for groups of employers, are possible areas (`may`). `isForGroups` is whether the plan itself is for groups.
 */
export function areasOf(
  rows: readonly Row[],
  year: number,
  rowKey: string,
  isForGroups: boolean,
  passages: Passages,
): AreaEntry[] {
  const kinds = new Map<string, Row[]>();
  for (const row of rows) {
    const kind = kindOf(row, isForGroups);
    const own = kinds.get(kind);
    if (own) own.push(row);
    else kinds.set(kind, [row]);
  }
  const says: Readonly<Record<string, string>> = {
    area: 'Names the counties in which it is offered.',
    pending: 'Names counties that were still pending.',
    groups: 'Names counties that are for groups of employers.',
  };
  const flag: Readonly<Record<string, string>> = { pending: 'pending_flag', groups: 'eghp_flag' };
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, own]) => ({
      counties: countyTexts(own.map(countyOf)),
      ...(kind === 'area' ? {} : { modality: 'may' }),
      from: `${String(year)}-01-01`,
      until: `${String(year + 1)}-01-01`,
      cites: [
        passages.citeAll(
          own,
          rowKey,
          kind,
          [
            'county_code',
            'county',
            'stcd',
            ...(own.some(({ cells }) => cells['partial_flag'] !== undefined) ? ['partial_flag'] : []),
            ...(flag[kind] === undefined ? [] : [flag[kind]]),
          ],
          says[kind] ?? '',
        ),
      ],
    }));
}

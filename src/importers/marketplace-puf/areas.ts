/**
 * Where marketplace plans are offered, from the service area file. A row has an area of an issuer, and a county by its FIPS
 * code or a whole state. Only the file of plan attributes says which area a plan has.
 */
import { isState, stateCode, stateOfFips } from '../../model/counties.ts';
import { type AreaEntry, type CountyRow, countyTexts } from '../counties.ts';
import type { Cells, ImportColumn, Row } from '../importer.ts';
import type { Passages } from '../passages.ts';

/** The columns that are read from the service area file. */
export const AREA_COLUMNS: readonly ImportColumn[] = [
  ...['BusinessYear', 'StateCode', 'IssuerId', 'ServiceAreaId', 'CoverEntireState'].map((name): ImportColumn => ({
    names: [name],
  })),
  { names: ['County', 'CountyCode', 'County FIPS'] },
  { names: ['PartialCounty'] },
  { names: ['ZipCodes', 'ZIPCodes', 'Zip Codes'] },
];

const isYes = (text: string): boolean => text.toLowerCase() === 'yes';
/** Restores the leading zero of a code, which spreadsheets remove. */
const fipsOf = (text: string): string => text.padStart(5, '0');

/** Why a row is left out, as the words under which it is counted; null for a row that is kept. */
export function areaLeftOut(cells: Cells): string | null {
  const state = stateCode(cells('StateCode').toUpperCase());
  if (!/^\d{5}$/.test(cells('IssuerId')) || cells('ServiceAreaId') === '')
    return 'no issuer and area to know the area by';
  if (!/^20\d\d$/.test(cells('BusinessYear'))) return 'no year';
  if (!isState(state)) return 'StateCode is no state of the United States';
  if (isYes(cells('CoverEntireState'))) return null;
  const county = cells('County');
  if (county === '') return 'neither a county nor the whole state';
  if (!/^\d{4,5}$/.test(county)) return 'County is no FIPS code';
  const zipCodes = cells('ZipCodes');
  if (stateOfFips(fipsOf(county)) !== state) return 'County is a code of another state than StateCode';
  return zipCodes === '' || zipsOf(zipCodes).every((zip) => /^\d{5}$/.test(zip))
    ? null
    : 'ZipCodes holds what are no ZIP codes';
}

const zipsOf = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .filter((zip) => zip !== '')
    .map((zip) => zip.padStart(5, '0'));

function countyOf({ cells }: Row, state: string): CountyRow {
  const zipCodes = zipsOf(cells['ZipCodes'] ?? '').sort();
  return {
    state,
    fips: fipsOf(cells['County'] ?? ''),
    ssa: null,
    name: null,
    isPartial: isYes(cells['PartialCounty'] ?? '') || zipCodes.length > 0,
    zipCodes,
  };
}

/** The areas of one issuer in one year, by state and id. */
export class IssuerAreas {
  readonly #rows = new Map<string, Row[]>();
  readonly #passages: Passages;
  readonly #year: number;

  constructor(rows: readonly Row[], year: number, passages: Passages) {
    this.#passages = passages;
    this.#year = year;
    for (const row of rows) {
      const key = `${row.cells['StateCode'] ?? ''} ${row.cells['ServiceAreaId'] ?? ''}`.toUpperCase();
      const own = this.#rows.get(key);
      if (own) own.push(row);
      else this.#rows.set(key, [row]);
    }
  }

  /** The area with this id in a state; null where the file has no row of it. */
  named(state: string, area: string): AreaEntry[] | null {
    const rows = this.#rows.get(`${state} ${area}`.toUpperCase());
    return rows ? [this.#entry(state, rows, [])] : null;
  }

  /** Every area of the issuer in a state, as possible areas (`may`) of a plan whose area is not known. */
  possible(state: string): AreaEntry[] {
    return [...this.#rows]
      .filter(([key]) => key.startsWith(`${state} `))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, rows]) => this.#entry(state, rows, ['may']));
  }

  #entry(letters: string, rows: readonly Row[], modality: ['may'] | []): AreaEntry {
    const state = stateCode(letters);
    const area = rows[0]?.cells['ServiceAreaId'] ?? '';
    const whole = rows.filter(({ cells }) => isYes(cells['CoverEntireState'] ?? ''));
    const counties = rows.filter((row) => !whole.includes(row));
    const columns = [
      ...(whole.length > 0 ? ['CoverEntireState'] : []),
      ...(counties.length > 0 ? ['County', 'PartialCounty', 'ZipCodes'] : []),
    ];
    const cited = this.#passages.citeAll(
      rows,
      `${letters}-${area}`.slice(0, 40),
      'area',
      ['ServiceAreaId', ...columns],
      `Says where service area ${area.slice(0, 40)} is.`,
      `of issuer and area ${area.slice(0, 40)} in ${letters}`,
    );
    return {
      ...(whole.length > 0 ? { states: [state] } : {}),
      ...(counties.length > 0 ? { counties: countyTexts(counties.map((row) => countyOf(row, state))) } : {}),
      ...(modality.length > 0 ? { modality: 'may' } : {}),
      from: `${String(this.#year)}-01-01`,
      until: `${String(this.#year + 1)}-01-01`,
      cites: [cited],
    };
  }
}

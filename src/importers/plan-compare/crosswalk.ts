/**
 * The codes of counties by state and name, from the crosswalk of Social Security's county codes to FIPS codes. A name is
 * matched as a whole, in the same state. The crosswalk shortens or misspells some names ("E. BATON ROUGE"); those that are
 * listed here with their FIPS code are read as the county's name, and no other short form matches anything.
 */
import { countyNameKey, isState, stateCode } from '../../model/counties.ts';
import type { Cells, ImportColumn, Row } from '../importer.ts';

/** The file with the codes. */
export const CROSSWALK_FILE = 'ssa_fips_state_county.csv';
/** The columns that are read from it. */
export const CROSSWALK_COLUMNS: readonly ImportColumn[] = ['county', 'state', 'ssacounty', 'fipscounty'].map(
  (name) => ({ names: [name] }),
);

/** The codes of a county. Los Angeles has two of Social Security's codes and one FIPS code. */
export interface CountyCodes {
  readonly fips: string;
  readonly ssa: string;
}

/** Why a row is left out, as the words under which it is counted; null for a row that is kept. */
export function crosswalkLeftOut(cells: Cells): string | null {
  if (!isState(stateCode(cells('state').toUpperCase()))) return 'state holds no state of the United States';
  if (cells('county').toUpperCase() === 'STATEWIDE') return 'a whole state, which is no county';
  if (cells('county') === '') return 'no name of a county';
  return /^\d{4,5}$/.test(cells('ssacounty')) && /^\d{4,5}$/.test(cells('fipscounty'))
    ? null
    : 'not both codes of the county';
}

/** The names of counties (FIPS 6-4) that the crosswalk spells otherwise, by FIPS code. */
const NAMES_BY_FIPS: Readonly<Record<string, readonly [spelled: string, name: string]>> = {
  '11001': ['THE DISTRICT', 'District of Columbia'],
  '22033': ['E. BATON ROUGE', 'East Baton Rouge'],
  '22053': ['JEFFRSON DAVIS', 'Jefferson Davis'],
  '22095': ['ST. JOHN BAPTIST', 'St. John the Baptist'],
  '22121': ['W. BATON ROUGE', 'West Baton Rouge'],
  '31157': ['SCOTT BLUFF', 'Scotts Bluff'],
  '42097': ['NORTHUMBERLND', 'Northumberland'],
  '51133': ['NORTHUMBERLND', 'Northumberland'],
  '51735': ['POQUOSON', 'Poquoson City'],
  '55078': ['MENOMONEE', 'Menominee'],
};

/** The county's name: the crosswalk's own, or the whole one where code and spelling are as listed. */
function nameOf(spelled: string, fips: string): string {
  const listed = NAMES_BY_FIPS[fips];
  return listed?.[0] === spelled.trim().toUpperCase() ? listed[1] : spelled;
}

const keyOf = (name: string, state: string): string => `${state} ${countyNameKey(name).replaceAll(' ', '')}`;

/** The codes by the key of a county. A name that means several FIPS codes in a state has none. */
export class Crosswalk {
  readonly #codes = new Map<string, CountyCodes[]>();

  constructor(rows: readonly Row[]) {
    for (const { cells } of rows) {
      const codes = {
        fips: (cells['fipscounty'] ?? '').padStart(5, '0'),
        ssa: (cells['ssacounty'] ?? '').padStart(5, '0'),
      };
      const name = nameOf(cells['county'] ?? '', codes.fips);
      const key = keyOf(name, stateCode((cells['state'] ?? '').toUpperCase()));
      this.#codes.set(key, [...(this.#codes.get(key) ?? []), codes]);
    }
  }

  /** The codes of a county, by its whole name and the ISO 3166 code of its state; empty if the name is not there or means several. */
  codesOf(name: string, state: string): readonly CountyCodes[] {
    const codes = this.#codes.get(keyOf(name, state)) ?? [];
    return new Set(codes.map(({ fips }) => fips)).size === 1 ? codes : [];
  }
}

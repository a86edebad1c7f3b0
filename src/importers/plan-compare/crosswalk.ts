/**
 * The codes of counties by state and name, from the crosswalk of Social Security's county codes to FIPS codes. A name is
 * matched as a whole, in the same state. The crosswalk shortens some names ("E. BATON ROUGE"); those match nothing.
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

const keyOf = (name: string, state: string): string => `${state} ${countyNameKey(name).replaceAll(' ', '')}`;

/** The codes by the key of a county. A name that means several FIPS codes in a state has none. */
export class Crosswalk {
  readonly #codes = new Map<string, CountyCodes[]>();

  constructor(rows: readonly Row[]) {
    for (const { cells } of rows) {
      const key = keyOf(cells['county'] ?? '', stateCode((cells['state'] ?? '').toUpperCase()));
      const codes = {
        fips: (cells['fipscounty'] ?? '').padStart(5, '0'),
        ssa: (cells['ssacounty'] ?? '').padStart(5, '0'),
      };
      this.#codes.set(key, [...(this.#codes.get(key) ?? []), codes]);
    }
  }

  /** The codes of a county, by its whole name and the ISO 3166 code of its state; empty if the name is not there or means several. */
  codesOf(name: string, state: string): readonly CountyCodes[] {
    const codes = this.#codes.get(keyOf(name, state)) ?? [];
    return new Set(codes.map(({ fips }) => fips)).size === 1 ? codes : [];
  }
}

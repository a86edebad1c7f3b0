/** The names of the files of Plan Compare, and the addresses of its pages. */

/** The table of plans and benefits. */
export const TABLE_FILE = 'medicare-plan-compare.csv';
/** The table of the counties of plans. */
export const AREA_FILE = 'medicare-plan-counties.csv';
/** The table of the states of which pages are missing. */
export const GAP_FILE = 'medicare-plan-compare-gaps.csv';

/** The site of the pages. */
export const SITE = 'https://www.medicare.gov/plan-compare/';

/** The address of a plan's page. `rowKey` is its contract, plan and segment: H3660-053-1. */
export function pageAddress(rowKey: string, year: number): string {
  return `${SITE}#/plan-details/${String(year)}-${rowKey}?year=${String(year)}`;
}

/** What a pack of Plan Compare holds beyond its plans: the sources of counties and their codes, and what was not read. */
import type { ImportFile, PackEntries, Row, SourceEntry } from '../importer.ts';
import { CROSSWALK_FILE } from './crosswalk.ts';
import { AREA_FILE, GAP_FILE } from './files.ts';
import type { PlanCompareSettings } from './settings.ts';

/** Who publishes the pages and the tables. */
export const PUBLISHER = 'Centers for Medicare & Medicaid Services';
// The pack of each year has sources of its own, so packs of two years can be loaded together.
const areaSource = (year: number): string => `plan-compare-${String(year)}-counties`;
const crosswalkSource = (year: number): string => `plan-compare-${String(year)}-county-codes`;
/** The citation of the table of counties. */
export const areaCitation = (year: number): string => `${areaSource(year)}#counties`;
/** The citation of the crosswalk of county codes. */
export const crosswalkCitation = (year: number): string => `${crosswalkSource(year)}#codes`;

/** The sources of the tables that were loaded, and a sentence for each state of which pages are missing. */
export function packEntries(
  { year, via }: PlanCompareSettings,
  readOn: string,
  shared: readonly Row[],
  files: readonly ImportFile[],
): PackEntries {
  const common = { publisher: PUBLISHER, checkedOn: readOn, licence: 'US-GOVERNMENT-WORK' } as const;
  const areas: SourceEntry = {
    slug: areaSource(year),
    name: `Counties of Medicare Advantage plans ${String(year)}`,
    authority: 'plan-document',
    edition: `plan year ${String(year)}`,
    ...common,
    ...(via === undefined ? {} : { via }),
    passages: {
      counties: {
        at: "The plan's row, columns state and counties",
        says: 'Names the counties in which each plan is offered, without codes.',
      },
    },
  };
  const crosswalk = shared.find(({ file }) => file.name === CROSSWALK_FILE);
  const codes: SourceEntry = {
    slug: crosswalkSource(year),
    name: `Social Security's and FIPS codes of counties, as used for plans of ${String(year)}`,
    authority: 'agency-page',
    edition: `${crosswalk?.fileName ?? CROSSWALK_FILE}, as the National Bureau of Economic Research keeps it`,
    ...common,
    passages: {
      codes: {
        at: 'Columns county, state, ssacounty and fipscounty',
        says: "Gives each county's code in Social Security's numbering and its FIPS code.",
      },
    },
  };
  const hasAreas = files.some(({ name }) => name === AREA_FILE);
  return {
    sources: [...(hasAreas ? [areas] : []), ...(hasAreas && crosswalk ? [codes] : [])],
    notRead: shared.filter(({ file }) => file.name === GAP_FILE).map(({ cells }) => gapSentence(year, cells)),
  };
}

function gapSentence(year: number, cells: Row['cells']): string {
  const [state = '', read = '0', all = ''] = [cells['state']?.toUpperCase(), cells['pages_read'], cells['pages']];
  const which =
    Number(read) === 0
      ? `no Plan Compare page of ${String(year)} was read`
      : `only ${read}${all === '' ? '' : ` of ${all}`} Plan Compare pages of ${String(year)} were read`;
  return `${state}: ${which}. Medicare Advantage plans there whose pages were not read are not in the data; that says nothing of what they cover.`;
}

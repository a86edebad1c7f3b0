/**
 * Where regional plans are offered, from `PlanRegionArea.txt`. A row has a plan and a region of Medicare Advantage, by its code
 * and its name; the columns are those of CMS's SAS program planRegionArea.sas. Regions are made of whole states. The file
 * does not say which, so only a region whose own name lists its states is known by state; of any other the name is kept.
 */
import { stateCode } from '../../model/counties.ts';
import type { AreaEntry } from '../counties.ts';
import type { Cells, ImportColumn, PlanEntry, Row } from '../importer.ts';
import type { Passages } from '../passages.ts';
import { isFlagged } from './areas.ts';

/** The name of the file of regions. */
export const REGION_FILE = 'PlanRegionArea.txt';
/** The columns that are read from it, in addition to those of the plan. */
export const REGION_COLUMNS: readonly ImportColumn[] = [
  'pending_flag',
  'partial_flag',
  'contract_year',
  'eghp_flag',
  'region_type',
  'ma_or_pdp_region_code',
  'region',
].map((name): ImportColumn => ({
  names: [name],
  learntFrom: "from CMS's SAS program planRegionArea.sas and the header of 2027",
}));

const STATES: ReadonlyMap<string, string> = new Map(
  (
    'Alabama AL,Alaska AK,Arizona AZ,Arkansas AR,California CA,Colorado CO,Connecticut CT,Delaware DE,District of Columbia DC,Florida FL,Georgia GA,' +
    'Hawaii HI,Idaho ID,Illinois IL,Indiana IN,Iowa IA,Kansas KS,Kentucky KY,Louisiana LA,Maine ME,Maryland MD,Massachusetts MA,Michigan MI,' +
    'Minnesota MN,Mississippi MS,Missouri MO,Montana MT,Nebraska NE,Nevada NV,New Hampshire NH,New Jersey NJ,New Mexico NM,New York NY,' +
    'North Carolina NC,North Dakota ND,Ohio OH,Oklahoma OK,Oregon OR,Pennsylvania PA,Rhode Island RI,South Carolina SC,South Dakota SD,' +
    'Tennessee TN,Texas TX,Utah UT,Vermont VT,Virginia VA,Washington WA,West Virginia WV,Wisconsin WI,Wyoming WY'
  )
    .split(',')
    .map((each): [string, string] => [each.slice(0, -3).toLowerCase(), stateCode(each.slice(-2))]),
);
const CODES: ReadonlySet<string> = new Set(STATES.values());

/** The codes of the states that a text lists, and nothing else; null for any other text. */
function statesListed(text: string): string[] | null {
  const parts = text
    .split(/\s*(?:[,;/&+]|\band\b)\s*/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const states = parts.map((part) => {
    const code = stateCode(part);
    return /^[A-Z]{2}$/.test(part) && CODES.has(code) ? code : STATES.get(part.toLowerCase());
  });
  const known = states.flatMap((state) => state ?? []);
  return known.length === 0 || known.length < parts.length ? null : [...new Set(known)].sort();
}

/**
 * The states of a region whose name lists them, as in "Alabama and Tennessee" or "Northern New England (ME, NH)"; null where
 * the name does not. A name that lists other states within its parentheses than before them gives null.
 */
export function statesOfRegion(region: string): string[] | null {
  const [, before = '', inside = ''] = /^([^()]*)\(([^()]*)\)$/.exec(region.trim()) ?? [];
  const outer = statesListed(before === '' && inside === '' ? region : before);
  const inner = inside === '' ? null : statesListed(inside);
  if (inside === '') return outer;
  if (outer !== null && inner !== null && outer.join() !== inner.join()) return null;
  return inner;
}

/** Why a row is left out, as the words under which it is counted; null for a row that is kept. */
export function regionLeftOut(cells: Cells, year: number): string | null {
  const said = cells('contract_year');
  if (/^\d{4}$/.test(said) && said !== String(year)) return `contract_year is ${said} and not ${String(year)}`;
  if (/^pdp?$/i.test(cells('region_type'))) return 'region_type is that of a region of drug plans';
  return cells('region') === '' && cells('ma_or_pdp_region_code') === ''
    ? 'neither the code nor the name of a region'
    : null;
}

type Kind = 'area' | 'groups' | 'partial' | 'pending';
function kindOf({ cells }: Row, isForGroups: boolean): Kind {
  if (isFlagged(cells['pending_flag'] ?? '')) return 'pending';
  if (isFlagged(cells['eghp_flag'] ?? '') && !isForGroups) return 'groups';
  return isFlagged(cells['partial_flag'] ?? '') ? 'partial' : 'area';
}
const FLAGS: Readonly<Record<Kind, readonly [column: string | null, says: string]>> = {
  area: [null, 'Names the regions in which it is offered'],
  groups: ['eghp_flag', 'Names regions that are for groups of employers'],
  partial: ['partial_flag', 'Names regions of which it serves a part'],
  pending: ['pending_flag', 'Names regions that were still pending'],
};

/** What the regions of a plan give. */
export interface PlanRegions {
  /** Empty if one of the regions is not known by state, because the others alone would read as the whole area. */
  readonly areas: AreaEntry[];
  /** One for each region that is not known by state. */
  readonly remarks: NonNullable<PlanEntry['remarks']>;
}

/** "Alabama and Tennessee (MA region 10)", at most 160 characters. */
function regionWords({ cells }: Row): string {
  const code = cells['ma_or_pdp_region_code'] ?? '';
  const name = (cells['region'] ?? 'A region without a name').slice(0, 140);
  return code === '' ? name : `${name} (MA region ${code})`;
}

/**
 * The service areas of a regional plan and the remarks on regions that are not known by state. Regions that are pending, in
 * part, or for groups of employers only are possible areas (`may`). `isForGroups` is whether the plan itself is for groups.
 */
export function regionsOf(
  rows: readonly Row[],
  year: number,
  rowKey: string,
  isForGroups: boolean,
  passages: Passages,
): PlanRegions {
  const unknown = rows.filter((row) => statesOfRegion(row.cells['region'] ?? '') === null);
  if (unknown.length > 0) {
    const remarks = unknown.map((row, index) => ({
      topic: 'other' as const,
      text: `A region in which it is offered: ${regionWords(row)}. Which states and counties belong to it is not in the file.`,
      cites: [
        passages.cite(
          row,
          rowKey,
          `region-${row.cells['ma_or_pdp_region_code'] ?? String(index + 1)}`,
          ['ma_or_pdp_region_code', 'region'],
          `Names the region ${regionWords(row)}.`,
        ),
      ],
    }));
    return { areas: [], remarks };
  }
  const kinds = new Map<Kind, Row[]>();
  for (const row of rows) kinds.set(kindOf(row, isForGroups), [...(kinds.get(kindOf(row, isForGroups)) ?? []), row]);
  const areas = [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, own]): AreaEntry => {
      const [flag, says] = FLAGS[kind];
      const names = [...new Set(own.map(regionWords))].join('; ').slice(0, 1_500);
      const columns = ['ma_or_pdp_region_code', 'region', ...(flag === null ? [] : [flag])];
      return {
        states: [...new Set(own.flatMap((row) => statesOfRegion(row.cells['region'] ?? '') ?? []))].sort(),
        ...(kind === 'area' ? {} : { modality: 'may' as const }),
        from: `${String(year)}-01-01`,
        until: `${String(year + 1)}-01-01`,
        cites: [passages.citeAll(own, rowKey, `region-${kind}`, columns, `${says}: ${names}.`)],
      };
    });
  return { areas, remarks: [] };
}

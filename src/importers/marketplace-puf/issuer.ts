/** Makes the plans of one issuer and year from all their rows: an entry for each plan, and one for each of its variants within it. */
import type { AreaEntry } from '../counties.ts';
import type { PlanEntry, Row, SourceEntry } from '../importer.ts';
import { IssuerAreas } from './areas.ts';
import { isAreaRow, isBenefitRow } from './columns.ts';
import { variantRules } from './rules.ts';
import { Passages } from '../passages.ts';
import type { RowCounts } from '../row-counts.ts';

/** The length of a standard component id, `16842FL0070120`. The id of a variant is longer: `16842FL0070120-01`. */
const COMPONENT_LENGTH = 14;
const componentOf = (id: string): string => id.slice(0, COMPONENT_LENGTH);

/**
 * The source and the plans of one group of rows. `group` is the issuer's number and the year, `16842-2026`. A plan gets an
 * entry of its own for each year, so packs of two years can be loaded together.
 */
export function issuerEntries(
  group: string,
  rows: readonly Row[],
  readOn: string,
  tally: RowCounts,
): { source: SourceEntry; plans: PlanEntry[] } {
  const [issuer = '', year = ''] = group.split('-');
  const slug = `marketplace-puf-${year}-${issuer}`;
  const passages = new Passages(slug);
  const areaRows = rows.filter(({ file }) => isAreaRow(file));
  const areas = new IssuerAreas(areaRows, Number(year), passages);
  const variants = rowsByVariant(rows);
  if (variants.size === 0)
    tally.count('leftOut', 'rows of service areas of issuers of whose plans no row was kept', rows.length);
  const namedAreas = areasByComponent(variants);
  const plans = new Map<string, PlanEntry>();
  for (const [id, variantRows] of [...variants].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const component = componentOf(id);
    let base = plans.get(component);
    if (!base) {
      // Marketplace plans have no rules in common, so a plan takes none from their class.
      base = planEntry(component, year, variantRows, passages, { within: 'marketplace-plans', takesRulesFrom: {} });
      const serviceAreas = areasOf(component, [...(namedAreas.get(component) ?? [])].sort(), areas, tally);
      if (serviceAreas.length > 0) base.serviceAreas = serviceAreas;
      plans.set(component, base);
    }
    const entry =
      id === component ? base : planEntry(id, year, variantRows, passages, { within: slugOf(component, year) });
    plans.set(id, entry);
    const benefitRows = variantRows.filter(({ file }) => isBenefitRow(file));
    const rules = variantRules(id, benefitRows, passages, tally);
    if (Object.keys(rules).length > 0) entry.rules = rules;
  }
  return {
    source: {
      slug,
      name: `Marketplace public use files ${year}, issuer ${issuer}`,
      publisher: 'Centers for Medicare & Medicaid Services',
      authority: 'plan-document',
      edition: `plan year ${year}`,
      checkedOn: readOn,
      licence: 'US-GOVERNMENT-WORK',
      passages: passages.all,
    },
    plans: [...plans.values()],
  };
}

const slugOf = (id: string, year: string): string => `${id.toLowerCase()}-${year}`;

/** The rows of benefits and attributes by the id of their plan variant. */
function rowsByVariant(rows: readonly Row[]): Map<string, Row[]> {
  const variants = new Map<string, Row[]>();
  for (const row of rows) {
    if (isAreaRow(row.file)) continue;
    const id = row.cells['PlanId'] ?? '';
    const variantRows = variants.get(id);
    if (variantRows) variantRows.push(row);
    else variants.set(id, [row]);
  }
  return variants;
}

/** The ids of the service areas that the variants of a plan name, by the plan's component id. */
function areasByComponent(variants: ReadonlyMap<string, readonly Row[]>): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const [id, rows] of variants) {
    for (const { cells } of rows) {
      const area = cells['ServiceAreaId'];
      if (area === undefined) continue;
      const component = componentOf(id);
      named.set(component, (named.get(component) ?? new Set<string>()).add(area));
    }
  }
  return named;
}

/** The service areas of a plan: all areas that its variants name, or every area of the issuer in its state if they name none. */
function areasOf(component: string, named: readonly string[], areas: IssuerAreas, tally: RowCounts): AreaEntry[] {
  const state = component.slice(5, 7).toUpperCase();
  const known = named.flatMap((area) => areas.named(state, area) ?? []);
  const possible = named.length > 0 ? [] : areas.possible(state);
  tally.count('written', areaCount(known, possible));
  if (named.length > 0 && known.length < named.length)
    tally.count('leftOut', 'a service area that plans name and the file of areas does not have');
  return [...known, ...possible];
}

/** The words under which a plan is counted. */
function areaCount(known: readonly AreaEntry[], possible: readonly AreaEntry[]): string {
  if (known.length > 0) return 'plans with a service area';
  return possible.length > 0
    ? 'plans with the areas of their issuer, of which one is theirs'
    : 'plans of which no file says where they are offered';
}

/** The entry of a plan or a variant, named by its attributes. `position` is its place in the hierarchy of plans. */
function planEntry(
  id: string,
  year: string,
  rows: readonly Row[],
  passages: Passages,
  position: Pick<PlanEntry, 'within' | 'takesRulesFrom'>,
): PlanEntry {
  const attributes = rows.find(({ file }) => !isBenefitRow(file));
  const row = attributes ?? rows[0];
  if (!row) throw new Error(`plan ${id} has no row: an importer makes a plan only from its rows`);
  const name =
    (id.length > COMPONENT_LENGTH ? attributes?.cells['PlanVariantMarketingName'] : undefined) ??
    attributes?.cells['PlanMarketingName'] ??
    'Marketplace plan';
  const cited = passages.cite(
    row,
    id,
    'plan',
    attributes ? ['PlanId', 'PlanMarketingName'] : ['PlanId'],
    'Says which plan it is.',
    `${row.cells['PlanId'] ?? id} of ${year}`,
  );
  const remarks = id.length > COMPONENT_LENGTH || !attributes ? [] : typeRemarks(attributes, id, year, passages);
  return {
    slug: slugOf(id, year),
    name: `${name.slice(0, 160)} (${id}, ${year})`,
    phrases: [id, `${id} ${year}`],
    ...position,
    ...(remarks.length === 0 ? {} : { remarks }),
    cites: [cited],
  };
}

/** A remark with the type of the plan and to whom it is sold; empty where the attributes say neither in a known word. */
function typeRemarks(row: Row, id: string, year: string, passages: Passages): NonNullable<PlanEntry['remarks']> {
  const columns = (['PlanType', 'MarketCoverage'] as const).filter((column) => typeText(row, column) !== undefined);
  if (columns.length === 0) return [];
  const rowWords = `${row.cells['PlanId'] ?? id} of ${year}`;
  return [
    {
      topic: 'other',
      text: columns.map((column) => typeText(row, column)).join(' '),
      cites: [passages.cite(row, id, 'kind', columns, 'Says of which kind it is, or for whom.', rowWords)],
    },
  ];
}

const typeText = ({ cells }: Row, column: string): string | undefined => TYPES[(cells[column] ?? '').toLowerCase()];

const TYPES: Readonly<Record<string, string>> = {
  hmo: 'An HMO.',
  ppo: 'A PPO.',
  epo: 'An exclusive provider organization.',
  pos: 'A point-of-service plan.',
  indemnity: 'An indemnity plan.',
  individual: 'Sold to individuals.',
  'shop (small group)': 'Sold to small groups.',
};

/** Makes the plans of one contract from all their rows: one entry for each plan and segment. All cite the one source of the contract. */
import { AREA_FILE, areasOf } from './areas.ts';
import { BENEFIT_FILES } from './benefits.ts';
import { REGION_FILE, regionsOf } from './regions.ts';
import { addBenefitRule, addFreeTexts, type PlanContext } from './rules.ts';
import { sectionRemarks } from './sections.ts';
import type { AreaEntry } from '../counties.ts';
import type { PlanEntry, Row, SourceEntry } from '../importer.ts';
import { BASIC_BENEFITS } from '../medicare-advantage.ts';
import { Passages } from '../passages.ts';
import type { RowCounts } from '../row-counts.ts';

const PLAN_TYPES: Readonly<Record<string, string>> = {
  '01': 'An HMO',
  '02': 'An HMO with point of service',
  '04': 'A local PPO',
  '07': 'A medical savings account',
  '09': 'A private fee-for-service plan',
  '31': 'A regional PPO',
};

/** The rows of one plan: of the plan and its benefits, of counties, and of regions. */
interface PlanRows {
  readonly rows: Row[];
  readonly areas: Row[];
  readonly regions: Row[];
}

/** The source and the plans of one contract, `h1036`. `year` is the contract year. */
export function contractEntries(
  year: number,
  contract: string,
  rows: readonly Row[],
  readOn: string,
  tally: RowCounts,
): { source: SourceEntry; plans: PlanEntry[] } {
  const slug = `cms-pbp-${String(year)}-${contract}`;
  const passages = new Passages(slug);
  const byPlan = new Map<string, PlanRows>();
  for (const row of rows) {
    const key = `${contract}-${(row.cells['pbp_a_plan_identifier'] ?? '').padStart(3, '0')}-${String(Number(row.cells['segment_id']))}`;
    const own = byPlan.get(key) ?? { rows: [], areas: [], regions: [] };
    byPlan.set(key, own);
    if (row.file.name === AREA_FILE) own.areas.push(row);
    else if (row.file.name === REGION_FILE) own.regions.push(row);
    else if (row.cells['pbp_d_opt_identifier'] === undefined && own.rows.some((other) => other.file === row.file))
      tally.count('leftOut', `${row.fileName}: a second row of the same plan`);
    else own.rows.push(row);
  }
  const plans = [...byPlan]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) =>
      planOf(
        {
          year,
          rowKey: key.toUpperCase(),
          passages,
          sectionA: own.rows.find(({ file }) => file.name === 'pbp_Section_A.txt'),
          rules: {},
          remarks: [],
          tally,
        },
        `${key}-${String(year)}`,
        own,
      ),
    );
  return {
    source: {
      slug,
      name: `Plan Benefit Package ${String(year)}, contract ${contract.toUpperCase()}`,
      publisher: 'Centers for Medicare & Medicaid Services',
      authority: 'plan-document',
      edition: `contract year ${String(year)}`,
      checkedOn: readOn,
      licence: 'US-GOVERNMENT-WORK',
      passages: passages.all,
    },
    plans,
  };
}

/** The entry of one plan. Each year has an entry of its own, so packs of two years can be loaded together. */
function planOf(context: PlanContext, slug: string, { rows, areas, regions }: PlanRows): PlanEntry {
  const { sectionA, rowKey, remarks, rules, year } = context;
  const [first] = [...rows, ...areas, ...regions];
  if (!first) throw new Error(`plan ${rowKey} has no row: an importer makes a plan only from its rows`);
  const identity = addIdentity(context, sectionA ?? first);
  if (sectionA) addEligibility(context, sectionA);
  addRowContents(context, rows);
  const serviceAreas = addServiceAreas(context, areas, regions);
  return {
    slug,
    name: `${(sectionA?.cells['pbp_a_plan_name'] ?? 'Medicare Advantage plan').slice(0, 170)} (${rowKey}, ${String(year)})`,
    phrases: [rowKey, `${rowKey} ${String(year)}`],
    within: 'medicare-advantage',
    takesRulesFrom: BASIC_BENEFITS,
    ...(serviceAreas.length === 0 ? {} : { serviceAreas }),
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
    remarks,
    cites: [identity],
  };
}

/**
 * The service areas of a plan: its counties, and the states of its regions. Remarks on regions that are not known by state are
 * added to the context; the area of such a plan is not known, so there is none.
 */
function addServiceAreas(
  { sectionA, rowKey, passages, remarks, year, tally }: PlanContext,
  areas: readonly Row[],
  regions: readonly Row[],
): AreaEntry[] {
  const isForGroups = sectionA?.cells['pbp_a_eghp_yn'] === '1';
  const region = regionsOf(regions, year, rowKey, isForGroups, passages);
  remarks.push(...region.remarks);
  if (region.remarks.length > 0) {
    tally.count('written', 'plans offered in a region of which the file does not say the states');
    return [];
  }
  const serviceAreas = [...areasOf(areas, year, rowKey, isForGroups, passages), ...region.areas];
  tally.count(
    'written',
    serviceAreas.length > 0 ? 'plans with a service area' : 'plans of which no file says where they are offered',
  );
  return serviceAreas;
}

/** Adds the rules and remarks of the plan's rows to the context, kind by kind. */
function addRowContents(context: PlanContext, rows: readonly Row[]): void {
  const { rowKey, passages, remarks } = context;
  // Files are in the importer's order, so the row of an optional package comes after the plan's own row.
  for (const row of rows)
    for (const benefit of BENEFIT_FILES.find(({ name }) => name === row.file.name)?.benefits ?? [])
      addBenefitRule(context, row, benefit);
  for (const row of rows) addFreeTexts(context, row);
  for (const row of rows) remarks.push(...sectionRemarks(row, rowKey, passages));
}

/** Adds the remark that says what the plan is, and returns its citation. `row` is section A, or any row without it. */
function addIdentity({ sectionA, rowKey, passages, remarks }: PlanContext, row: Row): string {
  const identity = passages.cite(
    row,
    rowKey,
    'plan',
    [sectionA ? 'pbp_a_plan_name' : 'pbp_a_hnumber', 'pbp_a_plan_type'],
    'Says which plan it is and of which kind.',
  );
  const type = PLAN_TYPES[(row.cells['pbp_a_plan_type'] ?? '').padStart(2, '0')] ?? 'A plan';
  const organization = row.cells['pbp_a_org_marketing_name'] ?? '';
  remarks.push({
    topic: 'other',
    text: `${type}${organization === '' ? '' : ` of ${organization}`}.`,
    cites: [identity],
  });
  return identity;
}

/** The yes-or-no columns of section A that limit who may join. */
const ELIGIBILITY = [
  {
    column: 'pbp_a_special_need_flag',
    aspect: 'special-need',
    text: 'It is for people with special needs.',
    says: 'Says whether it is for special needs.',
  },
  {
    column: 'pbp_a_eghp_yn',
    aspect: 'employer',
    text: "It is for members of an employer's or union's group.",
    says: 'Says whether it is for employer groups.',
  },
] as const;

/** One character for each chronic condition, 1 where the plan is for it: 23 of them until 2025, and 33 from 2026. */
const CHRONIC_CONDITIONS = 'pbp_a_snp_cond';

function addEligibility({ rowKey, passages, remarks }: PlanContext, sectionA: Row): void {
  for (const { column, aspect, text, says } of ELIGIBILITY) {
    if (sectionA.cells[column] !== '1') continue;
    remarks.push({ topic: 'eligibility', text, cites: [passages.cite(sectionA, rowKey, aspect, [column], says)] });
  }
  const conditions = sectionA.cells[CHRONIC_CONDITIONS] ?? '';
  if (!/^[01]*1[01]*$/.test(conditions)) return;
  const marked = Array.from(conditions, (mark, index) => (mark === '1' ? String(index + 1) : '')).filter(Boolean);
  remarks.push({
    topic: 'eligibility',
    text: `It is for people with certain chronic conditions: ${marked.length === 1 ? 'number' : 'numbers'} ${marked.join(', ')} of ${String(conditions.length)}; which conditions those are is not in the row.`,
    cites: [
      passages.cite(sectionA, rowKey, 'chronic', [CHRONIC_CONDITIONS], 'Marks the chronic conditions that it is for.'),
    ],
  });
}

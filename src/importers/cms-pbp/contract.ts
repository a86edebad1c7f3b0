/** Makes the plans of one contract from all their rows: one entry for each plan and segment. All cite the one source of the contract. */
import { AREA_FILE, areasOf } from './areas.ts';
import { BENEFIT_FILES } from './benefits.ts';
import { addBenefitRule, addMassageInFreeText, type PlanContext } from './rules.ts';
import { sectionRemarks } from './sections.ts';
import type { PlanEntry, Row, SourceEntry } from '../importer.ts';
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
  const byPlan = new Map<string, { rows: Row[]; areas: Row[] }>();
  for (const row of rows) {
    const key = `${contract}-${(row.cells['pbp_a_plan_identifier'] ?? '').padStart(3, '0')}-${String(Number(row.cells['segment_id']))}`;
    const own = byPlan.get(key) ?? { rows: [], areas: [] };
    byPlan.set(key, own);
    if (row.file.name === AREA_FILE) own.areas.push(row);
    else if (row.cells['pbp_d_opt_identifier'] === undefined && own.rows.some((other) => other.file === row.file))
      tally.count('leftOut', `${row.fileName}: a second row of the same plan`);
    else own.rows.push(row);
  }
  const plans = [...byPlan]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { rows: own, areas }]) =>
      planOf(
        {
          year,
          rowKey: key.toUpperCase(),
          passages,
          sectionA: own.find(({ file }) => file.name === 'pbp_Section_A.txt'),
          rules: {},
          remarks: [],
          tally,
        },
        `${key}-${String(year)}`,
        own,
        areas,
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
function planOf(context: PlanContext, slug: string, rows: readonly Row[], areaRows: readonly Row[]): PlanEntry {
  const { sectionA, rowKey, passages, remarks, rules, year, tally } = context;
  const [first] = [...rows, ...areaRows];
  if (!first) throw new Error(`plan ${rowKey} has no row: an importer makes a plan only from its rows`);
  const identity = addIdentity(context, sectionA ?? first);
  if (sectionA) addEligibility(context, sectionA);
  addRowContents(context, rows);
  const serviceAreas = areasOf(areaRows, year, rowKey, sectionA?.cells['pbp_a_eghp_yn'] === '1', passages);
  const areaCount =
    serviceAreas.length > 0 ? 'plans with a service area' : 'plans of which no file says where they are offered';
  tally.count('written', areaCount);
  return {
    slug,
    name: `${(sectionA?.cells['pbp_a_plan_name'] ?? 'Medicare Advantage plan').slice(0, 170)} (${rowKey}, ${String(year)})`,
    phrases: [rowKey, `${rowKey} ${String(year)}`],
    within: 'medicare-advantage',
    takesRulesFrom: { 'original-medicare': { takes: 'grants-only', cites: ['cfr-42-422-101#basic-benefits'] } },
    ...(serviceAreas.length === 0 ? {} : { serviceAreas }),
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
    remarks,
    cites: [identity],
  };
}

/** Adds the rules and remarks of the plan's rows to the context, kind by kind. */
function addRowContents(context: PlanContext, rows: readonly Row[]): void {
  const { rowKey, passages, remarks } = context;
  // Files are in the importer's order, so the row of an optional package comes after the plan's own row.
  for (const row of rows)
    for (const benefit of BENEFIT_FILES.find(({ name }) => name === row.file.name)?.benefits ?? [])
      addBenefitRule(context, row, benefit);
  for (const row of rows) addMassageInFreeText(context, row);
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

function addEligibility({ rowKey, passages, remarks }: PlanContext, sectionA: Row): void {
  for (const { column, aspect, text, says } of ELIGIBILITY) {
    if (sectionA.cells[column] !== '1') continue;
    remarks.push({ topic: 'eligibility', text, cites: [passages.cite(sectionA, rowKey, aspect, [column], says)] });
  }
}

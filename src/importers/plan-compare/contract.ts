/**
 * Makes the plans of one contract from their rows in the tables: one entry for each plan and segment, and one source, the
 * plan's page.
 */
import { stateCode } from '../../model/counties.ts';
import { countyName, type CountyRow, countyTexts } from '../counties.ts';
import type { GroupEntries, PlanEntry, Row, SourceEntry } from '../importer.ts';
import { BASIC_BENEFITS } from '../medicare-advantage.ts';
import { Passages } from '../passages.ts';
import type { RowCounts } from '../row-counts.ts';
import { PAGE_ROWS } from './benefits.ts';
import { Crosswalk, CROSSWALK_FILE } from './crosswalk.ts';
import { AREA_FILE, pageAddress } from './files.ts';
import { areaCitation, crosswalkCitation, PUBLISHER } from './pack.ts';
import { addPageRow, type PlanContext } from './rules.ts';
import type { PlanCompareSettings } from './settings.ts';
import { UnreadCells } from './unread-cells.ts';

/** The sources and plans of one contract. `shared` are the rows of the crosswalk and of the missing pages. */
export function contractEntries(
  settings: PlanCompareSettings,
  rows: readonly Row[],
  readOn: string,
  tally: RowCounts,
  shared: readonly Row[],
): GroupEntries {
  const { year } = settings;
  const crosswalk = crosswalkOf(shared);
  const unread = new UnreadCells(tally);
  const sources: SourceEntry[] = [];
  const plans: PlanEntry[] = [];
  for (const [rowKey, { page, area }] of rowsByPlan(rows, tally)) {
    const passages = new Passages(`plan-compare-${String(year)}-${rowKey.toLowerCase()}`);
    const context: PlanContext = { year, rowKey, passages, row: page, rules: {}, remarks: [], tally, unread };
    const serviceAreas = area ? areasOf(context, area, crosswalk) : [];
    tally.count(
      'written',
      serviceAreas.length > 0 ? 'plans with a service area' : 'plans of which no file says where they are offered',
    );
    plans.push(planOf(context, serviceAreas));
    sources.push({
      slug: passages.source,
      name: `Plan Compare ${String(year)}, ${rowKey}`,
      publisher: PUBLISHER,
      authority: 'agency-page',
      edition: settings.edition ?? `plan year ${String(year)}`,
      checkedOn: readOn,
      url: pageAddress(rowKey, year),
      licence: 'US-GOVERNMENT-WORK',
      ...(settings.via === undefined ? {} : { via: settings.via }),
      passages: passages.all,
    });
  }
  return { source: sources, plans };
}

const crosswalks = new WeakMap<readonly Row[], Crosswalk>();
/** The crosswalk in the shared rows. Made once, because every contract needs it. */
function crosswalkOf(shared: readonly Row[]): Crosswalk {
  const known = crosswalks.get(shared);
  if (known) return known;
  const crosswalk = new Crosswalk(shared.filter(({ file }) => file.name === CROSSWALK_FILE));
  crosswalks.set(shared, crosswalk);
  return crosswalk;
}

interface PlanRows {
  readonly page: Row;
  readonly area: Row | undefined;
}

/** The page and the counties of each plan, by contract, plan and segment: H1036-068-0. Of two rows the first is used. */
function rowsByPlan(rows: readonly Row[], tally: RowCounts): Map<string, PlanRows> {
  const pages = new Map<string, Row>();
  const areas = new Map<string, Row>();
  for (const row of rows) {
    const own = row.file.name === AREA_FILE ? areas : pages;
    const key = planKey(row.cells['plan_id'] ?? '');
    if (own.has(key))
      tally.count('leftOut', `${row.fileName}: a second row of the same plan, on line ${String(row.line)}`);
    else own.set(key, row);
  }
  for (const [key, { fileName }] of areas)
    if (!pages.has(key)) tally.count('leftOut', `${fileName}: counties of a plan of which there is no page`);
  return new Map(
    [...pages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, page]) => [key, { page, area: areas.get(key) }]),
  );
}

function planKey(id: string): string {
  const [contract = '', plan = '', segment = ''] = id.toUpperCase().split('-');
  return `${contract}-${plan.padStart(3, '0')}-${String(Number(segment))}`;
}

const KINDS: Readonly<Record<string, string>> = {
  MAPD: 'A Medicare Advantage plan with drug coverage',
  MA: 'A Medicare Advantage plan without drug coverage',
  'Regional PPO': 'A regional PPO',
};
const SPECIAL_NEEDS: Readonly<Record<string, string>> = {
  'Dual Eligible': 'It is a special-needs plan for people who have both Medicare and Medicaid.',
  'Chronic Condition': 'It is a special-needs plan for people with certain chronic conditions.',
  Institutional: 'It is a special-needs plan for people who live in an institution or need as much care as there.',
};

function planOf(context: PlanContext, serviceAreas: NonNullable<PlanEntry['serviceAreas']>): PlanEntry {
  const { year, rowKey, row, rules, remarks } = context;
  const identity = addIdentity(context);
  if (serviceAreas.length === 0) addUnknownArea(context, identity);
  for (const pageRow of PAGE_ROWS) addPageRow(context, pageRow);
  return {
    slug: `${rowKey.toLowerCase()}-${String(year)}`,
    name: `${(row.cells['name'] ?? 'Medicare Advantage plan').slice(0, 170)} (${rowKey}, ${String(year)})`,
    phrases: [rowKey, `${rowKey} ${String(year)}`, ...spokenNames(row.cells['name'] ?? '')],
    within: 'medicare-advantage',
    takesRulesFrom: BASIC_BENEFITS,
    ...(serviceAreas.length === 0 ? {} : { serviceAreas }),
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
    remarks,
    cites: [identity],
  };
}

/**
 * The name as people say it, without the number and the kind of plan: "Humana Gold Plus H0028-014 (HMO)" is said as "Humana
 * Gold Plus". Many plans share such a name, so a question with it is answered by asking which is meant. None for a name
 * of common words alone, such as "Premier Care", which questions also hold in another sense.
 */
function spokenNames(name: string): string[] {
  const spoken = name
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\b[A-Z]\d{4}-\d{3}(?:-\d+)?\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const words = spoken.split(' ');
  const isDistinctive = words.length > 2 || (words.length === 2 && /[a-z][A-Z]|[A-Z]{3}/.test(spoken));
  return isDistinctive && spoken !== name ? [spoken] : [];
}

/** Adds what the page says of the plan itself, and returns the citation. */
function addIdentity({ passages, row, remarks, unread }: PlanContext): string {
  const { kind = '', organization = '', snp = '' } = row.cells;
  const identity = passages.citePage(row, 'plan', 'The head of the page', 'Says which plan it is and who offers it.');
  if (kind !== '' && KINDS[kind] === undefined) unread.add(row, 'kind');
  remarks.push({
    topic: 'other',
    text: `${KINDS[kind] ?? 'A Medicare Advantage plan'}${organization === '' ? '' : ` of ${organization}`}.`,
    cites: [identity],
  });
  if (snp === '') return identity;
  if (SPECIAL_NEEDS[snp] === undefined) unread.add(row, 'snp');
  const text = SPECIAL_NEEDS[snp] ?? 'It is a special-needs plan of a kind that was not read.';
  remarks.push({ topic: 'eligibility', text, cites: [identity] });
  return identity;
}

function addUnknownArea({ row, remarks }: PlanContext, identity: string): void {
  const states = (row.cells['states'] ?? '').split(/\s+/).filter(Boolean);
  const where = states.length === 0 ? '' : `Its page was found under ${states.join(', ')}. `;
  remarks.push({ topic: 'other', text: `${where}In which counties it is offered was not read.`, cites: [identity] });
}

/** The counties of a plan, with the codes of those whose name the crosswalk has. */
function areasOf({ year, tally }: PlanContext, row: Row, crosswalk: Crosswalk): NonNullable<PlanEntry['serviceAreas']> {
  const state = stateCode((row.cells['state'] ?? '').toUpperCase());
  const { counties, hasCodes } = countiesOf(row, state, tally, crosswalk);
  const isWhole = /^yes$/i.test(row.cells['all_counties'] ?? '');
  if (counties.length === 0 && !isWhole) return [];
  return [
    {
      ...(isWhole ? { states: [state] } : { counties: countyTexts(counties) }),
      from: `${String(year)}-01-01`,
      until: `${String(year + 1)}-01-01`,
      cites: [areaCitation(year), ...(hasCodes && !isWhole ? [crosswalkCitation(year)] : [])],
    },
  ];
}

function countiesOf(
  row: Row,
  state: string,
  tally: RowCounts,
  crosswalk: Crosswalk,
): { counties: CountyRow[]; hasCodes: boolean } {
  let hasCodes = false;
  const counties: CountyRow[] = [];
  for (const text of (row.cells['counties'] ?? '').split(';')) {
    const name = countyName(text);
    if (name === null) {
      if (text.trim() !== '')
        tally.count('leftOut', `${row.fileName}: a text that is no name of a county, on line ${String(row.line)}`);
      continue;
    }
    const codes = crosswalk.codesOf(name, state);
    hasCodes ||= codes.length > 0;
    const county = { state, name, isPartial: false, zipCodes: [] };
    if (codes.length === 0) {
      tally.count('leftOut', `the codes of a county whose name the crosswalk does not have: ${state} ${name}`);
      counties.push({ ...county, fips: null, ssa: null });
    } else counties.push(...codes.map((each) => ({ ...county, ...each })));
  }
  return { counties, hasCodes };
}

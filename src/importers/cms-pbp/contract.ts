/** The plans of one contract from all their rows: one entry a plan and segment, all citing the contract's one source. */
import { AREA_FILE, areasOf } from './areas.ts';
import type { Benefit } from './benefits.ts';
import { BENEFIT_FILES, FREE_TEXTS } from './benefits.ts';
import { sectionRemarks } from './sections.ts';
import { holdsCode, offerStatusOf, termsOf } from './terms.ts';
import type { PlanEntry, Row, RuleEntry, SourceEntry } from '../importer.ts';
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
const MEDICARE_READING =
  "The row tells what a service that Medicare covers costs here; when it is covered is read from Medicare's own rule.";

/** What the rules of one plan are made in. */
interface Making {
  readonly year: number;
  readonly rowKey: string;
  readonly passages: Passages;
  readonly sectionA: Row | undefined;
  readonly rules: Record<string, RuleEntry>;
  readonly remarks: NonNullable<PlanEntry['remarks']>;
  readonly tally: RowCounts;
}

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
    let own = byPlan.get(key);
    if (!own) byPlan.set(key, (own = { rows: [], areas: [] }));
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

/** A plan of a year is an entry of its own, so that two years lie side by side. */
function planOf(making: Making, slug: string, rows: readonly Row[], areaRows: readonly Row[]): PlanEntry {
  const { sectionA, rowKey, passages, remarks, rules, year, tally } = making;
  const [first] = [...rows, ...areaRows];
  if (!first) throw new Error('a plan is there because of a row of it');
  const from = sectionA ?? first;
  const identity = passages.cite(
    from,
    rowKey,
    'plan',
    [sectionA ? 'pbp_a_plan_name' : 'pbp_a_hnumber', 'pbp_a_plan_type'],
    'Says which plan it is and of which kind.',
  );
  const organization = from.cells['pbp_a_org_marketing_name'] ?? '';
  remarks.push({
    topic: 'other',
    text: `${PLAN_TYPES[(from.cells['pbp_a_plan_type'] ?? '').padStart(2, '0')] ?? 'A plan'}${organization === '' ? '' : ` of ${organization}`}.`,
    cites: [identity],
  });
  if (sectionA?.cells['pbp_a_special_need_flag'] === '1')
    remarks.push({
      topic: 'eligibility',
      text: 'It is for people with special needs.',
      cites: [
        passages.cite(
          sectionA,
          rowKey,
          'special-need',
          ['pbp_a_special_need_flag'],
          'Says whether it is for special needs.',
        ),
      ],
    });
  if (sectionA?.cells['pbp_a_eghp_yn'] === '1')
    remarks.push({
      topic: 'eligibility',
      text: "It is for members of an employer's or union's group.",
      cites: [
        passages.cite(sectionA, rowKey, 'employer', ['pbp_a_eghp_yn'], 'Says whether it is for employer groups.'),
      ],
    });
  // Files come in the feed's order, a package's row after the plan's own.
  for (const row of rows)
    for (const benefit of BENEFIT_FILES.find(({ name }) => name === row.file.name)?.benefits ?? [])
      ruleOf(making, row, benefit);
  for (const row of rows) massageInFreeText(making, row);
  for (const row of rows) remarks.push(...sectionRemarks(row, rowKey, passages));
  const serviceAreas = areasOf(areaRows, year, rowKey, sectionA?.cells['pbp_a_eghp_yn'] === '1', passages);
  tally.count(
    'written',
    serviceAreas.length > 0 ? 'plans with a service area' : 'plans of which no file says where they are offered',
  );
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

const days = (year: number): Pick<RuleEntry, 'from' | 'until'> => ({
  from: `${String(year)}-01-01`,
  until: `${String(year + 1)}-01-01`,
});

/** Of one category there may be several benefits, which passages tell apart. */
const tagOf = ({ category, key }: Benefit): string =>
  category === '4c' || key.startsWith('routine') ? `${category}-${key.slice(0, 9)}` : category;

function ruleOf(making: Making, row: Row, benefit: Benefit): void {
  const { year, rowKey, passages, rules, remarks, tally } = making;
  const optional =
    benefit.isOptional === true
      ? `-in-package-${(row.cells['pbp_d_opt_identifier'] ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
      : '';
  const key = `${benefit.key}${optional}-${String(year)}`;
  const cite = (aspect: string, columns: readonly string[], says: string): string =>
    passages.cite(row, rowKey, `${tagOf(benefit)}${optional}-${aspect}`, columns, says);
  const shared = { ...(benefit.where === undefined ? {} : { where: benefit.where }), ...days(year) };
  const offer = benefit.offer ? offerStatusOf(row, benefit) : null;
  if (offer?.is === 'not offered') {
    if (optional !== '') return;
    tally.count('written', `not offered: ${benefit.label}`);
    rules[`${key}-not-offered`] = {
      excluded: benefit.subject,
      ...shared,
      reading: `That the row does not offer ${benefit.label} is read as leaving it out, apart from what Medicare itself covers.`,
      cites: [cite('offered', offer.columns, `It does not offer ${benefit.label}.`)],
    };
    return;
  }
  // What is cited must be used, so the terms of what is blank are not looked at.
  const { costs, limits, notes } =
    offer?.is === 'blank' ? { costs: [], limits: [], notes: [] } : termsOf(row, benefit, year, cite);
  const requires = offer?.is === 'blank' ? {} : requirementsOf(making, row, benefit, cite);
  if (
    offer?.is === 'blank' ||
    (offer === null && costs.length === 0 && Object.keys(requires).length === 0 && notes.length === 0)
  ) {
    if (optional !== '') return;
    tally.count('leftOut', `blank in the row: ${benefit.label}`);
    const columns = offer?.columns ?? [benefit.copayment?.least ?? '', benefit.copayment?.most ?? ''];
    remarks.push({
      topic: 'other',
      text: `Of ${benefit.label} its row says nothing: what it asks there is blank.`,
      cites: [cite('blank', columns, `Is blank where ${benefit.label} would stand.`)],
    });
    return;
  }
  tally.count('written', `covered: ${benefit.label}${optional === '' ? '' : ' in an optional package'}`);
  const readings = [
    ...(benefit.when === undefined ? [] : [MEDICARE_READING]),
    ...(optional === '' ? [] : ['Only those members have it who have bought the optional package.']),
    ...(offer?.hedge == null ? [] : [offer.hedge]),
    ...notes,
  ];
  const notOffered = optional === '' ? [] : insteadOf(rules, `${benefit.key}-${String(year)}-not-offered`);
  rules[key] = {
    covered: benefit.subject,
    ...(optional !== '' || offer?.hedge != null ? { quantifier: 'some' } : {}),
    ...(benefit.when === undefined ? {} : { when: benefit.when }),
    ...shared,
    ...(Object.keys(requires).length === 0 ? {} : { requires }),
    ...(limits.length === 0 ? {} : { limits }),
    ...(costs.length === 0 ? {} : { costs }),
    ...(readings.length === 0 ? {} : { reading: readings.join(' ') }),
    cites: [
      offer
        ? cite('offered', offer.columns, `It offers ${benefit.label}.`)
        : cite(
            'terms',
            [benefit.copayment?.least ?? '', benefit.copayment?.most ?? ''],
            `It states the terms of ${benefit.label}.`,
          ),
      ...notOffered,
    ],
  };
}

/**
 * Where some members have it in another way, that the row does not offer it to all leaves nothing out: the exclusion goes,
 * and who reads the hedged rule is shown its passage too.
 */
function insteadOf(rules: Record<string, RuleEntry>, exclusion: string): string[] {
  const cites = rules[exclusion]?.cites ?? [];
  Reflect.deleteProperty(rules, exclusion);
  return cites;
}

/** Yes in the category's own column; where section A lists categories of that kind and this one is not among them, or the other way round, only perhaps. */
function requirementsOf(
  { sectionA, rowKey, passages }: Making,
  row: Row,
  benefit: Benefit,
  cite: (aspect: string, columns: readonly string[], says: string) => string,
): NonNullable<RuleEntry['requires']> {
  const requires: NonNullable<RuleEntry['requires']> = {};
  const asked = [
    ['prior-authorization', benefit.authorization, 'pbp_a_ffs_bid_b_auth_cats', 'authorization'],
    ['referral', benefit.referral, 'pbp_a_ffs_bid_b_ref_cats', 'a referral'],
  ] as const;
  for (const [condition, column, categories, what] of asked) {
    if (column === undefined) continue;
    const answer = row.cells[column] ?? '';
    const list = sectionA?.cells[categories] ?? '';
    const isListed = holdsCode(list, benefit.category);
    const speaksOfKind = list !== '' && (benefit.category.startsWith('14c') ? /(^|;)\s*14c/i.test(list) : true);
    if (answer === '1' && (isListed || !speaksOfKind))
      requires[condition] = { strength: 'required', cites: [cite(condition, [column], `It asks for ${what}.`)] };
    else if (answer === '1' || (isListed && benefit.isOptional !== true)) {
      const section = sectionA
        ? [
            passages.cite(
              sectionA,
              rowKey,
              `${condition}-categories`,
              [categories],
              `Lists the categories with ${what}.`,
            ),
          ]
        : [];
      requires[condition] = {
        strength: 'may-be-required',
        dependsOn: ['which benefits of the category it is meant for'],
        cites: [...(answer === '' ? [] : [cite(condition, [column], `Says whether it asks for ${what}.`)]), ...section],
      };
    }
  }
  return requires;
}

/** Benefits of a plan's own wording may be massage under another heading; that it says so is kept, its words are not. */
function massageInFreeText({ year, rowKey, passages, rules, tally }: Making, row: Row): void {
  const columns = FREE_TEXTS.filter((column) => row.cells[column] === 'massage');
  if (columns.length === 0) return;
  tally.count('written', "perhaps covered: massage in a benefit of the plan's own wording");
  rules[`massage-in-own-words-${String(year)}`] = {
    covered: 'massage-therapy',
    modality: 'may',
    ...days(year),
    reading: 'A benefit that the plan words itself speaks of massage; on which terms is not read.',
    cites: [
      passages.cite(row, rowKey, 'own-words', columns, "Names massage in a benefit of the plan's own wording."),
      ...insteadOf(rules, `massage-therapy-${String(year)}-not-offered`),
    ],
  };
}

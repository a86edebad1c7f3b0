/** The plans of one issuer in one year from all their rows: an entry for each plan, one for each of its variants within it, and a rule for each variant and service. */
import { printLimit } from '../../model/amounts.ts';
import type { LimitPeriod, LimitUnit } from '../../model/words.ts';
import type { AreaEntry } from '../counties.ts';
import type { PlanEntry, Row, RuleEntry, SourceEntry } from '../importer.ts';
import { IssuerAreas } from './areas.ts';
import { readCost } from './costs.ts';
import { benefitNamed, COSTS, isAreaRow, isBenefitRow, type MarketplaceBenefit } from './importer.ts';
import { Passages } from '../passages.ts';
import type { RowCounts } from '../row-counts.ts';

/** The plans of one issuer in one year: an entry of its own each year, so that two years lie side by side. */
export function issuerEntries(
  group: string,
  rows: readonly Row[],
  readOn: string,
  tally: RowCounts,
): { source: SourceEntry; plans: PlanEntry[] } {
  const [issuer = '', year = ''] = group.split('-');
  const slug = `marketplace-puf-${year}-${issuer}`;
  const passages = new Passages(slug);
  const areas = new IssuerAreas(
    rows.filter(({ file }) => isAreaRow(file)),
    Number(year),
    passages,
  );
  const variants = new Map<string, Row[]>();
  for (const row of rows) {
    if (isAreaRow(row.file)) continue;
    const id = row.cells['PlanId'] ?? '';
    const own = variants.get(id);
    if (own) own.push(row);
    else variants.set(id, [row]);
  }
  if (variants.size === 0)
    tally.count('leftOut', 'rows of service areas of issuers of whose plans no row was kept', rows.length);
  const named = new Map<string, Set<string>>();
  for (const [id, own] of variants)
    for (const {
      cells: { ServiceAreaId: area },
    } of own) {
      if (area !== undefined) named.set(id.slice(0, 14), (named.get(id.slice(0, 14)) ?? new Set<string>()).add(area));
    }
  const plans = new Map<string, PlanEntry>();
  for (const [id, own] of [...variants].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const component = id.slice(0, 14);
    let base = plans.get(component);
    if (!base) {
      base = planEntry(component, year, own, passages, { within: 'marketplace-plans', takesRulesFrom: {} });
      const serviceAreas = areasOf(component, [...(named.get(component) ?? [])].sort(), areas, tally);
      if (serviceAreas.length > 0) base.serviceAreas = serviceAreas;
    }
    plans.set(component, base);
    const entry = id === component ? base : planEntry(id, year, own, passages, { within: slugOf(component, year) });
    plans.set(id, entry);
    const rules = rulesOf(
      id,
      own.filter(({ file }) => isBenefitRow(file)),
      passages,
      tally,
    );
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

/** By the area that the attributes of a variant name; a plan whose variants name several has all of them. */
function areasOf(component: string, named: readonly string[], areas: IssuerAreas, tally: RowCounts): AreaEntry[] {
  const state = component.slice(5, 7).toUpperCase();
  const found = named.flatMap((area) => areas.named(state, area) ?? []);
  const possible = named.length > 0 ? [] : areas.possible(state);
  tally.count(
    'written',
    found.length > 0
      ? 'plans with a service area'
      : possible.length > 0
        ? 'plans with the areas of their issuer, of which one is theirs'
        : 'plans of which no file says where they are offered',
  );
  if (named.length > 0 && found.length < named.length)
    tally.count('leftOut', 'a service area that plans name and the file of areas does not have');
  return [...found, ...possible];
}

/** Its names are those of the attributes. What class it is of tells nothing of one plan, so it takes no rules from there. */
function planEntry(
  id: string,
  year: string,
  rows: readonly Row[],
  passages: Passages,
  of: Pick<PlanEntry, 'within' | 'takesRulesFrom'>,
): PlanEntry {
  const attributes = rows.find(({ file }) => !isBenefitRow(file));
  const row = attributes ?? rows[0];
  if (!row) throw new Error('a plan is there because of a row of it');
  const name =
    (id.length > 14 ? attributes?.cells['PlanVariantMarketingName'] : undefined) ??
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
  const said =
    id.length > 14 || !attributes
      ? []
      : (['PlanType', 'MarketCoverage'] as const).flatMap((column) => {
          const text = SORTS[(attributes.cells[column] ?? '').toLowerCase()];
          return text === undefined ? [] : [{ column, text }];
        });
  const remarks: NonNullable<PlanEntry['remarks']> =
    said.length === 0
      ? []
      : [
          {
            topic: 'other',
            text: said.map(({ text }) => text).join(' '),
            cites: [
              passages.cite(
                row,
                id,
                'kind',
                said.map(({ column }) => column),
                'Says of which kind it is, or for whom.',
                `${row.cells['PlanId'] ?? id} of ${year}`,
              ),
            ],
          },
        ];
  return {
    slug: slugOf(id, year),
    name: `${name.slice(0, 160)} (${id}, ${year})`,
    phrases: [id, `${id} ${year}`],
    ...of,
    ...(remarks.length === 0 ? {} : { remarks }),
    cites: [cited],
  };
}
const SORTS: Readonly<Record<string, string>> = {
  hmo: 'An HMO.',
  ppo: 'A PPO.',
  epo: 'An exclusive provider organization.',
  pos: 'A point-of-service plan.',
  indemnity: 'An indemnity plan.',
  individual: 'Sold to individuals.',
  'shop (small group)': 'Sold to small groups.',
};

function rulesOf(id: string, rows: readonly Row[], passages: Passages, tally: RowCounts): Record<string, RuleEntry> {
  const bySubject = new Map<string, [Row, MarketplaceBenefit][]>();
  for (const row of rows) {
    const benefit = benefitNamed(row.cells['BenefitName'] ?? '');
    for (const subject of benefit?.subjects ?? []) {
      const key = `${subject}${benefit?.where === undefined ? '' : '-abroad'}-${row.cells['BusinessYear'] ?? ''}`;
      if (benefit) bySubject.set(key, [...(bySubject.get(key) ?? []), [row, benefit]]);
    }
  }
  const rules: Record<string, RuleEntry> = {};
  for (const [key, said] of bySubject) {
    const [first] = said;
    if (!first) continue;
    // One benefit may stand under two spellings. Rows that part in anything settle nothing.
    const isOne = said.every(([row]) =>
      ['IsCovered', ...COSTS, 'LimitQty', 'LimitUnit'].every(
        (column) => (row.cells[column] ?? '').toLowerCase() === (first[0].cells[column] ?? '').toLowerCase(),
      ),
    );
    const rule = isOne ? ruleOf(id, key, first[0], first[1], passages, tally) : null;
    if (rule) rules[key] = rule;
    else if (!isOne) tally.count('leftOut', 'rows of one plan and benefit that differ');
  }
  return rules;
}

function ruleOf(
  id: string,
  key: string,
  row: Row,
  benefit: MarketplaceBenefit,
  passages: Passages,
  tally: RowCounts,
): RuleEntry | null {
  const cell = (column: string): string => row.cells[column] ?? '';
  const year = Number(cell('BusinessYear'));
  const subject = key.replace(/(-abroad)?-\d{4}$/, '');
  const cite = (aspect: string, column: string, says: string): string =>
    passages.cite(
      row,
      id,
      `${key}.${aspect}`,
      [column],
      says,
      `${id} of ${String(year)}, ${cell('BenefitName').slice(0, 80)}`,
    );
  const shared = {
    ...(benefit.when === undefined ? {} : { when: benefit.when }),
    ...(benefit.where === undefined ? {} : { where: benefit.where }),
    from: `${String(year)}-01-01`,
    until: `${String(year + 1)}-01-01`,
  };
  const isCovered = cell('IsCovered').toLowerCase();
  if (isCovered === '' && COSTS.some((column) => cell(column) !== '')) {
    tally.count('leftOut', 'IsCovered is blank beside cost shares: nothing is said of the benefit');
    return null;
  }
  if (isCovered === '' || isCovered === 'not covered') {
    tally.count('written', isCovered === '' ? 'not covered, as IsCovered is blank' : 'not covered');
    return {
      excluded: subject,
      ...shared,
      ...(isCovered === ''
        ? { reading: "The row leaves IsCovered blank, which the agency's dictionary reads as not covered." }
        : {}),
      cites: [
        cite(
          'covered',
          'IsCovered',
          isCovered === ''
            ? 'Is blank where it would say whether the benefit is covered.'
            : 'The benefit is not covered.',
        ),
      ],
    };
  }
  if (isCovered !== 'covered') {
    tally.count('leftOut', 'IsCovered holds neither of its two words');
    return null;
  }
  tally.count('written', 'covered');
  const notes: string[] = [];
  const costs = costsOf(row, year, notes, cite, tally);
  const limits = limitsOf(
    row,
    benefit.subjects.filter((other) => other !== subject),
    notes,
    cite,
  );
  if (cell('Exclusions') !== '')
    notes.push(
      "The row names exclusions in the issuer's words, which are not read, so it is taken to cover only some of it.",
    );
  if (cell('Explanation') !== '') notes.push("The row explains itself in the issuer's words, which are not read.");
  return {
    covered: subject,
    ...(cell('Exclusions') !== '' || benefit.extent !== undefined ? { extent: 'some' } : {}),
    ...shared,
    ...([cell('Explanation'), cell('Exclusions')].includes('authorization')
      ? {
          requires: {
            'prior-authorization': {
              strength: 'may-be-required',
              dependsOn: ["the issuer's own words"],
              cites: [
                cell('Explanation') === 'authorization'
                  ? cite('auth', 'Explanation', 'Speaks of authorization beforehand.')
                  : cite('auth', 'Exclusions', 'Speaks of authorization beforehand.'),
              ],
            },
          },
        }
      : {}),
    ...(limits.length === 0 ? {} : { limits }),
    ...(costs.length === 0 ? {} : { costs }),
    ...(notes.length === 0 ? {} : { reading: notes.join(' ') }),
    cites: [cite('covered', 'IsCovered', 'The benefit is covered.')],
  };
}

type Cite = (aspect: string, column: string, says: string) => string;

function costsOf(
  row: Row,
  year: number,
  notes: string[],
  cite: Cite,
  tally: RowCounts,
): NonNullable<RuleEntry['costs']> {
  const costs: NonNullable<RuleEntry['costs']> = [];
  for (const [tier, network, words] of [
    ['InnTier1', 'IN', 'In the first tier of the network'],
    ['InnTier2', 'IN', 'In the second tier of the network'],
    ['OutofNet', 'OUT', 'Out of network'],
  ] as const) {
    const read = (['Copay', 'Coins'] as const).map((kind) => {
      const column = `${kind}${tier}`;
      const text = row.cells[column] ?? '';
      const cost = readCost(text, network, year, words);
      if (cost === null) {
        tally.count('leftOut', `${column}: words that are none of the known ones`);
        notes.push(`What ${column} says is not understood.`);
      } else if (cost.note !== null) notes.push(cost.note);
      return { column, text, cost };
    });
    // With two tiers a share is told with its tier, which has no word of its own in a rule.
    if (tier === 'InnTier2' && read.some(({ cost }) => cost?.share != null)) {
      notes.push(
        `${words}: ${read.flatMap(({ cost }) => cost?.share ?? []).join(' and ')}; what else is said of the network is of its first tier.`,
      );
      continue;
    }
    // A copayment of nothing beside the whole price would read as free.
    if (read.some(({ text }) => /^100(?:\.0+)?%/.test(text))) continue;
    for (const { column, cost } of read)
      if (cost?.share != null)
        costs.push({ share: cost.share, cites: [cite(column, column, `It costs: ${cost.share}.`)] });
    const free = read.find(({ text }) => /^no charge$/i.test(text));
    if (free && tier !== 'InnTier2' && read.every(({ cost }) => cost?.isNone === true && cost.note === null)) {
      const share = `no charge ${network === 'IN' ? 'in' : 'out of'} network in ${String(year)}`;
      costs.push({ share, cites: [cite(free.column, free.column, `It costs: ${share}.`)] });
    }
  }
  return costs;
}

const UNITS: Readonly<Record<string, Exclude<LimitUnit, 'BILLING_UNITS'>>> = {
  visit: 'VISITS',
  day: 'DAYS',
  hour: 'HOURS',
  session: 'SESSIONS',
  dollar: 'MONEY',
};
const PERIODS: Readonly<Record<string, LimitPeriod>> = {
  year: 'PLAN_YEAR',
  'benefit year': 'PLAN_YEAR',
  lifetime: 'LIFETIME',
  day: 'DAY',
  visit: 'VISIT',
  episode: 'EPISODE',
};

/** One row for several services is one limit for them together. */
function limitsOf(
  { cells }: Row,
  together: readonly string[],
  notes: string[],
  cite: Cite,
): NonNullable<RuleEntry['limits']> {
  const quantity = (cells['LimitQty'] ?? '').replaceAll(',', '');
  const unit = cells['LimitUnit'] ?? '';
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(quantity) || Number(quantity) === 0) {
    if (cells['QuantLimitOnSvc']?.toLowerCase() === 'yes')
      notes.push('It is limited, and LimitQty does not say to how much.');
    return [];
  }
  const [, thing = '', span = ''] = /^(\w+)(?:\(s\)|s)? per (.+)$/i.exec(unit) ?? [];
  const [of, per] = [UNITS[thing.toLowerCase().replace(/s$/, '')], PERIODS[span.toLowerCase()]];
  if (of === undefined || per === undefined) {
    notes.push(
      `It is limited to ${quantity}, counted in ${unit === '' ? 'a unit that is not said' : unit.slice(0, 80).toLowerCase()}.`,
    );
    return [];
  }
  const text = printLimit({ quantity, unit: of, currency: of === 'MONEY' ? 'USD' : null, per, windowDays: null });
  return [
    {
      limit: text,
      ...(together.length === 0 ? {} : { combinedWith: [...together] }),
      cites: [cite('limit', 'LimitQty', `It is limited to ${text}.`)],
    },
  ];
}

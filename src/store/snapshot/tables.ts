/** The tables of a snapshot and their columns. A field that is added to a type of the graph does not compile until it is listed here. */
import type {
  BillingCode,
  Condition,
  CountyList,
  Entry,
  Graph,
  Home,
  Link,
  Passage,
  Plan,
  Rule,
  Service,
  ServiceArea,
  Source,
  Technique,
  Territory,
} from '../../graph/entries.ts';
import type { ServedCounty } from '../../model/counties.ts';

/** The types of the graph that are rows because their objects have an identity. All other objects are values inside rows. */
export interface Rows {
  readonly sources: Source;
  readonly passages: Passage;
  readonly territories: Territory;
  readonly conditions: Condition;
  readonly services: Service;
  readonly techniques: Technique;
  readonly billingCodes: BillingCode;
  readonly homes: Home;
  /** Equal counties of different lists are one row. */
  readonly counties: ServedCounty;
  readonly countyLists: CountyList;
  readonly serviceAreas: ServiceArea;
  readonly plans: Plan;
  readonly rules: Rule;
  readonly links: Link;
}
/** The name of a table. */
export type TableName = keyof Rows;

type FieldsOf<T> = Readonly<Record<keyof T, 'kept' | 'worked out'>>;
const NAMED = {
  kind: 'kept',
  slug: 'kept',
  name: 'kept',
  alternateNames: 'kept',
  phrases: 'kept',
  description: 'kept',
  cites: 'kept',
  remarks: 'kept',
  links: 'kept',
} as const;
const SUBJECT = { ...NAMED, phrase: 'kept', up: 'kept', rules: 'kept' } as const;

/**
 * Every field of each table, and whether it is stored. A rule's slug is computed from its plan and key, because storing
 * it would double the file.
 */
export const FIELDS: { readonly [T in TableName]: FieldsOf<Rows[T]> } = {
  sources: {
    ...NAMED,
    publisher: 'kept',
    authority: 'kept',
    edition: 'kept',
    publishedOn: 'kept',
    checkedOn: 'kept',
    url: 'kept',
    licence: 'kept',
    passages: 'kept',
    rules: 'kept',
  },
  passages: {
    source: 'kept',
    key: 'kept',
    via: 'kept',
    at: 'kept',
    line: 'kept',
    lastLine: 'kept',
    url: 'kept',
    says: 'kept',
    fingerprint: 'kept',
    quote: 'kept',
  },
  territories: { ...NAMED, code: 'kept', partOf: 'kept', parts: 'kept', wholeOfParts: 'kept', atoms: 'kept' },
  conditions: {
    ...NAMED,
    topic: 'kept',
    question: 'kept',
    counts: 'kept',
    phrase: 'kept',
    phrasesAgainst: 'kept',
    implies: 'kept',
    excludes: 'kept',
    impliedClosure: 'kept',
    externalCodes: 'kept',
    rules: 'kept',
  },
  services: { ...SUBJECT, externalCodes: 'kept' },
  techniques: { ...SUBJECT, synonyms: 'kept' },
  billingCodes: { ...SUBJECT, system: 'kept', code: 'kept' },
  homes: { links: 'kept', atoms: 'kept', statedBy: 'kept' },
  counties: { fips: 'kept', ssa: 'kept', name: 'kept', isPartial: 'kept', zipCodes: 'kept' },
  countyLists: { state: 'kept', counties: 'kept' },
  serviceAreas: {
    statedBy: 'kept',
    states: 'kept',
    counties: 'kept',
    modality: 'kept',
    from: 'kept',
    until: 'kept',
    cites: 'kept',
  },
  plans: {
    ...NAMED,
    level: 'kept',
    within: 'kept',
    contains: 'kept',
    takesRulesFrom: 'kept',
    supplements: 'kept',
    home: 'kept',
    serviceAreas: 'kept',
    notRead: 'kept',
    rules: 'kept',
    cases: 'kept',
  },
  rules: {
    slug: 'worked out',
    key: 'kept',
    plan: 'kept',
    subject: 'kept',
    effect: 'kept',
    quantifier: 'kept',
    extent: 'kept',
    modality: 'kept',
    partUnstated: 'kept',
    when: 'kept',
    where: 'kept',
    from: 'kept',
    until: 'kept',
    exceptTo: 'kept',
    exceptions: 'kept',
    restates: 'kept',
    requires: 'kept',
    limits: 'kept',
    costs: 'kept',
    rationale: 'kept',
    reading: 'kept',
    cites: 'kept',
  },
  links: { kind: 'kept', from: 'kept', to: 'kept', match: 'kept', cites: 'kept' },
};
/** All tables; the order gives them their numbers. */
export const TABLES = Object.keys(FIELDS) as readonly TableName[];

/** Every row of a graph, in the order in which the graph holds it. */
export function rowsOf(graph: Graph): { readonly [T in TableName]: readonly Rows[T][] } {
  const { sources, territories, conditions, services, techniques, billingCodes, plans, rules } = graph;
  const entries: Entry[] = [sources, territories, conditions, services, techniques, billingCodes, plans].flatMap(
    (map) => [...map.values()],
  );
  const links = new Set<Link>();
  for (const entry of entries) for (const link of entry.links) links.add(link);
  const homes = new Set<Home>();
  for (const { home } of plans.values()) if (home) homes.add(home);
  const areas = new Set([...plans.values()].flatMap(({ serviceAreas }) => serviceAreas));
  const lists = new Set([...areas].flatMap(({ counties }) => counties));
  return {
    sources: [...sources.values()],
    passages: [...sources.values()].flatMap(({ passages }) => [...passages.values()]),
    territories: [...territories.values()],
    conditions: [...conditions.values()],
    services: [...services.values()],
    techniques: [...techniques.values()],
    billingCodes: [...billingCodes.values()],
    homes: [...homes],
    counties: [...distinctCounties(lists).values()],
    countyLists: [...lists],
    serviceAreas: [...areas],
    plans: [...plans.values()],
    rules: [...rules.values()],
    links: [...links],
  };
}

/** One county for each key, of the counties of the lists. */
export function distinctCounties(lists: Iterable<CountyList>): Map<string, ServedCounty> {
  const counties = new Map<string, ServedCounty>();
  for (const list of lists)
    for (const county of list.counties) {
      const key = keyOfCounty(county);
      if (!counties.has(key)) counties.set(key, county);
    }
  return counties;
}

/** The same for counties of which every field is equal. */
export const keyOfCounty = ({ fips, ssa, name, isPartial, zipCodes }: ServedCounty): string =>
  JSON.stringify([fips, ssa, name, isPartial, zipCodes]);

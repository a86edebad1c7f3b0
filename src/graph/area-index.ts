/**
 * Finds the plans that are offered in a place. The index is made once per graph, on first use; a search then examines only
 * the areas that name the place.
 */
import { countyNameKey, type ServedCounty } from '../model/counties.ts';
import type { CountyList, Graph, Plan, ServiceArea, Territory } from './entries.ts';

/** A county as a list of counties names it. */
interface Named {
  readonly list: CountyList;
  readonly county: ServedCounty;
}
interface Holder {
  readonly plan: Plan;
  readonly area: ServiceArea;
}

/**
 * A county with every code and name that the areas in the graph give it. The FIPS and Social Security codes of a county are
 * known to belong together only if one area states both.
 */
export interface CountyPlace {
  readonly kind: 'COUNTY';
  readonly state: Territory;
  readonly name: string | null;
  readonly fips: ReadonlySet<string>;
  readonly ssa: ReadonlySet<string>;
  /** Whether the county was found by name, so that it can be compared with areas that state only names. */
  readonly isByName: boolean;
  readonly named: readonly Named[];
}
/** A state as a place in which plans can be offered. */
export interface StatePlace {
  readonly kind: 'STATE';
  readonly state: Territory;
}
/** A place in which plans can be offered. */
export type ServicePlace = CountyPlace | StatePlace | { readonly kind: 'ZIP_CODE'; readonly zipCode: string };

/** A plan that is offered in a place. */
export interface PlanOffer {
  readonly plan: Plan;
  /** The service areas that include the place, certain ones first. */
  readonly areas: readonly ServiceArea[];
  /** Whether the plan serves the whole place. False for a state that it serves by counties, where this is not known. */
  readonly isWhole: boolean;
  /** False if the source only says that the plan may be offered there. */
  readonly isCertain: boolean;
  /** The ZIP codes that the plan serves in a county that it serves in part, if the sources list them; sorted. */
  readonly zipCodes: readonly string[];
}
/** The result of a search. */
export interface PlanOffers {
  /** Sorted by the slug of the plan. */
  readonly offers: readonly PlanOffer[];
  /** The next day after the day of the search on which an area that names the place begins or ends; null if none does. */
  readonly changesOn: string | null;
  /** How many areas were examined. */
  readonly areasExamined: number;
}

const isInForce = ({ from, until }: ServiceArea, day: string): boolean =>
  (from === null || from <= day) && (until === null || day < until);

/** The service areas of a graph, indexed by state, county code, county name and ZIP code. */
export class AreaIndex {
  readonly #plans: readonly Plan[];
  readonly #holders = new Map<CountyList | Territory, Holder[]>();
  readonly #lists = new Map<Territory, Set<CountyList>>();
  readonly #codes = { fips: new Map<string, Named[]>(), ssa: new Map<string, Named[]>() };
  readonly #names = new Map<string, Named[]>();
  readonly #zipCodes = new Map<string, Named[]>();
  readonly #withArea: Holder[] = [];

  constructor({ plans }: Graph) {
    // A plan that contains others is sold only as those.
    this.#plans = [...plans.values()].filter(({ level, contains }) => level === 'PLAN' && contains.length === 0);
    for (const plan of this.#plans)
      for (const area of plan.serviceAreas) {
        const holder = { plan, area };
        this.#withArea.push(holder);
        for (const state of area.states) note(this.#holders, state, holder);
        for (const list of area.counties) {
          if (!this.#holders.has(list)) this.#read(list);
          note(this.#holders, list, holder);
        }
      }
  }

  #read(list: CountyList): void {
    const lists = this.#lists.get(list.state);
    if (lists) lists.add(list);
    else this.#lists.set(list.state, new Set([list]));
    for (const county of list.counties) {
      const named = { list, county };
      if (county.fips !== null) note(this.#codes.fips, county.fips, named);
      if (county.ssa !== null) note(this.#codes.ssa, county.ssa, named);
      if (county.name !== null) note(this.#names, nameKey(county.name, list.state), named);
      for (const zipCode of county.zipCodes) note(this.#zipCodes, zipCode, named);
    }
  }

  /** The county with that code; null if no area states the code. */
  countyWithCode(system: 'fips' | 'ssa', code: string): CountyPlace | null {
    const [first, ...more] = this.#codes[system].get(code) ?? [];
    return first ? this.#countyOf([first, ...more], first.list.state, false) : null;
  }

  /** Every county of that name in the state; more than one if several have the name. */
  countiesNamed(name: string, state: Territory): CountyPlace[] {
    const named = this.#names.get(nameKey(name, state)) ?? [];
    const coded = named.filter(({ county }) => county.fips !== null || county.ssa !== null);
    const counties: CountyPlace[] = [];
    for (const one of coded) {
      if (
        counties.some(
          ({ fips, ssa }) =>
            (one.county.fips !== null && fips.has(one.county.fips)) ||
            (one.county.ssa !== null && ssa.has(one.county.ssa)),
        )
      )
        continue;
      counties.push(this.#countyOf([one], state, true));
    }
    if (named.length === 0) return [];
    // A name with at most one code in each system is one county, even if no area states both codes.
    const isAmbiguous =
      counties.filter(({ fips }) => fips.size > 0).length > 1 || counties.filter(({ ssa }) => ssa.size > 0).length > 1;
    return isAmbiguous ? counties : [this.#countyOf(named, state, true)];
  }

  /** The states that have a county of that name. */
  statesWithCounty(name: string): Territory[] {
    return [...this.#lists.keys()]
      .filter((state) => this.#names.has(nameKey(name, state)))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** The name of every county in the state, or of all states, as the areas write it. */
  countyNames(state: Territory | null = null): Set<string> {
    const lists = state ? (this.#lists.get(state) ?? []) : [...this.#lists.values()].flatMap((each) => [...each]);
    return new Set([...lists].flatMap(({ counties }) => counties.flatMap(({ name }) => name ?? [])));
  }

  /** Makes a county from its entries in lists, adding the other entries that have one of its codes and no different one. */
  #countyOf(said: readonly Named[], state: Territory, isByName: boolean): CountyPlace {
    const codesOf = (system: 'fips' | 'ssa'): Set<string> =>
      new Set(said.flatMap(({ county }) => county[system] ?? []));
    const [fips, ssa] = [codesOf('fips'), codesOf('ssa')];
    const named = new Set(said);
    for (const [codes, index] of [
      [fips, this.#codes.fips],
      [ssa, this.#codes.ssa],
    ] as const)
      for (const code of codes)
        for (const other of index.get(code) ?? []) {
          const { county } = other;
          if (
            (county.fips === null || fips.size === 0 || fips.has(county.fips)) &&
            (county.ssa === null || ssa.size === 0 || ssa.has(county.ssa))
          )
            named.add(other);
        }
    return {
      kind: 'COUNTY',
      state,
      fips,
      ssa,
      isByName,
      name: [...named].map(({ county }) => county.name).find((each) => each !== null) ?? null,
      named: [...named],
    };
  }

  /** The plans offered in the place on a day (an ISO date). */
  offeredIn(place: ServicePlace, day: string): PlanOffers {
    const found = new Map<
      Plan,
      { areas: Set<ServiceArea>; isWhole: boolean; isCertain: boolean; zipCodes: Set<string> }
    >();
    const changes = new Set<string>();
    let lookedAt = 0;
    const look = (at: CountyList | Territory, isWhole: boolean, zipCodes: readonly string[] = []): void => {
      for (const { plan, area } of this.#holders.get(at) ?? []) {
        lookedAt += 1;
        for (const each of [area.from, area.until]) if (each !== null && each > day) changes.add(each);
        if (!isInForce(area, day)) continue;
        const offer = found.get(plan) ?? {
          areas: new Set<ServiceArea>(),
          isWhole: false,
          isCertain: false,
          zipCodes: new Set<string>(),
        };
        found.set(plan, offer);
        offer.areas.add(area);
        offer.isWhole ||= isWhole && area.modality === 'STATED';
        offer.isCertain ||= area.modality === 'STATED';
        for (const zipCode of zipCodes) offer.zipCodes.add(zipCode);
      }
    };
    if (place.kind === 'ZIP_CODE') for (const { list } of this.#zipCodes.get(place.zipCode) ?? []) look(list, true);
    else {
      look(place.state, true);
      if (place.kind === 'STATE') for (const list of this.#lists.get(place.state) ?? []) look(list, false);
      else for (const { list, county } of place.named) look(list, !county.isPartial, county.zipCodes);
    }
    const offers = [...found]
      .sort(([a], [b]) => (a.slug < b.slug ? -1 : 1))
      .map(([plan, { areas, isWhole, isCertain, zipCodes }]): PlanOffer => ({
        plan,
        isWhole,
        isCertain,
        zipCodes: isWhole ? [] : [...zipCodes].sort(),
        areas: [...areas].sort((a, b) => Number(a.modality === 'MAY') - Number(b.modality === 'MAY')),
      }));
    return { offers, areasExamined: lookedAt, changesOn: [...changes].sort()[0] ?? null };
  }

  /**
   * How many plans describe their service area in terms that cannot be compared with the place, so that it is not known
   * whether they are offered there. Counts only plans that pass `passes` and are not among `offers`.
   */
  notComparable(
    place: ServicePlace,
    day: string,
    offers: readonly PlanOffer[],
    passes: (plan: Plan) => boolean,
  ): number {
    const offered = new Set(offers.map(({ plan }) => plan));
    const found = new Set<Plan>();
    const look = (holders: Iterable<Holder>): void => {
      for (const { plan, area } of holders)
        if (!offered.has(plan) && isInForce(area, day) && passes(plan)) found.add(plan);
    };
    if (place.kind === 'COUNTY') {
      for (const list of this.#lists.get(place.state) ?? [])
        if (list.counties.some((county) => !isComparable(place, county))) look(this.#holders.get(list) ?? []);
    } else if (place.kind === 'ZIP_CODE') {
      look(
        this.#withArea.filter(
          ({ area }) =>
            area.states.length > 0 ||
            area.counties.some(({ counties }) => counties.some(({ zipCodes }) => zipCodes.length === 0)),
        ),
      );
    }
    return found.size;
  }

  /** How many plans that pass `passes` have no service area on that day. */
  withoutArea(day: string, passes: (plan: Plan) => boolean): number {
    return this.#plans.filter((plan) => !plan.serviceAreas.some((area) => isInForce(area, day)) && passes(plan)).length;
  }
}

const isComparable = ({ fips, ssa, isByName }: CountyPlace, county: ServedCounty): boolean =>
  (fips.size > 0 && county.fips !== null) ||
  (ssa.size > 0 && county.ssa !== null) ||
  (isByName && county.name !== null);

/** The key of a county name in a state. Spaces do not count: sources write De Kalb and DeKalb for the same county. */
const nameKey = (name: string, { code }: Territory): string => `${code} ${countyNameKey(name).replaceAll(' ', '')}`;

function note<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

const indexes = new WeakMap<Graph, AreaIndex>();
/** The area index of a graph. Cached per graph. */
export function areaIndexOf(graph: Graph): AreaIndex {
  const cached = indexes.get(graph);
  if (cached) return cached;
  const index = new AreaIndex(graph);
  indexes.set(graph, index);
  return index;
}

/**
 * Places, and what a plan counts as home: docs/semantics.md#section-3-place.
 *
 * Territories contain one another, so places are compared as sets of smallest places. A territory whose parts make up
 * the whole of it is the set of what its parts are made of. Any other territory also has a smallest place of its own:
 * what of it is in none of its listed parts. The smallest place of a territory is written as that territory.
 */
import type { Graph, Link, Plan, Territory } from '../graph/entries.ts';
import { memoize } from './memoize.ts';

export type PlaceSet = ReadonlySet<Territory>;

/** The code for care abroad in a country that was not said: ISO 3166 leaves ZZ to its users. */
const ABROAD_CODE = 'ZZ';
export const isAbroadUnsaid = (territory: Territory | null): boolean => territory?.code === ABROAD_CODE;

/** The 50 states and the District of Columbia by the last two letters of their ISO 3166-2 codes. */
const STATES_AND_DC = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK ' +
    'OR PA RI SC SD TN TX UT VT VA WA WV WI WY'
  )
    .split(' ')
    .map((letters) => `US-${letters}`),
);

export const isSubset = (some: PlaceSet, all: PlaceSet): boolean => [...some].every((place) => all.has(place));
export const intersection = (some: PlaceSet, others: PlaceSet): PlaceSet =>
  new Set([...some].filter((place) => others.has(place)));
export const difference = (some: PlaceSet, others: PlaceSet): PlaceSet =>
  new Set([...some].filter((place) => !others.has(place)));

/** The territories of one graph as sets of smallest places. */
export class Geography {
  /** Every smallest place that there is. */
  readonly allPlaces: PlaceSet;
  readonly #statesAndDC: PlaceSet;
  readonly #partsOf = new Map<Territory, Territory[]>();

  constructor(graph: Graph) {
    const territories = [...graph.territories.values()];
    for (const territory of territories) {
      for (const larger of territory.partOf) {
        this.#partsOf.set(larger, [...(this.#partsOf.get(larger) ?? []), territory]);
      }
    }
    this.allPlaces = this.union(territories);
    this.#statesAndDC = this.union(territories.filter(({ code }) => STATES_AND_DC.has(code)));
  }

  /** The smallest places that a territory is made of. */
  readonly placesIn = memoize((territory: Territory): PlaceSet => {
    const parts = this.#partsOf.get(territory) ?? [];
    const isSumOfParts = territory.wholeOfParts && parts.length > 0;
    return new Set([...(isSumOfParts ? [] : [territory]), ...this.union(parts)]);
  });

  union(territories: readonly Territory[]): PlaceSet {
    return new Set(territories.flatMap((territory) => [...this.placesIn(territory)]));
  }

  /** What the plan counts as home; where no source states it, the 50 states and the District of Columbia. */
  readonly homeOf = memoize((plan: Plan): PlaceSet => {
    const stated = homeLinksOf(plan);
    return stated ? this.union(stated.map(({ to }) => to as Territory)) : this.#statesAndDC;
  });
}

export const geographyOf = memoize((graph: Graph) => new Geography(graph));

/**
 * The links that state a plan's home: its own, or those of the nearest plan that it is within; null where none states
 * it.
 */
export function homeLinksOf(plan: Plan): readonly Link[] | null {
  const { home, within } = plan;
  if (home?.statedBy === plan) return home.links;
  return within && homeLinksOf(within);
}

/** Semantics, section 3, place: docs/semantics.md#section-3-place. */
import type { DataDocuments, RuleDocument } from '../../../src/model/shapes.ts';
import { remember } from './reachable.ts';

/** The codes of smallest places. Of a territory that is more than its listed parts, its own code is the rest of it. */
export type PlaceSet = ReadonlySet<string>;

export interface Places {
  readonly everywhere: PlaceSet;
  /** The smallest places that a territory is made of. */
  readonly within: (territory: string) => PlaceSet;
  /** What a plan counts as home. */
  readonly homeOf: (plan: string) => PlaceSet;
}

/** The outlying areas that ISO 3166-2 also lists under US; the other codes are the 50 states and DC. */
const OUTLYING = ['US-AS', 'US-GU', 'US-MP', 'US-PR', 'US-UM', 'US-VI'];
const isStateOrDC = (code: string): boolean => code.startsWith('US-') && !OUTLYING.includes(code);

export function makePlaces({ territories, plans }: DataDocuments): Places {
  const codes = Object.keys(territories);
  const union = (of: readonly string[]): PlaceSet => new Set(of.flatMap((code) => [...within(code)]));
  const partsOf = (code: string): string[] => codes.filter((part) => territories[part]?.partOf?.includes(code));
  const within: (code: string) => PlaceSet = remember((code) => {
    const parts = partsOf(code);
    const isSumOfParts = territories[code]?.wholeOfParts === true && parts.length > 0;
    return isSumOfParts ? union(parts) : new Set([code, ...union(parts)]);
  });
  const homeOf: (plan: string) => PlaceSet = remember((slug) => {
    const { home, within: larger } = plans[slug] ?? {};
    if (home) return union(home.territories);
    return larger === undefined ? union(codes.filter(isStateOrDC)) : homeOf(larger);
  });
  return { everywhere: union(codes), within, homeOf };
}

export const isSubset = (some: PlaceSet, all: PlaceSet): boolean => [...some].every((place) => all.has(place));

/** The places that a rule names itself; `where`: what is read where it names none. */
export function placesNamed(places: Places, plan: string, where: NonNullable<RuleDocument['where']>): PlaceSet {
  const allBut = (left: PlaceSet): PlaceSet => new Set([...places.everywhere].filter((place) => !left.has(place)));
  const union = (codes: readonly string[]): PlaceSet => new Set(codes.flatMap((code) => [...places.within(code)]));
  if (where === 'anywhere') return places.everywhere;
  if (where === 'home') return places.homeOf(plan);
  if (where === 'abroad') return allBut(places.homeOf(plan));
  return 'inside' in where ? union(where.inside) : allBut(union(where.outside));
}

/**
 * Where a rule speaks, and whether it speaks of the place asked: docs/semantics.md#section-3-place.
 *
 * An exception speaks only where the rule that it excepts to would speak, so its places and conditions are read
 * together with those of its target, and of the target's target (docs/semantics.md#section-2).
 */
import type { Graph, Rule } from '../graph/entries.ts';
import type { PlaceScope } from '../model/words.ts';
import { memoize } from './memoize.ts';
import type { Question } from './question.ts';
import { difference, geographyOf, intersection, isAbroadUnsaid, isSubset, type PlaceSet } from './territory.ts';

/** A rule; of an exception also one of its targets, one of that rule's targets, and so on. */
export interface TargetChain {
  /** The rule itself first. All their conditions must hold for the rule to act. */
  readonly rules: readonly Rule[];
  /** Where all of them speak. */
  readonly places: PlaceSet;
}

/**
 * A grant that names no place and is no exception speaks of care at home only, and so does a rule that asks; any other
 * rule, of care anywhere.
 */
function scopeOf({ where: { scope }, effect, exceptTo }: Rule): PlaceScope {
  if (scope !== 'UNSTATED') return scope;
  const isOfHome = effect === 'ASKS' || (effect === 'COVERED' && exceptTo.length === 0);
  return isOfHome ? 'HOME' : 'ANYWHERE';
}

/** The places that the rule itself names. */
function ownPlaces(graph: Graph, rule: Rule): PlaceSet {
  const geography = geographyOf(graph);
  const home = geography.homeOf(rule.plan);
  const named = geography.union(rule.where.territories);
  switch (scopeOf(rule)) {
    case 'ANYWHERE':
      return geography.allPlaces;
    case 'HOME':
      return home;
    case 'ABROAD':
      return difference(geography.allPlaces, home);
    case 'INSIDE':
      return named;
    case 'OUTSIDE':
      return difference(geography.allPlaces, named);
  }
}

const chainsByGraph = memoize((graph: Graph) =>
  memoize((rule: Rule): readonly TargetChain[] => {
    const own = ownPlaces(graph, rule);
    if (rule.exceptTo.length === 0) return [{ rules: [rule], places: own }];
    return rule.exceptTo
      .flatMap((target) => targetChains(graph, target))
      .map(({ rules, places }) => ({ rules: [rule, ...rules], places: intersection(own, places) }));
  }),
);

/** Every chain of targets that a rule is read with; one for a rule that is no exception. */
export function targetChains(graph: Graph, rule: Rule): readonly TargetChain[] {
  return chainsByGraph(graph)(rule);
}

const placesByGraph = memoize((graph: Graph) =>
  memoize((rule: Rule): PlaceSet => new Set(targetChains(graph, rule).flatMap(({ places }) => [...places]))),
);

/** The set of places where the rule speaks. */
export function placesOf(graph: Graph, rule: Rule): PlaceSet {
  return placesByGraph(graph)(rule);
}

/** Whether no place is named by the rule, nor by any rule that it is an exception to. */
export function isUnplaced({ where, exceptTo }: Rule): boolean {
  return where.scope === 'UNSTATED' && exceptTo.every(isUnplaced);
}

/** The chains by which a rule speaks of the place asked; none where it does not. */
export function chainsHere(question: Question, rule: Rule): readonly TargetChain[] {
  return targetChains(question.graph, rule).filter(({ places }) => includesPlaceAsked(question, places));
}

/** Whether `places` has the whole of the place asked; of a country that was not said, whether it has a place abroad. */
function includesPlaceAsked({ graph, plan, territory }: Question, places: PlaceSet): boolean {
  const geography = geographyOf(graph);
  const home = geography.homeOf(plan);
  if (isAbroadUnsaid(territory)) return !isSubset(places, home);
  const asked = territory ? geography.placesIn(territory) : home;
  return asked.size > 0 && isSubset(asked, places);
}

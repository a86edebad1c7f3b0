/** Decides which of the places that a question names is where the care is given. */
import type { Graph, Territory } from '../graph/entries.ts';
import type { Mention } from './mention.ts';
import type { PlaceMention } from './tag-mentions.ts';
import type { Token } from './tokenizer.ts';
import { isForeign } from './travel-routes.ts';

const LOCATION = /^(?:in|at|inside|within|through|across|via|visiting|while|crossing|near|into|for|of)$/;
const JOURNEY_END = /^(?:from|to|between|leaving|toward|reach)$/;
const OUTSIDE = /^(?:outside|out|leave|leaving|beyond)$/;
const RESIDENCE = /^(?:live|living|lives|reside|home|based|stationed)$/;

/** Where the care is given. */
export interface PlaceOfCare {
  /** Null if no place is named, or none can be the place of care. */
  readonly territory: Territory | null;
  /** Several places that are equally likely; empty if there is only one. */
  readonly candidates: readonly Territory[];
  /** Places that the question says the care is outside of, and that are not the whole home country. */
  readonly excludedPlaces: readonly Mention[];
}

/** How likely a place is where the care is given; the highest weight is chosen. */
const WEIGHT = {
  /** The question says that the care is elsewhere, or names the place only as the end of a route. */
  never: 0,
  /** The person lives there, or the journey begins or ends there. */
  unlikely: 1,
  possible: 2,
  /** "In Canada". */
  likely: 3,
  /** A foreign country that a travel route leads through. */
  foreignOnRoute: 4,
} as const;

interface WeighedPlace {
  readonly territory: Territory;
  readonly weight: number;
  /** The mention, if the care is outside this place. */
  readonly excluded?: Mention;
}

/**
 * The place where the care is given. Neither the ends of a journey nor the place where a person lives are preferred, and
 * outside the home country is abroad. Of places within one another the smallest is chosen.
 */
export function placeOfCare(places: readonly PlaceMention[], words: readonly Token[], graph: Graph): PlaceOfCare {
  const weighed = places.map((place) => weighPlace(place, startOfList(place, places, words), words, graph));
  const highest = Math.max(WEIGHT.never, ...weighed.map(({ weight }) => weight));
  const likeliest = highest === WEIGHT.never ? [] : weighed.filter(({ weight }) => weight === highest);
  const territories = [...new Set(likeliest.map(({ territory }) => territory))];
  const smallest = territories.filter(
    (outer) => !territories.some((inner) => inner !== outer && isTerritoryWithin(inner, outer, graph)),
  );
  return {
    territory: smallest[0] ?? null,
    candidates: smallest.length > 1 ? smallest : [],
    excludedPlaces: weighed.flatMap(({ excluded }) => excluded ?? []),
  };
}

/** The first word of the list of places that a place belongs to: the preposition of "in Alaska, Idaho and Ohio" holds for all. */
export function startOfList(place: PlaceMention, places: readonly PlaceMention[], words: readonly Token[]): number {
  let { from } = place.mention;
  if (place.isInRoute) return from;
  for (const { mention, isInRoute } of places.toReversed()) {
    const between = words.slice(mention.to, from);
    const isJoined = between.length === 0 || (between.length === 1 && /^(?:and|or)$/.test(between[0]?.stem ?? ''));
    if (mention.to <= from && isJoined && !isInRoute) from = mention.from;
  }
  return from;
}

/** @param from the first word of the list of places that the place belongs to, or of the place itself */
function weighPlace(place: PlaceMention, from: number, words: readonly Token[], graph: Graph): WeighedPlace {
  const { mention, territory, isInRoute } = place;
  const { before, earlier } = stemsBefore(words, from);
  if (OUTSIDE.test(before) || (before === 'in' && earlier === 'not')) return weighOutside(mention, territory, graph);
  const isResidence = RESIDENCE.test(before) || (LOCATION.test(before) && RESIDENCE.test(earlier));
  if (isResidence) return { territory, weight: WEIGHT.unlikely };
  if (JOURNEY_END.test(before)) return { territory, weight: isInRoute ? WEIGHT.never : WEIGHT.unlikely };
  if (isInRoute) return { territory, weight: isForeign(territory, graph) ? WEIGHT.foreignOnRoute : WEIGHT.possible };
  return { territory, weight: LOCATION.test(before) ? WEIGHT.likely : WEIGHT.possible };
}

/** The stems of the two words before a place, not counting "the" and "of" directly before it. */
function stemsBefore(words: readonly Token[], placeAt: number): { readonly before: string; readonly earlier: string } {
  let at = placeAt - 1;
  while (/^(?:the|of)$/.test(words[at]?.stem ?? '')) at--;
  return { before: words[at]?.stem ?? '', earlier: words[at - 1]?.stem ?? '' };
}

/** Outside the home country is abroad; outside any other place could be anywhere. */
function weighOutside(mention: Mention, territory: Territory, graph: Graph): WeighedPlace {
  const isHomeCountry = [...graph.defaultHome].every((atom) => territory.atoms.has(atom));
  if (isHomeCountry) return { territory: graph.abroad, weight: WEIGHT.likely };
  return { territory, weight: WEIGHT.never, excluded: mention };
}

/** Whether a territory is within another one: Alaska is within the United States, and Mexico within "abroad". */
const isTerritoryWithin = (inner: Territory, outer: Territory, graph: Graph): boolean =>
  (outer === graph.abroad && isForeign(inner, graph)) || [...inner.atoms].every((atom) => outer.atoms.has(atom));

/** Which of the places that a question names is where the care is given. */
import type { Graph, Territory } from '../graph/entries.ts';
import type { Mention } from './chunk-mentions.ts';
import { isForeign } from './travel-routes.ts';
import type { Token } from './tokenizer.ts';

export interface PlaceNamed {
  readonly mention: Mention;
  readonly territory: Territory;
  /** Whether it stands within words that tell a condition. */
  readonly inRoute: boolean;
}

const AT = /^(?:in|at|inside|within|through|across|via|visiting|while|crossing|near|into|for|of)$/;
const ENDS = /^(?:from|to|between|leaving|toward|reach)$/;
const OUTSIDE = /^(?:outside|out|leave|leaving|beyond)$/;
const LIVING = /^(?:live|living|lives|reside|home|based|stationed)$/;

interface PlaceOfCare {
  readonly territory: Territory | null;
  /** Places that could each be meant. */
  readonly several: readonly Territory[];
  /** Words that say "outside" of a place that is not the whole country. */
  readonly outside: readonly Mention[];
}

/** The ends of a journey and where a person lives are not where the care is; outside the country that is home is abroad. */
export function placeOfCare(places: readonly PlaceNamed[], words: readonly Token[], graph: Graph): PlaceOfCare {
  const outside: Mention[] = [];
  const weighed = places.map(({ mention, territory, inRoute }) => {
    let at = mention.from - 1;
    while (/^(?:the|of)$/.test(words[at]?.stem ?? '')) at--;
    const [before, further] = [words[at]?.stem ?? '', words[at - 1]?.stem ?? ''];
    const isCountry = [...graph.defaultHome].every((atom) => territory.atoms.has(atom));
    if (OUTSIDE.test(before) || (before === 'in' && further === 'not')) {
      if (isCountry) return { territory: graph.abroad, weight: 3 };
      outside.push(mention);
      return { territory, weight: 0 };
    }
    if (LIVING.test(before) || (AT.test(before) && LIVING.test(further))) return { territory, weight: 1 };
    if (ENDS.test(before)) return { territory, weight: inRoute ? 0 : 1 };
    if (inRoute) return { territory, weight: isForeign(territory, graph) ? 4 : 2 };
    return { territory, weight: AT.test(before) ? 3 : 2 };
  });
  const most = Math.max(0, ...weighed.map(({ weight }) => weight));
  const best =
    most === 0 ? [] : [...new Set(weighed.filter(({ weight }) => weight === most).map(({ territory }) => territory))];
  const smallest = best.filter((one) => !best.some((other) => other !== one && isWithin(other, one, graph)));
  return { territory: smallest[0] ?? null, several: smallest.length > 1 ? smallest : [], outside };
}

/** Alaska is within the United States, and Mexico within "abroad". */
const isWithin = (inner: Territory, outer: Territory, graph: Graph): boolean =>
  (outer === graph.abroad && isForeign(inner, graph)) || [...inner.atoms].every((atom) => outer.atoms.has(atom));

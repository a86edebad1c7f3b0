/**
 * Conditions that a question states by naming places: "through Canada to Alaska". Places are compared by their codes, so
 * any name of a place will do. Where a condition's phrase says "abroad", every foreign place matches.
 */
import type { Graph, Territory } from '../graph/entries.ts';
import { type Mention, overlaps, type WordRange } from './mention.ts';
import { placeKey, type NameIndex } from './name-index.ts';
import { keyOf, type Token } from './tokenizer.ts';

const homeAtoms = new WeakMap<Graph, ReadonlySet<number>>();

/** The atoms of every territory that some plan counts as home, and of the default home. Computed once per graph. */
function homeAtomsOf(graph: Graph): ReadonlySet<number> {
  const cached = homeAtoms.get(graph);
  if (cached) return cached;
  const homesOfPlans = [...graph.plans.values()].flatMap(({ home }) => [...(home?.atoms ?? [])]);
  const atoms = new Set([...graph.defaultHome, ...homesOfPlans]);
  homeAtoms.set(graph, atoms);
  return atoms;
}

/** Whether no part of a territory is home for any plan. */
export function isForeign(territory: Territory, graph: Graph): boolean {
  if (territory === graph.abroad) return true;
  const home = homeAtomsOf(graph);
  return ![...territory.atoms].some((atom) => home.has(atom));
}

/** A place, or a word that is not part of one, as it is written in the key of a route. */
interface RoutePart extends WordRange {
  readonly key: string;
  /** The same, but a foreign place is written as "abroad". */
  readonly keyIfAbroad: string;
}

/**
 * Adds the travel routes in a question to its mentions, and returns all in the order of their words. A mention within a
 * route is removed, unless it is a place.
 */
export function addTravelRoutes(words: readonly Token[], mentions: readonly Mention[], index: NameIndex): Mention[] {
  const places = mentions.filter(({ names }) => names[0]?.entry.kind === 'TERRITORY');
  if (places.length === 0) return [...mentions];
  const routes = findRoutes(routePartsOf(words, places, index.graph), index);
  const remaining = mentions.filter(
    (mention) => places.includes(mention) || !routes.some((route) => overlaps(route, mention)),
  );
  return [...remaining, ...routes].sort((a, b) => a.from - b.from || b.to - a.to);
}

/** The routes in a question that do not overlap, each as long as possible. */
function findRoutes(parts: readonly RoutePart[], index: NameIndex): Mention[] {
  const routes: Mention[] = [];
  let first = 0;
  while (first < parts.length) {
    const found = longestRouteFrom(parts, first, index);
    if (found) routes.push(found.route);
    first = found ? found.next : first + 1;
  }
  return routes;
}

/** The longest route of at least two parts that begins at a part, and the index of the part after it. */
function longestRouteFrom(
  parts: readonly RoutePart[],
  first: number,
  { travelRoutes, longestName }: NameIndex,
): { readonly route: Mention; readonly next: number } | null {
  for (let next = Math.min(parts.length, first + longestName); next > first + 1; next--) {
    const range = parts.slice(first, next);
    const names =
      travelRoutes.get(keyOf(range.map(({ key }) => key))) ??
      travelRoutes.get(keyOf(range.map(({ keyIfAbroad }) => keyIfAbroad)));
    if (names) return { route: { names, from: range[0]?.from ?? 0, to: range.at(-1)?.to ?? 0 }, next };
  }
  return null;
}

function routePartsOf(words: readonly Token[], places: readonly Mention[], graph: Graph): RoutePart[] {
  const parts: RoutePart[] = [];
  let at = 0;
  while (at < words.length) {
    const from = at;
    const part =
      placePart(
        places.find((place) => place.from === from),
        graph,
      ) ?? wordPart(words, from);
    parts.push(part);
    at = part.to;
  }
  return parts;
}

function placePart(place: Mention | undefined, graph: Graph): RoutePart | null {
  const territory = place?.names[0]?.entry;
  if (place === undefined || territory?.kind !== 'TERRITORY') return null;
  const key = placeKey(territory);
  const keyIfAbroad = isForeign(territory, graph) ? placeKey(graph.abroad) : key;
  return { key, keyIfAbroad, from: place.from, to: place.to };
}

function wordPart(words: readonly Token[], at: number): RoutePart {
  const stem = words[at]?.stem ?? '';
  return { key: stem, keyIfAbroad: stem, from: at, to: at + 1 };
}

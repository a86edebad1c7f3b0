/**
 * Where a rule applies (docs/semantics.md#section-3-place), as a set of indivisible places, and whether that set contains
 * the place of the question. A set is a bit mask over the atoms of the graph's territories, so that one operation tells
 * whether one set contains another.
 */
import type { Graph, Plan, Rule, Territory } from '../graph/entries.ts';

type PlaceSet = bigint;
const EMPTY = 0n;

const masks = new WeakMap<ReadonlySet<number>, PlaceSet>();
function maskOf(atoms: ReadonlySet<number>): PlaceSet {
  let mask = masks.get(atoms);
  if (mask === undefined) {
    mask = EMPTY;
    for (const atom of atoms) mask |= 1n << BigInt(atom);
    masks.set(atoms, mask);
  }
  return mask;
}
const union = (territories: readonly Territory[]): PlaceSet =>
  territories.reduce((all, { atoms }) => all | maskOf(atoms), EMPTY);

/** The home territories of a plan; if neither it nor a plan that it is within states them, the 50 states and DC. */
export function homeOf(graph: Graph, plan: Plan): PlaceSet {
  return maskOf(plan.home?.atoms ?? graph.defaultHome);
}

/** Whether care at the place is at home for the plan; null means care at home. */
export const isAtHome = (graph: Graph, plan: Plan, territory: Territory | null): boolean =>
  territory === null || (maskOf(territory.atoms) & ~homeOf(graph, plan)) === EMPTY;

function ownPlaces(graph: Graph, rule: Rule): PlaceSet {
  const { scope, territories } = rule.where;
  if (scope === 'HOME') return homeOf(graph, rule.plan);
  if (scope === 'ABROAD') return maskOf(graph.everywhere) & ~homeOf(graph, rule.plan);
  if (scope === 'INSIDE') return union(territories);
  if (scope === 'OUTSIDE') return maskOf(graph.everywhere) & ~union(territories);
  // A grant, or a rule that asks, without a place applies at home only, an exclusion without a place anywhere; its target
  // limits an exception.
  const isOfHome = rule.effect === 'COVERED' || rule.effect === 'ASKS';
  return scope === 'UNSTATED' && isOfHome && rule.exceptTo.length === 0
    ? homeOf(graph, rule.plan)
    : maskOf(graph.everywhere);
}

/**
 * A rule, followed by a rule that it is an exception to, and so on; `places` is where all of them apply. A rule that is no
 * exception is a chain of one.
 */
export interface ExceptionChain {
  readonly rules: readonly Rule[];
  readonly places: PlaceSet;
}
const routes = new WeakMap<Graph, Map<Rule, readonly ExceptionChain[]>>();
/** Every exception chain that starts with the rule; one for a rule that is no exception. */
export function exceptionChainsOf(graph: Graph, rule: Rule): readonly ExceptionChain[] {
  const known = routes.get(graph) ?? new Map<Rule, readonly ExceptionChain[]>();
  routes.set(graph, known);
  let found = known.get(rule);
  if (!found) {
    const own = { rules: [rule], places: ownPlaces(graph, rule) };
    found =
      rule.exceptTo.length === 0
        ? [own]
        : rule.exceptTo
            .flatMap((target) => exceptionChainsOf(graph, target))
            .map((route) => ({ rules: [rule, ...route.rules], places: own.places & route.places }));
    known.set(rule, found);
  }
  return found;
}
/** The places where the rule applies; an exception applies only where one of the rules that it is an exception to does. */
export function placesOf(graph: Graph, rule: Rule): PlaceSet {
  const every = exceptionChainsOf(graph, rule);
  const [only] = every;
  return only && every.length === 1 ? only.places : every.reduce((all, { places }) => all | places, EMPTY);
}

/** Whether neither the rule nor any rule that it is an exception to names a place. */
function unplaced(rule: Rule): boolean {
  return rule.where.scope === 'UNSTATED' && rule.exceptTo.every(unplaced);
}

/** -1 if the places of a are the smaller set, 1 if those of b are, 0 if they are equal, null if neither contains the other. */
export function comparePlaces(graph: Graph, a: Rule, b: Rule): -1 | 0 | 1 | null {
  const ofA = placesOf(graph, a);
  const ofB = placesOf(graph, b);
  // A grant and an exclusion without a place are equal in place, although one applies at home and the other anywhere.
  if (ofA === ofB || (unplaced(a) && unplaced(b))) return 0;
  const shared = ofA & ofB;
  if (shared === ofA) return -1;
  return shared === ofB ? 1 : null;
}

/** Whether the rule applies everywhere, or names no place, nor does any rule that it is an exception to. */
export const isOfAnyPlace = (graph: Graph, rule: Rule): boolean =>
  unplaced(rule) || placesOf(graph, rule) === maskOf(graph.everywhere);

/**
 * Returns a function that gives the exception chains of a rule that apply to a place; none if the rule does not apply. A
 * chain applies if its places contain the whole of the place. A null `territory` means care at home. ZZ means abroad in an
 * unknown country, to which a rule for any one country applies.
 */
export function exceptionChainsAt(
  graph: Graph,
  plan: Plan,
  territory: Territory | null,
): (rule: Rule) => readonly ExceptionChain[] {
  const home = homeOf(graph, plan);
  const place = territory === null ? home : maskOf(territory.atoms);
  const elsewhere = territory === graph.abroad ? ~home : null;
  const meets = ({ places }: ExceptionChain): boolean => {
    if (elsewhere !== null) return (places & elsewhere) !== EMPTY;
    return place !== EMPTY && (places === place || (places & place) === place);
  };
  return (rule) => {
    const every = exceptionChainsOf(graph, rule);
    return every.every(meets) ? every : every.filter(meets);
  };
}

/**
 * Where a rule speaks (docs/semantics.md#section-3-place), as a set of indivisible places, and whether the place asked
 * lies in it. A set is a bit mask over the atoms of the graph's territories, so that "the whole of it" and "smaller"
 * are one operation.
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

/** A plan's home territories; where neither it nor a plan that it is within states them, the 50 states and DC. */
export function homeOf(graph: Graph, plan: Plan): PlaceSet {
  return maskOf(plan.home?.atoms ?? graph.defaultHome);
}

function ownPlaces(graph: Graph, rule: Rule): PlaceSet {
  const { scope, territories } = rule.where;
  if (scope === 'HOME') return homeOf(graph, rule.plan);
  if (scope === 'ABROAD') return maskOf(graph.everywhere) & ~homeOf(graph, rule.plan);
  if (scope === 'INSIDE') return union(territories);
  if (scope === 'OUTSIDE') return maskOf(graph.everywhere) & ~union(territories);
  // A grant that names no place speaks of care at home only, an exclusion of care anywhere; an exception is cut by its target.
  return scope === 'UNSTATED' && rule.effect === 'COVERED' && rule.exceptTo.length === 0
    ? homeOf(graph, rule.plan)
    : maskOf(graph.everywhere);
}

/** One way in which a rule speaks: itself, and of an exception a rule it excepts to, and of that one in turn; and where all of them speak. */
export interface ExceptionChain {
  readonly rules: readonly Rule[];
  readonly places: PlaceSet;
}
const routes = new WeakMap<Graph, Map<Rule, readonly ExceptionChain[]>>();
/** Every way in which the rule speaks; one for a rule that is no exception. */
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
/** The set of places where the rule speaks: its own, and of an exception only those where a rule it excepts to would. */
export function placesOf(graph: Graph, rule: Rule): PlaceSet {
  const every = exceptionChainsOf(graph, rule);
  const [only] = every;
  return only && every.length === 1 ? only.places : every.reduce((all, { places }) => all | places, EMPTY);
}

/** Whether no place is named, by the rule or by any rule it is an exception to. */
function unplaced(rule: Rule): boolean {
  return rule.where.scope === 'UNSTATED' && rule.exceptTo.every(unplaced);
}

/** -1 where a's places are the smaller set, 1 where b's are, 0 where they are equal, null where neither holds the other. */
export function comparePlaces(graph: Graph, a: Rule, b: Rule): -1 | 0 | 1 | null {
  const [ofA, ofB] = [placesOf(graph, a), placesOf(graph, b)];
  // An unplaced grant and an unplaced exclusion are equal in place, although one speaks of home and the other of anywhere.
  if (ofA === ofB || (unplaced(a) && unplaced(b))) return 0;
  const shared = ofA & ofB;
  return shared === ofA ? -1 : shared === ofB ? 1 : null;
}

/**
 * The ways in which a rule speaks of the place asked; none where it does not: it speaks where the whole of the place asked
 * lies in its places. `territory` null: care at home. ZZ: abroad with no country said, so that a rule for one country speaks
 * as if it were met.
 */
export function exceptionChainsAt(
  graph: Graph,
  plan: Plan,
  territory: Territory | null,
): (rule: Rule) => readonly ExceptionChain[] {
  const home = homeOf(graph, plan);
  const asked = territory === null ? home : maskOf(territory.atoms);
  const elsewhere = territory === graph.abroad ? ~home : null;
  const meets = ({ places }: ExceptionChain): boolean =>
    elsewhere !== null
      ? (places & elsewhere) !== EMPTY
      : asked !== EMPTY && (places === asked || (places & asked) === asked);
  return (rule) => {
    const every = exceptionChainsOf(graph, rule);
    return every.every(meets) ? every : every.filter(meets);
  };
}

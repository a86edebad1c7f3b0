/**
 * Entries of one plan number. A plan of a year can have an entry of its own, so the documents of two years that give one
 * number (H1036-068) are two entries: what one says is told with what the other says, and neither decides for the other.
 */
import type { Graph, Plan } from '../graph/entries.ts';

/** Contract and plan, and the segment if the slug has one: "humana-gold-plus-h1036-068", "h1036-068-0-2026". */
const NUMBER = /(?:^|-)(?<number>[hrse]\d{4}-\d{3})(?:-(?<segment>\d{1,3}))?(?:-\d{4})?$/;

interface PlanNumber {
  readonly number: string;
  /** Null if the entry is about every segment, or does not say which. */
  readonly segment: number | null;
}

function numberOf({ slug, level }: Plan): PlanNumber | null {
  const { number, segment } = NUMBER.exec(slug)?.groups ?? {};
  if (number === undefined || level !== 'PLAN') return null;
  return { number, segment: segment === undefined ? null : Number(segment) };
}

const plansByNumber = new WeakMap<Graph, ReadonlyMap<string, readonly Plan[]>>();

/** The plans of each number that several entries have. Collected once per graph, at the first question that needs it. */
function numbersOf(graph: Graph): ReadonlyMap<string, readonly Plan[]> {
  const cached = plansByNumber.get(graph);
  if (cached) return cached;
  const byNumber = new Map<string, Plan[]>();
  for (const plan of graph.plans.values()) {
    const number = numberOf(plan)?.number;
    if (number === undefined) continue;
    const plans = byNumber.get(number);
    if (plans) plans.push(plan);
    else byNumber.set(number, [plan]);
  }
  plansByNumber.set(graph, byNumber);
  return byNumber;
}

/** The other entries of the plan's number, sorted by slug. Two segments of a number are different plans. */
export function entriesOfSameNumber(graph: Graph, plan: Plan): readonly Plan[] {
  const own = numberOf(plan);
  if (own === null) return [];
  const isSameSegment = (other: Plan): boolean => {
    const segment = numberOf(other)?.segment ?? null;
    return segment === null || own.segment === null || segment === own.segment;
  };
  return (numbersOf(graph).get(own.number) ?? [])
    .filter((other) => other !== plan && isSameSegment(other))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/**
 * The day on which to hear an entry: the day asked about if one of its rules holds then, or else the first day of its
 * latest rules before, or of its first rules after it.
 */
export function dayToHear({ rules }: Plan, on: string): string {
  const all = [...rules];
  if (all.some(({ from, until }) => (from === null || from <= on) && (until === null || on < until))) return on;
  const starts = all.flatMap(({ from }) => from ?? []).sort();
  return starts.findLast((start) => start <= on) ?? starts[0] ?? on;
}

/** The constraint on relations that must not form cycles, each with the field that states it. */
import { circles } from './cycles.ts';
import type { Entry, Graph, Plan, Rule, Source } from './entries.ts';
import { placeOfEntry, placeOfRule, within } from './data-paths.ts';
import type { Problem, ProblemPlace } from './problems.ts';

/** All cycles of the graph, each once. */
export function cycleProblems(graph: Graph): Problem[] {
  const entry = <T extends Entry>(
    field: string,
    nodes: Iterable<T>,
    next: (node: T) => readonly T[],
    isReportedElsewhere: (circle: readonly T[]) => boolean = () => false,
  ) =>
    circles(nodes, next)
      .filter((circle) => !isReportedElsewhere(circle))
      .map((circle) => problem(field, circle, (each) => placeOfEntry(each)));
  const rule = (field: string, next: (rule: Rule) => readonly Rule[]) =>
    circles(graph.rules.values(), next).map((circle) => problem(field, circle, placeOfRule));
  const restaters = new Map<Rule, Rule[]>();
  for (const each of graph.rules.values())
    for (const fuller of each.restates) {
      const known = restaters.get(fuller);
      if (known) known.push(each);
      else restaters.set(fuller, [each]);
    }
  return [
    ...entry('broader', graph.subjects.values(), ({ up }) => up.flatMap(({ to }) => graph.subjects.get(to.slug) ?? [])),
    ...entry('implies', graph.conditions.values(), ({ implies }) =>
      implies.flatMap(({ to }) => graph.conditions.get(to.slug) ?? []),
    ),
    ...entry('within', graph.plans.values(), ({ within: larger }) => (larger ? [larger] : [])),
    ...entry(
      'takesRulesFrom',
      graph.plans.values(),
      ({ takesRulesFrom }) => takesRulesFrom.map(({ plan }) => plan),
      isOfWithin,
    ),
    ...entry('partOf', graph.territories.values(), ({ partOf }) => partOf),
    ...entry<Source>('via', graph.sources.values(), ({ passages }) => [
      ...new Set([...passages.values()].flatMap(({ via }) => via ?? [])),
    ]),
    // An exception to a rule is also an exception to the rules that restate it.
    ...rule('exceptTo', ({ exceptTo }) => exceptTo.flatMap((target) => [target, ...(restaters.get(target) ?? [])])),
    ...rule('restates', ({ restates }) => restates),
  ];
}

/** Whether a cycle follows `within` only: it is reported for `within`, and not again for `takesRulesFrom`. */
const isOfWithin = (circle: readonly Plan[]): boolean =>
  circle.every((plan, index) => plan.within === circle[(index + 1) % circle.length]);

function problem<T extends { readonly slug: string }>(
  field: string,
  circle: readonly T[],
  place: (node: T) => ProblemPlace,
): Problem {
  const [first] = circle;
  const path = [...circle, ...(first ? [first] : [])].map(({ slug }) => slug).join(' → ');
  return {
    law: 'cycle',
    place: first ? within(place(first), field) : { kind: '', slug: '', path: [] },
    message: `${field} leads back to where it began: ${path}`,
    remedy: 'Take one of these out.',
  };
}

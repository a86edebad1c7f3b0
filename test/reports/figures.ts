/** The data set in figures: entries, citations by authority and licence, answers by status, and what hangs on each source alone. */
import { determine } from '../../src/engine/determine.ts';
import type { Graph, Passage, Source } from '../../src/graph/entries.ts';

function tally(keys: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([key, count]) => `${key} ${String(count)}`)
    .join(', ');
}

/** Every place where an entry, a rule or a remark cites a passage. */
function citations(graph: Graph): Passage[] {
  const entries = [...graph.plans.values(), ...graph.subjects.values(), ...graph.conditions.values()];
  return [
    ...entries.flatMap(({ cites, remarks }) => [...cites, ...remarks.flatMap((remark) => remark.cites)]),
    ...[...graph.rules.values()].flatMap(({ cites }) => cites),
  ];
}

/** The answers of the plan and service grid, at home, by plan and service. */
function grid(
  graph: Graph,
  on: string,
  accordingTo: readonly Source[] | null,
): Map<string, { status: string; best: string }> {
  const services = [...graph.subjects.values()].filter(({ kind }) => kind === 'SERVICE');
  return new Map(
    [...graph.plans.values()].flatMap((plan) =>
      services.map(
        (subject) =>
          [
            `${plan.slug} ${subject.slug}`,
            determine({
              graph,
              plan,
              subject,
              territory: null,
              met: [],
              unmet: [],
              counts: new Map(),
              on,
              onAssumed: true,
              accordingTo,
              minimumAuthority: null,
            }),
          ] as const,
      ),
    ),
  );
}

export function figures(graph: Graph, on: string): string[] {
  const sources = [...graph.sources.values()];
  const kinds = tally([...graph.subjects.values()].map(({ kind }) => kind.toLowerCase()));
  const remarks = [...graph.plans.values(), ...graph.subjects.values(), ...graph.conditions.values()].flatMap(
    (entry) => entry.remarks,
  );
  const whole = grid(graph, on, null);
  const alone = sources
    .map((left) => {
      const without = grid(
        graph,
        on,
        sources.filter((source) => source !== left),
      );
      const cells = [...whole].filter(
        ([cell, { status, best }]) => without.get(cell)?.status !== status || without.get(cell)?.best !== best,
      );
      return { slug: left.slug, cells: cells.length };
    })
    .filter(({ cells }) => cells > 0)
    .sort((a, b) => b.cells - a.cells);
  return [
    `${String(graph.plans.size)} plans, ${kinds}, ${String(graph.conditions.size)} conditions, ${String(sources.length)} sources, ${String(sources.reduce((sum, { passages }) => sum + passages.size, 0))} passages`,
    `${String(graph.rules.size)} rules, ${String(remarks.length)} remarks, ${String([...graph.plans.values()].flatMap(({ cases }) => cases).length)} cases`,
    `citations by authority: ${tally(citations(graph).map(({ source }) => source.authority))}`,
    `citations by licence: ${tally(citations(graph).map(({ source }) => source.licence))}`,
    `plan and service grid, ${String(whole.size)} cells: ${tally([...whole.values()].map(({ status, best }) => (status === best ? status : `${status} at best ${best}`)))}`,
    'cells that change when one source is not heard:',
    ...alone.map(({ slug, cells }) => `  ${slug} ${String(cells)}`),
  ];
}

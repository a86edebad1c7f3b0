/** Constraints on citations, unused passages and conditions, and the order of dates and lines. */
import type { DataDocuments } from '../model/shapes.ts';
import type { Graph, Passage } from './entries.ts';
import { placeOf, placeOfEntry, within } from './data-paths.ts';
import type { Problem } from './problems.ts';
import { passagesOf } from './rules.ts';
import { linesOf } from './sources.ts';

/** Plans and subjects must cite a source. Conditions need none, because they only name facts. */
export function uncited(graph: Graph): Problem[] {
  return [...graph.plans.values(), ...graph.subjects.values()]
    .filter(({ cites }) => cites.length === 0)
    .map((entry) => ({
      law: 'nothing-cited',
      place: placeOfEntry(entry),
      message: `neither ${entry.slug} nor any of its rules and links cites a source`,
      remedy: 'Add "cites" with the passage that mentions it.',
    }));
}

function citedIn(graph: Graph): Set<Passage> {
  const { plans, subjects, conditions, sources, territories, rules, completeness } = graph;
  const cited = new Set<Passage>([...rules.values()].flatMap((rule) => [...passagesOf(rule)]));
  const note = (claims: Iterable<{ readonly cites: readonly Passage[] }>) => {
    for (const { cites } of claims) for (const passage of cites) cited.add(passage);
  };
  for (const entry of [
    ...plans.values(),
    ...subjects.values(),
    ...conditions.values(),
    ...sources.values(),
    ...territories.values(),
  ]) {
    note([entry, ...entry.remarks, ...entry.links]);
    if ('externalCodes' in entry) note(entry.externalCodes);
    if ('synonyms' in entry) note(entry.synonyms);
    if ('serviceAreas' in entry) note(entry.serviceAreas);
  }
  note(completeness);
  return cited;
}

/** Every passage is cited or gives a reason in `unused`, and none does both. */
export function unusedPassages(graph: Graph, documents: DataDocuments): Problem[] {
  const cited = citedIn(graph);
  return [...graph.sources.values()].flatMap((source) =>
    [...source.passages.values()].flatMap((passage): Problem[] => {
      const place = within(placeOf('sources', source.slug), 'passages', passage.key);
      const excused = documents.sources[source.slug]?.passages[passage.key]?.unused !== undefined;
      if (cited.has(passage) !== excused) return [];
      return [
        excused
          ? {
              law: 'unused-passage',
              place: within(place, 'unused'),
              message: `${source.slug}#${passage.key} has "unused", but something cites it`,
              remedy: 'Remove "unused".',
            }
          : {
              law: 'unused-passage',
              place,
              message: `nothing cites ${source.slug}#${passage.key}`,
              remedy: 'Cite it, remove it, or give the reason in "unused".',
            },
      ];
    }),
  );
}

/** Every condition is used by a rule, or linked with another condition. */
export function unusedConditions(graph: Graph): Problem[] {
  return [...graph.conditions.values()]
    .filter(({ rules, links }) => rules.length === 0 && links.length === 0)
    .map((condition) => ({
      law: 'unused-condition',
      place: placeOfEntry(condition),
      message: `no rule depends on ${condition.slug} or requires it, and no condition implies or excludes it`,
      remedy: 'Use it in a rule, or remove it.',
    }));
}

/** Start dates and lines come before end dates and lines. ISO days compare as text. */
export function reversed({ sources, plans }: DataDocuments): Problem[] {
  const problems: Problem[] = [];
  for (const [slug, source] of Object.entries(sources)) {
    const place = placeOf('sources', slug);
    if (source.publishedOn !== undefined && source.publishedOn > source.checkedOn) {
      problems.push({
        law: 'reversed',
        place: within(place, 'publishedOn'),
        message: `published on ${source.publishedOn}, which is after it was checked on ${source.checkedOn}`,
        remedy: 'Correct one of the two days.',
      });
    }
    for (const [key, { line }] of Object.entries(source.passages)) {
      const lines = linesOf(line);
      if (lines && lines[0] > lines[1])
        problems.push({
          law: 'reversed',
          place: within(place, 'passages', key, 'line'),
          message: `line ${String(lines[0])} is after line ${String(lines[1])}`,
          remedy: 'Write the first line before the last one.',
        });
    }
  }
  for (const [slug, plan] of Object.entries(plans)) {
    const dated = [
      ...Object.entries(plan.rules ?? {}).map(([key, rule]) => ({ at: ['rules', key], ...rule })),
      ...(plan.serviceAreas ?? []).map((area, index) => ({ at: ['serviceAreas', index], ...area })),
    ];
    for (const { at, from, until } of dated) {
      if (from === undefined || until === undefined || from < until) continue;
      problems.push({
        law: 'reversed',
        place: within(placeOf('plans', slug), ...at, 'until'),
        message: `it begins on ${from}, but is no longer in force on ${until}`,
        remedy: '"until" is the first day on which it is no longer in force. Correct one of the two days.',
      });
    }
  }
  return problems;
}
